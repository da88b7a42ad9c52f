//! The rules that are built in: one file a rule, named after it.

mod acronym_conflict;
mod addition;
mod boilerplate;
mod calque;
mod code_mismatch;
mod completeness;
mod currency_mismatch;
mod date_mismatch;
mod doubled_word;
mod forbidden_term;
mod fullwidth_punctuation;
mod inconsistent_segment;
mod invisible_character;
mod machine_residue;
mod markup_mismatch;
mod missing_term;
mod mojibake;
mod name_mismatch;
mod name_order;
pub(crate) mod name_variant;
mod nonstandard_name;
mod nonstandard_term;
mod number_mismatch;
mod omission;
mod phrase_table;
mod polarity_mismatch;
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
mod unit_mismatch;
mod unpaired_punctuation;
mod untranslated_segment;
mod untranslated_text;
pub(crate) mod unused_ignore;
mod url_mismatch;
mod value_finding;

use crate::rule::Rule;

/// Every rule, sorted by id; a test keeps it so.
pub(crate) const ALL: &[&dyn Rule] = &[
    &acronym_conflict::AcronymConflict,
    &addition::Addition,
    &boilerplate::Boilerplate,
    &calque::Calque,
    &code_mismatch::CodeMismatch,
    &currency_mismatch::CurrencyMismatch,
    &date_mismatch::DateMismatch,
    &doubled_word::DoubledWord,
    &forbidden_term::ForbiddenTerm,
    &fullwidth_punctuation::FullwidthPunctuation,
    &inconsistent_segment::InconsistentSegment,
    &invisible_character::InvisibleCharacter,
    &machine_residue::MachineResidue,
    &markup_mismatch::MarkupMismatch,
    &missing_term::MissingTerm,
    &mojibake::Mojibake,
    &name_mismatch::NameMismatch,
    &name_order::NameOrder,
    &name_variant::NameVariant,
    &nonstandard_name::NonstandardName,
    &nonstandard_term::NonstandardTerm,
    &number_mismatch::NumberMismatch,
    &omission::Omission,
    &polarity_mismatch::PolarityMismatch,
    &pronoun_flip::PronounFlip,
    &punctuation_spacing::PunctuationSpacing,
    &repetition::Repetition,
    &romanized_term::RomanizedTerm,
    &scare_quotes::ScareQuotes,
    &script_variant::ScriptVariant,
    &term_drift::TermDrift,
    &truncated::Truncated,
    &undefined_acronym::UndefinedAcronym,
    &unit_mismatch::UnitMismatch,
    &unpaired_punctuation::UnpairedPunctuation,
    &untranslated_segment::UntranslatedSegment,
    &untranslated_text::UntranslatedText,
    &unused_ignore::UnusedIgnore,
    &url_mismatch::UrlMismatch,
];
