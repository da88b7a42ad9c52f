//! Passages that stand twice: sentences and longer runs close to each other, paragraphs anywhere in the document.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use super::tokens::Token;

/// A stretch of tokens in a segment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stretch {
    /// Position of the segment.
    pub(super) segment: usize,
    /// Its tokens.
    pub(super) tokens: Range<usize>,
}

/// How many tokens make a passage, in words; a character counts half.
const PASSAGE: usize = 12;
/// How many tokens may stand between a passage and its repetition.
const BETWEEN: usize = 3;
/// How many words of a passage tell that it was copied even if other text stands between.
const COPIED: usize = 30;
/// How far apart two copies may be, in tokens.
const NEAR: usize = 400;

/// How much a stretch says: words, and characters by half.
pub(super) fn weight(tokens: &[Token]) -> usize {
    let cjk = tokens.iter().filter(|t| t.is_cjk()).count();
    tokens.len() - cjk + cjk / 2
}

/// Equal for stretches of equal tokens.
pub(super) fn key(tokens: &[Token]) -> u64 {
    let mut hasher = DefaultHasher::new();
    for token in tokens {
        token.id.hash(&mut hasher);
    }
    hasher.finish()
}

/// Runs of tokens that come a second time right behind themselves, or nearby if they are long; each with its first
/// occurrence, and whether they touch. `segments` are prose in the order of the document.
pub(super) fn passages(segments: &[(usize, &[Token])]) -> Vec<(Stretch, Stretch, bool)> {
    let flat: Vec<(usize, usize)> =
        segments.iter().enumerate().flat_map(|(s, (_, t))| (0..t.len()).map(move |i| (s, i))).collect();
    let token = |at: usize| {
        let (s, i) = flat[at];
        segments[s].1[i]
    };
    let mut last: HashMap<u64, usize> = HashMap::with_capacity(flat.len());
    let mut out = Vec::new();
    let mut at = 0;
    let grams: Vec<u64> = (0..flat.len().saturating_sub(PASSAGE - 1)).map(|i| gram(i, &token)).collect();
    while at < grams.len() {
        let first = last.insert(grams[at], at);
        let Some(first) = first.filter(|f| f + PASSAGE <= at && at - f <= NEAR) else {
            at += 1;
            continue;
        };
        let (s, i) = flat[at];
        let room = (segments[s].1.len() - i).min(at - first);
        let len = (0..room).take_while(|&n| token(first + n).id == token(at + n).id).count();
        let run = &segments[s].1[i..i + len];
        let adjacent = at - (first + len) <= BETWEEN;
        if adjacent && weight(run) >= PASSAGE || weight(run) >= COPIED {
            let (fs, fi) = flat[first];
            let end = (fi + len).min(segments[fs].1.len());
            out.push((
                Stretch { segment: segments[fs].0, tokens: fi..end },
                Stretch { segment: segments[s].0, tokens: i..i + len },
                adjacent,
            ));
            at += len;
        } else {
            at += 1;
        }
    }
    out
}

fn gram(at: usize, token: &dyn Fn(usize) -> Token) -> u64 {
    (at..at + PASSAGE).fold(0xcbf2_9ce4_8422_2325, |hash: u64, i| {
        (hash ^ token(i).id).wrapping_mul(0x0100_0000_01b3).rotate_left(23)
    })
}
