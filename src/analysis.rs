//! What is computed of a document once, on demand, and read by every rule.

use std::ops::Range;
use std::sync::OnceLock;

use crate::align::{self, Alignment, Bead};
use crate::config::Settings;
use crate::document::{Document, Link, Segment};
use crate::finding::Raw;
use crate::pack;
use crate::text::{script, sentences, words};

/// A document with everything that rules share. Fields are computed when a rule first asks.
pub struct Analysis<'a> {
    /// The document.
    pub doc: &'a Document,
    /// What the user asked for.
    pub settings: &'a Settings,
    words: OnceLock<Vec<Vec<Range<u32>>>>,
    sentences: OnceLock<Vec<Vec<Range<u32>>>>,
    far: OnceLock<Vec<bool>>,
    alignment: OnceLock<Alignment>,
    pack: OnceLock<Vec<Raw>>,
}

impl<'a> Analysis<'a> {
    /// Nothing is computed yet.
    pub fn new(doc: &'a Document, settings: &'a Settings) -> Self {
        Self {
            doc,
            settings,
            words: OnceLock::new(),
            sentences: OnceLock::new(),
            far: OnceLock::new(),
            alignment: OnceLock::new(),
            pack: OnceLock::new(),
        }
    }

    /// Segments of the target that are to be read as text, with their positions.
    pub fn target(&self) -> impl DoubleEndedIterator<Item = (usize, &'a Segment)> + use<'a> {
        self.doc.target.iter().enumerate().filter(|(_, s)| s.is_text())
    }

    /// The words of a target segment.
    pub fn words(&self, segment: usize) -> &[Range<u32>] {
        let all =
            self.words.get_or_init(|| self.doc.target.iter().map(|s| words::words(s.shown())).collect());
        &all[segment]
    }

    /// The sentences of a target segment.
    pub fn sentences(&self, segment: usize) -> &[Range<u32>] {
        let all = self
            .sentences
            .get_or_init(|| self.doc.target.iter().map(|s| sentences::sentences(s.shown())).collect());
        &all[segment]
    }

    /// The sentence of a target segment that holds the byte `at`; the whole segment if none does.
    pub fn sentence_at(&self, segment: usize, at: u32) -> Range<u32> {
        let all = self.sentences(segment);
        let i = all.partition_point(|s| s.end <= at);
        all.get(i)
            .filter(|s| s.start <= at)
            .cloned()
            .unwrap_or(0..self.doc.target[segment].shown().len() as u32)
    }

    /// Whether a target segment can hold letters of a script that the target language does not use: one pass over
    /// bytes, which clears nearly every segment.
    pub fn may_be_foreign(&self, segment: usize) -> bool {
        let far = |s: &Segment| script::has_far_letters(s.shown());
        self.far.get_or_init(|| self.doc.target.iter().map(far).collect())[segment]
    }

    /// How source and target belong together, and what lacks a counterpart; empty without a source.
    pub fn alignment(&self) -> &Alignment {
        self.alignment.get_or_init(|| align::align(self.doc))
    }

    /// Sentences of source and target that belong together; empty without a source.
    pub fn beads(&self) -> &[Bead] {
        &self.alignment().beads
    }

    /// Segments of source and target that belong together; empty without a source.
    pub fn links(&self) -> &[Link] {
        // What the file says itself needs no alignment of sentences.
        self.doc.given.as_deref().unwrap_or_else(|| &self.alignment().links)
    }

    /// What the rule packs find.
    pub fn pack_findings(&self) -> &[Raw] {
        self.pack.get_or_init(|| pack::findings(self))
    }

    /// Number of words in the target, as a score counts them.
    pub fn word_count(&self) -> usize {
        (0..self.doc.target.len())
            .filter(|&i| self.doc.target[i].is_text())
            .map(|i| self.words(i).len())
            .sum()
    }
}
