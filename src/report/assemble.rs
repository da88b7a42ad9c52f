//! From the results of a run to the report: counts, scores, fingerprints.

use std::collections::BTreeMap;

use super::wire::{
    BytesReport, EditReport, ErrorReport, FileReport, FindingReport, FixReport, PackReport, RelatedReport,
    Report, SpanReport, Summary, Tool,
};
use crate::baseline::Baseline;
use crate::error::Error;
use crate::finding::{Fingerprints, Place, Placed, Severity};
use crate::pack::PackSet;
use crate::rule::registry;
use crate::run::FileResult;

impl Report {
    /// Puts a run's results together; they are in the order of their paths.
    pub fn new(results: Vec<FileResult>, errors: Vec<Error>, show_info: bool) -> Self {
        Self::beyond(&mut Baseline::default(), results, errors, show_info)
    }

    /// The same, without the findings that a baseline knows: they count as suppressed, and for no score.
    pub fn beyond(
        baseline: &mut Baseline,
        results: Vec<FileResult>,
        mut errors: Vec<Error>,
        show_info: bool,
    ) -> Self {
        let (mut files, mut findings, mut transcripts) = (Vec::new(), Vec::new(), Vec::new());
        let (mut silenced, mut penalty) = (0, 0.0);
        for mut result in results {
            let mut fingerprints = Fingerprints::default();
            let all = result.findings.len();
            let marked = std::mem::take(&mut result.findings).into_iter().map(|f| (fingerprints.next(&f), f));
            let (marked, own): (Vec<String>, Vec<Placed>) =
                marked.filter(|(fingerprint, _)| !baseline.takes(fingerprint)).unzip();
            silenced += result.silenced + all - own.len();
            result.findings = own;
            let own = penalty_of(&result.findings);
            penalty += own;
            errors.append(&mut result.errors);
            transcripts.push(result.transcript.take());
            files.push(FileReport {
                path: result.path,
                source: result.source,
                encoding: result.encoding,
                segments: result.segments,
                words: result.words,
                findings: result.findings.len(),
                score: score(own, result.words),
            });
            findings.extend(result.findings.into_iter().zip(marked).map(|(f, print)| finding(f, print)));
        }
        let mut summary = Summary {
            files: files.len(),
            segments: files.iter().map(|f| f.segments).sum(),
            words: files.iter().map(|f| f.words).sum(),
            findings: findings.len(),
            suppressed: silenced,
            by_severity: BTreeMap::from([("error", 0), ("warning", 0), ("info", 0)]),
            by_rule: BTreeMap::new(),
            score: score(penalty, files.iter().map(|f| f.words).sum()),
        };
        for f in &findings {
            *summary.by_severity.entry(f.severity.name()).or_default() += 1;
            *summary.by_rule.entry(f.rule.clone()).or_default() += 1;
        }
        let errors = errors
            .iter()
            .map(|e| ErrorReport { path: e.path(), line: e.line(), message: e.to_string() })
            .collect();
        let tool = Tool { name: "mtlint", version: env!("CARGO_PKG_VERSION"), packs: Vec::new() };
        Self { version: 1, tool, summary, files, errors, findings, show_info, transcripts }
    }

    /// The same, naming the packs in use.
    pub fn with_packs(mut self, packs: &PackSet) -> Self {
        let headers = packs.packs().iter().map(|p| &p.header);
        self.tool.packs =
            headers.map(|h| PackReport { id: h.id.clone(), version: h.version.clone() }).collect();
        self
    }

    /// The findings that formats for people show.
    pub fn shown(&self) -> impl Iterator<Item = &FindingReport> {
        self.findings.iter().filter(|f| f.severity > Severity::Info || self.show_info)
    }

    /// The worst severity that was found.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|f| f.severity).max()
    }
}

/// An error weighs 5, a warning 1, a warning about punctuation 0.1; a group counts once.
fn penalty_of(findings: &[Placed]) -> f64 {
    let mut groups = std::collections::BTreeSet::new();
    let mut sum = 0.0;
    for f in findings {
        if f.group.is_some_and(|g| !groups.insert(g)) {
            continue;
        }
        sum += match f.severity {
            Severity::Error => 5.0,
            Severity::Warning if f.rule.contains("punctuation") => 0.1,
            Severity::Warning => 1.0,
            Severity::Info => 0.0,
        };
    }
    sum
}

fn score(penalty: f64, words: usize) -> f64 {
    let score = 100.0 - 100.0 * penalty / (words.max(1) as f64);
    (score.max(0.0) * 10.0).round() / 10.0
}

fn finding(f: Placed, fingerprint: String) -> FindingReport {
    let fixes = f.fixes.into_iter().map(|fix| FixReport {
        applicability: fix.applicability,
        edits: fix
            .edits
            .into_iter()
            .map(|e| EditReport {
                path: e.path,
                span: BytesReport { start: e.span.start, end: e.span.end },
                replacement: e.replacement,
                shown: e.shown,
            })
            .collect(),
    });
    let related = f.related.into_iter().map(|r| RelatedReport {
        side: r.at.side,
        shown: (r.at.segment, r.at.shown),
        span: span(&r.at),
        path: r.at.path,
        text: r.at.text,
        message: r.message.to_string(),
        excerpt: r.at.excerpt,
    });
    FindingReport {
        confidence: registry::confidence(&f.rule, f.entry.as_deref()),
        rule: f.rule.into_owned(),
        entry: f.entry,
        group: f.group.map(|g| format!("{g:016x}")),
        severity: f.severity,
        category: f.category.into_owned(),
        message: f.message.to_string(),
        help: f.help,
        part: None,
        side: f.at.side,
        segment: f.at.segment,
        shown: f.at.shown,
        span: span(&f.at),
        path: f.at.path,
        unit: f.at.unit,
        text: f.at.text,
        related: related.collect(),
        fixes: fixes.collect(),
        fingerprint,
        excerpt: f.at.excerpt,
    }
}

fn span(place: &Place) -> SpanReport {
    SpanReport {
        start: place.span.start,
        end: place.span.end,
        line: place.start.line,
        column: place.start.column,
        end_line: place.end.line,
        end_column: place.end.column,
    }
}
