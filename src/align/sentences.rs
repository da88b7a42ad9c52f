//! Sentences aligned with sentences, inside of linked segments.

use std::ops::Range;

use super::band::Band;
use super::grid::{Grid, Shape};
use super::model::Model;
use super::path::Ways;
use super::side::{Side, Unit};
use super::{Bead, NULL_SENTENCE};
use crate::document::{self, Link};
use crate::finding::Label;
use crate::share;

/// Links that are worth a thread.
const SHARE: usize = 500;

/// Units of both sides that belong together, source first.
pub(super) type Pair = [Range<u32>; 2];

/// What a link came to: its beads in order, and for each unit by how much it is better without counterpart than with.
#[derive(Debug)]
pub(super) struct Run {
    pub(super) beads: Vec<Pair>,
    pub(super) margins: [Vec<f32>; 2],
}

/// Aligns the sentences of each link.
pub(super) fn align(model: &Model<'_>, links: &[Link], shapes: &[Shape]) -> Vec<Run> {
    let mut at = [0, 0];
    let units = |link: &Link| {
        let units =
            [units_of(model.source, &link.source, at[0]), units_of(model.target, &link.target, at[1])];
        at = [units[0].end, units[1].end];
        units
    };
    let units: Vec<Pair> = links.iter().map(units).collect();
    let of_share =
        |_, pairs: &[Pair]| -> Vec<Run> { pairs.iter().map(|pair| align_one(model, pair, shapes)).collect() };
    share::map(&units, SHARE, of_share).into_iter().flatten().collect()
}

/// The units of neighbouring segments; an empty range behind `last` without any.
fn units_of(side: &Side, segments: &[u32], last: u32) -> Range<u32> {
    match (segments.first(), segments.last()) {
        (Some(&first), Some(&end)) => side.segments[first as usize].start..side.segments[end as usize].end,
        _ => last..last,
    }
}

fn align_one(model: &Model<'_>, units: &Pair, shapes: &[Shape]) -> Run {
    let start = [units[0].start, units[1].start];
    let slice = |side: usize| -> &[Unit] {
        &model.side(side).units[units[side].start as usize..units[side].end as usize]
    };
    let slices = [slice(0), slice(1)];
    let lone = |side: usize| units[side].clone().map(move |u| one_sided(side, u, start)).collect();
    let beads = match (slices[0].len(), slices[1].len()) {
        (_, 0) => lone(0),
        (0, _) => lone(1),
        (1, 1) => vec![units.clone()],
        _ => return search(model, slices, start, shapes),
    };
    let margins = slices.map(|s| vec![f32::INFINITY; s.len()]);
    Run { beads, margins }
}

fn one_sided(side: usize, unit: u32, start: [u32; 2]) -> Pair {
    let mut pair = [start[0]..start[0], start[1]..start[1]];
    pair[side] = unit..unit + 1;
    pair
}

fn search(model: &Model<'_>, slices: [&[Unit]; 2], start: [u32; 2], shapes: &[Shape]) -> Run {
    let band = Band::first(slices, [model.source, model.target], &model.lexicon.forward);
    let grid = Grid::new(model, slices, band, NULL_SENTENCE);
    let ways = Ways::new(&grid, shapes);
    let mut at = start;
    let bead = |(a, b): (usize, usize)| {
        let from = at;
        at = [at[0] + a as u32, at[1] + b as u32];
        [from[0]..at[0], from[1]..at[1]]
    };
    let beads = ways.best(&grid, shapes).into_iter().map(bead).collect();
    Run { beads, margins: ways.margins(&grid, shapes) }
}

/// The units of all beads that have both sides.
pub(super) fn full(runs: &[Run]) -> Vec<Pair> {
    let beads = runs.iter().flat_map(|r| &r.beads);
    beads.filter(|[s, t]| !s.is_empty() && !t.is_empty()).cloned().collect()
}

/// A bead by its places.
pub(super) fn bead(source: &Side, target: &Side, [s, t]: &Pair) -> Bead {
    let labels = |side: &Side, which: document::Side, units: &Range<u32>| {
        side.units[units.start as usize..units.end as usize].iter().map(|u| label(which, u)).collect()
    };
    Bead {
        source: labels(source, document::Side::Source, s),
        target: labels(target, document::Side::Target, t),
    }
}

/// The place of a unit.
pub(super) fn label(side: document::Side, unit: &Unit) -> Label {
    Label { side, segment: unit.segment, start: unit.range.start, end: unit.range.end }
}
