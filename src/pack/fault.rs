//! What is wrong in a pack, shown in its place.
//!
//! Entries carry no positions: checking a text needs none. A fault names its way through the file (`term`, the 3rd,
//! `wrong`, the 2nd), and the file is read once more to find where that is.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::schema::Kind;
use crate::error::Error;
use crate::report::in_place;

/// One step into a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A key of a table.
    Key(&'static str),
    /// An item of a list; a value that is no list is its own first item.
    Item(usize),
}

/// Something wrong in a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The way to it.
    pub at: Vec<Step>,
    /// What is wrong and what to do about it, in one line.
    pub problem: String,
}

impl Fault {
    /// A fault in a whole entry.
    pub fn entry(kind: Kind, index: usize, problem: impl Into<String>) -> Self {
        Self { at: vec![Step::Key(kind.key()), Step::Item(index)], problem: problem.into() }
    }

    /// The same, at a key of it.
    #[must_use]
    pub fn key(mut self, key: &'static str) -> Self {
        self.at.push(Step::Key(key));
        self
    }

    /// The same, at an item of that key.
    #[must_use]
    pub fn item(mut self, item: usize) -> Self {
        self.at.push(Step::Item(item));
        self
    }

    /// The error to show for it.
    pub fn into_error(self, path: &str, text: &str) -> Error {
        error(path, text, locate(text, &self.at).unwrap_or(0..0), &self.problem)
    }
}

/// The bytes that the steps lead to, or as near as they lead.
pub(super) fn locate(text: &str, steps: &[Step]) -> Option<Range<usize>> {
    Some(follow(&DeTable::parse(text).ok()?, steps))
}

/// The lines that each of some ways lead to; the file is read once for all.
pub(super) fn lines<'s>(text: &str, ways: impl Iterator<Item = &'s [Step]>) -> Vec<u32> {
    let Ok(table) = DeTable::parse(text) else { return ways.map(|_| 1).collect() };
    let feeds: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    ways.map(|steps| 1 + feeds.partition_point(|feed| *feed < follow(&table, steps).start) as u32).collect()
}

fn follow(table: &Spanned<DeTable<'_>>, steps: &[Step]) -> Range<usize> {
    let mut at = table.span();
    let mut here: Option<&Spanned<DeValue<'_>>> = None;
    for step in steps {
        let next = match (*step, here) {
            (Step::Key(key), None) => table.get_ref().get(key),
            (Step::Key(key), Some(value)) => value.get_ref().as_table().and_then(|t| t.get(key)),
            (Step::Item(i), Some(value)) => match value.get_ref().as_array() {
                Some(array) => array.get(i),
                None => Some(value).filter(|_| i == 0),
            },
            (Step::Item(_), None) => None,
        };
        let Some(value) = next else { break };
        at = value.span();
        here = Some(value);
    }
    at
}

/// The line, from 1, of a byte.
pub(super) fn line_of(text: &str, at: usize) -> u32 {
    1 + text.as_bytes()[..at.min(text.len())].iter().filter(|&&b| b == b'\n').count() as u32
}

/// An error in a TOML file, with its own lines round the fault.
pub(super) fn error(path: &str, text: &str, span: Range<usize>, problem: &str) -> Error {
    // A whole table is shown by its first line.
    let start = span.start.min(text.len());
    let end = text[start..].find('\n').map_or(text.len(), |i| start + i);
    in_place(path, text, start..span.end.min(end).max(start), problem)
}

#[cfg(test)]
mod tests {
    use super::{Fault, Step, error, line_of, locate};
    use crate::pack::schema::Kind;

    const TEXT: &str =
        "[pack]\nid = \"x\"\n\n[[term]]\nwrong = [\n  \"a\",\n  \"b\",\n]\n[[term]]\nwrong = \"c\"\n";

    #[test]
    fn steps_lead_to_the_line() {
        let line = |steps: &[Step]| locate(TEXT, steps).map(|r| (line_of(TEXT, r.start), TEXT[r].to_owned()));
        let fault = Fault::entry(Kind::Term, 0, "").key("wrong").item(1);
        assert_eq!(line(&fault.at), Some((7, "\"b\"".into())));
        let single = Fault::entry(Kind::Term, 1, "").key("wrong").item(0);
        assert_eq!(line(&single.at), Some((10, "\"c\"".into())));
        assert_eq!(line(&Fault::entry(Kind::Term, 1, "").key("nothing").at).map(|l| l.0), Some(9));
    }

    #[test]
    fn an_error_shows_the_line() {
        let shown = error("p.toml", TEXT, 51..54, "no").to_string();
        assert!(shown.contains("--> p.toml:7:") || shown.contains("p.toml:"), "{shown}");
        assert!(shown.contains("no"), "{shown}");
    }
}
