//! What a reader sees, with the way back to the bytes of the file.
//!
//! A [`Text`] is either a slice of its file or built out of pieces: runs that stand in the file as they are shown, and
//! atoms (an entity, an escape, a soft break) that are shown as something else. What lies between two pieces
//! (a tag, a link's address) is not shown and never edited.

use std::ops::Range;
use std::sync::Arc;

use crate::document::Lang;
use crate::source::{SourceFile, Span};

/// A text and where each byte of it stands in its file.
#[derive(Debug, Clone)]
pub struct Text {
    file: Arc<SourceFile>,
    body: Body,
}

#[derive(Debug, Clone)]
enum Body {
    Slice(Span),
    Built(Box<Built>),
}

#[derive(Debug, Clone)]
pub(super) struct Built {
    pub(super) shown: String,
    pub(super) pieces: Vec<Piece>,
    pub(super) marks: Vec<Mark>,
    pub(super) escape: Escape,
}

/// A stretch of shown text that comes from one stretch of the file.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece {
    /// First byte in the shown text; the piece ends where the next begins.
    pub(super) shown: u32,
    pub(super) raw: Span,
    /// Whether the file has it byte for byte as it is shown.
    pub(super) verbatim: bool,
}

/// Something that the markup says of a stretch of the shown text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// What is said.
    pub kind: MarkKind,
    /// Of which bytes of the shown text.
    pub range: Range<u32>,
}

/// What markup can say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkKind {
    /// Text of a link.
    Link,
    /// Code, keys, sample output, mathematics.
    Code,
    /// Emphasis.
    Emphasis,
    /// Strong emphasis.
    Strong,
    /// Declared to be in a language.
    Lang(Lang),
    /// Declared not to be translated.
    NoTranslate,
    /// A title of a work.
    Cite,
    /// A bare address.
    Url,
    /// A placeholder or a tag that stands in the text itself: `%s`, `{0}`, `<b>`.
    Placeholder,
}

impl MarkKind {
    /// Whether what is so marked stands as it is in any language: code, addresses, placeholders, what is not to be
    /// translated.
    pub fn is_literal(&self) -> bool {
        matches!(self, MarkKind::Code | MarkKind::Url | MarkKind::NoTranslate | MarkKind::Placeholder)
    }

    /// Whether what is so marked is no text of a translation into `target`: literal, or declared to be in another language.
    pub fn hides(&self, target: &Lang) -> bool {
        self.is_literal() || matches!(self, MarkKind::Lang(lang) if !lang.is(target.primary()))
    }
}

/// How replacement text must be written so that the file stays what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Escape {
    /// As it is.
    #[default]
    None,
    /// As HTML or XML text: `&`, `<` and `>` as entities.
    Html,
    /// Inside a quoted attribute of HTML: quotation marks as entities too.
    Attribute,
    /// Inside a JSON string.
    Json,
    /// In a cell of a Markdown table: `|` with a backslash.
    TableCell,
    /// Inside a single-quoted YAML string: `'` doubled.
    Single,
    /// Inside a CDATA section of XML: its end mark is split.
    Cdata,
    /// XML text and CDATA sections in turn: what either would write otherwise cannot be put there.
    Mixed,
    /// Inside a quoted field of CSV: `"` doubled.
    Quoted,
    /// In a field of CSV or TSV without quotation marks: separators cannot be put there.
    Field,
    /// Inside a string as C and PO write it.
    C,
}

impl Escape {
    /// `text` as it has to stand in the file.
    pub fn apply(self, text: &str) -> String {
        match self {
            Escape::None | Escape::Mixed | Escape::Field => text.to_owned(),
            Escape::Html => text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"),
            Escape::Attribute => Escape::Html.apply(text).replace('"', "&quot;").replace('\'', "&#39;"),
            Escape::Json => {
                let quoted = serde_json::Value::from(text).to_string();
                quoted[1..quoted.len() - 1].to_owned()
            }
            Escape::TableCell => text.replace('|', "\\|"),
            Escape::Single => text.replace('\'', "''"),
            Escape::Cdata => text.replace("]]>", "]]]]><![CDATA[>"),
            Escape::Quoted => text.replace('"', "\"\""),
            Escape::C => {
                text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t")
            }
        }
    }

    /// Whether `text` can be written at all without changing what stands around it.
    pub fn allows(self, text: &str) -> bool {
        match self {
            Escape::Mixed => !text.contains(['&', '<', '>']),
            Escape::Field => !text.contains([',', ';', '\t', '"', '\n', '\r']),
            Escape::C => !text.contains('\r'),
            _ => true,
        }
    }
}

/// A replacement of bytes of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// The bytes to replace.
    pub span: Span,
    /// What to put there, already escaped.
    pub replacement: String,
}

impl Text {
    /// A stretch of the file, shown as it stands there.
    pub fn slice(file: Arc<SourceFile>, span: Span) -> Self {
        Self { file, body: Body::Slice(span) }
    }

    pub(super) fn built(file: Arc<SourceFile>, built: Built) -> Self {
        Self { file, body: Body::Built(Box::new(built)) }
    }

    /// The file it stands in.
    pub fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    /// What a reader sees.
    pub fn shown(&self) -> &str {
        match &self.body {
            Body::Slice(span) => self.file.slice(*span),
            Body::Built(b) => &b.shown,
        }
    }

    /// What the markup says of parts of it.
    pub fn marks(&self) -> &[Mark] {
        match &self.body {
            Body::Slice(_) => &[],
            Body::Built(b) => &b.marks,
        }
    }

    /// The marks that touch `shown`.
    pub fn marks_at(&self, shown: Range<u32>) -> impl Iterator<Item = &Mark> {
        self.marks().iter().filter(move |m| m.range.start < shown.end && shown.start < m.range.end)
    }

    /// The bytes of the file for a range of the shown text: from the first byte of the first piece touched to the
    /// last of the last. An empty range lies at the end of what stands before it.
    pub fn raw(&self, shown: Range<u32>) -> Span {
        let b = match &self.body {
            Body::Slice(span) => return Span::new(span.start + shown.start, span.start + shown.end),
            Body::Built(b) => b,
        };
        if shown.is_empty() {
            return match shown.start.checked_sub(1) {
                Some(last) => Span::empty(b.end_of(last)),
                None => Span::empty(b.pieces.first().map_or(0, |p| p.raw.start)),
            };
        }
        Span::new(b.start_of(shown.start), b.end_of(shown.end - 1))
    }

    /// The range of the shown text that a stretch of the file shows as; the way back of [`Text::raw`]. `None` where it does
    /// not begin and end with characters that are shown.
    pub fn shown_of(&self, raw: Span) -> Option<Range<u32>> {
        let range = match &self.body {
            Body::Slice(span) => raw.start.checked_sub(span.start)?..raw.end.checked_sub(span.start)?,
            Body::Built(b) => b.shown_of(raw)?,
        };
        let fits = self.shown().get(range.start as usize..range.end as usize).is_some();
        (fits && self.raw(range.clone()) == raw).then_some(range)
    }

    /// The edits that turn a range of the shown text into `with` and leave all markup between the pieces as it is.
    /// `None` where that cannot be done: the range cuts an atom, is out of bounds, or the format has no way to write it.
    pub fn edit(&self, shown: Range<u32>, with: &str) -> Option<Vec<Edit>> {
        if shown.end as usize > self.shown().len() || shown.start > shown.end {
            return None;
        }
        let b = match &self.body {
            Body::Slice(_) => {
                return Some(vec![Edit { span: self.raw(shown), replacement: with.to_owned() }]);
            }
            Body::Built(b) => b,
        };
        if !b.escape.allows(with) {
            return None;
        }
        let with = b.escape.apply(with);
        let spans = b.spans(shown.clone())?;
        if spans.is_empty() {
            return Some(vec![Edit { span: self.raw(shown), replacement: with }]);
        }
        let mut replacement = Some(with);
        Some(
            spans
                .into_iter()
                .map(|span| Edit { span, replacement: replacement.take().unwrap_or_default() })
                .collect(),
        )
    }
}

impl Built {
    fn piece_at(&self, shown: u32) -> usize {
        self.pieces.partition_point(|p| p.shown <= shown).saturating_sub(1)
    }

    fn start_of(&self, shown: u32) -> u32 {
        let Some(p) = self.pieces.get(self.piece_at(shown)) else { return 0 };
        if p.verbatim { p.raw.start + (shown - p.shown) } else { p.raw.start }
    }

    fn shown_of(&self, raw: Span) -> Option<Range<u32>> {
        let end_of = |i: usize| self.pieces.get(i + 1).map_or(self.shown.len() as u32, |next| next.shown);
        let end = |at: u32| {
            let i = self.pieces.iter().rposition(|p| p.raw.start < at && at <= p.raw.end)?;
            let p = self.pieces[i];
            if p.verbatim { Some(p.shown + at - p.raw.start) } else { (at == p.raw.end).then(|| end_of(i)) }
        };
        if raw.is_empty() {
            let at = end(raw.start).or_else(|| (self.pieces.first()?.raw.start == raw.start).then_some(0))?;
            return Some(at..at);
        }
        let first = self.pieces.iter().find(|p| p.raw.start <= raw.start && raw.start < p.raw.end)?;
        let start = if first.verbatim { first.shown + raw.start - first.raw.start } else { first.shown };
        Some(start..end(raw.end)?)
    }

    /// The end in the file of the character byte `shown`.
    fn end_of(&self, shown: u32) -> u32 {
        let Some(p) = self.pieces.get(self.piece_at(shown)) else { return 0 };
        if p.verbatim { p.raw.start + (shown - p.shown) + 1 } else { p.raw.end }
    }

    /// The stretches of the file behind a range, merged where they touch; `None` if the range cuts an atom.
    fn spans(&self, shown: Range<u32>) -> Option<Vec<Span>> {
        let mut out: Vec<Span> = Vec::new();
        if shown.is_empty() {
            return Some(out);
        }
        for i in self.piece_at(shown.start)..=self.piece_at(shown.end - 1) {
            let p = self.pieces[i];
            let end = self.pieces.get(i + 1).map_or(self.shown.len() as u32, |n| n.shown);
            let (a, z) = (shown.start.max(p.shown), shown.end.min(end));
            let span = match p.verbatim {
                true => Span::new(p.raw.start + a - p.shown, p.raw.start + z - p.shown),
                false if a == p.shown && z == end => p.raw,
                false => return None,
            };
            match out.last_mut() {
                Some(last) if last.end == span.start => last.end = span.end,
                _ => out.push(span),
            }
        }
        Some(out)
    }
}
