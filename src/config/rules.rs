//! Options of rules as they are resolved: what a rule must not report, where it does not look, how much it may say.

use std::collections::BTreeMap;

use super::AllowList;
use super::options::{Part, RuleOptions};
use super::select::names;
use crate::document::{Document, Role};
use crate::finding::{Placed, Raw};

/// Options by rule, pack or entry.
#[derive(Debug, Clone, Default)]
pub struct Rules {
    by_selector: BTreeMap<String, Options>,
}

#[derive(Debug, Clone, Default)]
struct Options {
    max: Option<u32>,
    allow: AllowList,
    not_in: Vec<Part>,
}

impl Rules {
    /// Adds options of a selector to those that it has.
    pub fn add(&mut self, selector: &str, options: &RuleOptions) {
        let own = self.by_selector.entry(selector.to_owned()).or_default();
        own.max = options.max.or(own.max);
        for text in &options.allow {
            match text.contains(char::is_whitespace) {
                true => own.allow.phrase(text),
                false => own.allow.word(text),
            }
        }
        own.not_in.extend(&options.not_in);
    }

    /// Whether no rule has options.
    pub fn is_empty(&self) -> bool {
        self.by_selector.is_empty()
    }

    /// Whether the options of a finding's rule and entry let it pass.
    pub(crate) fn admit(&self, finding: &Raw, doc: &Document) -> bool {
        let at = finding.at;
        if self.is_empty() || at.is_hidden() {
            return true;
        }
        let segment = &doc.side(at.side)[at.segment as usize];
        self.of(&finding.rule, finding.entry.as_deref()).all(|o| {
            !o.not_in.iter().any(|part| part.is(segment.role))
                && !o.allow.allows(segment.shown(), at.start as usize, at.end as usize)
        })
    }

    /// Drops what is more than the rules may say in one document; findings are in their order.
    pub(crate) fn cap(&self, findings: &mut Vec<Placed>) {
        if self.by_selector.values().all(|o| o.max.is_none()) {
            return;
        }
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        findings.retain(|f| {
            let entry = f.entry.as_deref();
            self.by_selector.iter().filter(|(s, _)| names(s, &f.rule, entry)).all(|(selector, o)| {
                let Some(max) = o.max else { return true };
                let count = counts.entry(selector).or_default();
                *count += 1;
                *count <= max
            })
        });
    }

    fn of(&self, rule: &str, entry: Option<&str>) -> impl Iterator<Item = &Options> {
        self.by_selector.iter().filter(move |(s, _)| names(s, rule, entry)).map(|(_, o)| o)
    }
}

impl Part {
    fn is(self, role: Role) -> bool {
        let own = match self {
            Part::Title => Role::Title,
            Part::Heading => Role::Heading,
            Part::Quote => Role::Quote,
            Part::Item => Role::Item,
            Part::Cell => Role::Cell,
            Part::Image => Role::Image,
            Part::Note => Role::Note,
            Part::Meta => Role::Meta,
        };
        own == role
    }
}
