//! The report as other programs read it. `version` rises only when a field changes its meaning or goes.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::document::Side;
use crate::finding::{Applicability, Excerpt, Fingerprints, Place, Placed, Severity};
use crate::pack::PackSet;
use crate::rule::registry;
use crate::run::FileResult;

/// A report, version 1.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Version of this format.
    pub version: u32,
    /// What made it.
    pub tool: Tool,
    /// The whole run in numbers.
    pub summary: Summary,
    /// Each file that was checked, by path.
    pub files: Vec<FileReport>,
    /// What could not be read or used.
    pub errors: Vec<ErrorReport>,
    /// All findings, `info` included, by target path, start, end, rule.
    pub findings: Vec<FindingReport>,
    /// Whether formats for people show `info`.
    #[serde(skip)]
    pub show_info: bool,
}

/// The program and its data.
#[derive(Debug, Serialize)]
pub struct Tool {
    /// Always `mtlint`.
    pub name: &'static str,
    /// Version of the program.
    pub version: &'static str,
    /// Rule packs that were in use.
    pub packs: Vec<PackReport>,
}

/// A rule pack that was in use.
#[derive(Debug, Serialize)]
pub struct PackReport {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
}

/// The whole run in numbers.
#[derive(Debug, Serialize)]
pub struct Summary {
    /// Files checked.
    pub files: usize,
    /// Target segments.
    pub segments: usize,
    /// Target words.
    pub words: usize,
    /// Findings reported.
    pub findings: usize,
    /// Findings that ignore comments silenced.
    pub suppressed: usize,
    /// Findings by severity.
    pub by_severity: BTreeMap<&'static str, usize>,
    /// Findings by rule.
    pub by_rule: BTreeMap<String, usize>,
    /// Score of the whole, 0 to 100.
    pub score: f64,
}

/// One file that was checked.
#[derive(Debug, Serialize)]
pub struct FileReport {
    /// Its path.
    pub path: Arc<str>,
    /// The file of its source.
    pub source: Option<Arc<str>>,
    /// How its bytes were encoded; spans are into the text decoded to UTF-8.
    pub encoding: &'static str,
    /// Target segments.
    pub segments: usize,
    /// Target words.
    pub words: usize,
    /// Findings in it.
    pub findings: usize,
    /// Its score, 0 to 100.
    pub score: f64,
}

/// Something that could not be read or used.
#[derive(Debug, Serialize)]
pub struct ErrorReport {
    /// The file, if it is about one.
    pub path: Option<String>,
    /// The line, from 1.
    pub line: Option<u32>,
    /// What is wrong and what to do.
    pub message: String,
}

/// One finding.
#[derive(Debug, Serialize)]
pub struct FindingReport {
    /// Rule id, or `PACK/ENTRY`.
    pub rule: String,
    /// Pack entry behind it.
    pub entry: Option<Arc<str>>,
    /// Shared by the findings of one conflict.
    pub group: Option<String>,
    /// `error`, `warning` or `info`.
    pub severity: Severity,
    /// Category of the MQM error typology.
    pub category: String,
    /// How often such a finding was right in annotated translations, 0 to 1; null if fewer than 30 were seen.
    pub confidence: Option<f64>,
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The file that `span` indexes.
    pub path: Arc<str>,
    /// The part of a container.
    pub part: Option<Arc<str>>,
    /// The id of the unit in a bilingual file.
    pub unit: Option<Arc<str>>,
    /// `target` or `source`.
    pub side: Side,
    /// Number of the segment on its side, from 0; in JSONL the physical line.
    pub segment: u32,
    /// Where.
    pub span: SpanReport,
    /// What a reader sees there, at most 400 characters.
    pub text: String,
    /// Other places that belong to it.
    pub related: Vec<RelatedReport>,
    /// Ways to mend it.
    pub fixes: Vec<FixReport>,
    /// The same for the same fault wherever the file lies and whatever was added elsewhere in it.
    pub fingerprint: String,
    /// The line it stands in, for formats that print it.
    #[serde(skip)]
    pub excerpt: Excerpt,
}

/// A place in bytes, lines and columns.
#[derive(Debug, Clone, Copy, Serialize)]
pub struct SpanReport {
    /// First byte of the file's text as UTF-8, a byte order mark counted.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Line of the start, from 1.
    pub line: u32,
    /// Column of the start in characters, from 1.
    pub column: u32,
    /// Line of the end.
    pub end_line: u32,
    /// Column of the end.
    pub end_column: u32,
}

/// Another place that belongs to a finding.
#[derive(Debug, Serialize)]
pub struct RelatedReport {
    /// The file.
    pub path: Arc<str>,
    /// `target` or `source`.
    pub side: Side,
    /// Where.
    pub span: SpanReport,
    /// What a reader sees there.
    pub text: String,
    /// What is there.
    pub message: String,
    /// The line it stands in, for formats that print it.
    #[serde(skip)]
    pub excerpt: Excerpt,
}

/// A way to mend a finding.
#[derive(Debug, Serialize)]
pub struct FixReport {
    /// `safe`, `unsafe` or `manual`.
    pub applicability: Applicability,
    /// Replacements, sorted, none overlapping.
    pub edits: Vec<EditReport>,
}

/// A replacement in a file.
#[derive(Debug, Serialize)]
pub struct EditReport {
    /// The file.
    pub path: Arc<str>,
    /// First byte and one past the last.
    pub span: BytesReport,
    /// What to put there, escaped for the format.
    pub replacement: String,
}

/// Bytes of a file's text.
#[derive(Debug, Serialize)]
pub struct BytesReport {
    /// First byte.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl Report {
    /// Puts a run's results together; they are in the order of their paths.
    pub fn new(results: Vec<FileResult>, mut errors: Vec<crate::error::Error>, show_info: bool) -> Self {
        let (mut files, mut findings) = (Vec::new(), Vec::new());
        let (mut silenced, mut penalty) = (0, 0.0);
        for mut result in results {
            let own = penalty_of(&result.findings);
            penalty += own;
            silenced += result.silenced;
            errors.append(&mut result.errors);
            files.push(FileReport {
                path: result.path,
                source: result.source,
                encoding: result.encoding,
                segments: result.segments,
                words: result.words,
                findings: result.findings.len(),
                score: score(own, result.words),
            });
            let mut fingerprints = Fingerprints::default();
            findings.extend(result.findings.into_iter().map(|f| finding(f, &mut fingerprints)));
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
        Self { version: 1, tool, summary, files, errors, findings, show_info }
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

fn finding(f: Placed, fingerprints: &mut Fingerprints) -> FindingReport {
    let fingerprint = fingerprints.next(&f);
    let fixes = f.fixes.into_iter().map(|fix| FixReport {
        applicability: fix.applicability,
        edits: fix
            .edits
            .into_iter()
            .map(|e| EditReport {
                path: e.path,
                span: BytesReport { start: e.span.start, end: e.span.end },
                replacement: e.replacement,
            })
            .collect(),
    });
    let related = f.related.into_iter().map(|r| RelatedReport {
        side: r.at.side,
        span: span(&r.at),
        path: r.at.path,
        text: r.at.text,
        message: r.message.to_string(),
        excerpt: r.at.excerpt,
    });
    FindingReport {
        confidence: registry::confidence(&f.rule),
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
