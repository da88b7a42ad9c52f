//! What is known of two texts as wholes: their words, how often each stands, and how long one is for the other.

use std::ops::Range;

use super::band::Band;
use super::grid::{Grid, SHAPES};
use super::lexicon::{Lexicon, Table};
use super::side::{Side, Unit};

const LENGTH: f32 = 0.25;

/// Two texts, and what is known of their words.
pub(super) struct Model<'a> {
    pub(super) source: &'a Side,
    pub(super) target: &'a Side,
    pub(super) lexicon: &'a Lexicon,
    /// Each type's share of all tokens of its side.
    pub(super) shares: [Vec<f32>; 2],
    /// Where each type stands among the tokens of its side.
    pub(super) places: [Vec<Vec<u32>>; 2],
    /// What a length in the source is in the target.
    ratio: f32,
}

impl<'a> Model<'a> {
    pub(super) fn new(source: &'a Side, target: &'a Side, lexicon: &'a Lexicon) -> Self {
        let length = |side: &Side| side.units.iter().map(|u| u.length).sum::<f32>();
        Self {
            source,
            target,
            lexicon,
            shares: [source.vocabulary.shares(), target.vocabulary.shares()],
            places: [places(source), places(target)],
            ratio: ratio(length(source), length(target)),
        }
    }

    /// With the ratio of lengths that stretches have which belong together, each given by its units.
    pub(super) fn with_ratio_of(self, pairs: &[[Range<u32>; 2]]) -> Self {
        let length =
            |side: usize| pairs.iter().map(|pair| self.side(side).length_of(&pair[side])).sum::<f32>();
        let ratio = ratio(length(0), length(1));
        Self { ratio, ..self }
    }

    /// What the lengths of two stretches say, 0 or less.
    pub(super) fn length(&self, source: f32, target: f32) -> f32 {
        let d = self.deviation(source, target);
        -LENGTH * (d * d / 2.0).min(30.0)
    }

    /// By how many standard deviations a target is longer than its source makes one expect.
    pub(super) fn deviation(&self, source: f32, target: f32) -> f32 {
        let expected = source * self.ratio;
        (target - expected) / (0.35 * (expected + target) * 4.0).max(1.0).sqrt()
    }

    /// The length on the other side that a length on `side` makes one expect.
    pub(super) fn expected(&self, side: usize, length: f32) -> f32 {
        if side == 0 { length * self.ratio } else { length / self.ratio }
    }

    /// How well one unit fits another, shapes apart.
    pub(super) fn pair(&self, source: &Unit, target: &Unit) -> f32 {
        let units = [std::slice::from_ref(source), std::slice::from_ref(target)];
        Grid::new(self, units, Band::whole(1, 1), 0.0).score(0, 0, SHAPES[0])
    }

    /// The likelihood of each type of the other side, given one of `side`.
    pub(super) fn table(&self, side: usize) -> &'a Table {
        if side == 0 { &self.lexicon.forward } else { &self.lexicon.backward }
    }

    pub(super) fn side(&self, side: usize) -> &'a Side {
        if side == 0 { self.source } else { self.target }
    }

    /// How much a type says: rare ones more.
    pub(super) fn weight(&self, side: usize, id: u32) -> f32 {
        (-self.shares[side][id as usize].ln() - 2.0).clamp(0.3, 3.0)
    }
}

/// So much text tells a ratio as well as what is known of languages: that of [`Unit::length`] is about 1.
const ENOUGH: f32 = 300.0;

fn ratio(source: f32, target: f32) -> f32 {
    ((target + ENOUGH) / (source + ENOUGH)).clamp(0.2, 5.0)
}

fn places(side: &Side) -> Vec<Vec<u32>> {
    let mut places: Vec<Vec<u32>> = vec![Vec::new(); side.vocabulary.types.len()];
    for (at, &id) in side.tokens.iter().enumerate() {
        places[id as usize].push(at as u32);
    }
    places
}
