//! The diagnostic format of reviewdog, one line a finding
//! (<https://github.com/reviewdog/reviewdog/tree/master/proto/rdf>). Its columns count bytes of UTF-8.

use std::io::{self, Write};

use serde_json::{Value, json};

use super::Report;
use super::wire::{FindingReport, SpanReport};
use crate::finding::{Applicability, Excerpt};

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for f in report.shown() {
        let related = f
            .related
            .iter()
            .map(|r| json!({ "message": r.message, "location": location(&r.path, r.span, &r.excerpt) }));
        let line = json!({
            "message": message(f),
            "location": location(&f.path, f.span, &f.excerpt),
            "severity": f.severity.name().to_uppercase(),
            "source": { "name": "mtlint" },
            "code": { "value": f.entry.as_deref().unwrap_or(&f.rule) },
            "suggestions": suggestions(f),
            "related_locations": related.collect::<Vec<_>>(),
        });
        serde_json::to_writer(&mut *out, &line)?;
        writeln!(out)?;
    }
    Ok(())
}

fn message(f: &FindingReport) -> String {
    match &f.help {
        Some(help) => format!("{}; {help}", f.message),
        None => f.message.clone(),
    }
}

fn location(path: &str, span: SpanReport, excerpt: &Excerpt) -> Value {
    let path = path.strip_prefix("./").unwrap_or(path);
    match range(span, excerpt) {
        Some(range) => json!({ "path": path, "range": range }),
        None => {
            json!({ "path": path, "range": { "start": { "line": span.line }, "end": { "line": span.end_line } } })
        }
    }
}

/// The range in bytes, if the excerpt has the line from its beginning and the place ends in it.
fn range(span: SpanReport, excerpt: &Excerpt) -> Option<Value> {
    (span.line == span.end_line && !excerpt.cut.0).then(|| {
        json!({
            "start": { "line": span.line, "column": excerpt.start + 1 },
            "end": { "line": span.line, "column": excerpt.end + 1 },
        })
    })
}

/// Fixes that replace just the place itself: for others there are no lines and columns.
fn suggestions(f: &FindingReport) -> Vec<Value> {
    let Some(range) = range(f.span, &f.excerpt) else { return Vec::new() };
    let whole = |edit: &super::wire::EditReport| {
        edit.path == f.path && (edit.span.start, edit.span.end) == (f.span.start, f.span.end)
    };
    let fixes = f.fixes.iter().filter(|fix| fix.applicability != Applicability::Manual);
    fixes
        .filter_map(|fix| match &fix.edits[..] {
            [edit] if whole(edit) => Some(json!({ "range": range, "text": edit.replacement })),
            _ => None,
        })
        .collect()
}
