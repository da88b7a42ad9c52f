//! The words of a segment as names need them: inner hyphens and apostrophes hold a word together, `'s` is cut off, and
//! what lies between two words is kept.

use std::ops::Range;

use super::facts::{Trait, traits};
use crate::text::script::has_cjk;

/// What stands between a word and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// One blank, or a blank behind the stop of an initial or a short title.
    Blank,
    /// `'s` and a blank.
    Possessive,
    /// `&` between blanks.
    Ampersand,
    /// A comma.
    Comma,
    /// Anything else inside a sentence.
    Inside,
    /// A mark behind which a capital says nothing: a stop, a colon, a bracket, a quotation mark, a dash.
    Opening,
}

/// One word of a segment.
#[derive(Clone, Debug)]
pub(super) struct Token {
    pub(super) range: Range<u32>,
    pub(super) gap: Gap,
    /// Whether it begins with a capital letter.
    pub(super) capital: bool,
    /// Number of the sentence in the segment.
    pub(super) sentence: u32,
}

impl Token {
    pub(super) fn text<'t>(&self, shown: &'t str) -> &'t str {
        &shown[self.range.start as usize..self.range.end as usize]
    }
}

/// The words of a text.
pub(super) fn tokens(shown: &str) -> Vec<Token> {
    let mut out: Vec<Token> = Vec::new();
    let (mut at, mut gap_from, mut sentence) = (0, 0, 0);
    while let Some(start) = shown[at..].find(char::is_alphanumeric).map(|i| at + i) {
        let end = word_end(shown, start);
        let word = &shown[start..end];
        let between = &shown[gap_from..start];
        let gap = match out.last() {
            Some(last) => gap(last.text(shown), between),
            None => Gap::Opening,
        };
        if gap == Gap::Opening && between.contains(['.', '!', '?', '…', '\n']) {
            sentence += 1;
        }
        let kept = start + without_tail(word).len();
        let capital = word.starts_with(char::is_uppercase);
        out.push(Token { range: start as u32..kept as u32, gap, capital, sentence });
        gap_from = kept;
        at = end.max(kept);
    }
    out
}

/// Where the word that begins at `start` ends.
fn word_end(text: &str, start: usize) -> usize {
    let mut chars = text[start..].char_indices().peekable();
    let Some((_, first)) = chars.next() else { return start };
    let (mut end, mut last, mut letters) = (start + first.len_utf8(), first, 1);
    if has_cjk(&text[start..end]) {
        return end;
    }
    while let Some((i, c)) = chars.next() {
        let next = chars.peek().map(|&(_, n)| n).filter(|n| n.is_alphanumeric() && !is_cjk(*n));
        let joins = match c {
            '-' | '‐' | '‑' => {
                next.is_some_and(|n| !n.is_uppercase() || !ends_name(&text[start..start + i]))
            }
            '\'' | '’' | 'ʼ' | '‘' => next.is_some(),
            // U.S., but no end of a sentence.
            '.' => letters == 1 && last.is_uppercase() && next.is_some_and(char::is_uppercase),
            '&' => next.is_some_and(char::is_uppercase) && last.is_uppercase(),
            _ if is_cjk(c) => false,
            _ => c.is_alphanumeric() || ('\u{300}'..'\u{370}').contains(&c),
        };
        if !joins {
            break;
        }
        letters = if c.is_alphanumeric() { letters + 1 } else { 0 };
        last = c;
        end = start + i + c.len_utf8();
    }
    end
}

/// Whether a word before a hyphen and a capital ends the name of a body: `Harbour Network-Official Site`.
fn ends_name(word: &str) -> bool {
    const LETTERS: usize = 6;
    word.len() >= LETTERS
        && word.starts_with(char::is_uppercase)
        && traits(&word.to_lowercase()).has(Trait::Head)
}

fn is_cjk(c: char) -> bool {
    c > '\u{1100}' && has_cjk(c.encode_utf8(&mut [0; 4]))
}

/// A word without `'s` and without a lower-case word behind its hyphen: `Beijing-based` is about `Beijing`.
fn without_tail(word: &str) -> &str {
    for tail in ["'s", "’s", "'S", "’S"] {
        if let Some(base) = word.strip_suffix(tail).filter(|b| !b.is_empty()) {
            return base;
        }
    }
    let Some((base, tail)) = word.rsplit_once(['-', '‐', '‑']) else { return word };
    let parted = tail.starts_with(char::is_lowercase)
        && (traits(tail).has(Trait::Suffix) || tail.len() > 5 && crate::lang::english::is_ordinary(tail));
    // E-wallet has no name before its hyphen.
    if parted && base.len() > 1 && base.starts_with(char::is_uppercase) { base } else { word }
}

fn gap(before: &str, between: &str) -> Gap {
    match between {
        " " | "\u{a0}" => return Gap::Blank,
        "'s " | "’s " | "' " | "’ " => return Gap::Possessive,
        " & " => return Gap::Ampersand,
        ", " => return Gap::Comma,
        ". " => {
            let initial = before.chars().count() == 1 && before.starts_with(char::is_uppercase);
            if initial || traits(&before.to_lowercase()).has(Trait::Abbreviation) {
                return Gap::Blank;
            }
        }
        _ => {}
    }
    let opening = |c: char| {
        matches!(
            c,
            '.' | '!' | '?' | ':' | ';' | '…' | '\n' | '(' | '[' | '{' | '|' | '/' | '·' | '•' | '*' | '#'
        ) || matches!(
            c,
            '"' | '“' | '”' | '‘' | '«' | '»' | '—' | '–' | '~' | '>' | '《' | '「' | '【' | '\t'
        ) || c > '\u{2fff}'
    };
    if between.contains(opening) || between.contains(" '") { Gap::Opening } else { Gap::Inside }
}

/// Whether a text is written as headlines are: nearly all its long words have capitals, and no stop ends it.
pub(super) fn is_headline(shown: &str, tokens: &[Token]) -> bool {
    if shown.trim_end().ends_with(['.', '!', '?', '”', '"', ':', ';', ',']) {
        return false;
    }
    let long = tokens.iter().filter(|t| t.range.end - t.range.start >= 4);
    let (all, capital) = long.fold((0, 0), |(all, cap), t| (all + 1, cap + usize::from(t.capital)));
    capital >= 4 && capital * 4 >= all * 3
}

#[cfg(test)]
mod tests {
    use super::Gap::{Blank, Comma, Inside, Opening};
    use super::{is_headline, tokens};
    use proptest::prelude::*;

    fn words(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|t| t.text(text)).collect()
    }

    #[test]
    fn hyphens_and_apostrophes_hold_words() {
        assert_eq!(words("Ji-eun's U.S. Yu'e Bao"), ["Ji-eun", "U.S", "Yu'e", "Bao"]);
        assert_eq!(words("Vienna-based Q&A A. B. Kessler"), ["Vienna", "Q&A", "A", "B", "Kessler"]);
        assert_eq!(words("OPPO手机"), ["OPPO", "手", "机"]);
    }

    #[test]
    fn stops_open_sentences_and_initials_do_not() {
        let gaps: Vec<_> = tokens("Mr. J. Orban left. “He (Orban), too").iter().map(|t| t.gap).collect();
        assert_eq!(gaps, [Opening, Blank, Blank, Blank, Opening, Opening, Inside]);
        assert_ne!(Comma, Inside);
    }

    #[test]
    fn headlines_have_capitals() {
        let headline = |text: &str| is_headline(text, &tokens(text));
        assert!(headline("Council Votes For New Tunnel Under River"));
        assert!(!headline("The council votes for a new tunnel under the river"));
        assert!(!headline("Anna Orban, Peter Kessler, Maria Lindqvist and John Hart left."));
    }

    proptest! {
        #[test]
        fn words_are_in_order_and_inside(text in "\\PC{0,60}") {
            let mut last = 0;
            for t in tokens(&text) {
                prop_assert!(t.range.start >= last && t.range.end > t.range.start);
                prop_assert!(text.get(t.range.start as usize..t.range.end as usize).is_some());
                last = t.range.end;
            }
        }
    }
}
