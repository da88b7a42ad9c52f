//! Ignore comments: what they silence, and which of them silence nothing.

use super::Placed;
use crate::document::Ignore;

/// What is left after the ignore comments had their say.
pub struct Suppressed {
    /// Findings to report.
    pub kept: Vec<Placed>,
    /// How many were silenced.
    pub silenced: usize,
    /// For each ignore comment, whether it silenced anything.
    pub used: Vec<bool>,
}

/// Applies the ignore comments of a document's target file.
pub fn suppress(findings: Vec<Placed>, ignores: &[Ignore]) -> Suppressed {
    let mut used = vec![false; ignores.len()];
    let total = findings.len();
    let kept: Vec<Placed> = findings
        .into_iter()
        .filter(|f| {
            let mut silenced = false;
            for (ignore, used) in ignores.iter().zip(&mut used) {
                if ignore.covers.contains(f.at.span) && names(ignore, f) {
                    *used = true;
                    silenced = true;
                }
            }
            !silenced
        })
        .collect();
    Suppressed { silenced: total - kept.len(), kept, used }
}

fn names(ignore: &Ignore, finding: &Placed) -> bool {
    let is = |id: &String| *id == finding.rule || finding.entry.as_deref() == Some(id);
    ignore.rules.is_empty() || ignore.rules.iter().any(is)
}
