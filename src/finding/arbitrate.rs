//! One finding a defect: where two rules meet on one place, the more telling one stays.

use super::{Label, Raw, Severity};
use crate::rule::registry;

/// Drops each finding that overlaps one of a rule that its own rule yields to, directly or through others; and of
/// equal findings all but one. What is left is sorted by place.
pub fn arbitrate(mut findings: Vec<Raw>) -> Vec<Raw> {
    findings.sort_by(|a, b| key(a).cmp(&key(b)));
    findings.dedup_by(|b, a| a.rule == b.rule && a.at == b.at && a.message == b.message);
    let mut lost = vec![false; findings.len()];
    for i in 0..findings.len() {
        for j in i + 1..findings.len() {
            let (a, b) = (&findings[i], &findings[j]);
            // Sorted by start: once one begins behind the end, so do the rest of this segment.
            if (a.at.side, a.at.segment) != (b.at.side, b.at.segment) || b.at.start > a.at.end {
                break;
            }
            if a.at.overlaps(b.at) {
                lost[i] |= gives_way(a, b) || same_rule_inside(a, b);
                lost[j] |= gives_way(b, a) || same_rule_inside(b, a);
            }
        }
    }
    let mut lost = lost.into_iter();
    findings.retain(|_| !lost.next().unwrap_or(false));
    findings
}

/// What is shown does not give way to what is not.
fn gives_way(a: &Raw, b: &Raw) -> bool {
    let hides = b.severity == Severity::Info && a.severity > Severity::Info;
    !hides && registry::yields(&a.rule, &b.rule)
}

/// Of two findings of one rule the one that lies wholly inside a larger one says nothing new.
fn same_rule_inside(small: &Raw, large: &Raw) -> bool {
    small.rule == large.rule
        && small.at != large.at
        && large.at.start <= small.at.start
        && small.at.end <= large.at.end
}

fn key(f: &Raw) -> (Label, &str, &str, &str) {
    (f.at, &f.rule, f.entry.as_deref().unwrap_or_default(), f.message.template())
}
