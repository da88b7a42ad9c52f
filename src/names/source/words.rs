//! Chinese text cut into words: as few as possible, words of the dictionary before single characters.

use std::ops::Range;

use crate::lang::dictionary::Dictionary;

/// A word in a run of Han characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Bytes of the run.
    pub(crate) range: Range<usize>,
    /// Whether it is one character.
    pub(crate) single: bool,
}

/// What a word of the dictionary costs, less a little for each of its characters.
const WORD: f32 = 1.0;
const CHARACTER: f32 = 0.02;
/// What a single character costs: a head of its own, or none.
const SINGLE: f32 = 1.25;
const UNKNOWN: f32 = 1.5;

/// The words of a run, in order and without gaps.
pub(crate) fn cut(run: &str) -> Vec<Piece> {
    // For each byte the least cost of what lies before it, and where the last word of that begins.
    let mut best: Vec<Option<(f32, usize)>> = vec![None; run.len() + 1];
    best[0] = Some((0.0, 0));
    for (at, c) in run.char_indices() {
        let Some((cost, _)) = best[at] else { continue };
        let mut offer = |end: usize, more: f32| {
            let sum = cost + more;
            if best[end].is_none_or(|(known, _)| sum < known) {
                best[end] = Some((sum, at));
            }
        };
        let first = c.len_utf8();
        let heads = Dictionary::get().prefixes(&run[at..]);
        offer(at + first, if heads.first() == Some(&first) { SINGLE } else { UNKNOWN });
        for length in heads.into_iter().filter(|&length| length > first) {
            let chars = run[at..at + length].chars().count() as f32;
            offer(at + length, WORD - CHARACTER * chars);
        }
    }
    let mut out = Vec::new();
    let mut end = run.len();
    while let Some((_, start)) = best[end].filter(|_| end > 0) {
        out.push(Piece { range: start..end, single: run[start..end].chars().nth(1).is_none() });
        end = start;
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::cut;
    use proptest::prelude::*;

    fn words(run: &str) -> Vec<&str> {
        cut(run).into_iter().map(|p| &run[p.range]).collect()
    }

    #[test]
    fn as_few_words_as_possible() {
        assert_eq!(words("郑州市长发言"), ["郑州", "市长", "发言"]);
        assert_eq!(words("研究生命起源"), ["研究", "生命", "起源"]);
        assert!(words("").is_empty());
    }

    proptest! {
        #[test]
        fn words_rebuild_the_run(run in "([一-龥]|\\PC){0,12}") {
            prop_assert_eq!(words(&run).concat(), run);
        }
    }
}
