//! Names in a text: every mention of them, and which renderings can hardly be two things.
//!
//! [`Names::read`] finds the mentions and puts them to one record a rendering. The classes of evidence in [`classes`] look
//! at the records alone and say which two are one name ([`Join`]), or why two that look alike are not ([`Veto`]);
//! [`conflicts`] puts the joins together.

mod bodies;
pub mod class;
pub mod classes;
mod cluster;
mod compounds;
pub mod facts;
mod find;
pub mod fold;
mod gather;
mod name;
mod persons;
mod phrases;
mod scene;
mod similar;
pub mod source;
mod stems;
pub mod syllables;
mod titles;
mod tokens;
mod word;

use std::collections::HashMap;

pub use class::{Class, Join, Pairs, Seen, Veto};
pub use cluster::{Conflict, conflicts};
pub use gather::{Gathered, gather};
pub use name::{Kind, Mention, Name, Neighbour};
pub use source::Renderings;
pub use word::Word;

use crate::document::Document;
use crate::finding::Label;

/// A rendering, by its number in [`Names`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NameId(u32);

/// All renderings of names in a text, sorted by what they look like and how they are written.
#[derive(Clone, Debug, Default)]
pub struct Names {
    records: Vec<Name>,
    lower: HashMap<Box<str>, (u32, Label)>,
    other_source: bool,
}

impl Names {
    /// Finds the names in the target of a document; none if it is not in English.
    pub fn read(doc: &Document) -> Self {
        let mut finder = find::Finder::default();
        if doc.langs.target.is("en") {
            finder.read(doc);
        }
        let mut names = finder.names;
        for name in &mut names {
            name.neighbours.sort_by(|a, b| a.key().cmp(&b.key()));
            name.neighbours.dedup_by(|a, b| a.key() == b.key());
        }
        names.sort_by(|a, b| (a.kind, &a.text).cmp(&(b.kind, &b.text)));
        let other_source = doc.langs.source.as_ref().is_some_and(|lang| !lang.is("zh") && !lang.is("yue"));
        Self { records: names, lower: finder.lower, other_source }
    }

    /// The record of a rendering.
    pub fn get(&self, id: NameId) -> &Name {
        &self.records[id.0 as usize]
    }

    /// All renderings.
    pub fn iter(&self) -> impl Iterator<Item = (NameId, &Name)> {
        self.records.iter().enumerate().map(|(i, name)| (NameId(i as u32), name))
    }

    /// The renderings that look alike in kind.
    pub fn of(&self, kind: Kind) -> impl Iterator<Item = (NameId, &Name)> {
        let start = self.records.partition_point(|n| n.kind < kind);
        let end = self.records.partition_point(|n| n.kind <= kind);
        self.records[start..end].iter().enumerate().map(move |(i, name)| (NameId((start + i) as u32), name))
    }

    /// The rendering of a kind that is written so.
    pub fn find(&self, kind: Kind, text: &str) -> Option<NameId> {
        let at = self.records.binary_search_by(|n| (n.kind, &*n.text).cmp(&(kind, text)));
        at.ok().map(|i| NameId(i as u32))
    }

    /// Whether names may be Chinese: the source is, or is not known.
    pub fn may_be_chinese(&self) -> bool {
        !self.other_source
    }

    /// The rendering that is written so, whatever it looks like; of several the one with most mentions.
    pub fn find_any(&self, text: &str) -> Option<NameId> {
        let same = [
            Kind::Body,
            Kind::Person,
            Kind::Run,
            Kind::Word,
            Kind::Phrase,
            Kind::Title,
            Kind::Lettered,
            Kind::Compound,
        ]
        .into_iter()
        .filter_map(|k| self.find(k, text));
        same.max_by_key(|&id| (self.get(id).count(), std::cmp::Reverse(id)))
    }

    /// How often a word stands in lower case in the text.
    pub fn in_lower_case(&self, lower: &str) -> u32 {
        self.lower.get(lower).map_or(0, |(n, _)| *n)
    }
}
