//! Names of the source that the dictionary knows, with what English calls them, and whether a translation does.

use std::collections::HashSet;

use super::crossing::{is_crossed_before, is_crossed_behind};
use super::scene::Scene;
use crate::lang::dictionary::{Dictionary, Entry};
use crate::lang::english;
use crate::lang::forms::{forms, is_person, key};
use crate::lang::proper_names::is_place;
use crate::lang::surname::surname_readings;
use crate::text::stem::stem;

/// A name of the source.
#[derive(Debug)]
pub(super) struct SourceName {
    /// Bytes of its segment.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Its simplified characters.
    pub(super) head: String,
    /// What English calls it; the first is the main form.
    pub(super) forms: Vec<String>,
    /// Whether it is a person.
    pub(super) is_person: bool,
    /// Whether it is a place.
    pub(super) is_place: bool,
    /// Whether it is a novel, film, prize or the like.
    pub(super) is_work: bool,
}

/// What glosses call works.
const WORKS: [&str; 14] = [
    "novel", "film", "movie", "game", "Award", "Awards", "award", "opera", "song", "comedy", "tragedy",
    "series", "play", "Prize",
];

/// The names of a text that are nothing else, in order.
pub(super) fn source_names(text: &str) -> Vec<SourceName> {
    let mut out = Vec::new();
    let mut start = 0;
    for piece in Dictionary::get().segment(text) {
        let end = start + piece.text.len();
        let is_word =
            piece.known && piece.text.chars().nth(1).is_some() && Dictionary::get().may_be_name(piece.text);
        // 沪宁 behind 王 is a given name.
        let before = text[..start].chars().next_back().map(String::from).unwrap_or_default();
        let is_given = piece.text.chars().count() == 2 && !surname_readings(&before).is_empty();
        if is_word && !is_given && !is_crossed_before(text, start) && !is_crossed_behind(text, start, end) {
            out.extend(name(&Dictionary::get().lookup(piece.text), start, end));
        }
        start = end;
    }
    out
}

fn name(entries: &[Entry], start: usize, end: usize) -> Option<SourceName> {
    let is_name = |e: &Entry| e.pinyin.starts_with(char::is_uppercase);
    let head = entries.first()?.simplified.clone();
    if !entries.iter().all(is_name) || !surname_readings(&head).is_empty() {
        return None;
    }
    let glosses: Vec<&String> = entries.iter().flat_map(|e| &e.glosses).collect();
    let first = forms(glosses.first()?).into_iter().next().filter(|f| f.full)?;
    let mut all = vec![first.text];
    all.extend(glosses.iter().flat_map(|g| forms(g)).map(|f| f.text));
    let says = |words: &[&str]| {
        let is_one = |w: &str| words.contains(&w.trim_matches(|c: char| !c.is_alphabetic()));
        glosses.iter().any(|g| g.split(' ').any(is_one))
    };
    Some(SourceName {
        start,
        end,
        head,
        forms: all,
        is_person: glosses.iter().any(|g| is_person(g)),
        is_place: glosses.iter().any(|g| is_place(g)),
        is_work: says(&WORKS),
    })
}

/// The words of a form, and its initials, that show that it was used.
fn signs(form: &str) -> (Vec<String>, Option<String>) {
    let words: Vec<String> = key(form).unwrap_or_default().split(' ').map(str::to_owned).collect();
    let capitals: String =
        form.split(['-', ' ']).filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect();
    let initials = (capitals.chars().count() > 2).then(|| capitals.to_lowercase());
    (words.into_iter().filter(|w| w.len() > 2).collect(), initials)
}

/// Whether the target of the document calls a name what English calls it, in half at least: half of the telling words of
/// a form, or its initials.
pub(super) fn is_rendered(scene: &Scene<'_>, name: &SourceName) -> bool {
    let there: &HashSet<String> = scene.target_stems();
    name.forms.iter().any(|form| {
        let (words, initials) = signs(form);
        let own: Vec<&String> = words.iter().filter(|w| !english::is_ordinary(w)).collect();
        let count = |words: &[&String]| words.iter().filter(|w| there.contains(&stem(w))).count();
        // Of ordinary words all must be there, of others half.
        let is_there = match own.len() {
            0 => count(&words.iter().collect::<Vec<_>>()) == words.len(),
            n => 2 * count(&own) >= n,
        };
        is_there || initials.is_some_and(|i| there.contains(&i))
    })
}
