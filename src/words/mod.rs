//! Which words of a translation render which of its source, sentence by sentence.
//!
//! What the dictionary, letters, figures and sounds say of two words is where it starts from; what stands together in the
//! document itself is learnt on top of it, in both directions, after IBM's first model.

mod copies;
mod cut;
mod model;
mod priors;

use std::collections::HashMap;

use crate::align::Bead;
use crate::document::Document;
use crate::finding::Label;
use crate::names::Renderings;
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
    known: Vec<f32>,
}

impl Pair {
    /// How likely two words render one another by what is known of them beforehand, 0 to 1.
    pub(crate) fn known(&self, source: usize, target: usize) -> f32 {
        self.known[source * self.target.len() + target]
    }

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
}

/// The most words that a side of a pair may have: what is longer was not parted into sentences.
const LONGEST: usize = 150;

impl WordLinks {
    /// Links the words of a document; empty unless it is Chinese, Japanese or Korean with an English translation.
    pub(crate) fn read(doc: &Document, beads: &[Bead], names: &Renderings) -> Self {
        let readable = doc.langs.source.as_ref().filter(|s| ["zh", "ja", "ko"].iter().any(|lang| s.is(lang)));
        let Some(lang) = readable.filter(|_| doc.langs.target.is("en")) else { return Self::default() };
        let mut kinds = [Kinds::default(), Kinds::default()];
        let mut pairs = Vec::new();
        for bead in beads {
            let source = bead.source.iter().flat_map(|&at| cut::source(doc, at, lang, &mut kinds[0]));
            let source: Vec<Token> = source.collect();
            let target: Vec<Token> =
                bead.target.iter().flat_map(|&at| cut::target(doc, at, &mut kinds[1])).collect();
            let fits = |side: &[Token]| (1..=LONGEST).contains(&side.len());
            if fits(&source) && fits(&target) {
                pairs.push(Pair { source, target, links: Vec::new(), known: Vec::new() });
            }
        }
        let mut priors = Priors::new(&kinds[0], &kinds[1]);
        priors.add_names(&pairs, names);
        for pair in &mut pairs {
            let known = |s: &Token| pair.target.iter().map(|t| priors.of(s.kind, t.kind)).collect::<Vec<_>>();
            pair.known = pair.source.iter().flat_map(known).collect();
        }
        model::link(&mut pairs, &priors, [kinds[0].words.len(), kinds[1].words.len()]);
        Self { pairs }
    }
}

/// The words of one side, by number: what they are compared by.
#[derive(Debug, Default)]
struct Kinds {
    words: Vec<Word>,
    ids: HashMap<String, u32>,
}

/// A word whatever its copies.
#[derive(Debug)]
struct Word {
    /// What it is compared by: a Chinese word as the dictionary has it, the stem of an English one.
    key: String,
    /// As it stood first, in lower case.
    surface: String,
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
    fn add(&mut self, key: String, surface: &str, script: Letters) -> u32 {
        if let Some(&id) = self.ids.get(&key) {
            return id;
        }
        let id = self.words.len() as u32;
        self.ids.insert(key.clone(), id);
        self.words.push(Word { key, surface: surface.to_owned(), script });
        id
    }
}

#[cfg(test)]
mod tests;
