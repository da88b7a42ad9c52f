//! The values of both sides of a bead, each with its place.

use crate::align::Bead;
use crate::document::Document;
use crate::finding::Label;

use super::number::{Language, Number};
use super::values;
use crate::hash::Map;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub struct Item {
    /// The value; its spans are bytes of the bead's own stretch.
    pub number: Number,
    /// The numeral.
    pub at: Label,
    /// The numeral with its unit, currency or calendar word.
    pub whole: Label,
    /// Where it stands between the start and the end of its side of the bead, 0 to 1.
    pub(super) place: f64,
}

/// The beads, each sentence without counterpart taken into its neighbour of the same paragraph: its figures may well
/// stand there.
pub(super) fn joined(beads: &[Bead]) -> Vec<Bead> {
    let same = |a: &[Label], b: &[Label]| {
        let (Some(a), Some(b)) = (a.last(), b.first()) else { return false };
        a.segment == b.segment
    };
    let mut out: Vec<Bead> = Vec::new();
    for bead in beads {
        let lone = |b: &Bead| b.source.is_empty() || b.target.is_empty();
        match out.last_mut() {
            Some(last)
                if (lone(bead) || lone(last))
                    && (same(&last.source, &bead.source) || same(&last.target, &bead.target)) =>
            {
                last.source.extend_from_slice(&bead.source);
                last.target.extend_from_slice(&bead.target);
            }
            _ => out.push(bead.clone()),
        }
    }
    out
}

/// The values of places that were read before.
pub(super) type Read = Map<Label, Vec<Number>>;

/// The values in stretches of a document.
pub(super) fn items(doc: &Document, labels: &[Label], read: &Read, language: Language) -> Vec<Item> {
    let total: u32 = labels.iter().map(|l| l.end - l.start).sum();
    let mut out = Vec::new();
    let mut before = 0;
    for label in labels {
        let segment = &doc.side(label.side)[label.segment as usize];
        let shown = segment.shown();
        let Some(text) = shown.get(label.start as usize..label.end as usize) else { continue };
        let mut literal: Vec<_> =
            segment.text.marks().iter().filter(|m| m.kind.is_literal()).map(|m| m.range.clone()).collect();
        literal.sort_by_key(|r| r.start);
        let numbers = read.get(label).cloned().unwrap_or_else(|| values(text, language));
        for mut number in numbers {
            let moved = |r: &std::ops::Range<u32>| Label {
                start: label.start + r.start,
                end: label.start + r.end,
                ..*label
            };
            let (at, whole) = (moved(&number.span), moved(&number.whole));
            let begun = literal.partition_point(|r| r.start < at.end);
            if literal[..begun].iter().rev().take(3).any(|r| at.start < r.end) || number.absorbed {
                continue;
            }
            number.soft |= is_list_number(text, &number);
            let place = f64::from(before + number.span.start) / f64::from(total.max(1));
            out.push(Item { number, at, whole, place });
        }
        before += label.end - label.start;
    }
    out
}

/// The number of a list item at the head of a stretch: "3. ", "2)", "1、".
fn is_list_number(text: &str, number: &Number) -> bool {
    number.in_figures
        && number.span.start < 8
        && text[..number.span.start as usize]
            .chars()
            .all(|c| c.is_whitespace() || matches!(c, '(' | '（' | '['))
        && text[number.span.end as usize..].starts_with(['.', ')', '、', '）', '．', ']', '.', ':', '：'])
}
