//! What is printed: one wire type, one file a format, all sorted and the same for any number of threads.

mod assemble;
mod checkstyle;
mod compact;
mod csv;
mod decisions;
mod escape;
mod github;
mod gitlab;
mod html;
mod json;
mod jsonl;
mod junit;
mod markdown;
mod mqm;
mod place;
mod pretty;
mod rdjsonl;
mod sarif;
mod sieve;
mod statistics;
mod wire;

use std::io::{self, Write};
use std::path::Path;

pub(crate) use escape::{cell, xml};
pub use place::in_place;
pub use sieve::Sieve;
pub use statistics::statistics;
pub use wire::{
    BytesReport, EditReport, ErrorReport, FileReport, FindingReport, FixReport, PackReport, RelatedReport,
    Report, SpanReport, Summary, Suppression, Tool,
};

/// A format that a report can be printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
#[non_exhaustive]
pub enum Format {
    /// For people at a terminal.
    Pretty,
    /// One line a finding: `path:line:column: severity rule: message`.
    Compact,
    /// One versioned JSON object.
    Json,
    /// One JSON object a finding, each on its line.
    Jsonl,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations of GitHub Actions, the ten worst.
    Github,
    /// Code Quality of GitLab.
    Gitlab,
    /// A comment on a pull request.
    Markdown,
    /// For reviewdog.
    Rdjsonl,
    /// XML of Checkstyle.
    Checkstyle,
    /// XML of `JUnit`.
    Junit,
    /// For a spreadsheet.
    Csv,
    /// The table of human evaluation by MQM.
    Mqm,
    /// A page to work through the findings in, with the articles.
    Html,
}

impl Format {
    /// The format that a file's name asks for; one line a finding where it asks for none.
    pub fn by_extension(path: &Path) -> Self {
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
        match &*extension {
            "json" => Self::Json,
            "jsonl" => Self::Jsonl,
            "sarif" => Self::Sarif,
            "md" => Self::Markdown,
            "csv" => Self::Csv,
            "tsv" => Self::Mqm,
            "html" | "htm" => Self::Html,
            _ => Self::Compact,
        }
    }

    /// Whether it shows the articles, so that their texts must be kept.
    pub fn shows_articles(self) -> bool {
        self == Self::Html
    }

    /// Whether people read it: where it is asked for statistics, these take its place.
    pub fn is_for_people(self) -> bool {
        matches!(self, Self::Pretty | Self::Compact)
    }
}

/// How a report for people looks.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Whether colours are wanted.
    pub colour: bool,
    /// Whether rule ids are links, as terminals know them (OSC 8).
    pub links: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// Whether a line at the end sums up.
    pub summary: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self { colour: false, links: false, width: 120, summary: true }
    }
}

/// Prints a report.
///
/// # Errors
/// Whatever the writer says.
pub fn render(report: &Report, format: Format, style: Style, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Pretty => pretty::render(report, style, out),
        Format::Compact => compact::render(report, out),
        Format::Json => json::render(report, out),
        Format::Jsonl => jsonl::render(report, out),
        Format::Sarif => sarif::render(report, out),
        Format::Github => github::render(report, out),
        Format::Gitlab => gitlab::render(report, out),
        Format::Markdown => markdown::render(report, out),
        Format::Rdjsonl => rdjsonl::render(report, out),
        Format::Checkstyle => checkstyle::render(report, out),
        Format::Junit => junit::render(report, out),
        Format::Csv => csv::render(report, out),
        Format::Mqm => mqm::render(report, out),
        Format::Html => html::render(report, out),
    }
}
