//! One segment while its names are looked for: its words, and which of them look like parts of names.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::facts::Trait;
use super::tokens::{Gap, Token, is_headline, tokens};
use super::word::Word;
use crate::document::{Lang, Segment, urls};
use crate::lang::english;

/// The distinct capitalised words of a text, each looked up once.
#[derive(Default)]
pub(super) struct Interner(HashMap<Box<str>, Arc<Word>>);

impl Interner {
    pub(super) fn get(&mut self, text: &str) -> Arc<Word> {
        if let Some(word) = self.0.get(text) {
            return Arc::clone(word);
        }
        let word = Arc::new(Word::new(text));
        self.0.insert(text.into(), Arc::clone(&word));
        word
    }
}

/// A word of the segment. What is known of it is looked up for capitals and for small words beside them alone.
pub(super) struct Spot {
    pub(super) token: Token,
    pub(super) word: Option<Arc<Word>>,
    /// Whether it looks like a part of a name.
    pub(super) named: bool,
}

/// A segment read for names.
pub(super) struct Scene<'a> {
    pub(super) shown: &'a str,
    pub(super) spots: Vec<Spot>,
    /// Whether capitals say little here.
    pub(super) headline: bool,
}

impl<'a> Scene<'a> {
    pub(super) fn read(segment: &'a Segment, target: &Lang, words: &mut Interner) -> Self {
        let shown = segment.shown();
        let tokens = tokens(shown);
        let headline = is_headline(shown, &tokens);
        let hidden = hidden(segment, target);
        let mut at = 0;
        let mut spots: Vec<Spot> = Vec::with_capacity(tokens.len());
        for token in tokens {
            while hidden.get(at).is_some_and(|r| r.end <= token.range.start) {
                at += 1;
            }
            let seen = hidden.get(at).is_none_or(|r| r.start >= token.range.end);
            let capital = seen && token.capital;
            let word = capital.then(|| words.get(token.text(shown)));
            let named = word.as_deref().is_some_and(|w| !w.is(Trait::Closed) && &*w.text != "I");
            spots.push(Spot { token, word, named });
        }
        let mut scene = Self { shown, spots, headline };
        scene.settle();
        scene
    }

    /// Where a capital says nothing, ordinary words count only beside other names.
    fn settle(&mut self) {
        for i in 0..self.spots.len() {
            let Some(word) = self.spots[i].word.clone() else { continue };
            let next = self.spots.get(i + 1).filter(|n| n.token.gap == Gap::Blank);
            let beside = next.and_then(|n| n.word.clone());
            if word.is(Trait::Closed) {
                // He, You and An are surnames, too.
                let given = beside.is_some_and(|n| (1..=2).contains(&n.pinyin) && !n.known);
                self.spots[i].named = given && word.pinyin == 1 || self.is_torn(i);
            } else if word.ordinary && (self.headline || self.spots[i].token.gap == Gap::Opening) {
                let of_office = word.traits.any(&[Trait::Title, Trait::Rank, Trait::Head]);
                let goes_on = next.is_some_and(|n| n.named);
                self.spots[i].named = if self.headline { of_office || self.is_place(i) } else { goes_on };
            }
        }
    }

    /// Whether a word says in a headline what kind of place the name before it is.
    fn is_place(&self, i: usize) -> bool {
        let before = i.checked_sub(1).and_then(|b| self.spots[b].word.as_deref());
        self.is(i, Trait::Place) && self.joined(i) && before.is_some_and(|w| !w.known && !w.acronym)
    }

    /// Whether a small word with a capital stands behind an unknown one inside a sentence: half of a name, as `Can` of
    /// `Ameri Can`.
    fn is_torn(&self, i: usize) -> bool {
        let before = i.checked_sub(1).and_then(|b| self.spots[b].word.as_deref());
        let article = self.is(i, Trait::Article);
        !self.headline
            && !article
            && self.joined(i)
            && before.is_some_and(|w| !w.known && !w.acronym && w.letters() > 1)
    }

    /// The text of a word.
    pub(super) fn text(&self, i: usize) -> &'a str {
        self.spots[i].token.text(self.shown)
    }

    /// Whether word `i` follows the one before with nothing but a blank between.
    pub(super) fn joined(&self, i: usize) -> bool {
        self.spots.get(i).is_some_and(|s| s.token.gap == Gap::Blank)
    }

    /// What the words of a range say, as it stands in the text.
    pub(super) fn range(&self, words: Range<usize>) -> Range<u32> {
        self.spots[words.start].token.range.start..self.spots[words.end - 1].token.range.end
    }

    /// The small classes of word `i`, whatever its case.
    pub(super) fn is(&self, i: usize, what: Trait) -> bool {
        match &self.spots[i].word {
            Some(word) => word.is(what),
            None => super::facts::traits(self.text(i)).has(what),
        }
    }

    /// Whether word `i` is in lower case and of a class.
    pub(super) fn is_small(&self, i: usize, what: Trait) -> bool {
        !self.spots[i].token.capital && self.is(i, what)
    }

    /// A name-like word with the small particles before it: `van der Haagen`.
    pub(super) fn with_particles(&self, word: usize) -> Option<Range<usize>> {
        const MOST: usize = 2;
        let particle = |&i: &usize| self.joined(i + 1) && self.is_small(i, Trait::Particle);
        let start = (word.saturating_sub(MOST)..word).rev().take_while(particle).last()?;
        self.spots[word].named.then_some(start..word + 1)
    }

    /// Ordinary words with a single letter before them: `E-wallet`, and `E wallet` where the letter is a capital.
    pub(super) fn lettered(&self) -> Vec<Range<usize>> {
        const LETTERS: usize = 4;
        let noun = |word: &str| {
            word.len() >= LETTERS
                && word.bytes().all(|b| b.is_ascii_alphabetic())
                && english::is_ordinary(word)
        };
        let letter =
            |word: &str| word.len() == 1 && word.starts_with(|c: char| c.is_ascii_alphabetic() && c != 'a');
        let all = 0..self.spots.len();
        all.filter_map(|i| {
            if let Some((first, rest)) = self.text(i).split_once('-') {
                return (letter(first) && noun(rest)).then_some(i..i + 1);
            }
            let capital = self.spots[i].token.capital && letter(self.text(i));
            let alone = capital && !matches!(self.text(i), "A" | "I");
            (alone && self.joined(i + 1) && noun(self.text(i + 1))).then_some(i..i + 2)
        })
        .collect()
    }

    /// Name-like words in a row, with small particles between them.
    pub(super) fn runs(&self) -> Vec<Range<usize>> {
        const LONGEST: usize = 8;
        let mut out = Vec::new();
        let mut i = 0;
        while i < self.spots.len() {
            if !self.spots[i].named {
                i += 1;
                continue;
            }
            let mut end = i + 1;
            while end - i < LONGEST {
                let particles =
                    (end..end + 2).take_while(|&j| self.joined(j) && self.is_small(j, Trait::Particle));
                let next = end + particles.count();
                if !self.joined(next) || !self.spots[next].named {
                    break;
                }
                end = next + 1;
            }
            out.push(i..end);
            i = end;
        }
        out
    }
}

/// What is no text of the translation: code, addresses, what is declared to be something else; sorted.
fn hidden(segment: &Segment, target: &Lang) -> Vec<Range<u32>> {
    let marks = segment.text.marks().iter().filter(|m| m.kind.hides(target)).map(|m| m.range.clone());
    let mut out: Vec<Range<u32>> = marks.collect();
    out.extend(urls(segment.shown()));
    out.sort_by_key(|r| (r.start, r.end));
    let mut merged: Vec<Range<u32>> = Vec::with_capacity(out.len());
    for r in out {
        match merged.last_mut() {
            Some(last) if r.start <= last.end => last.end = last.end.max(r.end),
            _ => merged.push(r),
        }
    }
    merged
}
