//! Names of Japanese in Latin letters: whether letters can be read as Japanese at all, and as which characters.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::is_han;

use crate::text::tables::pairs;

static READINGS: LazyLock<HashMap<char, Vec<String>>> = LazyLock::new(|| {
    let rows = pairs(include_str!("data/kanji_readings.tsv"));
    let read = |all: &str| {
        let mut out: Vec<String> = all.split(' ').map(loose).collect();
        out.sort_unstable();
        out.dedup();
        out
    };
    rows.filter_map(|(kanji, all)| Some((kanji.chars().next()?, read(all)))).collect()
});

/// The characters of a name, each with its readings.
#[derive(Clone, Debug)]
pub struct Kanji(Vec<&'static [String]>);

impl Kanji {
    /// A name in kanji; `None` if a character of it is not known.
    pub fn new(name: &str) -> Option<Self> {
        let read = |c: char| {
            let known = READINGS.get(&c).map(Vec::as_slice);
            known.filter(|_| is_han(c))
        };
        let all: Option<Vec<_>> = name.chars().map(read).collect();
        all.map(Self).filter(|k| !k.0.is_empty())
    }

    /// Number of characters.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many characters, from the first on, letters can be read as; the most of several.
    pub fn spelt(&self, letters: &str) -> Option<usize> {
        let loose = loose(letters);
        fits(&self.0, &loose).filter(|_| !loose.is_empty())
    }

    /// Whether letters can be read as the last characters, and how many.
    pub fn spelt_at_end(&self, letters: &str) -> Option<usize> {
        let loose = loose(letters);
        let rest = |n: &usize| {
            let tail = &self.0[self.0.len() - n..];
            fits(tail, &loose) == Some(tail.len())
        };
        (1..=self.0.len()).find(rest)
    }
}

fn fits(characters: &[&'static [String]], letters: &str) -> Option<usize> {
    if letters.is_empty() {
        return Some(0);
    }
    let (first, rest) = characters.split_first()?;
    let tails = first.iter().filter_map(|reading| after(letters, reading));
    tails.filter_map(|tail| fits(rest, tail)).max().map(|n| n + 1)
}

/// What follows a reading. Its last vowel and the first of the next are one where they are alike: `Oki` for 大沖; a stop
/// before another consonant is written as that.
fn after<'l>(letters: &'l str, reading: &str) -> Option<&'l str> {
    if let Some(tail) = letters.strip_prefix(reading) {
        return Some(tail);
    }
    // 一 in 一郎 loses its vowel.
    let stop = reading.strip_suffix(['u', 'i']).and_then(|r| r.strip_suffix(['t', 's', 'k']));
    stop.filter(|r| !r.is_empty())
        .and_then(|r| letters.strip_prefix(r))
        .filter(|t| t.starts_with(['k', 's', 't', 'h']))
}

/// Letters without what ways of writing Japanese and the sounds of compounds change: long vowels are short, voiced
/// consonants voiceless, doubled ones single.
fn loose(letters: &str) -> String {
    const STEPS: [(&str, &str); 25] = [
        ("ou", "o"),
        ("oo", "o"),
        ("uu", "u"),
        ("tch", "s"),
        ("cch", "s"),
        ("ssh", "s"),
        ("sh", "s"),
        ("ch", "s"),
        ("ts", "s"),
        ("j", "s"),
        ("dz", "s"),
        ("z", "s"),
        ("sy", "s"),
        ("g", "k"),
        ("d", "t"),
        ("b", "h"),
        ("p", "h"),
        ("f", "h"),
        ("kk", "k"),
        ("ss", "s"),
        ("tt", "t"),
        ("hh", "h"),
        ("mh", "nh"),
        ("mm", "nm"),
        ("wo", "o"),
    ];
    // In `Ohno` it makes the vowel long.
    let chars: Vec<char> = letters.chars().collect();
    let long = |i: usize| {
        let next = chars.get(i + 1);
        chars[i] == 'h'
            && i > 0
            && matches!(chars[i - 1], 'o' | 'u')
            && next.is_none_or(|c| !"aiueoy".contains(*c))
    };
    let mut out: String = (0..chars.len()).filter(|&i| !long(i)).map(|i| chars[i]).collect();
    for (from, to) in STEPS {
        if out.contains(from) {
            out = out.replace(from, to);
        }
    }
    out
}

/// Whether folded letters can be Japanese: syllables of a consonant and a vowel, or n.
pub fn is_romaji(letters: &str) -> bool {
    const ONSETS: [&str; 34] = [
        "kky", "cch", "ssh", "tch", "ky", "gy", "sh", "ch", "ny", "hy", "by", "py", "my", "ry", "ts", "kk",
        "ss", "tt", "pp", "k", "g", "s", "z", "t", "d", "n", "h", "b", "p", "m", "y", "r", "w", "f",
    ];
    let mut rest = letters;
    while !rest.is_empty() {
        let onset = ONSETS.into_iter().chain(["j"]).find(|o| rest.starts_with(o));
        let tail = onset.map_or(rest, |o| &rest[o.len()..]);
        if let Some(next) = tail.strip_prefix(['a', 'i', 'u', 'e', 'o']) {
            // Ohno.
            let long = next
                .strip_prefix('h')
                .filter(|t| t.is_empty() || !t.starts_with(['a', 'i', 'u', 'e', 'o', 'y']));
            rest = long.unwrap_or(next);
        } else if let Some(next) = rest.strip_prefix('n') {
            rest = next;
        } else if let Some(next) = rest.strip_prefix('m').filter(|t| t.starts_with(['b', 'p', 'm'])) {
            rest = next;
        } else {
            return false;
        }
    }
    !letters.is_empty()
}

#[cfg(test)]
mod tests {
    use super::{Kanji, is_romaji};

    fn spells(name: &str, letters: &str) -> bool {
        Kanji::new(name).is_some_and(|k| k.spelt(letters) == Some(k.len()))
    }

    #[test]
    fn characters_have_several_readings() {
        for (name, letters) in [
            ("小野寺", "onodera"),
            ("大川", "ohkawa"),
            ("大川", "okawa"),
            ("山口", "yamaguchi"),
            ("北海道", "hokkaido"),
            ("真理", "mari"),
            ("高橋", "takahashi"),
            ("桜井", "sakurai"),
        ] {
            assert!(spells(name, letters), "{name} {letters}");
        }
        assert!(!spells("山口", "kawaguchi") && !spells("高橋", "sakurai"));
        let name = Kanji::new("高橋真理");
        assert!(name.is_some_and(|k| k.spelt("takahashi") == Some(2) && k.spelt_at_end("mari") == Some(2)));
        assert!(Kanji::new("kana").is_none());
    }

    #[test]
    fn letters_that_can_be_japanese() {
        for word in ["ohno", "kyoto", "hokkaido", "shimbashi", "nihonbashi", "takeuchi", "genichi"] {
            assert!(is_romaji(word), "{word}");
        }
        for word in ["wolfgang", "glitter", "", "moscow", "kevin", "scotland"] {
            assert!(!is_romaji(word), "{word}");
        }
    }
}
