//! What stands between marks: titles and quoted words of a Chinese or Japanese text, and of an English one.

use std::ops::Range;

use crate::document::{MarkKind, Segment};
use crate::lang::{is_han, kana::is_kana};

/// A stretch between marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    /// Bytes between the marks.
    pub(super) range: Range<usize>,
    /// Whether the marks are those of titles.
    pub(super) is_title: bool,
    /// Whether it is a sentence or more, as somebody says it.
    pub(super) is_speech: bool,
}

/// The longest title, in characters.
const LONGEST: usize = 20;

/// The stretches between marks of a Chinese or Japanese text, none inside another.
pub(super) fn in_source(shown: &str) -> Vec<Marked> {
    let mut out: Vec<Marked> = Vec::new();
    let mut open: Vec<(char, usize)> = Vec::new();
    for (at, c) in shown.char_indices() {
        let end = at + c.len_utf8();
        if let Some(close) = closing(c).filter(|&close| close != c || open.last().is_none_or(|o| o.0 != c)) {
            open.push((close, end));
        } else if let Some(depth) = open.iter().rposition(|(close, _)| *close == c) {
            let start = open[depth].1;
            open.truncate(depth);
            let found = marked(shown, start..at);
            // A title inside speech stands by itself.
            if found.as_ref().is_none_or(|m| !m.is_speech) {
                out.retain(|m| m.range.start < start);
            }
            out.extend(found);
        }
    }
    out.sort_by_key(|m| m.range.start);
    out
}

fn marked(shown: &str, range: Range<usize>) -> Option<Marked> {
    let text = &shown[range.clone()];
    let letters = text.chars().filter(|c| is_han(*c) || is_kana(*c)).count();
    let is_speech = text.chars().count() > LONGEST || text.contains(['。', '！', '？', '；', '：', '\n']);
    let is_title = shown[..range.start].ends_with(['《', '〈', '『']);
    (letters >= 2).then_some(Marked { range, is_title, is_speech })
}

fn closing(open: char) -> Option<char> {
    Some(match open {
        '《' => '》',
        '〈' => '〉',
        '「' => '」',
        '『' => '』',
        '“' => '”',
        '‘' => '’',
        '"' => '"',
        _ => return None,
    })
}

/// The stretches between quotation marks and in italics of an English text, in order, without the stops at their ends.
pub(super) fn in_target(segment: &Segment, within: Range<u32>) -> Vec<Range<u32>> {
    let shown = segment.shown();
    let mut out: Vec<Range<u32>> = Vec::new();
    let mut open: Option<(bool, usize)> = None;
    let mut before = ' ';
    let text = &shown[within.start as usize..within.end as usize];
    for (at, c) in text.char_indices() {
        let (end, next) = (at + c.len_utf8(), text[at + c.len_utf8()..].chars().next().unwrap_or(' '));
        match (c, open) {
            ('“' | '《' | '「', _) => open = Some((true, end)),
            ('"' | '„' | '”', None) if next.is_alphanumeric() => open = Some((true, end)),
            ('"' | '”' | '》' | '」', Some((true, start))) => {
                out.extend(trimmed(text, start..at));
                open = None;
            }
            ('‘' | '\'' | '’', None) if !before.is_alphanumeric() && next.is_alphanumeric() => {
                open = Some((false, end));
            }
            ('’' | '\'', Some((false, start))) if !next.is_alphanumeric() => {
                out.extend(trimmed(text, start..at));
                open = None;
            }
            _ => {}
        }
        before = c;
    }
    for r in &mut out {
        *r = r.start + within.start..r.end + within.start;
    }
    let italics =
        segment.text.marks_at(within).filter(|m| m.kind == MarkKind::Emphasis).map(|m| m.range.clone());
    let inside = |r: &Range<u32>| !out.iter().any(|o| o.start < r.end && r.start < o.end);
    let more: Vec<Range<u32>> = italics.filter(inside).collect();
    out.extend(more);
    out.sort_by_key(|r| r.start);
    out
}

fn trimmed(text: &str, range: Range<usize>) -> Option<Range<u32>> {
    let inside = text[range.clone()].trim_end_matches(|c: char| !c.is_alphanumeric());
    let start = inside.find(char::is_alphanumeric)?;
    Some((range.start + start) as u32..(range.start + inside.len()) as u32)
}

#[cfg(test)]
mod tests {
    use super::{in_source, in_target};
    use crate::rule::testing::document;

    fn source(text: &str) -> Vec<&str> {
        in_source(text).into_iter().map(|m| &text[m.range]).collect()
    }

    fn target(text: &str) -> Vec<String> {
        let doc = document("源", text, ("zh", "en"));
        let shown = doc.target[0].shown();
        in_target(&doc.target[0], 0..shown.len() as u32)
            .into_iter()
            .map(|r| shown[r.start as usize..r.end as usize].to_owned())
            .collect()
    }

    #[test]
    fn stretches_between_marks() {
        assert_eq!(source("他读《山那边》和“老路”，没说“A”。"), ["山那边", "老路"]);
        assert_eq!(source("《山“那”边》"), ["山“那”边"]);
        assert_eq!(target("He read \"Over the Hill,\" and ‘Old Road’."), ["Over the Hill", "Old Road"]);
        assert_eq!(target("The writers' “Old Road” isn't old."), ["Old Road"]);
        assert!(source("没有》").is_empty() && target("no ‘").is_empty());
    }
}
