//! One body with one ordinary word for another: `Lindale Harbour Safety Watch Network` and `Lindale Harbour Safety Guard Network`.
//! The rest must be long enough that two such bodies hardly exist.

use std::collections::BTreeMap;

use super::body::{Body, bodies, is, settle};
use crate::finding::Severity;
use crate::lang::english;
use crate::names::facts::{Trait, country, traits};
use crate::names::{Class, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "body-swap",
    severity: Severity::Warning,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

/// So many words are the same.
const COMMON: usize = 3;
/// With so many it may be a foreign word.
const FOREIGN: usize = 4;

fn find(names: &Names, pairs: &mut Pairs) {
    let all = bodies(names, COMMON + 1);
    let mut by_rest: BTreeMap<Vec<&str>, Vec<(&Body<'_>, &str)>> = BTreeMap::new();
    for body in &all {
        let last = body.core.len() - 1;
        for (at, word) in body.core.iter().enumerate() {
            let foreign = last >= FOREIGN && !english::is_listed(word);
            if !may_stand_for_another(word) && !foreign || is_listed(body, at) {
                continue;
            }
            let rest = body.core.iter().enumerate().map(|(i, w)| if i == at { "*" } else { w.as_str() });
            by_rest.entry(rest.collect()).or_default().push((body, word));
        }
    }
    let mut found = Vec::new();
    for group in by_rest.values() {
        let mut words: Vec<&str> = group.iter().map(|(_, word)| *word).collect();
        words.sort_unstable();
        words.dedup();
        // Three of a kind are a family: the departments of one office.
        if words.len() != 2 || words.iter().all(|w| traits(w).has(Trait::Head)) {
            continue;
        }
        for (i, (a, v)) in group.iter().enumerate() {
            for (b, w) in &group[i + 1..] {
                if v != w && !a.name.shares_segment(b.name) {
                    found.push((a.id, b.id, format!("only `{v}` and `{w}` differ")));
                }
            }
        }
    }
    settle(names, &found, pairs);
}

/// An ordinary word that tells no body from another: no place, number, direction.
fn may_stand_for_another(word: &str) -> bool {
    let tells = [Trait::Direction, Trait::Month, Trait::Rank];
    english::is_ordinary(word)
        && country(word).is_none()
        && !word.contains(|c: char| c.is_ascii_digit())
        && !traits(word).any(&tells)
        && !is("opposite", word)
}

/// Whether a word stands beside "and": fields of work in a row differ from body to body.
fn is_listed(body: &Body<'_>, at: usize) -> bool {
    let words = &body.name.words;
    let content = words.iter().enumerate().filter(|(_, w)| !w.is(Trait::Connector) && !w.is(Trait::Closed));
    let Some((i, _)) = content.clone().nth(at).filter(|_| content.count() == body.core.len()) else {
        return true;
    };
    let and = |i: usize| words.get(i).is_some_and(|w| matches!(&*w.lower, "and" | "&"));
    and(i + 1) || i > 0 && and(i - 1)
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_english;

    #[test]
    fn one_word_for_another_is_told() {
        assert_english(
            "name-variant",
            "The Lindale Harbour Watch Network rose. The Lindale Harbour Watch Network was old.\n\nThe [[Lindale Harbour Guard Network]] fell.",
        );
    }

    #[test]
    fn families_and_places_pass() {
        for text in [
            "The Lindale Bureau of Grain rose.\n\nThe Lindale Bureau of Sugar fell.",
            "The Lindale Harbour Watch Network rose.\n\nThe Lindale Harbour Guard Network fell.\n\nThe Lindale Harbour Song Network stood.",
            "The Lindale Harbour Upper Network rose.\n\nThe Lindale Harbour Lower Network fell.",
        ] {
            assert_english("name-variant", text);
        }
    }
}
