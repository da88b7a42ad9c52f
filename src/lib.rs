//! mtlint, a linter for machine translation: reads a translated article, with or without its source, and reports what
//! went wrong in translation, each finding with an exact span.
//!
//! Most programs need the [`Checker`] alone:
//!
//! ```
//! let checker = mtlint::Checker::new().langs("zh", "en")?;
//! let report = checker.check_text("a.en.md", "Riding on the东风 of innovation.")?;
//! let finding = &report.findings[0];
//! assert_eq!((finding.rule.as_str(), finding.text.as_str()), ("untranslated-text", "东风"));
//! assert_eq!((finding.span.line, finding.span.column), (1, 14));
//! # Ok::<(), mtlint::error::Error>(())
//! ```
//!
//! - Files, a translation with its source, findings one by one out of large files: methods of [`Checker`].
//! - Rules of one's own: [`rule`], and [`Checker::rule`]. Rules without code: [`pack`], and [`Checker::pack`].
//! - Tests of rules, packs and settings, by marks in texts or by snapshots: [`testing`].
//! - Reports in all formats of the command: [`report::render`].
//!
//! The way of a file through the crate: [`source`] decodes it, a reader in [`document`] makes segments, [`analysis`]
//! computes what rules share, the rules of [`rule`] find, [`finding`] sorts out, [`report`] prints.
//!
//! What will grow is `#[non_exhaustive]`: the wire types of [`report`], [`error::Error`], [`rule::RuleMeta`] and others
//! get fields and variants without a new major version.

pub mod align;
pub mod analysis;
pub mod baseline;
pub mod book;
pub mod changed;
mod checker;
pub mod cli;
pub mod collection;
pub mod config;
pub mod decisions;
pub mod document;
pub mod engine;
pub mod error;
pub mod finding;
pub mod fix;
pub mod glossary;
mod hash;
mod known;
pub mod lang;
pub mod names;
pub mod numerals;
pub mod pack;
pub mod report;
pub mod rule;
mod rules;
pub mod run;
#[cfg(feature = "schema")]
pub mod schema;
mod share;
pub mod snapshot;
pub mod source;
mod terms;
pub mod testing;
pub mod text;
pub mod transcript;
pub mod walk;
mod words;

pub use checker::Checker;
