//! Japanese characters of today as Chinese dictionaries have them: 経済 is 經濟.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::tables::pairs;

static OLD: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let rows = pairs(include_str!("data/old_kanji.tsv"));
    rows.filter_map(|(n, o)| Some((n.chars().next()?, o.chars().next()?))).collect()
});

/// A text with the characters of today's Japanese in their traditional forms, character by character.
pub fn traditional(text: &str) -> String {
    text.chars().map(|c| OLD.get(&c).copied().unwrap_or(c)).collect()
}

#[cfg(test)]
mod tests {
    use super::traditional;

    #[test]
    fn characters_of_today_get_their_old_forms() {
        assert_eq!(traditional("経済発展の駅"), "經濟發展の驛");
    }
}
