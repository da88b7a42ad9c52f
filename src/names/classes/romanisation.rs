//! One word that two ways of romanising write differently: `Hsintien` and `Xindian`, `Ohnishi` and `Onishi`.

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::names::facts::Trait;
use crate::names::{Class, Kind, NameId, Names, Pairs, Word};

pub(super) const CLASS: Class = Class {
    id: "romanisation",
    severity: Severity::Warning,
    message: "`{text}` is spelt `{other}` elsewhere",
    find,
};

/// Shorter words sound alike by chance.
const LETTERS: usize = 5;

fn find(names: &Names, pairs: &mut Pairs) {
    let mut same: BTreeMap<&str, Vec<NameId>> = BTreeMap::new();
    for (id, name) in names.of(Kind::Word).filter(|(_, n)| is_romanised(&n.words[0])) {
        same.entry(&name.words[0].skeleton).or_default().push(id);
    }
    for ids in same.values().filter(|ids| ids.len() > 1) {
        for (i, &a) in ids.iter().enumerate() {
            ids[i + 1..].iter().for_each(|&b| judge(names, a, b, pairs));
        }
    }
}

fn is_romanised(word: &Word) -> bool {
    word.letters() >= LETTERS
        && !word.known
        && !word.acronym
        && !word.has_digit()
        && !word.text.contains(['&', '.'])
        && !word.traits.any(&[Trait::Closed, Trait::Title])
        && !super::is_identifier(word)
}

fn judge(names: &Names, a: NameId, b: NameId, pairs: &mut Pairs) {
    let (x, y) = (names.get(a), names.get(b));
    let [one, other] = [x, y].map(|n| &*n.words[0]);
    if one.fold == other.fold {
        return;
    }
    if names.may_be_chinese() && one.is_chinese() && other.is_chinese() {
        pairs.veto(a, b, "both can be read as pinyin");
    } else if x.shares_sentence(y) {
        pairs.veto(a, b, "both are named in one sentence");
    } else if [x, y].iter().any(|name| super::is_common_noun(names, name)) {
        pairs.veto(a, b, "one is a word here");
    } else if super::spelling::is_derived(x, y) {
        pairs.veto(a, b, "one is derived from the other by an ending");
    } else {
        pairs.join(a, b, "they sound alike in the usual ways of romanising");
    }
}
