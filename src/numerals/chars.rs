//! A text as characters with their places, fullwidth forms folded, addresses out of sight: what the readers look at.

use std::ops::Range;

use crate::document::urls;

/// Stands for a character of an address, which is nothing to read.
const HIDDEN: char = '\u{fffc}';
/// So many spaces may stand between two parts of one numeral.
const WIDEST_GAP: usize = 5;

/// Characters and the byte where each begins.
pub(crate) struct Chars {
    chars: Vec<char>,
    starts: Vec<u32>,
}

/// A fullwidth form as its ordinary one. A fullwidth comma stays: it parts sentences, too.
fn fold(c: char) -> char {
    match c {
        '，' | '、' => c,
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '\u{3000}' | '\u{a0}' | '\u{2002}'..='\u{200a}' | '\u{202f}' | '\t' => ' ',
        '−' | '﹣' => '-',
        '﹪' | '٪' => '%',
        '∶' | '︰' => ':',
        '○' | '◯' => '〇',
        _ => c,
    }
}

impl Chars {
    /// The characters of a text.
    pub(crate) fn new(text: &str) -> Self {
        let (mut chars, mut starts): (Vec<char>, Vec<u32>) =
            text.char_indices().map(|(i, c)| (fold(c), i as u32)).unzip();
        starts.push(text.len() as u32);
        for address in urls(text) {
            let from = starts.partition_point(|&s| s < address.start);
            let to = starts.partition_point(|&s| s < address.end);
            chars[from..to].fill(HIDDEN);
        }
        Self { chars, starts }
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at `i`; NUL outside of the text.
    pub(crate) fn at(&self, i: usize) -> char {
        self.chars.get(i).copied().unwrap_or('\0')
    }

    /// The character before `i`; NUL at the start.
    pub(crate) fn before(&self, i: usize) -> char {
        i.checked_sub(1).map_or('\0', |p| self.at(p))
    }

    /// The bytes of the characters `range`.
    pub(crate) fn bytes(&self, range: Range<usize>) -> Range<u32> {
        self.starts[range.start.min(self.len())]..self.starts[range.end.min(self.len())]
    }

    /// The character that begins at a byte, or the next one.
    pub(crate) fn index_of(&self, byte: u32) -> usize {
        self.starts.partition_point(|&s| s < byte).min(self.len())
    }

    /// Behind the spaces at `i`, as many as one numeral may hold.
    pub(crate) fn skip_gap(&self, i: usize) -> usize {
        let spaces = (0..WIDEST_GAP).take_while(|&n| self.at(i + n) == ' ').count();
        i + spaces
    }

    /// Before the spaces that end at `i`.
    pub(crate) fn skip_gap_back(&self, i: usize) -> usize {
        let spaces = (0..WIDEST_GAP.min(i)).take_while(|&n| self.at(i - 1 - n) == ' ').count();
        i - spaces
    }

    /// Behind `word` if it stands at `i`.
    pub(crate) fn eat(&self, i: usize, word: &str) -> Option<usize> {
        let mut at = i;
        for c in word.chars() {
            if self.at(at) != c {
                return None;
            }
            at += 1;
        }
        Some(at)
    }

    /// Behind `word` if its characters stand at `i`, with gaps between them or not.
    pub(crate) fn eat_spaced(&self, i: usize, word: &str) -> Option<usize> {
        let mut at = i;
        for (n, c) in word.chars().enumerate() {
            let from = if n == 0 { at } else { self.skip_gap(at) };
            if self.at(from) != c {
                return None;
            }
            at = from + 1;
        }
        Some(at)
    }

    /// The first of `words` that stands at `i`, and its end.
    pub(crate) fn eat_any(&self, i: usize, words: &[&str]) -> Option<usize> {
        words.iter().find_map(|w| self.eat(i, w))
    }

    /// Whether one of `words` ends at `i`.
    pub(crate) fn ends_with(&self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|w| i.checked_sub(w.chars().count()).is_some_and(|from| self.eat(from, w).is_some()))
    }

    /// The end of the run of ASCII letters at `i`, and the run.
    pub(crate) fn letters(&self, i: usize) -> (usize, String) {
        let run: String =
            self.chars[i.min(self.len())..].iter().take(24).take_while(|c| c.is_ascii_alphabetic()).collect();
        (i + run.len(), run)
    }

    /// The characters of a range.
    pub(crate) fn text(&self, range: Range<usize>) -> String {
        self.chars[range.start.min(self.len())..range.end.min(self.len())].iter().collect()
    }
}

/// Whether a character is a letter of Chinese, Japanese or Korean.
pub(crate) fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '々' | '〇')
}

/// Whether a character is a Chinese one.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '々' | '〇')
}

#[cfg(test)]
mod tests {
    use super::Chars;

    #[test]
    fn fullwidth_forms_are_folded_and_places_kept() {
        let c = Chars::new("第１２％");
        assert_eq!((c.at(1), c.at(3), c.bytes(1..4)), ('1', '%', 3..12));
        assert_eq!((c.at(99), c.before(0)), ('\0', '\0'));
        assert_eq!(Chars::new("百 分 之 2").eat_spaced(0, "百分之"), Some(5));
    }

    #[test]
    fn addresses_are_not_read() {
        let c = Chars::new("见 https://example.com/a?b=30 吧");
        assert!(!c.text(0..c.len()).contains("30"));
    }
}
