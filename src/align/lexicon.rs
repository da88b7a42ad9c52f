//! How likely a word of one side is where a word of the other is: by the dictionary, by value, by letters, by sound, and by
//! what the two texts themselves show.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::side::{Side, Type, Vocabulary};
use super::sound;
use super::tokens::{Kind, stem};
use crate::hash::Map;
use crate::lang::gloss_words::gloss_words;
use crate::lang::hanja;

/// For each type of one side the types of the other that it goes with, and how likely: sorted by number.
pub(super) type Table = Vec<Vec<(u32, f32)>>;

/// Both directions.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    /// Target types for each source type.
    pub(super) forward: Table,
    /// Source types for each target type.
    pub(super) backward: Table,
}

/// Sum of the weights of a head's gloss words that counts as few, and as many: a head with one gloss is not certain to be
/// rendered by it, and one of long definitions is not lost in them.
const FEW: f32 = 3.0;
const MANY: f32 = 12.0;
/// Words of one stem, which need not be one word.
const SAME_STEM: f32 = 0.7;
/// What a gloss of a Chinese word counts for a Korean one that is read so.
const READ_ALIKE: f32 = 0.6;
/// A word with the sounds of another.
const SAME_SOUND: f32 = 0.5;

impl Lexicon {
    /// What is known of the two vocabularies before the texts are compared.
    pub(super) fn new(source: &Vocabulary, target: &Vocabulary) -> Self {
        let has_glosses =
            |v: &Vocabulary| v.types.iter().filter(|t| t.kind != Kind::Word && is_word(t)).count();
        // The dictionary and the readings lead from Chinese, Japanese or Korean to Latin letters.
        let turned = has_glosses(source) < has_glosses(target);
        let (from, to) = if turned { (target, source) } else { (source, target) };
        let there = links(from, to);
        let back = bayes(&there, from, to);
        match turned {
            false => Self { forward: there, backward: back },
            true => Self { forward: back, backward: there },
        }
    }

    /// Adds pairs that were learnt from the texts; where a pair is known, the greater likelihood counts.
    pub(super) fn learn(&mut self, pairs: &[(u32, u32, f32)]) {
        for &(s, t, p) in pairs {
            raise(&mut self.forward[s as usize], t, p);
            raise(&mut self.backward[t as usize], s, p);
        }
    }
}

fn is_word(t: &Type) -> bool {
    matches!(t.kind, Kind::Han | Kind::Kana | Kind::Hangul | Kind::Sound | Kind::Word)
}

fn raise(row: &mut Vec<(u32, f32)>, to: u32, p: f32) {
    match row.binary_search_by_key(&to, |(t, _)| *t) {
        Ok(at) => row[at].1 = row[at].1.max(p),
        Err(at) => row.insert(at, (to, p)),
    }
}

fn links(from: &Vocabulary, to: &Vocabulary) -> Table {
    let sounds = sound::Index::new(to);
    from.types.iter().map(|t| row(t, to, &sounds)).collect()
}

/// The types that `t` goes with.
fn row(t: &Type, to: &Vocabulary, sounds: &sound::Index) -> Vec<(u32, f32)> {
    let mut row = Vec::new();
    if let Some(same) = to.id(&t.key) {
        let p = if t.kind == Kind::Word && t.surface != to.types[same as usize].surface {
            SAME_STEM
        } else {
            1.0
        };
        raise(&mut row, same, p);
    }
    match t.kind {
        Kind::Han => glosses(&t.key, to).into_iter().for_each(|(id, p)| raise(&mut row, id, p)),
        Kind::Kana | Kind::Hangul => {
            sounds.alike(t).into_iter().for_each(|id| raise(&mut row, id, SAME_SOUND));
            // What is read alike may be another word.
            let heads = if t.kind == Kind::Hangul { hanja::words(&t.key) } else { Vec::new() };
            for (id, p) in heads.iter().flatten().flat_map(|head| glosses(head, to)) {
                raise(&mut row, id, p * READ_ALIKE);
            }
        }
        Kind::Sound => {
            if let Some(id) = sounds.named(&t.surface) {
                raise(&mut row, id, SAME_SOUND);
            }
        }
        Kind::Word | Kind::Figure | Kind::Mark => {}
    }
    row
}

/// The types that the dictionary's glosses of a head lead to.
fn glosses(head: &str, to: &Vocabulary) -> Vec<(u32, f32)> {
    let words = stems(head);
    let sum: f32 = words.iter().map(|(_, w)| w).sum();
    let mut by_id: BTreeMap<u32, f32> = BTreeMap::new();
    for (word, weight) in words.iter() {
        if let Some(id) = to.id(word).filter(|&id| to.types[id as usize].kind == Kind::Word) {
            *by_id.entry(id).or_default() += weight / FEW.max(sum.min(MANY));
        }
    }
    by_id.into_iter().map(|(id, p)| (id, p.min(1.0))).collect()
}

/// So many heads are kept by each thread: those of a language's everyday words.
const KEPT: usize = 8192;

type Stems = Rc<[(String, f32)]>;

/// The stems of a head's gloss words. Small documents ask for the same heads again and again.
fn stems(head: &str) -> Stems {
    thread_local! {
        static KNOWN: RefCell<Map<String, Stems>> = RefCell::default();
    }
    KNOWN.with_borrow_mut(|known| {
        if let Some(stems) = known.get(head) {
            return Rc::clone(stems);
        }
        if known.len() >= KEPT {
            known.clear();
        }
        let stems: Stems = gloss_words(head).into_iter().map(|(w, weight)| (stem(&w), weight)).collect();
        known.insert(head.to_owned(), Rc::clone(&stems));
        stems
    })
}

/// The other direction, by Bayes over the counts of the text.
fn bayes(there: &Table, from: &Vocabulary, to: &Vocabulary) -> Table {
    let mut back: Table = vec![Vec::new(); to.types.len()];
    for (s, row) in there.iter().enumerate() {
        for &(t, p) in row {
            back[t as usize].push((s as u32, p * from.types[s].count as f32));
        }
    }
    for row in &mut back {
        let sum: f32 = row.iter().map(|(_, w)| w).sum();
        for (_, weight) in row {
            *weight /= sum.max(f32::MIN_POSITIVE);
        }
    }
    back
}

/// Pairs that stand together at least twice.
const TWICE: u32 = 2;
/// How strongly two types must go together to be taken for renderings.
const DICE: f32 = 0.5;
/// How surprising that must be: in a short text much stands together by chance.
const SURPRISE: f32 = 15.0;
/// What a learnt pair counts at most.
const LEARNT: f32 = 0.6;

/// Pairs of types that stand together in the beads of a first alignment, each bead given by its tokens on both sides.
pub(super) fn learn(
    source: &Side,
    target: &Side,
    beads: &[[std::ops::Range<u32>; 2]],
) -> Vec<(u32, u32, f32)> {
    let counts = |side: &Side, which: usize| {
        let mut counts = vec![0_u32; side.vocabulary.types.len()];
        for bead in beads {
            for id in distinct(side, &bead[which]) {
                counts[id as usize] += 1;
            }
        }
        counts
    };
    let (ns, nt) = (counts(source, 0), counts(target, 1));
    let mut together: Map<(u32, u32), u32> = Map::default();
    for [s, t] in beads {
        let target: Vec<u32> = distinct(target, t).into_iter().filter(|&t| nt[t as usize] >= TWICE).collect();
        for s in distinct(source, s).into_iter().filter(|&s| ns[s as usize] >= TWICE) {
            let n = ns[s as usize];
            // A pair of which one is three times as frequent as the other cannot go together closely enough.
            for &t in target.iter().filter(|&&t| nt[t as usize] <= 3 * n && n <= 3 * nt[t as usize]) {
                *together.entry((s, t)).or_default() += 1;
            }
        }
    }
    let mut out: Vec<(u32, u32, f32)> = together
        .into_iter()
        .filter_map(|((s, t), n)| {
            let (a, b) = (ns[s as usize], nt[t as usize]);
            let dice = 2.0 * n as f32 / (a + b) as f32;
            (n >= TWICE && dice >= DICE && surprise(n, a, b, beads.len() as u32) >= SURPRISE)
                .then(|| (s, t, LEARNT * dice * (n as f32 / 4.0 + 0.25).min(1.0)))
        })
        .collect();
    out.sort_unstable_by_key(|(s, t, _)| (*s, *t));
    out
}

fn distinct(side: &Side, tokens: &std::ops::Range<u32>) -> Vec<u32> {
    let mut ids = side.tokens[tokens.start as usize..tokens.end as usize].to_vec();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// The log-likelihood ratio (Dunning's G²) of two types that stand in `a` and `b` of `all` beads and in `n` together,
/// against their standing together by chance.
fn surprise(n: u32, a: u32, b: u32, all: u32) -> f32 {
    let cell = |seen: u32, x: u32, y: u32| {
        let expected = f64::from(x) * f64::from(y) / f64::from(all);
        if seen == 0 { 0.0 } else { f64::from(seen) * (f64::from(seen) / expected).ln() }
    };
    let rest = (all + n).saturating_sub(a + b);
    let sum =
        cell(n, a, b) + cell(a - n, a, all - b) + cell(b - n, all - a, b) + cell(rest, all - a, all - b);
    2.0 * sum as f32
}
