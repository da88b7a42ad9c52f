//! Phrases matched word by word.

use std::borrow::Cow;
use std::ops::Range;

use super::inflect::{self, Ending};
use super::spelling::Spelling;
use super::words;

/// Which endings the last word of a phrase may take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Endings {
    /// None.
    None,
    /// Possessive and plural, as of a name.
    Name,
    /// Those of nouns and verbs.
    All,
}

impl Endings {
    fn allow(self, ending: Ending) -> bool {
        match self {
            Endings::None => ending == Ending::None,
            Endings::Name => matches!(ending, Ending::None | Ending::Possessive | Ending::Plural),
            Endings::All => true,
        }
    }
}

/// How a phrase is compared with a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Manner {
    /// Whether capitals must be the same, or all letters of the text be capitals.
    pub(crate) exact: bool,
    /// The endings that its last word may take.
    pub(crate) endings: Endings,
    /// Whether spellings count; the tokens of the text must have been read the same way.
    pub(crate) spelling: Spelling,
}

/// A word of a text as the matcher sees it.
#[derive(Debug)]
pub(crate) struct Token {
    /// Where it stands.
    pub(crate) range: Range<u32>,
    /// Itself, folded.
    pub(crate) folded: String,
    /// Words that it may be an inflection of.
    pub(crate) bases: Vec<(String, Ending)>,
}

/// Reads the words of a text.
pub(crate) fn tokens(text: &str, words: &[Range<u32>], spelling: Spelling) -> Vec<Token> {
    let token = |range: &Range<u32>| {
        let folded = spelling.fold(slice(text, range));
        Token { range: range.clone(), bases: inflect::bases(&folded), folded }
    };
    words.iter().map(token).collect()
}

/// The first word of a phrase, folded.
pub(crate) fn first_word(text: &str) -> Option<Cow<'_, str>> {
    let plain = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let ends = text.as_bytes().get(plain).is_none_or(|b| matches!(b, b' ' | b'-'));
    if plain > 0 && ends {
        let word = &text[..plain];
        let lower = !word.bytes().any(|b| b.is_ascii_uppercase());
        return Some(if lower { Cow::Borrowed(word) } else { Cow::Owned(word.to_ascii_lowercase()) });
    }
    let word = words::words(text).into_iter().next()?;
    Some(Cow::Owned(words::fold(slice(text, &word))))
}

/// A phrase, compiled.
#[derive(Debug)]
pub(crate) struct Phrase {
    text: Box<str>,
    words: Box<[(String, Range<u32>)]>,
    manner: Manner,
}

/// A phrase found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    /// Where, without a possessive ending.
    pub(crate) range: Range<u32>,
    /// The ending of the last word.
    pub(crate) ending: Ending,
}

impl Phrase {
    /// Compiles a phrase; `None` if it has no words.
    pub(crate) fn new(text: &str, manner: Manner) -> Option<Self> {
        // The stop of an abbreviation may be missing in the text.
        let text = text.trim().trim_end_matches('.');
        let fold = |r: Range<u32>| (manner.spelling.fold(slice(text, &r)), r);
        let words: Box<[_]> = split(text).into_iter().map(fold).collect();
        (!words.is_empty()).then(|| Self { text: text.into(), words, manner })
    }

    /// Its first word, as tokens have it.
    pub(crate) fn first(&self) -> &str {
        self.words.first().map_or("", |(word, _)| word)
    }

    /// Whether it has one word only.
    pub(crate) fn is_word(&self) -> bool {
        self.words.len() == 1
    }

    /// The phrase at the token `at` of a text, if it stands there.
    pub(crate) fn find(&self, text: &str, tokens: &[Token], at: usize) -> Option<Found> {
        let here = tokens.get(at..at + self.words.len())?;
        let (last, others) = here.split_last()?;
        let (last_word, other_words) = self.words.split_last()?;
        if others.iter().zip(other_words).any(|(t, w)| t.folded != w.0) {
            return None;
        }
        let ending = if last.folded == last_word.0 {
            Ending::None
        } else {
            last.bases.iter().find(|(base, e)| *base == last_word.0 && self.manner.endings.allow(*e))?.1
        };
        for (pair, words) in here.windows(2).zip(self.words.windows(2)) {
            let between = text.get(pair[0].range.end as usize..pair[1].range.start as usize)?;
            let wanted = &self.text[words[0].1.end as usize..words[1].1.start as usize];
            if !separates(wanted, between) {
                return None;
            }
        }
        let (mut start, mut end) = (here[0].range.start, last.range.end);
        if ending == Ending::Possessive {
            end = start_of_possessive(text, &last.range);
        }
        if self.manner.exact && !self.same_case(text, here, ending) {
            return None;
        }
        let head = self.text[..self.words[0].1.start as usize].trim_end();
        let tail = self.text[last_word.1.end as usize..].trim_start();
        if !text[..start as usize].ends_with(head) || !text[end as usize..].starts_with(tail) {
            return None;
        }
        start -= head.len() as u32;
        end += tail.len() as u32;
        Some(Found { range: start..end, ending })
    }

    fn same_case(&self, text: &str, here: &[Token], ending: Ending) -> bool {
        let shown = |t: &Token| slice(text, &t.range).replace('’', "'");
        if here.iter().all(|t| !slice(text, &t.range).chars().any(char::is_lowercase))
            && here.iter().any(|t| words::is_all_caps(slice(text, &t.range)))
        {
            return true;
        }
        here.iter().zip(&self.words).enumerate().all(|(i, (token, (_, r)))| {
            let word = slice(&self.text, r).replace('’', "'");
            let shown = shown(token);
            if i + 1 == here.len() && ending != Ending::None {
                // All but the last letter, which an ending may change.
                let stem = word.char_indices().next_back().map_or(0, |(i, _)| i);
                return shown.starts_with(&word[..stem]);
            }
            shown == word
        })
    }
}

/// The words of a phrase, as [`words::words`] cuts them; plain ones without its tables.
fn split(text: &str) -> Vec<Range<u32>> {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b' ' || b == b'-';
    if !text.bytes().all(plain) {
        return words::words(text);
    }
    let mut out: Vec<Range<u32>> = Vec::new();
    for (i, b) in text.bytes().enumerate().filter(|(_, b)| b.is_ascii_alphanumeric()) {
        debug_assert!(plain(b));
        match out.last_mut() {
            Some(last) if last.end == i as u32 => last.end += 1,
            _ => out.push(i as u32..i as u32 + 1),
        }
    }
    out
}

/// Whether what stands between two words of a text is what a phrase has there: for a space white space or a hyphen,
/// anything else as it is.
fn separates(wanted: &str, between: &str) -> bool {
    let (want, is) = (wanted.trim(), between.trim());
    if want.is_empty() {
        return wanted.is_empty() == between.is_empty()
            && (is.is_empty() || matches!(is, "-" | "‐" | "‑" | "–"));
    }
    let plain = |c: char| match c {
        '’' | '‘' => '\'',
        '“' | '”' => '"',
        '‐' | '‑' => '-',
        c => c,
    };
    want.chars().map(plain).eq(is.chars().map(plain))
}

fn start_of_possessive(text: &str, word: &Range<u32>) -> u32 {
    let at = slice(text, word).rfind(['\'', '’', 'ʼ', '＇']);
    at.map_or(word.end, |at| word.start + at as u32)
}

fn slice<'a>(text: &'a str, range: &Range<u32>) -> &'a str {
    text.get(range.start as usize..range.end as usize).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn find(phrase: &str, exact: bool, endings: Endings, text: &str) -> Option<(String, Ending)> {
        let spelling = Spelling::Written;
        let phrase = Phrase::new(phrase, Manner { exact, endings, spelling })?;
        let tokens = tokens(text, &words::words(text), spelling);
        (0..tokens.len())
            .find_map(|i| phrase.find(text, &tokens, i))
            .map(|f| (slice(text, &f.range).to_owned(), f.ending))
    }

    #[track_caller]
    fn finds(phrase: &str, text: &str, want: &str, ending: Ending) {
        assert_eq!(find(phrase, false, Endings::All, text), Some((want.to_owned(), ending)), "{text}");
    }

    #[test]
    fn words_are_matched_not_letters() {
        finds("five year plan", "the Five-Year  Plan’s aim", "Five-Year  Plan", Ending::Possessive);
        finds("stuck neck", "stuck necks hurt", "stuck necks", Ending::Plural);
        finds("R&D centre", "an R&D Centre", "R&D Centre", Ending::None);
        finds("Yahoo!", "at Yahoo! today", "Yahoo!", Ending::None);
        finds("people’s livelihood", "people's livelihood", "people's livelihood", Ending::None);
        for (phrase, text) in [
            ("five-year plan", "five year plan"),
            ("plan", "planet"),
            ("a b", "a, b"),
            ("R D", "R&D"),
            ("Yahoo!", "Yahoo"),
        ] {
            assert_eq!(find(phrase, false, Endings::None, text), None, "{phrase} in {text}");
        }
    }

    #[test]
    fn capitals_count_where_they_should() {
        let exact = |phrase, text| find(phrase, true, Endings::Name, text).map(|f| f.0);
        assert_eq!(exact("La Bulu", "LA BULU’S NEW TOY").as_deref(), Some("LA BULU"));
        assert_eq!(exact("La Bulu", "La Bulus"), Some("La Bulus".into()));
        assert_eq!(exact("La Bulu", "la bulu"), None);
        assert_eq!(exact("Apple", "an apple"), None);
    }

    proptest! {
        #[test]
        fn plain_phrases_are_cut_like_text(text in "[a-zA-Z0-9 -]{0,30}") {
            prop_assert_eq!(split(&text), words::words(&text));
            let first = split(&text).first().map(|r| words::fold(slice(&text, r)));
            prop_assert_eq!(first_word(&text).map(Cow::into_owned), first);
        }

        #[test]
        fn matching_never_panics_and_keeps_boundaries(phrase in "(\\PC|[a ’'-]){0,6}", text in "(\\PC|[a ’'-]){0,30}") {
            if let Some((found, _)) = find(&phrase, false, Endings::All, &text) {
                prop_assert!(!found.is_empty());
            }
            find(&phrase, true, Endings::Name, &text);
        }
    }
}
