//! One line a finding, for editors and `grep`.

use std::io::{self, Write};

use super::Report;

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    for f in report.shown() {
        writeln!(
            out,
            "{}:{}:{}: {} {}: {}",
            f.path,
            f.span.line,
            f.span.column,
            f.severity.name(),
            f.rule,
            f.message
        )?;
    }
    Ok(())
}
