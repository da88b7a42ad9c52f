//! A standard form made to fit where another stands: its ending and its capitals.

use super::inflect::{Ending, inflect};
use super::words;

/// The standard form with the ending that the wrong one had; `None` where that needs a person.
pub(crate) fn with_ending(standard: &str, ending: Ending) -> Option<String> {
    match ending {
        // The span leaves a possessive out.
        Ending::None | Ending::Possessive => Some(standard.to_owned()),
        Ending::Plural if standard.ends_with('s') => Some(standard.to_owned()),
        Ending::Plural => {
            let ends_in_word = standard.ends_with(|c: char| c.is_ascii_alphabetic());
            ends_in_word.then(|| inflect(standard, Ending::Plural))
        }
        Ending::Past | Ending::Ing => {
            let one_word = words::words(standard).len() == 1;
            one_word.then(|| inflect(standard, ending))
        }
    }
}

/// The standard form with the capitals that the text has at this place.
pub(crate) fn with_case(standard: &str, text: &str, starts_sentence: bool, title: bool) -> String {
    let has_lower = |t: &str| t.chars().any(char::is_lowercase);
    let words = words::words(text);
    let long = words.len() > 1 || text.chars().count() > 5;
    if long && !has_lower(text) && words::is_all_caps(text) {
        return standard.to_uppercase();
    }
    if !words::is_capitalised(text) || !standard.starts_with(char::is_lowercase) {
        return standard.to_owned();
    }
    let all = words.iter().all(|r| {
        let word = &text[r.start as usize..r.end as usize];
        words::is_capitalised(word) || word.len() <= 3
    });
    if all && words.len() > 1 && (title || !starts_sentence) {
        return title_case(standard);
    }
    if starts_sentence || all { capitalise(standard) } else { standard.to_owned() }
}

fn capitalise(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().into_iter().flat_map(char::to_uppercase).chain(chars).collect()
}

fn title_case(text: &str) -> String {
    const SMALL: &[&str] =
        &["a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "by", "with", "from"];
    let words = text
        .split(' ')
        .enumerate()
        .map(|(i, word)| if i > 0 && SMALL.contains(&word) { word.to_owned() } else { capitalise(word) });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::{with_case, with_ending};
    use crate::text::inflect::Ending;

    #[test]
    fn capitals_are_carried_over() {
        let case = |standard, text, start| with_case(standard, text, start, false);
        assert_eq!(case("high-quality development", "Quality development", true), "High-quality development");
        assert_eq!(
            case("high-quality development", "QUALITY DEVELOPMENT", false),
            "HIGH-QUALITY DEVELOPMENT"
        );
        assert_eq!(case("dual circulation", "Double Circulation", false), "Dual Circulation");
        assert_eq!(case("Labubu", "La Bulu", false), "Labubu");
        assert_eq!(case("Labubu", "LA BULU", true), "LABUBU");
    }

    #[test]
    fn endings_are_carried_over() {
        assert_eq!(with_ending("policy", Ending::Plural).as_deref(), Some("policies"));
        assert_eq!(with_ending("chip makers", Ending::Plural).as_deref(), Some("chip makers"));
        assert_eq!(with_ending("hold back growth", Ending::Ing), None);
    }
}
