//! Runs of capitalised words, and what their letters say of them.

use std::ops::Range;

use super::index::join;
use crate::pack::scene::Scene;
use crate::text::words;

/// A run of capitalised words that may be a name.
#[derive(Clone)]
pub(super) struct Candidate<'a> {
    pub(super) segment: usize,
    pub(super) range: Range<u32>,
    pub(super) text: &'a str,
    pub(super) words: Vec<&'a str>,
    pub(super) joined: String,
}

/// Whether a string falls into syllables of Chinese.
pub(super) fn is_pinyin(joined: &str) -> bool {
    const INITIALS: &[&str] = &[
        "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z",
        "c", "s", "y", "w", "",
    ];
    const FINALS: &[&str] = &[
        "iang", "iong", "uang", "ang", "eng", "ing", "ong", "ian", "iao", "uan", "uai", "an", "en", "in",
        "un", "ai", "ei", "ao", "ou", "ia", "ie", "iu", "ua", "uo", "ui", "ue", "er", "a", "o", "e", "i",
        "u",
    ];
    // Positions that a row of syllables can reach.
    let mut reached = vec![false; joined.len() + 1];
    reached[0] = true;
    for at in 0..joined.len() {
        if !reached[at] || !joined.is_char_boundary(at) {
            continue;
        }
        for initial in INITIALS.iter().filter(|i| joined[at..].starts_with(**i)) {
            let rest = &joined[at + initial.len()..];
            for ending in FINALS.iter().filter(|f| rest.starts_with(**f)) {
                reached[at + initial.len() + ending.len()] = true;
            }
        }
    }
    reached[joined.len()]
}

pub(super) fn without_possessive(text: &str) -> &str {
    text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text)
}

/// Runs of one to three capitalised words, the longest first at each place.
pub(super) fn candidates<'a>(scene: &Scene<'a>, segment: usize) -> Vec<Candidate<'a>> {
    let text = scene.text(segment);
    let words = scene.a.words(segment);
    let word = |i: usize| &text[words[i].start as usize..words[i].end as usize];
    let is_name = |i: usize| {
        let w = word(i);
        words::is_capitalised(w) && w.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '\'' | '’'))
    };
    let mut out = Vec::new();
    for start in (0..words.len()).filter(|i| is_name(*i)) {
        let joins = |i: usize| {
            let between = &text[words[i - 1].end as usize..words[i].start as usize];
            let possessive = without_possessive(word(i - 1)) != word(i - 1);
            matches!(between, " " | "-") && is_name(i) && !possessive
        };
        let most = (1..3).take_while(|n| start + n < words.len() && joins(start + n)).count() + 1;
        for n in (1..=most).rev() {
            let range = words[start].start..words[start + n - 1].end;
            let shown = &text[range.start as usize..range.end as usize];
            let joined = join(without_possessive(shown));
            if joined.len() >= 4 && scene.is_prose(segment, &range) {
                let words = (start..start + n).map(|i| without_possessive(word(i))).collect();
                out.push(Candidate { segment, range, text: without_possessive(shown), words, joined });
            }
        }
    }
    out
}
