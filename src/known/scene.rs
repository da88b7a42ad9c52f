//! A document as the classes see it: the words of each target segment that has a source, and the source as a whole.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::ops::Range;

use super::heads::Heads;
use super::idioms::{Phrase, phrases};
use super::readings::{Readings, sounds_in};
use super::source_names::{SourceName, source_names};
use crate::analysis::Analysis;
use crate::document::Segment;
use crate::finding::Label;
use crate::lang::dictionary::Dictionary;
use crate::lang::gloss_words::gloss_words;
use crate::lang::is_han;
use crate::lang::old_kanji::traditional;
use crate::names::fold::fold;
use crate::share;
use crate::text::stem::stem;
use crate::text::words::is_capitalised;

/// What stands before a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// One blank.
    Space,
    /// A hyphen.
    Hyphen,
    /// Punctuation, or the beginning of the segment.
    Other,
}

/// A word of the target.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Bytes of the segment, without `'s`.
    pub(super) range: Range<u32>,
    /// Without case and marks.
    pub(super) folded: String,
    /// Whether it begins with a capital.
    pub(super) capital: bool,
    /// What stands before it.
    pub(super) gap: Gap,
    /// Whether `'s` was taken off, behind which a name cannot go on.
    pub(super) possessive: bool,
    /// Code, an address and the like: no text of the translation.
    pub(super) hidden: bool,
}

/// A target segment with what it translates.
#[derive(Debug)]
pub(super) struct Unit {
    /// Position in the target.
    pub(super) segment: usize,
    /// Positions in the source.
    pub(super) sources: Vec<u32>,
    /// Its words.
    pub(super) words: Vec<Word>,
}

impl Unit {
    /// The place of some words, from the first to the last.
    pub(super) fn label(&self, words: Range<usize>) -> Label {
        Label::target(self.segment, self.words[words.start].range.start..self.words[words.end - 1].range.end)
    }

    /// Whether a word goes on from the one before, as the parts of a name do.
    pub(super) fn joins(&self, at: usize) -> bool {
        at > 0 && self.words.get(at).is_some_and(|w| w.gap != Gap::Other) && !self.words[at - 1].possessive
    }
}

/// Segments that are worth a thread.
const SHARE: usize = 500;

/// The document.
pub(super) struct Scene<'a> {
    pub(super) a: &'a Analysis<'a>,
    /// Target segments that belong to source segments with Han characters.
    pub(super) units: Vec<Unit>,
    readings: OnceCell<Readings>,
    heads: OnceCell<Heads>,
    target_stems: OnceCell<HashSet<String>>,
    phrases: Vec<OnceCell<Vec<Phrase>>>,
    names: Vec<OnceCell<Vec<SourceName>>>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(a: &'a Analysis<'a>) -> Self {
        let mut sources: Vec<Vec<u32>> = vec![Vec::new(); a.doc.target.len()];
        for link in a.links() {
            link.target.iter().for_each(|&t| sources[t as usize].extend(&link.source));
        }
        let has_han = |s: &u32| a.doc.source[*s as usize].shown().chars().any(is_han);
        let segments: Vec<usize> =
            a.target().map(|(i, _)| i).filter(|i| sources[*i].iter().any(has_han)).collect();
        let unit =
            |&segment: &usize| Unit { segment, sources: sources[segment].clone(), words: words(a, segment) };
        let of_share = |_, segments: &[usize]| -> Vec<Unit> { segments.iter().map(unit).collect() };
        let units = share::map(&segments, SHARE, of_share).into_iter().flatten().collect();
        let segments = a.doc.source.len();
        Self {
            a,
            units,
            readings: OnceCell::new(),
            heads: OnceCell::new(),
            target_stems: OnceCell::new(),
            phrases: (0..segments).map(|_| OnceCell::new()).collect(),
            names: (0..segments).map(|_| OnceCell::new()).collect(),
        }
    }

    /// A word as it stands.
    pub(super) fn text(&self, unit: &Unit, word: usize) -> &'a str {
        let range = &unit.words[word].range;
        &self.a.doc.target[unit.segment].shown()[range.start as usize..range.end as usize]
    }

    /// The text of a source segment.
    pub(super) fn source(&self, segment: u32) -> &'a str {
        self.a.doc.source[segment as usize].shown()
    }

    /// The stems of all words of the target.
    pub(super) fn target_stems(&self) -> &HashSet<String> {
        self.target_stems.get_or_init(|| {
            let all = (0..self.a.doc.target.len()).flat_map(|segment| words(self.a, segment));
            all.map(|w| stem(&w.folded)).collect()
        })
    }

    /// The runs of characters in a source segment that make up no words, as the sounds of a foreign name do.
    pub(super) fn loose(&self, segment: u32) -> Vec<String> {
        let mut runs = vec![String::new()];
        for piece in Dictionary::get().segment(self.source(segment)) {
            let mut chars = piece.text.chars();
            match (chars.next().filter(|c| is_han(*c)), chars.next(), runs.last_mut()) {
                (Some(c), None, Some(run)) => run.push(c),
                _ => runs.push(String::new()),
            }
        }
        runs.retain(|run| run.chars().nth(1).is_some());
        runs
    }

    /// The English words of all words of the dictionary in a source segment.
    pub(super) fn glosses(&self, segment: u32) -> Vec<String> {
        let text = self.source(segment);
        let starts = text.char_indices().filter(|(_, c)| is_han(*c)).map(|(at, _)| &text[at..]);
        let heads = starts.flat_map(|rest| Dictionary::get().prefixes(rest).into_iter().map(|n| &rest[..n]));
        heads.flat_map(gloss_words).map(|(word, _)| fold(&word)).collect()
    }

    /// Whether nothing in the source is written, read or glossed as a folded word.
    pub(super) fn is_unexplained(&self, unit: &Unit, folded: &str) -> bool {
        // The glosses of the whole source come last, as they cost the most.
        !self.heads().have_latin(folded)
            && !self.readings().spells(folded)
            && !unit.sources.iter().any(|&s| self.loose(s).iter().any(|run| sounds_in(folded, run)))
            && !self.heads().explain(folded)
    }

    /// The idioms and slang of a source segment.
    pub(super) fn phrases(&self, segment: u32) -> &[Phrase] {
        self.phrases[segment as usize].get_or_init(|| phrases(self.source(segment)))
    }

    /// The names of a source segment that the dictionary knows.
    pub(super) fn names(&self, segment: u32) -> &[SourceName] {
        self.names[segment as usize].get_or_init(|| source_names(self.source(segment)))
    }

    /// What of the dictionary stands in the source.
    pub(super) fn heads(&self) -> &Heads {
        // The dictionary has the old forms of Japanese characters.
        let japanese = self.a.doc.langs.source.as_ref().is_some_and(|l| l.is("ja"));
        let read = |s: &'a Segment| if japanese { traditional(s.shown()).into() } else { s.shown().into() };
        self.heads.get_or_init(|| Heads::new(self.a.doc.source.iter().map(read)))
    }

    /// How every stretch of the source can be read.
    pub(super) fn readings(&self) -> &Readings {
        self.readings.get_or_init(|| Readings::new(self.a.doc.source.iter().map(Segment::shown)))
    }
}

fn words(a: &Analysis<'_>, segment: usize) -> Vec<Word> {
    let text = &a.doc.target[segment].text;
    let shown = text.shown();
    let mut before = 0;
    let mut out: Vec<Word> = Vec::new();
    for range in a.words(segment) {
        let whole = &shown[range.start as usize..range.end as usize];
        let bare = ["'s", "’s"].iter().find_map(|s| whole.strip_suffix(s)).unwrap_or(whole);
        let gap = match &shown[before..range.start as usize] {
            " " => Gap::Space,
            "-" | "‐" | "‑" => Gap::Hyphen,
            _ => Gap::Other,
        };
        before = range.end as usize;
        let range = range.start..range.start + bare.len() as u32;
        out.push(Word {
            folded: fold(bare),
            capital: is_capitalised(bare),
            gap,
            possessive: bare.len() < whole.len(),
            hidden: text.marks_at(range.clone()).any(|m| m.kind.hides(&a.doc.langs.target)),
            range,
        });
    }
    out
}
