//! Compares what is marked in the text of a test with what was reported in it.

use super::Verdict;
use crate::document::{Document, Side};
use crate::finding::{Label, Raw};
use crate::pack::entry::Entry;
use crate::pack::schema::CaseText;
use crate::source::{SourceFile, Span};

/// A place on one side of a test.
type At = (Side, Span);

/// The texts of a test without their marks, and where these were.
pub(super) struct Marks {
    pub(super) target: String,
    pub(super) source: Option<String>,
    spans: Vec<At>,
}

impl Marks {
    pub(super) fn read(case: &CaseText) -> Self {
        let (target, in_target) = unmark(&case.target);
        let (source, in_source) = case.source.as_deref().map(unmark).unzip();
        let spans = in_source.unwrap_or_default().into_iter().map(|span| (Side::Source, span));
        let spans = spans.chain(in_target.into_iter().map(|span| (Side::Target, span))).collect();
        Self { target, source, spans }
    }

    /// Texts in which brackets mark nothing.
    pub(super) fn none(case: &CaseText) -> Self {
        Self { target: case.target.clone(), source: case.source.clone(), spans: Vec::new() }
    }
}

/// What is wrong, mark by mark, then what is reported and not marked.
pub(super) fn marks(
    entry: &Entry,
    case: &CaseText,
    doc: &Document,
    marks: &Marks,
    found: &[Raw],
) -> Vec<(Verdict, String)> {
    let mut own: Vec<At> = found.iter().filter(|f| is_of(f, entry)).map(|f| place(doc, f.at)).collect();
    let mut left = Vec::new();
    for mark in &marks.spans {
        match own.iter().position(|at| at == mark) {
            Some(at) => _ = own.remove(at),
            None => left.push(*mark),
        }
    }
    let mut out = Vec::new();
    for mark in left {
        let shown = show(doc, mark);
        if let Some(at) = own.iter().position(|at| overlap(*at, mark)) {
            let other = show(doc, own.remove(at));
            out.push((Verdict::Wrong, format!("{shown} is marked, {other} is reported")));
        } else if let Some(other) = found.iter().find(|f| !is_of(f, entry) && overlap(place(doc, f.at), mark))
        {
            let by = other.entry.as_deref().unwrap_or(&other.rule);
            out.push((Verdict::Wrong, format!("{shown} is marked and reported as {by}")));
        } else {
            out.push((Verdict::Missing, format!("{shown} is marked and not reported")));
        }
    }
    out.extend(
        own.into_iter().map(|at| (Verdict::Noisy, format!("{} is reported and not marked", show(doc, at)))),
    );
    for (_, detail) in &mut out {
        *detail += &format!(", in `{}`", case.target.trim_end().replace('\n', "⏎"));
    }
    out
}

/// The text with the fixes of an entry's findings.
pub(super) fn fixed(entry: &Entry, doc: &Document, text: &str, found: &[Raw]) -> String {
    let own = found.iter().filter(|f| is_of(f, entry));
    let mut edits: Vec<(Span, &str)> = own
        .filter_map(|f| f.fixes.first())
        .flat_map(|f| &f.edits)
        .filter(|e| e.at.side == Side::Target)
        .map(|e| (place(doc, e.at).1, e.with.as_str()))
        .collect();
    edits.sort_by_key(|e| e.0);
    let mut out = text.to_owned();
    for (span, with) in edits.iter().rev() {
        out.replace_range(span.range(), with);
    }
    out
}

fn is_of(finding: &Raw, entry: &Entry) -> bool {
    finding.entry.as_ref() == Some(&entry.id)
}

fn place(doc: &Document, at: Label) -> At {
    let span = doc.side(at.side).get(at.segment as usize).map_or(Span::default(), |s| s.text.raw(at.range()));
    (at.side, span)
}

fn overlap(a: At, b: At) -> bool {
    a.0 == b.0 && a.1.overlaps(b.1)
}

/// A place as people read it: its text, line and column.
fn show(doc: &Document, (side, span): At) -> String {
    let (file, of): (&SourceFile, _) = match (side, &doc.source_file) {
        (Side::Source, Some(source)) => (source, " of the source"),
        _ => (&doc.file, ""),
    };
    let at = file.position(span.start);
    format!("`{}` at {}:{}{of}", file.slice(span), at.line, at.column)
}

/// Takes the `[[…]]` marks out of a text; an open one stays as it is.
fn unmark(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, tail)) = rest.split_once("[[") {
        let Some((inside, after)) = tail.split_once("]]") else { break };
        text.push_str(before);
        let start = text.len() as u32;
        text.push_str(inside);
        spans.push(Span::new(start, text.len() as u32));
        rest = after;
    }
    text.push_str(rest);
    (text, spans)
}
