//! The rules that are built in: one file a rule, named after it.

mod addition;
mod boilerplate;
mod calque;
mod completeness;
mod currency_mismatch;
mod date_mismatch;
mod doubled_word;
mod fullwidth_punctuation;
mod invisible_character;
mod machine_residue;
mod mojibake;
mod nonstandard_name;
mod nonstandard_term;
mod number_mismatch;
mod omission;
mod phrase_table;
mod punctuation_spacing;
mod repetition;
mod romanized_term;
mod scare_quotes;
mod script_variant;
mod shield;
mod truncated;
mod unit_mismatch;
mod unpaired_punctuation;
mod untranslated_segment;
mod untranslated_text;
pub(crate) mod unused_ignore;
mod value_finding;

use crate::rule::Rule;

/// Every rule, sorted by id; a test keeps it so.
pub(crate) const ALL: &[&dyn Rule] = &[
    &addition::Addition,
    &boilerplate::Boilerplate,
    &calque::Calque,
    &currency_mismatch::CurrencyMismatch,
    &date_mismatch::DateMismatch,
    &doubled_word::DoubledWord,
    &fullwidth_punctuation::FullwidthPunctuation,
    &invisible_character::InvisibleCharacter,
    &machine_residue::MachineResidue,
    &mojibake::Mojibake,
    &nonstandard_name::NonstandardName,
    &nonstandard_term::NonstandardTerm,
    &number_mismatch::NumberMismatch,
    &omission::Omission,
    &punctuation_spacing::PunctuationSpacing,
    &repetition::Repetition,
    &romanized_term::RomanizedTerm,
    &scare_quotes::ScareQuotes,
    &script_variant::ScriptVariant,
    &truncated::Truncated,
    &unit_mismatch::UnitMismatch,
    &unpaired_punctuation::UnpairedPunctuation,
    &untranslated_segment::UntranslatedSegment,
    &untranslated_text::UntranslatedText,
    &unused_ignore::UnusedIgnore,
];
