//! Where the terms of a document stand: in its source, and their renderings in its target.

use std::ops::Range;

use super::finder::{Finder, Found, longest};
use crate::analysis::Analysis;
use crate::document::{Link, Segment, Side};
use crate::finding::Label;
use crate::text::inflect::Ending;
use crate::text::words;

/// A term of the source, or a rendering in the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// The position of the term in the glossary.
    pub(crate) term: u32,
    /// Where it stands.
    pub(crate) at: Label,
    /// The ending of its last word.
    pub(crate) ending: Ending,
}

/// Source and target segments that belong together, with what stands in them.
#[derive(Debug, Default)]
pub(crate) struct Unit {
    /// The target segments, in order; empty where nothing in the target is known to belong to the source.
    pub(crate) target: Vec<u32>,
    /// Terms in the source, those inside longer terms left out.
    pub(crate) terms: Vec<Mention>,
    /// Right renderings in the target.
    pub(crate) right: Vec<Mention>,
    /// Forbidden renderings in the target, those inside right ones left out.
    pub(crate) forbidden: Vec<Mention>,
}

/// The units of a document: of linked segments where there is a source, else the target as a whole.
pub(crate) fn units(a: &Analysis<'_>) -> Vec<Unit> {
    let glossary = &a.settings.glossary;
    if glossary.is_empty() {
        return Vec::new();
    }
    let finders = glossary.finders();
    let mut out = Vec::new();
    let alone = [Link { source: Vec::new(), target: (0..a.doc.target.len() as u32).collect() }];
    for link in if a.doc.has_source() { a.links() } else { &alone } {
        let mut unit = Unit { target: link.target.clone(), ..Unit::default() };
        for &i in &link.source {
            let segment = &a.doc.source[i as usize];
            let words = words::words(segment.shown());
            add(Side::Source, i, longest(find(a, &finders.source, segment, &words)), &mut unit.terms);
        }
        for &i in &link.target {
            let segment = &a.doc.target[i as usize];
            let words = a.words(i as usize);
            add(Side::Target, i, find(a, &finders.right, segment, words), &mut unit.right);
            add(Side::Target, i, longest(find(a, &finders.forbidden, segment, words)), &mut unit.forbidden);
        }
        let right = &unit.right;
        unit.forbidden.retain(|f| !right.iter().any(|r| covers(r.at, f.at)));
        out.push(unit);
    }
    out
}

fn covers(outer: Label, inner: Label) -> bool {
    outer.segment == inner.segment && outer.start <= inner.start && inner.end <= outer.end
}

fn find(a: &Analysis<'_>, finder: &Finder, segment: &Segment, words: &[Range<u32>]) -> Vec<Found> {
    if !segment.is_text() {
        return Vec::new();
    }
    let marked = |f: &Found| segment.text.marks_at(f.range.clone()).any(|m| m.kind.is_literal());
    let mut found = finder.find(segment.shown(), words);
    let terms = a.settings.glossary.terms();
    found.retain(|f| terms[f.term as usize].is_for(&a.doc.langs) && !marked(f));
    found
}

fn add(side: Side, segment: u32, found: Vec<Found>, out: &mut Vec<Mention>) {
    let label = |range: Range<u32>| Label { side, segment, start: range.start, end: range.end };
    out.extend(found.into_iter().map(|f| Mention { term: f.term, at: label(f.range), ending: f.ending }));
}
