//! Annotations of GitHub Actions: workflow commands on standard output
//! (<https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands>).

use std::cmp::Reverse;
use std::io::{self, Write};

use super::Report;
use super::decisions::{Decision, decisions};
use super::escape::{github, github_property};
use crate::finding::Severity;

/// GitHub shows so many annotations of a step and drops the others without a word.
const MOST: usize = 10;

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut all = decisions(report);
    all.sort_by_key(|d| Reverse(d.first.severity));
    let shown = if all.len() > MOST { MOST - 1 } else { all.len() };
    for decision in &all[..shown] {
        annotation(decision, out)?;
    }
    match all.len() - shown {
        0 => Ok(()),
        rest => writeln!(
            out,
            "::notice title=mtlint::{rest} more are not shown here, the worst are; the log of the run or `--format sarif` has all"
        ),
    }
}

fn annotation(decision: &Decision<'_>, out: &mut dyn Write) -> io::Result<()> {
    let f = decision.first;
    let command = match f.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    };
    let title = f.entry.as_deref().unwrap_or(&f.rule);
    let mut text = f.message.clone();
    if !decision.others.is_empty() {
        let lines: Vec<String> =
            decision.others.iter().map(|o| format!("{}:{}", o.path, o.span.line)).collect();
        text += &format!("\nalso in {}", lines.join(", "));
    }
    if let Some(help) = &f.help {
        text += &format!("\n{help}");
    }
    let file = f.path.strip_prefix("./").unwrap_or(&f.path);
    // Columns are only allowed on one line, and an end that is no place behind the start is refused.
    let columns = if f.span.line == f.span.end_line && f.span.end_column > f.span.column {
        format!(",col={},endColumn={}", f.span.column, f.span.end_column)
    } else {
        String::new()
    };
    writeln!(
        out,
        "::{command} file={},line={},endLine={}{columns},title={}::{}",
        github_property(file),
        f.span.line,
        f.span.end_line,
        github_property(&format!("mtlint {title}")),
        github(&text)
    )
}
