//! The rules that are built in: one file a rule, named after it.

mod fullwidth_punctuation;
mod invisible_character;
mod mojibake;
mod punctuation_spacing;
mod scare_quotes;
mod script_variant;
mod shield;
mod unpaired_punctuation;
mod untranslated_segment;
mod untranslated_text;
pub(crate) mod unused_ignore;

use crate::rule::Rule;

/// Every rule, sorted by id; a test keeps it so.
pub(crate) const ALL: &[&dyn Rule] = &[
    &fullwidth_punctuation::FullwidthPunctuation,
    &invisible_character::InvisibleCharacter,
    &mojibake::Mojibake,
    &punctuation_spacing::PunctuationSpacing,
    &scare_quotes::ScareQuotes,
    &script_variant::ScriptVariant,
    &unpaired_punctuation::UnpairedPunctuation,
    &untranslated_segment::UntranslatedSegment,
    &untranslated_text::UntranslatedText,
    &unused_ignore::UnusedIgnore,
];
