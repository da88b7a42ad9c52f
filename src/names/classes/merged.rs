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
        let (one, other) = (&all[i as usize], &all[j as usize]);
        let most = if one.2.len().min(other.2.len()) >= LONG { 2 } else { 1 };
        if one.1.words.len() == other.1.words.len() || one.2 == other.2 || distance(&one.2, &other.2) > most {
            continue;
        }
        if one.1.shares_sentence(other.1) {
            pairs.veto(one.0, other.0, "both are named in one sentence");
        } else if one.2.starts_with(&other.2) || other.2.starts_with(&one.2) {
            pairs.veto(one.0, other.0, "one is the other with an ending");
        } else {
            pairs.join(one.0, other.0, "they differ by a letter when their parts are joined");
        }
    }
}

/// Unknown words alone: ordinary ones make other words when joined.
fn may_merge(name: &Name) -> bool {
    let unknown = |w: &crate::names::Word| !w.known && !w.acronym && !w.has_digit();
    let small = |w: &crate::names::Word| w.text.starts_with(char::is_lowercase);
    name.words.iter().all(|w| small(w) || unknown(w))
}
