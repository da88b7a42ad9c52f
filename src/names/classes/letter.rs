//! A word with a single letter before it, with a hyphen and without: `E-wallet` and `E wallet`.

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::names::{Class, Kind, NameId, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "letter",
    severity: Severity::Warning,
    message: "`{text}` is written `{other}` elsewhere",
    find,
};

fn find(names: &Names, pairs: &mut Pairs) {
    let mut same: BTreeMap<String, Vec<NameId>> = BTreeMap::new();
    for (id, name) in names.of(Kind::Lettered) {
        same.entry(name.fold()).or_default().push(id);
    }
    let parted = |id: NameId| names.get(id).words.len() > 1;
    for ids in same.values() {
        for (i, &a) in ids.iter().enumerate() {
            for &b in ids[i + 1..].iter().filter(|&&b| parted(a) != parted(b)) {
                pairs.join(a, b, "only the hyphen behind the letter differs");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_english;

    #[test]
    fn a_hyphen_behind_a_letter_is_told() {
        assert_english(
            "name-variant",
            "They opened an E-wallet. The E-wallet was full. The [[E wallet]] was not.",
        );
    }

    #[test]
    fn capitals_articles_and_initials_pass() {
        assert_english(
            "name-variant",
            "An E-wallet and e-wallets. Plan A failed, and a plan-B worked. J. Wallet left.",
        );
    }
}
