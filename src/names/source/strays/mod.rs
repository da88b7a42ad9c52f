//! Names of the target that render none of the source names opposite, where one of those is missing.

mod explained;
mod missing;

use std::collections::{BTreeSet, HashSet};
use std::ops::Range;

use super::SourceName;
use super::assign::Given;
use super::beads::{Scene, Slot};
use super::find::is_dot;
use crate::document::Document;
use crate::finding::Label;
use crate::names::Word;
use crate::names::fold::fold;
use explained::{HEARD, Heard, is_written};
use missing::{Missing, missing};

/// Words that look like a name and render no name of the source opposite.
#[derive(Clone, Copy, Debug)]
pub struct Stray {
    /// The pair of stretches of source and target that it stands in, by its number.
    pub bead: u32,
    /// The words.
    pub target: Label,
    /// The name without a rendering that stands nearest.
    pub source: Label,
    /// Whether that is a country.
    pub country: bool,
    /// Whether it is certainly missing, alone, and stands about where the words do.
    pub sure: bool,
}

/// How far from the missing name words may stand that are put in for it, as a share of the bead.
const NEAR: f32 = 0.45;

/// The letters that the adjective of a place has of its name.
const FRONT: usize = 3;

/// From which likeness on a word in pinyin may be a slip for a name opposite.
const SPELT: f64 = 0.75;

/// Finds them; only names that have no rendering in the bead count as missing.
pub(super) fn find(doc: &Document, scenes: &[Scene], found: &[SourceName], given: &[Given]) -> Vec<Stray> {
    let japanese = doc.langs.source.as_ref().is_some_and(|l| l.is("ja"));
    let target: HashSet<String> = scenes.iter().flat_map(|s| &s.toks).map(|t| t.fold.to_string()).collect();
    let heard = japanese.then(|| Heard::new(doc));
    let family = |name: u32| found[name as usize].family;
    let mut rendered: BTreeSet<(usize, u32)> = BTreeSet::new();
    let mut elsewhere: BTreeSet<String> = BTreeSet::new();
    for g in given {
        let scene = &scenes[g.scene];
        rendered.insert((g.scene, family(scene.slots[g.slot].name)));
        elsewhere.insert(scene.fold(&g.words));
    }
    let mut out = Vec::new();
    for (bead, scene) in scenes.iter().enumerate() {
        let stretches = scene.stretches();
        if stretches.is_empty() {
            continue;
        }
        let is_rendered = |s: &Slot| rendered.contains(&(bead, family(s.name)));
        let missing = missing(doc, scene, found, japanese, &target, is_rendered);
        for words in stretches {
            let all: Vec<&Word> = words.clone().filter_map(|i| scene.word(i)).collect();
            let known = elsewhere.contains(&scene.fold(&words))
                || all.iter().any(|w| is_coined(w))
                || all.iter().all(|w| w.acronym);
            let Some(nearest) = nearest(&missing, scene.position(&words)).filter(|_| !known) else {
                continue;
            };
            let read = |w: &&Word| match &heard {
                Some(heard) => heard.explains(doc, scene, w),
                None => is_written(doc, scene, &w.fold),
            };
            // What is spelt in pinyin says exactly how it is read.
            let spelt = nearest.chinese && all.iter().all(|w| w.pinyin >= 2 && w.is_chinese());
            let least = if spelt { SPELT } else { HEARD };
            // Countries are known by what they are called.
            let country = japanese && all.iter().any(|w| w.country.is_some());
            if !country && sounds(scene, found, &all, least) || !spelt && all.iter().any(read) {
                continue;
            }
            let alone = is_alone(doc, &missing);
            let near = (nearest.position - scene.position(&words)).abs() <= NEAR;
            let sure = nearest.sure && alone && near;
            out.push(Stray { sure, ..stray(bead, scene, &words, nearest) });
        }
    }
    out.sort_by_key(|s| (s.target, s.source));
    out
}

fn nearest(missing: &[Missing], position: f32) -> Option<&Missing> {
    let away = |m: &Missing| (m.position - position).abs();
    missing.iter().min_by(|a, b| away(a).total_cmp(&away(b)))
}

/// Whether certain names that are missing are one: the same, or the parts of one with dots between.
fn is_alone(doc: &Document, missing: &[Missing]) -> bool {
    let text = |l: Label| &doc.source[l.segment as usize].shown()[l.start as usize..l.end as usize];
    let sure: Vec<Label> = missing.iter().filter(|m| m.sure).map(|m| m.at).collect();
    sure.windows(2).all(|pair| {
        let [a, b] = pair else { return true };
        let between = || doc.source[a.segment as usize].shown().get(a.end as usize..b.start as usize);
        text(*a) == text(*b) || a.segment == b.segment && between().is_some_and(|t| t.chars().all(is_dot))
    })
}

fn stray(bead: usize, scene: &Scene, words: &Range<usize>, nearest: &Missing) -> Stray {
    let (first, last) = (scene.toks[words.start].at, scene.toks[words.end - 1].at);
    let target = Label { end: last.end, ..first };
    Stray { bead: bead as u32, target, source: nearest.at, country: nearest.country, sure: false }
}

/// Whether words, or one of them, sound like a name opposite, or a part of one between hyphens begins as its form does.
fn sounds(scene: &Scene, found: &[SourceName], words: &[&Word], least: f64) -> bool {
    let fronts = |s: &Slot| {
        let texts = found[s.name as usize].forms.texts.iter();
        texts.filter_map(|t| fold(t).get(..FRONT).map(str::to_owned)).collect::<Vec<_>>()
    };
    let parts = words.iter().flat_map(|w| w.lower.split(['-', '‐', '‑']).skip(1));
    if parts.into_iter().any(|p| scene.slots.iter().flat_map(fronts).any(|f| fold(p).starts_with(&f))) {
        return true;
    }
    let each = words.iter().map(|w| vec![*w]).chain([words.to_vec()]);
    each.into_iter().any(|w| {
        let of = |s: &Slot| found[s.name as usize].sounds.iter().any(|s| s.likeness(&w) >= least);
        scene.slots.iter().any(of)
    })
}

/// Whether a word is written in capitals or as products are: `HiFi`, `GPUs`; what is as short as `TV` goes with others.
fn is_coined(word: &Word) -> bool {
    const SHORT: usize = 3;
    word.acronym && word.letters() > SHORT
        || !word.acronym
            && word.text.split(['-', '‐', '‑', '\'', '’']).any(|p| p.chars().skip(1).any(char::is_uppercase))
            && !word.text.starts_with("Mc")
}
