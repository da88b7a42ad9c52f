//! What people decide at once: the findings of one conflict are one decision.

use std::collections::BTreeMap;

use super::Report;
use super::wire::FindingReport;

/// A finding and the others of its group, in the order of the report.
#[derive(Debug)]
pub(super) struct Decision<'r> {
    pub(super) first: &'r FindingReport,
    pub(super) others: Vec<&'r FindingReport>,
}

/// The decisions in the findings that people are shown, in the order of their first findings.
pub(super) fn decisions(report: &Report) -> Vec<Decision<'_>> {
    let mut out: Vec<Decision<'_>> = Vec::new();
    let mut by_group: BTreeMap<&str, usize> = BTreeMap::new();
    for f in report.shown() {
        match f.group.as_deref().map(|group| *by_group.entry(group).or_insert(out.len())) {
            Some(at) if at < out.len() => out[at].others.push(f),
            _ => out.push(Decision { first: f, others: Vec::new() }),
        }
    }
    out
}
