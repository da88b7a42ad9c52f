//! What is computed of a document once, on demand, and read by every rule.

use std::ops::Range;
use std::sync::OnceLock;

use crate::align::{self, Alignment, Bead};
use crate::config::Settings;
use crate::document::{Document, Link, Segment};
use crate::finding::Raw;
use crate::glossary;
use crate::known::{self, Wrong};
use crate::names::{Names, Renderings};
use crate::numerals::compare::{self, Conflict};
use crate::pack;
use crate::terms::{self, Term};
use crate::text::acronym::{Acronyms, Part};
use crate::text::{script, sentences, words};
use crate::words::WordLinks;

/// A document with everything that rules share. Fields are computed when a rule first asks.
pub struct Analysis<'a> {
    /// The document.
    pub doc: &'a Document,
    /// What the user asked for.
    pub settings: &'a Settings,
    words: OnceLock<Vec<Vec<Range<u32>>>>,
    sentences: OnceLock<Vec<Vec<Range<u32>>>>,
    far: OnceLock<Vec<bool>>,
    term_units: OnceLock<Vec<glossary::Unit>>,
    alignment: OnceLock<Alignment>,
    sources: OnceLock<Vec<Vec<u32>>>,
    values: OnceLock<Vec<Conflict>>,
    pack: OnceLock<Vec<Raw>>,
    mentions: OnceLock<Names>,
    acronyms: OnceLock<Acronyms>,
    known: OnceLock<Vec<Wrong>>,
    renderings: OnceLock<Renderings>,
    word_links: OnceLock<WordLinks>,
    terms: OnceLock<Vec<Term>>,
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
            term_units: OnceLock::new(),
            alignment: OnceLock::new(),
            sources: OnceLock::new(),
            values: OnceLock::new(),
            pack: OnceLock::new(),
            mentions: OnceLock::new(),
            acronyms: OnceLock::new(),
            known: OnceLock::new(),
            renderings: OnceLock::new(),
            word_links: OnceLock::new(),
            terms: OnceLock::new(),
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

    /// The source segments that belong to a target segment.
    pub fn sources(&self, segment: usize) -> &[u32] {
        let all = self.sources.get_or_init(|| {
            let mut all = vec![Vec::new(); self.doc.target.len()];
            for link in self.links() {
                link.target.iter().for_each(|&t| all[t as usize].extend(&link.source));
            }
            all
        });
        &all[segment]
    }

    /// Where the terms of the user's termbase stand, by segments that belong together.
    pub(crate) fn term_units(&self) -> &[glossary::Unit] {
        self.term_units.get_or_init(|| glossary::units(self))
    }

    /// Values of the target that contradict those of the source.
    pub fn value_conflicts(&self) -> &[Conflict] {
        self.values.get_or_init(|| compare::conflicts(self.doc, self.alignment()))
    }

    /// What the rule packs find.
    pub fn pack_findings(&self) -> &[Raw] {
        self.pack.get_or_init(|| pack::findings(self))
    }

    /// Renderings that what is known in general proves wrong.
    pub(crate) fn known_wrong(&self) -> &[Wrong] {
        self.known.get_or_init(|| known::find(self))
    }

    /// The names in the target with all their mentions.
    pub fn mentions(&self) -> &Names {
        self.mentions.get_or_init(|| Names::read(self.doc))
    }

    /// The names of the source and what renders them; empty without a source.
    pub fn renderings(&self) -> &Renderings {
        self.renderings
            .get_or_init(|| Renderings::read(self.doc, self.beads(), self.mentions(), &self.settings.packs))
    }

    /// Which words of the target render which of the source; empty without a source that can be read.
    pub(crate) fn word_links(&self) -> &WordLinks {
        self.word_links.get_or_init(|| WordLinks::read(self.doc, self.beads(), self.renderings()))
    }

    /// The terms that come again in the source, with what renders each mention.
    pub(crate) fn terms(&self) -> &[Term] {
        self.terms.get_or_init(|| terms::find(self.doc, self.word_links(), self.renderings()))
    }

    /// The initialisms of the target, and where they are introduced.
    pub fn acronyms(&self) -> &Acronyms {
        self.acronyms.get_or_init(|| {
            Acronyms::new(self.target().map(|(segment, s)| {
                let marks = s.text.marks().iter().filter(|m| m.kind.hides(&self.doc.langs.target));
                let hidden = marks.map(|m| m.range.clone()).collect();
                Part { segment, text: s.shown(), words: self.words(segment), hidden }
            }))
        })
    }

    /// Number of words in the target, as a score counts them.
    pub fn word_count(&self) -> usize {
        (0..self.doc.target.len())
            .filter(|&i| self.doc.target[i].is_text())
            .map(|i| self.words(i).len())
            .sum()
    }
}
