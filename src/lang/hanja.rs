//! Chinese words behind Korean ones: 경제 is 經濟, which a Chinese dictionary has.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::dictionary::Dictionary;

use crate::text::tables::pairs;

static CHARACTERS: LazyLock<HashMap<char, &str>> = LazyLock::new(|| {
    let rows = pairs(include_str!("data/hanja.tsv"));
    rows.filter_map(|(s, han)| Some((s.chars().next()?, han))).collect()
});

/// The most syllables of a word that is looked for.
const LONGEST: usize = 4;

/// The words that a run of Hangul may be made of, each with the heads of the dictionary that are read so: the longest
/// words from the left, of two to four syllables; what is between them is Korean.
pub fn words(hangul: &str) -> Vec<Vec<String>> {
    let syllables: Vec<&str> =
        hangul.chars().map(|c| CHARACTERS.get(&c).copied().unwrap_or_default()).collect();
    let mut out = Vec::new();
    let mut at = 0;
    while at + 2 <= syllables.len() {
        let longest = LONGEST.min(syllables.len() - at);
        let found = (2..=longest).rev().find_map(|n| {
            let heads = Dictionary::get().spelt(&syllables[at..at + n]);
            (!heads.is_empty()).then_some((n, heads))
        });
        let Some((n, heads)) = found else {
            at += 1;
            continue;
        };
        out.push(heads);
        at += n;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn korean_words_lead_to_chinese_ones() {
        let has = |hangul: &str, head: &str| words(hangul).iter().flatten().any(|w| w == head);
        assert!(has("경제", "經濟"));
        assert!(has("국회의원", "國會議員"));
        assert!(words("바다").is_empty() && words("").is_empty());
    }
}
