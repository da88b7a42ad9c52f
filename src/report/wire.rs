//! The report as other programs read it. `version` rises only when a field changes its meaning or goes.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;

use crate::document::Side;
use crate::finding::{Applicability, Excerpt, Severity};
use crate::transcript::Transcript;

/// A report, version 1.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
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
    /// Findings that somebody has decided about, for the formats that have a place for them.
    #[serde(skip)]
    pub suppressed: Vec<(FindingReport, Suppression)>,
    /// Whether formats for people show `info`.
    #[serde(skip)]
    pub show_info: bool,
    /// What each of `files` says, where a format shows it.
    #[serde(skip)]
    pub transcripts: Vec<Option<Transcript>>,
}

/// Who decided about a finding that is not reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suppression {
    /// An ignore comment, with its reason if it has one.
    Comment(Option<String>),
    /// The baseline.
    Baseline,
}

/// The program and its data.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct PackReport {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
}

/// The whole run in numbers.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Summary {
    /// Files checked.
    pub files: usize,
    /// Target segments.
    pub segments: usize,
    /// Target words.
    pub words: usize,
    /// Findings reported.
    pub findings: usize,
    /// Findings that ignore comments silenced, or a baseline knows.
    pub suppressed: usize,
    /// Findings that were asked to be left out: outside the changed lines, of low confidence, or beyond the most of one
    /// rule.
    pub left_out: usize,
    /// Findings by severity.
    pub by_severity: BTreeMap<&'static str, usize>,
    /// Findings by rule.
    pub by_rule: BTreeMap<String, usize>,
    /// Score of the whole, 0 to 100.
    pub score: f64,
}

/// One file that was checked.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
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
    /// The bytes of the segment's shown text, for formats that show it.
    #[serde(skip)]
    pub shown: Option<(u32, u32)>,
}

/// A place in bytes, lines and columns.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
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
    /// Number of the segment on its side, and the bytes of its shown text, for formats that show it.
    #[serde(skip)]
    pub shown: (u32, Option<(u32, u32)>),
}

/// A way to mend a finding.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FixReport {
    /// `safe`, `unsafe` or `manual`.
    pub applicability: Applicability,
    /// Replacements, sorted, none overlapping.
    pub edits: Vec<EditReport>,
}

/// A replacement in a file.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct EditReport {
    /// The file.
    pub path: Arc<str>,
    /// First byte and one past the last.
    pub span: BytesReport,
    /// What to put there, escaped for the format.
    pub replacement: String,
    /// What a reader will see of it, for formats that show it.
    #[serde(skip)]
    pub shown: String,
}

/// Bytes of a file's text.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct BytesReport {
    /// First byte.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}
