//! The one way to make a [`Text`]: every reader adds pieces in the order of the file.

use std::ops::Range;
use std::sync::Arc;

use super::placeholders::placeholders;
use super::text::{Built, Escape, Mark, MarkKind, Piece, Text};
use super::urls;
use crate::source::{SourceFile, Span};

/// Collects the pieces and marks of one text.
#[derive(Debug)]
pub struct TextBuilder {
    file: Arc<SourceFile>,
    built: Built,
    open: Vec<(MarkKind, u32)>,
}

impl TextBuilder {
    /// Begins a text of `file`; replacements will be escaped for the host format.
    pub fn new(file: &Arc<SourceFile>, escape: Escape) -> Self {
        let built = Built { shown: String::new(), pieces: Vec::new(), marks: Vec::new(), escape };
        Self { file: Arc::clone(file), built, open: Vec::new() }
    }

    /// Sets how replacements will be escaped, where that is known only at the end.
    pub fn set_escape(&mut self, escape: Escape) {
        self.built.escape = escape;
    }

    /// Adds a stretch of the file that is shown as it stands there.
    pub fn verbatim(&mut self, span: Span) {
        let text = self.file.slice(span);
        if text.is_empty() {
            return;
        }
        let shown = self.len();
        self.built.shown.push_str(text);
        match self.built.pieces.last_mut() {
            Some(last) if last.verbatim && last.raw.end == span.start => last.raw.end = span.end,
            _ => self.built.pieces.push(Piece { shown, raw: span, verbatim: true }),
        }
    }

    /// Adds a stretch of the file that is shown as something else: an entity, an escape, a soft break.
    pub fn atom(&mut self, span: Span, shown: &str) {
        if shown.is_empty() {
            return;
        }
        if self.file.slice(span) == shown {
            return self.verbatim(span);
        }
        let at = self.len();
        self.built.shown.push_str(shown);
        self.built.pieces.push(Piece { shown: at, raw: span, verbatim: false });
    }

    /// Takes back one space at the end, which then is not shown.
    pub fn unspace(&mut self) {
        let b = &mut self.built;
        if b.shown.ends_with(' ') {
            b.shown.pop();
            let end = b.shown.len() as u32;
            if let Some(last) = b.pieces.last_mut() {
                last.raw.end -= u32::from(last.verbatim);
                if last.shown >= end {
                    b.pieces.pop();
                }
            }
            for (_, start) in &mut self.open {
                *start = (*start).min(end);
            }
            for mark in &mut b.marks {
                mark.range.end = mark.range.end.min(end);
            }
            b.marks.retain(|m| m.range.start < m.range.end);
        }
    }

    /// Opens a mark at the current end.
    pub fn open(&mut self, kind: MarkKind) {
        self.open.push((kind, self.len()));
    }

    /// Closes the mark that was opened last; without one nothing happens.
    pub fn close(&mut self) {
        if let Some((kind, start)) = self.open.pop() {
            let end = self.len();
            if start < end {
                self.built.marks.push(Mark { kind, range: start..end });
            }
        }
    }

    /// Number of marks that are open.
    pub fn depth(&self) -> usize {
        self.open.len()
    }

    /// Adds a stretch under a mark of its own.
    pub fn marked(&mut self, kind: MarkKind, span: Span) {
        self.open(kind);
        self.verbatim(span);
        self.close();
    }

    /// Bytes shown so far.
    pub fn len(&self) -> u32 {
        self.built.shown.len() as u32
    }

    /// Whether nothing is shown yet.
    pub fn is_empty(&self) -> bool {
        self.built.shown.is_empty()
    }

    /// The text shown so far.
    pub fn shown(&self) -> &str {
        &self.built.shown
    }

    /// Like [`TextBuilder::finish`] for a unit of a format in which placeholders and tags stand in the text: marks them.
    pub fn finish_unit(mut self) -> Option<Text> {
        for range in placeholders(&self.built.shown) {
            self.built.marks.push(Mark { kind: MarkKind::Placeholder, range });
        }
        self.finish()
    }

    /// The finished text, without the white space at its ends; `None` if nothing is left but
    /// white space of other kinds.
    pub fn finish(mut self) -> Option<Text> {
        while !self.open.is_empty() {
            self.close();
        }
        self.trim();
        if self.built.shown.trim().is_empty() {
            return None;
        }
        self.mark_urls();
        self.built.marks.sort_by_key(|m| (m.range.start, std::cmp::Reverse(m.range.end)));
        if let ([piece], [], Escape::None) =
            (&self.built.pieces[..], &self.built.marks[..], self.built.escape)
            && piece.verbatim
        {
            return Some(Text::slice(self.file, piece.raw));
        }
        Some(Text::built(self.file, self.built))
    }

    /// Marks the bare addresses, save where code or an address is marked already.
    fn mark_urls(&mut self) {
        let urls = urls(&self.built.shown);
        if urls.is_empty() {
            return;
        }
        let is_apart = |m: &&Mark| matches!(m.kind, MarkKind::Code | MarkKind::Url);
        let mut taken: Vec<Range<u32>> =
            self.built.marks.iter().filter(is_apart).map(|m| m.range.clone()).collect();
        taken.sort_unstable_by_key(|r| r.start);
        let mut next = 0;
        for range in urls {
            while taken.get(next).is_some_and(|t| t.end <= range.start) {
                next += 1;
            }
            if taken.get(next).is_none_or(|t| t.start >= range.end) {
                self.built.marks.push(Mark { kind: MarkKind::Url, range });
            }
        }
    }

    fn trim(&mut self) {
        let b = &mut self.built;
        let keep = b.shown.trim_end_matches(is_blank).len() as u32;
        while b.pieces.last().is_some_and(|p| p.shown >= keep && p.shown > 0 || keep == 0) {
            b.pieces.pop();
        }
        if let Some(last) = b.pieces.last_mut()
            && last.verbatim
        {
            last.raw.end = last.raw.start + (keep - last.shown);
        }
        b.shown.truncate(keep as usize);
        let cut = (b.shown.len() - b.shown.trim_start_matches(is_blank).len()) as u32;
        if cut > 0 {
            b.shown.drain(..cut as usize);
            let first = b.pieces.partition_point(|p| p.shown <= cut).saturating_sub(1);
            b.pieces.drain(..first);
            for p in &mut b.pieces {
                if p.shown < cut && p.verbatim {
                    p.raw.start += cut - p.shown;
                }
                p.shown = p.shown.saturating_sub(cut);
            }
        }
        for m in &mut b.marks {
            m.range = m.range.start.saturating_sub(cut)..m.range.end.min(keep).saturating_sub(cut);
        }
        b.marks.retain(|m| m.range.start < m.range.end);
    }
}

/// White space that means nothing at the ends of a segment. The ideographic space is kept out: it is seen.
fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(file: &str, escape: Escape, add: impl Fn(&mut TextBuilder)) -> Text {
        let file = Arc::new(SourceFile::new("a.md", file));
        let mut b = TextBuilder::new(&file, escape);
        add(&mut b);
        b.finish().expect("not empty")
    }

    /// `  the &amp; <b>东</b>风\nx`: an entity, a tag inside a word, a soft break.
    fn sample() -> Text {
        text("  the &amp; <b>东</b>风\nx ", Escape::Html, |b| {
            b.verbatim(Span::new(0, 6));
            b.atom(Span::new(6, 11), "&");
            b.verbatim(Span::new(11, 12));
            b.marked(MarkKind::Strong, Span::new(15, 18));
            b.verbatim(Span::new(22, 25));
            b.atom(Span::new(25, 26), " ");
            b.verbatim(Span::new(26, 28));
        })
    }

    #[test]
    fn shown_text_maps_back_exactly() {
        let t = sample();
        assert_eq!(t.shown(), "the & 东风 x");
        assert_eq!(t.raw(0..3), Span::new(2, 5));
        assert_eq!(t.raw(4..5), Span::new(6, 11));
        assert_eq!(t.raw(6..12), Span::new(15, 25));
        assert_eq!(t.raw(13..14), Span::new(26, 27));
        assert_eq!(t.raw(14..14), Span::empty(27));
        assert_eq!(t.marks(), [Mark { kind: MarkKind::Strong, range: 6..9 }]);
    }

    #[test]
    fn edits_leave_the_markup() {
        let t = sample();
        let edits = t.edit(6..12, "a < b").expect("can be edited");
        assert_eq!(edits.len(), 2);
        assert_eq!((edits[0].span, edits[0].replacement.as_str()), (Span::new(15, 18), "a &lt; b"));
        assert_eq!((edits[1].span, edits[1].replacement.as_str()), (Span::new(22, 25), ""));
        assert!(t.edit(0..99, "x").is_none());
    }

    #[test]
    fn a_plain_paragraph_is_no_copy() {
        let t = text("one two", Escape::None, |b| b.verbatim(Span::new(0, 7)));
        assert!(t.marks().is_empty());
        assert_eq!((t.shown(), t.raw(4..7)), ("one two", Span::new(4, 7)));
    }

    #[test]
    fn json_replacements_are_escaped() {
        assert_eq!(Escape::Json.apply("a \"b\"\n"), "a \\\"b\\\"\\n");
    }
}
