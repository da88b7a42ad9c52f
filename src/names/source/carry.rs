//! What rendered a name in one bead renders it in another: the same words, and words that are spelt much like them.

use std::collections::BTreeMap;
use std::ops::Range;

use super::assign::{Given, WORDS, may_sound};
use super::beads::Scene;
use super::sounds::Sounds;
use super::{Evidence, Origin, SourceName};
use crate::lang::english;
use crate::names::Word;

/// How alike words must be to what renders a name elsewhere.
const ALIKE: f64 = 0.62;
/// The fewest letters of a word in lower case that is taken for a name.
const SMALL: usize = 5;

/// Words that are spelt much like what renders a name elsewhere render it, too.
pub(super) fn alike(scenes: &mut [Scene], found: &[SourceName], given: &mut Vec<Given>) {
    let mut texts: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for g in given.iter() {
        let scene = &scenes[g.scene];
        texts.entry(found[scene.slots[g.slot].name as usize].family).or_default().push(scene.fold(&g.words));
    }
    let sounds: BTreeMap<u32, Sounds> = texts
        .into_iter()
        .map(|(family, mut texts)| {
            texts.sort_unstable();
            texts.dedup();
            (family, Sounds::forms(&texts))
        })
        .collect();
    for (at, scene) in scenes.iter_mut().enumerate() {
        let open: Vec<(usize, u32)> = scene.open().map(|(slot, s)| (slot, s.name)).collect();
        for (slot, id) in open {
            let Some(sounds) = sounds.get(&found[id as usize].family) else { continue };
            let fits = |w: Range<usize>| {
                let words: Vec<&Word> = w.clone().filter_map(|i| scene.word(i)).collect();
                let fits = words.iter().all(|w| may_sound(w));
                (if fits { sounds.likeness(&words) } else { 0.0 }, w)
            };
            let best = scene.stretches().into_iter().map(fits).max_by(|a, b| a.0.total_cmp(&b.0));
            if let Some((strength, words)) = best.filter(|(l, _)| *l >= ALIKE) {
                scene.take(words.clone(), id);
                scene.slots[slot].done = true;
                given.push(Given { scene: at, slot, words, evidence: Evidence::Sound, strength });
            }
        }
    }
}

/// Words in lower case that are no English words sound like a name: it lost its capital.
pub(super) fn small(scenes: &mut [Scene], found: &[SourceName], given: &mut Vec<Given>) {
    for (at, scene) in scenes.iter_mut().enumerate() {
        let open: Vec<(usize, u32)> = scene.open().map(|(slot, s)| (slot, s.name)).collect();
        for (slot, id) in open {
            let name = &found[id as usize];
            if !matches!(name.origin, Origin::Person | Origin::Foreign) || !name.solid {
                continue;
            }
            let fits = |i: usize| {
                let tok = &scene.toks[i];
                let may = tok.owner.is_none()
                    && !tok.capital
                    && tok.fold.len() >= SMALL
                    && !english::is_listed(&tok.fold);
                let word = may.then(|| Word::new(&tok.fold)).filter(|w| !w.known);
                let likeness = |w: &Word| name.sounds.iter().map(|s| s.likeness(&[w])).fold(0.0, f64::max);
                (word.map_or(0.0, |w| likeness(&w)), i)
            };
            let best = (0..scene.toks.len()).map(fits).max_by(|a, b| a.0.total_cmp(&b.0));
            if let Some((strength, i)) = best.filter(|(l, _)| *l >= ALIKE) {
                scene.take(i..i + 1, id);
                scene.slots[slot].done = true;
                given.push(Given { scene: at, slot, words: i..i + 1, evidence: Evidence::Sound, strength });
            }
        }
    }
}

/// What rendered a name in one bead renders it in another.
pub(super) fn elsewhere(scenes: &mut [Scene], found: &[SourceName], given: &mut Vec<Given>) {
    let mut texts: BTreeMap<u32, BTreeMap<String, (Evidence, f64)>> = BTreeMap::new();
    for g in given.iter() {
        let scene = &scenes[g.scene];
        let family = found[scene.slots[g.slot].name as usize].family;
        texts.entry(family).or_default().entry(scene.fold(&g.words)).or_insert((g.evidence, g.strength));
    }
    for (at, scene) in scenes.iter_mut().enumerate() {
        let open: Vec<(usize, u32)> = scene.open().map(|(slot, s)| (slot, s.name)).collect();
        for (slot, id) in open {
            let Some(texts) = texts.get(&found[id as usize].family) else { continue };
            let hit = scene.rows().into_iter().find_map(|row| {
                let windows =
                    row.clone().flat_map(|i| (i + 1..=row.end.min(i + WORDS)).rev().map(move |end| i..end));
                windows.into_iter().find_map(|w| texts.get(&scene.fold(&w)).map(|&by| (w, by)))
            });
            if let Some((words, (evidence, strength))) = hit {
                scene.take(words.clone(), id);
                scene.slots[slot].done = true;
                given.push(Given { scene: at, slot, words, evidence, strength });
            }
        }
    }
}
