//! How firmly the words of a term hold together: whether they stand in the text without it.

use super::Term;
use crate::document::Document;
use crate::hash::{Map, Set};

/// How often some strings stand in the source.
pub(super) struct Counts<'t> {
    counts: Map<&'t str, u32>,
    /// Characters of the source.
    length: u32,
}

impl<'t> Counts<'t> {
    /// Counts terms and their words in one pass over the source.
    pub(super) fn new(doc: &'t Document, terms: &[&'t Term]) -> Self {
        let wanted: Set<&str> =
            terms.iter().flat_map(|t| t.words.iter().map(|w| &*w.text).chain([&*t.text])).collect();
        let lengths: Set<usize> = wanted.iter().map(|w| w.len()).collect();
        let mut counts: Map<&str, u32> = Map::default();
        let mut length = 0;
        for segment in doc.source.iter().filter(|s| s.is_text()) {
            let shown = segment.shown();
            for (at, _) in shown.char_indices() {
                length += 1;
                let found = lengths.iter().filter_map(|length| shown.get(at..at + length));
                found
                    .filter(|text| wanted.contains(text))
                    .for_each(|text| *counts.entry(text).or_default() += 1);
            }
        }
        Self { counts, length }
    }

    /// How often a string stands in the source.
    pub(super) fn of(&self, text: &str) -> u32 {
        self.counts.get(text).copied().unwrap_or(0)
    }

    /// The share of the places of a word of a term that are places of the term.
    pub(super) fn share(&self, term: &Term, word: usize) -> f32 {
        self.of(&term.text) as f32 / self.of(&term.words[word].text).max(1) as f32
    }

    /// How often a string stands in a thousand characters of the source.
    pub(super) fn density(&self, text: &str) -> f32 {
        self.of(text) as f32 * 1000.0 / self.length.max(1) as f32
    }
}
