//! The pass before the parser: finds, line by line, what is no Markdown although it stands in a Markdown file, and
//! hides it from the parser. Code is passed over, as nothing in it means anything.

use std::ops::Range;
use std::sync::Arc;

use super::front;
use super::mask::{self, FILLER, Region};
use crate::document::readers::ignores::Ignores;
use crate::document::{CodeKind, Role, Text};
use crate::source::{SourceFile, Span};

/// What the pass found.
pub(super) struct Scan {
    /// What the parser reads, as long as the file.
    pub(super) copy: String,
    /// Parts that are not shown, in order.
    pub(super) gaps: Vec<Span>,
    /// Texts that stand outside of the running text: role, text, whether it is to be translated.
    pub(super) apart: Vec<(Role, Text, bool)>,
    /// Addresses and tags in what is hidden.
    pub(super) codes: Vec<(CodeKind, Span)>,
    /// Where admonitions begin, which the parser takes for list items.
    pub(super) admonitions: Vec<usize>,
    /// Ignore comments.
    pub(super) ignores: Ignores,
    /// Whether the front matter has a title.
    pub(super) titled: bool,
}

/// Reads `file` once.
pub(super) fn scan(file: &Arc<SourceFile>) -> Scan {
    let mut scanner = Scanner::new(file);
    let start = file.start() as usize;
    scanner.copy[..start].fill(b'\n');
    let mut titled = false;
    if let Some(front) = front::read(file) {
        titled = front.texts.iter().any(|(role, _)| *role == Role::Title);
        scanner.apart.extend(front.texts.into_iter().map(|(role, text)| (role, text, true)));
        mask::blank(&mut scanner.copy, start..front.end);
        scanner.at = front.end;
    } else {
        scanner.at = start;
    }
    while scanner.at < scanner.bytes.len() {
        scanner.line();
    }
    let Scanner { text, bytes, mut copy, regions, mut gaps, apart, codes, admonitions, ignores, .. } =
        scanner;
    mask::hide(bytes, &mut copy, &regions);
    for region in regions {
        let mut at = region.range.start;
        for shown in region.shown {
            gaps.push(Span::from(at..shown.start));
            at = shown.end;
        }
        gaps.push(Span::from(at..region.range.end));
    }
    gaps.retain(|g| !g.is_empty());
    gaps.sort_unstable();
    let copy = String::from_utf8(copy).unwrap_or_else(|_| text.to_owned());
    Scan { copy, gaps, apart, codes, admonitions, ignores, titled }
}

/// A fence that is open.
#[derive(Clone, Copy)]
struct Fence {
    mark: u8,
    length: usize,
    /// A line that is not blank and not so far in ends the list item, and the fence with it.
    least: usize,
    quoted: bool,
}

/// What stands before the text of a line.
pub(super) struct Prefix {
    /// Where the text begins.
    pub(super) text: usize,
    /// Bytes from the start of the line to the text.
    pub(super) indent: usize,
    /// Whether there is a `>`.
    pub(super) quoted: bool,
    /// Whether there is a mark of a list item.
    pub(super) item: bool,
}

/// The state of the pass.
pub(super) struct Scanner<'a> {
    pub(super) file: &'a Arc<SourceFile>,
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) copy: Vec<u8>,
    pub(super) regions: Vec<Region>,
    pub(super) gaps: Vec<Span>,
    pub(super) apart: Vec<(Role, Text, bool)>,
    pub(super) codes: Vec<(CodeKind, Span)>,
    pub(super) admonitions: Vec<usize>,
    pub(super) ignores: Ignores,
    /// Where the pass is.
    pub(super) at: usize,
    /// Whether the file is MDX, so that braces hold expressions.
    pub(super) mdx: bool,
    /// Components that are open.
    pub(super) depth: i32,
    /// Whether the line before was text that the next may go on with.
    pub(super) paragraph: bool,
    /// Whether a list item may be open.
    pub(super) list: bool,
    fence: Option<Fence>,
    pub(super) inline: super::inline::State,
}

impl<'a> Scanner<'a> {
    fn new(file: &'a Arc<SourceFile>) -> Self {
        let bytes = file.text.as_bytes();
        let mut copy = bytes.to_vec();
        for i in 0..copy.len() {
            if copy[i] == b'\r' && copy.get(i + 1) != Some(&b'\n') {
                copy[i] = b'\n';
            }
        }
        let is_mdx = file.path.to_ascii_lowercase().ends_with(".mdx") || file.text.contains("{/*");
        Self {
            file,
            text: &file.text,
            bytes,
            copy,
            regions: Vec::new(),
            gaps: Vec::new(),
            apart: Vec::new(),
            codes: Vec::new(),
            admonitions: Vec::new(),
            ignores: Ignores::default(),
            at: 0,
            mdx: is_mdx,
            depth: 0,
            paragraph: false,
            list: false,
            fence: None,
            inline: super::inline::State::default(),
        }
    }

    /// The end of the line that `at` lies in, before its line end.
    pub(super) fn line_end(&self, at: usize) -> usize {
        let length = self.bytes[at..].iter().position(|b| matches!(b, b'\n' | b'\r'));
        length.map_or(self.bytes.len(), |n| at + n)
    }

    /// The start of the next line, from the end of one.
    pub(super) fn next_line(&self, end: usize) -> usize {
        match self.bytes.get(end..) {
            Some([b'\r', b'\n', ..]) => end + 2,
            Some([_, ..]) => end + 1,
            _ => self.bytes.len(),
        }
    }

    /// Reads one line, or more where a part begins in it that is longer.
    fn line(&mut self) {
        let (start, end) = (self.at, self.line_end(self.at));
        let prefix = self.prefix(start, end);
        if let Some(fence) = self.fence {
            if self.ends(fence, &prefix, end) {
                self.fence = None;
            } else {
                self.fence = self.fence.filter(|_| !self.closes(fence, prefix.text, end));
                self.at = self.next_line(end);
                return;
            }
        }
        if prefix.text == end {
            self.paragraph = false;
            self.at = self.next_line(end);
            return;
        }
        self.list = prefix.item || self.list && prefix.indent > 0;
        self.outdent(start, &prefix);
        if let Some(fence) = self.opens(&prefix, end) {
            self.fence = Some(fence);
            self.paragraph = false;
            self.at = self.next_line(end);
        } else if !self.block(&prefix, end) {
            let first = self.regions.len();
            self.inline(prefix.text);
            self.paragraph = self.has_text(first, prefix.text);
        }
    }

    /// Whether anything stands from `from` to where the pass is, outside of the regions from number `first` on.
    fn has_text(&self, first: usize, from: usize) -> bool {
        let mut at = from;
        let mut found = false;
        for region in &self.regions[first..] {
            found |= !self.text[at..region.range.start].trim().is_empty();
            at = region.range.end;
        }
        found || !self.text[at..self.at].trim().is_empty()
    }

    /// The marks of quotations and list items at the start of a line.
    fn prefix(&self, start: usize, end: usize) -> Prefix {
        let (mut at, mut quoted, mut item) = (start, false, false);
        loop {
            at += self.bytes[at..end].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
            let rest = &self.bytes[at..end];
            let digits = rest.iter().take(9).take_while(|b| b.is_ascii_digit()).count();
            let mark = match rest {
                [b'>', ..] => {
                    quoted = true;
                    1
                }
                [b'-' | b'*' | b'+', b' ' | b'\t', ..] => 1,
                _ if digits > 0 && matches!(rest[digits..], [b'.' | b')', b' ' | b'\t', ..]) => digits + 1,
                _ => return Prefix { text: at, indent: at - start, quoted, item },
            };
            item |= rest[0] != b'>';
            at += mark;
        }
    }

    fn opens(&self, prefix: &Prefix, end: usize) -> Option<Fence> {
        let rest = &self.bytes[prefix.text..end];
        let mark = *rest.first().filter(|b| matches!(b, b'`' | b'~'))?;
        let length = rest.iter().take_while(|b| **b == mark).count();
        let is_code = prefix.indent >= 4 && !self.list && !prefix.quoted && self.depth <= 0;
        if length < 3 || is_code || mark == b'`' && rest[length..].contains(&b'`') {
            return None;
        }
        let least = if prefix.item { prefix.indent } else { prefix.indent.saturating_sub(3) };
        Some(Fence { mark, length, least: if prefix.quoted { 0 } else { least }, quoted: prefix.quoted })
    }

    fn closes(&self, fence: Fence, text: usize, end: usize) -> bool {
        let rest = &self.bytes[text..end];
        let length = rest.iter().take_while(|b| **b == fence.mark).count();
        length >= fence.length && rest[length..].iter().all(u8::is_ascii_whitespace)
    }

    /// Whether the block that a fence stands in has ended, and the fence with it.
    fn ends(&self, fence: Fence, prefix: &Prefix, end: usize) -> bool {
        if fence.quoted {
            return !prefix.quoted;
        }
        let start = prefix.text - prefix.indent;
        let indent = self.bytes[start..end].iter().take_while(|b| matches!(b, b' ' | b'\t')).count();
        start + indent < end && indent < fence.least
    }

    /// Marks `range` as not shown, and fills it for the parser.
    pub(super) fn skip(&mut self, range: Range<usize>) {
        self.copy[range.clone()].fill(FILLER);
        self.gaps.push(Span::from(range));
    }

    /// Adds a segment of code that stands apart.
    pub(super) fn code(&mut self, range: Range<usize>) {
        let text = &self.text[range.clone()];
        let start = range.start + text.len() - text.trim_start().len();
        let span = Span::from(start..start + text.trim().len());
        if !span.is_empty() {
            self.apart.push((Role::Code, Text::slice(Arc::clone(self.file), span), false));
        }
    }
}
