//! From kinds of words to their copies: each is linked to one, the nearest first.

use super::Pair;
use super::model::Bead;

/// What a copy keeps that another took its counterpart from.
const LOSER: f32 = 0.12;
/// From which link on a word shows where its neighbours are rendered, and how far neighbours are.
const SURE: f32 = 0.3;
const REACH: usize = 2;

/// The links of the words of a pair, by those of their kinds.
pub(super) fn spread(bead: &Bead, pair: &Pair, links: &mut Vec<f32>) {
    let (n, m) = (pair.source.len(), pair.target.len());
    let along = |i: usize, j: usize| ((i as f32 + 0.5) / n as f32 - (j as f32 + 0.5) / m as f32).abs();
    clear(links, n * m);
    assign(bead, m, links, along);
    if !bead.source.repeats() && !bead.target.repeats() {
        return;
    }
    // Copies that stand beside what is linked already go together.
    let best: Vec<Option<usize>> =
        (0..n).map(|i| best(links[i * m..(i + 1) * m].iter().copied(), SURE)).collect();
    let near = |i: usize, j: usize| {
        let around = (i.saturating_sub(REACH)..(i + REACH + 1).min(n)).filter(|&k| k != i);
        let least = around.filter_map(|k| best[k]).map(|at| at.abs_diff(j)).min();
        along(i, j) + least.map_or(0.0, |away| away as f32 / m as f32)
    };
    clear(links, n * m);
    assign(bead, m, links, near);
}

fn clear(links: &mut Vec<f32>, length: usize) {
    links.clear();
    links.resize(length, 0.0);
}

/// Where the greatest of some links is, if it is sure; the last of equals.
pub(super) fn best(row: impl Iterator<Item = f32>, sure: f32) -> Option<usize> {
    let mut best = None;
    let mut most = sure;
    for (at, link) in row.enumerate() {
        if link >= most {
            (most, best) = (link, Some(at));
        }
    }
    best
}

fn assign(bead: &Bead, width: usize, links: &mut [f32], away: impl Fn(usize, usize) -> f32) {
    let mut all: Vec<(f32, usize, usize)> = Vec::new();
    for (i, row) in bead.cells.chunks(bead.target.len().max(1)).enumerate() {
        let own = bead.source.copies(i);
        for (j, cell) in row.iter().enumerate() {
            let p = cell.both;
            let others = bead.target.copies(j);
            if let ([s], [t]) = (own, others) {
                links[*s as usize * width + *t as usize] = p;
                continue;
            }
            let places = own.iter().flat_map(|&s| others.iter().map(move |&t| (s as usize, t as usize)));
            all.clear();
            all.extend(places.map(|(s, t)| (away(s, t), s, t)));
            all.sort_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
            let (mut here, mut there) = (Vec::new(), Vec::new());
            for &(_, s, t) in &all {
                let free = !here.contains(&s) && !there.contains(&t);
                links[s * width + t] = if free { p } else { p * LOSER };
                if free {
                    here.push(s);
                    there.push(t);
                }
            }
        }
    }
}
