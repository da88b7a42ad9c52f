//! The rules that are built in: one file a rule, named after it.

mod boilerplate;
mod doubled_word;
mod machine_residue;
mod phrase_table;
mod repetition;
mod truncated;
mod untranslated_text;

use crate::rule::Rule;

/// Every rule, sorted by id; a test keeps it so.
pub(crate) const ALL: &[&dyn Rule] = &[
    &boilerplate::Boilerplate,
    &doubled_word::DoubledWord,
    &machine_residue::MachineResidue,
    &repetition::Repetition,
    &truncated::Truncated,
    &untranslated_text::UntranslatedText,
];
