//! What the words of one text gain by those of the other: how much likelier each is than by chance.

use std::ops::Range;

use super::band::Band;
use super::grid::MOST;
use super::model::Model;
use super::side::Unit;

/// What a token costs that nothing on the other side explains, and what it gains at most.
const LEAST: f32 = -0.7;
const BEST: f32 = 6.0;
/// How much of a token's likelihood comes from chance.
const CHANCE: f32 = 0.4;

/// The gains of units of one side, given a stretch of the other, summed up from the unit `first` on.
pub(super) struct Sums {
    first: u32,
    sums: Vec<f32>,
}

impl Sums {
    /// What the units from `from` to before `to` gain.
    pub(super) fn between(&self, from: usize, to: usize) -> f32 {
        self.sums[to - self.first as usize] - self.sums[from - self.first as usize]
    }
}

/// For each first unit of the side `given` and each number of units from 1 to [`MOST`]: what the units of the other side
/// gain, given those. `units` has the given side first.
pub(super) fn gains(model: &Model<'_>, units: [&[Unit]; 2], given: usize, band: &Band) -> Vec<Sums> {
    let count = units[0].len();
    let mut scan = Scan::new(model, units[1], given);
    let mut out = Vec::with_capacity(count * MOST);
    for first in 0..count {
        let last = (first + MOST).min(count);
        let tokens = tokens_between(units[1], band.lo[first] as usize, band.hi[last] as usize);
        for size in 1..=MOST {
            if first + size > count {
                out.push(Sums { first: 0, sums: Vec::new() });
                continue;
            }
            scan.give(&units[0][first + size - 1], &tokens);
            out.push(scan.sum_up(band.lo[first]..band.hi[first + size]));
        }
        scan.clear();
    }
    out
}

/// From the first token of unit `from` to behind the last before unit `to`.
fn tokens_between(units: &[Unit], from: usize, to: usize) -> Range<u32> {
    match units.get(from..to) {
        Some([]) | None => 0..0,
        Some(some) => some[0].tokens.start..some[some.len() - 1].tokens.end,
    }
}

/// How likely the tokens of one side are, given units of the other that are added one by one.
struct Scan<'a> {
    model: &'a Model<'a>,
    units: &'a [Unit],
    given: usize,
    /// The first token of the units.
    base: u32,
    /// For each token from there on, its unit and how likely it is so far.
    tokens: Vec<(u32, f32)>,
    /// The tokens that anything made likely: all others cost the same.
    touched: Vec<u32>,
    /// Number of tokens that were given.
    size: usize,
}

impl<'a> Scan<'a> {
    fn new(model: &'a Model<'a>, units: &'a [Unit], given: usize) -> Self {
        let base = units.iter().map(|u| u.tokens.start).min().unwrap_or(0);
        let end = units.iter().map(|u| u.tokens.end).max().unwrap_or(0).max(base);
        let mut tokens = vec![(u32::MAX, 0.0); (end - base) as usize];
        for (number, unit) in units.iter().enumerate() {
            tokens[(unit.tokens.start - base) as usize..(unit.tokens.end - base) as usize]
                .fill((number as u32, 0.0));
        }
        Self { model, units, given, base, tokens, touched: Vec::new(), size: 0 }
    }

    /// Adds a unit of the given side, as far as its words go with `near`.
    fn give(&mut self, unit: &Unit, near: &Range<u32>) {
        self.size += unit.tokens.len();
        let said = &self.model.side(self.given).tokens[unit.tokens.start as usize..unit.tokens.end as usize];
        for &word in said {
            for &(other, likely) in &self.model.table(self.given)[word as usize] {
                let places = &self.model.places[1 - self.given][other as usize];
                let first = places.partition_point(|&at| at < near.start);
                for &at in places[first..].iter().take_while(|&&at| at < near.end) {
                    let at = at - self.base;
                    let so_far = &mut self.tokens[at as usize].1;
                    if *so_far == 0.0 {
                        self.touched.push(at);
                    }
                    *so_far += likely;
                }
            }
        }
    }

    /// The gains of a range of units.
    fn sum_up(&self, range: Range<u32>) -> Sums {
        let mut sums = vec![0.0_f32; range.len() + 1];
        for (sum, unit) in sums[1..].iter_mut().zip(&self.units[range.start as usize..range.end as usize]) {
            *sum = LEAST * unit.tokens.len() as f32;
        }
        let other = 1 - self.given;
        for &at in &self.touched {
            let (unit, likely) = self.tokens[at as usize];
            if range.contains(&unit) {
                let id = self.model.side(other).tokens[(at + self.base) as usize];
                let ratio = likely / ((self.size + 1) as f32 * self.model.shares[other][id as usize]);
                let gain = (CHANCE + (1.0 - CHANCE) * ratio).ln().clamp(LEAST, BEST);
                sums[(unit - range.start) as usize + 1] += gain - LEAST;
            }
        }
        for at in 1..sums.len() {
            sums[at] += sums[at - 1];
        }
        Sums { first: range.start, sums }
    }

    /// Back to nothing given.
    fn clear(&mut self) {
        for at in self.touched.drain(..) {
            self.tokens[at as usize].1 = 0.0;
        }
        self.size = 0;
    }
}
