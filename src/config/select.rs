//! Which rules run, and how bad their findings are.

use std::collections::BTreeMap;

use crate::finding::{Raw, Severity};

/// Which findings are wanted. A selector is a rule id, `PACK/ENTRY`, or a pack's id or the folder that it is in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    /// Only these; none means all.
    pub select: Vec<String>,
    /// Never these.
    pub ignore: Vec<String>,
    /// Severities other than the rules' own.
    pub severity: BTreeMap<String, Severity>,
}

impl Selection {
    /// Whether any finding of a rule can be wanted, so that it has to run.
    pub fn runs(&self, rule: &str) -> bool {
        let wanted = self.select.is_empty() || self.select.iter().any(|s| s == rule || s.contains('/'));
        wanted && !self.ignore.iter().any(|s| s == rule)
    }

    /// Whether a finding is wanted.
    pub fn wants(&self, finding: &Raw) -> bool {
        let named = |list: &[String]| list.iter().any(|s| names(s, &finding.rule, finding.entry.as_deref()));
        (self.select.is_empty() || named(&self.select)) && !named(&self.ignore)
    }

    /// Whether `select` names a rule, or the pack or entry behind a finding of it.
    pub fn names(&self, rule: &str, entry: Option<&str>) -> bool {
        self.select.iter().any(|selector| names(selector, rule, entry))
    }

    /// The severity that settings give a finding, the most exact selector first.
    pub fn severity(&self, finding: &Raw) -> Option<Severity> {
        let of = |selector: &str| self.severity.get(selector).copied();
        let mut entry = finding.entry.as_deref();
        while let Some(selector) = entry {
            if let Some(severity) = of(selector) {
                return Some(severity);
            }
            entry = selector.rsplit_once('/').map(|(pack, _)| pack);
        }
        of(&finding.rule)
    }
}

pub(super) fn names(selector: &str, rule: &str, entry: Option<&str>) -> bool {
    let within = |entry: &str| {
        entry.strip_prefix(selector).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    selector == rule || entry.is_some_and(within)
}

#[cfg(test)]
mod tests {
    use super::{Selection, names};

    #[test]
    fn selectors_name_rules_packs_and_entries() {
        let entry = Some("zh-en/brands/labubu");
        for selector in ["nonstandard-name", "zh-en/brands/labubu", "zh-en/brands", "zh-en"] {
            assert!(names(selector, "nonstandard-name", entry), "{selector}");
        }
        assert!(!names("zh-en/brand", "nonstandard-name", entry) && !names("zh-en/brands", "calque", None));
    }

    #[test]
    fn a_pack_selector_keeps_its_rules_running() {
        let only = Selection { select: vec!["zh-en/brands".into()], ..Selection::default() };
        assert!(only.runs("nonstandard-name"));
        let not = Selection { ignore: vec!["calque".into()], ..Selection::default() };
        assert!(!not.runs("calque") && not.runs("doubled-word"));
    }
}
