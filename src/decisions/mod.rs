//! Decisions that people made on a page of findings, put into effect: fixes and new wordings are written into the files,
//! what is to be ignored gets an ignore comment, or where the format has none an entry of a baseline.
//!
//! A decision is for one text: a file that has changed since is left alone and told of, and the others are done.

mod comments;
mod file;
mod plan;

pub use file::{Decision, Decisions, FileDecisions, What};
pub use plan::{Counts, Plan, plan};

#[cfg(test)]
mod tests;
