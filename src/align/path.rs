//! The best way through a grid, by dynamic programming, and what it would cost to go another way.

use super::grid::{Grid, Shape};

/// The scores of the best ways to every pair of boundaries in the band.
pub(super) struct Ways {
    /// For each boundary of the source, by the target's boundary less the band's first: the best way from the start.
    to: Vec<Vec<f32>>,
    /// The number of the shape by which the best way comes in.
    by: Vec<Vec<u8>>,
}

impl Ways {
    /// Looks at the beads of the given shapes, fewer than 255.
    pub(super) fn new(grid: &Grid<'_>, shapes: &[Shape]) -> Self {
        let (rows, _) = grid.size();
        let band = &grid.band;
        let width = |row: usize| (band.hi[row] - band.lo[row]) as usize + 1;
        let mut to: Vec<Vec<f32>> = (0..=rows).map(|row| vec![f32::NEG_INFINITY; width(row)]).collect();
        let mut by: Vec<Vec<u8>> = (0..=rows).map(|row| vec![u8::MAX; width(row)]).collect();
        to[0][0] = 0.0;
        for row in 0..=rows {
            for column in band.lo[row] as usize..=band.hi[row] as usize {
                let at = column - band.lo[row] as usize;
                for (number, &shape) in shapes.iter().enumerate() {
                    let from = row.checked_sub(shape.source).zip(column.checked_sub(shape.target));
                    let Some((above, left)) = from.filter(|&(above, left)| band.has(above, left)) else {
                        continue;
                    };
                    let before = to[above][left - band.lo[above] as usize];
                    if before == f32::NEG_INFINITY {
                        continue;
                    }
                    let score = before + grid.score(above, left, shape);
                    if score > to[row][at] {
                        (to[row][at], by[row][at]) = (score, number as u8);
                    }
                }
            }
        }
        Self { to, by }
    }

    /// The beads of the best way, by their sizes.
    pub(super) fn best(&self, grid: &Grid<'_>, shapes: &[Shape]) -> Vec<(usize, usize)> {
        let (mut row, mut column) = grid.size();
        let mut out = Vec::new();
        while (row, column) != (0, 0) {
            let number = self.by[row][column - grid.band.lo[row] as usize];
            let shape = shapes[usize::from(number)];
            (row, column) = (row - shape.source, column - shape.target);
            out.push((shape.source, shape.target));
        }
        out.reverse();
        out
    }

    /// By how much a unit fits better without counterpart than in the best bead that has both sides, all else as it suits;
    /// for each unit of the source, and for each of the target.
    pub(super) fn margins(&self, grid: &Grid<'_>, shapes: &[Shape]) -> [Vec<f32>; 2] {
        let (rows, columns) = grid.size();
        let band = &grid.band;
        let mut from: Vec<Vec<f32>> = self.to.iter().map(|row| vec![f32::NEG_INFINITY; row.len()]).collect();
        from[rows][columns - band.lo[rows] as usize] = 0.0;
        let none = || [vec![f32::NEG_INFINITY; rows], vec![f32::NEG_INFINITY; columns]];
        let (mut held, mut alone) = (none(), none());
        for row in (0..=rows).rev() {
            for column in (band.lo[row] as usize..=band.hi[row] as usize).rev() {
                let at = column - band.lo[row] as usize;
                for &shape in shapes {
                    let (below, right) = (row + shape.source, column + shape.target);
                    if below > rows || right > columns || !band.has(below, right) {
                        continue;
                    }
                    let behind = from[below][right - band.lo[below] as usize];
                    if behind == f32::NEG_INFINITY {
                        continue;
                    }
                    let score = behind + grid.score(row, column, shape);
                    from[row][at] = from[row][at].max(score);
                    let whole = self.to[row][at] + score;
                    let best = if shape.source > 0 && shape.target > 0 { &mut held } else { &mut alone };
                    raise(&mut best[0][row..below], whole);
                    raise(&mut best[1][column..right], whole);
                }
            }
        }
        let margin = |side: usize| alone[side].iter().zip(&held[side]).map(|(a, h)| a - h).collect();
        [margin(0), margin(1)]
    }
}

fn raise(best: &mut [f32], score: f32) {
    for one in best {
        *one = one.max(score);
    }
}
