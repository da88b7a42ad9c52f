//! What is printed: one wire type, one file a format, all sorted and the same for any number of threads.

mod compact;
mod json;
mod wire;

use std::io::{self, Write};

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

/// Prints a report.
///
/// # Errors
/// Whatever the writer says.
pub fn render(report: &Report, format: Format, out: &mut dyn Write) -> io::Result<()> {
    match format {
        Format::Json => json::render(report, out),
        Format::Compact | Format::Pretty => compact::render(report, out),
    }
}
