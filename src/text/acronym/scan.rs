//! Reads the initialisms of one segment.

use std::ops::Range;

use super::fit::{Word, fit, is_function};
use super::{Fit, Introduction, Part, Use};
use crate::lang::english;
use crate::text::window;
use crate::text::words::{fold, is_all_caps, is_capitalised};

/// The most letters of an initialism.
const LONGEST: usize = 9;
/// The most characters between two brackets that introduce something.
const BRACKET: usize = 120;
/// Words that may stand beside an initialism in the brackets that introduce it.
const FORMULA: &[&str] = &[
    "abbreviated",
    "abbreviation",
    "acronym",
    "also",
    "as",
    "below",
    "called",
    "collectively",
    "for",
    "hereafter",
    "hereinafter",
    "in",
    "is",
    "known",
    "or",
    "referred",
    "short",
    "simply",
    "the",
    "to",
];

/// The capitals of a word that is an initialism, without its plural s: two letters or more, all of them capitals of the
/// basic alphabet.
pub(super) fn initialism(word: &str) -> Option<&str> {
    let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    let bare = bare.strip_suffix('s').unwrap_or(bare);
    let capitals = (2..=LONGEST).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_uppercase());
    (capitals && !is_roman(bare)).then_some(bare)
}

/// Roman numerals of small value; C, D, L and M also stand in initialisms.
fn is_roman(letters: &str) -> bool {
    letters.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
}

/// Whether a word stands in a row of words in capitals of which one is an ordinary word: a headline, or a word that is
/// shouted.
fn is_shouted(text: &str, words: &[Range<u32>], at: usize) -> bool {
    let caps = |i: usize| {
        let word = of(text, &words[i]);
        is_all_caps(word) || word.bytes().all(|b| b.is_ascii_digit()) || matches!(word, "A" | "I")
    };
    let touches = |a: usize, b: usize| text[words[a].end as usize..words[b].start as usize].trim().is_empty();
    let mut first = at;
    while first > 0 && at - first < 8 && caps(first - 1) && touches(first - 1, first) {
        first -= 1;
    }
    let mut last = at;
    while last + 1 < words.len() && last - at < 8 && caps(last + 1) && touches(last, last + 1) {
        last += 1;
    }
    let ordinary = |i: usize| {
        let word = of(text, &words[i]);
        word.len() >= 3 && initialism(word).is_none_or(english::is_ordinary) && is_all_caps(word)
    };
    last > first && (first..=last).any(ordinary)
}

/// Whether nothing but signs stands between an initialism and another.
pub fn is_in_row(text: &str, words: &[Range<u32>], range: &Range<u32>) -> bool {
    let at = words.partition_point(|w| w.start < range.start);
    let other =
        |i: Option<usize>| i.and_then(|i| words.get(i)).is_some_and(|w| initialism(of(text, w)).is_some());
    other(at.checked_sub(1)) || other(Some(at + 1))
}

fn of<'t>(text: &'t str, range: &Range<u32>) -> &'t str {
    &text[range.start as usize..range.end as usize]
}

/// Adds the initialisms of a segment.
pub(super) fn scan(part: &Part<'_>, uses: &mut Vec<Use>, introductions: &mut Vec<Introduction>) {
    let (text, words) = (part.text, part.words);
    let caps = words.iter().filter(|w| is_all_caps(of(text, w))).count();
    let letters = words.iter().filter(|w| of(text, w).starts_with(char::is_alphabetic)).count();
    // A line in capitals tells no initialism from a word.
    let shouted = letters >= 5 && caps * 5 > letters * 3;
    for (i, range) in words.iter().enumerate() {
        let word = of(text, range);
        let Some(bare) = initialism(word) else { continue };
        let range = range.start..range.start + bare.len() as u32;
        let hidden = part.hidden.iter().any(|h| h.start < range.end && range.start < h.end);
        if shouted || hidden || is_in_address(text, &range) || is_shouted(text, words, i) {
            continue;
        }
        uses.push(Use {
            segment: part.segment,
            joined: is_joined(text, &range),
            letters: bare.into(),
            range: range.clone(),
        });
        if let Some((words, fit)) = introduced(text, words, i) {
            introductions.push(Introduction {
                segment: part.segment,
                range,
                letters: bare.into(),
                words,
                fit,
            });
        }
    }
}

fn is_in_address(text: &str, range: &Range<u32>) -> bool {
    const FAR: usize = 200;
    let before = window::before(text, range.start as usize, FAR);
    let before = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let after = window::after(text, range.end as usize, FAR);
    let after = after.split(char::is_whitespace).next().unwrap_or_default();
    [before, after]
        .iter()
        .any(|part| ["://", "www.", "@", "_", "\\", "="].iter().any(|sign| part.contains(sign)))
}

/// Whether a sign or digit beside it makes it part of a model, a formula or a compound of initialisms.
fn is_joined(text: &str, range: &Range<u32>) -> bool {
    let mut before = text[..range.start as usize].chars().rev();
    let mut after = text[range.end as usize..].chars();
    let sign = |c: Option<char>| matches!(c, Some('-' | '/' | '&' | '.' | '+' | '#' | '*' | '‑'));
    let next = |c: Option<char>| c.is_some_and(|c| c.is_uppercase() || c.is_ascii_digit());
    sign(before.next()) && next(before.next())
        || after.clone().next().is_some_and(|c| c.is_ascii_digit() || matches!(c, '+' | '#' | '*'))
        || sign(after.next()) && next(after.next())
}

/// The words that an initialism stands for by its place in or before brackets, and how they go together.
fn introduced(text: &str, words: &[Range<u32>], at: usize) -> Option<(Vec<Range<u32>>, Fit)> {
    let letters = initialism(of(text, &words[at]))?;
    let (long, open) = match before_bracket(text, words, at) {
        Some(first) => (long_form(text, words, first, letters.len()), true),
        None => (in_bracket(text, words, at)?, false),
    };
    let views: Vec<Word<'_>> = long.iter().map(|r| view(text, r)).collect();
    let fit = fit(letters, &views);
    match (&fit, open) {
        // What stands in brackets behind an initialism is its long form only if it is little else.
        (Fit::Loose(start), false) if *start > 1 => None,
        (Fit::Whole(words) | Fit::Near { words, .. }, false) if words.start > 1 || words.end < long.len() => {
            None
        }
        (Fit::None, false) => None,
        _ => Some((long, fit)),
    }
}

fn view<'t>(text: &'t str, range: &Range<u32>) -> Word<'t> {
    Word { text: of(text, range), joined: text[..range.start as usize].ends_with(['-', '‑']) }
}

/// If an initialism is all that a pair of brackets holds, formulas apart: the position of the first word in them.
fn before_bracket(text: &str, words: &[Range<u32>], at: usize) -> Option<usize> {
    let mut first = at;
    while first > 0 && gap_is(text, words, first - 1, first, is_quiet) {
        let formula = FORMULA.contains(&fold(of(text, &words[first - 1])).as_str());
        if !formula {
            return None;
        }
        first -= 1;
    }
    let start = words[first].start as usize;
    let lead = text[..start].trim_end_matches(is_quiet_mark);
    if !lead.ends_with(['(', '（', '[']) {
        return None;
    }
    let rest = text[words[at].end as usize..].trim_start_matches(is_quiet_mark);
    // `(ABC for short)`, `(ABC, formerly the …)`
    let rest = FORMULA.iter().fold(rest, |rest, _| {
        let trimmed = rest.trim_start_matches(is_quiet_mark);
        FORMULA.iter().find_map(|f| trimmed.strip_prefix(f)).unwrap_or(trimmed)
    });
    rest.starts_with([')', '）', ']', ',', ';', '，']).then_some(first)
}

fn is_quiet_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, '“' | '”' | '"' | '\'' | '‘' | '’' | '*' | ':' | '「' | '」')
}

fn is_quiet(gap: &str) -> bool {
    gap.chars().all(is_quiet_mark)
}

fn gap_is(text: &str, words: &[Range<u32>], a: usize, b: usize, test: impl Fn(&str) -> bool) -> bool {
    test(&text[words[a].end as usize..words[b].start as usize])
}

/// The words right before the bracket that the word `first` opens: as many as the letters can stand for, and not beyond the
/// clause.
fn long_form(text: &str, words: &[Range<u32>], first: usize, letters: usize) -> Vec<Range<u32>> {
    let most = letters * 2 + 6;
    let inside = |gap: &str| {
        gap.chars()
            .all(|c| c.is_whitespace() || matches!(c, '-' | '‑' | '&' | '’' | '\'' | '“' | '”' | '"' | '/'))
    };
    let quiet = |gap: &str| {
        gap.trim_end_matches(|c: char| is_quiet_mark(c) || matches!(c, '(' | '（' | '[')).is_empty()
    };
    let mut start = first;
    while start > 0 && first - start < most {
        let fits = if start == first {
            gap_is(text, words, start - 1, start, quiet)
        } else {
            gap_is(text, words, start - 1, start, inside)
        };
        if !fits {
            break;
        }
        start -= 1;
    }
    words[start..first].to_vec()
}

/// The words in the brackets that open right behind an initialism, if they look like a long form.
fn in_bracket(text: &str, words: &[Range<u32>], at: usize) -> Option<Vec<Range<u32>>> {
    let rest = &text[words[at].end as usize..];
    let open = rest.trim_start();
    let inside = open.strip_prefix(['(', '（'])?;
    let start = text.len() - inside.len();
    let end =
        start + inside.char_indices().take(BRACKET).find(|(_, c)| matches!(c, ')' | '）' | '(' | '\n'))?.0;
    let within: Vec<Range<u32>> =
        words[at + 1..].iter().take_while(|w| (w.end as usize) <= end).cloned().collect();
    let content = within.iter().filter(|w| !is_function(of(text, w)));
    let even = content.clone().all(|w| is_capitalised(of(text, w)));
    (content.count() >= 2 && even).then_some(within)
}

#[cfg(test)]
mod tests;
