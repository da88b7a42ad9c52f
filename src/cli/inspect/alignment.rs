//! `inspect alignment`: which lines or paragraphs of a source and its translation belong together, one link a line.

use std::io::Write;

use super::Format;
use crate::align::align_segments;
use crate::analysis::Analysis;
use crate::document::{Document, Side};

pub(super) fn show(a: &Analysis<'_>, format: Format, out: &mut dyn Write) -> std::io::Result<()> {
    for link in align_segments(a.doc) {
        let sides = [(Side::Source, &link.source), (Side::Target, &link.target)];
        match format {
            Format::Text => {
                let [source, target] = sides.map(|(side, segments)| text(a.doc, side, segments));
                writeln!(out, "{source}\n    {target}")?;
            }
            Format::Jsonl => {
                let [source, target] = sides.map(|(side, segments)| numbers(a.doc, side, segments));
                writeln!(out, "{}", serde_json::json!({"source": source, "target": target}))?;
            }
        }
    }
    Ok(())
}

/// The segments of one side as people read them, with the lines that they begin on.
fn text(doc: &Document, side: Side, segments: &[u32]) -> String {
    let one = |&i: &u32| {
        let segment = &doc.side(side)[i as usize];
        let line = segment.text.file().lines().line_of(segment.text.raw(0..0).start) + 1;
        format!("{line}: {}", segment.shown())
    };
    match segments {
        [] => "-".to_owned(),
        some => some.iter().map(one).collect::<Vec<_>>().join(" | "),
    }
}

/// In plain text the physical lines from 0, elsewhere the numbers of the segments.
fn numbers(doc: &Document, side: Side, segments: &[u32]) -> Vec<u32> {
    let lines = |&i: &u32| -> Vec<u32> {
        let segment = &doc.side(side)[i as usize];
        let file = segment.text.file();
        if !file.path.ends_with(".txt") {
            return vec![segment.index];
        }
        let span = segment.text.raw(0..segment.shown().len() as u32);
        (file.lines().line_of(span.start) as u32..=file.lines().line_of(span.end) as u32).collect()
    };
    segments.iter().flat_map(lines).collect()
}
