//! What is left of a name when spelling is not looked at: without case and marks, and by the sounds that several ways of
//! romanising write differently.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::tables::pairs;

static LETTERS: LazyLock<HashMap<char, &'static str>> = LazyLock::new(|| {
    let table = pairs(include_str!("data/letters.tsv"));
    table.flat_map(|(plain, marked)| marked.chars().map(move |c| (c, plain))).collect()
});

static DIGRAPHS: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let table = pairs(include_str!("data/digraphs.tsv"));
    table.filter_map(|(letter, two)| Some((letter.chars().next()?, two.split('|').collect()))).collect()
});

/// A name without case, diacritics, blanks, hyphens, apostrophes and stops.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if c.is_alphanumeric() {
            push_plain(c, &mut out);
        }
    }
    out
}

/// A text in lower case and without diacritics; everything else stays.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() { out.push(c.to_ascii_lowercase()) } else { push_plain(c, &mut out) }
    }
    out
}

fn push_plain(c: char, out: &mut String) {
    for lower in c.to_lowercase() {
        match LETTERS.get(&lower) {
            Some(plain) => out.push_str(plain),
            // A combining mark that `to_lowercase` parted from its letter.
            None if ('\u{300}'..'\u{370}').contains(&lower) => {}
            None => out.push(lower),
        }
    }
}

/// How a folded word may be written where marked letters stand for two: `kahramanmarash`; the plain fold comes first.
pub fn folds(text: &str) -> Vec<String> {
    let mut out = vec![fold(text)];
    if text.is_ascii() {
        return out;
    }
    let lower = text.to_lowercase();
    for (at, c) in lower.char_indices() {
        for two in DIGRAPHS.get(&c).into_iter().flatten() {
            out.push(fold(&format!("{}{two}{}", &lower[..at], &lower[at + c.len_utf8()..])));
        }
    }
    out
}

/// A folded name by its sounds: equal for what Hanyu Pinyin, Wade-Giles, Tongyong, the romanisations of Vietnamese and
/// Cantonese and plain guesses make of one syllable.
pub fn skeleton(folded: &str) -> String {
    static STEPS: LazyLock<Vec<(&str, &str)>> =
        LazyLock::new(|| pairs(include_str!("data/sounds.tsv")).collect());
    let mut out = folded.to_owned();
    for (from, to) in STEPS.iter() {
        if out.contains(from) {
            out = out.replace(from, to);
        }
    }
    let mut last = None;
    out.retain(|c| last.replace(c) != Some(c));
    out
}

#[cfg(test)]
mod tests {
    use super::{fold, folds, plain, skeleton};
    use proptest::prelude::*;

    #[test]
    fn folding_takes_marks_off() {
        assert_eq!(fold("Yu'e Bao"), "yuebao");
        assert_eq!(fold("Đặng-Nhật ĩ"), "dangnhati");
        assert_eq!(plain("Ōta-ku"), "ota-ku");
        assert!(folds("Kuşadası").contains(&"kushadasi".to_owned()));
    }

    #[test]
    fn romanisations_meet() {
        for (a, b) in [("hsiao", "xiao"), ("chang", "zhang"), ("kuo", "guo"), ("tsai", "cai"), ("lyu", "liu")]
        {
            assert_eq!(skeleton(a), skeleton(b), "{a} {b}");
        }
        assert_ne!(skeleton("zhang"), skeleton("zheng"));
    }

    proptest! {
        #[test]
        fn any_text_can_be_folded(text in "\\PC{0,16}") {
            let folded = fold(&text);
            prop_assert!(folds(&text).contains(&folded));
            skeleton(&folded);
            plain(&text);
        }
    }
}
