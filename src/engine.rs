//! One document's way: analysis, rules, arbitration, places, ignore comments.

use rayon::prelude::*;

use crate::analysis::Analysis;
use crate::collection;
use crate::config::Settings;
use crate::document::Document;
use crate::finding::{self, Placed, Raw, Silenced};
use crate::names::Names;
use crate::pack;
use crate::rule::{Rule, registry};
use crate::rules::unused_ignore;
use crate::source::Span;
use crate::transcript::Transcript;

/// What came out of one document.
#[derive(Debug, Default)]
pub struct Checked {
    /// Findings, sorted by place.
    pub findings: Vec<Placed>,
    /// Findings that ignore comments silenced.
    pub silenced: Vec<Silenced>,
    /// Number of target segments.
    pub segments: usize,
    /// Number of target words.
    pub words: usize,
    /// What is concluded over all documents of the run, if that was asked for.
    pub collected: Option<(Names, Vec<Span>)>,
    /// What the document says, if a format shows it.
    pub transcript: Option<Transcript>,
}

/// Whether settings want a finding; gives it the severity that they set.
pub(crate) fn wanted(finding: &mut Raw, doc: &Document, settings: &Settings) -> bool {
    let selection = &settings.selection;
    if !selection.wants(finding) {
        return false;
    }
    finding.severity = selection.severity(finding).unwrap_or(finding.severity);
    if !settings.rules.admit(finding, doc) {
        return false;
    }
    let at = finding.at;
    if at.is_hidden() {
        return true;
    }
    let shown = doc.side(at.side)[at.segment as usize].shown();
    settings.allow.is_empty() || !settings.allow.allows(shown, at.start as usize, at.end as usize)
}

/// Segments from which on rules share the work between threads.
const LARGE: usize = 4000;

/// What the selected rules find, in the order of the rules.
fn run_rules(analysis: &Analysis<'_>) -> Vec<Raw> {
    let settings = analysis.settings;
    let runs = |id| settings.selection.runs(id) && !(settings.across && id == collection::RULE);
    let rules = registry::RULES.iter().copied().chain(settings.own_rules.iter());
    let selected: Vec<&dyn Rule> = rules.filter(|r| runs(r.meta().id)).collect();
    let mut raw: Vec<Raw> = Vec::new();
    if analysis.doc.target.len() < LARGE {
        for rule in selected {
            rule.check(analysis, &mut raw);
        }
        return raw;
    }
    let one = |rule: &&dyn Rule| {
        let mut found = Vec::new();
        rule.check(analysis, &mut found);
        found
    };
    let found: Vec<Vec<Raw>> = selected.par_iter().map(one).collect();
    found.into_iter().flatten().collect()
}

/// Checks one document.
pub fn check(doc: &Document, settings: &Settings) -> Checked {
    let analysis = Analysis::new(doc, settings);
    let mut raw = run_rules(&analysis);
    pack::report_others(&analysis, &mut raw);
    raw.retain_mut(|f| wanted(f, doc, settings));
    let placed: Vec<Placed> =
        finding::arbitrate(raw).into_iter().map(|raw| finding::resolve(doc, raw)).collect();
    let collects = settings.across && settings.selection.runs(collection::RULE);
    let collected = collects.then(|| collection::names_and_taken(&analysis, &placed));
    let ignores = if settings.no_ignores { &[][..] } else { &doc.ignores[..] };
    let left = finding::suppress(placed, ignores);
    let mut findings = left.kept;
    settings.rules.cap(&mut findings);
    findings.extend(unused_ignore::find(doc, ignores, &left.used, settings));
    Checked {
        findings,
        silenced: left.silenced,
        segments: doc.target.len(),
        words: analysis.word_count(),
        collected,
        transcript: settings.transcripts.then(|| Transcript::read(&analysis)),
    }
}
