//! A segment in the making, for readers whose text runs through markup: open marks, hidden parts, images that wait
//! for the end of their paragraph, and white space that must not double where markup stood between.

use std::sync::Arc;

use crate::document::{Code, CodeKind, Escape, MarkKind, Role, Segment, Text, TextBuilder};
use crate::source::{SourceFile, Span};

/// More open marks than this say nothing more, and would make deep nesting slow.
const MOST_MARKS: usize = 32;

/// The segments of a file, made one after the other.
pub(super) struct Flow {
    /// The file that is read.
    pub(super) file: Arc<SourceFile>,
    /// How replacements must be written in the next segment.
    pub(super) escape: Escape,
    /// What the next segment is.
    pub(super) role: Role,
    /// Whether the next segment is to be translated.
    pub(super) translate: bool,
    /// While this is above 0, nothing is shown.
    pub(super) hidden: u32,
    /// Addresses and tags, in any order.
    codes: Vec<Code>,
    titled: bool,
    /// Parts of the file that are never shown, in order.
    gaps: Vec<Span>,
    text: Option<TextBuilder>,
    marks: Vec<MarkKind>,
    /// Where the last piece ends.
    last: u32,
    /// Whether something a reader sees, such as an image, was left out since.
    dropped: bool,
    aside: Vec<(Option<TextBuilder>, Vec<MarkKind>)>,
    waiting: Vec<Segment>,
    done: Vec<(u32, Segment)>,
}

impl Flow {
    pub(super) fn new(file: &Arc<SourceFile>, gaps: Vec<Span>, titled: bool) -> Self {
        Self {
            file: Arc::clone(file),
            escape: Escape::None,
            role: Role::Paragraph,
            translate: true,
            hidden: 0,
            codes: Vec::new(),
            titled,
            gaps,
            text: None,
            marks: Vec::new(),
            last: 0,
            dropped: false,
            aside: Vec::new(),
            waiting: Vec::new(),
            done: Vec::new(),
        }
    }

    /// The role of a first-level heading: the first is the title, unless there was one before.
    pub(super) fn first_heading(&mut self) -> Role {
        if std::mem::replace(&mut self.titled, true) { Role::Heading } else { Role::Title }
    }

    /// Adds a stretch of the file as it stands there, without the gaps in it. Blanks at a seam of markup, behind
    /// blanks, are not shown.
    pub(super) fn verbatim(&mut self, span: Span) {
        self.pieces(span, true);
    }

    /// Like [`Flow::verbatim`], with every blank: for code.
    pub(super) fn exact(&mut self, span: Span) {
        self.pieces(span, false);
    }

    fn pieces(&mut self, span: Span, trim: bool) {
        let mut at = span.start;
        let mut next = self.gaps.partition_point(|g| g.end <= span.start);
        while let Some(gap) = self.gaps.get(next).copied().filter(|g| g.start < span.end) {
            self.piece(Span::new(at, gap.start), trim);
            at = at.max(gap.end);
            next += 1;
            self.dropped = true;
        }
        self.piece(Span::new(at, span.end), trim);
    }

    fn piece(&mut self, mut span: Span, trim: bool) {
        if self.hidden > 0 || span.is_empty() {
            return;
        }
        if !trim {
            return self.add(span);
        }
        let file = Arc::clone(&self.file);
        let text = file.slice(span);
        let is_blank = |c: char| matches!(c, ' ' | '\t');
        let end = span.end;
        if span.start != self.last && self.after_blank() {
            span.start += (text.len() - text.trim_start_matches(is_blank).len()) as u32;
        }
        // The space before what was left out would stand before a stop now.
        if self.dropped
            && file.slice(span).starts_with(['.', ',', ';', ':', '!', '?', ')'])
            && self.hidden == 0
        {
            self.text.iter_mut().for_each(TextBuilder::unspace);
        }
        // Several blanks are seen as one.
        while let Some(at) = file
            .slice(span)
            .as_bytes()
            .windows(2)
            .position(|w| is_blank(w[0].into()) && is_blank(w[1].into()))
        {
            let rest = &file.slice(span)[at..];
            let run = rest.len() - rest.trim_start_matches(is_blank).len();
            let start = span.start + at as u32;
            self.add(Span::new(span.start, start));
            self.space(Span::new(start, start + run as u32));
            span.start = start + run as u32;
        }
        self.add(Span::new(span.start, end));
    }

    fn add(&mut self, span: Span) {
        if !span.is_empty() {
            self.builder().verbatim(span);
            self.last = span.end;
            self.dropped = false;
        }
    }

    /// Adds something that is shown otherwise than it stands in the file.
    pub(super) fn atom(&mut self, span: Span, shown: &str) {
        if self.hidden == 0 {
            self.builder().atom(span, shown);
            self.last = span.end;
            self.dropped = false;
        }
    }

    /// Adds a run of white space, shown as one space, or not at all behind another.
    pub(super) fn space(&mut self, span: Span) {
        if !self.after_blank() {
            self.atom(span, " ");
        }
    }

    fn after_blank(&self) -> bool {
        self.text.as_ref().is_none_or(|t| t.is_empty() || t.shown().ends_with([' ', '\t', '\n']))
    }

    fn builder(&mut self) -> &mut TextBuilder {
        self.text.get_or_insert_with(|| {
            let mut text = TextBuilder::new(&self.file, self.escape);
            for kind in self.marks.iter().take(MOST_MARKS) {
                text.open(kind.clone());
            }
            text
        })
    }

    /// Opens a mark, which lasts over the ends of segments until it is closed.
    pub(super) fn open(&mut self, kind: MarkKind) {
        if self.marks.len() < MOST_MARKS
            && let Some(text) = &mut self.text
        {
            text.open(kind.clone());
        }
        self.marks.push(kind);
    }

    /// Closes the mark that was opened last.
    pub(super) fn close(&mut self) {
        if self.marks.pop().is_some()
            && self.marks.len() < MOST_MARKS
            && let Some(text) = &mut self.text
        {
            text.close();
        }
    }

    /// Number of marks that are open.
    pub(super) fn depth(&self) -> usize {
        self.marks.len()
    }

    /// Ends the segment, unless an image's text is being read.
    pub(super) fn flush(&mut self) {
        if !self.aside.is_empty() {
            return;
        }
        let text = self.text.take().and_then(TextBuilder::finish);
        let key = text.as_ref().map(start_of);
        if let Some(text) = text {
            self.push(text, self.role, self.translate);
        }
        for segment in self.waiting.drain(..) {
            self.done.push((key.unwrap_or_else(|| start_of(&segment.text)), segment));
        }
    }

    /// Sets the text at hand aside, to read one that stands inside it.
    pub(super) fn nest(&mut self) {
        self.aside.push((self.text.take(), std::mem::take(&mut self.marks)));
    }

    /// Ends what [`Flow::nest`] began: a segment of its own behind the one at hand.
    pub(super) fn unnest(&mut self, role: Role) {
        let Some((text, marks)) = self.aside.pop() else { return };
        let inner = std::mem::replace(&mut self.text, text).and_then(TextBuilder::finish);
        self.marks = marks;
        self.dropped = true;
        if let Some(inner) = inner.filter(|_| self.hidden == 0) {
            self.wait(inner, role);
        }
    }

    /// Adds a segment behind the one at hand.
    pub(super) fn wait(&mut self, text: Text, role: Role) {
        self.waiting.push(Segment { index: 0, unit: None, role, text, translate: self.translate });
    }

    /// Adds a segment as it is, wherever it stands in the file.
    pub(super) fn push(&mut self, text: Text, role: Role, translate: bool) {
        let segment = Segment { index: 0, unit: None, role, text, translate };
        self.done.push((start_of(&segment.text), segment));
    }

    /// Takes note of markup that is not shown.
    pub(super) fn code(&mut self, kind: CodeKind, span: Span) {
        if !span.is_empty() {
            self.codes.push(Code { kind, span, segment: None });
        }
    }

    /// Addresses and tags, in the order of the file.
    pub(super) fn codes(&mut self) -> Vec<Code> {
        let mut codes = std::mem::take(&mut self.codes);
        codes.sort_by_key(|code| code.span);
        codes
    }

    /// All segments, in the order of the file.
    pub(super) fn finish(mut self) -> Vec<Segment> {
        self.aside.clear();
        self.flush();
        self.done.sort_by_key(|(at, _)| *at);
        let number = |(i, (_, segment)): (usize, (u32, Segment))| Segment { index: i as u32, ..segment };
        self.done.into_iter().enumerate().map(number).collect()
    }
}

fn start_of(text: &Text) -> u32 {
    text.raw(0..1).start
}
