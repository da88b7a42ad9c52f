//! One long name whose beginning was rendered in two ways: `Little Orin Winter Tales Reading Series` and `Little Oren Grove Winter
//! Tales Reading Series`. What follows must be long enough that two such names hardly exist.

use std::collections::BTreeMap;

use super::body::{Body, bodies, is, settle};
use crate::finding::Severity;
use crate::lang::english;
use crate::names::facts::{Trait, country, traits};
use crate::names::{Class, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "body-tail",
    severity: Severity::Info,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

/// So many words at the end are the same.
const TAIL: usize = 4;
/// The most words before them.
const LEAD: usize = 3;

fn find(names: &Names, pairs: &mut Pairs) {
    let all = bodies(names, TAIL + 1);
    let mut by_tail: BTreeMap<&[String], Vec<&Body<'_>>> = BTreeMap::new();
    for body in all.iter().filter(|b| b.core.len() <= TAIL + LEAD) {
        by_tail.entry(&body.core[body.core.len() - TAIL..]).or_default().push(body);
    }
    let mut found = Vec::new();
    for group in by_tail.values() {
        // Three of a kind are a family: the schools of one county.
        let [a, b] = group[..] else { continue };
        let (x, y) = (lead(a), lead(b));
        let shared = x.iter().any(|word| y.contains(word));
        let worded = [x, y].iter().any(|lead| lead.iter().all(|word| english::is_ordinary(word)));
        let longer = x.iter().all(|w| y.contains(w)) || y.iter().all(|w| x.contains(w));
        let told = x.iter().chain(y).any(|word| tells(word));
        if (shared || worded) && !longer && !told && !a.name.shares_segment(b.name) {
            found.push((a.id, b.id, "all words but the first are the same".to_owned()));
        }
    }
    settle(names, &found, pairs);
}

fn lead<'b>(body: &'b Body<'_>) -> &'b [String] {
    &body.core[..body.core.len() - TAIL]
}

/// Whether a word tells one body from another: a place, a number, a level.
fn tells(word: &str) -> bool {
    country(word).is_some()
        || english::is_known_name(word) && !english::is_ordinary(word)
        || word.contains(|c: char| c.is_ascii_digit())
        || traits(word).any(&[Trait::Direction, Trait::Month, Trait::Rank, Trait::Place, Trait::Head])
        || is("opposite", word)
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_english;

    #[test]
    fn another_beginning_is_told() {
        assert_english(
            "name-variant",
            "The Small Oriwen Winter Tales Reading Series rose. The Small Oriwen Winter Tales Reading Series was old.\n\nThe [[Small Grove Winter Tales Reading Series]] fell.",
        );
    }

    #[test]
    fn places_and_families_pass() {
        for text in [
            "The Small Grove Winter Tales Reading Series rose.\n\nThe Small Hill Winter Tales Reading Series fell.\n\nThe Small Lake Winter Tales Reading Series stood.",
            "The Northern Winter Tales Reading Series rose.\n\nThe Southern Winter Tales Reading Series fell.",
        ] {
            assert_english("name-variant", text);
        }
    }
}
