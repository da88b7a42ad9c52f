//! What stands inside a block: text with its escapes, mathematics, tags, HTML blocks.

use std::ops::Range;

use pulldown_cmark::CowStr;

use super::walk::Walk;
use crate::document::{Escape, MarkKind, Role};
use crate::source::Span;

impl Walk<'_> {
    /// Running text or code: as it stands in the file, but for entities and escapes.
    pub(super) fn text(&mut self, text: &CowStr<'_>, range: Range<usize>) {
        let (copy, span) = (self.copy, Span::from(range.clone()));
        let before = self.last.min(range.start);
        self.last = range.end;
        let flow = &mut self.html.flow;
        if copy.get(range.clone()) != Some(text) {
            flow.atom(span, text);
        } else if self.in_code {
            flow.exact(span);
        } else {
            // The parser leaves out the backslash of an escape; an edit must not.
            let gap = copy.get(before..range.start).unwrap_or_default();
            let slashes = gap.len() - gap.trim_end_matches('\\').len();
            let first = text.chars().next().filter(|_| slashes > 0).map_or(0, char::len_utf8);
            if first > 0 {
                flow.atom(Span::from(range.start - slashes..range.start + first), &text[..first]);
            }
            flow.verbatim(Span::from(range.start + first..range.end));
        }
    }

    /// Mathematics between so many dollar signs at each end.
    pub(super) fn math(&mut self, span: Span, dollars: u32) {
        let inner = Span::new(span.start + dollars, span.end.saturating_sub(dollars));
        self.last = span.end as usize;
        let shown = &self.copy[inner.range()];
        // White space folds, so that marks of quotations at the start of lines are not shown.
        let mut at = inner.start;
        for line in shown.split_inclusive('\n') {
            let text = line.trim_end_matches(['\r', '\n']);
            let mark = text.len() - text.trim_start_matches([' ', '\t', '>']).len();
            let skip = if at == inner.start { 0 } else { mark as u32 };
            let end = at + text.len() as u32;
            self.html.flow.verbatim(Span::new(at + skip, end));
            if text.len() < line.len() {
                self.html.flow.space(Span::new(end, at + line.len() as u32));
            }
            at += line.len() as u32;
        }
    }

    /// Mathematics between two dollar signs: on lines of its own it is a block of code.
    pub(super) fn display(&mut self, span: Span) {
        let line_start = self.copy[..span.start as usize].rfind('\n').map_or(0, |i| i + 1);
        let before = &self.copy[line_start..span.start as usize];
        let behind = self.copy[span.end as usize..].split(['\n', '\r']).next().unwrap_or_default();
        let is_block = before.trim_matches([' ', '\t', '>']).is_empty() && behind.trim().is_empty();
        let flow = &mut self.html.flow;
        if is_block && flow.depth() == 0 {
            self.html.boundary(span.start);
            self.html.flow.role = Role::Code;
            self.html.flow.translate = false;
            self.math(span, 2);
            self.html.flow.flush();
            self.html.settle();
        } else {
            flow.open(MarkKind::Code);
            self.math(span, 2);
            self.html.flow.close();
        }
    }

    /// A tag inside a paragraph.
    pub(super) fn inline_html(&mut self, tag: &str, range: Range<usize>) {
        self.last = range.end;
        let closing = tag.starts_with("</");
        let rest = &tag[1 + usize::from(closing)..];
        let length = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'-').count();
        let name = rest[..length].to_ascii_lowercase();
        if name.is_empty() {
            return;
        }
        if closing {
            self.html.end_tag(&name, Span::from(range));
        } else {
            // A tag over two lines of a quotation has its marks inside; only its start is looked at then.
            let raw = self.copy.get(range.clone()).unwrap_or(tag);
            self.html.start_tag(&name, raw, range.start as u32, raw.ends_with("/>"));
        }
    }

    /// Hands an HTML block on, without the marks of the quotation or list that it stands in.
    pub(super) fn html_block(&mut self, at: usize) {
        if let (Some(first), Some(last)) = (self.block.first(), self.block.last()) {
            let (start, end) = (first.start, last.end);
            let mut view = String::with_capacity(end - start);
            let mut from = start;
            for part in &self.block {
                view.extend(std::iter::repeat_n(' ', part.start.saturating_sub(from)));
                view.push_str(&self.copy[part.clone()]);
                from = part.end;
            }
            self.html.fragment(&view, start as u32, false);
        }
        self.last = at;
        self.html.end_fragment(at as u32);
        self.begin(None, Escape::None, at);
    }
}
