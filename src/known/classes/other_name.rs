//! A known name that the source does not have, nor anything that could be meant by it.

use std::collections::HashMap;
use std::ops::Range;

use crate::finding::Severity;
use crate::known::readings::sounds_in;
use crate::known::scene::{Gap, Scene, Unit, Word};
use crate::known::{Class, Wrong};
use crate::lang::dictionary::Entry;
use crate::lang::english;
use crate::lang::forms::{forms, is_person, key};
use crate::lang::known_names;
use crate::names::facts::{Trait, country, traits};

pub(super) static CLASS: Class = Class {
    id: "other-name",
    rule: "name-mismatch",
    severity: Severity::Warning,
    message: "`{text}` is the name of something else than the source names",
    find,
};

/// The most words of a name.
const LONGEST: usize = 4;

fn find(scene: &Scene<'_>, out: &mut Vec<Wrong>) {
    let mut asked: HashMap<String, Option<String>> = HashMap::new();
    for unit in &scene.units {
        for run in runs(unit) {
            let words = &unit.words[run.clone()];
            let key = words.iter().map(|w| w.folded.as_str()).collect::<Vec<_>>().join(" ");
            let head = asked.entry(key).or_insert_with_key(|key| absent(scene, key)).clone();
            let Some(head) = head.filter(|_| !is_aside(scene, unit, &run)) else { continue };
            if words.iter().any(|w| is_unexplained(scene, unit, &w.folded)) {
                let help =
                    format!("that is {head}, which the source does not have; look up what stands there");
                out.push(Wrong { class: &CLASS, at: unit.label(run), source: None, help, fix: None });
            }
        }
    }
}

/// The runs of capitalised words that stand as a name of their own.
fn runs(unit: &Unit) -> Vec<Range<usize>> {
    let words = &unit.words;
    let is_name = |i: usize| words.get(i).is_some_and(|w: &Word| w.capital && !w.hidden);
    let is_small =
        |i: usize| words.get(i).is_some_and(|w| traits(&w.folded).has(Trait::Connector) && !w.capital);
    let mut out = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let start = at;
        at += 1;
        if !is_name(start) {
            continue;
        }
        loop {
            let small = (at..at + 2).take_while(|&i| is_small(i) && unit.joins(i)).count();
            if !(at..=at + small).all(|i| unit.joins(i)) || !is_name(at + small) {
                break;
            }
            at += small + 1;
        }
        let before = |i: &usize| traits(&words[*i].folded).any(&[Trait::Title, Trait::Rank, Trait::Closed]);
        let first = (start..at).find(|i| !before(i)).unwrap_or(at);
        let tied = unit.words.get(at).is_some_and(|w| w.gap == Gap::Hyphen);
        if !tied && (1..=LONGEST).contains(&(at - first)) {
            out.push(first..at);
        }
    }
    out
}

/// Whether a name stands in brackets, where a translator says what the source need not, or is used as a verb: `google it`.
fn is_aside(scene: &Scene<'_>, unit: &Unit, run: &Range<usize>) -> bool {
    let text = scene.a.doc.target[unit.segment].shown();
    let before = &text[..unit.words[run.start].range.start as usize];
    let is_open = before.rfind('(') > before.rfind(')');
    let object = unit.words.get(run.end).filter(|w| unit.joins(run.end) && !w.capital);
    is_open
        || object
            .is_some_and(|w| matches!(&*w.folded, "it" | "the" | "a" | "this" | "that" | "your" | "them"))
}

/// The head that a name is that of, if it can be told and the source has none of its heads.
fn absent(scene: &Scene<'_>, key: &str) -> Option<String> {
    let words: Vec<&str> = key.split(' ').collect();
    if words.iter().all(|w| english::is_ordinary(w) || country(w).is_some_and(|c| c != *w)) {
        return None;
    }
    if country(key).is_some_and(|c| scene.heads().explain(c)) {
        return None;
    }
    let entries = known_names::entries(key);
    let is_there = |e: &Entry| {
        let initial = key.get(..1).unwrap_or_default();
        scene.heads().have(&e.simplified)
            || scene.heads().have(&e.traditional)
            || scene.heads().have_latin(initial)
    };
    if words.len() == 1 && !is_sure(&entries, key) || entries.iter().any(is_there) {
        return None;
    }
    entries.first().map(|e| e.simplified.clone())
}

/// Whether a single word is the name of a place or firm and of nobody.
fn is_sure(entries: &[Entry], key_of: &str) -> bool {
    let glosses = || entries.iter().flat_map(|e| &e.glosses);
    let says = |gloss: &String| {
        let is_it = forms(gloss).iter().any(|f| f.full && key(&f.text).as_deref() == Some(key_of));
        is_it && (country(key_of).is_some() || gloss.contains([',', '(']) || gloss.contains(" in "))
    };
    !glosses().any(|g| is_person(g)) && glosses().any(says)
}

fn is_unexplained(scene: &Scene<'_>, unit: &Unit, folded: &str) -> bool {
    !traits(folded).has(Trait::Connector)
        && !scene.heads().explain(folded)
        && !scene.heads().have_latin(folded)
        && !scene.readings().spells(folded)
        && !unit.sources.iter().any(|&s| scene.loose(s).iter().any(|run| sounds_in(folded, run)))
}
