//! One body with its words in two orders: `Brunel Institute` and `Institute of Brunel`; or with a country, an ordinal or a word
//! in two forms: `EU Commission` and `European Commission`.

use std::collections::BTreeMap;

use super::body::{Body, bodies, is, of, settle};
use crate::finding::Severity;
use crate::names::facts::{Trait, traits};
use crate::names::{Class, Kind, NameId, Names, Pairs, Word};

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
    in_any_case(names, &by_bag, &mut found);
    quoted(names, &by_bag, &mut found);
    settle(names, &found, pairs);
}

/// A body, and a phrase in any case with its words in another order.
fn in_any_case(
    names: &Names,
    bodies: &BTreeMap<Vec<&str>, Vec<&Body<'_>>>,
    found: &mut Vec<(NameId, NameId, String)>,
) {
    for phrase in of(names, Kind::Phrase, 2) {
        let bag = phrase.bag();
        let Some(group) = bodies.get(&bag).filter(|g| g.len() <= CROWD && !is_two(&bag)) else { continue };
        for body in group.iter().filter(|body| {
            body.core != phrase.core
                && is_named(&phrase)
                && [body.name, phrase.name].iter().all(|n| n.place().free)
        }) {
            found.extend(order(body, &phrase).map(|why| (body.id, phrase.id, why.to_owned())));
        }
    }
}

/// A body, and what stands in quotation marks with its words in another order.
fn quoted(
    names: &Names,
    bodies: &BTreeMap<Vec<&str>, Vec<&Body<'_>>>,
    found: &mut Vec<(NameId, NameId, String)>,
) {
    for title in of(names, Kind::Title, 2) {
        let bag = title.bag();
        let Some(group) = bodies.get(&bag).filter(|g| g.len() <= CROWD && !is_two(&bag)) else { continue };
        let capital =
            title.name.words.iter().all(|w| is_small(&w.lower) || w.text.starts_with(char::is_uppercase));
        for body in group.iter().filter(|body| capital && body.core != title.core && body.name.place().free) {
            found.extend(order(body, &title).map(|why| (body.id, title.id, why.to_owned())));
        }
    }
}

/// Whether a phrase names a body: with capitals, with words enough, or as an event and what it is for.
fn is_named(phrase: &Body<'_>) -> bool {
    let words = &phrase.name.words;
    let capital = |w: &Word| w.text.starts_with(char::is_uppercase);
    // "in Lindale" says where, as the name before it does; "the summit for peace" may be any words.
    let place = words.windows(2).any(|w| &*w[0].lower == "in" && capital(&w[1]));
    let bound =
        words.iter().all(|w| !is_small(&w.lower) || matches!(&*w.lower, "of" | "for" | "the" | "and" | "in"));
    let event = words.last().is_some_and(|w| is("event", &w.lower)) && words.iter().all(|w| w.ordinary);
    let written = words.iter().all(|w| is_small(&w.lower) || capital(w));
    let held = words.iter().any(|w| is("event", &w.lower));
    bound
        && if phrase.core.len() > 2 {
            place && !held || !phrase.has("in")
        } else {
            !phrase.has("in") && (written || event)
        }
}

/// Bodies of Europe that differ by the order alone.
fn is_two(bag: &[&str]) -> bool {
    bag == ["council", "europe"] || bag == ["court", "europe"]
}

/// The same words in another order; not `A and B` for `B and A`, which is a list that somebody turned.
fn order(a: &Body<'_>, b: &Body<'_>) -> Option<&'static str> {
    let listed = a.has("and") != b.has("and") || a.has("and") && a.has("of") == b.has("of");
    let acronyms = a.name.words.iter().chain(&b.name.words).filter(|w| w.acronym).count();
    (!listed && acronyms == 0 && !is_owned(&a.core, &b.core))
        .then_some("they are the same words in another order")
}

/// A body of another body, before it or behind "of", which is free: `Lindale University Harbour Council` and `Harbour Council of
/// Lindale University`.
fn is_owned(a: &[String], b: &[String]) -> bool {
    let heads = |words: &[String]| words.iter().any(|w| traits(w).has(Trait::Head));
    (1..a.len()).any(|at| {
        let (owner, rest) = a.split_at(at);
        b.len() == a.len() && b.starts_with(rest) && b.ends_with(owner) && heads(owner) && heads(rest)
    })
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
