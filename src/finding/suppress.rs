//! Ignore comments: what they silence, and which of them silence nothing.

use super::Placed;
use crate::document::Ignore;

/// What is left after the ignore comments had their say.
pub struct Suppressed {
    /// Findings to report.
    pub kept: Vec<Placed>,
    /// Findings that a comment silenced.
    pub silenced: Vec<Silenced>,
    /// For each ignore comment, whether it silenced anything.
    pub used: Vec<bool>,
}

/// A finding that somebody has decided about.
#[derive(Clone, Debug)]
pub struct Silenced {
    /// What was found.
    pub finding: Placed,
    /// Why it was silenced, if the comment says.
    pub reason: Option<String>,
}

/// Applies the ignore comments of a document's target file.
pub fn suppress(findings: Vec<Placed>, ignores: &[Ignore]) -> Suppressed {
    let mut used = vec![false; ignores.len()];
    let (mut kept, mut silenced) = (Vec::new(), Vec::new());
    for finding in findings {
        let mut by = None;
        for (ignore, used) in ignores.iter().zip(&mut used) {
            if ignore.covers.contains(finding.at.span) && names(ignore, &finding) {
                *used = true;
                by = by.or(Some(ignore));
            }
        }
        match by {
            Some(ignore) => silenced.push(Silenced { finding, reason: ignore.reason.clone() }),
            None => kept.push(finding),
        }
    }
    Suppressed { kept, silenced, used }
}

fn names(ignore: &Ignore, finding: &Placed) -> bool {
    let is = |id: &String| *id == finding.rule || finding.entry.as_deref() == Some(id);
    ignore.rules.is_empty() || ignore.rules.iter().any(is)
}
