//! Parts inside a line that are no Markdown: comments, shortcodes, tags of JSX, expressions, ids of headings; and the
//! dollar signs that are money.

use std::collections::HashMap;
use std::ops::Range;

use super::jsx;
use super::mask::{FILLER, Region};
use super::scan::Scanner;
use crate::document::readers::html::{braces, is_element};
use crate::document::{CodeKind, Escape};
use crate::source::Span;

/// No shortcode and no expression is longer.
pub(super) const LONGEST: usize = 20_000;

/// What was looked up already, so that no stretch of the file is searched twice.
#[derive(Default)]
pub(super) struct State {
    /// The paragraph that `ticks` is of.
    block_end: usize,
    /// Where the code span ends that begins at a backtick.
    ticks: HashMap<usize, usize>,
    /// The next of some closing string: where it is, for every place from which it was searched on.
    next: HashMap<&'static str, (usize, Option<usize>)>,
    /// Up to here there is no tag.
    no_tag: usize,
    /// Up to here no shortcode around code is closed.
    pub(super) no_code: usize,
    /// Up to here there is no expression.
    no_braces: usize,
}

impl Scanner<'_> {
    /// Reads from `from` to the end of the line, or of a later one if a part goes on there.
    pub(super) fn inline(&mut self, from: usize) {
        let mut at = from;
        while let Some(&b) = self.bytes.get(at) {
            at = match b {
                b'\n' | b'\r' => break,
                b'\\' if self.bytes.get(at + 1).is_some_and(u8::is_ascii_punctuation) => at + 2,
                b'`' => self.code_span(at),
                b'<' => self.angle(at),
                b'{' => self.brace(at),
                b'$' => self.dollar(at),
                b'[' => self.footnote(at),
                _ => at + 1,
            };
        }
        self.at = self.next_line(at);
    }

    /// The next `what` at or behind `at`.
    fn find(&mut self, what: &'static str, at: usize) -> Option<usize> {
        if let Some(&(from, found)) = self.inline.next.get(what)
            && from <= at
            && found.is_none_or(|f| f >= at)
        {
            return found;
        }
        let found = self.text.get(at..).and_then(|rest| rest.find(what)).map(|i| at + i);
        self.inline.next.insert(what, (at, found));
        found
    }

    pub(super) fn hide(&mut self, range: Range<usize>, comment: bool, shown: Vec<Range<usize>>) -> usize {
        let end = range.end;
        self.regions.push(Region { range, comment, shown });
        end
    }

    fn code_span(&mut self, at: usize) -> usize {
        if at >= self.inline.block_end {
            self.find_code(at);
        }
        let run = self.bytes[at..].iter().take_while(|b| **b == b'`').count();
        self.inline.ticks.get(&at).copied().unwrap_or(at + run)
    }

    /// Finds all runs of backticks of the paragraph that `at` stands in, and which close one another.
    fn find_code(&mut self, at: usize) {
        let mut end = self.line_end(at);
        loop {
            let next = self.next_line(end);
            if next >= self.bytes.len() || self.begins_block(next) {
                break;
            }
            end = self.line_end(next);
        }
        self.inline.block_end = end.max(at + 1);
        self.inline.ticks.clear();
        let mut runs = Vec::new();
        let mut i = at;
        while i < end {
            let length = self.bytes[i..end].iter().take_while(|b| **b == b'`').count();
            if length > 0 {
                runs.push((i, length));
            }
            i += length.max(1);
        }
        let mut closing: HashMap<usize, usize> = HashMap::new();
        for &(start, length) in runs.iter().rev() {
            if let Some(&close) = closing.get(&length) {
                self.inline.ticks.insert(start, close + length);
            }
            // Behind a backslash the first backtick opens nothing; the rest of the run may.
            if let Some(&close) = closing.get(&(length - 1)).filter(|_| length > 1) {
                self.inline.ticks.insert(start + 1, close + length - 1);
            }
            closing.insert(length, start);
        }
    }

    /// Whether a line ends the paragraph before it.
    fn begins_block(&self, start: usize) -> bool {
        let line = self.text[start..self.line_end(start)].trim_start();
        let listed = line.trim_start_matches(|c: char| c.is_ascii_digit());
        line.is_empty()
            || ["#", "```", "~~~", "<!--", ":::", "!!! "].iter().any(|s| line.starts_with(s))
            || ["- ", "* ", "+ "].iter().any(|s| line.starts_with(s))
            || listed.len() < line.len() && (listed.starts_with(". ") || listed.starts_with(") "))
    }

    fn angle(&mut self, at: usize) -> usize {
        if self.text[at..].starts_with("<!--") {
            let Some(close) = self.find("-->", at + 2) else {
                self.defuse(at..at + 4);
                return at + 4;
            };
            let end = close + 3;
            let inside = self.text.get(at + 4..close).unwrap_or_default();
            self.ignores.comment(self.file, Span::from(at..end), inside);
            return self.hide(at..end, true, Vec::new());
        }
        if at < self.inline.no_tag {
            return at + 1;
        }
        match jsx::tag(self.bytes, at) {
            Ok(tag) if tag.component => {
                self.depth = (self.depth + tag.depth).max(0);
                self.codes.push((CodeKind::Tag, Span::from(tag.range.clone())));
                self.texts_of(&tag.range, tag.name_end, Escape::Attribute);
                self.hide(tag.range, false, Vec::new())
            }
            Ok(tag) if self.only_looks_like_tag(at, tag.name_end) => {
                self.defuse(at..at + 1);
                at + 1
            }
            Ok(tag) => {
                for range in tag.braces {
                    self.copy[range].fill(b' ');
                }
                tag.range.end
            }
            Err(no_tag) => {
                self.inline.no_tag = no_tag;
                at + 1
            }
        }
    }

    /// Whether a tag is none of HTML and does not enclose anything on its line either: `<unk>`, `<name>`.
    fn only_looks_like_tag(&self, at: usize, name_end: usize) -> bool {
        let name = &self.text[at + 1..name_end];
        let plain = name.trim_start_matches('/');
        if is_element(plain) {
            return false;
        }
        let is_closing = plain.len() < name.len();
        let near = if is_closing { &self.bytes[at.saturating_sub(300)..at] } else { &self.bytes[name_end..] };
        let other = if is_closing { format!("<{plain}>") } else { format!("</{plain}>") };
        let is_end = |b: &u8| matches!(b, b'\n' | b'\r');
        let line = if is_closing {
            near.rsplit(is_end).next()
        } else {
            near[..near.len().min(300)].split(is_end).next()
        };
        !line.unwrap_or_default().windows(other.len()).any(|w| w == other.as_bytes())
    }

    fn brace(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        if rest.starts_with("{/*")
            && let Some(close) = self.find("*/", at + 3)
        {
            let inside = &self.text[at + 3..close];
            let end = close + 2 + usize::from(self.bytes.get(close + 2) == Some(&b'}'));
            self.ignores.comment(self.file, Span::from(at..end), inside);
            return self.hide(at..end, true, Vec::new());
        }
        for (open, close) in [("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("{%", "%}")] {
            if rest.starts_with(open) {
                if let Some(end) = self.find(close, at + open.len()).map(|i| i + close.len())
                    && end - at <= LONGEST
                    && !self.text[at + 2..end - 2].contains(&open[..2])
                {
                    return self.shortcode(at..end, open.len());
                }
                return at + open.len();
            }
        }
        if let Some(end) = self.attribute_list(at) {
            return self.hide(at..end, false, Vec::new());
        }
        if self.mdx && at >= self.inline.no_braces {
            let limit = (at + LONGEST).min(self.bytes.len());
            match braces(&self.bytes[..limit], at) {
                Some(end) if self.text.is_char_boundary(end) => return self.hide(at..end, false, Vec::new()),
                _ => self.inline.no_braces = limit,
            }
        }
        at + 1
    }

    /// `{#id}`, `{: .class}`, `{ .class }` and `{width=50%}` behind a heading, an image or the like.
    fn attribute_list(&self, at: usize) -> Option<usize> {
        let length = self.bytes[at + 1..].iter().take(300).position(|b| b"{}\n\r".contains(b))?;
        let close = at + 1 + length;
        let inside = self.text.get(at + 1..close).filter(|_| self.bytes[close] == b'}')?.trim();
        let mut rest = self.bytes[close + 1..].iter().skip_while(|b| matches!(b, b' ' | b'\t'));
        let last = rest.next().is_none_or(|b| matches!(b, b'\n' | b'\r'));
        let behind = self.bytes[..at].last().is_some_and(|b| b")]`*_\">".contains(b));
        let is_list = match inside.chars().next()? {
            '#' => last || behind || !inside.contains(' ') || inside.ends_with('#'),
            ':' | '.' => last || behind,
            _ => behind && inside.contains('='),
        };
        is_list.then_some(close + 1)
    }

    /// Mathematics is passed over; a dollar sign that is money is kept from the parser.
    fn dollar(&mut self, at: usize) -> usize {
        let next = self.bytes.get(at + 1).copied().unwrap_or(b' ');
        let run = self.bytes[at..].iter().take_while(|b| **b == b'$').count();
        if run > 2 {
            // No mathematics, and the parser is slow with long runs.
            self.defuse(at..at + run);
            return at + run;
        }
        if next == b'$' {
            let end = self.find("$$", at + 2).filter(|i| i - at <= LONGEST && !self.is_broken(at..*i));
            return end.map_or(at + 2, |i| i + 2);
        }
        let sign = self.bytes[..at].last().is_some_and(u8::is_ascii_alphanumeric);
        let close = self.find("$", at + 1).filter(|i| i - at <= LONGEST);
        let is_math = |close: usize| {
            let inside = &self.text[at + 1..close];
            let behind = self.bytes.get(close + 1).copied().unwrap_or(b' ');
            !behind.is_ascii_alphanumeric() && !inside.ends_with([' ', '\t', '\n', '\\'])
        };
        if !sign
            && !next.is_ascii_whitespace()
            && let Some(close) = close
            && is_math(close)
            && !self.is_broken(at..close)
        {
            return close + 1;
        }
        // Some dialects allow blanks inside the dollar signs; commands then tell it from money.
        if let Some(close) = close
            && let inside = &self.text[at + 1..close]
            && inside.starts_with(' ')
            && inside.ends_with(' ')
            && inside.len() > 2
            && inside.contains(['\\', '^'])
            && !inside.contains(['\n', '\r'])
        {
            self.skip(at + 1..at + 2);
            self.skip(close - 1..close);
            return close + 1;
        }
        self.copy[at] = FILLER;
        at + 1
    }

    /// Whether there is a blank line in `range`.
    fn is_broken(&self, range: Range<usize>) -> bool {
        let lines = self.text[range].split_inclusive('\n').skip(1);
        lines.filter(|l| l.ends_with('\n')).any(|l| l.trim().is_empty())
    }

    /// A reference to a footnote by number, which is hidden even where the footnote itself is missing.
    fn footnote(&mut self, at: usize) -> usize {
        let rest = &self.bytes[at + 1..];
        let digits = rest.iter().skip(1).take(6).take_while(|b| b.is_ascii_digit()).count();
        let is_reference = rest.first() == Some(&b'^')
            && digits > 0
            && rest.get(digits + 1) == Some(&b']')
            && rest.get(digits + 2) != Some(&b':');
        if is_reference { self.hide(at..at + digits + 3, false, Vec::new()) } else { at + 1 }
    }
}
