//! Where words stand tells what they render: near the diagonal of the two sentences, and beside words that are linked.

use super::Pair;
use super::copies;
use super::model::Bead;

/// How fast likelihood falls away from the diagonal, and what a known pair keeps far from it.
const SLOPE: f32 = 5.0;
const FLOOR: f32 = 0.3;
/// From which link on a word shows where its neighbours are rendered, and how far neighbours are.
const SURE: f32 = 0.3;
const REACH: usize = 3;
/// What a word keeps that stands far from where its neighbours are rendered.
const APART: f32 = 0.35;

/// What every bead uses again.
#[derive(Default)]
pub(super) struct Beside {
    /// For each word of the source where it is rendered, if that is sure.
    anchors: Vec<Option<u32>>,
    around: Vec<u32>,
    /// How much a distance in words leaves.
    fading: Vec<f32>,
}

/// How likely words are to render one another by their places alone.
pub(super) fn apart(pair: &Pair, own: &[u32], others: &[u32], known: f32) -> f32 {
    let (n, m) = (pair.source.len() as f32, pair.target.len() as f32);
    let away = |(i, j): (u32, u32)| ((i as f32 + 0.5) / n - (j as f32 + 0.5) / m).abs();
    let all = own.iter().flat_map(|&i| others.iter().map(move |&j| (i, j)));
    let least = all.map(away).fold(1.0, f32::min);
    (-SLOPE * least).exp().max(FLOOR * known)
}

/// Words that stand beside words that are linked are likelier where those stand.
pub(super) fn weigh(bead: &mut Bead, pair: &Pair, links: &mut Vec<f32>, scratch: &mut Beside) {
    let n = pair.source.len();
    scratch.anchor(bead, pair, links);
    let Beside { anchors, around, fading } = scratch;
    let width = bead.target.len().max(1);
    let (source, target) = (&bead.source, &bead.target);
    for (i, row) in bead.cells.chunks_mut(width).enumerate() {
        around.clear();
        for &s in source.copies(i) {
            let s = s as usize;
            let near = (s.saturating_sub(REACH)..(s + REACH + 1).min(n)).filter(|&k| k != s);
            around.extend(near.filter_map(|k| anchors[k]));
        }
        for (j, cell) in row.iter_mut().enumerate() {
            let all = target.copies(j).iter().flat_map(|&t| around.iter().map(move |&a| t.abs_diff(a)));
            cell.near = match all.min() {
                Some(least) => cell.apart * (APART + fade(fading, least as usize)),
                None => cell.apart,
            };
        }
    }
}

fn fade(fading: &mut Vec<f32>, away: usize) -> f32 {
    while fading.len() <= away {
        fading.push((-(fading.len() as f32) / 4.0).exp());
    }
    fading[away]
}

impl Beside {
    fn anchor(&mut self, bead: &Bead, pair: &Pair, links: &mut Vec<f32>) {
        self.anchors.clear();
        self.anchors.resize(pair.source.len(), None);
        let m = pair.target.len();
        if bead.source.repeats() || bead.target.repeats() {
            copies::spread(bead, pair, links);
            for (anchor, row) in self.anchors.iter_mut().zip(links.chunks(m.max(1))) {
                *anchor = copies::best(row.iter().copied(), SURE).map(|at| at as u32);
            }
            return;
        }
        for (i, row) in bead.cells.chunks(bead.target.len().max(1)).enumerate() {
            let best = copies::best(row.iter().map(|c| c.both), SURE);
            self.anchors[bead.source.copies(i)[0] as usize] = best.map(|j| bead.target.copies(j)[0]);
        }
    }
}
