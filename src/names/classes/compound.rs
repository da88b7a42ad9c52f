//! A compound in lower case, written as one word that no dictionary has and as two: `kelpfarm` and `kelp farm`.

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::names::{Class, Kind, NameId, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "compound",
    severity: Severity::Warning,
    message: "`{text}` is written `{other}` elsewhere",
    find,
};

fn find(names: &Names, pairs: &mut Pairs) {
    let mut same: BTreeMap<String, Vec<NameId>> = BTreeMap::new();
    for (id, name) in names.of(Kind::Compound) {
        same.entry(name.fold()).or_default().push(id);
    }
    let parted = |id: NameId| names.get(id).words.len() > 1;
    for ids in same.values() {
        for (i, &a) in ids.iter().enumerate() {
            for &b in ids[i + 1..].iter().filter(|&&b| parted(a) != parted(b)) {
                pairs.join(a, b, "only the blank between the words differs");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_english;

    #[test]
    fn a_blank_inside_a_compound_is_told() {
        assert_english(
            "name-variant",
            "He runs a kelp farm. The kelp farm is old, and every [[kelpfarm]] is wet.",
        );
    }

    #[test]
    fn known_compounds_and_verbs_pass() {
        assert_english(
            "name-variant",
            "She keeps a notebook and takes a note. Book it! Pick the herring at the pickup; pick up two.",
        );
    }
}
