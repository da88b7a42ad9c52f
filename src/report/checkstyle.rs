//! The XML of Checkstyle, which many tools read.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::Report;
use super::escape::xml;
use super::wire::FindingReport;

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut files: BTreeMap<&str, Vec<&FindingReport>> = BTreeMap::new();
    for f in report.shown() {
        files.entry(&f.path).or_default().push(f);
    }
    writeln!(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<checkstyle version=\"4.3\">")?;
    for (path, findings) in files {
        writeln!(out, "  <file name=\"{}\">", xml(path))?;
        for f in findings {
            writeln!(
                out,
                "    <error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"mtlint.{}\"/>",
                f.span.line,
                f.span.column,
                f.severity.name(),
                xml(&f.message),
                xml(f.entry.as_deref().unwrap_or(&f.rule))
            )?;
        }
        writeln!(out, "  </file>")?;
    }
    writeln!(out, "</checkstyle>")
}
