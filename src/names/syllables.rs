//! Words that can be read as syllables of Hanyu Pinyin.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::text::tables::pairs;

/// The longest syllable: `zhuang`.
const LONGEST: usize = 6;

static SYLLABLES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let table = pairs(include_str!("data/syllables.tsv"));
    let join = |(initial, finals): (&str, &str)| {
        let initial = initial.trim_matches('-').to_owned();
        finals.split(' ').map(move |f| format!("{initial}{f}")).collect::<Vec<_>>()
    };
    table.flat_map(join).collect()
});

/// The smallest number of syllables that a folded word is made of, if it is made of no more than three; else 0.
pub fn pinyin(folded: &str) -> u8 {
    if !folded.is_ascii() || folded.len() > 3 * LONGEST {
        return 0;
    }
    (1..=3).find(|&n| reads(folded, n)).unwrap_or(0)
}

/// The ways in which a folded word is two syllables.
pub fn halves(folded: &str) -> Vec<(&str, &str)> {
    let cuts = (1..folded.len()).filter(|_| folded.is_ascii()).map(|n| folded.split_at(n));
    cuts.filter(|(first, last)| SYLLABLES.contains(*first) && SYLLABLES.contains(*last)).collect()
}

fn reads(rest: &str, syllables: u8) -> bool {
    if syllables == 1 {
        return SYLLABLES.contains(rest);
    }
    let longest = LONGEST.min(rest.len().saturating_sub(1));
    (1..=longest).any(|n| SYLLABLES.contains(&rest[..n]) && reads(&rest[n..], syllables - 1))
}

#[cfg(test)]
mod tests {
    use super::pinyin;

    #[test]
    fn counts_syllables() {
        for (word, n) in
            [("xi", 1), ("jinping", 2), ("zhuangxuan", 2), ("xian", 1), ("taiyuanshi", 3), ("", 0)]
        {
            assert_eq!(pinyin(word), n, "{word}");
        }
        for word in ["modrow", "hsiao", "jiaxanng", "tokyo", "张"] {
            assert_eq!(pinyin(word), 0, "{word}");
        }
    }
}
