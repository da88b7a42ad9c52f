//! Stretches of a text where rules on characters and punctuation look away: code, addresses, what is declared to be
//! in another language or not to be translated.

use std::ops::Range;

use crate::document::{Lang, Segment};

/// The shielded ranges of one segment, sorted and apart.
#[derive(Debug, Default)]
pub(super) struct Shield(Vec<Range<usize>>);

impl Shield {
    /// What the markup says, and what can be told from the text itself.
    pub(super) fn of(segment: &Segment, target: &Lang) -> Self {
        let mut all: Vec<Range<usize>> = Vec::new();
        for mark in segment.text.marks() {
            if mark.kind.hides(target) {
                all.push(mark.range.start as usize..mark.range.end as usize);
            }
        }
        addresses(segment.shown(), &mut all);
        backticked(segment.shown(), &mut all);
        all.sort_by_key(|r| (r.start, r.end));
        let mut merged: Vec<Range<usize>> = Vec::with_capacity(all.len());
        for r in all {
            match merged.last_mut() {
                Some(last) if r.start <= last.end => last.end = last.end.max(r.end),
                _ => merged.push(r),
            }
        }
        Self(merged)
    }

    /// Whether the byte `at` is shielded.
    pub(super) fn covers(&self, at: usize) -> bool {
        let i = self.0.partition_point(|r| r.end <= at);
        self.0.get(i).is_some_and(|r| r.start <= at)
    }

    /// Whether any byte of a range is shielded.
    pub(super) fn touches(&self, range: Range<usize>) -> bool {
        let i = self.0.partition_point(|r| r.end <= range.start);
        self.0.get(i).is_some_and(|r| r.start < range.end)
    }
}

/// Code and formulas in texts without markup.
pub(super) fn is_code(text: &str) -> bool {
    ["=>", "==", "();", "</", "/>", "${", "$(", "&&", "||", "->", "\\(", "::"]
        .iter()
        .any(|sign| text.contains(sign))
        || text.ends_with(['{', ';'])
        // Commands of LaTeX: `\left( r \right)`.
        || text.split('\\').skip(1).filter(|rest| rest.starts_with(|c: char| c.is_ascii_lowercase())).count() >= 3
        || text.chars().filter(|c| c.is_alphabetic()).count() * 2
            < text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Bare addresses, handles and mail addresses: from white space to white space around `://`, `www.` or `@`.
fn addresses(text: &str, out: &mut Vec<Range<usize>>) {
    for sign in ["://", "www.", "@"] {
        for (at, _) in text.match_indices(sign) {
            let start = text[..at].rfind(|c| !is_address(c)).map_or(0, |i| i + char_len(text, i));
            let end = text[at..].find(|c| !is_address(c)).map_or(text.len(), |i| at + i);
            let end =
                start + text[start..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']']).len();
            if start < end {
                out.push(start..end);
            }
        }
    }
}

fn is_address(c: char) -> bool {
    c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '(' | '[' | '{' | '`' | '\'')
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(1, char::len_utf8)
}

/// What stands between two backticks: code in texts without markup.
fn backticked(text: &str, out: &mut Vec<Range<usize>>) {
    let mut ticks = text.match_indices('`').map(|(i, _)| i);
    while let (Some(open), Some(close)) = (ticks.next(), ticks.next()) {
        out.push(open..close + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::{addresses, backticked};
    use crate::rule::testing::check;
    use proptest::prelude::*;

    fn found(text: &str) -> Vec<&str> {
        let mut out = Vec::new();
        addresses(text, &mut out);
        backticked(text, &mut out);
        out.into_iter().map(|r| &text[r]).collect()
    }

    #[test]
    fn addresses_end_before_the_stop_of_the_sentence() {
        assert_eq!(
            found("See (https://a.b/c,d?e=f.g). Or mail x@y.org, or `a ,b`."),
            ["https://a.b/c,d?e=f.g", "x@y.org", "`a ,b`"]
        );
    }

    proptest! {
        /// Whatever stands together, edits lie on characters and mending comes to an end.
        #[test]
        fn mending_converges(text in "([a-c]{1,3}|[ABs1?.,;:!'\"()\\[\\]“”‘’ ]|[，。（）《》「」【】—…～｜\u{3000}１％东]|[âÃ€™©\u{fffd}\u{200b}\u{ad}锟鈥]){1,24}") {
            let mut text = text;
            for round in 0.. {
                let mut edits: Vec<_> = check("a.txt", &text, ("zh", "en"))
                    .into_iter()
                    .filter_map(|f| f.fixes.into_iter().next())
                    .map(|f| f.edits)
                    .collect();
                edits.sort_by_key(|e| e[0].span);
                let Some(first) = edits.first() else { break };
                let before = text.clone();
                for edit in first.iter().rev() {
                    text.replace_range(edit.span.range(), &edit.replacement);
                }
                prop_assert!(round < 60, "{before:?} to {text:?}");
            }
        }
    }
}
