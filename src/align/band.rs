//! Which pairs of places are looked at: all of them in a short text, in a long one those near a chain of anchors. Time and
//! memory then grow with the length of a text, not with its square.

use std::collections::BTreeMap;

use super::lexicon::Table;
use super::side::{Side, Unit};

/// For each boundary between units of one side, from before the first to behind the last, the boundaries of the other that
/// may face it: from `lo` to `hi`, both taken in. Neither ever falls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Band {
    pub(super) lo: Vec<u32>,
    pub(super) hi: Vec<u32>,
}

/// So many pairs are looked at without a band.
const FEW: usize = 40_000;
/// Half the width of a band round anchors, and how much of the gap between two anchors is added to it, at most.
const NEAR_ANCHORS: u32 = 24;
const WIDEST: u32 = 300;
/// Half the width of a band round a path.
const NEAR_PATH: u32 = 15;

impl Band {
    /// Everything, for `n` units against `m`.
    pub(super) fn whole(n: usize, m: usize) -> Self {
        Self { lo: vec![0; n + 1], hi: vec![m as u32; n + 1] }
    }

    /// What a first alignment looks at.
    pub(super) fn first(units: [&[Unit]; 2], sides: [&Side; 2], table: &Table) -> Self {
        let (n, m) = (units[0].len(), units[1].len());
        if n * m <= FEW {
            return Self::whole(n, m);
        }
        let mut corners = vec![(0, 0)];
        corners.extend(anchors(units, sides, table));
        corners.push((n as u32, m as u32));
        Self::around(&corners, m, |gap| NEAR_ANCHORS + (gap / 2).min(WIDEST))
    }

    /// What an alignment looks at that follows another one, whose beads have the sizes `path`.
    pub(super) fn near(path: &[(usize, usize)], m: usize) -> Self {
        let mut corners = vec![(0, 0)];
        let (mut i, mut j) = (0, 0);
        for (a, b) in path {
            (i, j) = (i + *a as u32, j + *b as u32);
            corners.push((i, j));
        }
        Self::around(&corners, m, |_| NEAR_PATH)
    }

    /// The stretch on both sides of a line through `corners`, which are in order and lead from the first boundary to the
    /// last; `reach` tells its half width by the distance of two corners.
    fn around(corners: &[(u32, u32)], m: usize, reach: impl Fn(u32) -> u32) -> Self {
        let n = corners.last().map_or(0, |c| c.0 as usize);
        let mut lo = vec![m as u32; n + 1];
        let mut hi = vec![0; n + 1];
        for pair in corners.windows(2) {
            let [(i0, j0), (i1, j1)] = [pair[0], pair[1]];
            let wide = reach((i1 - i0).max(j1 - j0));
            for i in i0..=i1 {
                let at = |part: u32| u64::from(part) * u64::from(j1 - j0) / u64::from((i1 - i0).max(1));
                let (from, to) =
                    if i0 == i1 { (j0, j1) } else { (j0 + at(i - i0) as u32, j0 + at(i - i0) as u32) };
                lo[i as usize] = lo[i as usize].min(from.saturating_sub(wide));
                hi[i as usize] = hi[i as usize].max((to + wide).min(m as u32));
            }
        }
        (lo[0], hi[n]) = (0, m as u32);
        for i in (0..n).rev() {
            lo[i] = lo[i].min(lo[i + 1]);
        }
        for i in 1..=n {
            hi[i] = hi[i].max(hi[i - 1]);
        }
        Self { lo, hi }
    }

    /// The same seen from the other side, which has `m` units.
    pub(super) fn turned(&self, m: usize) -> Self {
        let (mut lo, mut hi) = (Vec::with_capacity(m + 1), Vec::with_capacity(m + 1));
        for j in 0..=m as u32 {
            lo.push(self.hi.partition_point(|&h| h < j).min(self.hi.len() - 1) as u32);
            hi.push(self.lo.partition_point(|&l| l <= j).saturating_sub(1) as u32);
        }
        Self { lo, hi }
    }

    /// Whether two boundaries may face one another.
    pub(super) fn has(&self, i: usize, j: usize) -> bool {
        self.lo[i] as usize <= j && j <= self.hi[i] as usize
    }
}

/// Types that stand in few units tell where they belong.
const RARE: u32 = 4;
/// How likely a pair of types must be to anchor a text.
const SURE: f32 = 0.3;

/// Pairs of units that share what is rare in both texts: the heaviest chain of them in which both sides only go forward.
fn anchors(units: [&[Unit]; 2], sides: [&Side; 2], table: &Table) -> Vec<(u32, u32)> {
    let places = [0, 1].map(|side| rare_places(units[side], sides[side]));
    let mut points: BTreeMap<(u32, u32), f32> = BTreeMap::new();
    for (s, row) in table.iter().enumerate().filter(|(s, _)| !places[0][*s].is_empty()) {
        for &(t, p) in row.iter().filter(|(_, p)| *p >= SURE) {
            let (here, there) = (&places[0][s], &places[1][t as usize]);
            let weight = p / (here.len() * there.len().max(1)) as f32;
            for &i in here {
                for &j in there {
                    *points.entry((i, j)).or_default() += weight;
                }
            }
        }
    }
    chain(&points, units[1].len())
}

/// For each type the units that hold it, if they are few.
fn rare_places(units: &[Unit], side: &Side) -> Vec<Vec<u32>> {
    let types = &side.vocabulary.types;
    let mut places: Vec<Vec<u32>> = vec![Vec::new(); types.len()];
    for (i, unit) in units.iter().enumerate() {
        for &id in &side.tokens[unit.tokens.start as usize..unit.tokens.end as usize] {
            if types[id as usize].count <= RARE && places[id as usize].last() != Some(&(i as u32)) {
                places[id as usize].push(i as u32);
            }
        }
    }
    places
}

/// The heaviest chain through `points` on which both coordinates rise; `m` bounds the second. A Fenwick tree of maxima
/// finds the best chain that ends before a point.
fn chain(points: &BTreeMap<(u32, u32), f32>, m: usize) -> Vec<(u32, u32)> {
    let list: Vec<((u32, u32), f32)> = points.iter().map(|(at, w)| (*at, *w)).collect();
    let mut best: Vec<(f32, usize)> = vec![(0.0, usize::MAX); m + 2];
    let mut before = vec![usize::MAX; list.len()];
    let mut row = 0;
    while row < list.len() {
        let end = row + list[row..].iter().take_while(|p| p.0.0 == list[row].0.0).count();
        // Points of one row are looked up before any of them is entered, so that they do not follow each other.
        let found: Vec<(f32, usize)> = (row..end)
            .map(|k| {
                let (mut at, mut top) = (list[k].0.1 as usize, (0.0, usize::MAX));
                while at > 0 {
                    top = if best[at].0 > top.0 { best[at] } else { top };
                    at &= at - 1;
                }
                top
            })
            .collect();
        for (k, (weight, previous)) in (row..end).zip(found) {
            before[k] = previous;
            let (mut at, total) = (list[k].0.1 as usize + 1, weight + list[k].1);
            while at < best.len() {
                if total > best[at].0 {
                    best[at] = (total, k);
                }
                at += at & at.wrapping_neg();
            }
        }
        row = end;
    }
    let last = best.iter().fold((0.0, usize::MAX), |top, b| if b.0 > top.0 { *b } else { top });
    let mut out = Vec::new();
    let mut at = last.1;
    while at != usize::MAX {
        out.push(list[at].0);
        at = before[at];
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::{Band, chain};
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[test]
    fn the_heaviest_chain_goes_forward_on_both_sides() {
        let points: BTreeMap<_, _> =
            [((0, 0), 1.0), ((1, 5), 1.5), ((1, 1), 1.0), ((2, 2), 1.0), ((3, 2), 0.5)].into();
        assert_eq!(chain(&points, 6), [(0, 0), (1, 1), (2, 2)]);
        assert!(chain(&BTreeMap::new(), 3).is_empty());
    }

    proptest! {
        #[test]
        fn a_band_never_falls_and_holds_its_path(path in prop::collection::vec((0_usize..4, 0_usize..4), 1..40)) {
            let (n, m) = path.iter().fold((0, 0), |(n, m), (a, b)| (n + a, m + b));
            let band = Band::near(&path, m);
            prop_assert!(band.lo.is_sorted() && band.hi.is_sorted() && band.lo.len() == n + 1);
            let (mut i, mut j) = (0, 0);
            let turned = band.turned(m);
            for (a, b) in path {
                (i, j) = (i + a, j + b);
                prop_assert!(band.has(i, j) && turned.has(j, i));
            }
        }
    }
}
