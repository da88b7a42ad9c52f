//! A rule pack as it is written in TOML.
//!
//! The build script includes this file too, to check the packs that ship and to store them in a form that loads fast:
//! nothing here may use the rest of the crate.

mod entry;
mod flexible;
mod words;

use serde::{Deserialize, Serialize};

use flexible::Absent;

pub use entry::EntrySpec;
pub use flexible::{CaseText, Many, Wrong};
pub use words::{Apply, Case, Level, Scope};

/// One file.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PackFile {
    /// What the pack is.
    pub pack: Header,
    /// Names of persons, companies, places, products, works.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub name: Vec<EntrySpec>,
    /// Terms and set phrases.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub term: Vec<EntrySpec>,
    /// Regular expressions and lists of phrases with a message of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pattern: Vec<EntrySpec>,
    /// Spellings that must not be mixed in one text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub either: Vec<EntrySpec>,
    /// Regular expressions on the source and on the translation beside it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pair: Vec<EntrySpec>,
}

/// What a pack says of itself.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Its id, lower case with slashes: `zh-en/brands`.
    pub id: String,
    /// Its version, which reports carry.
    pub version: String,
    /// One line on what it holds.
    pub summary: String,
    /// Language translated from, matched by prefix; none is any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_lang: Option<String>,
    /// Language translated into.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target_lang: Option<String>,
    /// Packs that this one builds on, by id or by path: they are in use with it, and its entries take the place of
    /// theirs of the same id.
    #[serde(default, skip_serializing_if = "Absent::absent")]
    pub extends: Many<String>,
    /// Entries of these packs that are switched off: `ENTRY`, `PACK/ENTRY` or a whole `PACK`.
    #[serde(default, skip_serializing_if = "Absent::absent")]
    pub disable: Many<String>,
}

/// The kinds of entries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// `[[name]]`
    Name,
    /// `[[term]]`
    Term,
    /// `[[pattern]]`
    Pattern,
    /// `[[either]]`
    Either,
    /// `[[pair]]`
    Pair,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Kind; 5] = [Kind::Name, Kind::Term, Kind::Pattern, Kind::Either, Kind::Pair];

    /// The key in the file.
    pub fn key(self) -> &'static str {
        match self {
            Kind::Name => "name",
            Kind::Term => "term",
            Kind::Pattern => "pattern",
            Kind::Either => "either",
            Kind::Pair => "pair",
        }
    }
}

impl PackFile {
    /// The entries of one kind, in the order of the file.
    pub fn entries(&self, kind: Kind) -> &[EntrySpec] {
        match kind {
            Kind::Name => &self.name,
            Kind::Term => &self.term,
            Kind::Pattern => &self.pattern,
            Kind::Either => &self.either,
            Kind::Pair => &self.pair,
        }
    }

    /// The file without its tests, as it is needed to check texts.
    pub fn without_tests(mut self) -> Self {
        let kinds = [&mut self.name, &mut self.term, &mut self.pattern, &mut self.either, &mut self.pair];
        for entry in kinds.into_iter().flatten() {
            (entry.flags, entry.passes, entry.becomes) = (Many::default(), Many::default(), Many::default());
        }
        self
    }
}
