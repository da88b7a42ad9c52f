//! One body with several words that another word renders, in any order: `Lindale Harbour Safety Fund for Young Sailors` and
//! `Lindale Harbour Security Foundation for Young Sailors`.

use std::collections::BTreeMap;

use super::body::{Body, bodies, row, settle};
use super::body_word::{is_english, is_mate};
use crate::finding::Severity;
use crate::names::{Class, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "body-several",
    severity: Severity::Info,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

/// The fewest words of such a name, and of those that are the same.
const WORDS: usize = 4;
const SAME: usize = 2;
/// More bodies that are alike are a family.
const FAMILY: usize = 3;
/// The letters that words of one stem have in common.
const STEM: usize = 6;

fn find(names: &Names, pairs: &mut Pairs) {
    let all = bodies(names, WORDS);
    let mut by_sense: BTreeMap<Vec<String>, Vec<&Body<'_>>> = BTreeMap::new();
    for body in &all {
        let mut senses: Vec<String> = body.core.iter().map(|word| sense(word)).collect();
        senses.sort_unstable();
        by_sense.entry(senses).or_default().push(body);
    }
    let mut found = Vec::new();
    for group in by_sense.values() {
        let mut bags: Vec<Vec<&str>> = group.iter().map(|body| body.bag()).collect();
        bags.sort_unstable();
        bags.dedup();
        if !(2..=FAMILY).contains(&bags.len()) {
            continue;
        }
        for (i, a) in group.iter().enumerate() {
            for b in &group[i + 1..] {
                if are_one(a, b) && !a.name.shares_segment(b.name) {
                    found.push((a.id, b.id, "the words that differ render the same".to_owned()));
                }
            }
        }
    }
    settle(names, &found, pairs);
}

/// What a word may stand for: the row of its mates, or its beginning.
fn sense(word: &str) -> String {
    match row("mates", word) {
        Some(row) => row.to_string(),
        None if is_english(word) => word.chars().take(STEM).collect(),
        None => word.to_owned(),
    }
}

/// Whether each word that only one has is a mate of one that only the other has. A single one in the same order is another
/// class's business.
fn are_one(a: &Body<'_>, b: &Body<'_>) -> bool {
    let lacks = |other: &Body<'_>, word: &String| !other.core.contains(word);
    let only_a: Vec<&String> = a.core.iter().filter(|w| lacks(b, w)).collect();
    let only_b: Vec<&String> = b.core.iter().filter(|w| lacks(a, w)).collect();
    let differ = only_a.len();
    let turned = a.core.iter().zip(&b.core).filter(|(v, w)| v != w).count() > differ;
    let listed = a.has("and") != b.has("and");
    differ == only_b.len()
        && differ + SAME <= a.core.len()
        && (differ > 1 || differ == 1 && turned && !listed)
        && only_a.iter().all(|v| only_b.iter().any(|w| is_mate(v, w)))
        && only_b.iter().all(|w| only_a.iter().any(|v| is_mate(v, w)))
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_english;

    #[test]
    fn several_words_that_render_the_same_are_told() {
        assert_english(
            "name-variant",
            "The Lindale Otter Safety Fund rose. The Lindale Otter Safety Fund was old.\n\nThe [[Lindale Otter Security Foundation]] fell.",
        );
    }

    #[test]
    fn other_fields_of_work_pass() {
        assert_english(
            "name-variant",
            "The Lindale Otter Safety Fund rose.\n\nThe Lindale Walrus Security Foundation fell.",
        );
    }
}
