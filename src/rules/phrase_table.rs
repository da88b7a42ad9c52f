//! Tables of phrases: data files of regular expressions with a class and the place where they count.

use std::ops::Range;
use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};

/// Where in the document a phrase is what the table says it is; elsewhere it may be the author's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Anywhere.
    Any,
    /// At the beginning or the end of a segment.
    Edge,
    /// At the beginning of a segment.
    Start,
    /// At the end of a segment.
    End,
    /// A segment of its own.
    Whole,
    /// At an edge of one of the first or last segments.
    Margin,
    /// A segment of its own among the first or last.
    Line,
}

/// One line of a table.
#[derive(Debug)]
pub(super) struct Phrase {
    /// What kind of thing it is, for the rule.
    pub(super) class: &'static str,
    place: Place,
    /// Some of these is in every match, in lower case.
    stems: Vec<&'static str>,
    pattern: &'static str,
    regex: OnceLock<Option<Regex>>,
}

/// A table, with one expression that tells quickly whether any phrase can match.
#[derive(Debug)]
pub(super) struct Table {
    phrases: Vec<Phrase>,
    stems: Option<Regex>,
}

impl Table {
    /// Reads lines of class, place, stems parted by `|`, and pattern, parted by tabs; `#` begins a comment.
    pub(super) fn parse(data: &'static str) -> Self {
        let phrases: Vec<Phrase> =
            data.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).filter_map(Phrase::parse).collect();
        let mut stems: Vec<_> = phrases.iter().flat_map(|p| &p.stems).map(|s| regex::escape(s)).collect();
        stems.sort_unstable();
        stems.dedup();
        Self { phrases, stems: Regex::new(&format!("(?i:{})", stems.join("|"))).ok() }
    }

    /// Every match of a phrase in a segment that lies where the phrase counts. `margin`: it is one of the first or last
    /// segments of its document.
    pub(super) fn find(&self, text: &str, margin: bool) -> Vec<(&Phrase, Range<u32>)> {
        let mut out = Vec::new();
        if !self.stems.as_ref().is_some_and(|stems| stems.is_match(text)) {
            return out;
        }
        let lower = text.to_lowercase();
        for phrase in &self.phrases {
            if !margin && matches!(phrase.place, Place::Margin | Place::Line)
                || !phrase.stems.iter().any(|stem| lower.contains(stem))
            {
                continue;
            }
            let regex = phrase.regex.get_or_init(|| compile(phrase.pattern));
            for m in regex.iter().flat_map(|regex| regex.find_iter(text)) {
                let at = trimmed(text, m.range());
                if phrase.place.holds(text, &at) {
                    out.push((phrase, at.start as u32..at.end as u32));
                }
            }
        }
        out
    }
}

impl Phrase {
    fn parse(line: &'static str) -> Option<Self> {
        let mut columns = line.split('\t');
        let class = columns.next()?;
        let place = match columns.next()? {
            "any" => Place::Any,
            "edge" => Place::Edge,
            "start" => Place::Start,
            "end" => Place::End,
            "whole" => Place::Whole,
            "margin" => Place::Margin,
            "line" => Place::Line,
            _ => return None,
        };
        let stems = columns.next()?.split('|').collect();
        Some(Self { class, place, stems, pattern: columns.next()?, regex: OnceLock::new() })
    }
}

/// A word ends where its script ends, too: `\b` holds between a Chinese character and a Latin letter.
fn compile(pattern: &str) -> Option<Regex> {
    RegexBuilder::new(&pattern.replace(r"\b", r"(?-u:\b)"))
        .case_insensitive(true)
        .size_limit(1 << 22)
        .build()
        .ok()
}

fn trimmed(text: &str, at: Range<usize>) -> Range<usize> {
    let part = &text[at.clone()];
    let start = at.start + part.len() - part.trim_start().len();
    start..start + part.trim().len()
}

impl Place {
    fn holds(self, text: &str, at: &Range<usize>) -> bool {
        let bare = |s: &str| s.chars().all(|c| c.is_whitespace() || matches!(c, '*' | '_' | '#' | '>' | '"'));
        let (head, tail) = (&text[..at.start], &text[at.end..]);
        let begins = || bare(head);
        let ends = || bare(tail) && after_stop(head, &text[at.start..]);
        match self {
            Place::Any => true,
            Place::Edge | Place::Margin => begins() || ends(),
            Place::Start => begins(),
            Place::End => ends(),
            Place::Whole | Place::Line => begins() && bare(tail),
        }
    }
}

/// Whether a sentence can begin at `rest`: what is before it has ended, or it has a capital or no case at all.
fn after_stop(head: &str, rest: &str) -> bool {
    let before = head.trim_end().chars().next_back();
    let first = rest.chars().next();
    before.is_none_or(|c| !c.is_alphanumeric() && !matches!(c, ',' | '，' | '、'))
        || first.is_some_and(|c| !c.is_lowercase())
}

#[cfg(test)]
impl Table {
    /// Asserts that every line was read and every pattern compiles, holds a stem and does not match the empty text.
    pub(super) fn assert_sound(&self, data: &str) {
        let lines = data.lines().filter(|l| !l.is_empty() && !l.starts_with('#')).count();
        assert_eq!(self.phrases.len(), lines);
        assert!(self.stems.is_some());
        for p in &self.phrases {
            let regex = compile(p.pattern).unwrap_or_else(|| panic!("{}", p.pattern));
            assert!(!regex.is_match(""), "{}", p.pattern);
        }
    }
}
