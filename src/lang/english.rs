//! Which English words are ordinary and which are names, by how the glosses of the dictionary write them.
//!
//! The glosses hold about 47,000 word forms and begin in lower case, so a capital there means a name.
//! Inflected forms that are missing are found by their stem.

use std::sync::OnceLock;

use fst::{IntoStreamer, Map, Streamer};

static WORDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/english.fst"));
// `song` stands 92 times in lower case and 204 times as Song, `chen` 12 and 57 times: a word may be a
// name three times as often and is still a word.
const NAME_RATIO: u64 = 3;
const MIN_STEM: usize = 3;

#[derive(Clone, Copy)]
struct Counts {
    lower: u64,
    capital: u64,
}

impl Counts {
    fn is_ordinary(self) -> bool {
        self.lower > 0 && self.capital <= NAME_RATIO * self.lower
    }
}

/// Whether a word, in any case, is an ordinary English word: its form or its stem stands in lower case
/// at least once, and with a capital at most three times as often. All parts of a hyphenated word count.
pub fn is_ordinary(word: &str) -> bool {
    let word = normalise(word);
    !word.is_empty() && word.split('-').all(is_ordinary_part)
}

/// Whether a word, in any case, is known as a name, abbreviation or other capitalised word, and not
/// usual as an ordinary one: it has a capital more than three times as often as not.
pub fn is_known_name(word: &str) -> bool {
    counts(&normalise(word)).is_some_and(|counts| !counts.is_ordinary())
}

/// Whether a word stands in the table in the form that is asked for, in any case: `planning` as it is, not by its stem.
pub fn is_listed(word: &str) -> bool {
    counts(&normalise(word)).is_some()
}

/// Whether a word is none that is known but the beginning of a longer one: `neighb`.
pub fn is_beginning(word: &str) -> bool {
    let word = normalise(word);
    let longer = || {
        map()
            .range()
            .gt(word.as_str())
            .into_stream()
            .next()
            .map(|(next, _)| next.starts_with(word.as_bytes()))
    };
    counts(&word).is_none() && !is_ordinary(&word) && longer() == Some(true)
}

fn is_ordinary_part(word: &str) -> bool {
    match counts(word) {
        Some(counts) => counts.is_ordinary(),
        None => stems(word).iter().any(|stem| counts(stem).is_some_and(Counts::is_ordinary)),
    }
}

fn counts(word: &str) -> Option<Counts> {
    map().get(word).map(|value| Counts { lower: value >> 16, capital: value & 0xffff })
}

fn map() -> &'static Map<&'static [u8]> {
    static MAP: OnceLock<Map<&'static [u8]>> = OnceLock::new();
    MAP.get_or_init(|| Map::new(WORDS).expect("the build script wrote this table"))
}

fn normalise(word: &str) -> String {
    let lower = word.to_lowercase().replace('’', "'");
    let base = lower.strip_suffix("'s").or_else(|| lower.strip_suffix('\'')).unwrap_or(&lower);
    base.to_owned()
}

// What a word may be an inflection of; wrong guesses do no harm as they are not in the table.
fn stems(word: &str) -> Vec<String> {
    const ENDINGS: [(&str, &[&str]); 12] = [
        ("ies", &["y"]),
        ("ied", &["y"]),
        ("ily", &["y"]),
        ("ier", &["y"]),
        ("iest", &["y"]),
        ("es", &[""]),
        ("s", &[""]),
        ("ed", &["", "e"]),
        ("ing", &["", "e"]),
        ("ly", &["", "le"]),
        ("er", &["", "e"]),
        ("est", &["", "e"]),
    ];
    let mut stems = Vec::new();
    for (ending, replacements) in ENDINGS {
        let Some(base) = word.strip_suffix(ending).filter(|base| base.chars().count() >= MIN_STEM) else {
            continue;
        };
        stems.extend(replacements.iter().map(|replacement| format!("{base}{replacement}")));
        // stopped, planning: the consonant was doubled.
        if !ending.starts_with(['e', 'i']) {
            continue;
        }
        let mut letters = base.chars().rev();
        if let (Some(last), Some(before)) = (letters.next(), letters.next())
            && last == before
        {
            stems.push(base[..base.len() - last.len_utf8()].to_owned());
        }
    }
    stems
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn tells_words_from_names() {
        for word in [
            "the",
            "company",
            "Company",
            "march",
            "song",
            "turkey",
            "party's",
            "semiconductors",
            "robots",
            "well-known",
            "stopping",
            "reapplied",
            "company’s",
            "long",
        ] {
            assert!(is_ordinary(word), "{word}");
            assert!(!is_known_name(word), "{word}");
        }
        for name in ["China", "Beijing", "chen", "Hisense", "Huawei", "Shanghai's", "Volkswagen", "PRC"] {
            assert!(is_known_name(name), "{name}");
            assert!(!is_ordinary(name), "{name}");
        }
        for unknown in ["xinkailai", "Labubu", "", "'s", "12", "well-xyzzy", "中国"] {
            assert!(!is_ordinary(unknown), "{unknown}");
            assert!(!is_known_name(unknown), "{unknown}");
        }
    }

    proptest! {
        #[test]
        fn no_word_is_both(word in "\\PC{0,12}|[a-zA-Zé'-]{1,12}") {
            prop_assert!(!(is_ordinary(&word) && is_known_name(&word)));
        }
    }
}
