//! Segments aligned with segments: paragraphs, headings, list items, lines.

use std::ops::Range;

use super::band::Band;
use super::grid::{COMMON, Grid, SHAPES};
use super::model::Model;
use super::path::Ways;
use super::side::Unit;
use crate::document::{Document, Link};

/// Links between all segments. With those of a `before` the way is looked for near them, among more shapes.
pub(super) fn align(doc: &Document, model: &Model<'_>, before: Option<&[Link]>, null: f32) -> Vec<Link> {
    let units = [model.source.whole_segments(), model.target.whole_segments()];
    let slices = [&units[0][..], &units[1][..]];
    let (band, shapes) = match before {
        Some(links) => {
            let sizes: Vec<(usize, usize)> = links.iter().map(|l| (l.source.len(), l.target.len())).collect();
            (Band::near(&sizes, units[1].len()), &SHAPES[..])
        }
        None => {
            (Band::first(slices, [model.source, model.target], &model.lexicon.forward), &SHAPES[..COMMON])
        }
    };
    let roles = super::roles::Roles::new(doc);
    let grid = Grid::new(model, slices, band, null).with_roles(&roles);
    let mut at = (0, 0);
    let link = |(a, b): (usize, usize)| {
        let link = Link {
            source: (at.0 as u32..(at.0 + a) as u32).collect(),
            target: (at.1 as u32..(at.1 + b) as u32).collect(),
        };
        at = (at.0 + a, at.1 + b);
        link
    };
    let mut sizes = Ways::new(&grid, shapes).best(&grid, shapes);
    join_opposite(&mut sizes);
    sizes.into_iter().map(link).collect()
}

/// One segment without counterpart right beside one of the other side is a loose rendering of it.
fn join_opposite(sizes: &mut Vec<(usize, usize)>) {
    let mut out: Vec<(usize, usize)> = Vec::with_capacity(sizes.len());
    for &(a, b) in sizes.iter() {
        match out.last_mut() {
            Some(last) if matches!((*last, (a, b)), ((1, 0), (0, 1)) | ((0, 1), (1, 0))) => *last = (1, 1),
            _ => out.push((a, b)),
        }
    }
    *sizes = out;
}

/// The tokens of neighbouring segments.
pub(super) fn tokens(units: &[Unit], segments: &[u32]) -> Range<u32> {
    match (segments.first(), segments.last()) {
        (Some(&first), Some(&last)) => units[first as usize].tokens.start..units[last as usize].tokens.end,
        _ => 0..0,
    }
}
