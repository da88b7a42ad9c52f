//! `inspect alignment`: which lines or paragraphs of a source and its translation belong together, one link a line; for
//! people which sentences, and what tells that one has no counterpart.

use std::io::Write;

use super::Format;
use crate::align::{Bead, Gap, align_segments};
use crate::analysis::Analysis;
use crate::document::{Document, Side};

pub(super) fn show(a: &Analysis<'_>, format: Format, out: &mut dyn Write) -> std::io::Result<()> {
    match format {
        Format::Text => a.beads().iter().try_for_each(|bead| text(a, bead, out)),
        Format::Jsonl => align_segments(a.doc).iter().try_for_each(|link| {
            let [source, target] = [(Side::Source, &link.source), (Side::Target, &link.target)]
                .map(|(side, segments)| numbers(a.doc, side, segments));
            writeln!(out, "{}", serde_json::json!({"source": source, "target": target}))
        }),
    }
}

fn text(a: &Analysis<'_>, bead: &Bead, out: &mut dyn Write) -> std::io::Result<()> {
    let gaps = &a.alignment().gaps;
    for label in bead.source.iter().chain(&bead.target) {
        let segment = &a.doc.side(label.side)[label.segment as usize];
        let (side, list) = match label.side {
            Side::Source => ('<', &gaps.source),
            Side::Target => ('>', &gaps.target),
        };
        let line = segment.text.file().lines().line_of(segment.text.raw(label.range()).start) + 1;
        let shown = &segment.shown()[label.start as usize..label.end as usize];
        let gap = list.iter().find(|g| g.at == *label).map(evidence).unwrap_or_default();
        writeln!(out, "{side} {line}: {shown}{gap}")?;
    }
    writeln!(out)
}

fn evidence(gap: &Gap) -> String {
    format!(
        " (no counterpart: {} tokens, margin {:.1}, coverage {:.2}, room {:.1})",
        gap.tokens, gap.margin, gap.coverage, gap.room
    )
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
