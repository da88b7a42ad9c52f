//! A name of several words run together with a slip: `Vanderleien` and `van der Leien`.

use crate::finding::Severity;
use crate::names::similar::{candidates, distance};
use crate::names::{Class, Kind, Name, NameId, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "merged",
    severity: Severity::Warning,
    message: "`{text}` is written `{other}` elsewhere",
    find,
};

/// Shorter names are alike by chance.
const LETTERS: usize = 7;
/// From this length on two letters may differ.
const LONG: usize = 9;

fn find(names: &Names, pairs: &mut Pairs) {
    let all = [Kind::Word, Kind::Run, Kind::Person].into_iter().flat_map(|kind| names.of(kind));
    let all: Vec<(NameId, &Name, String)> = all
        .map(|(id, n)| (id, n, n.fold()))
        .filter(|(_, n, fold)| fold.len() >= LETTERS && may_merge(n))
        .collect();
    let folds: Vec<&str> = all.iter().map(|(_, _, fold)| fold.as_str()).collect();
    for (i, j) in candidates(&folds) {
        let ((a, x, f), (b, y, g)) = (&all[i as usize], &all[j as usize]);
        let most = if f.len().min(g.len()) >= LONG { 2 } else { 1 };
        if x.words.len() == y.words.len() || f == g || distance(f, g) > most {
            continue;
        }
        if x.shares_sentence(y) {
            pairs.veto(*a, *b, "both are named in one sentence");
        } else if f.starts_with(g.as_str()) || g.starts_with(f.as_str()) {
            pairs.veto(*a, *b, "one is the other with an ending");
        } else {
            pairs.join(*a, *b, "they differ by a letter when their parts are joined");
        }
    }
}

/// Unknown words alone: ordinary ones make other words when joined.
fn may_merge(name: &Name) -> bool {
    let unknown = |w: &crate::names::Word| !w.known && !w.acronym && !w.has_digit();
    let small = |w: &crate::names::Word| w.text.starts_with(char::is_lowercase);
    name.words.iter().all(|w| small(w) || unknown(w))
}
