//! What the source says of a double: whether it doubles anything itself there.

use std::collections::HashSet;

use crate::analysis::Analysis;
use crate::lang::is_han;
use crate::lang::pinyin::plain_readings;
use crate::text::words::fold;

/// Whether the source is known and doubles nothing that the double of `word` in a target segment could come from: no word,
/// no run of characters (波拉波拉), no two characters that are read so (郎朗).
pub(super) fn says_once(a: &Analysis<'_>, segment: usize, word: &str) -> bool {
    let is_mine = |t: &u32| *t as usize == segment;
    let mut sources =
        a.links().iter().filter(|l| l.target.iter().any(is_mine)).flat_map(|l| &l.source).peekable();
    sources.peek().is_some() && !sources.any(|&s| doubles(a.doc.source[s as usize].shown(), word))
}

/// The most characters of a run that is looked for twice.
const LONGEST: usize = 6;

fn doubles(source: &str, word: &str) -> bool {
    if word.bytes().all(|b| b.is_ascii_digit()) {
        return source.matches(word).count() > 1;
    }
    let mut last = String::new();
    for next in source.split(|c: char| !c.is_alphanumeric()).map(fold) {
        if !next.is_empty() && next == last || next.matches(word).count() > 1 {
            return true;
        }
        last = next;
    }
    let letters: Vec<char> = source.chars().filter(|c| c.is_alphanumeric() && !c.is_ascii()).collect();
    let repeats = |n: usize| letters.windows(2 * n).any(|w| w[..n] == w[n..]);
    (1..=LONGEST).any(repeats) || letters.windows(2).any(|pair| sounds_twice(pair, word))
}

/// Whether both of two Han characters can be read as `word`.
fn sounds_twice(pair: &[char], word: &str) -> bool {
    let readings = |c: &char| plain_readings(*c).into_iter().collect::<HashSet<_>>();
    pair.iter().all(|c| is_han(*c))
        && word.len() <= LONGEST
        && pair.iter().all(|c| readings(c).contains(word))
}

#[cfg(test)]
mod tests {
    use super::doubles;

    #[test]
    fn names_that_double_are_seen() {
        assert!(
            doubles("他去了波拉波拉岛。", "bora")
                && doubles("郎朗弹琴。", "lang")
                && doubles("在 Walla Walla。", "walla")
        );
        assert!(!doubles("灯塔在北海。", "lighthouse") && !doubles("在山上。", "hill"));
    }
}
