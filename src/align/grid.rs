//! How well stretches of two texts fit: a log ratio of what the lexicon expects against chance, in both directions, and the
//! lengths. Scores of beads add up to that of an alignment.

use std::ops::Range;

use super::band::Band;
use super::gains::{Sums, gains};
use super::model::Model;
use super::roles::Roles;
use super::side::Unit;

/// How many units of the source and of the target a bead has, and what it costs by itself.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shape {
    pub(super) source: usize,
    pub(super) target: usize,
    prior: f32,
}

const fn shape(source: usize, target: usize, prior: f32) -> Shape {
    Shape { source, target, prior }
}

/// Shapes from the likely to the rare; a first alignment looks at the first [`COMMON`] of them.
pub(super) const SHAPES: [Shape; 14] = [
    shape(1, 1, 0.0),
    shape(1, 0, -3.5),
    shape(0, 1, -3.5),
    shape(1, 2, -1.6),
    shape(2, 1, -1.6),
    shape(2, 2, -6.0),
    shape(1, 3, -3.0),
    shape(3, 1, -3.0),
    shape(1, 4, -4.5),
    shape(4, 1, -4.5),
    shape(2, 3, -6.0),
    shape(3, 2, -6.0),
    shape(1, 5, -6.0),
    shape(5, 1, -6.0),
];
/// How many shapes a first alignment looks at.
pub(super) const COMMON: usize = 8;
/// The most units of one side in a bead.
pub(super) const MOST: usize = 5;

const LEXICAL: f32 = 2.0;

/// The scores of all beads that a band allows between two runs of units.
pub(super) struct Grid<'a> {
    model: &'a Model<'a>,
    units: [&'a [Unit]; 2],
    pub(super) band: Band,
    /// What a unit without counterpart costs for each of its tokens.
    null: f32,
    roles: Option<&'a Roles<'a>>,
    /// For a first unit and a number of units of one side, the gains of the other side's units.
    gains: [Vec<Sums>; 2],
    /// The length of everything before each unit.
    lengths: [Vec<f32>; 2],
}

impl<'a> Grid<'a> {
    pub(super) fn new(model: &'a Model<'a>, units: [&'a [Unit]; 2], band: Band, null: f32) -> Self {
        let turned = band.turned(units[1].len());
        let gains = [gains(model, units, 0, &band), gains(model, [units[1], units[0]], 1, &turned)];
        let lengths = units.map(|side| {
            let mut sum = 0.0;
            let mut out = vec![0.0];
            for unit in side {
                sum += unit.length;
                out.push(sum);
            }
            out
        });
        Self { model, units, band, null, roles: None, gains, lengths }
    }

    /// Units are segments, whose roles count.
    pub(super) fn with_roles(self, roles: &'a Roles<'a>) -> Self {
        Self { roles: Some(roles), ..self }
    }

    /// Number of units on both sides.
    pub(super) fn size(&self) -> (usize, usize) {
        (self.units[0].len(), self.units[1].len())
    }

    /// The score of the bead of a shape that begins at a pair of units.
    pub(super) fn score(&self, source: usize, target: usize, shape: Shape) -> f32 {
        let (source, target) = (source..source + shape.source, target..target + shape.target);
        if source.is_empty() || target.is_empty() {
            let units = if source.is_empty() { &self.units[1][target] } else { &self.units[0][source] };
            let tokens: usize = units.iter().map(|u| u.tokens.len()).sum();
            return shape.prior - self.null * tokens as f32;
        }
        let there = self.gains[0][source.start * MOST + source.len() - 1].between(target.start, target.end);
        let back = self.gains[1][target.start * MOST + target.len() - 1].between(source.start, source.end);
        let length = |side: usize, r: &Range<usize>| self.lengths[side][r.end] - self.lengths[side][r.start];
        let fit = self.model.length(length(0, &source), length(1, &target));
        let prior = self.prior(&source, &target, shape);
        let roles = self.roles.map_or(0.0, |r| r.score(source, target));
        LEXICAL * f32::midpoint(there, back) + fit + prior + roles
    }

    /// What a shape costs when parts of one sentence count as one.
    fn prior(&self, source: &Range<usize>, target: &Range<usize>, shape: Shape) -> f32 {
        if source.len() + target.len() == 2 {
            return shape.prior;
        }
        let soft = |units: &[Unit]| units.iter().skip(1).filter(|u| u.soft).count();
        let sentences = (
            source.len() - soft(&self.units[0][source.clone()]),
            target.len() - soft(&self.units[1][target.clone()]),
        );
        SHAPES.iter().find(|s| (s.source, s.target) == sentences).map_or(shape.prior, |s| s.prior)
    }
}
