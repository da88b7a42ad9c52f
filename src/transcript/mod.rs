//! What a document says, apart from what is wrong in it: its texts, what of them belongs together, its names.
//!
//! Collected only where a format shows the articles themselves. A transcript stands on its own, so the document may go
//! and renderers read no files.

pub(crate) mod names;
mod rows;

use std::hash::Hasher;
use std::sync::Arc;

use crate::align::Bead;
use crate::analysis::Analysis;
use crate::document::{Lang, Role, Segment, Side};
use crate::finding::{Fnv, Label};
use crate::source::SourceFile;

/// The texts of one file. Labels count segments through all documents of the file.
#[derive(Debug, Default)]
pub struct Transcript {
    /// Which text this is of: a decision that was made on it is for no other.
    pub hash: u64,
    /// The languages of its first document, source and target; none of a source that is not known.
    pub langs: [Option<Lang>; 2],
    /// The segments of the translation.
    pub target: Vec<Passage>,
    /// The segments of the source.
    pub source: Vec<Passage>,
    /// What to show side by side, in the order of the translation. Every segment is in one of them.
    pub rows: Vec<Row>,
    /// Sentences that translate one another.
    pub beads: Vec<Bead>,
    /// Names and terms with their renderings.
    pub names: Vec<Entry>,
}

/// A segment as a reader sees it.
#[derive(Debug)]
pub struct Passage {
    /// Its number on its side of the file, as findings have it.
    pub index: u32,
    /// The id of its unit in a bilingual file.
    pub unit: Option<Arc<str>>,
    /// Its language, where that is known.
    pub lang: Option<Lang>,
    /// What it is.
    pub role: Role,
    /// Its line in the file, from 1.
    pub line: u32,
    /// What it says.
    pub text: Box<str>,
}

/// Segments that stand side by side, by their positions in the lists of the transcript.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Of the source.
    pub source: Vec<u32>,
    /// Of the translation.
    pub target: Vec<u32>,
}

/// A name or a term in all its renderings.
#[derive(Debug)]
pub struct Entry {
    /// Whether it is a term and no name.
    pub is_term: bool,
    /// What the source has, where that is known.
    pub source: Option<Box<str>>,
    /// Its renderings, the most frequent first.
    pub renderings: Vec<Rendering>,
}

/// One rendering with its places.
#[derive(Debug)]
pub struct Rendering {
    /// As written.
    pub text: Box<str>,
    /// Where it stands in the translation, in order.
    pub places: Vec<Label>,
}

impl Transcript {
    /// Reads what the rules of a document have read.
    pub fn read(analysis: &Analysis<'_>) -> Self {
        let doc = analysis.doc;
        let source_file = doc.source_file.as_deref().unwrap_or(&doc.file);
        let langs = [doc.langs.source.clone(), Some(doc.langs.target.clone())];
        let passages = |side: &[Segment], file: &SourceFile, lang: &Option<Lang>| {
            side.iter().map(|s| passage(s, file, lang.clone())).collect::<Vec<_>>()
        };
        Self {
            hash: 0,
            target: passages(&doc.target, &doc.file, &langs[1]),
            source: passages(&doc.source, source_file, &langs[0]),
            langs,
            rows: rows::rows(analysis.links(), doc.source.len(), doc.target.len()),
            beads: analysis.beads().to_vec(),
            names: names::entries(analysis),
        }
    }

    /// Adds the next document of the same file.
    pub fn append(&mut self, next: Transcript) {
        if self.rows.is_empty() {
            *self = next;
            return;
        }
        let (source, target) = (self.source.len() as u32, self.target.len() as u32);
        let moved = |at: Label| Label {
            segment: at.segment + if at.side == Side::Target { target } else { source },
            ..at
        };
        self.rows.extend(next.rows.into_iter().map(|row| Row {
            source: row.source.into_iter().map(|s| s + source).collect(),
            target: row.target.into_iter().map(|t| t + target).collect(),
        }));
        self.beads.extend(next.beads.into_iter().map(|bead| Bead {
            source: bead.source.into_iter().map(moved).collect(),
            target: bead.target.into_iter().map(moved).collect(),
        }));
        let entries = next.names.into_iter().map(|mut entry| {
            entry.renderings.iter_mut().flat_map(|r| &mut r.places).for_each(|at| *at = moved(*at));
            entry
        });
        self.names.extend(entries);
        self.source.extend(next.source);
        self.target.extend(next.target);
    }

    /// Once all documents of a file are in it: puts entries for one name together, those in several renderings first.
    pub fn finish(&mut self, file: &SourceFile) {
        self.hash = hash(&file.text);
        names::merge(&mut self.names);
    }
}

/// Which text a file holds.
pub fn hash(text: &str) -> u64 {
    let mut hash = Fnv::default();
    hash.write(text.as_bytes());
    Hasher::finish(&hash)
}

fn passage(segment: &Segment, file: &SourceFile, lang: Option<Lang>) -> Passage {
    let start = segment.text.raw(0..(segment.shown().len() as u32).min(1)).start;
    Passage {
        index: segment.index,
        unit: segment.unit.clone(),
        lang,
        role: segment.role,
        line: file.lines().line_of(start) as u32 + 1,
        text: segment.shown().into(),
    }
}

#[cfg(test)]
mod tests;
