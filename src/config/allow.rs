//! The allow list: what is right here and must not be reported.

use std::collections::HashSet;

use crate::text::window::floor;
use crate::text::words::fold;

/// Words, names and phrases that are right.
#[derive(Debug, Clone, Default)]
pub struct AllowList {
    words: HashSet<String>,
    names: HashSet<String>,
    phrases: Vec<String>,
}

impl AllowList {
    /// Adds a word: right in any case.
    pub fn word(&mut self, word: &str) {
        self.words.insert(fold(word.trim()));
    }

    /// Adds a name: right as it is written, with its possessive and plural.
    pub fn name(&mut self, name: &str) {
        self.names.insert(name.trim().to_owned());
    }

    /// Adds a phrase: nothing inside it is reported.
    pub fn phrase(&mut self, phrase: &str) {
        if !phrase.trim().is_empty() {
            self.phrases.push(phrase.trim().to_owned());
        }
    }

    /// Whether nothing is allowed.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.names.is_empty() && self.phrases.is_empty()
    }

    /// Whether what stands at `start..end` of a segment is right here.
    pub fn allows(&self, shown: &str, start: usize, end: usize) -> bool {
        let Some(text) = shown.get(start..end).filter(|t| !t.is_empty()) else { return false };
        let bare =
            text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).or_else(|| text.strip_suffix('s'));
        self.words.contains(&fold(text))
            || self.names.contains(text)
            || bare.is_some_and(|b| self.names.contains(b))
            || self.phrases.iter().any(|phrase| lies_in(phrase, shown, start, end))
    }
}

/// Whether `start..end` lies inside an occurrence of `phrase`; only the neighbourhood is searched.
fn lies_in(phrase: &str, shown: &str, start: usize, end: usize) -> bool {
    let from = floor(shown, end.saturating_sub(phrase.len()));
    let to = floor(shown, start + phrase.len() + 3);
    from <= start
        && shown[from..to]
            .match_indices(phrase)
            .any(|(i, _)| from + i <= start && end <= from + i + phrase.len())
}

#[cfg(test)]
mod tests {
    use super::AllowList;

    #[test]
    fn words_names_and_phrases() {
        let mut allow = AllowList::default();
        allow.word("guochao");
        allow.name("La Bulu");
        allow.phrase("the character 福 itself");
        let at = |shown: &str, what: &str| {
            let start = shown.find(what).expect("there");
            allow.allows(shown, start, start + what.len())
        };
        assert!(at("Guochao is here", "Guochao"));
        assert!(at("La Bulu's toys", "La Bulu's") && !at("la bulu toys", "la bulu"));
        assert!(at("see the character 福 itself.", "福") && !at("see the character 福 there", "福"));
    }
}
