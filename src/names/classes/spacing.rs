//! One name with other blanks, hyphens, apostrophes or capitals: `Yu'e Bao` and `Yu'ebao`, `Ji-eun` and `Jieun`.

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::names::facts::Trait;
use crate::names::{Class, Kind, Name, NameId, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "spacing",
    severity: Severity::Warning,
    message: "`{text}` is written `{other}` elsewhere",
    find,
};

/// Shorter names agree in their letters by chance.
const LETTERS: usize = 5;

fn find(names: &Names, pairs: &mut Pairs) {
    let mut same: BTreeMap<String, Vec<NameId>> = BTreeMap::new();
    for (id, name) in names.of(Kind::Word).chain(names.of(Kind::Run)) {
        let fold = name.fold();
        if fold.len() >= LETTERS {
            same.entry(fold).or_default().push(id);
        }
    }
    for ids in same.values().filter(|ids| ids.len() > 1) {
        for (i, &a) in ids.iter().enumerate() {
            for &b in &ids[i + 1..] {
                judge(names, a, b, pairs);
            }
        }
    }
}

fn judge(names: &Names, a: NameId, b: NameId, pairs: &mut Pairs) {
    let (x, y) = (names.get(a), names.get(b));
    if let Some(why) = veto(x, y) {
        pairs.veto(a, b, why);
    } else {
        pairs.join(a, b, "they have the same letters");
    }
}

fn veto(a: &Name, b: &Name) -> Option<&'static str> {
    let bare = |n: &Name| n.text.to_lowercase().replace(['-', '‐', '‑', ' '], " ");
    if a.text.to_lowercase() == b.text.to_lowercase() {
        return Some("only capitals differ");
    }
    if bare(a) == bare(b) {
        return Some("a hyphen for a blank is a matter of taste");
    }
    let compound = |n: &Name| n.words.iter().all(|w| w.ordinary);
    if compound(a) && compound(b) || [a, b].iter().any(|n| n.words.len() > 1 && compound(n)) {
        return Some("a compound of ordinary words");
    }
    [a, b].iter().any(|n| n.words[0].is(Trait::Closed)).then_some("it begins with a small word")
}
