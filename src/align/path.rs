//! The best way through a grid, by dynamic programming, and what it would cost to go another way.

use super::score::{Grid, Shape};

/// The scores of the best ways to and from every pair of boundaries in the band.
pub(super) struct Ways {
    /// For each boundary of the source, by the target's boundary less the band's first: the best way from the start.
    to: Vec<Vec<f32>>,
    /// The shape by which the best way comes in.
    by: Vec<Vec<u8>>,
}

impl Ways {
    /// Looks at the beads of the given shapes, fewer than 255.
    pub(super) fn new(grid: &Grid<'_>, shapes: &[Shape]) -> Self {
        let (n, _) = grid.size();
        let band = &grid.band;
        let row = |i: usize| (band.hi[i] - band.lo[i]) as usize + 1;
        let mut to: Vec<Vec<f32>> = (0..=n).map(|i| vec![f32::NEG_INFINITY; row(i)]).collect();
        let mut by: Vec<Vec<u8>> = (0..=n).map(|i| vec![u8::MAX; row(i)]).collect();
        to[0][0] = 0.0;
        for i in 0..=n {
            for j in band.lo[i] as usize..=band.hi[i] as usize {
                for (k, &(a, b, prior)) in shapes.iter().enumerate() {
                    if i < a || j < b || !band.has(i - a, j - b) {
                        continue;
                    }
                    let before = to[i - a][j - b - band.lo[i - a] as usize];
                    if before == f32::NEG_INFINITY {
                        continue;
                    }
                    let score = before + grid.score(i - a, j - b, (a, b, prior));
                    let at = j - band.lo[i] as usize;
                    if score > to[i][at] {
                        (to[i][at], by[i][at]) = (score, k as u8);
                    }
                }
            }
        }
        Self { to, by }
    }

    /// The beads of the best way, by their sizes.
    pub(super) fn best(&self, grid: &Grid<'_>, shapes: &[Shape]) -> Vec<(usize, usize)> {
        let (mut i, mut j) = grid.size();
        let mut out = Vec::new();
        while (i, j) != (0, 0) {
            let k = self.by[i][j - grid.band.lo[i] as usize];
            let (a, b, _) = shapes[usize::from(k)];
            (i, j) = (i - a, j - b);
            out.push((a, b));
        }
        out.reverse();
        out
    }

    /// By how much a unit fits better without counterpart than in the best bead that has both sides, all else as it suits;
    /// for each unit of the source, and for each of the target.
    pub(super) fn margins(&self, grid: &Grid<'_>, shapes: &[Shape]) -> [Vec<f32>; 2] {
        let (n, m) = grid.size();
        let band = &grid.band;
        let mut from: Vec<Vec<f32>> = self.to.iter().map(|row| vec![f32::NEG_INFINITY; row.len()]).collect();
        from[n][m - band.lo[n] as usize] = 0.0;
        let none = || [vec![f32::NEG_INFINITY; n], vec![f32::NEG_INFINITY; m]];
        let (mut held, mut alone) = (none(), none());
        for i in (0..=n).rev() {
            for j in (band.lo[i] as usize..=band.hi[i] as usize).rev() {
                for &(a, b, prior) in shapes {
                    if i + a > n || j + b > m || !band.has(i + a, j + b) {
                        continue;
                    }
                    let behind = from[i + a][j + b - band.lo[i + a] as usize];
                    if behind == f32::NEG_INFINITY {
                        continue;
                    }
                    let at = j - band.lo[i] as usize;
                    let score = behind + grid.score(i, j, (a, b, prior));
                    from[i][at] = from[i][at].max(score);
                    let whole = self.to[i][at] + score;
                    let kind = if a > 0 && b > 0 { &mut held } else { &mut alone };
                    kind[0][i..i + a].iter_mut().for_each(|best| *best = best.max(whole));
                    kind[1][j..j + b].iter_mut().for_each(|best| *best = best.max(whole));
                }
            }
        }
        let margin = |side: usize| alone[side].iter().zip(&held[side]).map(|(a, h)| a - h).collect();
        [margin(0), margin(1)]
    }
}
