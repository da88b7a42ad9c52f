//! How often each rule found something.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::Report;
use crate::finding::{Applicability, Severity};

/// Prints a line a rule, the most frequent first: count, severity, rule, and how many have a safe fix.
///
/// # Errors
/// Whatever the writer says.
pub fn statistics(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let mut rules: BTreeMap<&str, (usize, Severity, usize)> = BTreeMap::new();
    for f in report.shown() {
        let row = rules.entry(&f.rule).or_insert((0, f.severity, 0));
        row.0 += 1;
        row.1 = row.1.max(f.severity);
        row.2 += usize::from(f.fixes.iter().any(|x| x.applicability == Applicability::Safe));
    }
    let mut rows: Vec<_> = rules.into_iter().collect();
    rows.sort_by(|a, b| b.1.0.cmp(&a.1.0).then(a.0.cmp(b.0)));
    for (rule, (count, severity, safe)) in rows {
        let fix = if safe > 0 { format!("  ({safe} with a safe fix)") } else { String::new() };
        writeln!(out, "{count:>6}  {:<7}  {rule}{fix}", severity.name())?;
    }
    Ok(())
}
