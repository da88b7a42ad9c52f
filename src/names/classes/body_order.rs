//! One body with its words in two orders: `Brunel Institute` and `Institute of Brunel`; or with a country, an ordinal or a word
//! in two forms: `EU Commission` and `European Commission`.

use std::collections::BTreeMap;

use super::body::{Body, bodies, is, settle};
use crate::finding::Severity;
use crate::names::{Class, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "body-order",
    severity: Severity::Warning,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

/// More bodies of the same words are forms of a phrase.
const CROWD: usize = 6;

fn find(names: &Names, pairs: &mut Pairs) {
    let all = bodies(names, 2);
    let mut by_bag: BTreeMap<Vec<&str>, Vec<&Body<'_>>> = BTreeMap::new();
    for body in &all {
        by_bag.entry(body.bag()).or_default().push(body);
    }
    let mut found = Vec::new();
    for (bag, group) in by_bag.iter().filter(|(_, g)| (2..=CROWD).contains(&g.len())) {
        if is_two(bag) {
            continue;
        }
        for (i, a) in group.iter().enumerate() {
            for b in &group[i + 1..] {
                let because = if a.core == b.core { forms(a, b) } else { order(a, b) };
                found.extend(because.map(|why| (a.id, b.id, why.to_owned())));
            }
        }
    }
    settle(names, &found, pairs);
}

/// Bodies of Europe that differ by the order alone.
fn is_two(bag: &[&str]) -> bool {
    bag == ["council", "europe"] || bag == ["court", "europe"]
}

/// The same words in another order; not `A and B` for `B and A`, which is a list that somebody turned.
fn order(a: &Body<'_>, b: &Body<'_>) -> Option<&'static str> {
    let listed = a.has("and") && b.has("and") && a.has("of") == b.has("of");
    let acronyms = a.name.words.iter().chain(&b.name.words).filter(|w| w.acronym).count();
    (!listed && acronyms == 0).then_some("they are the same words in another order")
}

/// The same words in the same order, one of them in another form.
fn forms(a: &Body<'_>, b: &Body<'_>) -> Option<&'static str> {
    let content = |body: &Body<'_>| -> Vec<String> {
        let words = body.name.words.iter().map(|word| word.lower.to_string());
        words.filter(|word| !is_small(word)).collect()
    };
    let (one, other) = (content(a), content(b));
    if one.len() != other.len() {
        return None;
    }
    let odd: Vec<(&String, &String)> = one.iter().zip(&other).filter(|(v, w)| v != w).collect();
    let [(v, w)] = odd[..] else { return None };
    // A plural or an apostrophe is another matter, and the forms of the United States are used for each other.
    let plural = v.trim_end_matches(['s', '\'', '’']) == w.trim_end_matches(['s', '\'', '’']);
    let american = a.core.iter().any(|word| word == "america");
    let common = a.core.len() == 2 && a.core.iter().any(|word| is("common", word));
    (!plural && !american && !common).then_some("they differ in the form of one word")
}

fn is_small(word: &str) -> bool {
    ["of", "the", "for", "and", "on", "in", "&", "at", "to", "with"].contains(&word)
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_english;

    #[test]
    fn order_and_form_are_told() {
        for text in [
            "The Lindale University rose. The Lindale University was old. The [[University of Lindale]] fell.",
            "The Harbour Safety Centre rose. The Harbour Safety Centre was old. The [[Harbour Safety Center]] fell.",
            "The Norwegian Fisheries Agency rose. The Norwegian Fisheries Agency was old. The [[Norway Fisheries Agency]] fell.",
        ] {
            assert_english("name-variant", text);
        }
    }

    #[test]
    fn two_bodies_pass() {
        for text in [
            "The European Council met. The Council of Europe did not.",
            "The School of Arts and Sciences met. The School of Sciences and Arts did not.",
            "The Lindale University and the University of Lindale are two.",
        ] {
            assert_english("name-variant", text);
        }
    }
}
