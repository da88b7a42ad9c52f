//! A surname that the source has, with a given name that its characters cannot be read as.

use std::collections::HashMap;

use crate::finding::{Applicability, Label, Severity};
use crate::known::persons::{Person, persons};
use crate::known::readings::alike;
use crate::known::scene::{Gap, Scene, Unit, Word};
use crate::known::{Class, Wrong};
use crate::lang::dictionary::Dictionary;
use crate::lang::english;
use crate::lang::forms::{forms, is_person};
use crate::lang::surname::romanise_name;
use crate::names::facts::{Trait, traits};
use crate::names::syllables::pinyin;

pub(super) static CLASS: Class = Class {
    id: "given-name",
    rule: "name-mismatch",
    severity: Severity::Warning,
    message: "`{text}` cannot be a reading of {source}",
    find,
};

fn find(scene: &Scene<'_>, out: &mut Vec<Wrong>) {
    for unit in &scene.units {
        let there = people(scene, unit);
        if there.is_empty() {
            continue;
        }
        for at in 0..unit.words.len() {
            let Some([only]) = there.get(&unit.words[at].folded).map(Vec::as_slice) else { continue };
            if let Some(end) = given_end(unit, at)
                && is_wrong(scene, unit, at, end, only)
            {
                out.push(wrong(scene, unit, at, end, only));
            }
        }
    }
}

/// A person and the source segment.
type Place = (u32, Person);

/// The full names of the linked source by what their surnames can be read as; one that stands there twice counts once.
fn people(scene: &Scene<'_>, unit: &Unit) -> HashMap<String, Vec<Place>> {
    let mut out: HashMap<String, Vec<Place>> = HashMap::new();
    for &segment in &unit.sources {
        let text = scene.source(segment);
        for person in persons(text) {
            let name = &text[person.start..person.end];
            for surname in person.surnames(text) {
                let row = out.entry(surname).or_default();
                if !row.iter().any(|(s, p)| &scene.source(*s)[p.start..p.end] == name) {
                    row.push((segment, person.clone()));
                }
            }
        }
    }
    out
}

/// Where the given name behind the surname at `at` ends, if there is one in pinyin: one word, one with a hyphen, or two
/// syllables apart.
fn given_end(unit: &Unit, at: usize) -> Option<usize> {
    let words = &unit.words;
    let is_name = |w: &Word| w.capital && !w.hidden;
    let given = words.get(at + 1).filter(|w| is_name(w) && w.gap == Gap::Space && unit.joins(at + 1))?;
    if !is_name(&words[at]) || pinyin(&given.folded) == 0 || is_continued(unit, at) {
        return None;
    }
    let Some(next) = words.get(at + 2).filter(|_| unit.joins(at + 2)) else { return Some(at + 2) };
    let goes_on = next.gap == Gap::Hyphen || next.capital && pinyin(&next.folded) == 1;
    match (goes_on, pinyin(&next.folded)) {
        (true, 0) => None,
        (true, _) => Some(at + 3),
        (false, _) => Some(at + 2),
    }
}

/// Whether the word before belongs to the name as well, so that this is no surname.
fn is_continued(unit: &Unit, at: usize) -> bool {
    if !unit.joins(at) {
        return false;
    }
    let before = &unit.words[at - 1];
    let is_title = traits(&before.folded).any(&[Trait::Title, Trait::Rank, Trait::Closed]);
    unit.words[at].gap == Gap::Hyphen || before.capital && !is_title && !english::is_ordinary(&before.folded)
}

fn is_wrong(scene: &Scene<'_>, unit: &Unit, at: usize, end: usize, place: &Place) -> bool {
    let text = scene.source(place.0);
    let words = &unit.words[at + 1..end];
    let given: String = words.iter().map(|w| w.folded.as_str()).collect();
    let right = place.1.givens(text);
    let spelt = |word: &str| scene.readings().spells(word);
    let is_right = |word: &str| right.iter().any(|r| r == word || alike(r, word));
    let here = |w: &[Word]| is_right(&w.iter().map(|w| w.folded.as_str()).collect::<String>());
    !words.iter().any(|w| english::is_ordinary(&w.folded))
        && !spelt(&given)
        && !words.iter().any(|w| spelt(&w.folded))
        && !is_right(&given)
        && !(1..=2).any(|n| unit.words.windows(n).any(here))
}

/// What the dictionary calls a person.
fn english_name(name: &str) -> Option<String> {
    let entries = Dictionary::get().lookup(name);
    let glosses = entries.iter().flat_map(|e| &e.glosses).filter(|g| is_person(g));
    glosses.flat_map(|g| forms(g)).find(|f| f.full).map(|f| f.text)
}

fn wrong(scene: &Scene<'_>, unit: &Unit, at: usize, end: usize, place: &Place) -> Wrong {
    let (segment, person) = place;
    let text = scene.source(*segment);
    let name = &text[person.start..person.end];
    let listed = english_name(name);
    let verb = if listed.is_some() { "is" } else { "reads" };
    let right = listed.or_else(|| romanise_name(name));
    Wrong {
        class: &CLASS,
        at: unit.label(at..end),
        source: Some(Label::source(*segment as usize, person.start as u32..person.end as u32)),
        help: match &right {
            Some(right) => format!("`{name}` {verb} {right}; nothing in the source reads as it stands here"),
            None => format!("look up how `{name}` is written; nothing in the source reads as it stands here"),
        },
        // Whom the world calls by another name than pinyin only a person knows.
        fix: right.map(|right| (Applicability::Manual, right)),
    }
}
