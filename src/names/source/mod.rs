//! Names in the source of a document and their renderings, mention by mention: what the source says is one name, and what
//! it says are two.
//!
//! `find` reads the names of the source, `assign` gives each mention the words of the target that render it, with the
//! evidence, and `judge` compares the renderings of one name.

mod assign;
mod beads;
mod carry;
mod cues;
mod differ;
mod families;
mod find;
mod foreign;
mod forms;
mod heads;
mod judge;
mod kanji;
mod marks;
mod meaning;
mod people;
mod phones;
mod repeated;
mod sounds;
mod strays;
mod titles;
mod together;
mod units;
mod words;

use super::{NameId, Names};
use crate::document::Document;
use crate::finding::Label;
use crate::{align::Bead, pack::PackSet};

pub(crate) use cues::is_kind_of_body;
pub(super) use judge::judge;
pub use strays::Stray;
pub use titles::{Title, Wording};
pub(crate) use words::cut;

/// What a name of the source was told by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Origin {
    /// The dictionary or a rule pack has it.
    Known,
    /// The dictionary has it as a name and as an ordinary word, or it is one character: it explains words of the target
    /// and is not compared.
    Faint,
    /// A surname and a given name.
    Person,
    /// Written by sound.
    Foreign,
    /// Characters that are no word and stand together several times.
    Repeated,
    /// Several words that come again together, the name of a body or an event perhaps.
    Unit,
}

/// A name of the source with all its mentions.
#[derive(Clone, Debug)]
pub struct SourceName {
    /// As written.
    pub text: Box<str>,
    /// What it was told by.
    pub origin: Origin,
    /// Where it stands, in the order of the text.
    pub mentions: Vec<Label>,
    /// The first of the names that are one with this one: the full name of a short one.
    pub family: u32,
    forms: forms::Forms,
    /// What a short name of a country stands for in other texts.
    misread: Option<forms::Forms>,
    sounds: Vec<sounds::Sounds>,
    /// Whether it is a name whatever the target has.
    solid: bool,
}

/// What says that words of the target render a name; the strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// They are the form that the dictionary, a rule pack or the source itself gives.
    Known,
    /// They sound like it.
    Sound,
    /// They say what its words mean.
    Meaning,
    /// They are the only phrase left with a noun that says what kind of body it is.
    Head,
    /// They stand beside it in several sentences and never without.
    Together,
    /// They are the only name in the sentence that nothing else explains, and it is the only one without a rendering.
    Alone,
}

/// What renders a mention of a name.
#[derive(Clone, Debug)]
pub struct Rendering {
    /// The name, by its number in [`Renderings::names`].
    pub name: u32,
    /// Where the name stands.
    pub source: Label,
    /// Where its rendering stands.
    pub target: Label,
    /// The record of the rendering; none if it is written unlike a name.
    pub id: Option<NameId>,
    /// What says so.
    pub evidence: Evidence,
    /// How well it fits, 0 to 1.
    pub strength: f64,
}

/// The names of a source and their renderings.
#[derive(Clone, Debug, Default)]
pub struct Renderings {
    /// The names, in the order in which they first stand in the text.
    pub names: Vec<SourceName>,
    /// What renders them, in the order of the target.
    pub all: Vec<Rendering>,
    /// Names of the target that render none of those that stand opposite, in the order of the target.
    pub strays: Vec<Stray>,
    /// Strings between marks that have several wordings.
    pub titles: Vec<Title>,
}

impl Renderings {
    /// Finds the names of the source and what renders them in the target; empty without a source that can be read, and for
    /// a target that is not English.
    pub fn read(doc: &Document, beads: &[Bead], names: &Names, packs: &PackSet) -> Self {
        let source = doc.langs.source.as_ref();
        let readable = source.is_some_and(|s| ["zh", "ja", "ko"].iter().any(|l| s.is(l)));
        if !readable || !doc.langs.target.is("en") || beads.is_empty() {
            return Self::default();
        }
        let mut found = find::find(doc, packs);
        let (all, strays) = assign::assign(doc, beads, names, &mut found);
        Self { names: found.names, all, strays, titles: titles::titles(doc, beads) }
    }

    /// The name that a rendering stands for, or the first of its family.
    fn family(&self, rendering: &Rendering) -> u32 {
        self.names[rendering.name as usize].family
    }
}

#[cfg(test)]
mod tests;
