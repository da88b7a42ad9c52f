//! What is printed: one wire type, one file a format, all sorted and the same for any number of threads.

mod assemble;
mod compact;
mod json;
mod place;
mod pretty;
mod statistics;
mod wire;

use std::io::{self, Write};

pub use place::in_place;
pub use statistics::statistics;
pub use wire::{FileReport, FindingReport, Report, Summary};

/// A format that a report can be printed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For people at a terminal.
    Pretty,
    /// One line a finding: `path:line:column: severity rule: message`.
    Compact,
    /// One versioned JSON object.
    Json,
}

/// How a report for people looks.
#[derive(Debug, Clone, Copy)]
pub struct Style {
    /// Whether colours are wanted.
    pub colour: bool,
    /// Columns of the terminal.
    pub width: usize,
    /// Whether a line at the end sums up.
    pub summary: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self { colour: false, width: 120, summary: true }
    }
}

/// Prints a report.
///
/// # Errors
/// Whatever the writer says.
pub fn render(report: &Report, format: Format, style: Style, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Json => json::render(report, out),
        Format::Compact => compact::render(report, out),
        Format::Pretty => pretty::render(report, style, out),
    }
}
