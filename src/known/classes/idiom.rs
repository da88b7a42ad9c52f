//! An idiom carried over by its characters, where nothing in the sentence says what is meant.

use std::collections::HashSet;
use std::ops::Range;

use crate::finding::{Label, Severity};
use crate::known::idioms::{Kind, Phrase, Sense};
use crate::known::scene::{Scene, Unit};
use crate::known::windows::{Window, best, is_whole, sentence, stems};
use crate::known::{Class, Wrong};
use crate::lang::explain::explain;

pub(super) static IDIOM: Class = Class {
    id: "idiom",
    rule: "calque",
    severity: Severity::Warning,
    message: "`{text}` carries {source} over word for word",
    find: |scene, out| find(scene, out, &|p| p.kind == Kind::Idiom && is_picture(p), &IDIOM),
};

pub(super) static IMAGE: Class = Class {
    id: "image",
    rule: "calque",
    severity: Severity::Info,
    message: "`{text}` carries {source} over word for word",
    find: |scene, out| find(scene, out, &|p| p.kind == Kind::Idiom && !is_picture(p), &IMAGE),
};

pub(super) static SLANG: Class = Class {
    id: "slang",
    rule: "calque",
    severity: Severity::Info,
    message: "`{text}` carries {source} over word for word",
    find: |scene, out| find(scene, out, &|p| p.kind == Kind::Slang, &SLANG),
};

/// How many more words than characters may stand in a window: articles and prepositions.
const ROOM: usize = 2;
/// Characters that prove a literal rendering without the others, and the share that they must be.
const ENOUGH: usize = 3;
const SHARE: f64 = 0.6;

/// Whether an idiom is a picture by its entry. Where that does not say so the picture may be what is meant.
fn is_picture(phrase: &Phrase) -> bool {
    !phrase.literal.is_empty()
}

fn find(scene: &Scene<'_>, out: &mut Vec<Wrong>, is_mine: &dyn Fn(&Phrase) -> bool, class: &'static Class) {
    for unit in &scene.units {
        let mut words: Option<Vec<String>> = None;
        for &segment in &unit.sources {
            for phrase in scene.phrases(segment).iter().filter(|p| is_mine(p)) {
                // What is cited is often wanted word for word.
                if is_cited(scene.source(segment), phrase) {
                    continue;
                }
                let words = words.get_or_insert_with(|| stems(unit));
                if let Some(window) = literal(scene, unit, words, phrase) {
                    out.push(wrong(scene, unit, segment, phrase, window, class));
                }
            }
        }
    }
}

fn wrong(
    scene: &Scene<'_>,
    unit: &Unit,
    segment: u32,
    phrase: &Phrase,
    window: Range<usize>,
    class: &'static Class,
) -> Wrong {
    let meaning = explain(&scene.source(segment)[phrase.start..phrase.end]).and_then(|e| e.meaning);
    Wrong {
        class,
        at: unit.label(window),
        source: Some(Label::source(segment as usize, phrase.start as u32..phrase.end as u32)),
        help: match meaning {
            Some(meaning) => format!("write what is meant; the dictionary has: {meaning}"),
            None => "write what is meant".to_owned(),
        },
        fix: None,
    }
}

fn is_cited(text: &str, phrase: &Phrase) -> bool {
    let before = text[..phrase.start].trim_end().chars().next_back();
    let after = text[phrase.end..].trim_start().chars().next();
    let open = before.is_some_and(|c| "“‘「『《〈\"".contains(c));
    open && after.is_some_and(|c| "”’」』》〉\"".contains(c))
}

/// Where a phrase is rendered character by character and by nothing else.
fn literal(scene: &Scene<'_>, unit: &Unit, words: &[String], phrase: &Phrase) -> Option<Range<usize>> {
    let characters = phrase.characters();
    let count = characters.len();
    let is_slang = phrase.kind == Kind::Slang;
    if count < 2 {
        return None;
    }
    let width = if is_slang { count } else { count + ROOM };
    let Window { words: window, matched } = best(words, &characters, width)?;
    let many = !is_slang && matched >= ENOUGH && matched as f64 >= SHARE * count as f64;
    if matched < count && !many {
        return None;
    }
    let around = sentence(scene, unit, &window);
    let has = |stem: &String| words[around.clone()].contains(stem);
    (is_whole(unit, &window) && !is_meant(phrase, &characters, &has, &words[window.clone()]))
        .then_some(window)
}

/// Whether the sentence says what the phrase means, or the picture is what the dictionary itself writes.
fn is_meant(
    phrase: &Phrase,
    characters: &[HashSet<String>],
    has: &dyn Fn(&String) -> bool,
    window: &[String],
) -> bool {
    let share =
        |sense: &[&String]| sense.iter().filter(|w| has(w)).count() as f64 / sense.len().max(1) as f64;
    let says = |sense: &Sense| {
        let is_own = |word: &&String| !characters.iter().any(|c| c.contains(*word));
        let own: Vec<&String> = sense.iter().filter(is_own).collect();
        let all: Vec<&String> = sense.iter().collect();
        share(if own.is_empty() { &all } else { &own }) >= 0.5
    };
    let only_figurative = phrase.literal.is_empty() && phrase.first.is_none();
    let is_sense = |word: &String| phrase.figurative.iter().flatten().any(|w| w == word);
    phrase.figurative.iter().any(says)
        || phrase.first.as_ref().is_some_and(|s| share(&s.iter().collect::<Vec<_>>()) >= SHARE)
        || only_figurative && window.iter().any(is_sense)
        || phrase.kind == Kind::Slang && (phrase.literal.iter().chain(&phrase.first)).any(says)
}
