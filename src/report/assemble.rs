//! From the results of a run to the report: counts, scores, fingerprints.

use std::collections::{BTreeMap, BTreeSet};

use super::sieve::{Sieve, Verdict};
use super::wire::{
    BytesReport, EditReport, ErrorReport, FileReport, FindingReport, FixReport, PackReport, RelatedReport,
    Report, SpanReport, Summary, Suppression, Tool,
};
use crate::config::Weights;
use crate::error::Error;
use crate::finding::{Fingerprints, Place, Placed, Severity, Silenced};
use crate::pack::PackSet;
use crate::rule::registry;
use crate::run::FileResult;

impl Report {
    /// Puts a run's results together; they are in the order of their paths.
    pub fn new(results: Vec<FileResult>, errors: Vec<Error>, show_info: bool) -> Self {
        Self::sifted(&mut Sieve::default(), results, errors, show_info)
    }

    /// The same, with what the sieve lets through.
    pub fn sifted(
        sieve: &mut Sieve,
        results: Vec<FileResult>,
        mut errors: Vec<Error>,
        show_info: bool,
    ) -> Self {
        let (mut files, mut findings, mut suppressed) = (Vec::new(), Vec::new(), Vec::new());
        let (mut transcripts, mut left_out, mut penalty) = (Vec::new(), 0, 0.0);
        for mut result in results {
            let mut fingerprints = Fingerprints::default();
            let mut file = sieve.over_file();
            let (mut reported, mut cost) = (findings.len(), Penalty::new(result.weights));
            for f in result.findings {
                let fingerprint = fingerprints.next(&f);
                let verdict = file.judge(&f, &fingerprint);
                match verdict {
                    Verdict::Reported => cost.add(&f),
                    Verdict::Known => {}
                    Verdict::Unwanted => left_out += 1,
                    Verdict::TooMany => {
                        cost.add(&f);
                        left_out += 1;
                    }
                }
                match verdict {
                    Verdict::Reported => findings.push(finding(f, fingerprint)),
                    Verdict::Known => suppressed.push((finding(f, fingerprint), Suppression::Baseline)),
                    Verdict::Unwanted | Verdict::TooMany => {}
                }
            }
            reported = findings.len() - reported;
            for Silenced { finding: f, reason } in result.silenced {
                let fingerprint = fingerprints.next(&f);
                suppressed.push((finding(f, fingerprint), Suppression::Comment(reason)));
            }
            penalty += cost.sum;
            errors.append(&mut result.errors);
            transcripts.push(result.transcript.take());
            files.push(FileReport {
                path: result.path,
                source: result.source,
                encoding: result.encoding,
                segments: result.segments,
                words: result.words,
                findings: reported,
                score: score(cost.sum, result.words),
            });
        }
        let mut summary = Summary {
            files: files.len(),
            segments: files.iter().map(|f| f.segments).sum(),
            words: files.iter().map(|f| f.words).sum(),
            findings: findings.len(),
            suppressed: suppressed.len(),
            left_out,
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
        Self { version: 1, tool, summary, files, errors, findings, suppressed, show_info, transcripts }
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
        self.findings.iter().filter(|f| self.shows(f))
    }

    /// Whether formats for people show a finding.
    pub(super) fn shows(&self, finding: &FindingReport) -> bool {
        finding.severity > Severity::Info || self.show_info
    }

    /// The worst severity that was found.
    pub fn worst(&self) -> Option<Severity> {
        self.findings.iter().map(|f| f.severity).max()
    }
}

/// What the findings of a file cost; a group costs once.
struct Penalty {
    weights: Weights,
    groups: BTreeSet<u64>,
    sum: f64,
}

impl Penalty {
    fn new(weights: Weights) -> Self {
        Self { weights, groups: BTreeSet::new(), sum: 0.0 }
    }

    fn add(&mut self, finding: &Placed) {
        if finding.group.is_none_or(|group| self.groups.insert(group)) {
            self.sum += self.weights.of(finding);
        }
    }
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
