//! Rows of words that come again in the source and can be terms: they end in a noun and hold no grammar.

use std::ops::Range;

use crate::document::Document;
use crate::finding::Label;
use crate::hash::Map;
use crate::lang::gloss_words::senses;
use crate::names::Renderings;
use crate::names::source::Origin;
use crate::words::{Pair, Token, WordLinks};

/// The most words, and the fewest and most characters.
const WORDS: usize = 6;
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=14;
/// How often a term must stand.
const OFTEN: u32 = 2;

/// A term and where it stands.
pub(super) struct Unit {
    pub(super) text: Box<str>,
    pub(super) places: Vec<Place>,
    /// Its words.
    pub(super) words: Vec<Part>,
    /// Whether the first or last word is a verb by the dictionary, so that it may be no noun phrase.
    pub(super) may_be_verb: bool,
}

/// A word of a term.
#[derive(Clone, Debug)]
pub(crate) struct Part {
    pub(super) text: Box<str>,
    /// Whether the dictionary has it as no verb.
    pub(super) noun: bool,
}

/// A place of a term: the words of a pair that it is made of.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub(super) pair: usize,
    pub(super) words: Range<usize>,
    pub(super) at: Label,
}

/// The terms of a source, in the order in which they first stand.
pub(super) fn find(doc: &Document, links: &WordLinks, names: &Renderings) -> Vec<Unit> {
    let mut counts: Map<&str, u32> = Map::default();
    each(doc, links, |text, _| *counts.entry(text).or_default() += 1);
    let people = people(names);
    let mut nouns = Nouns::default();
    let mut index: Map<&str, Option<usize>> = Map::default();
    let mut out: Vec<Unit> = Vec::new();
    each(doc, links, |text, place| {
        let count = counts[text];
        if count < OFTEN || !LENGTHS.contains(&text.chars().count()) {
            return;
        }
        let pair = &links.pairs[place.pair];
        if is_inside(doc, pair, &place.words, count, &counts) || has_suffix(doc, pair, &place.words) {
            return;
        }
        let first = people.partition_point(|p| (p.segment, p.end) <= (place.at.segment, place.at.start));
        if people.get(first).is_some_and(|p| p.overlaps(place.at)) {
            return;
        }
        let next = out.len();
        let words: Vec<&str> = pair.source[place.words.clone()].iter().map(|w| shown(doc, w.at)).collect();
        let slot = *index.entry(text).or_insert_with(|| {
            let tail = text.get(words[0].len()..).and_then(|tail| counts.get(tail)).copied().unwrap_or(0);
            nouns.is_term(&words, tail > count).then_some(next)
        });
        let Some(slot) = slot else { return };
        if slot == next {
            let verb = |word: &str| nouns.of(word).is_verb();
            let may_be_verb =
                words.len() > 1 && [words.first(), words.last()].into_iter().flatten().copied().any(verb);
            let words = words.iter().map(|w| Part { text: (*w).into(), noun: !nouns.of(w).verb }).collect();
            out.push(Unit { text: text.into(), places: Vec::new(), words, may_be_verb });
        }
        out[slot].places.push(place);
    });
    out
}

fn shown(doc: &Document, at: Label) -> &str {
    doc.source[at.segment as usize].shown().get(at.start as usize..at.end as usize).unwrap_or_default()
}

fn joined(words: &[Token]) -> Option<Label> {
    let (first, last) = (words.first()?, words.last()?);
    let follows =
        words.windows(2).all(|w| w[0].at.segment == w[1].at.segment && w[0].at.end == w[1].at.start);
    let inner = words.len() > 2 && words[1..words.len() - 1].iter().any(|w| w.grammar);
    (follows && !first.grammar && !last.grammar && !inner).then_some(Label { end: last.at.end, ..first.at })
}

/// Every row of words that no mark or word of grammar cuts.
fn each<'d>(doc: &'d Document, links: &WordLinks, mut give: impl FnMut(&'d str, Place)) {
    for (number, pair) in links.pairs.iter().enumerate() {
        for first in 0..pair.source.len() {
            for last in first + 1..=(first + WORDS).min(pair.source.len()) {
                let Some(at) = joined(&pair.source[first..last]) else { break };
                give(shown(doc, at), Place { pair: number, words: first..last, at });
            }
        }
    }
}

/// Whether a longer row around a place comes as often and has but a character more: that is the term.
fn is_inside(doc: &Document, pair: &Pair, words: &Range<usize>, count: u32, counts: &Map<&str, u32>) -> bool {
    let single = |at: usize| pair.source.get(at).is_some_and(|w| shown(doc, w.at).chars().nth(1).is_none());
    let wider = |range: Range<usize>| {
        let at = pair.source.get(range).and_then(joined);
        at.is_some_and(|at| counts.get(shown(doc, at)) == Some(&count))
    };
    words.start > 0 && single(words.start - 1) && wider(words.start - 1..words.end)
        || single(words.end) && wider(words.start..words.end + 1)
}

/// Whether a single character follows that may belong to the term: 者, 率.
fn has_suffix(doc: &Document, pair: &Pair, words: &Range<usize>) -> bool {
    let last = &pair.source[words.end - 1];
    pair.source.get(words.end).is_some_and(|next| {
        let touches = next.at.segment == last.at.segment && next.at.start == last.at.end;
        touches && !next.grammar && shown(doc, next.at).chars().nth(1).is_none()
    })
}

/// Where people stand, who are no terms.
fn people(names: &Renderings) -> Vec<Label> {
    let person = |n: &&crate::names::source::SourceName| matches!(n.origin, Origin::Person | Origin::Foreign);
    let mut out: Vec<Label> =
        names.names.iter().filter(person).flat_map(|n| n.mentions.iter().copied()).collect();
    out.sort_unstable();
    out
}

/// What the dictionary says of words, each looked up once.
#[derive(Default)]
struct Nouns(Map<Box<str>, Class>);

/// What a word can be.
#[derive(Clone, Copy, Default)]
struct Class {
    known: bool,
    noun: bool,
    verb: bool,
}

impl Class {
    fn is_verb(self) -> bool {
        self.known && !self.noun
    }
}

impl Nouns {
    fn of(&mut self, word: &str) -> Class {
        if let Some(known) = self.0.get(word) {
            return *known;
        }
        let senses = senses(word);
        let verbs = senses.iter().filter(|s| s.starts_with("to ")).count();
        let class = Class { known: !senses.is_empty(), noun: verbs < senses.len(), verb: verbs > 0 };
        self.0.insert(word.into(), class);
        class
    }

    /// Whether words can be a term: the last can be a noun, the first is no verb that has the rest as its object, and they
    /// are no number. `tail` says whether the words behind the first come oftener.
    fn is_term(&mut self, words: &[&str], tail: bool) -> bool {
        let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
        let (head, end) = (self.of(first), self.of(last));
        let single = first.chars().nth(1).is_none();
        let object = words.len() > 1 && (single && head.is_verb() || words.len() > 2 && tail && head.verb);
        let counted = first.starts_with(is_number) && words.len() < 3
            || words.iter().any(|w| w.starts_with(|c: char| c.is_ascii_digit() || c == '第'));
        // A verb at the end is the noun of its action where something stands before it.
        let ends = !end.known || end.noun || words.len() > 1 && !head.is_verb();
        ends && !object && !counted
    }
}

fn is_number(c: char) -> bool {
    "一二三四五六七八九十百千万亿两几".contains(c)
}
