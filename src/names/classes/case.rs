//! One name with other capitals inside: `DeSantis` and `Desantis`.

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::names::{Class, Kind, NameId, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "case",
    severity: Severity::Warning,
    message: "`{text}` is written `{other}` elsewhere",
    find,
};

/// Shorter words are abbreviations.
const LETTERS: usize = 5;

fn find(names: &Names, pairs: &mut Pairs) {
    let mut same: BTreeMap<&str, Vec<NameId>> = BTreeMap::new();
    for (id, name) in names.of(Kind::Word) {
        let word = &name.words[0];
        if word.letters() >= LETTERS && !word.acronym {
            same.entry(&word.lower).or_default().push(id);
        }
    }
    for ids in same.values().filter(|ids| ids.len() > 1) {
        for (i, &a) in ids.iter().enumerate() {
            ids[i + 1..].iter().for_each(|&b| judge(names, a, b, pairs));
        }
    }
}

fn judge(names: &Names, a: NameId, b: NameId, pairs: &mut Pairs) {
    let [x, y] = [a, b].map(|id| &*names.get(id).words[0]);
    let parted = |text: &str| text.contains(['-', '‐', '‑']);
    if parted(&x.text) || parted(&y.text) {
        pairs.veto(a, b, "a capital behind a hyphen is a matter of taste");
    } else if x.ordinary && (is_joined(&x.text) || is_joined(&y.text)) {
        pairs.veto(a, b, "ordinary words joined");
    } else {
        pairs.join(a, b, "only capitals inside the word differ");
    }
}

/// Whether capitals stand where words begin: `PageRank`.
fn is_joined(text: &str) -> bool {
    let parts = super::capital_parts(text);
    parts.len() > 1 && parts.iter().all(|part| part.len() > 1 && crate::lang::english::is_ordinary(part))
}
