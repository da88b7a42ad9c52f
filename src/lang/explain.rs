//! Explains a run of Chinese, Japanese or Korean that was left in a translation: how it is read and what
//! it means, short enough for one line of a report.

use ::pinyin::ToPinyin;

use super::dictionary::{Dictionary, Entry, Piece};
use super::gloss::{Gloss, brief, clip, read, shorten};
use super::pinyin::Reading;
use super::{hangul, is_han, kana};

/// The longest meaning that [`explain`] gives, in characters.
pub const MAX_MEANING: usize = 60;
const MAX_SENSES: usize = 3;
const MAX_REDIRECTS: u32 = 3;

/// What a finding shows for a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    /// The reading: pinyin with tone marks, Hepburn for kana, Revised Romanization for Hangul.
    pub reading: String,
    /// The meaning by the dictionary, senses separated by `; `, words by ` + `; a definition, not a
    /// rendering to be put into the text. `None` where the dictionary says nothing of use.
    pub meaning: Option<String>,
}

/// Explains a run; `None` if it has no Han, kana or Hangul, or mixes Han with kana or Hangul, where the
/// reading of the Han characters cannot be known.
///
/// Runs of several words get the first sense of each. A run in which the dictionary knows single
/// characters only is most often a name: it gets a reading but no meaning, as theirs would mislead.
pub fn explain(run: &str) -> Option<Explanation> {
    let run = run.trim();
    let has_han = run.chars().any(is_han);
    let other = hangul::romanise(run).or_else(|| kana::romanise(run));
    match other {
        Some(reading) if !has_han => return Some(Explanation { reading, meaning: None }),
        Some(_) => return None,
        None if !has_han => return None,
        None => {}
    }
    let entries = Dictionary::get().lookup(run);
    if let Some(best) = best_entry(&entries) {
        let reading = Reading::new(&best.pinyin).marked();
        return Some(Explanation { reading, meaning: word_meaning(&entries, best) });
    }
    let pieces = Dictionary::get().segment(run);
    let is_word = |piece: &Piece| piece.known && piece.text.chars().nth(1).is_some();
    // "3.5亿元": a power of ten and what it counts, no name.
    let counts = run.starts_with(['百', '千', '万', '亿', '萬', '億', '兆']);
    Some(if counts || pieces.iter().any(is_word) { explain_words(&pieces) } else { spell(run) })
}

fn explain_words(pieces: &[Piece]) -> Explanation {
    let mut readings: Vec<String> = Vec::new();
    let mut meanings: Vec<String> = Vec::new();
    // `3` and `D` are pieces of their own and one word.
    let mut after_latin = false;
    for piece in pieces {
        let entries = Dictionary::get().lookup(piece.text);
        let is_latin = piece.text.chars().all(|c| c.is_ascii_alphanumeric());
        match (best_entry(&entries), readings.last_mut()) {
            (_, Some(last)) if is_latin && after_latin => {
                last.push_str(piece.text);
                meanings.last_mut().into_iter().for_each(|meaning| meaning.push_str(piece.text));
            }
            _ if is_latin => {
                readings.push(piece.text.to_owned());
                meanings.push(piece.text.to_owned());
            }
            (Some(best), _) if piece.text.chars().any(is_han) => {
                readings.push(Reading::new(&best.pinyin).marked());
                meanings.extend(senses(best, MAX_REDIRECTS).first().map(|sense| brief(sense).to_owned()));
            }
            (_, last) => match (punctuation(piece.text), last) {
                (Some(mark), Some(last)) => last.push(mark),
                (None, _) => readings.extend(Some(spell(piece.text).reading).filter(|r| !r.is_empty())),
                _ => {}
            },
        }
        after_latin = is_latin;
    }
    let meaning = clip(&meanings.join(" + "), MAX_MEANING);
    Explanation { reading: readings.join(" "), meaning: Some(meaning).filter(|meaning| !meaning.is_empty()) }
}

fn punctuation(text: &str) -> Option<char> {
    match text {
        "，" | "、" | "," => Some(','),
        "。" | "." => Some('.'),
        "；" | ";" => Some(';'),
        "：" | ":" => Some(':'),
        _ => None,
    }
}

// Character by character in one word, by the usual reading of each.
fn spell(run: &str) -> Explanation {
    let mut reading = String::new();
    for c in run.chars() {
        match c.to_pinyin() {
            Some(syllable) => {
                let vowel = syllable.plain().starts_with(['a', 'o', 'e']);
                if vowel && reading.ends_with(char::is_alphabetic) {
                    reading.push('\'');
                }
                reading.push_str(syllable.with_tone());
            }
            None if c.is_alphanumeric() && !is_han(c) => reading.push(c),
            None => {}
        }
    }
    Explanation { reading, meaning: None }
}

// Common words before names, names before surnames, entries with a meaning before references to others;
// then the one with the most glosses, as the usual reading of a character has most to be said of.
fn best_entry(entries: &[Entry]) -> Option<&Entry> {
    entries.iter().min_by_key(|entry| {
        let glosses: Vec<Gloss> = entry.glosses.iter().map(|gloss| read(gloss)).collect();
        let meanings = glosses.iter().filter(|gloss| matches!(gloss, Gloss::Senses { .. })).count();
        (is_surname(entry), meanings == 0, is_proper(entry), std::cmp::Reverse(meanings))
    })
}

fn is_proper(entry: &Entry) -> bool {
    entry.pinyin.starts_with(char::is_uppercase)
}

fn is_surname(entry: &Entry) -> bool {
    let glosses: Vec<Gloss> = entry.glosses.iter().map(|gloss| read(gloss)).collect();
    glosses.iter().any(|gloss| matches!(gloss, Gloss::Surname(_)))
        && glosses.iter().all(|gloss| matches!(gloss, Gloss::Surname(_) | Gloss::Note))
}

fn word_meaning(entries: &[Entry], best: &Entry) -> Option<String> {
    let own = senses(best, MAX_REDIRECTS);
    // A company or place of the same name is often what a news text means: 小米 is millet and Xiaomi.
    let name = entries
        .iter()
        .filter(|entry| !is_proper(best) && is_proper(entry) && !is_surname(entry))
        .filter(|entry| entry.pinyin.eq_ignore_ascii_case(&best.pinyin))
        .find_map(|entry| senses(entry, MAX_REDIRECTS).first().map(|sense| shorten(brief(sense), 24)));
    let taken = name.as_ref().map_or(0, |name| name.chars().count() + 2);
    let mut chosen = fit(&own, MAX_SENSES - usize::from(name.is_some()), MAX_MEANING - taken);
    chosen.extend(name);
    Some(chosen.join("; ")).filter(|meaning| !meaning.is_empty())
}

// The first sense whatever its length, then those that still fit.
fn fit(senses: &[String], count: usize, limit: usize) -> Vec<String> {
    let mut chosen: Vec<String> = Vec::new();
    let mut used = 0;
    for sense in senses {
        let short = if chosen.is_empty() { shorten(sense, limit) } else { sense.clone() };
        let length = short.chars().count() + 2 * usize::from(!chosen.is_empty());
        if chosen.len() < count && used + length <= limit && !chosen.contains(&short) {
            used += length;
            chosen.push(short);
        }
    }
    chosen
}

// The senses of an entry, usual ones first. References are followed only where it has none of its own.
fn senses(entry: &Entry, redirects: u32) -> Vec<String> {
    let (mut usual, mut rare, mut surnames, mut references) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for gloss in &entry.glosses {
        match read(gloss) {
            Gloss::Senses { senses, rare: false } => usual.extend(senses),
            Gloss::Senses { senses, rare: true } => rare.extend(senses),
            Gloss::Surname(text) => surnames.push(text),
            Gloss::Redirect { head, pinyin } => references.push((head, pinyin)),
            Gloss::Note => {}
        }
    }
    usual.append(&mut rare);
    if usual.is_empty() && redirects > 0 {
        for (head, pinyin) in &references {
            usual.extend(follow(head, pinyin.as_deref(), redirects - 1));
        }
    }
    if usual.is_empty() { surnames } else { usual }
}

fn follow(head: &str, pinyin: Option<&str>, redirects: u32) -> Vec<String> {
    let entries = Dictionary::get().lookup(head);
    let same = entries.iter().find(|entry| pinyin.is_some_and(|pinyin| entry.pinyin == pinyin));
    same.or_else(|| best_entry(&entries)).map(|entry| senses(entry, redirects)).unwrap_or_default()
}

#[cfg(test)]
#[path = "explain_tests.rs"]
mod tests;
