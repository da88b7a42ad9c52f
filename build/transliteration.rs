//! Counts the characters that foreign names are written with: those of heads whose gloss sounds like their reading and is
//! spelt otherwise, such as those of a dotted name.

use std::collections::BTreeMap;

use crate::cedict::Entry;

/// How often a character must stand in such heads.
const OFTEN: u32 = 3;
/// Consonants that a reading and a gloss must share of those they have.
const SHARED: f32 = 0.6;

/// The characters in order, simplified and traditional, as one text.
pub(crate) fn build(entries: &[Entry]) -> String {
    let mut counts: BTreeMap<char, u32> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| is_transliterated(entry)) {
        let mut chars: Vec<char> = entry.simplified.chars().chain(entry.traditional.chars()).collect();
        chars.sort_unstable();
        chars.dedup();
        chars.into_iter().filter(|c| *c > '\u{2e80}').for_each(|c| *counts.entry(c).or_default() += 1);
    }
    counts.into_iter().filter(|(_, n)| *n >= OFTEN).map(|(c, _)| c).collect()
}

fn is_transliterated(entry: &Entry) -> bool {
    let capitals = entry.pinyin.bytes().filter(u8::is_ascii_uppercase).count();
    if entry.simplified.contains('·') {
        return true;
    }
    let end = entry.glosses.find(['/', ',', '(', ';']).unwrap_or(entry.glosses.len());
    let gloss = entry.glosses[..end].trim();
    let words = gloss.split(' ').count();
    if entry.simplified.chars().count() < 3 || capitals != 1 || words > 2 {
        return false;
    }
    if !gloss.split(' ').all(|word| word.starts_with(|c: char| c.is_ascii_uppercase())) {
        return false;
    }
    let spelt =
        |text: &str| text.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect::<String>();
    let first = spelt(gloss.split(' ').next().unwrap_or(gloss));
    // A Chinese name is spelt by its reading, all of it or with the kind of place left out.
    if spelt(entry.pinyin).starts_with(&first) {
        return false;
    }
    let (reading, gloss) = (consonants(entry.pinyin), consonants(gloss));
    reading.len() >= 2 && alike(&reading, &gloss) >= SHARED
}

/// The longest common row of two, as a share of the longer one.
fn alike(a: &[u8], b: &[u8]) -> f32 {
    let mut row = vec![0_usize; b.len() + 1];
    for x in a {
        let mut before = 0;
        for (j, y) in b.iter().enumerate() {
            let old = row[j + 1];
            row[j + 1] = if x == y { before + 1 } else { row[j + 1].max(row[j]) };
            before = old;
        }
    }
    row[b.len()] as f32 / a.len().max(b.len()).max(1) as f32
}

/// Classes of consonants; those that end a syllable in English and have none in Chinese are left out.
fn consonants(text: &str) -> Vec<u8> {
    let letters: Vec<char> = text.to_lowercase().chars().filter(char::is_ascii_alphabetic).collect();
    let mut out = Vec::new();
    for (i, &c) in letters.iter().enumerate() {
        let next = letters.get(i + 1).copied().unwrap_or(' ');
        let class = match c {
            'b' | 'p' => b'p',
            'f' | 'v' | 'w' => b'f',
            'd' | 't' => b't',
            'g' | 'k' => b'k',
            'c' if !"eiyhs".contains(next) => b'k',
            's' | 'z' | 'j' | 'q' | 'x' | 'c' => b's',
            'l' | 'r' => b'l',
            'm' | 'n' => b'n',
            _ => continue,
        };
        if out.last() != Some(&class) {
            out.push(class);
        }
    }
    out
}
