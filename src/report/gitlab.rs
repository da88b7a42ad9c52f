//! Code Quality of GitLab (<https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format>).

use std::io::{self, Write};

use serde_json::json;

use super::Report;
use crate::finding::{Fnv, Severity};

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let all: Vec<_> = report
        .shown()
        .map(|f| {
            // One fault in two files is two to GitLab only if their fingerprints differ.
            let fingerprint = format!("{}{:016x}", f.fingerprint, Fnv::new().text(&f.path).finish());
            let severity = match f.severity {
                Severity::Error => "major",
                Severity::Warning => "minor",
                Severity::Info => "info",
            };
            json!({
                "description": f.message,
                "check_name": f.entry.as_deref().unwrap_or(&f.rule),
                "fingerprint": fingerprint,
                "severity": severity,
                "location": {
                    "path": f.path.strip_prefix("./").unwrap_or(&f.path),
                    "lines": { "begin": f.span.line, "end": f.span.end_line },
                },
            })
        })
        .collect();
    serde_json::to_writer_pretty(&mut *out, &all)?;
    writeln!(out)
}
