//! One title in quotation marks in two wordings: `Witness for the Lamp` and `Witness to the Lamp`, `The Clumsy Otter` and
//! `The Clumsy Otters`, `Nine Roads to the Salt Lake` and `Nine Paths to the Salt Lake`.

use std::collections::BTreeMap;

use super::body::{self, Body, is, settle, share_row};
use crate::finding::Severity;
use crate::lang::english;
use crate::names::facts::{Trait, country, traits};
use crate::names::{Class, Kind, Name, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "title",
    severity: Severity::Warning,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

/// Titles have at least so many words that matter.
const LEAST: usize = 2;
/// So many must be the same if one word is another.
const COMMON: usize = 3;
/// More titles that are alike are a series.
const SERIES: usize = 3;

fn find(names: &Names, pairs: &mut Pairs) {
    let titles = body::of(names, Kind::Title, LEAST);
    let phrases = body::of(names, Kind::Phrase, COMMON);
    let mut by_bag: BTreeMap<Vec<&str>, Vec<&Body<'_>>> = BTreeMap::new();
    for title in titles.iter().chain(&phrases) {
        by_bag.entry(title.bag()).or_default().push(title);
    }
    let mut found = Vec::new();
    for group in by_bag.values() {
        for (i, a) in group.iter().enumerate() {
            for b in &group[i + 1..] {
                let bodies = a.name.kind == Kind::Phrase && b.name.kind == Kind::Phrase;
                let event = |t: &Body<'_>| {
                    t.name.kind == Kind::Title && t.core.last().is_some_and(|w| is("event", w))
                };
                let quoted = a.name.kind == b.name.kind && a.core != b.core && (event(a) || event(b));
                if !bodies && (quoted || is_written(a.name, b.name)) && wording(a.name) != wording(b.name) {
                    found.push((a.id, b.id, "two titles have the same words".to_owned()));
                }
            }
        }
    }
    exchanged(&titles, &mut found);
    settle(names, &found, pairs);
}

/// Whether one of them is written as titles are, and both if they are short.
fn is_written(a: &Name, b: &Name) -> bool {
    let (x, y) = (is_capital(a), is_capital(b));
    x && y || (x || y) && a.words.len().min(b.words.len()) > LEAST
}

/// Whether nearly all words that matter have a capital.
fn is_capital(title: &Name) -> bool {
    let content = title.words.iter().filter(|w| !w.is(Trait::Connector) && !w.is(Trait::Closed));
    let (all, capital) = content.fold((0, 0), |(all, capital), w| {
        (all + 1, capital + usize::from(w.text.starts_with(|c: char| c.is_uppercase() || c.is_numeric())))
    });
    capital * 10 >= all * 7
}

/// The words of a title without case, marks and the article before it.
fn wording(title: &Name) -> Vec<&str> {
    title.words.iter().map(|w| &*w.fold).skip_while(|w| traits(w).has(Trait::Article)).collect()
}

/// Titles with one word that is another, or is missing.
fn exchanged(titles: &[Body<'_>], found: &mut Vec<(crate::names::NameId, crate::names::NameId, String)>) {
    let mut by_rest: BTreeMap<Vec<&str>, Vec<(&Body<'_>, &str)>> = BTreeMap::new();
    for title in titles.iter().filter(|t| t.core.len() >= LEAST) {
        let bag = title.bag();
        for at in 0..bag.len() {
            let rest: Vec<&str> = bag.iter().enumerate().filter(|(i, _)| *i != at).map(|(_, w)| *w).collect();
            by_rest.entry(rest).or_default().push((title, bag[at]));
        }
        by_rest.entry(bag).or_default().push((title, ""));
    }
    for (rest, group) in by_rest.iter().filter(|(_, g)| (2..=SERIES).contains(&g.len())) {
        for (i, (a, v)) in group.iter().enumerate() {
            for (b, w) in &group[i + 1..] {
                let apart = v != w && is_written(a.name, b.name) && !a.name.shares_segment(b.name);
                if apart && is_mate(v, w, rest.len()) {
                    found.push((a.id, b.id, "two titles have the same words but for one".to_owned()));
                }
            }
        }
    }
}

/// Whether two words may stand for one word of a title of which so many are the same; an empty one is left out.
fn is_mate(v: &str, w: &str, common: usize) -> bool {
    let tells = |word: &str| {
        country(word).is_some()
            || word.contains(|c: char| c.is_ascii_digit())
            || traits(word).any(&[Trait::Direction, Trait::Month, Trait::Rank])
            || is("opposite", word)
    };
    if tells(v) || tells(w) {
        return false;
    }
    let ordinary = |word: &str| word.is_empty() || english::is_ordinary(word);
    let begins = v.chars().zip(w.chars()).take_while(|(a, b)| a == b).count() >= 4;
    share_row("mates", v, w) || begins || common >= COMMON && ordinary(v) && ordinary(w)
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_english;

    #[test]
    fn wordings_of_one_title_are_told() {
        for text in [
            "He wrote “Witness to the Lamp” first. “Witness to the Lamp” sold well.\n\nThen came “[[Witness of the Lamp]]” again.",
            "He wrote “Tall Roads to the Salt Lake” first. “Tall Roads to the Salt Lake” sold well.\n\nThe film “[[Tall Paths to the Salt Lake]]” followed.",
            "He wrote 《The Righteous Otter》 first. 《The Righteous Otter》 sold well.\n\nThe film 《[[Otter the Righteous]]》 followed.",
        ] {
            assert_english("name-variant", text);
        }
    }

    #[test]
    fn series_and_speech_pass() {
        for text in [
            "He wrote “Nine Roads to the North Lake” first.\n\nThen came “Nine Roads to the South Lake” again.",
            "He wrote “A Lamp for Nobody” first.\n\nThe film “Lamp for Nobody” followed. The “lamp for nobody” broke.",
            "She said “we like salt very much” first.\n\nThen she said “we like fish very much” again.",
        ] {
            assert_english("name-variant", text);
        }
    }
}
