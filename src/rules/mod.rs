//! The rules that are built in: one file a rule, named after it.

mod acronym_conflict;
mod boilerplate;
mod calque;
mod doubled_word;
mod fullwidth_punctuation;
mod invisible_character;
mod machine_residue;
mod mojibake;
mod name_order;
mod name_variant;
mod nonstandard_name;
mod nonstandard_term;
mod phrase_table;
mod pronoun_flip;
mod punctuation_spacing;
mod repetition;
mod romanized_term;
mod scare_quotes;
mod script_variant;
mod shield;
mod term_drift;
mod truncated;
mod undefined_acronym;
mod unpaired_punctuation;
mod untranslated_segment;
mod untranslated_text;
pub(crate) mod unused_ignore;

use crate::rule::Rule;

/// Every rule, sorted by id; a test keeps it so.
pub(crate) const ALL: &[&dyn Rule] = &[
    &acronym_conflict::AcronymConflict,
    &boilerplate::Boilerplate,
    &calque::Calque,
    &doubled_word::DoubledWord,
    &fullwidth_punctuation::FullwidthPunctuation,
    &invisible_character::InvisibleCharacter,
    &machine_residue::MachineResidue,
    &mojibake::Mojibake,
    &name_order::NameOrder,
    &name_variant::NameVariant,
    &nonstandard_name::NonstandardName,
    &nonstandard_term::NonstandardTerm,
    &pronoun_flip::PronounFlip,
    &punctuation_spacing::PunctuationSpacing,
    &repetition::Repetition,
    &romanized_term::RomanizedTerm,
    &scare_quotes::ScareQuotes,
    &script_variant::ScriptVariant,
    &term_drift::TermDrift,
    &truncated::Truncated,
    &undefined_acronym::UndefinedAcronym,
    &unpaired_punctuation::UnpairedPunctuation,
    &untranslated_segment::UntranslatedSegment,
    &untranslated_text::UntranslatedText,
    &unused_ignore::UnusedIgnore,
];
