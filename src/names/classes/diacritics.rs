//! One name with and without its diacritics, or with the letters that stand for them: `Kuşadası`, `Kusadasi`, `Kushadasi`.

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::names::fold::{folds, plain};
use crate::names::{Class, Kind, NameId, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "diacritics",
    severity: Severity::Warning,
    message: "`{text}` is spelt `{other}` elsewhere",
    find,
};

/// Shorter words agree by chance.
const LETTERS: usize = 3;

fn find(names: &Names, pairs: &mut Pairs) {
    let mut same: BTreeMap<String, Vec<NameId>> = BTreeMap::new();
    for (id, name) in names.of(Kind::Word) {
        let word = &name.words[0];
        if word.letters() >= LETTERS && !word.acronym {
            for fold in folds(&word.text) {
                same.entry(fold).or_default().push(id);
            }
        }
    }
    for ids in same.values().filter(|ids| ids.len() > 1) {
        for (i, &a) in ids.iter().enumerate() {
            ids[i + 1..].iter().filter(|&&b| b != a).for_each(|&b| judge(names, a, b, pairs));
        }
    }
}

fn judge(names: &Names, a: NameId, b: NameId, pairs: &mut Pairs) {
    let [x, y] = [a, b].map(|id| &*names.get(id).words[0]);
    let marked = |lower: &str| plain(lower) != lower;
    if !marked(&x.lower) && !marked(&y.lower)
        || x.lower == y.lower
        || x.text.contains('-') != y.text.contains('-')
    {
        return;
    }
    if x.ordinary && y.ordinary {
        pairs.veto(a, b, "an ordinary word");
    } else {
        pairs.join(a, b, "only marks on letters, or the letters that stand for them, differ");
    }
}
