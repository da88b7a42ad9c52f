//! Sentences that an alignment left without counterpart, with the evidence that they have none.

use std::ops::Range;

use super::score::Model;
use super::sentences::{Pair, Run, label};
use super::side::Unit;
use crate::document;
use crate::finding::Label;

/// A sentence without counterpart.
#[derive(Clone, Debug, PartialEq)]
pub struct Gap {
    /// The sentence.
    pub at: Label,
    /// Where its counterpart would stand: an empty place behind the one of the sentence before.
    pub place: Label,
    /// How many words, figures and marks it can be told by.
    pub tokens: usize,
    /// By how much the text fits better without a counterpart for it than with the best there is.
    pub margin: f32,
    /// How much of what it says is also said near its place, 0 to 1.
    pub coverage: f32,
    /// Whether it is parted from its neighbours by less than a full stop.
    pub soft: bool,
    /// Number of the run of neighbouring gaps that it belongs to.
    pub run: u32,
}

/// All sentences without counterpart.
#[derive(Clone, Debug, Default)]
pub struct Gaps {
    /// Those of the source, in order.
    pub source: Vec<Gap>,
    /// Those of the target, in order.
    pub target: Vec<Gap>,
    /// How many sentences both sides have.
    pub sentences: [usize; 2],
}

/// How far on both sides of its place a sentence that moved is looked for.
const NEAR: usize = 30;
/// The score from which on a sentence is taken to have moved into a place that is taken.
const MOVED: f32 = 6.0;
/// Sentences on each side of a place in which what is missing may be said.
const AROUND: usize = 2;
/// How likely a word must be to count as said.
const SAID: f32 = 0.02;

/// The beads of all runs in order, those that lack a side by mere rewording joined; and what is left without counterpart.
pub(super) fn sort_out(model: &Model<'_>, runs: Vec<Run>) -> (Vec<Pair>, Gaps) {
    let mut margins = [Vec::new(), Vec::new()];
    let mut beads = Vec::new();
    for run in runs {
        for (all, own) in margins.iter_mut().zip(run.margins) {
            all.extend(own);
        }
        join_opposite(&mut beads, run.beads);
    }
    let moved = [moved(model, &beads, 0), moved(model, &beads, 1)];
    let sides = [document::Side::Source, document::Side::Target];
    let mut found = [0, 1].map(|side| {
        let mut out: Vec<Gap> = Vec::new();
        let (mut run, mut last) = (0, None);
        for bead in beads.iter().filter(|b| b[1 - side].is_empty()) {
            for unit in bead[side].clone().filter(|u| !moved[side].contains(u)) {
                run += u32::from(last != Some(unit));
                last = Some(unit + 1);
                let own = &model.side(side).units[unit as usize];
                out.push(Gap {
                    at: label(sides[side], own),
                    place: place(model, 1 - side, bead[1 - side].start, sides[1 - side]),
                    tokens: own.tokens.len(),
                    margin: margins[side].get(unit as usize).copied().unwrap_or(f32::INFINITY),
                    coverage: coverage(model, side, own, bead[1 - side].start),
                    soft: own.soft,
                    run,
                });
            }
        }
        out
    });
    let gaps = Gaps {
        source: std::mem::take(&mut found[0]),
        target: std::mem::take(&mut found[1]),
        sentences: [model.source.units.len(), model.target.units.len()],
    };
    (beads, gaps)
}

/// Sentences without counterpart right beside such sentences of the other side are a loose rendering of one another.
fn join_opposite(out: &mut Vec<Pair>, beads: Vec<Pair>) {
    let first = out.len();
    for bead in beads {
        if let Some(last) = out.get_mut(first..).and_then(<[Pair]>::last_mut) {
            let one_sided = |b: &Pair| b[0].is_empty() != b[1].is_empty();
            let opposite = one_sided(&bead) && one_sided(last) && bead[0].is_empty() != last[0].is_empty();
            if opposite {
                *last = [last[0].start..bead[0].end, last[1].start..bead[1].end];
                continue;
            }
        }
        out.push(bead);
    }
}

/// The units of one side without counterpart whose counterpart stands elsewhere: where the other side has a gap as well,
/// or in a bead that it fits better than what is there.
fn moved(model: &Model<'_>, beads: &[Pair], side: usize) -> Vec<u32> {
    let mut out = Vec::new();
    for (k, bead) in beads.iter().enumerate().filter(|(_, b)| b[1 - side].is_empty()) {
        for unit in bead[side].clone() {
            let own = &model.side(side).units[unit as usize];
            let pair = |other: &Unit| if side == 0 { model.pair(own, other) } else { model.pair(other, own) };
            let near = &beads[k.saturating_sub(NEAR)..(k + NEAR).min(beads.len())];
            let elsewhere = near.iter().any(|other| {
                let units =
                    &model.side(1 - side).units[other[1 - side].start as usize..other[1 - side].end as usize];
                if other[side].is_empty() {
                    return units.iter().any(|u| pair(u) > 0.0);
                }
                let [s, t] = other;
                let single = s.len() == 1 && t.len() == 1;
                single && {
                    let fit = pair(&units[0]);
                    fit > MOVED
                        && fit
                            > model.pair(
                                &model.source.units[s.start as usize],
                                &model.target.units[t.start as usize],
                            )
                }
            });
            if elsewhere {
                out.push(unit);
            }
        }
    }
    out
}

/// Behind the unit before `unit`.
fn place(model: &Model<'_>, side: usize, unit: u32, which: document::Side) -> Label {
    let units = &model.side(side).units;
    match unit.checked_sub(1).and_then(|u| units.get(u as usize)) {
        Some(u) => Label { side: which, segment: u.segment, start: u.range.end, end: u.range.end },
        None => Label { side: which, segment: 0, start: 0, end: 0 },
    }
}

/// How much of what a unit says, by weight, also stands in the sentences around its place on the other side.
fn coverage(model: &Model<'_>, side: usize, unit: &Unit, place: u32) -> f32 {
    let other = model.side(1 - side);
    let around = (place as usize).saturating_sub(AROUND)..(place as usize + AROUND).min(other.units.len());
    let Some(units) = other.units.get(around).filter(|u| !u.is_empty()) else { return 0.0 };
    let said = &other.tokens[units[0].tokens.start as usize..units[units.len() - 1].tokens.end as usize];
    let (mut sum, mut covered) = (0.0, 0.0);
    for &id in tokens(model, side, &unit.tokens) {
        let weight = model.weight(side, id);
        sum += weight;
        let row = &model.table(side)[id as usize];
        covered += if row.iter().any(|(to, p)| *p > SAID && said.contains(to)) { weight } else { 0.0 };
    }
    if sum > 0.0 { covered / sum } else { 1.0 }
}

fn tokens<'a>(model: &Model<'a>, side: usize, range: &Range<u32>) -> &'a [u32] {
    &model.side(side).tokens[range.start as usize..range.end as usize]
}
