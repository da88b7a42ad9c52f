//! `mtlint.toml` as it is written.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::Weights;
use crate::finding::Severity;

/// Everything that a configuration file can say. Unknown keys are errors.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Options {
    /// The least version of mtlint that the project asks for, such as `0.1` or `>=0.1.2`.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub required_version: Option<Spanned<String>>,
    /// Configurations that this one builds on, relative to it: what is said here is said besides, or instead.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    #[serde(default)]
    pub extends: Vec<Spanned<String>>,
    /// Language translated from, a BCP 47 tag.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub source_lang: Option<Spanned<String>>,
    /// Language translated into, a BCP 47 tag.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub target_lang: Option<Spanned<String>>,
    /// Rules, packs and entries to run; without it all.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub select: Option<Vec<Spanned<String>>>,
    /// Rules, packs and entries not to run.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    #[serde(default)]
    pub ignore: Vec<Spanned<String>>,
    /// Packs and entries (`PACK/ENTRY`) that are not even loaded.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    #[serde(default)]
    pub disable: Vec<Spanned<String>>,
    /// Globs of paths to leave out of a walk.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    #[serde(default)]
    pub exclude: Vec<Spanned<String>>,
    /// Rule packs of one's own: files or folders, relative to the configuration.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    #[serde(default)]
    pub packs: Vec<Spanned<String>>,
    /// Termbases: CSV, TSV, TOML or TBX files, relative to the configuration.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    #[serde(default)]
    pub glossary: Vec<Spanned<String>>,
    /// Severities by rule, pack or entry.
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, Severity>"))]
    #[serde(default)]
    pub severity: BTreeMap<Spanned<String>, Severity>,
    /// Options by rule, pack or entry.
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, RuleOptions>"))]
    #[serde(default)]
    pub rules: BTreeMap<Spanned<String>, RuleOptions>,
    /// What is compared over all articles of a run.
    #[serde(default)]
    pub collection: Collection,
    /// What findings cost in the score.
    #[serde(default)]
    pub score: Option<Weights>,
    /// What is right here.
    #[serde(default)]
    pub allow: Allow,
    /// What `mtlint test` does.
    #[serde(default)]
    pub test: Test,
    /// Settings for some paths, applied in order.
    #[serde(default, rename = "override")]
    pub overrides: Vec<Override>,
}

/// Options of one rule, pack or entry.
#[derive(Debug, Default, Clone, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct RuleOptions {
    /// The most findings in one document; the first ones stay.
    pub max: Option<u32>,
    /// Words and names that it must not report, in any case.
    #[serde(default)]
    pub allow: Vec<String>,
    /// Where it does not look.
    #[serde(default)]
    pub not_in: Vec<Part>,
}

/// A part of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// The title.
    Title,
    /// Headings below the title.
    Heading,
    /// Quotations set off as blocks.
    Quote,
    /// List items.
    Item,
    /// Table cells.
    Cell,
    /// Texts that stand for images, and captions.
    Image,
    /// Footnotes.
    Note,
    /// Front matter other than the title.
    Meta,
}

/// What is compared over all articles of a run.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Collection {
    /// Whether one name must be rendered the same in all of them, as with `--across`.
    pub names: Option<bool>,
}

/// What is right here and must not be reported.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Allow {
    /// Words, in any case.
    #[serde(default)]
    pub words: Vec<String>,
    /// Names, as they are written, their possessive and plural included.
    #[serde(default)]
    pub names: Vec<String>,
    /// Phrases: no finding that lies inside one is reported.
    #[serde(default)]
    pub phrases: Vec<String>,
    /// Files with one phrase a line; `#` begins a comment.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    #[serde(default)]
    pub files: Vec<Spanned<String>>,
}

/// What `mtlint test` does.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Test {
    /// Folders of sample articles, relative to the configuration; each keeps its snapshots in `snapshots/`.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    #[serde(default)]
    pub samples: Vec<Spanned<String>>,
    /// A folder of texts in which no pack may find anything.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub clean: Option<Spanned<String>>,
}

/// Settings for paths that match one of the globs.
#[derive(Debug, Default, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Override {
    /// Globs, relative to the configuration that governs the files.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    pub files: Vec<Spanned<String>>,
    /// As above, instead of it.
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<String>>"))]
    pub select: Option<Vec<Spanned<String>>>,
    /// As above, besides it.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<String>"))]
    #[serde(default)]
    pub ignore: Vec<Spanned<String>>,
    /// As above, besides it.
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, Severity>"))]
    #[serde(default)]
    pub severity: BTreeMap<Spanned<String>, Severity>,
    /// As above, besides it.
    #[cfg_attr(feature = "schema", schemars(with = "BTreeMap<String, RuleOptions>"))]
    #[serde(default)]
    pub rules: BTreeMap<Spanned<String>, RuleOptions>,
    /// As above, instead of it.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub source_lang: Option<Spanned<String>>,
    /// As above, instead of it.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub target_lang: Option<Spanned<String>>,
}
