//! A name carried over by the meaning of its parts, though English calls it something else: `Fast Hand` for Kuaishou.

use std::collections::HashSet;
use std::ops::Range;

use crate::finding::{Applicability, Label, Severity};
use crate::known::scene::{Scene, Unit};
use crate::known::source_names::{SourceName, is_rendered};
use crate::known::windows::{best, is_whole, stems};
use crate::known::{Class, Wrong};
use crate::lang::characters;
use crate::lang::dictionary::Dictionary;
use crate::lang::forms::key;
use crate::lang::gloss_words::gloss_words;
use crate::text::stem::stem;

pub(super) static OPAQUE: Class = Class {
    id: "literal",
    rule: "nonstandard-name",
    severity: Severity::Warning,
    message: "`{text}` gives the meaning of {source}, which is called otherwise",
    find: |scene, out| find(scene, out, false),
};

pub(super) static WORK: Class = Class {
    id: "literal-work",
    rule: "nonstandard-name",
    severity: Severity::Info,
    message: "`{text}` gives the meaning of {source}, which is called otherwise",
    find: |scene, out| find(scene, out, true),
};

/// How many more words than parts may stand in a window.
const ROOM: usize = 2;
/// Two characters that are a place mean too little.
const PLACE: usize = 3;

/// Words that may stand between those of a name.
const SMALL: [&str; 5] = ["and", "for", "in", "of", "the"];

fn find(scene: &Scene<'_>, out: &mut Vec<Wrong>, works: bool) {
    for unit in &scene.units {
        for &segment in &unit.sources {
            for name in scene.names(segment) {
                let is_small_place = name.is_place && name.head.chars().count() < PLACE;
                if name.is_person || is_small_place || is_rendered(scene, name) {
                    continue;
                }
                if let Some(window) = literal(unit, name, works) {
                    out.push(wrong(unit, segment, name, window, works));
                }
            }
        }
    }
}

fn wrong(unit: &Unit, segment: u32, name: &SourceName, window: Range<usize>, works: bool) -> Wrong {
    let form = &name.forms[0];
    Wrong {
        class: if works { &WORK } else { &OPAQUE },
        at: unit.label(window),
        source: Some(Label::source(segment as usize, name.start as u32..name.end as u32)),
        help: format!("the dictionary has `{form}` for it"),
        fix: Some((Applicability::Manual, form.clone())),
    }
}

/// Where each part of a name has a word, not all of them words of its form.
fn literal(unit: &Unit, name: &SourceName, works: bool) -> Option<Range<usize>> {
    let parts: Vec<HashSet<String>> = parts(&name.head).iter().map(|part| meanings(part)).collect();
    let form: HashSet<String> = key(&name.forms[0])?.split(' ').map(stem).collect();
    let is_shared = parts.iter().any(|part| !part.is_disjoint(&form));
    if parts.len() < 2 || is_shared != works || works && !name.is_work {
        return None;
    }
    let words = stems(unit);
    let window = best(&words, &parts, parts.len() + ROOM).filter(|w| w.matched == parts.len())?;
    let range = window.words;
    let says = |at: usize| parts.iter().any(|p| p.contains(&words[at]));
    // "Bridge was officially" is a piece of a sentence.
    if !range.clone().all(|at| says(at) || SMALL.contains(&&*unit.words[at].folded)) {
        return None;
    }
    let is_new =
        words[range.clone()].iter().any(|w| !form.contains(w) && parts.iter().any(|p| p.contains(w)));
    let is_capital = unit.words[range.start].capital;
    (is_new && is_capital && is_whole(unit, &range)).then_some(range)
}

/// The words that a head is made of, the longest from left to right.
fn parts(head: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut rest = head;
    while let Some(c) = rest.chars().next() {
        let lengths = Dictionary::get().prefixes(rest);
        let longest = lengths.into_iter().rfind(|&length| length < head.len());
        let (part, tail) = rest.split_at(longest.unwrap_or(c.len_utf8()));
        out.push(part);
        rest = tail;
    }
    out
}

fn meanings(part: &str) -> HashSet<String> {
    let glosses = gloss_words(part);
    let own = glosses.iter().filter(|(w, weight)| *weight > 0.5 && !characters::is_function_word(w));
    let mut out: HashSet<String> = own.map(|(w, _)| stem(w)).collect();
    let mut chars = part.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        out.extend(characters::stems(c));
    }
    out
}
