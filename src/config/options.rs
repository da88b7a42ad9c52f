//! `mtlint.toml` as it is written.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::Weights;
use crate::finding::Severity;

/// Everything that a configuration file can say. Unknown keys are errors.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Options {
    /// The least version of mtlint that the project asks for, such as `0.1` or `>=0.1.2`.
    pub required_version: Option<Spanned<String>>,
    /// Language translated from.
    pub source_lang: Option<Spanned<String>>,
    /// Language translated into.
    pub target_lang: Option<Spanned<String>>,
    /// Rules, packs and entries to run; without it all.
    pub select: Option<Vec<Spanned<String>>>,
    /// Rules, packs and entries not to run.
    #[serde(default)]
    pub ignore: Vec<Spanned<String>>,
    /// Globs of paths to leave out of a walk.
    #[serde(default)]
    pub exclude: Vec<Spanned<String>>,
    /// Rule packs of one's own: files or folders, relative to the configuration.
    #[serde(default)]
    pub packs: Vec<Spanned<String>>,
    /// Termbases: CSV, TSV, TOML or TBX files, relative to the configuration.
    #[serde(default)]
    pub glossary: Vec<Spanned<String>>,
    /// Severities by rule, pack or entry.
    #[serde(default)]
    pub severity: BTreeMap<String, Spanned<Severity>>,
    /// What is compared over all articles of a run.
    #[serde(default)]
    pub collection: Collection,
    /// What findings cost in the score.
    #[serde(default)]
    pub score: Weights,
    /// What is right here.
    #[serde(default)]
    pub allow: Allow,
    /// Settings for some paths, applied in order.
    #[serde(default, rename = "override")]
    pub overrides: Vec<Override>,
}

/// What is compared over all articles of a run.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Collection {
    /// Whether one name must be rendered the same in all of them, as with `--across`.
    #[serde(default)]
    pub names: bool,
}

/// What is right here and must not be reported.
#[derive(Debug, Default, Deserialize)]
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
    #[serde(default)]
    pub files: Vec<Spanned<String>>,
}

/// Settings for paths that match one of the globs.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Override {
    /// Globs, relative to the configuration.
    pub files: Vec<Spanned<String>>,
    /// As above, instead of it.
    pub select: Option<Vec<Spanned<String>>>,
    /// As above, besides it.
    #[serde(default)]
    pub ignore: Vec<Spanned<String>>,
    /// As above, besides it.
    #[serde(default)]
    pub severity: BTreeMap<String, Spanned<Severity>>,
    /// As above, instead of it.
    pub source_lang: Option<Spanned<String>>,
    /// As above, instead of it.
    pub target_lang: Option<Spanned<String>>,
}
