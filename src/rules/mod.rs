//! The rules that are built in: one file a rule, named after it.

mod untranslated_text;

use crate::rule::Rule;

/// Every rule, sorted by id; a test keeps it so.
pub(crate) const ALL: &[&dyn Rule] = &[&untranslated_text::UntranslatedText];
