//! The classes of evidence, one a file. Each is a function from the records of names to pairs; all are listed here once.

mod alternative;
mod anonymous;
mod body;
mod body_more;
mod body_order;
mod body_several;
mod body_sound;
mod body_swap;
mod body_tail;
mod body_word;
mod by_ear;
mod case;
mod compound;
mod diacritics;
mod letter;
mod merged;
mod office;
mod order;
mod person;
mod place;
mod role;
mod romanisation;
mod spacing;
mod spelling;
mod surname;
mod title;

use super::{Class, Name, Names, Word, facts};
use crate::lang::english;

/// Every class. Where two classes join one pair, the first gives the reason.
pub static ALL: &[Class] = &[
    spacing::CLASS,
    compound::CLASS,
    letter::CLASS,
    case::CLASS,
    diacritics::CLASS,
    spelling::CLASS,
    romanisation::CLASS,
    by_ear::CLASS,
    merged::CLASS,
    person::CLASS,
    order::CLASS,
    place::CLASS,
    office::CLASS,
    role::CLASS,
    surname::CLASS,
    anonymous::CLASS,
    body_order::CLASS,
    body_more::CLASS,
    body_sound::CLASS,
    body_word::CLASS,
    body_several::CLASS,
    body_swap::CLASS,
    body_tail::CLASS,
    title::CLASS,
    alternative::CLASS,
];

/// The parts of a word that begin with a capital: `Page` and `Rank` of `PageRank`.
fn capital_parts(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for c in text.chars() {
        match parts.last_mut() {
            Some(part) if !c.is_uppercase() => part.push(c),
            _ => parts.push(c.to_string()),
        }
    }
    parts
}

/// Whether words are run together with capitals as programmers write them: `PageRenderer`.
fn is_identifier(word: &Word) -> bool {
    let parts = capital_parts(&word.text);
    parts.len() > 1 && parts.iter().any(|part| part.len() >= 3 && english::is_ordinary(part))
}

/// Whether a word is two known words, or a prefix and one: `storybook`, `metalanguage`.
fn is_made(lower: &str) -> bool {
    let cuts = (2..lower.len().saturating_sub(2)).filter(|&at| lower.is_char_boundary(at));
    let known = |part: &str| part.len() > 3 && english::is_ordinary(part);
    cuts.map(|at| lower.split_at(at))
        .any(|(first, rest)| known(rest) && (known(first) || facts::traits(first).has(facts::Trait::Prefix)))
}

/// Whether a word stands in lower case as often as with a capital.
fn is_common_noun(names: &Names, name: &Name) -> bool {
    let word = &name.words[0];
    let lower = names.in_lower_case(&word.lower) as usize;
    lower >= name.count() || lower > 0 && word.known
}

#[cfg(test)]
mod body_tests;
