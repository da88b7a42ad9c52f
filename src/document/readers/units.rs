//! Translation units as the readers of bilingual files collect them: a document with its links.

use std::sync::Arc;

use super::Sink;
use super::ignores::Ignores;
use crate::document::{Code, CodeKind, Document, Langs, Link, Role, Segment, Side, Text};
use crate::error::Error;
use crate::source::{SourceFile, Span};

/// One side of a unit.
#[derive(Default)]
pub(super) struct Half {
    /// Its text; `None` if it is blank.
    pub(super) text: Option<Text>,
    /// Its inline codes by name, in order.
    pub(super) codes: Vec<(Box<str>, Span)>,
}

impl From<Option<Text>> for Half {
    fn from(text: Option<Text>) -> Self {
        Self { text, codes: Vec::new() }
    }
}

/// The document at hand.
pub(super) struct Units {
    document: Document,
    /// Segments of the target and the source in documents before.
    before: [usize; 2],
    /// Ignore comments of the document.
    pub(super) ignores: Ignores,
}

impl Units {
    pub(super) fn new(file: &Arc<SourceFile>, langs: Langs) -> Self {
        Self { document: Document::linked(file, langs), before: [0; 2], ignores: Ignores::default() }
    }

    /// The languages of the document at hand.
    pub(super) fn langs(&mut self) -> &mut Langs {
        &mut self.document.langs
    }

    /// Adds a unit. Sides without text are left out; if both are, so is the link.
    pub(super) fn add(&mut self, id: Option<&Arc<str>>, source: Half, target: Half, translate: bool) {
        let mut link = Link::default();
        for (side, half) in [(Side::Source, source), (Side::Target, target)] {
            let Some(text) = half.text else { continue };
            let document = &mut self.document;
            let (list, codes, places, before) = match side {
                Side::Target => {
                    (&mut document.target, &mut document.target_codes, &mut link.target, self.before[0])
                }
                Side::Source => {
                    (&mut document.source, &mut document.source_codes, &mut link.source, self.before[1])
                }
            };
            let position = list.len() as u32;
            let index = before as u32 + position;
            list.push(Segment { index, unit: id.cloned(), role: Role::Unit, text, translate });
            places.push(position);
            codes.extend(half.codes.into_iter().map(|(name, span)| Code {
                kind: CodeKind::Inline(name),
                span,
                segment: Some(position),
            }));
        }
        if let Some(given) = &mut self.document.given
            && link != Link::default()
        {
            given.push(link);
        }
    }

    /// Gives the ignore comments that wait for the next unit the one that stands at `unit`.
    pub(super) fn cover(&mut self, unit: Span) {
        for number in std::mem::take(&mut self.ignores.waiting) {
            self.ignores.cover(number, unit);
        }
    }

    /// Hands on the document at hand, unless it is empty, and begins the next.
    pub(super) fn hand_on(&mut self, sink: Sink<'_>) {
        let next = Document::linked(&self.document.file, self.document.langs.clone());
        let mut done = std::mem::replace(&mut self.document, next);
        self.before[0] += done.target.len();
        self.before[1] += done.source.len();
        done.ignores = std::mem::take(&mut self.ignores).finish();
        if !done.target.is_empty() || !done.source.is_empty() {
            sink(done);
        }
    }
}

/// A fault of a file at the byte `at`, with what to do about it.
pub(super) fn malformed(file: &SourceFile, at: usize, problem: impl Into<String>) -> Error {
    Error::Malformed {
        path: file.path.to_string(),
        line: file.lines().line_of(at as u32) as u32 + 1,
        problem: problem.into(),
    }
}
