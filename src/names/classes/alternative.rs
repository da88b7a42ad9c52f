//! A name that English writes in two ways, by a table: `Kyiv` and `Kiev`.

use crate::finding::Severity;
use crate::names::{Class, Kind, NameId, Names, Pairs};
use crate::text::tables::lines;

pub(super) const CLASS: Class = Class {
    id: "alternative",
    severity: Severity::Warning,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

fn find(names: &Names, pairs: &mut Pairs) {
    for row in lines(include_str!("../data/alternatives.tsv")) {
        let found: Vec<NameId> = row.split('\t').filter_map(|form| of_its_own(names, form)).collect();
        for (i, &a) in found.iter().enumerate() {
            for &b in &found[i + 1..] {
                let (x, y) = (names.get(a), names.get(b));
                if x.shares_sentence(y) {
                    pairs.veto(a, b, "both are named in one sentence");
                } else {
                    pairs.join(a, b, "both are names of one place, person or thing");
                }
            }
        }
    }
}

/// The record of a form that stands by itself at least as often as in a longer name, which may be official.
fn of_its_own(names: &Names, form: &str) -> Option<NameId> {
    let kinds = [Kind::Word, Kind::Person, Kind::Run, Kind::Body];
    let id = kinds.into_iter().find_map(|kind| names.find(kind, form))?;
    let mentions = &names.get(id).mentions;
    let free = mentions.iter().filter(|m| m.free).count();
    (free > 0 && free * 2 >= mentions.len()).then_some(id)
}

#[cfg(test)]
mod tests {
    use super::lines;
    use std::collections::BTreeSet;

    #[test]
    fn rows_have_two_forms_or_more() {
        for row in lines(include_str!("../data/alternatives.tsv")) {
            let forms: BTreeSet<&str> = row.split('\t').collect();
            assert!(forms.len() >= 2 && forms.len() == row.split('\t').count(), "{row}");
        }
    }
}
