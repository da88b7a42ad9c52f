//! One body with one word exchanged for another that renders the same noun, or with one word put in: `Lindale Harbour Bureau of
//! Statistics` and `Lindale Harbour Office of Statistics`.

use std::collections::BTreeMap;

use super::body::{Body, bodies, is, settle, share_row};
use crate::finding::Severity;
use crate::lang::english;
use crate::names::facts::{Trait, country, traits};
use crate::names::similar::distance;
use crate::names::{Class, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "body-word",
    severity: Severity::Warning,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

/// Shorter names have too little in common when one word differs, unless that has one stem.
const LEAST: usize = 3;
/// A name that leaves a word out keeps at least so many.
const KEPT: usize = 4;
/// More bodies that differ in one place are a family: the departments of one university.
const FAMILY: usize = 2;

fn find(names: &Names, pairs: &mut Pairs) {
    let all = bodies(names, LEAST - 1);
    let mut by_gap: BTreeMap<Vec<&str>, Vec<(&Body<'_>, usize)>> = BTreeMap::new();
    for body in &all {
        for at in 0..body.core.len() {
            by_gap.entry(without(body, at, "*")).or_default().push((body, at));
        }
    }
    let mut found = Vec::new();
    for group in by_gap.values() {
        let mut words: Vec<&str> = group.iter().map(|(body, at)| body.core[*at].as_str()).collect();
        words.sort_unstable();
        words.dedup();
        let family = words.len() != FAMILY;
        for (i, (a, at)) in group.iter().enumerate() {
            for (b, other) in &group[i + 1..] {
                let (v, w) = (&a.core[*at], &b.core[*other]);
                let mates = share_row("mates", v, w);
                if v != w && is_mate(v, w) && fits(a, b, mates) && !(family && mates) {
                    found.push((
                        a.id,
                        b.id,
                        format!("they differ in one word, and `{v}` and `{w}` render one word"),
                    ));
                }
            }
        }
    }
    inserted(&all, &mut found);
    settle(names, &found, pairs);
}

/// Mates need two words more that are the same, and not to be listed together.
fn fits(a: &Body<'_>, b: &Body<'_>, mates: bool) -> bool {
    !mates || a.core.len() >= LEAST && !a.name.shares_segment(b.name)
}

/// The words with one of them replaced.
fn without<'b>(body: &'b Body<'_>, at: usize, with: &'b str) -> Vec<&'b str> {
    body.core.iter().enumerate().map(|(i, w)| if i == at { with } else { w.as_str() }).collect()
}

/// Whether two words can stand for one: mates, or words of one stem that are no names.
pub(super) fn is_mate(v: &str, w: &str) -> bool {
    if share_row("mates", v, w) {
        return true;
    }
    let tells = |word: &str| {
        country(word).is_some()
            || traits(word).any(&[Trait::Direction, Trait::Month])
            || word.contains(|c: char| c.is_ascii_digit())
    };
    let common = v.chars().zip(w.chars()).take_while(|(a, b)| a == b).count();
    let stem = common >= 5 && common * 3 >= 2 * v.len().min(w.len());
    is_english(v)
        && is_english(w)
        && stem
        && distance(v, w) > 1
        && !tells(v)
        && !tells(w)
        && !share_row("opposite", v, w)
        && (common >= 6 || !is_person(v, w))
}

/// An English word, by the dictionary or by its ending: names that begin alike are two.
pub(super) fn is_english(word: &str) -> bool {
    const ENDINGS: [&str; 9] = ["tion", "ment", "cracy", "cratic", "ist", "ism", "ity", "ical", "ance"];
    english::is_ordinary(word) || ENDINGS.iter().any(|e| word.ends_with(e))
}

/// A science and who does it, a people and its party.
fn is_person(v: &str, w: &str) -> bool {
    let person = |x: &str| ["ist", "er", "or", "ian"].iter().any(|e| x.ends_with(e));
    person(v) != person(w)
}

/// Names of which one has a word more inside.
fn inserted(all: &[Body<'_>], found: &mut Vec<(crate::names::NameId, crate::names::NameId, String)>) {
    let by_core: BTreeMap<&[String], &Body<'_>> = all.iter().map(|b| (&b.core[..], b)).collect();
    for long in all.iter().filter(|b| b.core.len() > KEPT) {
        for at in 1..long.core.len() - 1 {
            let word = &long.core[at];
            let rest: Vec<String> =
                long.core.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, w)| w.clone()).collect();
            let Some(short) = by_core.get(&rest[..]) else { continue };
            let tells = country(word).is_some()
                || is("opposite", word)
                || traits(word).any(&[Trait::Direction, Trait::Rank, Trait::Head])
                || !english::is_ordinary(word);
            let listed = long.has("and") != short.has("and");
            if !tells && !listed && !long.name.shares_segment(short.name) {
                found.push((
                    long.id,
                    short.id,
                    format!("one has the word `{word}` more, and the others are the same"),
                ));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_english;

    #[test]
    fn a_word_that_renders_the_same_is_told() {
        for text in [
            "The Lindale Harbour Commission rose. The Lindale Harbour Commission was old.\n\nThe [[Lindale Harbour Committee]] fell.",
            "The Lindale Harbour Development Fund rose. The Lindale Harbour Development Fund was old.\n\nThe [[Lindale Harbour Developmental Fund]] fell.",
        ] {
            assert_english("name-variant", text);
        }
    }

    #[test]
    fn families_of_bodies_pass() {
        for text in [
            "The Central Fisheries Committee met.\n\nThe Provincial Fisheries Committee did not.",
            "The Lindale Bureau of Trade met.\n\nThe Lindale Office of Taxes did not.",
            "The Army Museum of Lindale rose.\n\nThe Navy Museum of Lindale fell.",
        ] {
            assert_english("name-variant", text);
        }
    }
}
