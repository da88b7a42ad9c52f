//! The English words that CC-CEDICT gives for a Chinese word, for telling whether an English text can render it.

use super::dictionary::Dictionary;
use super::gloss::{Gloss, read};

/// What a word in parentheses counts.
const ASIDE: f32 = 0.4;
/// What a word of a less usual sense counts.
const RARE: f32 = 0.6;
/// How many cross-references are followed.
const REDIRECTS: u32 = 2;

/// The words of all senses of `head` in lower case with what each counts, 0 to 1, in the order of the dictionary; a word
/// that several senses have stands several times. Empty if it is no head.
pub fn gloss_words(head: &str) -> Vec<(String, f32)> {
    let mut out = Vec::new();
    let mut add = |sense: &str, weight: f32| {
        out.extend(words(sense).map(|(word, aside)| (word, if aside { weight * ASIDE } else { weight })));
    };
    each(head, REDIRECTS, &mut |gloss| match gloss {
        Gloss::Senses { senses, rare } => {
            for sense in senses {
                add(&sense, if rare { RARE } else { 1.0 });
            }
        }
        Gloss::Surname(text) => add(&text, RARE),
        Gloss::Redirect { .. } | Gloss::Note => {}
    });
    out
}

/// The senses of `head`, each as the dictionary words it, without labels and readings; those of a head that it refers to
/// stand in place of the reference.
pub(crate) fn senses(head: &str) -> Vec<String> {
    let mut out = Vec::new();
    each(head, REDIRECTS, &mut |gloss| {
        if let Gloss::Senses { senses, .. } = gloss {
            out.extend(senses);
        }
    });
    out
}

/// Gives the glosses of a head, and in place of a reference those of the head that it refers to.
fn each(head: &str, redirects: u32, give: &mut impl FnMut(Gloss)) {
    for glosses in Dictionary::get().glosses(head) {
        for gloss in glosses.split('/') {
            match read(gloss) {
                Gloss::Redirect { head: other, .. } if redirects > 0 && other != head => {
                    each(&other, redirects - 1, give);
                }
                gloss => give(gloss),
            }
        }
    }
}

/// The words of a sense in lower case, each with whether it stands in parentheses: an example or a place.
pub(crate) fn words(sense: &str) -> impl Iterator<Item = (String, bool)> {
    let mut depth = 0_usize;
    sense.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '\'')).filter_map(move |part| {
        let word = part.trim_matches(|c: char| !c.is_alphanumeric());
        let aside = depth > 0;
        depth = (depth + part.matches('(').count()).saturating_sub(part.matches(')').count());
        (!word.is_empty()).then(|| (word.to_lowercase(), aside))
    })
}

#[cfg(test)]
mod tests {
    use super::gloss_words;

    #[test]
    fn words_of_all_senses() {
        let words = gloss_words("东风");
        assert!(words.contains(&("easterly".to_owned(), 1.0)) && words.contains(&("breeze".to_owned(), 1.0)));
        assert!(gloss_words("ゑ").is_empty());
    }

    #[test]
    fn references_are_followed() {
        assert!(gloss_words("宁德市").iter().any(|(w, _)| w == "ningde"));
    }
}
