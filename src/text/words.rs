//! Words, by the Unicode rules.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

/// The words of a text, as byte ranges. An apostrophe inside a word belongs to it; a hyphen parts two words.
pub fn words(text: &str) -> Vec<Range<u32>> {
    text.unicode_word_indices().map(|(at, w)| at as u32..(at + w.len()) as u32).collect()
}

/// A word for comparison: lower case, a typographic apostrophe as a plain one.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        return word.to_ascii_lowercase();
    }
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        match c {
            '’' | 'ʼ' | '＇' => out.push('\''),
            _ => out.extend(c.to_lowercase()),
        }
    }
    out
}

/// Whether a word begins with a capital letter.
pub fn is_capitalised(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

/// Whether all letters of a word are capitals, and there are two or more.
pub fn is_all_caps(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() >= 2 && letters.clone().all(char::is_uppercase)
}

/// A number with its noun: `1 entry`, `2,000 entries`.
pub fn counted(n: usize, noun: &str) -> String {
    let many = match noun.strip_suffix('y') {
        _ if n == 1 => noun.to_owned(),
        Some(stem) => format!("{stem}ies"),
        None => format!("{noun}s"),
    };
    format!("{} {many}", thousands(n))
}

/// A number with commas between its thousands.
pub fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn apostrophes_hold_words_together() {
        let text = "Yu'e Bao isn’t e-commerce";
        let got: Vec<_> = words(text).into_iter().map(|r| &text[r.start as usize..r.end as usize]).collect();
        assert_eq!(got, ["Yu'e", "Bao", "isn’t", "e", "commerce"]);
        assert_eq!(fold("Isn’t"), "isn't");
    }

    #[test]
    fn thousands_are_parted() {
        assert_eq!([0, 999, 1000, 1_234_567].map(thousands), ["0", "999", "1,000", "1,234,567"]);
    }
}
