//! Which words of a translation render which of its source, sentence by sentence.
//!
//! What the dictionary, letters, figures and sounds say of two words is where it starts from; what stands together in the
//! document itself is learnt on top of it, in both directions, after IBM's first model.

mod beside;
mod copies;
mod cut;
mod group;
mod model;
mod priors;

use crate::align::Bead;
use crate::document::{Document, Lang};
use crate::finding::Label;
use crate::hash::Map;
use crate::names::Renderings;
use crate::share;
use priors::Priors;

/// A word of a sentence.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// Where it stands.
    pub(crate) at: Label,
    /// The word that it is a copy of, by its number on its side.
    kind: u32,
    /// Whether it is a word of grammar, which is linked to nothing.
    pub(crate) grammar: bool,
}

/// Sentences that belong together, in words, with how surely each word of the one renders each of the other.
#[derive(Debug)]
pub(crate) struct Pair {
    /// The words of the source.
    pub(crate) source: Vec<Token>,
    /// The words of the target.
    pub(crate) target: Vec<Token>,
    links: Vec<f32>,
}

impl Pair {
    /// How surely two words render one another, 0 to 1.
    pub(crate) fn link(&self, source: usize, target: usize) -> f32 {
        self.links[source * self.target.len() + target]
    }
}

/// All pairs of a document.
#[derive(Debug, Default)]
pub(crate) struct WordLinks {
    /// In the order of the two texts.
    pub(crate) pairs: Vec<Pair>,
    priors: Priors,
}

/// Sentences that are worth a thread.
const SHARE: usize = 500;
/// The most words that a side of a pair may have: what is longer was not parted into sentences.
const LONGEST: usize = 150;

impl WordLinks {
    /// Links the words of a document; empty unless it is Chinese, Japanese or Korean with an English translation.
    pub(crate) fn read(doc: &Document, beads: &[Bead], names: &Renderings) -> Self {
        let readable = doc.langs.source.as_ref().filter(|s| ["zh", "ja", "ko"].iter().any(|lang| s.is(lang)));
        let Some(lang) = readable.filter(|_| doc.langs.target.is("en")) else { return Self::default() };
        let mut parts = share::map(beads, SHARE, |_, beads| Part::cut(doc, lang, beads)).into_iter();
        let Some(Part { mut kinds, mut pairs }) = parts.next() else { return Self::default() };
        parts.for_each(|part| part.join(&mut kinds, &mut pairs));
        let mut priors = Priors::new(&kinds[0], &kinds[1]);
        priors.add_names(&pairs, names);
        model::link(&mut pairs, &priors, [kinds[0].words.len(), kinds[1].words.len()]);
        Self { pairs, priors }
    }

    /// How likely two words of a pair render one another by what is known of them beforehand, 0 to 1.
    pub(crate) fn known(&self, pair: &Pair, source: usize, target: usize) -> f32 {
        self.priors.of(pair.source[source].kind, pair.target[target].kind)
    }
}

/// Sentences in a row, cut into words that are numbered for themselves.
struct Part {
    kinds: [Kinds; 2],
    pairs: Vec<Pair>,
}

impl Part {
    fn cut(doc: &Document, lang: &Lang, beads: &[Bead]) -> Self {
        let mut kinds = [Kinds::default(), Kinds::default()];
        let mut pairs = Vec::new();
        for bead in beads {
            let (mut source, mut target) = (Vec::new(), Vec::new());
            bead.source.iter().for_each(|&at| cut::source(doc, at, lang, &mut kinds[0], &mut source));
            bead.target.iter().for_each(|&at| cut::target(doc, at, &mut kinds[1], &mut target));
            let fits = |side: &[Token]| (1..=LONGEST).contains(&side.len());
            if fits(&source) && fits(&target) {
                pairs.push(Pair { source, target, links: Vec::new() });
            }
        }
        Self { kinds, pairs }
    }

    /// Goes on with the numbers of the sentences before.
    fn join(self, kinds: &mut [Kinds; 2], pairs: &mut Vec<Pair>) {
        let [source, target] = self.kinds;
        let numbers = [kinds[0].join(source), kinds[1].join(target)];
        pairs.extend(self.pairs.into_iter().map(|mut pair| {
            pair.source.iter_mut().for_each(|t| t.kind = numbers[0][t.kind as usize]);
            pair.target.iter_mut().for_each(|t| t.kind = numbers[1][t.kind as usize]);
            pair
        }));
    }
}

/// The words of one side, by number: what they are compared by.
#[derive(Debug, Default)]
struct Kinds {
    words: Vec<Word>,
    ids: Map<Box<str>, u32>,
}

/// A word whatever its copies.
#[derive(Debug)]
struct Word {
    /// What it is compared by: a Chinese word as the dictionary has it, the stem of an English one.
    key: Box<str>,
    /// As it stood first, in lower case.
    surface: Box<str>,
    script: Letters,
}

/// What a word is written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letters {
    Han,
    Kana,
    Hangul,
    Latin,
    Digits,
}

impl Kinds {
    fn add(&mut self, key: &str, surface: &str, script: Letters) -> u32 {
        self.ids
            .get(key)
            .copied()
            .unwrap_or_else(|| self.insert(Word { key: key.into(), surface: surface.into(), script }))
    }

    fn insert(&mut self, word: Word) -> u32 {
        let id = self.words.len() as u32;
        self.ids.insert(word.key.clone(), id);
        self.words.push(word);
        id
    }

    /// Takes in words of sentences further on; gives the new number of each.
    fn join(&mut self, others: Self) -> Vec<u32> {
        let number = |word: Word| self.ids.get(&word.key).copied().unwrap_or_else(|| self.insert(word));
        others.words.into_iter().map(number).collect()
    }
}

#[cfg(test)]
mod tests;
