//! The brackets and quotation marks of a text, and which way they face.

use crate::document::Lang;
use crate::text::script::{Script, script};

/// What pairs with what. A fullwidth bracket pairs with an ordinary one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Round,
    Square,
    Brace,
    Corner,
    WhiteCorner,
    Title,
    Guillemet,
    Double,
    Straight,
}

/// All kinds.
pub(super) const KINDS: [Kind; 9] = [
    Kind::Round,
    Kind::Square,
    Kind::Brace,
    Kind::Corner,
    Kind::WhiteCorner,
    Kind::Title,
    Kind::Guillemet,
    Kind::Double,
    Kind::Straight,
];

impl Kind {
    /// Whether quotations of several paragraphs are set in it.
    pub(super) fn is_quote(self) -> bool {
        matches!(self, Kind::Corner | Kind::WhiteCorner | Kind::Guillemet | Kind::Double | Kind::Straight)
    }
}

/// Which way a mark faces.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Side {
    Open,
    Close,
    /// A straight mark that could be either.
    Either,
}

/// One bracket or quotation mark.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Mark {
    pub(super) at: usize,
    pub(super) c: char,
    pub(super) kind: Kind,
    pub(super) side: Side,
}

impl Mark {
    pub(super) fn end(self) -> usize {
        self.at + self.c.len_utf8()
    }
}

/// Languages that open with the mark that English closes with, or use one mark for both.
const OTHER_QUOTES: &[&str] = &[
    "de", "da", "cs", "sk", "sl", "hr", "sr", "bs", "bg", "pl", "hu", "ro", "lt", "lv", "et", "is", "sv",
    "fi", "nb", "nn", "no", "mk", "ka", "ru", "uk", "be",
];

/// The marks of a text in order.
pub(super) fn marks(text: &str, target: &Lang) -> Vec<Mark> {
    let quotes = !OTHER_QUOTES.contains(&target.primary());
    let mut out = Vec::new();
    for (at, c) in text.char_indices() {
        let Some((kind, side)) = kind_of(c) else { continue };
        if matches!(kind, Kind::Double | Kind::Guillemet) && !quotes {
            continue;
        }
        // In UTF-8 read as Latin-1 the mark is half of a letter: `Ã«`.
        let before = text[..at].chars().next_back().unwrap_or_default();
        let opens = side == Side::Open && matches!(before, 'À'..='ÿ');
        if !c.is_ascii() && (opens || matches!(before, 'Â' | 'Ã')) {
            continue;
        }
        let side = if kind == Kind::Straight { facing(text, at) } else { side };
        out.push(Mark { at, c, kind, side });
    }
    out
}

fn kind_of(c: char) -> Option<(Kind, Side)> {
    use Side::{Close, Either, Open};
    Some(match c {
        '(' | '（' => (Kind::Round, Open),
        ')' | '）' => (Kind::Round, Close),
        '[' | '［' | '【' | '〔' => (Kind::Square, Open),
        ']' | '］' | '】' | '〕' => (Kind::Square, Close),
        '{' | '｛' => (Kind::Brace, Open),
        '}' | '｝' => (Kind::Brace, Close),
        '「' => (Kind::Corner, Open),
        '」' => (Kind::Corner, Close),
        '『' => (Kind::WhiteCorner, Open),
        '』' => (Kind::WhiteCorner, Close),
        '《' => (Kind::Title, Open),
        '》' => (Kind::Title, Close),
        '«' => (Kind::Guillemet, Open),
        '»' => (Kind::Guillemet, Close),
        '“' => (Kind::Double, Open),
        '”' => (Kind::Double, Close),
        '"' => (Kind::Straight, Either),
        _ => return None,
    })
}

/// Which way the mark at `at` faces, by its neighbours.
pub(super) fn facing(text: &str, at: usize) -> Side {
    let len = text[at..].chars().next().map_or(1, char::len_utf8);
    let (prev, next) = (text[..at].chars().next_back(), text[at + len..].chars().next());
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let leads = blank(prev)
        || prev.is_some_and(|c| {
            matches!(c, '(' | '[' | '{' | '“' | '‘' | '—' | '–' | '-' | '/' | '（' | '《' | '【' | '\'')
        });
    let trails = blank(next)
        || next.is_some_and(|c| {
            matches!(c, ')' | ']' | '}' | ',' | '.' | ';' | ':' | '!' | '?' | '”' | '’' | '）' | '，' | '。')
        });
    match (leads, trails) {
        (true, false) => Side::Open,
        (false, true) => Side::Close,
        // A space before the mark, and a sentence that ended before the space: `it is over. "`.
        (true, true) if text[..at].trim_end().ends_with(['.', '!', '?', '…', '”']) => Side::Close,
        // Korean writes the particle of a quotation on to it: `갑니다."라고`.
        (false, false)
            if text[at..].starts_with('"')
                && text[..at].ends_with(['.', '!', '?', '…'])
                && next.is_some_and(|c| script(c) == Script::Hangul) =>
        {
            Side::Close
        }
        _ => Side::Either,
    }
}

/// Whether a straight mark stands for inches or minutes: `27"`, `5'10"`.
pub(super) fn is_prime(text: &str, at: usize) -> bool {
    text[..at].ends_with(|c: char| c.is_ascii_digit() || matches!(c, '½' | '¼' | '¾' | '\''))
}

/// Whether a round bracket belongs to a face: `:)`, `;-(`, `^_^)`.
pub(super) fn is_emoticon(text: &str, mark: Mark) -> bool {
    if mark.kind != Kind::Round {
        return false;
    }
    let eyes = |s: &str| {
        let s = s.trim_end_matches(['-', '\'', '^', 'o', '\u{200d}']);
        s.ends_with([':', ';', '=', '^', '_', '´', '`', '*', '>', 'ω']) || s.ends_with(" 8")
    };
    let mouths = |s: &str| {
        s.trim_start_matches(['-', '\'']).starts_with([':', ';', '=', '^', '´', '`', '_', '･', '・'])
    };
    let repeated = text[..mark.at].trim_end_matches(mark.c);
    eyes(repeated)
        || mark.side == Side::Open && mouths(&text[mark.end()..])
        || text[mark.end()..].starts_with([':', ';']) && mark.side == Side::Open
}

/// Whether a closing bracket ends the label of a list item: `a)`, `12)`, `iv)`, at the start or after a stop, or with
/// others of its kind.
pub(super) fn is_label(text: &str, at: usize) -> bool {
    let label = |at: usize| {
        let start = text[..at]
            .rfind(|c: char| !c.is_ascii_alphanumeric())
            .map_or(0, |i| i + text[i..].chars().next().map_or(1, char::len_utf8));
        let word = &text[start..at];
        let fits = !word.is_empty()
            && (word.len() == 1
                || word.len() <= 3 && word.bytes().all(|b| b.is_ascii_digit())
                || word.len() <= 4 && word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x')));
        fits.then_some(start)
    };
    let Some(start) = label(at) else { return false };
    let before = text[..start].trim_end();
    if before.is_empty()
        || before.ends_with(['.', ';', ':', ',', '—', '-', '。', '；', '：', '，', '、', '#', '*', '•'])
        || before.ends_with(" and")
        || before.ends_with(" or")
    {
        return true;
    }
    let labels = text
        .match_indices([')', '）'])
        .filter(|&(i, _)| label(i).is_some_and(|s| !text[..s].ends_with(['(', '（'])))
        .count();
    labels >= 2 && (text[..start].ends_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn straight_marks_face_their_word() {
        let sides: Vec<_> = marks("\"a\" (\"b\") c,\"d \" e. \"", &Lang::en())
            .into_iter()
            .filter(|m| m.kind == Kind::Straight)
            .map(|m| m.side)
            .collect();
        let words: Vec<_> = sides.iter().map(|s| format!("{s:?}")).collect();
        assert_eq!(words.join(" "), "Open Close Open Close Either Either Close");
    }

    #[test]
    fn only_korean_writes_on_behind_a_quotation() {
        assert_eq!(facing("갑니다.\"라고", "갑니다.".len()), Side::Close);
        assert_eq!(facing("走了。“好", "走了。".len()), Side::Either);
        assert_eq!(facing("走了。\"好", "走了。".len()), Side::Either);
    }

    #[test]
    fn labels_and_faces() {
        assert!(
            is_label("a) one", 1)
                && is_label("We 1) go 2) stay", 4)
                && is_label("first: iv) x", 9)
                && !is_label("COVID 19) x", 8)
        );
        let round = |text: &str| marks(text, &Lang::en())[0];
        for text in ["Thanks :)", "no :-(", "wow ^_^)", ";)"] {
            assert!(is_emoticon(text, round(text)), "{text}");
        }
        assert!(!is_emoticon("the end)", round("the end)")));
    }
}
