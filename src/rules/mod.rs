//! The rules that are built in: one file a rule, named after it.

mod calque;
mod nonstandard_name;
mod nonstandard_term;
mod romanized_term;
mod untranslated_segment;
mod untranslated_text;
pub(crate) mod unused_ignore;

use crate::rule::Rule;

/// Every rule, sorted by id; a test keeps it so.
pub(crate) const ALL: &[&dyn Rule] = &[
    &calque::Calque,
    &nonstandard_name::NonstandardName,
    &nonstandard_term::NonstandardTerm,
    &romanized_term::RomanizedTerm,
    &untranslated_segment::UntranslatedSegment,
    &untranslated_text::UntranslatedText,
    &unused_ignore::UnusedIgnore,
];
