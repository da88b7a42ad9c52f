//! One document's way: analysis, rules, arbitration, places, ignore comments.

use crate::analysis::Analysis;
use crate::config::Settings;
use crate::document::Document;
use crate::finding::{self, Placed, Raw};
use crate::pack;
use crate::rule::registry;

/// What came out of one document.
#[derive(Debug, Default)]
pub struct Checked {
    /// Findings, sorted by place.
    pub findings: Vec<Placed>,
    /// How many findings ignore comments silenced.
    pub silenced: usize,
    /// Number of target segments.
    pub segments: usize,
    /// Number of target words.
    pub words: usize,
}

/// Checks one document.
pub fn check(doc: &Document, settings: &Settings) -> Checked {
    let analysis = Analysis::new(doc, settings);
    let mut raw: Vec<Raw> = Vec::new();
    for rule in registry::RULES {
        rule.check(&analysis, &mut raw);
    }
    pack::report_others(&analysis, &mut raw);
    let placed: Vec<Placed> =
        finding::arbitrate(raw).into_iter().map(|raw| finding::resolve(doc, raw)).collect();
    let ignores = if settings.no_ignores { &[][..] } else { &doc.ignores[..] };
    let left = finding::suppress(placed, ignores);
    Checked {
        findings: left.kept,
        silenced: left.silenced,
        segments: doc.target.len(),
        words: analysis.word_count(),
    }
}
