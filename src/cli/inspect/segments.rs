//! `inspect segments`: what a reader makes of a file, each segment with its role and place.

use std::io::Write;

use super::Format;
use crate::analysis::Analysis;
use crate::document::{Segment, Side};
use crate::source::SourceFile;

pub(super) fn show(a: &Analysis<'_>, format: Format, out: &mut dyn Write) -> std::io::Result<()> {
    let doc = a.doc;
    let sides = [(Side::Target, Some(&doc.file)), (Side::Source, doc.source_file.as_ref())];
    for (side, file) in sides {
        let Some(file) = file else { continue };
        for segment in doc.side(side) {
            match format {
                Format::Text => text(file, segment, out)?,
                Format::Jsonl => jsonl(file, side, segment, out)?,
            }
        }
    }
    Ok(())
}

fn text(file: &SourceFile, segment: &Segment, out: &mut dyn Write) -> std::io::Result<()> {
    let line = file.lines().line_of(whole(segment).start) + 1;
    let role = format!("{:?}", segment.role).to_lowercase();
    let unit = segment.unit.as_deref().map(|u| format!(" {u}")).unwrap_or_default();
    let kept = if segment.translate { "" } else { " (not to be translated)" };
    writeln!(out, "{}:{line}: #{} {role}{unit}{kept}: {}", file.path, segment.index, segment.shown())
}

fn jsonl(file: &SourceFile, side: Side, segment: &Segment, out: &mut dyn Write) -> std::io::Result<()> {
    let span = whole(segment);
    let line = serde_json::json!({
        "path": &*file.path,
        "side": side,
        "segment": segment.index,
        "unit": segment.unit.as_deref(),
        "role": format!("{:?}", segment.role).to_lowercase(),
        "translate": segment.translate,
        "span": {"start": span.start, "end": span.end},
        "text": segment.shown(),
    });
    writeln!(out, "{line}")
}

fn whole(segment: &Segment) -> crate::source::Span {
    segment.text.raw(0..segment.shown().len() as u32)
}
