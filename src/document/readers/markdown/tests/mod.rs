mod blocks;
mod dialects;
mod whole;

use std::sync::Arc;

use super::read;
use crate::document::readers::tests::check_pieces;
use crate::document::{Article, MarkKind, Segment};
use crate::source::SourceFile;

fn article(text: &str) -> Article {
    read(&Arc::new(SourceFile::new("a.md", text)))
}

/// Every segment as `Role: text`, after checks that hold of every file.
fn shown(text: &str) -> Vec<String> {
    let file = Arc::new(SourceFile::new("a.md", text));
    let segments = read(&file).segments;
    check_pieces(&file, &segments).expect("pieces");
    segments.iter().map(|s| format!("{:?}: {}", s.role, s.shown())).collect()
}

fn raw<'a>(text: &'a str, segment: &Segment, part: &str) -> &'a str {
    let at = segment.shown().find(part).expect("shown") as u32;
    &text[segment.text.raw(at..at + part.len() as u32).range()]
}

fn marks(segment: &Segment) -> Vec<(MarkKind, &str)> {
    let part = |r: &std::ops::Range<u32>| &segment.shown()[r.start as usize..r.end as usize];
    segment.text.marks().iter().map(|m| (m.kind.clone(), part(&m.range))).collect()
}
