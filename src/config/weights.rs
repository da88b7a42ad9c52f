//! What findings cost in the score.

use serde::Deserialize;

use crate::finding::{Placed, Severity};

/// Penalties for one decision, by severity. The defaults are those that were fitted to professional annotation of machine
/// translation by Freitag et al. (2021), "Experts, Errors, and Context": a major error 5, a minor one 1, and a minor fault
/// of punctuation 0.1.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub struct Weights {
    /// An `error`.
    pub error: f64,
    /// A `warning`.
    pub warning: f64,
    /// A `warning` of a rule on punctuation.
    pub punctuation: f64,
    /// An `info`.
    pub info: f64,
}

impl Default for Weights {
    fn default() -> Self {
        Self { error: 5.0, warning: 1.0, punctuation: 0.1, info: 0.0 }
    }
}

impl Weights {
    /// What a finding costs.
    pub fn of(&self, finding: &Placed) -> f64 {
        match finding.severity {
            Severity::Error => self.error,
            Severity::Warning if finding.rule.contains("punctuation") => self.punctuation,
            Severity::Warning => self.warning,
            Severity::Info => self.info,
        }
    }
}
