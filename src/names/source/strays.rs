//! Names of the target that render none of the source names opposite, where one of those is missing.

use std::collections::BTreeSet;
use std::ops::Range;

use super::assign::Given;
use super::beads::Scene;
use super::find::is_dot;
use super::phones::Phones;
use super::{Origin, SourceName};
use crate::document::Document;
use crate::finding::Label;
use crate::lang::{japanese_names::is_romaji, kana};
use crate::names::Word;
use crate::names::fold::fold;

/// Words that look like a name and render no name of the source opposite.
#[derive(Clone, Copy, Debug)]
pub struct Stray {
    /// The pair of stretches of source and target that it stands in, by its number.
    pub bead: u32,
    /// The words.
    pub target: Label,
    /// The name without a rendering that stands nearest.
    pub source: Label,
}

/// From which likeness on words may render what they sound like.
const HEARD: f64 = 0.45;

/// What is read in katakana anywhere in a Japanese source.
fn heard(doc: &Document) -> Vec<Phones> {
    let mut out = Vec::new();
    for segment in doc.source.iter().filter(|s| s.is_text()) {
        for run in segment.shown().split(|c| !kana::is_kana(c) && !is_dot(c)) {
            let parts = run.split(is_dot).filter(|p| p.chars().count() >= 2);
            out.extend(parts.filter_map(kana::romanise).map(|r| Phones::of_latin(&fold(&r))));
        }
    }
    out
}

/// Finds them; only names that have no rendering in the bead count as missing.
pub(super) fn find(doc: &Document, scenes: &[Scene], found: &[SourceName], given: &[Given]) -> Vec<Stray> {
    let japanese = doc.langs.source.as_ref().is_some_and(|l| l.is("ja"));
    let heard = if japanese { heard(doc) } else { Vec::new() };
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
        // A word in katakana is a name if it is rendered as none elsewhere.
        let is_name = |n: &SourceName| n.origin != Origin::Faint && (n.solid || japanese);
        let missing: Vec<_> = scene
            .slots
            .iter()
            .filter(|s| is_name(&found[s.name as usize]) && !rendered.contains(&(bead, family(s.name))))
            .collect();
        if missing.is_empty() {
            continue;
        }
        let sounds = |words: &Range<usize>| {
            let all: Vec<&Word> = words.clone().filter_map(|i| scene.word(i)).collect();
            let each = all.iter().map(|w| vec![*w]).chain([all.clone()]);
            each.into_iter().any(|w| {
                let of = |s: &super::beads::Slot| {
                    found[s.name as usize].sounds.iter().any(|s| s.likeness(&w) >= HEARD)
                };
                scene.slots.iter().any(of)
            })
        };
        let japanese_word = |i: usize| {
            let fold = &scene.toks[i].fold;
            let phones = Phones::of_latin(fold);
            is_romaji(fold) || heard.iter().any(|h| h.likeness(&phones) >= HEARD)
        };
        for words in scene.stretches() {
            if elsewhere.contains(&scene.fold(&words))
                || words.clone().any(|i| scene.word(i).is_some_and(|w| w.acronym))
                || sounds(&words)
                || japanese && words.clone().any(japanese_word)
            {
                continue;
            }
            let position = scene.position(&words);
            let near = missing
                .iter()
                .min_by(|a, b| (a.position - position).abs().total_cmp(&(b.position - position).abs()));
            let Some(near) = near else { continue };
            let (first, last) = (scene.toks[words.start].at, scene.toks[words.end - 1].at);
            let target = Label { end: last.end, ..first };
            out.push(Stray { bead: bead as u32, target, source: near.at });
        }
    }
    out.sort_by_key(|s| (s.target, s.source));
    out
}
