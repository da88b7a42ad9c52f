//! All that the characters of a source can be read as in pinyin, to ask whether a word spells any stretch of it.

use std::collections::HashMap;

use crate::lang::pinyin::plain_readings;
use crate::names::fold::skeleton;

/// The longest syllable: `zhuang`.
const LONGEST: usize = 6;

/// For each syllable where it can be read, sorted; Latin letters and digits are syllables of their own.
#[derive(Debug, Default)]
pub(super) struct Readings {
    exact: HashMap<String, Vec<u32>>,
}

impl Readings {
    pub(super) fn new<'t>(texts: impl Iterator<Item = &'t str>) -> Self {
        let mut exact: HashMap<String, Vec<u32>> = HashMap::new();
        let mut known: HashMap<char, Vec<String>> = HashMap::new();
        let mut at = 0_u32;
        for text in texts {
            for c in text.chars().filter(|c| !c.is_whitespace()) {
                at += 1;
                for reading in known.entry(c).or_insert_with(|| plain_readings(c)) {
                    match exact.get_mut(reading.as_str()) {
                        Some(places) => places.push(at),
                        None => drop(exact.insert(reading.clone(), vec![at])),
                    }
                }
            }
            // Nothing is read across the end of a segment.
            at += 1;
        }
        Self { exact }
    }

    /// Whether a folded word is a reading of some characters that stand side by side.
    pub(super) fn spells(&self, folded: &str) -> bool {
        folded.is_ascii() && self.spells_from(folded, None)
    }

    fn spells_from(&self, rest: &str, before: Option<&[u32]>) -> bool {
        if rest.is_empty() {
            return before.is_some_and(|places| !places.is_empty());
        }
        (1..=LONGEST.min(rest.len())).any(|length| {
            let Some(places) = self.exact.get(&rest[..length]) else { return false };
            match before {
                None => self.spells_from(&rest[length..], Some(places)),
                Some(before) => {
                    let follows = |at: &u32| places.binary_search(&(at + 1)).is_ok();
                    let next: Vec<u32> = before.iter().filter(|at| follows(at)).map(|at| at + 1).collect();
                    !next.is_empty() && self.spells_from(&rest[length..], Some(&next))
                }
            }
        })
    }
}

/// Whether a folded word sounds like a stretch of `text` to one who does not know the system: the same consonants, in
/// classes that the ways of romanising mix up.
pub(super) fn sounds_in(folded: &str, text: &str) -> bool {
    let wanted = consonants(folded);
    let sounds: Vec<Vec<String>> = text
        .chars()
        .map(|c| {
            let mut all: Vec<String> = plain_readings(c).iter().map(|r| consonants(r)).collect();
            all.sort_unstable();
            all.dedup();
            all
        })
        .collect();
    (0..sounds.len()).any(|from| matches_from(&wanted, &sounds[from..]))
}

fn matches_from(wanted: &str, sounds: &[Vec<String>]) -> bool {
    if wanted.is_empty() {
        return true;
    }
    let Some((first, rest)) = sounds.split_first() else { return false };
    first.iter().any(|sound| {
        // The last syllable may have more than is wanted: `er` for a bare r.
        wanted.strip_prefix(sound.as_str()).is_some_and(|left| matches_from(left, rest))
    })
}

/// The consonants of a word in classes: voiced and voiceless are one, so are the sibilants, and n and ng.
fn consonants(folded: &str) -> String {
    let mut out = String::new();
    for c in folded.chars() {
        let class = match c {
            'b' | 'p' => 'p',
            'd' | 't' => 't',
            'g' | 'k' => 'k',
            'c' | 'j' | 'q' | 's' | 'x' | 'z' => 's',
            'l' | 'r' => 'l',
            'f' | 'm' | 'n' | 'v' => c,
            'h' if !out.ends_with('s') => 'h',
            _ => continue,
        };
        out.push(class);
    }
    out.replace("nk", "n")
}

/// Whether two folded words are one by sound, whatever system they are written in.
pub(super) fn alike(a: &str, b: &str) -> bool {
    skeleton(a) == skeleton(b)
}

#[cfg(test)]
mod tests {
    use super::{Readings, alike, sounds_in};

    #[test]
    fn stretches_can_be_read() {
        let readings = Readings::new(["王建国在重庆", "长沙"].into_iter());
        for word in ["jianguo", "chongqing", "zhongqing", "zai", "wang"] {
            assert!(readings.spells(word), "{word}");
        }
        for word in ["qingchang", "jianzai", "", "shanghai"] {
            assert!(!readings.spells(word), "{word}");
        }
    }

    #[test]
    fn sounds_are_taken_loosely() {
        assert!(sounds_in("denglopu", "邓禄普轮胎"));
        assert!(!sounds_in("xinmeng", "邓禄普轮胎"));
        assert!(alike("huning", "hunin") && !alike("yining", "huning"));
    }
}
