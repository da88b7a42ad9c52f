//! Full names in runs of capitalised words, with the titles and offices that stand before them.

use std::ops::Range;

use super::facts::Trait;
use super::scene::Scene;
use super::tokens::Gap;

/// How far an office is looked for before a name, in words.
const OFFICE: usize = 9;

/// The part of a run that is a person's name, titles taken off: one word or a full name.
pub(super) fn person(scene: &Scene<'_>, run: Range<usize>) -> Option<Range<usize>> {
    let is_title = |&i: &usize| scene.is(i, Trait::Title) && !is_surname_here(scene, i, run.end);
    let start = (run.start..run.end - 1).rev().find(is_title).map_or(run.start, |i| i + 1);
    let end = (start..run.end).find(is_title).unwrap_or(run.end);
    let words: Vec<_> = (start..end).filter_map(|i| scene.spots[i].word.as_deref()).collect();
    if !(1..=4).contains(&words.len()) || !words.iter().all(|w| w.may_be_personal()) {
        return None;
    }
    let titled =
        start > run.start || start > 0 && scene.joined(start) && scene.is_small(start - 1, Trait::Title);
    let ordinary = words.iter().filter(|w| w.ordinary).count();
    let syllable = |w: &&&super::word::Word| w.ordinary && (w.pinyin > 0 || w.is_hyphened_name());
    let given = words.len() == 2 && words[1].is_hyphened_name();
    let fits = titled
        || given
        || ordinary == 0
        || ordinary < words.len() && words.iter().filter(syllable).count() == ordinary;
    fits.then_some(start..end)
}

/// Whether a word that can be a title is the surname of who follows: `King`, `Judge` before a last word do not count.
fn is_surname_here(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    at + 1 == end && at > 0 && scene.joined(at) && scene.spots[at - 1].named && !scene.is(at - 1, Trait::Rank)
}

/// The title right before a name, in lower case, adjectives of countries as the country.
pub(super) fn title(scene: &Scene<'_>, name: usize) -> Option<Box<str>> {
    let part = |i: usize| {
        scene.spots[i].named
            || [Trait::Title, Trait::Rank, Trait::Connector, Trait::Past]
                .iter()
                .any(|&t| scene.is_small(i, t))
    };
    let mut start = name;
    while start > 0 && name - start < OFFICE && scene.joined(start) && part(start - 1) {
        start -= 1;
    }
    while start < name && scene.is_small(start, Trait::Connector) {
        start += 1;
    }
    // What follows the title itself must be connected: "the minister and France" is no title.
    let last_small = start < name && scene.is_small(name - 1, Trait::Connector);
    if last_small || !(start..name).any(|i| scene.is(i, Trait::Title)) {
        return None;
    }
    Some(words(scene, start..name).join(" ").into())
}

/// The office and body in apposition to a name: before it and a comma, or behind it between commas.
pub(super) fn role(scene: &Scene<'_>, name: Range<usize>) -> Option<Box<str>> {
    let before = scene.spots[name.start].token.gap == Gap::Comma && name.start > 0;
    let found = match before {
        true => role_before(scene, name.start),
        false => None,
    };
    let after = || {
        scene
            .spots
            .get(name.end)
            .filter(|s| s.token.gap == Gap::Comma)
            .and_then(|_| role_after(scene, name.end))
    };
    let range = found.or_else(after)?;
    let words = words(scene, range);
    // A bare "director" says nothing of whose director.
    (words.len() >= 3).then(|| words.join(" ").into())
}

fn role_before(scene: &Scene<'_>, end: usize) -> Option<Range<usize>> {
    let mut start = end - 1;
    while start > 0
        && end - start < OFFICE
        && scene.joined(start)
        && !scene.is_small(start - 1, Trait::Saying)
    {
        start -= 1;
    }
    let title = (start..end).find(|&i| scene.is(i, Trait::Title))?;
    let first =
        (start..title).rev().take_while(|&i| scene.is(i, Trait::Rank) || scene.is(i, Trait::Past)).last();
    Some(first.unwrap_or(title)..end)
}

fn role_after(scene: &Scene<'_>, start: usize) -> Option<Range<usize>> {
    let mut end = start + 1;
    while end < scene.spots.len() && end - start < OFFICE && scene.joined(end) {
        end += 1;
    }
    let titled = (start..end).take(4).any(|i| scene.is(i, Trait::Title));
    titled.then_some(start..end)
}

/// Words in lower case without the small ones, countries by their name.
fn words(scene: &Scene<'_>, range: Range<usize>) -> Vec<String> {
    let small = |i: &usize| !["the", "a", "an", "of", "and", "for"].contains(&scene.text(*i));
    let word = |i: usize| match scene.spots[i].word.as_deref() {
        Some(word) => word.country.map_or_else(|| word.lower.to_string(), str::to_owned),
        None => scene.text(i).to_lowercase(),
    };
    range.filter(small).map(word).collect()
}

/// Whether a verb of saying follows a name within three words, and it can be the subject.
pub(super) fn speaks(scene: &Scene<'_>, name: Range<usize>) -> bool {
    let led =
        name.start > 0 && scene.joined(name.start) && scene.is_small(name.start - 1, Trait::Preposition);
    let mut rest = (name.end..scene.spots.len()).take(3).take_while(|&i| scene.joined(i));
    !led && loop {
        let Some(i) = rest.next() else { break false };
        if scene.is_small(i, Trait::Saying) {
            break true;
        }
        if !scene.is_small(i, Trait::SayingLead) && !scene.text(i).ends_with("ly") {
            break false;
        }
    }
}
