//! A capitalised word in pinyin that no characters of the source can be read as.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::finding::Severity;
use crate::known::readings::sounds_in;
use crate::known::scene::{Gap, Scene, Unit, Word};
use crate::known::{Class, Wrong};
use crate::lang::english;
use crate::lang::surname::romanised_surnames;
use crate::names::facts::{Trait, country, traits};
use crate::names::syllables::pinyin;
use crate::text::words::is_all_caps;

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
                && is_surname(&unit.words[at - 1]);
            let fits = if with_surname { surname } else { !surname && !is_romaji(&unit.words[at].folded) };
            if fits && is_invented(scene, unit, at) {
                let class = if with_surname { &PERSON } else { &NAME };
                let at = unit.label(at - usize::from(surname)..at + 1);
                out.push(Wrong { class, at, source: None, help: HELP.to_owned(), fix: None });
            }
        }
    }
}

fn is_surname(word: &Word) -> bool {
    // `He` and `An` are surnames, too.
    word.capital
        && SURNAMES.contains(&word.folded)
        && !traits(&word.folded).any(&[Trait::Closed, Trait::Preposition])
}

/// Whether a word can be Japanese: vowels and n end its syllables, and no consonants stand together but those of Hepburn.
fn is_romaji(folded: &str) -> bool {
    const ONSETS: [&str; 8] = ["ch", "sh", "ts", "ky", "ry", "ny", "hy", "gy"];
    let mut rest = folded;
    while !rest.is_empty() {
        let onset = ONSETS.iter().find(|o| rest.starts_with(**o)).map_or_else(
            || usize::from(rest.starts_with(|c: char| "kstnhmyrlwgzdbpfj".contains(c))),
            |o| o.len(),
        );
        let tail = &rest[onset..];
        if tail.starts_with(['a', 'i', 'u', 'e', 'o']) {
            rest = &tail[1..];
        } else if rest.starts_with('n') {
            rest = &rest[1..];
        } else {
            return false;
        }
    }
    true
}

fn is_invented(scene: &Scene<'_>, unit: &Unit, at: usize) -> bool {
    let word = &unit.words[at];
    let shown = scene.text(unit, at);
    if !word.capital || word.hidden || is_all_caps(shown) || pinyin(&word.folded) < 2 {
        return false;
    }
    if english::is_listed(&word.folded) || scene.a.mentions().in_lower_case(&word.folded) > 0 {
        return false;
    }
    // `You're`: an apostrophe in pinyin stands before a vowel.
    let parts = shown.split(['\'', '’']).skip(1);
    if parts.into_iter().any(|p| !p.starts_with(['a', 'o', 'e', 'A', 'O', 'E']) || p == "am" || p == "em") {
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
