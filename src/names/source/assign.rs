//! Which words of the target render which mention of a name, bead by bead: known forms first, then sounds, then what is
//! known from other beads.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::beads::{self, Scene, Tok};
use super::find::Found;
use super::strays::{self, Stray};
use super::{Evidence, Origin, Rendering, SourceName, carry, cues, meaning, together};
use crate::align::Bead;
use crate::document::Document;
use crate::finding::Label;
use crate::names::facts::{Trait, country};
use crate::names::{Kind, Names, Word};

/// Words that were given to a mention.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub(super) scene: usize,
    pub(super) slot: usize,
    pub(super) words: Range<usize>,
    pub(super) evidence: Evidence,
    pub(super) strength: f64,
}

/// How well a name must be met that is no name by itself.
const CONFIRMED: f64 = 0.8;
/// How well further words must fit where the bead has a known form of the name already.
const BESIDE: f64 = 0.8;
/// The most words of a name that is met by sound.
pub(super) const WORDS: usize = 4;

/// The renderings of all names, and names of the target that render none. Names that only the target could have confirmed,
/// and did not, lose their mentions.
pub(super) fn assign(
    doc: &Document,
    beads: &[Bead],
    names: &Names,
    source: &mut Found,
) -> (Vec<Rendering>, Vec<Stray>) {
    let mut scenes = beads::read(doc, beads, names, source);
    let found = &mut source.names;
    let mut given = Vec::new();
    for (at, scene) in scenes.iter_mut().enumerate() {
        known(at, scene, found, &mut given);
        misread(at, scene, found, &mut given);
        sound(at, scene, found, &mut given);
    }
    drop_unconfirmed(&mut scenes, found, &given);
    carry::elsewhere(&mut scenes, found, &mut given);
    together::together(&mut scenes, found, &mut given);
    carry::elsewhere(&mut scenes, found, &mut given);
    carry::alike(&mut scenes, found, &mut given);
    carry::small(&mut scenes, found, &mut given);
    let strays = strays::find(doc, &scenes, found, &given);
    together::alone(&mut scenes, found, &mut given);
    let mut out: Vec<Rendering> = given.iter().map(|g| rendering(doc, &scenes[g.scene], g, names)).collect();
    out.extend(meaning::assign(&scenes, names, source));
    out.sort_by_key(|r| (r.target, r.source));
    (out, strays)
}

fn rendering(doc: &Document, scene: &Scene, given: &Given, names: &Names) -> Rendering {
    let slot = &scene.slots[given.slot];
    let (first, last) = (scene.toks[given.words.start].at, scene.toks[given.words.end - 1].at);
    let target = Label { end: last.end, ..first };
    let text = &doc.target[first.segment as usize].shown()[first.start as usize..last.end as usize];
    Rendering {
        name: slot.name,
        source: slot.at,
        target,
        id: names.find_any(text).or_else(|| names.find(Kind::Small, text)),
        evidence: given.evidence,
        strength: given.strength,
    }
}

/// Known forms, the longest first; words that are part of a name come behind whole forms.
fn known(at: usize, scene: &mut Scene, found: &[SourceName], given: &mut Vec<Given>) {
    let ids: BTreeSet<u32> = scene.slots.iter().map(|s| s.name).collect();
    let mut claims: Vec<(bool, std::cmp::Reverse<usize>, usize, u32)> = Vec::new();
    for &id in &ids {
        let forms = &found[id as usize].forms;
        if forms.is_empty() {
            continue;
        }
        for first in 0..scene.toks.len() {
            let rest = &scene.toks[first..];
            let row = rest
                .iter()
                .enumerate()
                .take_while(|(i, t)| *i == 0 || t.joined && t.at.segment == rest[0].at.segment);
            let whole = forms.whole(row.map(|(_, t)| &*t.fold)).filter(|&n| n > 1 || rest[0].capital);
            if let Some(n) = whole {
                claims.push((false, std::cmp::Reverse(n), first, id));
            } else if rest[0].word.as_deref().is_some_and(|w| forms.part(w)) {
                claims.push((true, std::cmp::Reverse(1), first, id));
            }
        }
    }
    claims.sort_unstable();
    let mut taken: BTreeMap<u32, Vec<(Range<usize>, Evidence)>> = BTreeMap::new();
    for (_, std::cmp::Reverse(n), first, id) in claims {
        if scene.toks[first..first + n].iter().all(|t| t.owner.is_none()) {
            let words =
                if n == 1 { widened(scene, first..first + 1, &found[id as usize]) } else { first..first + n };
            let whole = whole_body(scene, words.clone(), &found[id as usize]);
            scene.take(whole.clone(), id);
            let evidence = if whole == words { Evidence::Known } else { Evidence::Meaning };
            taken.entry(id).or_default().push((whole, evidence));
        }
    }
    for (id, mut places) in taken {
        places.sort_by_key(|(r, _)| r.start);
        let slots: Vec<usize> = (0..scene.slots.len()).filter(|&s| scene.slots[s].name == id).collect();
        for (i, (words, evidence)) in places.into_iter().enumerate() {
            // English may say a name more often than the source.
            let slot = slots[i.min(slots.len() - 1)];
            scene.slots[slot].done = true;
            given.push(Given { scene: at, slot, words, evidence, strength: 1.0 });
        }
    }
}

/// A known form of several words with the noun behind it that ends the name of a body: `China News` is known, `China News
/// Network` is what it says. More words are the name of something else.
fn whole_body(scene: &Scene, words: Range<usize>, name: &SourceName) -> Range<usize> {
    let Some(next) = scene.toks.get(words.end).filter(|t| t.owner.is_none() && words.len() > 1) else {
        return words;
    };
    let head = next.word.as_deref().is_some_and(|w| w.is(Trait::Head));
    let ends = next.body.is_some_and(|b| b.end == next.at.end && b.start <= scene.toks[words.start].at.start);
    let is_body = name.text.ends_with(cues::is_kind_of_body) && !name.forms.place;
    if head && ends && is_body { words.start..words.end + 1 } else { words }
}

/// A word of a person's name with the rest of the name around it.
fn widened(scene: &Scene, words: Range<usize>, name: &SourceName) -> Range<usize> {
    let personal = matches!(name.origin, Origin::Person | Origin::Foreign) || name.forms.person;
    let joins = |i: usize| {
        scene.toks[i].owner.is_none() && scene.word(i).is_some_and(|w| w.may_be_personal() && !w.ordinary)
    };
    let mut out = words;
    while personal
        && out.len() < WORDS
        && out.start > 0
        && scene.toks[out.start].joined
        && joins(out.start - 1)
    {
        out.start -= 1;
    }
    while personal
        && out.len() < WORDS
        && out.end < scene.toks.len()
        && scene.toks[out.end].joined
        && joins(out.end)
    {
        out.end += 1;
    }
    out
}

/// A short name taken for that of another country than the one that the text names in full.
fn misread(at: usize, scene: &mut Scene, found: &[SourceName], given: &mut Vec<Given>) {
    for slot in 0..scene.slots.len() {
        let id = scene.slots[slot].name;
        let Some(other) = found[id as usize].misread.as_ref().filter(|_| !scene.slots[slot].done) else {
            continue;
        };
        let free = |t: &Tok| t.owner.is_none() && t.word.as_deref().is_some_and(|w| other.part(w));
        if let Some(word) = scene.toks.iter().position(free) {
            scene.take(word..word + 1, id);
            scene.slots[slot].done = true;
            given.push(Given {
                scene: at,
                slot,
                words: word..word + 1,
                evidence: Evidence::Sound,
                strength: 0.9,
            });
        }
    }
}

/// Words that sound like a name, the best first.
fn sound(at: usize, scene: &mut Scene, found: &[SourceName], given: &mut Vec<Given>) {
    let rows = scene.rows();
    let beside: BTreeSet<u32> = scene.slots.iter().filter(|s| s.done).map(|s| s.name).collect();
    let mut fits: Vec<(f64, usize, Range<usize>)> = Vec::new();
    let mut tried: BTreeMap<u32, Vec<(f64, Range<usize>)>> = BTreeMap::new();
    for (slot, s) in scene.open() {
        let name = &found[s.name as usize];
        if name.origin == Origin::Faint || name.sounds.is_empty() {
            continue;
        }
        let least = if beside.contains(&s.name) {
            BESIDE
        } else if name.solid {
            0.0
        } else {
            CONFIRMED
        };
        let all = tried.entry(s.name).or_insert_with(|| windows(scene, &rows, name, least));
        fits.extend(all.iter().map(|(likeness, words)| (*likeness, slot, words.clone())));
    }
    let distance =
        |slot: usize, words: &Range<usize>| (scene.slots[slot].position - scene.position(words)).abs();
    fits.sort_by(|a, b| {
        let longer = b.2.len().cmp(&a.2.len());
        b.0.total_cmp(&a.0).then(longer).then(distance(a.1, &a.2).total_cmp(&distance(b.1, &b.2)))
    });
    for (strength, slot, words) in fits {
        if scene.slots[slot].done || scene.toks[words.clone()].iter().any(|t| t.owner.is_some()) {
            continue;
        }
        let id = scene.slots[slot].name;
        let words = widened(scene, words, &found[id as usize]);
        scene.take(words.clone(), id);
        scene.slots[slot].done = true;
        given.push(Given { scene: at, slot, words, evidence: Evidence::Sound, strength });
    }
}

/// The rows of words that fit a name well enough, with how well.
fn windows(scene: &Scene, rows: &[Range<usize>], name: &SourceName, least: f64) -> Vec<(f64, Range<usize>)> {
    let mut out = Vec::new();
    for row in rows {
        for first in row.clone() {
            for end in first + 1..=row.end.min(first + WORDS) {
                let words: Vec<&Word> = (first..end).filter_map(|i| scene.word(i)).collect();
                if words.iter().any(|w| !may_sound(w)) {
                    break;
                }
                let fits = |s: &super::sounds::Sounds| (s.likeness(&words), s.enough());
                let best = name.sounds.iter().map(fits).filter(|(l, enough)| *l >= enough.max(least));
                if let Some(likeness) = best.map(|(l, _)| l).max_by(f64::total_cmp) {
                    out.push((likeness, first..end));
                }
            }
        }
    }
    out
}

/// Whether a word can be written for its sound.
pub(super) fn may_sound(word: &Word) -> bool {
    // China-Saudi names two.
    let pair = || word.lower.split('-').any(|part| country(part).is_some());
    !word.acronym && word.may_be_personal() && !pair()
}

/// Takes the mentions of names back that the target did not confirm.
fn drop_unconfirmed(scenes: &mut [Scene], found: &mut [SourceName], given: &[Given]) {
    let met: BTreeSet<u32> = given.iter().map(|g| scenes[g.scene].slots[g.slot].name).collect();
    for (id, name) in found.iter_mut().enumerate() {
        if !name.solid && met.contains(&(id as u32)) {
            name.solid = name.origin != Origin::Faint;
        }
    }
    // A mention that is no name waits for nothing.
    let waits =
        |s: &beads::Slot| found[s.name as usize].solid || found[s.name as usize].origin == Origin::Faint;
    scenes.iter_mut().flat_map(|s| &mut s.slots).filter(|s| !waits(s)).for_each(|s| s.done = true);
}
