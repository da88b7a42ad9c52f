//! A known name that the source does not have, nor anything that could be meant by it.

use std::collections::HashMap;
use std::ops::Range;

use crate::finding::Severity;
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
const LONGEST: usize = 8;

fn find(scene: &Scene<'_>, out: &mut Vec<Wrong>) {
    let mut asked: HashMap<String, Option<String>> = HashMap::new();
    for unit in &scene.units {
        for run in runs(unit) {
            let key = |part: &Range<usize>| -> String {
                let words = unit.words[part.clone()].iter();
                words.map(|w| w.folded.as_str()).collect::<Vec<_>>().join(" ")
            };
            let Some(run) = parts(unit, &run).into_iter().find(|part| known_names::contains(&key(part)))
            else {
                continue;
            };
            let words = &unit.words[run.clone()];
            // Another day or month is a matter of dates.
            if words.iter().all(|w| traits(&w.folded).has(Trait::Month)) {
                continue;
            }
            let head = asked.entry(key(&run)).or_insert_with_key(|key| absent(scene, key)).clone();
            let Some(head) = head.filter(|_| !is_aside(scene, unit, &run)) else { continue };
            if is_foreign(scene, unit, words) {
                let help =
                    format!("that is {head}, which the source does not have; look up what stands there");
                out.push(Wrong { class: &CLASS, at: unit.label(run), source: None, help, fix: None });
            }
        }
    }
}

/// The runs of capitalised words, with small words inside.
fn runs(unit: &Unit) -> Vec<Range<usize>> {
    let words = &unit.words;
    let is_name = |i: usize| words.get(i).is_some_and(|w: &Word| w.capital && !w.hidden);
    let is_small = |i: usize| words.get(i).is_some_and(is_inside);
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
        let tied = |i: usize| unit.joins(i) && words[i].gap == Gap::Hyphen;
        // `People's Republic of China` is no Republic of China; `France's Le Monde` is Le Monde.
        let owner = start.checked_sub(1).map(|i| &words[i]).filter(|w| w.possessive && w.capital);
        let is_owned = words[start].gap == Gap::Space && owner.is_some_and(|w| country(&w.folded).is_none());
        if !tied(at) && !tied(start) && !is_owned {
            out.push(start..at);
        }
    }
    out
}

fn is_inside(word: &Word) -> bool {
    !word.capital && matches!(&*word.folded, "of" | "the" | "and" | "for" | "de" | "la" | "van" | "von")
}

/// What of a run may be a name: without titles and ordinary words before it, or on one side of `and`.
fn parts(unit: &Unit, run: &Range<usize>) -> Vec<Range<usize>> {
    let words = &unit.words;
    let parts_names = |i: usize| words[i].folded == "and";
    let goes_before = |i: usize| {
        let folded = &*words[i].folded;
        // One word behind an ordinary one is the end of a longer name.
        traits(folded).any(&[Trait::Title, Trait::Rank, Trait::Closed])
            || country(folded).is_some_and(|c| c != folded)
            || english::is_ordinary(folded) && run.end - i > 2
    };
    let mut starts = vec![run.start];
    for i in run.clone().skip(1) {
        let is_free = starts.last() == Some(&(i - 1)) && goes_before(i - 1);
        if is_free || parts_names(i - 1) {
            starts.push(i);
        }
    }
    let ends = || (run.start + 1..run.end).rev().filter(|&i| parts_names(i));
    let all = starts.iter().flat_map(|&start| {
        let ends = std::iter::once(run.end).chain(ends());
        ends.filter(move |&end| end > start).map(move |end| start..end)
    });
    all.filter(|part| part.len() <= LONGEST && !is_inside(&words[part.start])).collect()
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

/// Whether a word of a name is unexplained: one that is no ordinary word, or any if the name has no others.
fn is_foreign(scene: &Scene<'_>, unit: &Unit, words: &[Word]) -> bool {
    let (ordinary, own): (Vec<&Word>, Vec<&Word>) =
        words.iter().filter(|w| !is_inside(w)).partition(|w| english::is_ordinary(&w.folded));
    let telling = if own.is_empty() { ordinary } else { own };
    telling.iter().any(|w| scene.is_unexplained(unit, &w.folded))
}
