//! For those who review in a spreadsheet: one row a finding.

use std::io::{self, Write};

use super::Report;
use super::escape::csv;
use super::wire::FindingReport;

const HEADER: [&str; 12] = [
    "path",
    "unit",
    "line",
    "column",
    "severity",
    "rule",
    "category",
    "text",
    "message",
    "help",
    "related",
    "fingerprint",
];

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    // Spreadsheets take a file without the mark for one in the code page of the machine.
    write!(out, "\u{feff}{}\r\n", HEADER.join(","))?;
    for f in report.shown() {
        write!(out, "{}\r\n", row(f).map(|cell| csv(&cell)).join(","))?;
    }
    Ok(())
}

fn row(f: &FindingReport) -> [String; 12] {
    let related =
        f.related.iter().map(|r| format!("{}:{}:{} {}", r.path, r.span.line, r.span.column, r.text));
    [
        f.path.to_string(),
        f.unit.as_deref().unwrap_or_default().to_owned(),
        f.span.line.to_string(),
        f.span.column.to_string(),
        f.severity.name().to_owned(),
        f.entry.as_deref().unwrap_or(&f.rule).to_owned(),
        f.category.clone(),
        f.text.clone(),
        f.message.clone(),
        f.help.clone().unwrap_or_default(),
        related.collect::<Vec<_>>().join("\n"),
        f.fingerprint.clone(),
    ]
}
