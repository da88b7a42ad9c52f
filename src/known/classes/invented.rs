//! A capitalised word in pinyin that no characters of the source can be read as.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::finding::Severity;
use crate::known::readings::sounds_in;
use crate::known::scene::{Gap, Scene, Unit};
use crate::known::{Class, Wrong};
use crate::lang::english;
use crate::lang::surname::romanised_surnames;
use crate::names::facts::country;
use crate::names::syllables::pinyin;

pub(super) static PERSON: Class = Class {
    id: "invented-person",
    rule: "name-mismatch",
    severity: Severity::Warning,
    message: "`{text}` is no reading of any name in the source",
    find: |scene, out| find(scene, out, true),
};

pub(super) static NAME: Class = Class {
    id: "invented-name",
    rule: "name-mismatch",
    severity: Severity::Info,
    message: "`{text}` is no reading of any name in the source",
    find: |scene, out| find(scene, out, false),
};

const HELP: &str = "nothing in the source reads like this; look the name up";

static SURNAMES: LazyLock<HashSet<String>> = LazyLock::new(romanised_surnames);

fn find(scene: &Scene<'_>, out: &mut Vec<Wrong>, with_surname: bool) {
    for unit in &scene.units {
        for at in 0..unit.words.len() {
            let surname = at > 0
                && unit.words[at].gap == Gap::Space
                && unit.joins(at)
                && unit.words[at - 1].capital
                && SURNAMES.contains(&unit.words[at - 1].folded);
            if surname == with_surname && is_invented(scene, unit, at) {
                let class = if with_surname { &PERSON } else { &NAME };
                let at = unit.label(at - usize::from(surname)..at + 1);
                out.push(Wrong { class, at, source: None, help: HELP.to_owned(), fix: None });
            }
        }
    }
}

fn is_invented(scene: &Scene<'_>, unit: &Unit, at: usize) -> bool {
    let word = &unit.words[at];
    if !word.capital || word.hidden || pinyin(&word.folded) < 2 || english::is_listed(&word.folded) {
        return false;
    }
    // A part of a longer name, which may be of another language.
    let joined = |i: usize| unit.joins(i) && unit.words[i].gap == Gap::Hyphen;
    if joined(at) || joined(at + 1) || country(&word.folded).is_some() || english::is_ordinary(&word.folded) {
        return false;
    }
    !scene.readings().spells(&word.folded)
        && !unit.sources.iter().any(|&s| sounds_in(&word.folded, scene.source(s)))
}
