//! From kinds of words to their copies: each is linked to one, the nearest first.

use super::Pair;

/// What a copy keeps that another took its counterpart from.
const LOSER: f32 = 0.12;

/// The links of the words of a pair, by those of their kinds.
pub(super) fn spread(
    source: &[(u32, Vec<usize>)],
    target: &[(u32, Vec<usize>)],
    kinds: &[f32],
    pair: &Pair,
) -> Vec<f32> {
    let (n, m) = (pair.source.len(), pair.target.len());
    let mut links = vec![0.0; n * m];
    for (i, (_, own)) in source.iter().enumerate() {
        for (j, (_, others)) in target.iter().enumerate() {
            let p = kinds[i * target.len() + j];
            let away = |i: usize, j: usize| ((i as f32 + 0.5) / n as f32 - (j as f32 + 0.5) / m as f32).abs();
            let mut all: Vec<(usize, usize)> =
                own.iter().flat_map(|&i| others.iter().map(move |&j| (i, j))).collect();
            all.sort_by(|a, b| away(a.0, a.1).total_cmp(&away(b.0, b.1)).then(a.cmp(b)));
            let (mut here, mut there) = (Vec::new(), Vec::new());
            for (i, j) in all {
                let free = !here.contains(&i) && !there.contains(&j);
                links[i * m + j] = if free { p } else { p * LOSER };
                if free {
                    here.push(i);
                    there.push(j);
                }
            }
        }
    }
    links
}
