//! One file a kind of evidence.

mod bare_pinyin;
mod given_name;
mod half_pinyin;
mod idiom;
mod invented;
mod literal_name;
mod other_name;
mod stray;

use super::Class;

/// All classes, the surest first: of two that find one place the first counts.
pub(super) const ALL: &[&Class] = &[
    &given_name::CLASS,
    &other_name::CLASS,
    &invented::PERSON,
    &literal_name::OPAQUE,
    &idiom::IDIOM,
    &idiom::SLANG,
    &half_pinyin::CLASS,
    &idiom::IMAGE,
    &literal_name::WORK,
    &bare_pinyin::CLASS,
    &invented::NAME,
    &stray::CLASS,
];

/// The classes that read Japanese sources, too.
pub(super) const OF_JAPANESE: &[&Class] = &[&stray::CLASS];
