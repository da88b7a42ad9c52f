//! How a source and its translation belong together.

use crate::document::{Document, Side};
use crate::finding::Label;

/// Stretches of the source and of the target that translate one another: sentences, or whole segments where those are
/// not told apart. A side without counterpart is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bead {
    /// Places in the source, in order.
    pub source: Vec<Label>,
    /// Places in the target, in order.
    pub target: Vec<Label>,
}

/// The beads of a document, in the order of the target.
pub fn beads(doc: &Document) -> Vec<Bead> {
    let whole = |side: Side, segments: &[u32]| {
        let label = |&i: &u32| {
            let end = doc.side(side)[i as usize].shown().len() as u32;
            Label { side, segment: i, start: 0, end }
        };
        segments.iter().map(label).collect()
    };
    let links = doc.given.as_deref().unwrap_or_default();
    let bead = |l: &crate::document::Link| Bead {
        source: whole(Side::Source, &l.source),
        target: whole(Side::Target, &l.target),
    };
    links.iter().map(bead).collect()
}
