//! What of a run's findings is reported, and what is left out and only counted.

use std::collections::BTreeMap;

use crate::baseline::Baseline;
use crate::changed::Changed;
use crate::finding::{Placed, Severity};
use crate::rule::registry;

/// What a user wants reported. The default reports everything.
#[derive(Debug, Default)]
pub struct Sieve {
    /// Findings that are known already: they count as suppressed.
    pub baseline: Baseline,
    /// The lines that findings must touch.
    pub changed: Option<Changed>,
    /// Findings of a lower measured confidence are left out; those that nobody measured stay.
    pub min_confidence: Option<f64>,
    /// So many findings of one rule and severity in a file are reported.
    pub max_per_rule: Option<usize>,
}

/// What becomes of a finding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is reported.
    Reported,
    /// The baseline knows it.
    Known,
    /// It does not count here.
    Unwanted,
    /// It counts in the score, but there are enough like it.
    TooMany,
}

/// The sieve as it stands over one file.
pub(super) struct OverFile<'s> {
    sieve: &'s mut Sieve,
    seen: BTreeMap<(String, Severity), usize>,
}

impl Sieve {
    pub(super) fn over_file(&mut self) -> OverFile<'_> {
        OverFile { sieve: self, seen: BTreeMap::new() }
    }
}

impl OverFile<'_> {
    /// What becomes of the file's next finding.
    pub(super) fn judge(&mut self, finding: &Placed, fingerprint: &str) -> Verdict {
        if self.sieve.baseline.takes(fingerprint) {
            return Verdict::Known;
        }
        let places = || std::iter::once(&finding.at).chain(finding.related.iter().map(|r| &r.at));
        if let Some(changed) = &mut self.sieve.changed
            && !places().any(|p| changed.touches(&p.path, p.start.line..=p.end.line))
        {
            return Verdict::Unwanted;
        }
        let is_weak =
            |least| registry::confidence(&finding.rule, finding.entry.as_deref()).is_some_and(|c| c < least);
        if self.sieve.min_confidence.is_some_and(is_weak) {
            return Verdict::Unwanted;
        }
        let Some(most) = self.sieve.max_per_rule else { return Verdict::Reported };
        let seen = self.seen.entry((finding.rule.to_string(), finding.severity)).or_default();
        *seen += 1;
        if *seen > most { Verdict::TooMany } else { Verdict::Reported }
    }
}
