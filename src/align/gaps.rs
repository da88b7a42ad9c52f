//! Sentences that an alignment left without counterpart, with the evidence that they have none.

use std::ops::Range;

use super::model::Model;
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
    /// By how much the text fits better without a counterpart for it than with the best there is; less than nothing where
    /// it was taken together with a neighbour.
    pub margin: f32,
    /// How much of what it says is also said near its place, 0 to 1.
    pub coverage: f32,
    /// Whether it shares the counterpart of a neighbour, which is too short for both.
    pub merged: bool,
    /// How much of it, by length, the counterpart of a neighbour may say besides: a long sentence that was split.
    pub room: f32,
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
    let mut found = [0, 1].map(|side| {
        let mut out = Vec::new();
        for (k, bead) in beads.iter().enumerate() {
            if bead[1 - side].is_empty() {
                let alone = bead[side].clone().filter(|unit| !moved[side].contains(unit));
                let beside = [k.checked_sub(1), Some(k + 1)].map(|k| k.and_then(|k| beads.get(k)));
                out.extend(alone.map(|unit| Gap {
                    room: room(model, side, unit, beside),
                    ..gap(model, side, unit, bead, &margins[side])
                }));
            } else {
                out.extend(crowded(model, side, bead, &margins[side]));
            }
        }
        number_runs(&mut out);
        out
    });
    let gaps = Gaps {
        source: std::mem::take(&mut found[0]),
        target: std::mem::take(&mut found[1]),
        sentences: [model.source.units.len(), model.target.units.len()],
    };
    (beads, gaps)
}

const SIDES: [document::Side; 2] = [document::Side::Source, document::Side::Target];

/// The evidence on a unit that lacks a counterpart.
fn gap(model: &Model<'_>, side: usize, unit: u32, bead: &Pair, margins: &[f32]) -> Gap {
    let own = &model.side(side).units[unit as usize];
    Gap {
        at: label(SIDES[side], own),
        place: place(model, 1 - side, bead[1 - side].start, SIDES[1 - side]),
        tokens: own.tokens.len(),
        margin: margins.get(unit as usize).copied().unwrap_or(f32::INFINITY),
        coverage: coverage(model, side, own, bead[1 - side].start),
        merged: false,
        room: 0.0,
        soft: is_soft(model, side, unit),
        run: 0,
    }
}

/// By how much the counterparts of the beads beside a unit are longer than those make one expect, as a share of the unit.
fn room(model: &Model<'_>, side: usize, unit: u32, beside: [Option<&Pair>; 2]) -> f32 {
    let own = model.side(side).units[unit as usize].length;
    let surplus = |bead: &Pair| {
        let other = model.expected(1 - side, model.side(1 - side).length_of(&bead[1 - side]));
        if bead[side].is_empty() {
            0.0
        } else {
            (other - model.side(side).length_of(&bead[side])) / own.max(1.0)
        }
    };
    beside.into_iter().flatten().map(surplus).fold(0.0, f32::max)
}

/// Neighbouring gaps get one number.
fn number_runs(gaps: &mut [Gap]) {
    let mut run = 0;
    for i in 1..gaps.len() {
        let (last, next) = (gaps[i - 1].at, gaps[i].at);
        run += u32::from(gaps[i - 1].place != gaps[i].place || next.segment > last.segment + 1);
        gaps[i].run = run;
    }
}

/// What a unit may lose at most by standing alone, to be looked at in a bead with others.
const LITTLE: f32 = 4.0;
/// How long the other side of a crowded bead may be, of what its length makes one expect.
const SHORT: f32 = 0.75;

/// Units that share with others of their side a counterpart that is too short for all: those that hardly fit better in it
/// than without any, and whose words the others explain.
fn crowded(model: &Model<'_>, side: usize, bead: &Pair, margins: &[f32]) -> Vec<Gap> {
    let (own, other) = (&bead[side], &bead[1 - side]);
    if own.len() < 2
        || model.side(1 - side).length_of(other)
            > SHORT * model.expected(side, model.side(side).length_of(own))
    {
        return Vec::new();
    }
    let tokens = model.side(1 - side).tokens_of(other);
    let said = &model.side(1 - side).tokens[tokens.start as usize..tokens.end as usize];
    // The unit that would lose most is the one that the counterpart belongs to.
    let margin = |unit: &u32| margins.get(*unit as usize).copied().unwrap_or(f32::NEG_INFINITY);
    let owner = own.clone().min_by(|one, two| margin(one).total_cmp(&margin(two)));
    own.clone()
        .filter(|unit| Some(*unit) != owner && margin(unit) >= -LITTLE)
        .map(|unit| {
            let behind = if unit == own.start { other.start } else { other.end };
            let at = [behind..behind, behind..behind];
            let coverage = exclusive(model, side, unit, own, said);
            Gap { coverage, merged: true, ..gap(model, side, unit, &at, margins) }
        })
        .collect()
}

/// How much of what a unit says, by weight, is said in `said` and is explained by no other of `units` as well.
fn exclusive(model: &Model<'_>, side: usize, unit: u32, units: &Range<u32>, said: &[u32]) -> f32 {
    let all = &model.side(side).units;
    let others: Vec<u32> = units
        .clone()
        .filter(|u| *u != unit)
        .flat_map(|u| tokens(model, side, &all[u as usize].tokens).iter().copied())
        .collect();
    let likely = |id: u32, to: u32| {
        let row = &model.table(side)[id as usize];
        row.binary_search_by_key(&to, |(t, _)| *t).map_or(0.0, |at| row[at].1)
    };
    share(model, side, &all[unit as usize], |id| {
        model.table(side)[id as usize]
            .iter()
            .any(|&(to, p)| p > SAID && said.contains(&to) && !others.iter().any(|&o| likely(o, to) >= p))
    })
}

/// The share of a unit's tokens, by weight, of which `is` holds.
fn share(model: &Model<'_>, side: usize, unit: &Unit, is: impl Fn(u32) -> bool) -> f32 {
    let (mut sum, mut found) = (0.0, 0.0);
    for &id in tokens(model, side, &unit.tokens) {
        let weight = model.weight(side, id);
        sum += weight;
        found += if is(id) { weight } else { 0.0 };
    }
    if sum > 0.0 { found / sum } else { 1.0 }
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

/// So many units without counterpart make another text, in which nothing is looked for.
const MANY: usize = 300;

/// The units of one side without counterpart whose counterpart stands elsewhere: where the other side has a gap as well,
/// or in a bead that it fits better than what is there.
fn moved(model: &Model<'_>, beads: &[Pair], side: usize) -> Vec<u32> {
    let mut out = Vec::new();
    if beads.iter().filter(|b| b[1 - side].is_empty()).count() > MANY {
        return out;
    }
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

/// Whether a soft end parts a unit from a neighbour.
fn is_soft(model: &Model<'_>, side: usize, unit: u32) -> bool {
    let units = &model.side(side).units[unit as usize..];
    units.iter().take(2).any(|u| u.soft)
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
    share(model, side, unit, |id| {
        model.table(side)[id as usize].iter().any(|(to, p)| *p > SAID && said.contains(to))
    })
}

fn tokens<'a>(model: &Model<'a>, side: usize, range: &Range<u32>) -> &'a [u32] {
    &model.side(side).tokens[range.start as usize..range.end as usize]
}
