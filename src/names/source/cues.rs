//! What stands beside names in Chinese and Japanese: titles, verbs of saying, characters that no name has.

use std::sync::LazyLock;

use crate::hash::Set;
use crate::text::tables::pairs;

fn class(name: &str) -> impl Iterator<Item = &'static str> + use<'_> {
    pairs(include_str!("data/cues.tsv"))
        .filter(move |(class, _)| *class == name)
        .flat_map(|(_, words)| words.split(' '))
}

/// The longest cue, in characters.
const LONGEST: usize = 6;

static TITLES: LazyLock<Set<&str>> = LazyLock::new(|| class("title").collect());
static SAYING: LazyLock<Set<&str>> = LazyLock::new(|| class("saying").collect());
static NEVER: LazyLock<Set<char>> = LazyLock::new(|| class("never").flat_map(str::chars).collect());
static COMMON: LazyLock<Set<&str>> = LazyLock::new(|| class("common").collect());
static FORMS_OF_ADDRESS: LazyLock<Set<&str>> = LazyLock::new(|| class("given-title").collect());
static GRAMMAR: LazyLock<Set<char>> = LazyLock::new(|| class("grammar").flat_map(str::chars).collect());
static CLAUSE: LazyLock<Set<&str>> = LazyLock::new(|| class("clause").collect());
static PLACES: LazyLock<Set<char>> = LazyLock::new(|| class("place").flat_map(str::chars).collect());
static BODIES: LazyLock<Set<char>> = LazyLock::new(|| class("body").flat_map(str::chars).collect());
static FOREIGN: LazyLock<Set<char>> =
    LazyLock::new(|| include_str!(concat!(env!("OUT_DIR"), "/transliteration.txt")).chars().collect());

/// Whether a title ends what stands before a name.
pub(super) fn title_before(text: &str) -> bool {
    let starts = text.char_indices().rev().take(LONGEST).map(|(at, _)| at);
    starts.into_iter().any(|at| TITLES.contains(&text[at..]))
}

/// Whether a title or a verb of saying begins what stands behind a name.
pub(super) fn title_behind(text: &str) -> bool {
    let ends = text.char_indices().take(LONGEST).map(|(at, c)| at + c.len_utf8());
    ends.into_iter().any(|end| TITLES.contains(&text[..end]) || SAYING.contains(&text[..end]))
}

/// Whether a character is part of no name of a person.
pub(super) fn is_never_in_names(c: char) -> bool {
    NEVER.contains(&c)
}

/// Whether a surname is one that many bear.
pub(super) fn is_common_surname(text: &str) -> bool {
    COMMON.contains(text)
}

/// Whether what follows a surname is a form of address, or stands for a name that is not told.
pub(super) fn is_address(given: &str) -> bool {
    let two = given.char_indices().nth(2).map_or(given.len(), |(at, _)| at);
    FORMS_OF_ADDRESS.contains(&given[..two]) || given.starts_with('某')
}

/// Whether an English word makes a clause of what it stands in.
pub(super) fn is_clause(word: &str) -> bool {
    CLAUSE.contains(word)
}

/// Whether a character is mostly grammar, so that no name begins or ends with it.
pub(super) fn is_grammar(c: char) -> bool {
    GRAMMAR.contains(&c)
}

/// Whether foreign names are written with a character.
pub(super) fn is_foreign(c: char) -> bool {
    FOREIGN.contains(&c) && !NEVER.contains(&c)
}

/// Whether a character behind a place says what kind of place it is.
pub(super) fn is_kind_of_place(c: char) -> bool {
    PLACES.contains(&c)
}

/// Whether a character at the end of a name says that it is a body.
pub(crate) fn is_kind_of_body(c: char) -> bool {
    BODIES.contains(&c)
}

#[cfg(test)]
mod tests {
    use super::{is_foreign, is_never_in_names, title_before, title_behind};

    #[test]
    fn titles_on_both_sides() {
        assert!(title_before("德国总理") && title_behind("教授认为") && title_behind("表示，"));
        assert!(!title_before("昨天") && !title_behind("的书") && !title_before(""));
    }

    #[test]
    fn characters() {
        assert!(is_foreign('斯') && is_foreign('姆') && !is_foreign('的') && is_never_in_names('的'));
    }
}
