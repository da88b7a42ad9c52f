//! Where fullwidth marks are right in a text of another script.

use std::ops::Range;

use super::plain::{Sits, closing, plain};
use crate::text::script::script;

fn is_cjk(c: Option<char>) -> bool {
    c.is_some_and(|c| script(c).is_cjk())
}

/// Whether a run belongs to Chinese text, is cited as a character, or is part of a face.
pub(super) fn is_innocent(text: &str, run: &Range<usize>) -> bool {
    let (before, marks, after) = (&text[..run.start], &text[run.clone()], &text[run.end..]);
    let c = marks.chars().next().unwrap_or_default();
    let skip = |c: &char| !(c.is_whitespace() || plain(*c, true).is_some_and(|p| !p.0.is_alphanumeric()));
    let (left, right) = (before.chars().rev().find(skip), after.chars().find(skip));
    if is_cjk(left) && is_cjk(right) || c == '丨' && (is_cjk(left) || is_cjk(right)) {
        return true;
    }
    let quotes = matches!(plain(c, true), Some((p, Sits::Before | Sits::Behind)) if matches!(p, '"' | '['));
    if quotes && encloses_cjk(before, c, after) {
        return true;
    }
    is_cited(before, c, after) || is_face(text, run) || ends_cjk_sentence(before, c, after)
}

/// Whether what a title or quotation mark encloses has Chinese letters in it.
fn encloses_cjk(before: &str, c: char, after: &str) -> bool {
    let has = |s: &str| s.chars().any(|c| script(c).is_cjk());
    if let Some(close) = closing(c) {
        return after.find(close).is_some_and(|end| has(&after[..end]));
    }
    before
        .char_indices()
        .rev()
        .find(|&(_, o)| closing(o) == Some(c))
        .is_some_and(|(at, _)| has(&before[at..]))
}

/// A mark in quotation marks of its own, or a lone bracket between spaces, is spoken of.
fn is_cited(before: &str, c: char, after: &str) -> bool {
    let prev = before.chars().next_back();
    let next = after.strip_prefix(|n| closing(c) == Some(n)).unwrap_or(after).chars().next();
    let quote = |c: Option<char>| {
        c.is_some_and(|c| matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '`' | '「' | '」' | '(' | ')'))
    };
    let blank = |c: Option<char>| c.is_none_or(|c| c == ' ');
    let bracket = matches!(plain(c, true), Some((p, _)) if matches!(p, '"' | '(' | ')' | '[' | ']'));
    let empty = after.starts_with(|n| closing(c) == Some(n)) || prev.is_some_and(|o| closing(o) == Some(c));
    empty
        || quote(prev) && quote(next)
        || bracket
            && blank(prev)
            && blank(next)
            && !before.is_empty()
            && !after.is_empty()
            && !has_partner(before, c, after)
}

/// Whether a bracket has its partner at a word, so that both are used, not spoken of.
fn has_partner(before: &str, c: char, after: &str) -> bool {
    if let Some(close) = closing(c) {
        return after.contains(close) && !after.contains(&format!(" {close} "));
    }
    let mut back = before.chars().rev().skip_while(|&o| closing(o) != Some(c));
    back.next().is_some() && back.next() != Some(' ')
}

/// A face such as (｀・ω・´) or （＾▽＾）: brackets round a few signs with at most two letters.
fn is_face(text: &str, run: &Range<usize>) -> bool {
    const NEAR: usize = 10;
    let open = |c: &char| matches!(c, '(' | '（');
    let close = |c: &char| matches!(c, ')' | '）');
    // Arms are raised outside the brackets.
    let from = run.end + usize::from(text[run.end..].starts_with('('));
    let start = text[..from].char_indices().rev().take(NEAR).find(|(_, c)| open(c)).map(|(i, _)| i);
    let Some(start) = start else { return false };
    let Some(len) = text[start..].char_indices().take(NEAR + 2).find(|(_, c)| close(c)).map(|(i, _)| i)
    else {
        return false;
    };
    if start + len + 1 < run.start {
        return false;
    }
    let inside = text[start..start + len].chars().skip(1);
    let letters = inside.clone().filter(char::is_ascii_alphanumeric).count();
    let signs = inside
        .clone()
        .filter(|c| {
            matches!(
                c,
                '^' | '＾'
                    | '`'
                    | '｀'
                    | '´'
                    | '・'
                    | '･'
                    | '￣'
                    | '_'
                    | '＿'
                    | 'ω'
                    | 'д'
                    | 'Д'
                    | '∀'
                    | '▽'
                    | '∇'
                    | '≧'
                    | '≦'
                    | '＞'
                    | '＜'
                    | '；'
                    | ';'
                    | '°'
                    | '゜'
                    | 'ﾟ'
                    | '╯'
                    | '╰'
                    | '□'
                    | '●'
                    | '◕'
                    | '•'
                    | 'ಠ'
                    | '*'
                    | '＊'
                    | 'o'
                    | 'O'
                    | 'T'
                    | '>'
                    | '<'
            )
        })
        .count();
    letters <= 2 && signs >= 2
}

/// A stop that ends several words of Chinese, at the end of the paragraph or before more Chinese, is that sentence's.
fn ends_cjk_sentence(before: &str, c: char, after: &str) -> bool {
    let next = after.trim_start().chars().next();
    let ends = matches!(c, '。' | '！' | '？' | '；' | '，' | '：') && (next.is_none() || is_cjk(next));
    let letters =
        before.chars().rev().take_while(|&c| script(c).is_cjk() || plain(c, true).is_some()).count();
    ends && letters >= 8
}

/// Whether a text speaks of such marks.
pub(super) fn is_about_marks(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "fullwidth",
        "full-width",
        "half-width",
        "halfwidth",
        "punctuation mark",
        "corner bracket",
        "ideographic",
    ]
    .iter()
    .any(|w| lower.contains(w))
}

/// A paragraph in Chinese has its own punctuation; that it is there at all is another rule's to say.
pub(super) fn is_mostly_cjk(text: &str) -> bool {
    let cjk = text.chars().filter(|&c| script(c).is_cjk()).count();
    let latin = text.chars().filter(|c| c.is_alphabetic()).count() - cjk;
    // A Chinese letter says about as much as half an English word.
    cjk * 3 > latin
}
