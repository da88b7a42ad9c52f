//! A text as a row of tokens that can be compared: words of scripts with spaces, single characters of the others.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use crate::text::script::{Script, script};

/// What a token is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word of a script with spaces.
    Word,
    /// A single letter of such a script.
    Letter,
    /// Digits.
    Number,
    /// A Chinese character.
    Han,
    /// A syllable of kana or Hangul.
    Syllable,
}

/// What stands between a token and the one before it, by how much it parts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Nothing or white space.
    None,
    /// A comma or another mark inside a sentence.
    Comma,
    /// The end of a sentence.
    Stop,
    /// Something that parts columns or verses.
    Wide,
}

/// A token of a segment.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// Equal for equal tokens, whatever their case.
    pub(super) id: u64,
    pub(super) kind: Kind,
    pub(super) gap: Gap,
    pub(super) start: u32,
    pub(super) end: u32,
}

impl Token {
    /// Whether it is written without spaces.
    pub(super) fn is_cjk(self) -> bool {
        matches!(self.kind, Kind::Han | Kind::Syllable)
    }
}

/// The tokens of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 6 + 1);
    let mut gap = Gap::None;
    let mut word: Option<Range<usize>> = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let cjk = !c.is_ascii() && script(c).is_cjk();
        let inner = c.is_alphanumeric() || matches!(c, '\'' | '’' | '-') && word.is_some();
        if inner && !cjk {
            word = Some(word.map_or(at, |w| w.start)..at + c.len_utf8());
            continue;
        }
        if let Some(range) = word.take() {
            push(&mut out, text, range, &mut gap, None);
        }
        if cjk && at < text.len() {
            push(&mut out, text, at..at + c.len_utf8(), &mut gap, Some(script(c)));
        } else {
            gap = gap.max(parts(c));
        }
    }
    out
}

fn push(out: &mut Vec<Token>, text: &str, at: Range<usize>, gap: &mut Gap, cjk: Option<Script>) {
    let part = text[at.clone()].trim_end_matches(['\'', '’', '-']);
    let mut hasher = DefaultHasher::new();
    let mut letters = 0;
    for c in part.chars().flat_map(char::to_lowercase) {
        (if c == '’' { '\'' } else { c }).hash(&mut hasher);
        letters += usize::from(c.is_alphabetic());
    }
    // `-0` is not `+0`.
    if letters == 0
        && let Some(sign) = text[..at.start].chars().next_back().filter(|c| matches!(c, '+' | '-' | '−'))
    {
        sign.hash(&mut hasher);
    }
    let kind = match cjk {
        Some(Script::Han) => Kind::Han,
        Some(_) => Kind::Syllable,
        None if letters == 0 => Kind::Number,
        None if letters == 1 && part.chars().count() == 1 => Kind::Letter,
        None => Kind::Word,
    };
    let (start, end) = (at.start as u32, (at.start + part.len()) as u32);
    out.push(Token { id: hasher.finish(), kind, gap: std::mem::replace(gap, Gap::None), start, end });
}

fn parts(c: char) -> Gap {
    match c {
        '\t' | '|' | '\n' | '¦' | '♪' | '♫' | '｜' => Gap::Wide,
        '.' | '!' | '?' | '。' | '！' | '？' | '…' | '~' | '～' => Gap::Stop,
        c if c.is_whitespace() => Gap::None,
        _ => Gap::Comma,
    }
}
