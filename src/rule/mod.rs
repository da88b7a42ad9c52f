//! What a rule is: its metadata, its documentation, and the one function that looks at a document.
//!
//! A rule of one's own is a type with two functions. It reads the same [`Analysis`] as the rules of this crate, and says
//! where in the shown text of a segment something is wrong; bytes, lines and columns of the file are found for it:
//!
//! ```
//! use mtlint::Checker;
//! use mtlint::analysis::Analysis;
//! use mtlint::finding::{Label, Message, Raw, Severity};
//! use mtlint::rule::{Rule, RuleMeta};
//!
//! struct Shouting;
//!
//! static META: RuleMeta = RuleMeta::new("shouting", "three exclamation marks", "style/register", Severity::Warning);
//!
//! impl Rule for Shouting {
//!     fn meta(&self) -> &'static RuleMeta {
//!         &META
//!     }
//!
//!     fn check(&self, analysis: &Analysis<'_>, out: &mut Vec<Raw>) {
//!         for (i, segment) in analysis.target() {
//!             for (at, marks) in segment.shown().match_indices("!!!") {
//!                 let label = Label::target(i, at as u32..(at + marks.len()) as u32);
//!                 out.push(META.finding(label, Message::new("`{text}` shouts").with("text", marks)));
//!             }
//!         }
//!     }
//! }
//!
//! let checker = Checker::new().rule(Shouting);
//! mtlint::testing::assert_marked(&checker, "shouting", "a.en.md", "It is **done**[[!!!]]");
//! ```

pub mod docs;
pub mod registry;
#[cfg(test)]
pub(crate) mod testing;

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

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

/// What is known of a rule without running it. Rules outside of this crate make it with [`RuleMeta::new`].
#[derive(Debug)]
#[non_exhaustive]
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
    /// Metadata of a rule that reads the translation alone, yields to none and has no documentation.
    pub const fn new(
        id: &'static str,
        summary: &'static str,
        category: &'static str,
        severity: Severity,
    ) -> Self {
        Self { id, summary, category, severity, source: Source::Unneeded, yields_to: &[], doc: "" }
    }

    /// The same for a rule that uses the source.
    pub const fn with_source(self, source: Source) -> Self {
        Self { source, ..self }
    }

    /// The same with documentation in Markdown.
    pub const fn with_doc(self, doc: &'static str) -> Self {
        Self { doc, ..self }
    }

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

/// Rules besides those of this crate; [`crate::Checker::rule`] adds one.
#[derive(Clone, Default)]
pub struct OwnRules(Vec<Arc<dyn Rule + Send>>);

impl OwnRules {
    /// Adds a rule.
    pub fn push(&mut self, rule: impl Rule + Send + 'static) {
        self.0.push(Arc::new(rule));
    }

    /// The rules.
    pub fn iter(&self) -> impl Iterator<Item = &dyn Rule> {
        self.0.iter().map(|rule| &**rule as &dyn Rule)
    }
}

impl fmt::Debug for OwnRules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|rule| rule.meta().id)).finish()
    }
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
