//! Lines that begin something which Markdown itself does not know: admonitions, containers, imports, tables of
//! contents, blocks of mathematics.

use std::ops::Range;

use super::mask::{FILLER, blank};
use super::scan::{Prefix, Scanner};
use crate::document::readers::html::braces;

/// No block of mathematics or imports is longer.
const LONGEST: usize = 20_000;

impl Scanner<'_> {
    /// Reads a line that begins a block of its own; false if it does not.
    pub(super) fn block(&mut self, prefix: &Prefix, end: usize) -> bool {
        let start = prefix.text;
        let line = self.text[start..end].trim_end();
        let done = match self.bytes[start] {
            b'!' | b'?' | b'=' => self.admonition(start, line),
            b':' => self.container(start, line),
            b'[' | b'$' if is_contents(line) => {
                blank(&mut self.copy, start..end);
                Some(end)
            }
            b'[' if prefix.quoted => self.alert(start, line),
            b'$' => self.math(start, end),
            b'i' | b'e' if prefix.indent == 0 && !self.paragraph => self.import(start, end),
            _ => None,
        };
        let Some(to) = done else { return false };
        self.paragraph = false;
        self.at = to;
        // The title of a block is text like any other.
        if to < end {
            self.inline(to);
        } else {
            self.at = self.next_line(self.line_end(to));
        }
        true
    }

    /// Lets prose inside components, which is often set in, be prose: four blanks would make it code.
    pub(super) fn outdent(&mut self, start: usize, prefix: &Prefix) {
        if self.depth > 0
            && !self.list
            && !self.paragraph
            && !prefix.item
            && prefix.indent >= 4
            && !prefix.quoted
        {
            self.copy[prefix.text - 1] = b'\n';
            blank(&mut self.copy, start..prefix.text - 1);
        }
    }

    /// `!!! note "Title"`, `??? tip`, `=== "Tab"`. For the parser it becomes a list item with a heading, since its
    /// inside is set in by four blanks.
    fn admonition(&mut self, start: usize, line: &str) -> Option<usize> {
        let is_tab = line.starts_with("===");
        if !is_tab && !line.starts_with("!!!") && !line.starts_with("???") {
            return None;
        }
        let rest = line[3..].trim_start_matches(['+', '!']);
        let rest_at = line.len() - rest.len();
        let first = rest.trim_start().chars().next()?;
        let plain = first == '"' || !is_tab && first.is_ascii_lowercase();
        if !rest.starts_with(' ') || line.len() < 6 || !(plain || !is_tab && self.is_set_in(start)) {
            return None;
        }
        let kind = rest.find(|c: char| !c.is_ascii() || c == '"').unwrap_or(rest.len());
        let title = rest_at + kind + usize::from(rest[kind..].starts_with('"'));
        let title_end = line.len() - usize::from(line.ends_with('"') && title < line.len());
        self.copy[start..start + 4].copy_from_slice(b"- # ");
        self.skip_markup(start, 4, title.max(4), title_end.max(title).max(4), line.len());
        self.admonitions.push(start);
        self.list = true;
        Some(start + title)
    }

    /// `::: tip Title`, `:::note[Title]`, `:::`, and lines such as `::video{#id}`.
    fn container(&mut self, start: usize, line: &str) -> Option<usize> {
        let rest = line.trim_start_matches(':');
        let colons = line.len() - rest.len();
        let word = rest.trim_start();
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let name = word.len() - word.trim_start_matches(is_name).len();
        if colons < 2 || colons == 2 && (name == 0 || rest.len() != word.len()) {
            return None;
        }
        let behind = &word[name..];
        let label = behind.trim_start();
        let label = if label.starts_with(['[', '{']) { label } else { behind };
        let (mut from, mut to) = (line.len() - label.trim_start().len(), line.len());
        if label.starts_with('[') {
            from += 1;
            to = label.find(']').map_or(to, |i| line.len() - label.len() + i);
        } else if colons == 2 && !behind.is_empty() && !label.starts_with('{') {
            return None;
        }
        if let Some(i) =
            line[from.min(to)..to].find('{').filter(|_| line.ends_with('}') || label.starts_with('['))
        {
            to = from + i;
        }
        if line[from.min(to)..to].trim().is_empty() {
            blank(&mut self.copy, start..start + line.len());
            return Some(start + line.len());
        }
        self.copy[start..start + 2].copy_from_slice(b"# ");
        self.skip_markup(start, 2, from, to, line.len());
        Some(start + from)
    }

    /// `> [!NOTE]`, with or without a title of its own.
    fn alert(&mut self, start: usize, line: &str) -> Option<usize> {
        let name = line.strip_prefix("[!")?.split(']').next()?;
        let close = name.len() + 3;
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '|');
        if name.is_empty() || !name.chars().all(is_name) || close > line.len() {
            return None;
        }
        let title = line[close..].trim_start_matches(['+', '-']).trim_start();
        if title.is_empty() {
            blank(&mut self.copy, start..start + line.len());
            return Some(start + line.len());
        }
        let from = line.len() - title.len();
        self.copy[start..start + 2].copy_from_slice(b"# ");
        self.skip_markup(start, 2, from, line.len(), line.len());
        Some(start + from)
    }

    /// A line of markup up to the title at `from..to`, all counted from `start`; the first `kept` bytes are set already.
    fn skip_markup(&mut self, start: usize, kept: usize, from: usize, to: usize, end: usize) {
        self.skip(start + kept..start + from.max(kept));
        self.skip(start + to..start + end);
    }

    /// `$$` over more than one line.
    fn math(&mut self, start: usize, end: usize) -> Option<usize> {
        if !self.text[start..end].starts_with("$$") || self.text[start + 2..end].contains("$$") {
            return None;
        }
        let limit = (end + LONGEST).min(self.bytes.len());
        let length = self.bytes[end..limit].windows(2).position(|w| w == b"$$")?;
        let close = end + length + 2;
        let tail = close..self.line_end(close);
        if !self.text[tail].trim().is_empty() {
            return None;
        }
        blank(&mut self.copy, start..close);
        self.code(start + 2..close - 2);
        Some(close)
    }

    /// `import … from '…'` and `export …` of MDX, with all of the braces that open there.
    fn import(&mut self, start: usize, end: usize) -> Option<usize> {
        let line = &self.text[start..end];
        let limit = (start + LONGEST).min(self.bytes.len());
        let open = line.find('{').map(|i| start + i);
        let to = match open.map(|open| braces(&self.bytes[..limit], open)) {
            Some(close) => self.line_end(close?),
            None if line.trim_end().ends_with(['[', '(', '=', ',']) => self.blank_line(start),
            None => end,
        };
        let whole = &self.text[start..to];
        let word = |s: &str| line.split_ascii_whitespace().nth(1).is_some_and(|w| w == s);
        let is_import = line.starts_with("import ")
            && (whole.contains(" from '")
                || whole.contains(" from \"")
                || line[7..].starts_with(['\'', '"']));
        let is_export = line.starts_with("export ")
            && (["const", "default", "function", "let", "var", "async", "class", "*"].into_iter().any(word)
                || line[7..].starts_with('{'));
        if !is_import && !is_export {
            return None;
        }
        self.mdx = true;
        blank(&mut self.copy, start..to);
        Some(to)
    }

    /// Whether the next line that is not blank is set in by four.
    fn is_set_in(&self, at: usize) -> bool {
        let next = self.next_line(self.line_end(at));
        let rest = self.text[next..].trim_start_matches(['\r', '\n']);
        rest.starts_with("    ") || rest.starts_with('\t')
    }

    /// The start of the first blank line behind `at`.
    pub(super) fn blank_line(&self, at: usize) -> usize {
        let mut end = self.line_end(at);
        loop {
            let next = self.next_line(end);
            if next >= self.bytes.len() {
                return self.bytes.len();
            }
            end = self.line_end(next);
            if self.bytes[next..end].iter().all(|b| matches!(b, b' ' | b'\t')) {
                return next;
            }
        }
    }

    /// Fills for the parser, but shows, what is no markup there though it looks like it.
    pub(super) fn defuse(&mut self, range: Range<usize>) {
        self.copy[range].fill(FILLER);
    }
}

fn is_contents(line: &str) -> bool {
    ["[TOC]", "[[TOC]]", "[[_TOC_]]", "${toc}"].iter().any(|s| line.eq_ignore_ascii_case(s))
}
