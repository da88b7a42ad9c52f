//! The English forms of a source name that are known beforehand, and where they stand among words of the target.

use std::collections::BTreeSet;

use crate::names::facts::{self, Trait};
use crate::names::fold::fold;
use crate::names::{Word, facts::traits};

/// Known forms.
#[derive(Clone, Debug, Default)]
pub(super) struct Forms {
    /// As written.
    pub(super) texts: Vec<String>,
    /// Each folded and put together, so that blanks and hyphens do not matter.
    folds: BTreeSet<String>,
    /// Letters of the longest.
    longest: usize,
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
        if folded.is_empty() {
            return;
        }
        if let Some(country) = facts::country(&text.to_lowercase()) {
            self.countries.insert(country);
        }
        let raw: Vec<&str> = text.split(' ').collect();
        if raw.len() > 1 {
            let own = |w: &&&str| w.starts_with(char::is_uppercase) && is_own(&Word::new(w), person);
            self.parts.extend(raw.iter().filter(own).map(|w| fold(w)));
        }
        self.longest = self.longest.max(folded.len() + 1);
        self.texts.push(text.to_owned());
        self.folds.insert(folded);
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
        word.country.is_some_and(|c| self.countries.contains(c)) || self.parts.contains(&*word.fold)
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
