//! Words that are written by sound: Han characters that spell a name in pinyin, katakana and Hangul with the consonants of
//! a word in Latin letters.

use std::collections::{BTreeMap, BTreeSet};

use super::side::{Type, Vocabulary};
use super::tokens::{Kind, Token};
use crate::hash::Map;
use crate::lang::pinyin::plain_readings;
use crate::lang::{english, hangul, kana};
use crate::text::script::{Script, script};

/// The words of one side by their sounds.
#[derive(Debug, Default)]
pub(super) struct Index {
    names: BTreeMap<String, u32>,
    skeletons: BTreeMap<String, Vec<u32>>,
}

/// Consonants that make a word one of its own.
const ENOUGH: usize = 3;
/// Consonants that a name needs.
const ENOUGH_OF_A_NAME: usize = 2;

impl Index {
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let mut index = Self::default();
        for (id, t) in vocabulary.types.iter().enumerate().filter(|(_, t)| t.kind == Kind::Word) {
            if is_name(t) {
                index.names.insert(letters(&t.surface), id as u32);
            }
            let skeleton = skeleton(&t.surface);
            let least = if is_name(t) { ENOUGH_OF_A_NAME } else { ENOUGH };
            if skeleton.len() >= least {
                index.skeletons.entry(skeleton).or_default().push(id as u32);
            }
        }
        index
    }

    /// The types that sound like a word in kana or Hangul.
    pub(super) fn alike(&self, t: &Type) -> Vec<u32> {
        let romanised = match t.kind {
            Kind::Kana => kana::romanise(&t.key),
            _ => hangul::romanise(&t.key),
        };
        let skeleton = skeleton(&romanised.unwrap_or_default());
        self.skeletons.get(&skeleton).cloned().unwrap_or_default()
    }

    /// The type of a name that is spelt so.
    pub(super) fn named(&self, letters: &str) -> Option<u32> {
        self.names.get(letters).copied()
    }

    /// The names, to look for in Han script.
    pub(super) fn names(&self) -> BTreeSet<&str> {
        self.names.keys().map(String::as_str).collect()
    }
}

/// A capitalised word that is no ordinary one.
fn is_name(t: &Type) -> bool {
    t.capital && t.surface.len() >= 2 && !english::is_ordinary(&t.surface)
}

fn letters(word: &str) -> String {
    word.chars().filter(char::is_ascii_alphabetic).collect()
}

/// The most characters that spell one word of a name.
const LONGEST: usize = 4;

/// A token for every name that characters of `text` spell in pinyin, by any of their readings.
pub(super) fn spelt(text: &str, names: &BTreeSet<&str>, readings: &mut Map<char, Vec<String>>) -> Vec<Token> {
    let mut out = Vec::new();
    if names.is_empty() {
        return out;
    }
    for (at, c) in text.char_indices().filter(|(_, c)| script(*c) == Script::Han) {
        let _ = c;
        let run: Vec<char> =
            text[at..].chars().take(LONGEST).take_while(|c| script(*c) == Script::Han).collect();
        spell("", &run, names, readings, &mut out);
    }
    out
}

fn spell(
    before: &str,
    rest: &[char],
    names: &BTreeSet<&str>,
    readings: &mut Map<char, Vec<String>>,
    out: &mut Vec<Token>,
) {
    let Some((&first, rest)) = rest.split_first() else { return };
    for reading in readings.entry(first).or_insert_with(|| plain_readings(first)).clone() {
        let spelt = format!("{before}{reading}");
        // The first name from here on tells whether any goes on like this.
        let Some(next) = names.range(spelt.as_str()..).next().filter(|n| n.starts_with(&spelt)) else {
            continue;
        };
        if *next == spelt {
            out.push(Token {
                kind: Kind::Sound,
                key: format!("~{spelt}"),
                surface: spelt.clone(),
                capital: false,
            });
        }
        spell(&spelt, rest, names, readings, out);
    }
}

/// The consonants of a word in classes that survive being written in another script: voiced and voiceless are one, so are
/// l and r, and what is not heard before a consonant or at the end is left out.
pub(crate) fn skeleton(word: &str) -> String {
    let folded: Vec<char> = word.chars().flat_map(char::to_lowercase).map(fold).collect();
    let mut out = String::new();
    for (i, &c) in folded.iter().enumerate() {
        let next = folded.get(i + 1).copied();
        let class = match c {
            'c' if next.is_some_and(|n| "eiyh".contains(n)) => 's',
            'p' if next == Some('h') => 'p',
            'p' | 'b' | 'f' | 'v' => 'p',
            't' if next == Some('h') || next == Some('s') || next == Some('c') => 's',
            't' | 'd' => 't',
            'k' | 'g' | 'q' | 'c' => 'k',
            's' | 'z' | 'j' => 's',
            'x' => {
                out.push('k');
                's'
            }
            'm' | 'n' => 'n',
            'l' => 'r',
            'r' if next.is_some_and(|n| "aeiouy".contains(n)) => 'r',
            _ => continue,
        };
        if !out.ends_with(class) {
            out.push(class);
        }
    }
    out
}

/// A vowel without its macron.
fn fold(c: char) -> char {
    match c {
        'ā' => 'a',
        'ī' => 'i',
        'ū' => 'u',
        'ē' => 'e',
        'ō' => 'o',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::skeleton;
    use crate::lang::{hangul, kana};

    #[test]
    fn foreign_words_keep_their_consonants() {
        for (kana, word) in
            [("コンピュータ", "computer"), ("ソフトバンク", "softbank"), ("フランス", "france")]
        {
            assert_eq!(skeleton(&kana::romanise(kana).unwrap()), skeleton(word), "{kana}");
        }
        for (hangul, word) in [("컴퓨터", "computer"), ("서울", "seoul"), ("부산", "busan")] {
            assert_eq!(skeleton(&hangul::romanise(hangul).unwrap()), skeleton(word), "{hangul}");
        }
    }
}
