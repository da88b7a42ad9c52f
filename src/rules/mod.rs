//! The rules that are built in: one file a rule, named after it.

mod invisible_character;
mod mojibake;
mod script_variant;
mod shield;
mod untranslated_text;

use crate::rule::Rule;

/// Every rule, sorted by id; a test keeps it so.
pub(crate) const ALL: &[&dyn Rule] = &[
    &invisible_character::InvisibleCharacter,
    &mojibake::Mojibake,
    &script_variant::ScriptVariant,
    &untranslated_text::UntranslatedText,
];
