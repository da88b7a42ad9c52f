//! mtlint, a linter for machine translation: reads a translated article, with or without its source, and reports what
//! went wrong in translation, each finding with an exact span.
//!
//! The way of a file through the crate: [`source`] decodes it, a reader in [`document`] makes segments, [`analysis`]
//! computes what rules share, the rules of [`rule`] find, [`finding`] sorts out, [`report`] prints.

pub mod align;
pub mod analysis;
pub mod baseline;
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
mod known;
pub mod lang;
pub mod names;
pub mod numerals;
pub mod pack;
pub mod report;
pub mod rule;
mod rules;
pub mod run;
pub mod source;
mod terms;
pub mod text;
pub mod transcript;
pub mod walk;
mod words;
