//! The rules that are built in: one file a rule, named after it.

mod untranslated_segment;
mod untranslated_text;
pub(crate) mod unused_ignore;

use crate::rule::Rule;

/// Every rule, sorted by id; a test keeps it so.
pub(crate) const ALL: &[&dyn Rule] = &[
    &untranslated_segment::UntranslatedSegment,
    &untranslated_text::UntranslatedText,
    &unused_ignore::UnusedIgnore,
];
