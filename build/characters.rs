//! Which English words go with a Chinese character, by the glosses of the words that have it: a line for each character
//! with its stems.

use std::collections::{BTreeMap, BTreeSet};

use crate::cedict::Entry;

#[path = "../src/text/stem.rs"]
#[allow(dead_code, unreachable_pub)]
mod stem;

/// Words that go with no character.
pub(crate) const FUNCTION_WORDS: &str = "src/lang/data/function_words.txt";

/// In how many words a stem must stand with the character.
const LEAST: u32 = 3;
/// In what share of the words that have the character.
const SHARE: f64 = 0.03;
/// How many times oftener than in all words.
const LIFT: f64 = 12.0;
/// The longest words that tell of their characters.
const LONGEST: usize = 4;

/// The deflated table, sorted by character: `CHARACTER TAB STEM STEM ... NEWLINE`.
pub(crate) fn build(entries: &[Entry], function_words: &str) -> Vec<u8> {
    let skipped: BTreeSet<&str> = function_words
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(str::split_whitespace)
        .collect();
    let mut total = 0_u32;
    let mut of_stem: BTreeMap<String, u32> = BTreeMap::new();
    let mut of_char: BTreeMap<char, (u32, BTreeMap<String, u32>)> = BTreeMap::new();
    for entry in entries.iter().filter(|e| (2..=LONGEST).contains(&e.simplified.chars().count())) {
        let stems = stems(entry.glosses, &skipped);
        total += 1;
        for stem in &stems {
            *of_stem.entry(stem.clone()).or_default() += 1;
        }
        for c in entry.simplified.chars().collect::<BTreeSet<char>>() {
            let (words, together) = of_char.entry(c).or_default();
            *words += 1;
            for stem in &stems {
                *together.entry(stem.clone()).or_default() += 1;
            }
        }
    }
    let mut out = String::new();
    for (c, (words, together)) in &of_char {
        let goes = |(stem, n): &(&String, &u32)| {
            let share = f64::from(**n) / f64::from(*words);
            let chance = f64::from(of_stem[*stem]) / f64::from(total);
            **n >= LEAST && share >= SHARE && share >= LIFT * chance
        };
        let stems: Vec<&str> = together.iter().filter(goes).map(|(stem, _)| stem.as_str()).collect();
        if !stems.is_empty() {
            out.push_str(&format!("{c}\t{}\n", stems.join(" ")));
        }
    }
    miniz_oxide::deflate::compress_to_vec(out.as_bytes(), 10)
}

/// The stems of the lower-case words in glosses, each once. What stands in square brackets is pinyin.
fn stems(glosses: &str, skipped: &BTreeSet<&str>) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    for gloss in glosses.split('/').filter(|gloss| !gloss.starts_with("CL:")) {
        let mut depth = 0_u32;
        for word in gloss.split_inclusive(|c: char| !(c.is_ascii_alphabetic() || c == '\'')) {
            let bare = word.trim_matches(|c: char| !c.is_ascii_alphabetic());
            let is_word = bare.len() > 1 && bare.starts_with(|c: char| c.is_ascii_lowercase());
            if depth == 0 && is_word && !skipped.contains(bare) {
                out.insert(stem::stem(bare));
            }
            match word.chars().last() {
                Some('[') => depth += 1,
                Some(']') => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
    }
    out
}
