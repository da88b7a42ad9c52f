//! The XML of `JUnit`: a suite for each file, a failure for each finding, and one passing case for a file without any.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::Report;
use super::escape::xml;
use super::wire::FindingReport;

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let shown: Vec<&FindingReport> = report.shown().collect();
    let errors = report.errors.len();
    let failed: BTreeSet<&str> = report.errors.iter().filter_map(|e| e.path.as_deref()).collect();
    let found: BTreeSet<&str> = shown.iter().map(|f| &*f.path).collect();
    let read = report.files.iter().map(|f| &*f.path).filter(|path| !failed.contains(path));
    let clean = read.clone().filter(|path| !found.contains(path)).count();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"utf-8\"?>")?;
    writeln!(
        out,
        "<testsuites name=\"mtlint\" tests=\"{}\" failures=\"{}\" errors=\"{errors}\">",
        shown.len() + clean + errors,
        shown.len()
    )?;
    // A finding may stand in the source's file.
    let mut suites: BTreeMap<&str, Vec<&FindingReport>> = read.map(|path| (path, Vec::new())).collect();
    for f in shown {
        suites.entry(&f.path).or_default().push(f);
    }
    for (path, own) in &suites {
        suite(path, own, out)?;
    }
    for error in &report.errors {
        let path = xml(error.path.as_deref().unwrap_or("mtlint"));
        writeln!(out, "  <testsuite name=\"{path}\" tests=\"1\" failures=\"0\" errors=\"1\">")?;
        writeln!(
            out,
            "    <testcase classname=\"{path}\" name=\"read\"><error message=\"{}\"/></testcase>",
            xml(&error.message)
        )?;
        writeln!(out, "  </testsuite>")?;
    }
    writeln!(out, "</testsuites>")
}

fn suite(path: &str, findings: &[&FindingReport], out: &mut dyn Write) -> io::Result<()> {
    let (name, failures) = (xml(path), findings.len());
    let tests = failures.max(1);
    writeln!(out, "  <testsuite name=\"{name}\" tests=\"{tests}\" failures=\"{failures}\" errors=\"0\">")?;
    if findings.is_empty() {
        writeln!(out, "    <testcase classname=\"{name}\" name=\"mtlint\"/>")?;
    }
    for f in findings {
        let rule = xml(f.entry.as_deref().unwrap_or(&f.rule));
        let place = format!("{}:{}:{}", path, f.span.line, f.span.column);
        let help = f.help.as_deref().unwrap_or_default();
        writeln!(
            out,
            "    <testcase classname=\"{name}\" name=\"{rule} {}:{}\">\n      <failure type=\"{}\" message=\"{}\">{}</failure>\n    </testcase>",
            f.span.line,
            f.span.column,
            f.severity.name(),
            xml(&f.message),
            xml(&format!("{place}: {}\n{help}", f.text))
        )?;
    }
    writeln!(out, "  </testsuite>")
}
