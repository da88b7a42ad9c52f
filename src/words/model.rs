//! Learns from a document which of its words render one another: expectation and maximisation over word kinds, both ways.

use super::Pair;
use super::beside::{self, Beside};
use super::copies;
use super::group::Group;
use super::priors::Priors;
use crate::share;

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
/// What a pair counts of which a side occurs only once in the document.
const ONCE: f32 = 0.5;
/// Pairs that are worth a thread.
const SHARE: usize = 500;

/// A kind of the source and one of the target in a bead.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cell {
    /// What is known of the two.
    pub(super) known: f32,
    /// How near their nearest copies are by their places alone, and with what stands beside them.
    pub(super) apart: f32,
    pub(super) near: f32,
    /// The number of the two in [`Counts::pairs`].
    pair: u32,
    /// How likely the two render one another, by the round before.
    pub(super) both: f32,
}

/// The kinds of words of a pair of sentences.
pub(super) struct Bead {
    pub(super) source: Group,
    pub(super) target: Group,
    /// By the kinds of the source, then by those of the target.
    pub(super) cells: Vec<Cell>,
}

/// What was counted: pairs, and the words of the side that is given.
struct Counts {
    pairs: Vec<f32>,
    sums: [Vec<f32>; 2],
}

/// What is known of the kinds before anything is counted.
struct Known<'p> {
    priors: &'p Priors,
    /// For each kind of the target the most that the kinds of one sentence have for it.
    of_target: Vec<f32>,
    /// How many words each is spread over.
    kinds: [f32; 2],
}

/// Vectors that every bead uses again.
#[derive(Default)]
struct Scratch {
    forward: Vec<f32>,
    backward: Vec<f32>,
    given: Vec<f32>,
    sums: Vec<f32>,
    links: Vec<f32>,
    beside: Beside,
}

/// Fills in the links of all pairs.
pub(super) fn link(pairs: &mut [Pair], priors: &Priors, kinds: [usize; 2]) {
    let of_share = |_, pairs: &[Pair]| -> Vec<Bead> { pairs.iter().map(|pair| bead(pair, priors)).collect() };
    let mut beads: Vec<Bead> = share::map(pairs, SHARE, of_share).into_iter().flatten().collect();
    let mut often = [vec![0_u32; kinds[0]], vec![0_u32; kinds[1]]];
    let mut of_target = vec![0.0_f32; kinds[1]];
    for bead in &beads {
        bead.source.kinds.iter().for_each(|&kind| often[0][kind as usize] += 1);
        for (j, &t) in bead.target.kinds.iter().enumerate() {
            often[1][t as usize] += 1;
            let sum: f32 = bead.cells.iter().skip(j).step_by(bead.target.len()).map(|c| c.known).sum();
            of_target[t as usize] = of_target[t as usize].max(sum);
        }
    }
    let known = Known { priors, of_target, kinds: kinds.map(|n| n.max(VOCABULARY) as f32) };
    let cells = number(&mut beads, kinds);
    let empty = || Counts { pairs: vec![0.0; cells], sums: kinds.map(|n| vec![0.0; n]) };
    let mut counts = empty();
    for round in 0..ROUNDS {
        share::change(&mut beads, pairs, SHARE, |beads, pairs| {
            let mut scratch = Scratch::default();
            for (bead, pair) in beads.iter_mut().zip(pairs) {
                posteriors(bead, &counts, &known, &mut scratch);
                if round >= BESIDE {
                    beside::weigh(bead, pair, &mut scratch.links, &mut scratch.beside);
                }
            }
        });
        let mut next = empty();
        for bead in &beads {
            next.add(bead, &often);
        }
        counts = next;
    }
    share::change(&mut beads, pairs, SHARE, |beads, pairs| {
        let mut scratch = Scratch::default();
        for (bead, pair) in beads.iter_mut().zip(pairs) {
            posteriors(bead, &counts, &known, &mut scratch);
            let mut links = Vec::new();
            copies::spread(bead, pair, &mut links);
            pair.links = links;
        }
    });
}

impl Counts {
    fn add(&mut self, bead: &Bead, often: &[Vec<u32>; 2]) {
        for (&s, row) in bead.source.kinds.iter().zip(bead.cells.chunks(bead.target.len().max(1))) {
            for (&t, cell) in bead.target.kinds.iter().zip(row) {
                let once = often[0][s as usize] < 2 || often[1][t as usize] < 2;
                let p = if once { cell.both * ONCE } else { cell.both };
                self.pairs[cell.pair as usize] += p;
                self.sums[0][s as usize] += p;
                self.sums[1][t as usize] += p;
            }
        }
    }
}

fn bead(pair: &Pair, priors: &Priors) -> Bead {
    let (source, target) = (Group::new(&pair.source), Group::new(&pair.target));
    let mut cells = Vec::with_capacity(source.len() * target.len());
    for (i, s) in source.kinds.iter().enumerate() {
        for (j, t) in target.kinds.iter().enumerate() {
            let known = priors.of(*s, *t);
            let near = beside::apart(pair, source.copies(i), target.copies(j), known);
            cells.push(Cell { known, apart: near, near, pair: 0, both: 0.0 });
        }
    }
    Bead { source, target, cells }
}

/// Numbers what occurs of all kinds of the source with all of the target; gives how many there are.
fn number(beads: &mut [Bead], kinds: [usize; 2]) -> usize {
    // All beads of one kind of the source in a row, so that a table of the target's kinds is enough.
    let mut ends = vec![0_u32; kinds[0] + 1];
    beads.iter().flat_map(|b| &b.source.kinds).for_each(|&s| ends[s as usize + 1] += 1);
    (0..kinds[0]).for_each(|s| ends[s + 1] += ends[s]);
    let mut places = vec![(0_u32, 0_u32); ends[kinds[0]] as usize];
    for (b, bead) in beads.iter().enumerate() {
        for (i, &s) in bead.source.kinds.iter().enumerate() {
            places[ends[s as usize] as usize] = (b as u32, i as u32);
            ends[s as usize] += 1;
        }
    }
    let mut count = 0_u32;
    // For each kind of the target the kind of the source that it was met with last, and the number of the two.
    let mut met = vec![(u32::MAX, 0_u32); kinds[1]];
    let mut from = 0;
    for (s, &end) in ends[..kinds[0]].iter().enumerate() {
        for &(b, i) in &places[from as usize..end as usize] {
            let bead = &mut beads[b as usize];
            let width = bead.target.len();
            let row = &mut bead.cells[i as usize * width..(i as usize + 1) * width];
            for (cell, &t) in row.iter_mut().zip(&bead.target.kinds) {
                let slot = &mut met[t as usize];
                if slot.0 != s as u32 {
                    *slot = (s as u32, count);
                    count += 1;
                }
                cell.pair = slot.1;
            }
        }
        from = end;
    }
    count as usize
}

/// For each pair of kinds how likely the one is the cause of the other, both ways in one.
fn posteriors(bead: &mut Bead, counts: &Counts, known: &Known<'_>, scratch: &mut Scratch) {
    let (n, m) = (bead.source.len(), bead.target.len());
    if n == 0 || m == 0 {
        return;
    }
    let Scratch { forward, backward, given, sums, .. } = scratch;
    forward.clear();
    backward.clear();
    given.clear();
    sums.clear();
    sums.resize(m, 0.0);
    let given_t =
        |&t: &u32| counts.sums[1][t as usize] + KNOWN * known.of_target[t as usize] + UNSEEN * known.kinds[0];
    given.extend(bead.target.kinds.iter().map(given_t));
    for (&s, row) in bead.source.kinds.iter().zip(bead.cells.chunks(m)) {
        let given_s = counts.sums[0][s as usize] + KNOWN * known.priors.sum(s) + UNSEEN * known.kinds[1];
        let start = backward.len();
        for ((cell, given_t), sum) in row.iter().zip(&*given).zip(&mut *sums) {
            let weight = (counts.pairs[cell.pair as usize] + KNOWN * cell.known + UNSEEN) * cell.near;
            let there = weight / given_s;
            *sum += there;
            forward.push(there);
            backward.push(weight / given_t);
        }
        let row = &mut backward[start..];
        let sum: f32 = row.iter().sum::<f32>() + NOTHING / known.kinds[0];
        for p in row {
            *p /= sum;
        }
    }
    for sum in &mut *sums {
        *sum += NOTHING / known.kinds[1];
    }
    for ((row, there), back) in bead.cells.chunks_mut(m).zip(forward.chunks(m)).zip(backward.chunks(m)) {
        for (((cell, f), b), sum) in row.iter_mut().zip(there).zip(back).zip(&*sums) {
            cell.both = (f / sum * b).sqrt();
        }
    }
}
