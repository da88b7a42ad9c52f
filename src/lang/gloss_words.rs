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
    collect(head, REDIRECTS, &mut out);
    out
}

/// The senses of `head`, each as the dictionary words it, without labels and readings; those of a head that it refers to
/// stand in place of the reference.
pub(crate) fn senses(head: &str) -> Vec<String> {
    let mut out = Vec::new();
    collect_senses(head, REDIRECTS, &mut out);
    out
}

fn collect_senses(head: &str, redirects: u32, out: &mut Vec<String>) {
    for entry in Dictionary::get().lookup(head) {
        for gloss in &entry.glosses {
            match read(gloss) {
                Gloss::Senses { senses, .. } => out.extend(senses),
                Gloss::Redirect { head: other, .. } if redirects > 0 && other != head => {
                    collect_senses(&other, redirects - 1, out);
                }
                Gloss::Redirect { .. } | Gloss::Surname(_) | Gloss::Note => {}
            }
        }
    }
}

fn collect(head: &str, redirects: u32, out: &mut Vec<(String, f32)>) {
    for entry in Dictionary::get().lookup(head) {
        for gloss in &entry.glosses {
            match read(gloss) {
                Gloss::Senses { senses, rare } => {
                    let weight = if rare { RARE } else { 1.0 };
                    for sense in senses {
                        words(&sense, weight, out);
                    }
                }
                Gloss::Surname(text) => words(&text, RARE, out),
                Gloss::Redirect { head: other, .. } if redirects > 0 && other != head => {
                    collect(&other, redirects - 1, out);
                }
                Gloss::Redirect { .. } | Gloss::Note => {}
            }
        }
    }
}

fn words(sense: &str, weight: f32, out: &mut Vec<(String, f32)>) {
    let mut depth = 0_usize;
    for part in sense.split_inclusive(|c: char| !(c.is_alphanumeric() || c == '\'')) {
        let word = part.trim_matches(|c: char| !c.is_alphanumeric());
        if !word.is_empty() {
            out.push((word.to_lowercase(), if depth > 0 { weight * ASIDE } else { weight }));
        }
        depth = (depth + part.matches('(').count()).saturating_sub(part.matches(')').count());
    }
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
