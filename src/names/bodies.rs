//! The names of bodies: capitalised words joined by blanks and small words, with a head noun among them.

use std::ops::Range;

use super::facts::Trait;
use super::scene::Scene;
use super::tokens::Gap;

/// The longest name of a body, in words.
const LONGEST: usize = 14;

/// A name of a body, and whether it is no part of a longer one.
pub(super) struct Body {
    pub(super) words: Range<usize>,
    pub(super) whole: bool,
}

/// The bodies named in a segment, longer ones before their parts.
pub(super) fn bodies(scene: &Scene<'_>) -> Vec<Body> {
    let mut out = Vec::new();
    if scene.headline {
        return out;
    }
    let mut i = 0;
    while i < scene.spots.len() {
        if !scene.spots[i].named {
            i += 1;
            continue;
        }
        let end = phrase_end(scene, i);
        for part in lists(scene, i..end) {
            let start = without_titles(scene, &part);
            pieces(scene, start..part.end, &mut out);
        }
        i = end;
    }
    out
}

/// Where the phrase that begins at `start` ends.
fn phrase_end(scene: &Scene<'_>, start: usize) -> usize {
    let mut end = start + 1;
    while end - start < LONGEST {
        let small =
            (end..end + 2).take_while(|&j| scene.joined(j) && scene.is_small(j, Trait::Connector)).count();
        let next = end + small;
        let Some(spot) = scene.spots.get(next) else { break };
        // People's Congress, Workers' Union.
        let owned = spot.token.gap == Gap::Possessive
            && scene.spots[next - 1].word.as_deref().is_some_and(|w| w.ordinary && w.country.is_none());
        let joined =
            spot.token.gap == Gap::Blank || small == 0 && (spot.token.gap == Gap::Ampersand || owned);
        if !joined || !(spot.named || is_ordinal(scene.text(next))) {
            break;
        }
        end = next + 1;
    }
    end
}

/// `20th`, `3rd`.
fn is_ordinal(text: &str) -> bool {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    digits.len() < text.len() && matches!(digits, "st" | "nd" | "rd" | "th")
}

/// "A Ministry and B Ministry" are two; "Ministry of A and B" is one.
fn lists(scene: &Scene<'_>, phrase: Range<usize>) -> Vec<Range<usize>> {
    let is_cut = |i: usize| {
        scene.text(i) == "and"
            && scene.is(i - 1, Trait::Head)
            && (scene.is(phrase.end - 1, Trait::Head)
                || scene.is(i + 1, Trait::Head)
                || scene.text(i + 1) == "the")
    };
    let mut out = Vec::new();
    let mut start = phrase.start;
    for i in phrase.start + 1..phrase.end - 1 {
        if is_cut(i) {
            out.push(start..i);
            start = (i + 1..phrase.end).find(|&j| scene.spots[j].named).unwrap_or(phrase.end);
        }
    }
    out.push(start..phrase.end);
    out.retain(|r| !r.is_empty());
    out
}

/// "Chairman of the Harbour Council" is about the council.
fn without_titles(scene: &Scene<'_>, phrase: &Range<usize>) -> usize {
    let mut start = phrase.start;
    while start < phrase.end && (scene.is(start, Trait::Title) || scene.is(start, Trait::Rank)) {
        let after = (start + 1..phrase.end).find(|&j| scene.spots[j].named).unwrap_or(phrase.end);
        // "General Bank": an adjective, unless a title follows in the end.
        if scene.is(start, Trait::Rank) && !(start..phrase.end).take(3).any(|i| scene.is(i, Trait::Title)) {
            break;
        }
        start = after;
    }
    start
}

/// A phrase and its parts: cut before small words, and behind a head noun that another capital follows.
fn pieces(scene: &Scene<'_>, phrase: Range<usize>, out: &mut Vec<Body>) {
    let first = out.len();
    let mut add = |words: Range<usize>| {
        let named = words.clone().filter(|&i| scene.spots[i].named).count();
        if named >= 2 && words.clone().any(|i| scene.is(i, Trait::Head)) {
            let whole = out.len() == first;
            out.push(Body { words, whole });
        }
    };
    if phrase.is_empty() {
        return;
    }
    let titled = phrase.clone().any(|i| scene.is(i, Trait::Title));
    if !titled {
        add(phrase.clone());
    }
    let mut start = phrase.start;
    for i in phrase.start + 1..phrase.end {
        let cut_small = matches!(scene.text(i), "in" | "on" | "for" | "and" | "at" | "with");
        let cut_head = scene.is(i - 1, Trait::Head) && scene.spots[i].named && !scene.is(i, Trait::Head);
        if cut_small && i > start {
            add(start..i);
        }
        if cut_head {
            add(start..i);
            start = i;
        }
        if scene.is(i, Trait::Title) {
            start = phrase.end;
        }
    }
    if start > phrase.start && start < phrase.end {
        add(start..phrase.end);
    }
}
