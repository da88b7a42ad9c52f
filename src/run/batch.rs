//! Documents of one file that are checked together.

use rayon::prelude::*;

use super::FileResult;
use crate::config::Settings;
use crate::document::Document;
use crate::engine;

/// Documents of one file that wait to be checked together.
pub(super) struct Batch<'s> {
    documents: Vec<Document>,
    segments: usize,
    /// How many documents of the file have been checked.
    done: usize,
    settings: &'s Settings,
}

/// Segments that are worth more than one thread, and so many wait at most besides the last document.
const BATCH: usize = 2000;

impl<'s> Batch<'s> {
    pub(super) fn new(settings: &'s Settings) -> Self {
        Self { documents: Vec::new(), segments: 0, done: 0, settings }
    }

    /// Takes one more; checks what waits once it is worth it.
    pub(super) fn add(&mut self, document: Document, result: &mut FileResult) {
        self.segments += document.target.len();
        self.documents.push(document);
        if self.segments >= BATCH {
            self.check(result);
        }
    }

    /// Checks what waits; results are in the order of the documents.
    pub(super) fn check(&mut self, result: &mut FileResult) {
        let documents = std::mem::take(&mut self.documents);
        let one = |doc: &Document| engine::check(doc, self.settings);
        let checked: Vec<engine::Checked> = match std::mem::take(&mut self.segments) >= BATCH {
            true => documents.par_iter().map(one).collect(),
            false => documents.iter().map(one).collect(),
        };
        for (checked, document) in checked.into_iter().zip(documents) {
            if let Some((names, taken)) = checked.collected {
                result.facts.add(self.done, document, self.settings, names, taken);
            }
            if let Some(transcript) = checked.transcript {
                result.transcript.get_or_insert_default().append(transcript);
            }
            self.done += 1;
            result.segments += checked.segments;
            result.words += checked.words;
            result.silenced.extend(checked.silenced);
            result.findings.extend(checked.findings);
        }
    }
}
