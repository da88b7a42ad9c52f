//! Markdown that broke: what a reader sees of it, or what the parser took for something else.

use std::ops::Range;

use super::MarkupMismatch;
use super::facing::Facing;
use crate::document::{MarkKind, Segment};
use crate::finding::{Applicability, Label, Message, Raw, Replace, Severity};
use crate::text::window::floor;

pub(super) fn check(facing: &Facing<'_>, out: &mut Vec<Raw>) {
    for (i, segment) in facing.a.target() {
        let shown = segment.shown();
        if shown.contains("**") {
            strong(facing, i, segment, out);
        }
        if shown.contains("] (") || shown.contains("]（") {
            links(facing, i, segment, out);
        }
        if facing.is_markdown {
            code(facing, i, segment, out);
            if shown.contains('#') {
                heading_signs(facing, i, segment, out);
            }
        } else if shown.contains('`') {
            backticks(facing, i, segment, out);
        }
    }
}

/// Places of `what` outside of code and addresses.
fn places(segment: &Segment, what: &str) -> Vec<usize> {
    let shown = segment.shown();
    let is_free = |at: &usize| {
        let range = *at as u32..(*at + what.len()) as u32;
        !segment.text.marks_at(range).any(|m| matches!(m.kind, MarkKind::Code | MarkKind::Url))
    };
    shown.match_indices(what).map(|(at, _)| at).filter(is_free).collect()
}

/// Whether the source has strong emphasis where the target has it broken, and not broken itself.
fn has_strong(facing: &Facing<'_>, target: usize) -> bool {
    let (mut any, mut broken) = (false, false);
    for (_, source) in facing.source(target) {
        let count = places(source, "**").len();
        if facing.is_markdown {
            any |= source.text.marks().iter().any(|m| m.kind == MarkKind::Strong);
            broken |= count > 0;
        } else {
            any |= count > 0;
            broken |= !count.is_multiple_of(2) || !spaced(source, &places(source, "**")).is_empty();
        }
    }
    any && !broken
}

/// Pairs of `**` with blanks inside both or one of them.
fn spaced(segment: &Segment, marks: &[usize]) -> Vec<Range<usize>> {
    let shown = segment.shown();
    let pairs = marks.chunks_exact(2).map(|pair| pair[0]..pair[1] + 2);
    pairs
        .filter(|r| {
            let inside = &shown[r.start + 2..(r.end - 2).max(r.start + 2)];
            !inside.trim().is_empty() && (inside.starts_with(' ') || inside.ends_with(' '))
        })
        .collect()
}

fn strong(facing: &Facing<'_>, i: usize, segment: &Segment, out: &mut Vec<Raw>) {
    let shown = segment.shown();
    let marks = places(segment, "**");
    if marks.is_empty() || shown.contains("***") || !has_strong(facing, i) {
        return;
    }
    for range in spaced(segment, &marks) {
        let inside = shown[range.start + 2..range.end - 2].trim();
        let at = Label::target(i, range.start as u32..range.end as u32);
        let message = Message::new("blanks inside `**` keep it from being emphasis");
        out.push(
            MarkupMismatch::META
                .finding(at, message)
                .severity(Severity::Warning)
                .help("take the blanks out")
                .replace(Applicability::Unsafe, format!("**{inside}**")),
        );
    }
    if let [.., last] = marks[..]
        && marks.len() % 2 == 1
    {
        let (before, behind) = (shown[..last].chars().next_back(), shown[last + 2..].chars().next());
        let is_opening =
            behind.is_some_and(|c| !c.is_whitespace()) && before.is_none_or(|c| !c.is_alphanumeric());
        let (at, message) = if is_opening {
            (end_of_emphasis(shown, last + 2), "a `**` is not closed")
        } else {
            (start_of_sentence(shown, last), "a `**` closes nothing")
        };
        out.push(missing(i, at, message, last..last + 2));
    }
}

/// A finding on what is missing at the byte `at`, with the part that is there.
fn missing(i: usize, at: usize, message: &'static str, part: Range<usize>) -> Raw {
    MarkupMismatch::META
        .finding(Label::target(i, at as u32..at as u32), message)
        .help("put the other one here, or where it belongs")
        .related(Label::target(i, part.start as u32..part.end as u32), "this one stands alone")
}

/// Where emphasis that begins at `from` most likely ends: before the first stop, colon or bracket, or at the end.
fn end_of_emphasis(shown: &str, from: usize) -> usize {
    let is_end = |(i, c): &(usize, char)| {
        let next = shown[from + i + c.len_utf8()..].chars().next();
        match c {
            '.' | ',' | ':' | ';' | '!' | '?' => next.is_none_or(char::is_whitespace),
            '(' | '—' | '：' | '，' | '。' | '（' | '\n' => *i > 0,
            _ => false,
        }
    };
    let end = shown[from..].char_indices().find(is_end).map_or(shown.len(), |(i, _)| from + i);
    from + shown[from..end].trim_end().len()
}

fn start_of_sentence(shown: &str, before: usize) -> usize {
    let start = shown[..before]
        .rfind(['.', '!', '?', ':', '。', '\n'])
        .map_or(0, |i| i + shown[i..].chars().next().map_or(1, char::len_utf8));
    start + (shown[start..].len() - shown[start..].trim_start().len())
}

/// `[text] (address)` and `[text]（address）`.
fn links(facing: &Facing<'_>, i: usize, segment: &Segment, out: &mut Vec<Raw>) {
    let shown = segment.shown();
    let broken = |s: &Segment| broken_links(s.shown()).next().is_some();
    if facing.source(i).any(|(_, s)| broken(s)) {
        return;
    }
    for (range, address) in broken_links(shown) {
        let wide = shown[range.clone()].ends_with('（');
        let end = if wide { address.end + '）'.len_utf8() } else { range.end };
        let with = if wide { format!("]({})", &shown[address]) } else { "](".to_owned() };
        let message = if wide {
            "full-width brackets keep this from being a link"
        } else {
            "a blank between `]` and `(` keeps this from being a link"
        };
        out.push(
            MarkupMismatch::META
                .finding(Label::target(i, range.start as u32..end as u32), message)
                .help("a link is written `[text](address)`")
                .replace(Applicability::Unsafe, with),
        );
    }
}

/// No text and no address of a link is longer.
const LONGEST: usize = 300;

/// Where a link is broken, from `]` to the bracket, with its address.
fn broken_links(shown: &str) -> impl Iterator<Item = (Range<usize>, Range<usize>)> {
    let find = move |(sign, close): (&'static str, char)| {
        shown.match_indices(sign).filter_map(move |(at, _)| {
            let start = at + sign.len();
            let behind = &shown[start..floor(shown, (start + LONGEST).min(shown.len()))];
            let end = start + behind.find(close)?;
            let is_link = shown[floor(shown, at.saturating_sub(LONGEST))..at].contains('[')
                && is_address(&shown[start..end]);
            is_link.then_some((at..start, start..end))
        })
    };
    [("] (", ')'), ("]（", '）')].into_iter().flat_map(find)
}

fn is_address(text: &str) -> bool {
    let begins =
        ["http://", "https://", "/", "./", "../", "#", "mailto:"].iter().any(|s| text.starts_with(s));
    let ends = [".md", ".html", ".png", ".jpg", ".svg"].iter().any(|s| text.ends_with(s));
    (begins || ends) && text.len() > 1 && !text.contains(char::is_whitespace)
}

/// Code that goes on too far: it begins with code of the source, and with what stands behind that.
fn code(facing: &Facing<'_>, i: usize, segment: &Segment, out: &mut Vec<Raw>) {
    let codes = |s: &Segment| -> Vec<Range<u32>> {
        s.text.marks().iter().filter(|m| m.kind == MarkKind::Code).map(|m| m.range.clone()).collect()
    };
    if !segment.shown().contains('`') {
        return;
    }
    let mine = codes(segment);
    let of = |s: &Segment, r: &Range<u32>| s.shown()[r.start as usize..r.end as usize].to_owned();
    let theirs: Vec<String> =
        facing.source(i).flat_map(|(_, s)| codes(s).iter().map(|r| of(s, r)).collect::<Vec<_>>()).collect();
    let here: Vec<String> = mine.iter().map(|r| of(segment, r)).collect();
    if mine.len() >= theirs.len() {
        return;
    }
    lone_backticks(i, segment, &theirs, &here, out);
    for (range, text) in mine.iter().zip(&here).filter(|(_, text)| !theirs.contains(text)) {
        let first = theirs.iter().find(|code| {
            !here.contains(code)
                && text.strip_prefix(code.as_str()).is_some_and(|rest| rest.starts_with([' ', ',', '.']))
        });
        if let Some(code) = first {
            let start = range.start as usize;
            let part = start..start + code.len();
            out.push(missing(i, part.end, "a backtick is not closed", part));
        }
    }
}

/// A backtick beside code of the source that is no code here: the other one is lost.
fn lone_backticks(i: usize, segment: &Segment, theirs: &[String], here: &[String], out: &mut Vec<Raw>) {
    let shown = segment.shown();
    let lost: Vec<&String> = theirs.iter().filter(|code| !here.contains(code)).collect();
    if let [tick] = places(segment, "`")[..] {
        let before = lost.iter().find(|code| shown[..tick].ends_with(code.as_str()));
        let behind = lost.iter().find(|code| shown[tick + 1..].starts_with(code.as_str()));
        let found = before
            .map(|code| (tick - code.len(), "a backtick closes nothing"))
            .or(behind.map(|code| (tick + 1 + code.len(), "a backtick is not closed")));
        out.extend(found.map(|(at, message)| missing(i, at, message, tick..tick + 1)));
    }
}

/// An odd number of backticks where the source has pairs.
fn backticks(facing: &Facing<'_>, i: usize, segment: &Segment, out: &mut Vec<Raw>) {
    let ticks: Vec<usize> = segment.shown().match_indices('`').map(|(at, _)| at).collect();
    let theirs: Vec<usize> = facing.source(i).map(|(_, s)| s.shown().matches('`').count()).collect();
    let paired = theirs.iter().sum::<usize>() >= 2 && theirs.iter().all(|n| n % 2 == 0);
    if ticks.len() % 2 == 1 && paired && !segment.shown().contains("```") {
        let last = ticks[ticks.len() - 1];
        let end = end_of_code(segment.shown(), last + 1);
        out.push(missing(i, end, "a backtick is not closed", last..last + 1));
    }
}

fn end_of_code(shown: &str, from: usize) -> usize {
    shown[from..]
        .find(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '，' | '。'))
        .map_or(shown.len(), |i| from + i)
}

/// `##Heading`: shown as it is, because the space is missing.
fn heading_signs(facing: &Facing<'_>, i: usize, segment: &Segment, out: &mut Vec<Raw>) {
    let shown = segment.shown();
    let signs = |s: &str| s.bytes().take_while(|b| *b == b'#').count();
    let file = segment.text.file();
    for (at, _) in shown.match_indices('#').filter(|(at, _)| !shown[..*at].ends_with('#')) {
        let count = signs(&shown[at..]);
        let raw = segment.text.raw(at as u32..at as u32 + 1).start as usize;
        let before = file.text[..raw].trim_end_matches([' ', '\t']);
        let is_first = before.is_empty() || before.ends_with(['\n', '\r', '\u{feff}']);
        let goes_on = shown[at + count..].starts_with(|c: char| c.is_alphanumeric());
        let is_escaped = file.text[raw..].starts_with('\\');
        if !is_first || !goes_on || count > 6 || is_escaped {
            continue;
        }
        let source = || facing.source(i);
        // A single sign may begin a hashtag.
        let is_heading = count >= 2 && facing.link(i).is_some() || source().any(|(_, s)| s.role.is_heading());
        if !is_heading || source().any(|(_, s)| s.shown().starts_with('#')) {
            continue;
        }
        let end = (at + count) as u32;
        let message = Message::new("`{signs}` needs a space behind it to begin a heading")
            .with("signs", &shown[at..at + count]);
        let space = Replace { at: Label::target(i, end..end), with: " ".to_owned() };
        out.push(
            MarkupMismatch::META
                .finding(Label::target(i, at as u32..end), message)
                .help("put a space behind it")
                .fix(Applicability::Safe, vec![space]),
        );
    }
}
