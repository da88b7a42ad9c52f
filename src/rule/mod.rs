//! What a rule is: its metadata, its documentation, and the one function that looks at a document.

pub mod docs;
pub mod registry;
#[cfg(test)]
pub(crate) mod testing;

use std::borrow::Cow;

use crate::analysis::Analysis;
use crate::finding::{Finding, Label, Message, Raw, Severity};

/// Whether a rule needs the source text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Reads the translation alone.
    Unneeded,
    /// Works without it, and better with it.
    Helps,
    /// Silent without it.
    Needed,
}

/// What is known of a rule without running it.
#[derive(Debug)]
pub struct RuleMeta {
    /// The id: the defect, in kebab case.
    pub id: &'static str,
    /// One line, lower case, no full stop.
    pub summary: &'static str,
    /// Category of the MQM error typology.
    pub category: &'static str,
    /// Severity unless settings or the finding say otherwise.
    pub severity: Severity,
    /// Whether the source is needed.
    pub source: Source,
    /// Rules whose findings displace this one's on the same place.
    pub yields_to: &'static [&'static str],
    /// Markdown with the headings `What it does`, `Why it matters`, `Examples`, `Limits`; the examples are run as tests.
    pub doc: &'static str,
}

impl RuleMeta {
    /// A finding of this rule.
    pub fn finding(&'static self, at: Label, message: impl Into<Message>) -> Raw {
        Finding {
            rule: Cow::Borrowed(self.id),
            entry: None,
            severity: self.severity,
            category: Cow::Borrowed(self.category),
            at,
            related: Vec::new(),
            message: message.into(),
            help: None,
            fixes: Vec::new(),
            group: None,
        }
    }
}

/// A rule that looks at one document at a time.
pub trait Rule: Sync {
    /// What is known of it.
    fn meta(&self) -> &'static RuleMeta;
    /// Adds what it finds in a document.
    fn check(&self, analysis: &Analysis<'_>, out: &mut Vec<Raw>);
}

/// Declares a rule: the doc comment becomes its documentation, the function its check.
#[macro_export]
#[doc(hidden)]
macro_rules! declare_rule {
    ($(#[doc = $doc:literal])+ $name:ident { $($field:ident: $value:expr),+ $(,)? } $check:path) => {
        $(#[doc = $doc])+
        pub(crate) struct $name;

        impl $name {
            pub(crate) const META: &'static $crate::rule::RuleMeta = &$crate::rule::RuleMeta {
                $($field: $value,)+
                doc: concat!($($doc, "\n"),+),
            };
        }

        impl $crate::rule::Rule for $name {
            fn meta(&self) -> &'static $crate::rule::RuleMeta {
                Self::META
            }

            fn check(&self, analysis: &$crate::analysis::Analysis<'_>, out: &mut Vec<$crate::finding::Raw>) {
                $check(analysis, out);
            }
        }
    };
}
