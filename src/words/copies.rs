//! From kinds of words to their copies: each is linked to one, the nearest first.

use super::Pair;

/// What a copy keeps that another took its counterpart from.
const LOSER: f32 = 0.12;
/// From which link on a word shows where its neighbours are rendered, and how far neighbours are.
const SURE: f32 = 0.3;
const REACH: usize = 2;

/// The links of the words of a pair, by those of their kinds.
pub(super) fn spread(
    source: &[(u32, Vec<usize>)],
    target: &[(u32, Vec<usize>)],
    kinds: &[f32],
    pair: &Pair,
) -> Vec<f32> {
    let (n, m) = (pair.source.len(), pair.target.len());
    let along = |i: usize, j: usize| ((i as f32 + 0.5) / n as f32 - (j as f32 + 0.5) / m as f32).abs();
    let mut links = vec![0.0; n * m];
    assign(source, target, kinds, m, &mut links, along);
    let repeated = |side: &[(u32, Vec<usize>)]| side.iter().any(|(_, copies)| copies.len() > 1);
    if !repeated(source) && !repeated(target) {
        return links;
    }
    // Copies that stand beside what is linked already go together.
    let best: Vec<Option<usize>> = (0..n).map(|i| best(&links[i * m..(i + 1) * m])).collect();
    let near = |i: usize, j: usize| {
        let around = (i.saturating_sub(REACH)..(i + REACH + 1).min(n)).filter(|&k| k != i);
        let least = around.filter_map(|k| best[k]).map(|at| at.abs_diff(j)).min();
        along(i, j) + least.map_or(0.0, |away| away as f32 / m as f32)
    };
    let mut again = vec![0.0; n * m];
    assign(source, target, kinds, m, &mut again, near);
    again
}

fn best(row: &[f32]) -> Option<usize> {
    let at = (0..row.len()).max_by(|&a, &b| row[a].total_cmp(&row[b]))?;
    (row[at] >= SURE).then_some(at)
}

fn assign(
    source: &[(u32, Vec<usize>)],
    target: &[(u32, Vec<usize>)],
    kinds: &[f32],
    width: usize,
    links: &mut [f32],
    away: impl Fn(usize, usize) -> f32,
) {
    for (i, (_, own)) in source.iter().enumerate() {
        for (j, (_, others)) in target.iter().enumerate() {
            let p = kinds[i * target.len() + j];
            if let ([s], [t]) = (&own[..], &others[..]) {
                links[s * width + t] = p;
                continue;
            }
            let mut all: Vec<(f32, usize, usize)> = own
                .iter()
                .flat_map(|&s| others.iter().map(move |&t| (s, t)))
                .map(|(s, t)| (away(s, t), s, t))
                .collect();
            all.sort_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
            let (mut here, mut there) = (Vec::new(), Vec::new());
            for (_, s, t) in all {
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
