//! What came out of one file.

use std::sync::Arc;

use crate::collection::Facts;
use crate::config::Weights;
use crate::error::Error;
use crate::finding::{Placed, Silenced};
use crate::transcript::Transcript;
use crate::walk::Input;

/// What came out of one file.
#[derive(Debug)]
pub struct FileResult {
    /// The file that was checked.
    pub path: Arc<str>,
    /// Its source, if it had one of its own.
    pub source: Option<Arc<str>>,
    /// Its encoding.
    pub encoding: &'static str,
    /// Number of target segments.
    pub segments: usize,
    /// Number of target words.
    pub words: usize,
    /// Findings that ignore comments silenced, sorted by place.
    pub silenced: Vec<Silenced>,
    /// What findings cost in the score.
    pub weights: Weights,
    /// Findings, sorted by place.
    pub findings: Vec<Placed>,
    /// What is concluded over all files of the run, if that was asked for.
    pub facts: Facts,
    /// What the file says, if a format shows it.
    pub transcript: Option<Transcript>,
    /// What could not be read or used. Findings before the fault stand.
    pub errors: Vec<Error>,
}

impl FileResult {
    /// Nothing found in a file as yet.
    pub(crate) fn empty(path: &str) -> Self {
        Self {
            path: path.into(),
            source: None,
            encoding: "utf-8",
            segments: 0,
            words: 0,
            silenced: Vec::new(),
            weights: Weights::default(),
            findings: Vec::new(),
            facts: Facts::default(),
            transcript: None,
            errors: Vec::new(),
        }
    }

    /// The result of an input that could not be read.
    pub fn failed(input: &Input, error: Error) -> Self {
        Self { errors: vec![error], ..Self::of(input) }
    }

    /// Nothing found in an input as yet.
    pub(super) fn of(input: &Input) -> Self {
        Self { source: input.source.as_ref().map(|s| s.name().into()), ..Self::empty(&input.name) }
    }

    pub(super) fn sort(&mut self) {
        self.findings.sort_by(|a, b| order(a).cmp(&order(b)));
        self.silenced.sort_by(|a, b| order(&a.finding).cmp(&order(&b.finding)));
    }
}

/// Sorted by target path (the caller's order), start, end, rule. A place in the source is sorted by where it is.
fn order(f: &Placed) -> (u32, u32, &str, &str) {
    (f.at.span.start, f.at.span.end, &f.rule, f.entry.as_deref().unwrap_or_default())
}
