//! The table of human evaluation by MQM, as WMT publishes it (<https://github.com/google/wmt-mqm-human-evaluation>): tab
//! separated, the fault between `<v>` and `</v>` in the target.

use std::io::{self, Write};
use std::path::Path;

use super::Report;
use super::wire::FindingReport;
use crate::document::Side;
use crate::finding::{Excerpt, Severity};

const HEADER: &str = "system\tdoc\tseg_id\tcategory\tseverity\ttarget";

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{HEADER}")?;
    for f in report.shown() {
        writeln!(out, "{}", row(f).map(|cell| flat(&cell)).join("\t"))?;
    }
    Ok(())
}

fn row(f: &FindingReport) -> [String; 6] {
    // What is missing from the target is marked where it should stand.
    let missing_at = f.related.iter().find(|r| r.side == Side::Target && f.side == Side::Source);
    let (path, excerpt) = missing_at.map_or((&f.path, &f.excerpt), |r| (&r.path, &r.excerpt));
    let unit = f.unit.as_deref().map_or_else(|| (f.segment + 1).to_string(), str::to_owned);
    [system(path), path.to_string(), unit, f.category.clone(), severity(f.severity).into(), marked(excerpt)]
}

/// Translations by several systems lie in a folder each.
fn system(path: &str) -> String {
    let folder = Path::new(path).parent().and_then(Path::file_name);
    folder.map_or_else(|| "-".to_owned(), |name| name.to_string_lossy().into_owned())
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "major",
        Severity::Warning => "minor",
        Severity::Info => "neutral",
    }
}

fn marked(excerpt: &Excerpt) -> String {
    let (before, rest) = excerpt.text.split_at(excerpt.start);
    let (fault, after) = rest.split_at(excerpt.end - excerpt.start);
    let dots = |cut: bool| if cut { "…" } else { "" };
    format!("{}{before}<v>{fault}</v>{after}{}", dots(excerpt.cut.0), dots(excerpt.cut.1))
}

/// A cell has no tabs and no line ends.
fn flat(cell: &str) -> String {
    cell.replace(['\t', '\n', '\r'], " ")
}
