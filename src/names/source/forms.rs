//! The English forms of a source name that are known beforehand, and where they stand among words of the target.

use std::collections::BTreeSet;

use crate::names::facts::{self, Trait};
use crate::names::fold::fold;
use crate::names::{Word, facts::traits};
use crate::text::tables::pairs;
use crate::text::words::is_all_caps;

/// Known forms.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    /// As written.
    pub(super) texts: Vec<String>,
    /// Each folded and put together, so that blanks and hyphens do not matter.
    folds: BTreeSet<String>,
    /// Abbreviations, which are told by their capitals.
    acronyms: BTreeSet<String>,
    /// Letters of the longest.
    longest: usize,
    /// Whether it is a person's name.
    pub(super) person: bool,
    /// Whether it is a place's name.
    pub(super) place: bool,
    /// Countries and regions among them.
    countries: BTreeSet<&'static str>,
    /// Words that stand for the whole: the last of a person's name, `Reuters` of `Reuters News Agency`.
    parts: BTreeSet<String>,
}

impl Forms {
    /// Adds a form of a name; `person` if it is a person's.
    pub(super) fn add(&mut self, text: &str, person: bool) {
        if self.texts.iter().any(|known| known == text) {
            return;
        }
        let folded = fold(text);
        // `Ministry` alone is no name.
        let bare = !text.contains(' ') && traits(&text.to_lowercase()).has(Trait::Head);
        if folded.is_empty() || bare {
            return;
        }
        self.person |= person;
        if let Some(country) = facts::country(&text.to_lowercase()) {
            self.countries.insert(country);
            for (_, others) in
                pairs(include_str!("data/countries_long.tsv")).filter(|(c, _)| c.to_lowercase() == country)
            {
                others.split('|').for_each(|long| self.fold_in(&fold(long)));
            }
        }
        let raw: Vec<&str> = text.split(' ').collect();
        let capitals = raw.iter().filter_map(|w| w.chars().next().filter(|c| c.is_uppercase()));
        if raw.len() >= 3 && !person {
            self.acronyms.insert(fold(&capitals.collect::<String>()));
        }
        if is_all_caps(text) && text.len() <= 6 {
            self.acronyms.insert(folded);
            self.texts.push(text.to_owned());
            return;
        }
        if raw.len() > 1 {
            let own = |w: &&&str| w.starts_with(char::is_uppercase) && is_own(&Word::new(w), person);
            let own: Vec<String> = raw.iter().filter(own).map(|w| fold(w)).collect();
            // One word of several that are its own does not say which name it is.
            if person || own.len() == 1 {
                self.parts.extend(own);
            }
        }
        self.texts.push(text.to_owned());
        self.fold_in(&folded);
    }

    fn fold_in(&mut self, folded: &str) {
        self.longest = self.longest.max(folded.len() + 1);
        self.folds.insert(folded.to_owned());
    }

    /// Whether it is the name of a body.
    pub(super) fn has_head(&self) -> bool {
        let heads = |text: &String| text.split(' ').any(|w| traits(&w.to_lowercase()).has(Trait::Head));
        self.texts.iter().any(heads)
    }

    /// Whether both name one country.
    pub(super) fn shares_country(&self, other: &Self) -> bool {
        !self.countries.is_disjoint(&other.countries)
    }

    /// Whether it names two countries at once.
    pub(super) fn is_pair(&self) -> bool {
        self.countries.len() > 1
    }

    /// Whether it is a country or a region of the world.
    pub(super) fn is_country(&self) -> bool {
        !self.countries.is_empty()
    }

    pub(super) fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// How many of the folded words, from the first on, are the longest form that they begin with; a plural is the form.
    pub(super) fn whole<'w>(&self, words: impl Iterator<Item = &'w str>) -> Option<usize> {
        let (mut joined, mut best) = (String::new(), None);
        for (i, word) in words.enumerate() {
            joined.push_str(word);
            if joined.len() > self.longest {
                break;
            }
            let singular = joined.strip_suffix('s').is_some_and(|one| self.folds.contains(one));
            if self.folds.contains(&joined) || singular && joined.len() > 4 {
                best = Some(i + 1);
            }
        }
        best
    }

    /// Whether one word stands for the name: the adjective of the country, or a part of the name that is its own.
    pub(super) fn part(&self, word: &Word) -> bool {
        word.country.is_some_and(|c| self.countries.contains(c))
            || self.parts.contains(&*word.fold)
            || word.acronym && self.acronyms.contains(&*word.fold)
    }

    /// Whether all words are words of one form.
    pub(super) fn holds(&self, words: &[&str]) -> bool {
        let of = |text: &String| text.split([' ', '-']).map(fold).collect::<BTreeSet<_>>();
        self.texts.iter().map(of).any(|form| words.iter().all(|w| form.contains(*w)))
    }

    /// Whether folded words, put together, are one of the forms.
    pub(super) fn has(&self, folded: &str) -> bool {
        self.folds.contains(folded)
    }

    /// Whether it is a month or a day of the week, which is no name here.
    pub(super) fn is_month(&self) -> bool {
        self.texts.iter().any(|t| traits(&t.to_lowercase()).has(Trait::Month))
    }
}

/// Whether a word of a name of several is enough to name it.
fn is_own(word: &Word, person: bool) -> bool {
    let general = [
        Trait::Head,
        Trait::Place,
        Trait::Month,
        Trait::Direction,
        Trait::Connector,
        Trait::Title,
        Trait::Rank,
    ];
    word.letters() >= 3 && !word.traits.any(&general) && word.country.is_none() && (person || !word.ordinary)
}

#[cfg(test)]
mod tests {
    use super::Forms;
    use crate::names::Word;

    #[test]
    fn whole_forms_and_parts() {
        let mut forms = Forms::default();
        forms.add("Harbour News Agency", false);
        forms.add("Kessler News Agency", false);
        assert_eq!(forms.whole(["kessler", "news", "agency", "said"].into_iter()), Some(3));
        assert!(forms.part(&Word::new("Kessler")) && !forms.part(&Word::new("Agency")));
        let mut country = Forms::default();
        country.add("France", false);
        assert!(country.part(&Word::new("French")) && country.has("france"));
    }
}
