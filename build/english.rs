//! Counts the English words of the glosses: how often each stands in lower case and how often with a
//! capital. Glosses begin in lower case unless the word is a name, so the two counts tell names from words.

use std::collections::BTreeMap;
use std::error::Error;

use crate::cedict::Entry;

/// A map from words in lower case to `lower-case count << 16 | capitalised count`.
pub(crate) fn build(entries: &[Entry]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut counts: BTreeMap<String, (u64, u64)> = BTreeMap::new();
    for entry in entries {
        for word in words(&without_species(&without_brackets(entry.glosses))) {
            let capital = word.starts_with(char::is_uppercase);
            let count = counts.entry(word.to_lowercase()).or_default();
            if capital {
                count.1 += 1;
            } else {
                count.0 += 1;
            }
        }
    }
    let mut map = fst::MapBuilder::memory();
    for (word, (lower, capital)) in counts {
        map.insert(word, lower.min(0xffff) << 16 | capital.min(0xffff))?;
    }
    Ok(map.into_inner()?)
}

// Brackets hold pinyin, which is no English.
fn without_brackets(glosses: &str) -> String {
    let mut out = String::with_capacity(glosses.len());
    let mut depth = 0_u32;
    for c in glosses.chars() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

// `(Carpodacus vinaceus)`: the second word of a species would pass for an English one.
fn without_species(glosses: &str) -> String {
    let mut out = String::with_capacity(glosses.len());
    let mut rest = glosses;
    while let Some((before, after)) = rest.split_once('(') {
        out.push_str(before);
        let Some((inside, tail)) = after.split_once(')') else {
            rest = after;
            continue;
        };
        if !is_species(inside) {
            out.push_str(inside);
        }
        out.push(' ');
        rest = tail;
    }
    out.push_str(rest);
    out
}

// A genus, a species and perhaps a subspecies. `(Beijing dialect)` has the same form; losing such a
// count costs nothing, as its words stand elsewhere too.
fn is_species(text: &str) -> bool {
    let mut words = text.split(' ');
    let genus =
        words.next().is_some_and(|word| word.len() > 2 && word.starts_with(|c: char| c.is_ascii_uppercase()));
    let others: Vec<&str> = words.collect();
    let lower = |word: &&str| word.bytes().all(|b| b.is_ascii_lowercase());
    genus && matches!(others.len(), 1 | 2) && others.iter().all(lower)
}

// Tokens with a digit are pinyin outside brackets, years or codes.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(is_latin(c) || c.is_ascii_digit() || c == '\''))
        .filter(|token| !token.contains(|c: char| c.is_ascii_digit()))
        .map(|token| token.trim_matches('\''))
        .map(|token| token.strip_suffix("'s").unwrap_or(token))
        .filter(|token| !token.is_empty())
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic() || (('\u{c0}'..='\u{24f}').contains(&c) && c.is_alphabetic())
}
