//! Labels become places: bytes, lines, columns, the text and a bit of the line around it.

use std::sync::Arc;

use super::{FileEdit, Fix, Label, Placed, Raw, Related, Replace};
use crate::document::{Document, Side};
use crate::source::{Position, SourceFile, Span};
use crate::text::window::floor;

/// A place in a file that needs the file no more.
#[derive(Clone, Debug)]
pub struct Place {
    /// The file that the span indexes.
    pub path: Arc<str>,
    /// The id of the unit in a bilingual file.
    pub unit: Option<Arc<str>>,
    /// Which side.
    pub side: Side,
    /// The segment's own number.
    pub segment: u32,
    /// Bytes of the file's text.
    pub span: Span,
    /// Where it begins.
    pub start: Position,
    /// Where it ends.
    pub end: Position,
    /// What a reader sees there, at most 400 characters.
    pub text: String,
    /// The first line of it, for printing.
    pub excerpt: Excerpt,
    /// Hash of what stands around it.
    pub context: u64,
    /// The bytes of the segment's shown text; none of a place that no segment shows.
    pub shown: Option<(u32, u32)>,
}

/// A piece of a line around the beginning of a place.
#[derive(Clone, Debug, Default)]
pub struct Excerpt {
    /// The line, or the part of a long one that is near.
    pub text: String,
    /// Where the place begins in it, in bytes.
    pub start: usize,
    /// Where the place, or its first line, ends in it.
    pub end: usize,
    /// Whether the line goes on before and after.
    pub cut: (bool, bool),
}

/// The most characters of `text` in a report.
const LONGEST_TEXT: usize = 400;
/// The most bytes of a line that an excerpt keeps on each side of the place, and of the place itself.
const NEAR: usize = 240;

/// Turns a rule's finding into one that stands on its own.
pub fn resolve(doc: &Document, raw: Raw) -> Placed {
    resolve_in(|label| (doc, label), raw)
}

/// The same for labels of several documents; `find` gives the document of one, and what it is there.
pub fn resolve_in<'d>(find: impl Fn(Label) -> (&'d Document, Label), raw: Raw) -> Placed {
    let place = |label| {
        let (doc, label) = find(label);
        place(doc, label)
    };
    let at = place(raw.at);
    let related = raw.related.into_iter().map(|r| Related { at: place(r.at), message: r.message }).collect();
    let fixes = raw
        .fixes
        .into_iter()
        .filter_map(|f| Some(Fix { applicability: f.applicability, edits: edits(&find, &f.edits)? }))
        .collect();
    Placed {
        rule: raw.rule,
        entry: raw.entry,
        severity: raw.severity,
        category: raw.category,
        at,
        related,
        message: raw.message,
        help: raw.help,
        fixes,
        group: raw.group,
    }
}

fn edits<'d>(
    find: &impl Fn(Label) -> (&'d Document, Label),
    replacements: &[Replace],
) -> Option<Vec<FileEdit>> {
    let mut out = Vec::new();
    for r in replacements {
        let (doc, at) = find(r.at);
        if r.at.is_hidden() {
            let span = Span::new(r.at.start, r.at.end);
            let path = Arc::clone(&file_of(doc, r.at.side).path);
            out.push(FileEdit { path, span, replacement: r.with.clone(), shown: r.with.clone() });
            continue;
        }
        let text = &doc.side(at.side).get(at.segment as usize)?.text;
        let path = &text.file().path;
        let edits = text.edit(at.range(), &r.with)?;
        out.extend(edits.into_iter().enumerate().map(|(i, e)| FileEdit {
            path: Arc::clone(path),
            span: e.span,
            replacement: e.replacement,
            shown: if i == 0 { r.with.clone() } else { String::new() },
        }));
    }
    out.sort_by_key(|e| e.span);
    Some(out)
}

/// The file that a side stands in.
fn file_of(doc: &Document, side: Side) -> &SourceFile {
    match side {
        Side::Target => &doc.file,
        Side::Source => doc.source_file.as_deref().unwrap_or(&doc.file),
    }
}

/// A place that no segment shows belongs to the last segment that begins before it.
fn hidden_place(doc: &Document, label: Label) -> Place {
    let segments = doc.side(label.side);
    let before = segments.partition_point(|s| s.text.raw(0..1).start <= label.start).saturating_sub(1);
    let segment = segments.get(before);
    Place {
        unit: segment.and_then(|s| s.unit.clone()),
        side: label.side,
        segment: segment.map_or(0, |s| s.index),
        ..in_file(file_of(doc, label.side), Span::new(label.start, label.end))
    }
}

/// Where a label is.
pub fn place(doc: &Document, label: Label) -> Place {
    if label.is_hidden() {
        return hidden_place(doc, label);
    }
    let segment = &doc.side(label.side)[label.segment as usize];
    let shown = segment.shown().get(label.start as usize..label.end as usize).unwrap_or_default();
    Place {
        unit: segment.unit.clone(),
        side: label.side,
        segment: segment.index,
        text: shorten(shown),
        context: super::context_hash(segment.shown(), label.range()),
        shown: Some((label.start, label.end)),
        ..in_file(segment.text.file(), segment.text.raw(label.range()))
    }
}

/// A place in the target file that no segment holds, such as a comment.
pub fn in_file(file: &SourceFile, span: Span) -> Place {
    Place {
        path: Arc::clone(&file.path),
        unit: None,
        side: Side::Target,
        segment: 0,
        span,
        start: file.position(span.start),
        end: file.position(span.end),
        text: shorten(file.slice(span)),
        excerpt: excerpt(file, span),
        context: super::context_hash(file.slice(span), 0..span.len()),
        shown: None,
    }
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(LONGEST_TEXT - 1) {
        Some((cut, _)) if text[cut..].chars().nth(1).is_some() => format!("{}…", &text[..cut]),
        _ => text.to_owned(),
    }
}

fn excerpt(file: &SourceFile, span: Span) -> Excerpt {
    let lines = file.lines();
    let mut line = lines.span(lines.line_of(span.start), &file.text);
    // A byte order mark takes no room on a line.
    line.start = line.start.max(file.start().min(span.start));
    let text = file.slice(line).trim_end_matches(['\n', '\r']);
    let end_of_line = line.start as usize + text.len();
    let (start, end) = (span.start as usize, (span.end as usize).min(end_of_line).max(span.start as usize));
    let from = floor(&file.text, start.saturating_sub(NEAR).max(line.start as usize));
    let to = floor(&file.text, (end.min(start + NEAR) + NEAR).min(end_of_line));
    Excerpt {
        text: file.text[from..to.max(from)].to_owned(),
        start: start - from,
        end: end.min(to).max(start) - from,
        cut: (from > line.start as usize, to < end_of_line),
    }
}
