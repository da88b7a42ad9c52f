//! Renderings that nothing but company tells: names of both sides that stand together again and again, or alone.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::assign::Given;
use super::beads::Scene;
use super::{Evidence, Origin, SourceName};
use crate::names::Word;
use crate::names::facts::Trait;

/// In how many beads two must stand together.
const TWICE: usize = 2;
/// How far from its place in the source a rendering may stand that nothing else tells, as a share of the bead.
const NEAR: f32 = 0.35;
/// The most words of a person's name.
const WORDS: usize = 4;

/// Names that stand together in two beads or more, and the rendering in none without.
pub(super) fn together(scenes: &mut [Scene], found: &[SourceName], given: &mut Vec<Given>) {
    let mut of_text: BTreeMap<String, usize> = BTreeMap::new();
    let mut of_name: BTreeMap<u32, usize> = BTreeMap::new();
    let mut of_both: BTreeMap<(u32, String), usize> = BTreeMap::new();
    for scene in scenes.iter() {
        let names: BTreeSet<u32> = scene.open().map(|(_, s)| s.name).filter(|&n| waits(found, n)).collect();
        let words = scene.stretches();
        let texts: BTreeSet<String> = words.iter().map(|w| scene.fold(w)).collect();
        for &name in &names {
            *of_name.entry(name).or_default() += 1;
            let fitting: BTreeSet<String> = words
                .iter()
                .filter(|w| may_render(scene, w, &found[name as usize]))
                .map(|w| scene.fold(w))
                .collect();
            for text in fitting {
                *of_both.entry((name, text)).or_default() += 1;
            }
        }
        for text in texts {
            *of_text.entry(text).or_default() += 1;
        }
    }
    let sure = pairs(&of_both, &of_text, &of_name);
    for (at, scene) in scenes.iter_mut().enumerate() {
        for words in scene.stretches() {
            let text = scene.fold(&words);
            let open: Vec<(usize, u32)> = scene.open().map(|(slot, s)| (slot, s.name)).collect();
            let hit = open
                .into_iter()
                .find_map(|(slot, name)| sure.get(&(name, text.clone())).map(|&s| (slot, name, s)));
            if let Some((slot, name, strength)) = hit {
                give(at, scene, slot, name, words, Evidence::Together, strength, given);
            }
        }
    }
}

/// The texts that stand beside one name more than half of their times, and no other as often for that name.
fn pairs(
    of_both: &BTreeMap<(u32, String), usize>,
    of_text: &BTreeMap<String, usize>,
    of_name: &BTreeMap<u32, usize>,
) -> BTreeMap<(u32, String), f64> {
    let mut by_text: BTreeMap<&String, Vec<(usize, u32)>> = BTreeMap::new();
    let mut by_name: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for ((name, text), &n) in of_both {
        by_text.entry(text).or_default().push((n, *name));
        by_name.entry(*name).or_default().push(n);
    }
    let mut out = BTreeMap::new();
    for (text, names) in by_text {
        let Some(&(n, name)) = names.iter().max() else { continue };
        let rival = names.iter().any(|&(other, id)| id != name && other * 2 > n);
        let better = by_name[&name].iter().filter(|&&other| other >= n).count() > 1;
        if n >= TWICE && !rival && !better && of_text[text] == n && n * 2 >= of_name[&name] {
            out.insert((name, text.clone()), n as f64 / of_name[&name] as f64);
        }
    }
    out
}

/// What is left in a bead: names without a rendering and words that render nothing yet.
pub(super) struct Left {
    pub(super) names: Vec<(usize, u32)>,
    pub(super) words: Vec<Range<usize>>,
}

impl Left {
    fn of(scene: &Scene, found: &[SourceName], known: &BTreeMap<String, BTreeSet<u32>>) -> Self {
        // Where a name has one rendering, its other mentions were left out or are pronouns.
        let mut seen: BTreeSet<u32> =
            scene.slots.iter().filter(|s| s.done).map(|s| found[s.name as usize].family).collect();
        let mut names: Vec<(usize, u32)> = scene.open().map(|(slot, s)| (slot, s.name)).collect();
        names.retain(|&(_, n)| !is_small(found, n) && seen.insert(found[n as usize].family));
        // What renders a name for a reason elsewhere renders no other.
        let open = |f: &BTreeSet<u32>| names.iter().any(|(_, n)| f.contains(&found[*n as usize].family));
        let mut words = scene.stretches();
        words.retain(|w| known.get(&scene.fold(w)).is_none_or(open));
        Self { names, words }
    }
}

/// The only name of a bead without a rendering, and the only words that look like one.
pub(super) fn alone(scenes: &mut [Scene], found: &[SourceName], given: &mut Vec<Given>) {
    let mut known: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    for g in given.iter() {
        let name = scenes[g.scene].slots[g.slot].name;
        known.entry(scenes[g.scene].fold(&g.words)).or_default().insert(found[name as usize].family);
    }
    for (at, scene) in scenes.iter_mut().enumerate() {
        let left = Left::of(scene, found, &known);
        let ([words], [(slot, name)]) = (&left.words[..], &left.names[..]) else { continue };
        let away = (scene.slots[*slot].position - scene.position(words)).abs();
        if waits(found, *name) && away <= NEAR && may_render(scene, words, &found[*name as usize]) {
            give(at, scene, *slot, *name, words.clone(), Evidence::Alone, f64::from(1.0 - away), given);
        }
    }
}

#[allow(clippy::too_many_arguments)]
fn give(
    at: usize,
    scene: &mut Scene,
    slot: usize,
    name: u32,
    words: Range<usize>,
    evidence: Evidence,
    strength: f64,
    given: &mut Vec<Given>,
) {
    scene.take(words.clone(), name);
    scene.slots[slot].done = true;
    given.push(Given { scene: at, slot, words, evidence, strength });
}

/// Whether a name is one whatever the target has.
fn waits(found: &[SourceName], name: u32) -> bool {
    found[name as usize].origin != Origin::Faint && found[name as usize].solid
}

/// A single character, which is hardly ever a name by itself.
fn is_small(found: &[SourceName], name: u32) -> bool {
    found[name as usize].origin == Origin::Faint && found[name as usize].text.chars().nth(1).is_none()
}

/// Whether words can render a name of its kind.
fn may_render(scene: &Scene, words: &Range<usize>, name: &SourceName) -> bool {
    let personal = |w: &Word| w.may_be_personal();
    let all = || words.clone().filter_map(|i| scene.word(i));
    let short = words.len() == 1 && all().all(|w| w.letters() < 3);
    let person = name.origin == Origin::Person || name.forms.person;
    // A country is left out or said otherwise more often than it is mistaken for something else.
    !short
        && (!person || words.len() <= WORDS && all().all(personal))
        && (!name.forms.is_country() || all().any(|w| w.country.is_some()))
        // A place is no body.
        && (name.forms.is_empty() || name.forms.has_head() || !all().any(|w| w.is(Trait::Head)))
}
