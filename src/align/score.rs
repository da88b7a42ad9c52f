//! How well stretches of two texts fit: a log ratio of what the lexicon expects against chance, in both directions, and the
//! lengths. Scores of beads add up to that of an alignment.

use std::ops::Range;

use super::band::Band;
use super::lexicon::{Lexicon, Table};
use super::roles::Roles;
use super::side::{Side, Unit};

/// The shape of a bead, and what it costs by itself.
pub(super) type Shape = (usize, usize, f32);

/// Shapes from the likely to the rare; a first alignment looks at the first [`COMMON`] of them.
pub(super) const SHAPES: [Shape; 14] = [
    (1, 1, 0.0),
    (1, 0, -3.5),
    (0, 1, -3.5),
    (1, 2, -1.6),
    (2, 1, -1.6),
    (2, 2, -6.0),
    (1, 3, -3.0),
    (3, 1, -3.0),
    (1, 4, -4.5),
    (4, 1, -4.5),
    (2, 3, -6.0),
    (3, 2, -6.0),
    (1, 5, -6.0),
    (5, 1, -6.0),
];
/// How many shapes a first alignment looks at.
pub(super) const COMMON: usize = 8;
/// The most units of one side in a bead.
const MOST: usize = 5;

const LEXICAL: f32 = 2.0;
const LENGTH: f32 = 0.25;
/// What a token costs that nothing on the other side explains, and what it gains at most.
const LEAST: f32 = -0.7;
const BEST: f32 = 6.0;
/// How much of a token's likelihood comes from chance.
const CHANCE: f32 = 0.4;

/// Two texts, and what is known of their words.
pub(super) struct Model<'a> {
    pub(super) source: &'a Side,
    pub(super) target: &'a Side,
    pub(super) lexicon: &'a Lexicon,
    shares: [Vec<f32>; 2],
    places: [Vec<Vec<u32>>; 2],
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
        let length = |side: usize| pairs.iter().map(|pair| self.side(side).length_of(&pair[side])).sum::<f32>();
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
        let grid = Grid::new(
            self,
            [std::slice::from_ref(source), std::slice::from_ref(target)],
            Band::whole(1, 1),
            0.0,
        );
        grid.score(0, 0, (1, 1, 0.0))
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

/// The scores of all beads that a band allows between two runs of units.
pub(super) struct Grid<'a> {
    model: &'a Model<'a>,
    units: [&'a [Unit]; 2],
    pub(super) band: Band,
    /// What a unit without counterpart costs for each of its tokens.
    null: f32,
    roles: Option<&'a Roles<'a>>,
    /// For a first unit and a number of units, the gains of the other side's units, summed up from the band's start.
    gains: [Vec<Sums>; 2],
    lengths: [Vec<f32>; 2],
}

/// Running sums over units from `first` on.
struct Sums {
    first: u32,
    sums: Vec<f32>,
}

impl Sums {
    fn between(&self, from: usize, to: usize) -> f32 {
        self.sums[to - self.first as usize] - self.sums[from - self.first as usize]
    }
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

    /// What a shape costs when parts of one sentence count as one.
    fn prior(&self, i: usize, j: usize, (a, b, prior): Shape) -> f32 {
        if a + b == 2 {
            return prior;
        }
        let soft = |units: &[Unit]| units.iter().skip(1).filter(|u| u.soft).count();
        let sizes = (a - soft(&self.units[0][i..i + a]), b - soft(&self.units[1][j..j + b]));
        SHAPES.iter().find(|s| (s.0, s.1) == sizes).map_or(prior, |s| s.2)
    }

    /// The score of the bead of a shape that begins at units `i` and `j`.
    pub(super) fn score(&self, i: usize, j: usize, (a, b, prior): Shape) -> f32 {
        let prior = if a == 0 || b == 0 { prior } else { self.prior(i, j, (a, b, prior)) };
        if a == 0 || b == 0 {
            let units = if a == 0 { &self.units[1][j..j + b] } else { &self.units[0][i..i + a] };
            let tokens: usize = units.iter().map(|u| u.tokens.len()).sum();
            return prior - self.null * tokens as f32;
        }
        let there = self.gains[0][i * MOST + a - 1].between(j, j + b);
        let back = self.gains[1][j * MOST + b - 1].between(i, i + a);
        let length =
            |side: usize, from: usize, n: usize| self.lengths[side][from + n] - self.lengths[side][from];
        let fit = self.model.length(length(0, i, a), length(1, j, b));
        let roles = self.roles.map_or(0.0, |r| r.score((i, a), (j, b)));
        LEXICAL * f32::midpoint(there, back) + fit + prior + roles
    }
}

/// For each first unit of the side `from` and each number of units from 1 to [`MOST`]: what the units of the other side
/// gain, given those.
fn gains(model: &Model<'_>, units: [&[Unit]; 2], from: usize, band: &Band) -> Vec<Sums> {
    let (n, to) = (units[0].len(), 1 - from);
    let base = units[1].iter().map(|u| u.tokens.start).min().unwrap_or(0);
    let end = units[1].iter().map(|u| u.tokens.end).max().unwrap_or(0).max(base);
    let mut unit_of = vec![u32::MAX; (end - base) as usize];
    for (j, unit) in units[1].iter().enumerate() {
        unit_of[(unit.tokens.start - base) as usize..(unit.tokens.end - base) as usize].fill(j as u32);
    }
    let mut likely = vec![0.0_f32; unit_of.len()];
    let mut out = Vec::with_capacity(n * MOST);
    for i in 0..n {
        let mut touched: Vec<u32> = Vec::new();
        let mut size = 0;
        let last = (i + MOST).min(n);
        let tokens = tokens_between(units[1], band.lo[i] as usize, band.hi[last] as usize);
        for a in 1..=MOST {
            if i + a > n {
                out.push(Sums { first: 0, sums: Vec::new() });
                continue;
            }
            let unit = &units[0][i + a - 1];
            size += unit.tokens.len();
            let side = model.side(from);
            for &s in &side.tokens[unit.tokens.start as usize..unit.tokens.end as usize] {
                for &(t, p) in &model.table(from)[s as usize] {
                    let places = &model.places[to][t as usize];
                    let first = places.partition_point(|&at| at < tokens.0);
                    for &at in places[first..].iter().take_while(|&&at| at < tokens.1) {
                        let at = at - base;
                        if likely[at as usize] == 0.0 {
                            touched.push(at);
                        }
                        likely[at as usize] += p;
                    }
                }
            }
            let (first, end) = (band.lo[i], band.hi[i + a]);
            out.push(sum_up(model, to, units[1], first..end, size, &touched, &likely, &unit_of, base));
        }
        touched.iter().for_each(|&at| likely[at as usize] = 0.0);
    }
    out
}

/// From the first token of unit `from` to behind the last before unit `to`.
fn tokens_between(units: &[Unit], from: usize, to: usize) -> (u32, u32) {
    match units.get(from..to) {
        Some([]) | None => (0, 0),
        Some(some) => (some[0].tokens.start, some[some.len() - 1].tokens.end),
    }
}

#[allow(clippy::too_many_arguments)]
fn sum_up(
    model: &Model<'_>,
    to: usize,
    units: &[Unit],
    range: Range<u32>,
    size: usize,
    touched: &[u32],
    likely: &[f32],
    unit_of: &[u32],
    base: u32,
) -> Sums {
    let mut sums = vec![0.0_f32; range.len() + 1];
    for (k, unit) in units[range.start as usize..range.end as usize].iter().enumerate() {
        sums[k + 1] = LEAST * unit.tokens.len() as f32;
    }
    for &at in touched {
        let unit = unit_of[at as usize];
        if range.contains(&unit) {
            let id = model.side(to).tokens[(at + base) as usize];
            let ratio = likely[at as usize] / ((size + 1) as f32 * model.shares[to][id as usize]);
            let gain = (CHANCE + (1.0 - CHANCE) * ratio).ln().clamp(LEAST, BEST);
            sums[(unit - range.start) as usize + 1] += gain - LEAST;
        }
    }
    for k in 1..sums.len() {
        sums[k] += sums[k - 1];
    }
    Sums { first: range.start, sums }
}
