//! A comment on a pull request, in the Markdown of GitHub and GitLab.

use std::collections::BTreeSet;
use std::io::{self, Write};

use super::Report;
use super::decisions::{Decision, decisions};
use super::escape::markdown;
use crate::finding::Severity;
use crate::text::words::counted;

/// A comment of GitHub holds 65,536 characters; the rest is for the lines around the findings.
const MOST: usize = 60_000;

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "### mtlint: {}", headline(report))?;
    for error in &report.errors {
        writeln!(out, "- :x: {}", markdown(&error.message))?;
    }
    let all: Vec<(Decision<'_>, String)> = decisions(report)
        .into_iter()
        .map(|d| {
            let text = item(&d);
            (d, text)
        })
        .collect();
    let shown = fitting(&all);
    let mut path = None;
    for &i in &shown {
        let (decision, text) = &all[i];
        if path != Some(&decision.first.path) {
            path = Some(&decision.first.path);
            writeln!(out, "{}", heading(&decision.first.path))?;
        }
        write!(out, "{text}")?;
    }
    match all.len() - shown.len() {
        0 => Ok(()),
        rest => writeln!(out, "\n{rest} more are not shown here."),
    }
}

/// What fits into a comment, the worst first, in the order of the report.
fn fitting(all: &[(Decision<'_>, String)]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|&i| std::cmp::Reverse(all[i].0.first.severity));
    let mut used = 0;
    let mut paths = BTreeSet::new();
    order.retain(|&i| {
        let path = &all[i].0.first.path;
        let above = if paths.insert(path) { heading(path).chars().count() + 2 } else { 0 };
        used += above + all[i].1.chars().count();
        used <= MOST
    });
    order.sort_unstable();
    order
}

fn heading(path: &str) -> String {
    format!("\n**{}**\n", markdown(path))
}

fn headline(report: &Report) -> String {
    let s = &report.summary;
    let count = |severity: Severity| report.shown().filter(|f| f.severity == severity).count();
    let mut parts =
        vec![counted(count(Severity::Error), "error"), counted(count(Severity::Warning), "warning")];
    if report.show_info {
        parts.push(format!("{} info", count(Severity::Info)));
    }
    let size = format!("{}, {}", counted(s.files, "file"), counted(s.words, "word"));
    format!("{} in {size}; score {:.1}", parts.join(", "), s.score)
}

fn item(decision: &Decision<'_>) -> String {
    let f = decision.first;
    let icon = match f.severity {
        Severity::Error => ":red_circle:",
        Severity::Warning => ":warning:",
        Severity::Info => ":information_source:",
    };
    let rule = f.entry.as_deref().unwrap_or(&f.rule);
    let mut out = format!(
        "- {icon} line {}: {} ({})",
        f.span.line,
        markdown(&f.message),
        markdown(&format!("`{rule}`"))
    );
    if !decision.others.is_empty() {
        let lines: Vec<String> = decision
            .others
            .iter()
            .map(|o| {
                if o.path == f.path {
                    o.span.line.to_string()
                } else {
                    markdown(&format!("{}:{}", o.path, o.span.line))
                }
            })
            .collect();
        out += &format!("; also line {}", lines.join(", "));
    }
    if let Some(help) = &f.help {
        out += &format!("<br>{}", markdown(help));
    }
    out.push('\n');
    out
}
