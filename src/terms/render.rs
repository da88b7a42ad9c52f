//! The rendering of a term: the shortest stretch of the target that the words of the term are linked to.

use super::Mention;
use super::units::Place;
use crate::document::Document;
use crate::finding::Label;
use crate::text::spelling::Spelling;
use crate::text::stem::stem;
use crate::text::words::{is_all_caps, is_capitalised};
use crate::words::{Pair, WordLinks};

/// A word of a rendering.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// As compared: one spelling, no endings.
    pub(super) key: Box<str>,
    /// In lower case.
    pub(super) folded: Box<str>,
    pub(super) capital: bool,
    /// Whether it is written in capitals alone.
    pub(super) acronym: bool,
    /// The word of the term that it renders, counted from the first; none if nothing tells.
    pub(super) owner: Option<usize>,
    /// Whether nothing but its place tells what it renders.
    pub(super) guessed: bool,
    /// How surely it renders the term, and how likely it does by what is known beforehand.
    pub(super) link: f32,
    pub(super) known: f32,
}

/// What a word must have to be worth its place, and what others' claims on it cost.
const WORTH: f32 = 0.25;
const CLAIMED: f32 = 0.6;
/// What a word of grammar costs inside a rendering, one that stands in none, and marks.
const SMALL: f32 = 0.06;
const FOREIGN: f32 = 0.5;
const COMMA: f32 = 0.45;
const STOP: f32 = 0.9;
/// The least sum of a rendering.
const LEAST: f32 = 0.45;
/// From which link on a word renders another.
const LINKED: f32 = 0.2;
/// Up to which claim a word is free to be taken.
const OPEN: f32 = 0.3;
/// The most words.
const LONGEST: usize = 9;

/// Small words inside noun phrases.
const INSIDE: [&str; 7] = ["of", "for", "and", "the", "in", "on", "a"];
/// Before a verb, and before what is said of somebody.
const BEFORE_VERBS: [&str; 18] = [
    "to", "will", "would", "shall", "should", "can", "could", "may", "might", "must", "not", "he", "she",
    "they", "we", "i", "it", "you",
];

/// The rendering of a term at a place, if it can be told.
pub(super) fn render(doc: &Document, links: &WordLinks, place: &Place) -> Option<Mention> {
    let pair = &links.pairs[place.pair];
    let scene = Scene::new(doc, links, pair, place);
    let (start, end) = scene.complete(scene.best()?)?;
    let at = Label { end: pair.target[end - 1].at.end, ..pair.target[start].at };
    let mut words: Vec<Word> =
        (start..end).filter(|&j| !pair.target[j].grammar).map(|j| scene.word(j)).collect();
    // "Series, Reading" is a piece of two names; a list of three is one.
    if words.len() < 3 && (start + 1..end).any(|j| scene.gap(j) > 0.0) {
        return None;
    }
    // What nothing tells renders the word of the term that has none yet.
    let bare = (0..place.words.len()).find(|&i| !words.iter().any(|w| w.owner == Some(i)));
    words.iter_mut().filter(|w| w.guessed).for_each(|w| w.owner = bare);
    let nominal = scene.is_nominal((start, end));
    let plain = (start..end).all(|j| !pair.target[j].grammar);
    Some(Mention {
        pair: place.pair,
        source: place.at,
        target: at,
        text: scene.text(at).into(),
        words,
        range: start..end,
        nominal,
        plain,
    })
}

struct Scene<'a> {
    doc: &'a Document,
    links: &'a WordLinks,
    pair: &'a Pair,
    place: &'a Place,
    /// For each word of the target how much of it the term claims, and how much any other word.
    claims: Vec<(f32, f32)>,
}

/// What a word of the target is compared by.
fn key(doc: &Document, at: Label) -> Box<str> {
    stem(&Spelling::Either.fold(text(doc, at))).into()
}

fn text(doc: &Document, at: Label) -> &str {
    let shown = doc.target[at.segment as usize].shown();
    shown.get(at.start as usize..at.end as usize).unwrap_or_default()
}

/// Whether the sentence of a mention has the words of another rendering as well, so that the two may have been taken for
/// one another.
pub(super) fn holds(doc: &Document, links: &WordLinks, mention: &Mention, other: &Mention) -> bool {
    let target = &links.pairs[mention.pair].target;
    let outside = (0..target.len()).filter(|j| !mention.range.contains(j));
    let around: Vec<Box<str>> = outside.map(|j| key(doc, target[j].at)).collect();
    other.words.iter().all(|w| around.contains(&w.key))
}

impl<'a> Scene<'a> {
    fn new(doc: &'a Document, links: &'a WordLinks, pair: &'a Pair, place: &'a Place) -> Self {
        let mut claims = vec![(0.0_f32, 0.0_f32); pair.target.len()];
        for i in 0..pair.source.len() {
            let own = place.words.contains(&i);
            for (j, (sum, most)) in claims.iter_mut().enumerate() {
                let link = pair.link(i, j);
                if own {
                    *sum += link;
                } else if link > *most {
                    // One of which nothing is known counts half.
                    let claim = if links.known(pair, i, j) > 0.0 { link } else { link / 2.0 };
                    *most = most.max(claim);
                }
            }
        }
        for (own, _) in &mut claims {
            *own = own.min(1.0);
        }
        Self { doc, links, pair, place, claims }
    }

    fn text(&self, at: Label) -> &str {
        text(self.doc, at)
    }

    fn known(&self, source: usize, target: usize) -> f32 {
        self.links.known(self.pair, source, target)
    }

    /// The link to the term, and the strongest to any other word.
    fn claims(&self, j: usize) -> (f32, f32) {
        self.claims[j]
    }

    /// What parts a word from the one before it.
    fn gap(&self, j: usize) -> f32 {
        let (a, b) = (self.pair.target[j - 1].at, self.pair.target[j].at);
        if a.segment != b.segment {
            return f32::INFINITY;
        }
        let between = self.doc.target[a.segment as usize].shown().get(a.end as usize..b.start as usize);
        let between = between.unwrap_or_default();
        let joins = |c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '‑' | '\'' | '’' | 's');
        match between {
            _ if between.chars().all(joins) => 0.0,
            _ if between.trim() == "," => COMMA,
            _ => STOP,
        }
    }

    fn worth(&self, j: usize) -> f32 {
        let token = &self.pair.target[j];
        if token.grammar {
            let small = INSIDE.iter().any(|w| w.eq_ignore_ascii_case(self.text(token.at)));
            return if small { -SMALL } else { -FOREIGN };
        }
        let (own, other) = self.claims(j);
        own - WORTH - CLAIMED * (other - own).max(0.0)
    }

    /// The stretch with the greatest sum.
    fn best(&self) -> Option<(usize, usize)> {
        let (mut best, mut range) = (0.0, None);
        let (mut sum, mut from) = (0.0_f32, 0);
        for j in 0..self.pair.target.len() {
            if j > 0 {
                sum -= self.gap(j);
            }
            if sum <= 0.0 {
                (sum, from) = (0.0, j);
            }
            sum += self.worth(j);
            if sum > best {
                (best, range) = (sum, Some((from, j + 1)));
            }
        }
        range.filter(|(start, end)| best >= LEAST && end - start <= LONGEST)
    }

    fn renders(&self, i: usize, range: (usize, usize)) -> bool {
        (range.0..range.1).any(|j| self.pair.link(i, j) >= LINKED)
    }

    /// A stretch for the whole term and nothing else: a word of the term without a word takes one beside it that nothing
    /// else claims.
    fn complete(&self, mut range: (usize, usize)) -> Option<(usize, usize)> {
        while range.0 > 0 && self.is_hyphened(range.0) && !self.pair.target[range.0 - 1].grammar {
            range.0 -= 1;
        }
        while self.is_hyphened(range.1) && !self.pair.target[range.1].grammar {
            range.1 += 1;
        }
        let bare: Vec<usize> = self.place.words.clone().filter(|&i| !self.renders(i, range)).collect();
        for i in bare {
            if i == self.place.words.start
                && range.0 > 0
                && self.is_free(range.0 - 1)
                && self.gap(range.0) == 0.0
            {
                range.0 -= 1;
            } else if i + 1 == self.place.words.end
                && range.1 < self.pair.target.len()
                && self.is_free(range.1)
                && self.gap(range.1) == 0.0
            {
                range.1 += 1;
            } else if !(range.0..range.1).any(|j| self.is_unclaimed(j)) {
                return None;
            }
        }
        (!self.holds_others(range) && self.is_phrase(range) && !self.goes_on(range)).then_some(range)
    }

    /// Whether a hyphen joins a word to the one before it.
    fn is_hyphened(&self, j: usize) -> bool {
        let targets = &self.pair.target;
        let (Some(before), Some(word)) = (j.checked_sub(1).and_then(|at| targets.get(at)), targets.get(j))
        else {
            return false;
        };
        before.at.segment == word.at.segment
            && self.doc.target[word.at.segment as usize]
                .shown()
                .get(before.at.end as usize..word.at.start as usize)
                == Some("-")
    }

    /// Whether a word of the stretch renders something else; inside it the dictionary must say so.
    fn holds_others(&self, range: (usize, usize)) -> bool {
        let mut content = (range.0..range.1).filter(|&j| !self.pair.target[j].grammar);
        content.any(|j| {
            let (own, other) = self.claims(j);
            let inside = range.0 < j && j + 1 < range.1 || self.is_hyphened(j) || self.is_hyphened(j + 1);
            let known = |i: usize| self.known(i, j) > 0.2 && self.pair.link(i, j) > own;
            let outside = (0..self.pair.source.len()).filter(|i| !self.place.words.contains(i));
            other > own && other >= OPEN && (!inside || outside.into_iter().any(known))
        })
    }

    /// Whether a word may be taken for one of the term that has none.
    fn is_free(&self, j: usize) -> bool {
        let (own, other) = self.claims(j);
        !self.pair.target[j].grammar && (own >= other || other < OPEN)
    }

    fn is_unclaimed(&self, j: usize) -> bool {
        let (own, other) = self.claims(j);
        !self.pair.target[j].grammar && own < LINKED && other < OPEN
    }

    /// Whether words of the term stand beside the stretch as well.
    fn goes_on(&self, range: (usize, usize)) -> bool {
        let more = |j: usize| !self.pair.target[j].grammar && self.claims(j).0 >= LINKED;
        range.0 > 0 && self.gap(range.0) == 0.0 && more(range.0 - 1)
            || range.1 < self.pair.target.len() && self.gap(range.1) == 0.0 && more(range.1)
    }

    /// Whether it looks like a noun with what belongs to it.
    fn is_phrase(&self, range: (usize, usize)) -> bool {
        let lower = |j: usize| self.text(self.pair.target[j].at).to_lowercase();
        let last = lower(range.1 - 1);
        let capital = is_capitalised(self.text(self.pair.target[range.0].at));
        let verb = range.0 > 0 && !capital && BEFORE_VERBS.contains(&&*lower(range.0 - 1));
        !verb && !last.ends_with("ed") && !last.ends_with("ly")
    }

    /// Whether a determiner or a preposition before it says that it is a noun, and no article inside that it is none.
    fn is_nominal(&self, range: (usize, usize)) -> bool {
        const BEFORE: [&str; 16] = [
            "the", "a", "an", "this", "that", "these", "those", "its", "their", "of", "in", "under", "for",
            "on", "such", "our",
        ];
        let lower = |j: usize| self.text(self.pair.target[j].at).to_lowercase();
        let article = (range.0..range.1).any(|j| matches!(&*lower(j), "the" | "a" | "an"));
        range.0 > 0 && !article && BEFORE.contains(&&*lower(range.0 - 1))
    }

    fn word(&self, j: usize) -> Word {
        let at = self.pair.target[j].at;
        let words = self.place.words.clone();
        let owner = words.max_by(|&a, &b| self.pair.link(a, j).total_cmp(&self.pair.link(b, j)));
        let owner = owner.filter(|&i| self.pair.link(i, j) >= 0.15).map(|i| i - self.place.words.start);
        let text = self.text(at);
        let known = owner.map_or(0.0, |i| self.known(self.place.words.start + i, j));
        let link = self.claims(j).0;
        let (key, folded, capital) = (key(self.doc, at), text.to_lowercase().into(), is_capitalised(text));
        Word {
            key,
            folded,
            capital,
            acronym: is_all_caps(text),
            owner,
            guessed: owner.is_none(),
            link,
            known,
        }
    }
}
