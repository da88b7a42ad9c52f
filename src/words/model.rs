//! Learns from a document which of its words render one another: expectation and maximisation over word kinds, both ways.

use std::collections::HashMap;

use super::copies;
use super::priors::Priors;
use super::{Pair, Token};

/// Rounds of learning.
const ROUNDS: usize = 6;
/// From which round on the words beside one another count.
const BESIDE: usize = 2;
/// How much what is known counts beside what is seen.
const KNOWN: f32 = 3.0;
/// What two words of which nothing is known count.
const UNSEEN: f32 = 0.004;
/// The least vocabulary that a word of which nothing is known is spread over: what a short text has is not all there is.
const VOCABULARY: usize = 200;
/// How likely a word renders nothing.
const NOTHING: f32 = 0.04;
/// How fast likelihood falls away from the diagonal, and what a known pair keeps far from it.
const SLOPE: f32 = 5.0;
const FLOOR: f32 = 0.3;
/// What a pair counts of which a side occurs only once in the document.
const ONCE: f32 = 0.5;

/// The kinds of words of a pair, each once, with the places of its copies.
struct Bead {
    source: Vec<(u32, Vec<usize>)>,
    target: Vec<(u32, Vec<usize>)>,
    /// For each kind of the source and each of the target, what is known and how near their nearest copies are.
    known: Vec<f32>,
    near: Vec<f32>,
}

/// What was counted: pairs, and the words of the side that is given.
#[derive(Default)]
struct Counts {
    pairs: HashMap<(u32, u32), f32>,
    sums: [Vec<f32>; 2],
}

/// Fills in the links of all pairs.
pub(super) fn link(pairs: &mut [Pair], priors: &Priors, kinds: [usize; 2]) {
    let mut beads: Vec<Bead> = pairs.iter().map(|pair| bead(pair, priors)).collect();
    let mut often = [vec![0_u32; kinds[0]], vec![0_u32; kinds[1]]];
    for bead in &beads {
        bead.source.iter().for_each(|(kind, _)| often[0][*kind as usize] += 1);
        bead.target.iter().for_each(|(kind, _)| often[1][*kind as usize] += 1);
    }
    let mut known_of = vec![0.0_f32; kinds[1]];
    for bead in &beads {
        for (j, (t, _)) in bead.target.iter().enumerate() {
            let sum: f32 = (0..bead.source.len()).map(|i| bead.known[i * bead.target.len() + j]).sum();
            known_of[*t as usize] = known_of[*t as usize].max(sum);
        }
    }
    let mut counts = empty(kinds);
    for round in 0..ROUNDS {
        let mut next = empty(kinds);
        for (bead, pair) in beads.iter_mut().zip(pairs.iter()) {
            let [forward, backward] = posteriors(bead, &counts, priors, &known_of, kinds);
            for (i, (s, _)) in bead.source.iter().enumerate() {
                for (j, (t, _)) in bead.target.iter().enumerate() {
                    let at = i * bead.target.len() + j;
                    let p = (forward[at] * backward[at]).sqrt();
                    let once = often[0][*s as usize] < 2 || often[1][*t as usize] < 2;
                    let p = if once { p * ONCE } else { p };
                    *next.pairs.entry((*s, *t)).or_default() += p;
                    next.sums[0][*s as usize] += p;
                    next.sums[1][*t as usize] += p;
                }
            }
            if round >= BESIDE {
                let links = copies::spread(&bead.source, &bead.target, &joint(&forward, &backward), pair);
                beside(bead, pair, &links);
            }
        }
        counts = next;
    }
    for (bead, pair) in beads.iter().zip(pairs) {
        let [forward, backward] = posteriors(bead, &counts, priors, &known_of, kinds);
        pair.links = copies::spread(&bead.source, &bead.target, &joint(&forward, &backward), pair);
    }
}

fn empty(kinds: [usize; 2]) -> Counts {
    Counts { pairs: HashMap::new(), sums: [vec![0.0; kinds[0]], vec![0.0; kinds[1]]] }
}

fn joint(forward: &[f32], backward: &[f32]) -> Vec<f32> {
    forward.iter().zip(backward).map(|(f, b)| (f * b).sqrt()).collect()
}

fn bead(pair: &Pair, priors: &Priors) -> Bead {
    let (source, target) = (grouped(&pair.source), grouped(&pair.target));
    let (n, m) = (pair.source.len() as f32, pair.target.len() as f32);
    let mut known = Vec::with_capacity(source.len() * target.len());
    let mut near = Vec::with_capacity(source.len() * target.len());
    for (s, own) in &source {
        for (t, others) in &target {
            let prior = priors.of(*s, *t);
            let away = |(i, j): (usize, usize)| ((i as f32 + 0.5) / n - (j as f32 + 0.5) / m).abs();
            let all = own.iter().flat_map(|&i| others.iter().map(move |&j| (i, j)));
            let least = all.map(away).fold(1.0, f32::min);
            known.push(prior);
            near.push((-SLOPE * least).exp().max(FLOOR * prior));
        }
    }
    Bead { source, target, known, near }
}

fn grouped(tokens: &[Token]) -> Vec<(u32, Vec<usize>)> {
    let mut out: Vec<(u32, Vec<usize>)> = Vec::new();
    let mut index: HashMap<u32, usize> = HashMap::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, t)| !t.grammar) {
        let slot = *index.entry(token.kind).or_insert(out.len());
        if slot == out.len() {
            out.push((token.kind, Vec::new()));
        }
        out[slot].1.push(at);
    }
    out
}

/// For each pair of kinds how likely the one is the cause of the other, both ways.
fn posteriors(
    bead: &Bead,
    counts: &Counts,
    priors: &Priors,
    known_of: &[f32],
    kinds: [usize; 2],
) -> [Vec<f32>; 2] {
    let (n, m) = (bead.source.len(), bead.target.len());
    let kinds = kinds.map(|n| n.max(VOCABULARY));
    let [mut forward, mut backward] = [vec![0.0_f32; n * m], vec![0.0_f32; n * m]];
    for (i, (s, _)) in bead.source.iter().enumerate() {
        let given_s = counts.sums[0][*s as usize] + KNOWN * priors.sum(*s) + UNSEEN * kinds[1] as f32;
        for (j, (t, _)) in bead.target.iter().enumerate() {
            let at = i * m + j;
            let seen = counts.pairs.get(&(*s, *t)).copied().unwrap_or(0.0);
            let weight = (seen + KNOWN * bead.known[at] + UNSEEN) * bead.near[at];
            let given_t =
                counts.sums[1][*t as usize] + KNOWN * known_of[*t as usize] + UNSEEN * kinds[0] as f32;
            forward[at] = weight / given_s;
            backward[at] = weight / given_t;
        }
    }
    for j in 0..m {
        let sum: f32 = (0..n).map(|i| forward[i * m + j]).sum::<f32>() + NOTHING / kinds[1] as f32;
        (0..n).for_each(|i| forward[i * m + j] /= sum);
    }
    for i in 0..n {
        let sum: f32 = (0..m).map(|j| backward[i * m + j]).sum::<f32>() + NOTHING / kinds[0] as f32;
        (0..m).for_each(|j| backward[i * m + j] /= sum);
    }
    [forward, backward]
}

/// Words that stand beside words that are linked are likelier where those stand.
fn beside(bead: &mut Bead, pair: &Pair, links: &[f32]) {
    const SURE: f32 = 0.3;
    const REACH: usize = 3;
    const APART: f32 = 0.35;
    let (n, m) = (pair.source.len(), pair.target.len());
    let anchor = |i: usize| {
        let row = &links[i * m..(i + 1) * m];
        let best = (0..m).max_by(|&a, &b| row[a].total_cmp(&row[b]))?;
        (row[best] >= SURE).then_some(best)
    };
    let anchors: Vec<Option<usize>> = (0..n).map(anchor).collect();
    for (i, (_, own)) in bead.source.iter().enumerate() {
        for (j, (_, others)) in bead.target.iter().enumerate() {
            let at = i * bead.target.len() + j;
            let mut closest = 0.0_f32;
            let mut any = false;
            for &s in own {
                let around = (s.saturating_sub(REACH)..(s + REACH + 1).min(n)).filter(|&k| k != s);
                for anchor in around.filter_map(|k| anchors[k]) {
                    any = true;
                    for &t in others {
                        closest = closest.max((-(t.abs_diff(anchor) as f32) / 4.0).exp());
                    }
                }
            }
            let (n, m) = (n as f32, m as f32);
            let away = |(a, b): (usize, usize)| ((a as f32 + 0.5) / n - (b as f32 + 0.5) / m).abs();
            let least =
                own.iter().flat_map(|&a| others.iter().map(move |&b| (a, b))).map(away).fold(1.0, f32::min);
            let near = (-SLOPE * least).exp().max(FLOOR * bead.known[at]);
            bead.near[at] = if any { near * (APART + closest) } else { near };
        }
    }
}
