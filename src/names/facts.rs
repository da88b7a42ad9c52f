//! Small facts of English that names are told by: closed classes of words, titles, head nouns, countries.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::text::tables::pairs;

/// What is known of a word in lower case, as a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traits(u32);

/// One thing that can be known of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// Begins sentences and is no part of a name there: `the`, `when`, `yesterday`.
    Closed,
    /// `a`, `the`.
    Article,
    /// A small word inside the name of a person: `van`, `bin`.
    Particle,
    /// A small word inside the name of a body: `of`, `and`.
    Connector,
    /// A name behind it is hardly a subject: `in`, `from`.
    Preposition,
    /// No sentence ends behind its stop: `Mr.`
    Abbreviation,
    /// Follows a name behind a hyphen and is no part of it: `-based`.
    Suffix,
    /// A month or a day of the week.
    Month,
    /// A point of the compass or a place in a row: `northern`, `upper`.
    Direction,
    /// What people do and places hardly: `said`, `hopes`.
    Saying,
    /// May stand between a subject and such a verb: `has`, `also`.
    SayingLead,
    /// Before an office it makes it another person's: `former`.
    Past,
    /// Says what kind of place a name is: `province`.
    Place,
    /// A title or office that stands before a name: `president`.
    Title,
    /// Stands before a title: `vice`.
    Rank,
    /// Written before a word with a hyphen or without: `multi`.
    Prefix,
    /// Head noun of the name of a body: `ministry`.
    Head,
}

const CLASSES: [(&str, Trait); 17] = [
    ("closed", Trait::Closed),
    ("article", Trait::Article),
    ("particle", Trait::Particle),
    ("connector", Trait::Connector),
    ("preposition", Trait::Preposition),
    ("abbreviation", Trait::Abbreviation),
    ("suffix", Trait::Suffix),
    ("month", Trait::Month),
    ("direction", Trait::Direction),
    ("saying", Trait::Saying),
    ("saying-lead", Trait::SayingLead),
    ("past", Trait::Past),
    ("place", Trait::Place),
    ("title", Trait::Title),
    ("rank", Trait::Rank),
    ("prefix", Trait::Prefix),
    ("head", Trait::Head),
];

impl Traits {
    /// Whether a thing is known.
    pub fn has(self, what: Trait) -> bool {
        self.0 & 1 << what as u32 != 0
    }

    /// Whether any of several things is known.
    pub fn any(self, what: &[Trait]) -> bool {
        what.iter().any(|&t| self.has(t))
    }
}

/// What is known of a word in lower case.
pub fn traits(word: &str) -> Traits {
    static TABLE: LazyLock<HashMap<&str, Traits>> = LazyLock::new(|| {
        let mut table: HashMap<&str, Traits> = HashMap::new();
        let files =
            [include_str!("data/words.tsv"), include_str!("data/titles.tsv"), include_str!("data/heads.tsv")];
        for (class, words) in files.into_iter().flat_map(pairs) {
            let Some((_, class)) = CLASSES.iter().find(|(name, _)| *name == class) else { continue };
            for word in words.split(' ') {
                table.entry(word).or_default().0 |= 1 << *class as u32;
            }
        }
        table
    });
    TABLE.get(word).copied().unwrap_or_default()
}

/// The country, continent or region that a word names or is formed of, in lower case: `china` for `chinese`.
pub fn country(word: &str) -> Option<&'static str> {
    static TABLE: LazyLock<HashMap<String, String>> = LazyLock::new(|| {
        let mut table = HashMap::new();
        for (place, forms) in pairs(include_str!("data/countries.tsv")) {
            for form in forms.split('|').chain([place]) {
                table.insert(form.to_lowercase(), place.to_lowercase());
            }
        }
        table
    });
    TABLE.get(word).map(String::as_str)
}

#[cfg(test)]
mod tests {
    use super::{CLASSES, Trait, country, traits};
    use crate::text::tables::pairs;

    #[test]
    fn words_have_their_classes() {
        assert!(traits("president").has(Trait::Title) && traits("van").has(Trait::Particle));
        assert!(traits("of").any(&[Trait::Connector]) && !traits("xyzzy").has(Trait::Closed));
        assert_eq!(
            (country("chinese"), country("france"), country("xyzzy")),
            (Some("china"), Some("france"), None)
        );
    }

    #[test]
    fn every_row_is_of_a_known_class() {
        for table in
            [include_str!("data/words.tsv"), include_str!("data/titles.tsv"), include_str!("data/heads.tsv")]
        {
            assert!(pairs(table).all(|(class, _)| CLASSES.iter().any(|(name, _)| *name == class)));
        }
    }
}
