//! The words that make the name of a body, brought to what does not change from one rendering of it to another.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::names::facts::{Trait, rows};
use crate::names::{Name, Word};
use crate::text::spelling::Spelling;

/// What one word of a body's name comes to: a country for its adjective, an ordinal for its figure, a noun without its plural,
/// British spellings as American ones.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Stem(pub(super) String);

impl Stem {
    pub(super) fn of(word: &Word) -> Self {
        if let Some(country) = word.country {
            return Self(country.to_owned());
        }
        let folded = Spelling::Either.fold(&word.lower);
        let stem = match folded.strip_suffix("ies") {
            Some(stem) if stem.len() >= 3 => format!("{stem}y"),
            _ => match folded.strip_suffix('s') {
                Some(stem) if stem.len() >= 4 && !stem.ends_with(['s', 'u', 'i']) => stem.to_owned(),
                _ => folded,
            },
        };
        Self(ORDINALS.get(stem.as_str()).map_or(stem, |figure| (*figure).to_owned()))
    }
}

static ORDINALS: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| rows(include_str!("../data/ordinals.tsv")).collect());

/// Words of a body's name with their stems, small words left out.
pub(super) fn core(name: &Name) -> Vec<(&Word, Stem)> {
    let small = |w: &&Word| !w.is(Trait::Connector) && !w.is(Trait::Article);
    name.words.iter().map(|w| &**w).filter(small).map(|w| (w, Stem::of(w))).collect()
}

/// Whether a word tells one body from another by itself: a figure, an ordinal, a direction, a place, a word whose opposite
/// names another body.
pub(super) fn tells_apart(word: &Word) -> bool {
    static OPPOSITES: LazyLock<HashMap<&str, &str>> = LazyLock::new(|| {
        rows(include_str!("../data/opposites.tsv"))
            .flat_map(|(set, words)| words.split(' ').map(move |w| (w, set)))
            .collect()
    });
    let figure = word.has_digit() || ORDINALS.contains_key(&*word.lower);
    figure
        || word.is(Trait::Direction)
        || word.country.is_some()
        || OPPOSITES.contains_key(&*word.lower)
        || !word.ordinary
}

#[cfg(test)]
mod tests {
    use super::{Stem, tells_apart};
    use crate::names::Word;

    #[test]
    fn forms_of_one_word_come_to_one() {
        let same = |a: &str, b: &str| Stem::of(&Word::new(a)) == Stem::of(&Word::new(b));
        assert!(same("Chinese", "China") && same("Twentieth", "20th") && same("Centres", "Center"));
        assert!(same("Industries", "Industry") && same("EU", "European") && !same("Congress", "Congres"));
    }

    #[test]
    fn some_words_tell_bodies_apart() {
        let tells = |word: &str| tells_apart(&Word::new(word));
        assert!(["Northern", "Second", "20th", "Kenyan", "Internal", "Hubei", "Army"].into_iter().all(tells));
        assert!(!tells("Commerce") && !tells("Publicity"));
    }
}
