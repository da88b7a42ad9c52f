//! Initialisms that need no introduction, and codes that are no initials.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::tables::pairs;

static KNOWN: LazyLock<HashMap<&'static str, bool>> = LazyLock::new(|| {
    let mut out = HashMap::new();
    for (class, members) in pairs(include_str!("known.tsv")) {
        for member in members.split(' ') {
            *out.entry(member).or_default() |= class == "code";
        }
    }
    out
});

/// Whether every reader knows an initialism (in capitals).
pub fn is_known(letters: &str) -> bool {
    KNOWN.contains_key(letters)
}

/// Whether it is a code of a country, a currency or a state, which stands behind a name without being its initials.
pub fn is_code(letters: &str) -> bool {
    KNOWN.get(letters) == Some(&true)
}

#[cfg(test)]
mod tests {
    use super::{KNOWN, is_code, is_known};

    #[test]
    fn the_table_is_clean() {
        assert!(KNOWN.len() > 1000);
        let odd = |k: &&str| k.is_empty() || k.chars().any(|c| c.is_lowercase() || c.is_whitespace());
        assert_eq!(KNOWN.keys().find(|k| odd(k)), None);
        assert!(is_known("UNESCO") && !is_code("UNESCO") && is_code("CHF") && !is_known("QXZ"));
    }
}
