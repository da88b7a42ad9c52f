//! `inspect terms`: the terms that come again in the source, with what renders each mention.

use std::io::Write;

use super::Format;
use crate::analysis::Analysis;
use crate::document::Side;
use crate::finding::Label;
use crate::terms::Term;

pub(super) fn show(a: &Analysis<'_>, format: Format, out: &mut dyn Write) -> std::io::Result<()> {
    a.terms().iter().try_for_each(|term| match format {
        Format::Text => text(a, term, out),
        Format::Jsonl => {
            let renderings: Vec<_> = term.mentions.iter().map(|m| &*m.text).collect();
            let open = term.open.len();
            writeln!(
                out,
                "{}",
                serde_json::json!({"term": &*term.text, "renderings": renderings, "open": open})
            )
        }
    })
}

fn text(a: &Analysis<'_>, term: &Term, out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "{}", term.text)?;
    for mention in &term.mentions {
        writeln!(out, "    line {}: {}", line(a, mention.source), mention.text)?;
    }
    for &at in &term.open {
        writeln!(out, "    line {}: (cannot be told)", line(a, at))?;
    }
    Ok(())
}

/// The line of the source where a term stands.
fn line(a: &Analysis<'_>, at: Label) -> usize {
    let segment = &a.doc.side(Side::Source)[at.segment as usize];
    segment.text.file().lines().line_of(segment.text.raw(at.range()).start) + 1
}
