//! The rules that are built in: one file a rule, named after it.

mod doubled_word;
mod machine_residue;
mod phrase_table;
mod repetition;
mod untranslated_text;

use crate::rule::Rule;

/// Every rule, sorted by id; a test keeps it so.
pub(crate) const ALL: &[&dyn Rule] = &[
    &doubled_word::DoubledWord,
    &machine_residue::MachineResidue,
    &repetition::Repetition,
    &untranslated_text::UntranslatedText,
];
