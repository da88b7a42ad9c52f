//! The rules that are built in: one file a rule, named after it.

mod boilerplate;
mod calque;
mod code_mismatch;
mod doubled_word;
mod fullwidth_punctuation;
mod inconsistent_segment;
mod invisible_character;
mod machine_residue;
mod markup_mismatch;
mod mojibake;
mod nonstandard_name;
mod nonstandard_term;
mod phrase_table;
mod polarity_mismatch;
mod punctuation_spacing;
mod repetition;
mod romanized_term;
mod scare_quotes;
mod script_variant;
mod shield;
mod truncated;
mod unpaired_punctuation;
mod untranslated_segment;
mod untranslated_text;
pub(crate) mod unused_ignore;
mod url_mismatch;

use crate::rule::Rule;

/// Every rule, sorted by id; a test keeps it so.
pub(crate) const ALL: &[&dyn Rule] = &[
    &boilerplate::Boilerplate,
    &calque::Calque,
    &code_mismatch::CodeMismatch,
    &doubled_word::DoubledWord,
    &fullwidth_punctuation::FullwidthPunctuation,
    &inconsistent_segment::InconsistentSegment,
    &invisible_character::InvisibleCharacter,
    &machine_residue::MachineResidue,
    &markup_mismatch::MarkupMismatch,
    &mojibake::Mojibake,
    &nonstandard_name::NonstandardName,
    &nonstandard_term::NonstandardTerm,
    &polarity_mismatch::PolarityMismatch,
    &punctuation_spacing::PunctuationSpacing,
    &repetition::Repetition,
    &romanized_term::RomanizedTerm,
    &scare_quotes::ScareQuotes,
    &script_variant::ScriptVariant,
    &truncated::Truncated,
    &unpaired_punctuation::UnpairedPunctuation,
    &untranslated_segment::UntranslatedSegment,
    &untranslated_text::UntranslatedText,
    &unused_ignore::UnusedIgnore,
    &url_mismatch::UrlMismatch,
];
