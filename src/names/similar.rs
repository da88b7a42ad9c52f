//! How alike two words are, by their letters and by their sounds; and pairs of alike words among many, without comparing all.

use super::word::Word;

/// Number of letters put in, left out, changed or swapped between two folded words.
pub(super) fn distance(a: &str, b: &str) -> usize {
    strsim::osa_distance(a, b)
}

/// How alike two words of a name are, 0 to 1.
pub(super) fn near(a: &Word, b: &Word) -> f64 {
    near_folds((&a.fold, &a.skeleton), (&b.fold, &b.skeleton))
}

/// [`near`] for what is folded already, each with its skeleton.
pub(super) fn near_folds(a: (&str, &str), b: (&str, &str)) -> f64 {
    if a.0 == b.0 {
        return 1.0;
    }
    if a.1 == b.1 && !a.1.is_empty() {
        return 0.9;
    }
    let first = |s: &str| s.chars().next();
    let alike = |x: &str, y: &str| {
        let longest = x.chars().count().max(y.chars().count()).max(1);
        1.0 - distance(x, y) as f64 / longest as f64
    };
    let mut best: f64 = 0.0;
    if first(a.0) == first(b.0) {
        let letters = a.0.chars().count().min(b.0.chars().count());
        best = if letters >= 4 && distance(a.0, b.0) == 1 { 0.85 } else { alike(a.0, b.0) };
    }
    if first(a.1) == first(b.1) {
        best = best.max(0.8 * alike(a.1, b.1));
    }
    if best >= 0.6 { best } else { 0.0 }
}

/// What lies behind the common beginning of two words.
pub(super) fn tails<'w>(a: &'w str, b: &'w str) -> (&'w str, &'w str) {
    let common: usize = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(c, _)| c.len_utf8()).sum();
    (&a[common..], &b[common..])
}

/// The most words that share a key before it says nothing.
const CROWD: usize = 48;
/// From this length on two changed letters are few.
const LONG: usize = 8;

/// Pairs of different words that may be one slip apart, by position, each once: those that are equal once a letter is left
/// out of each, and long ones that begin or end alike.
pub(super) fn candidates(words: &[&str]) -> Vec<(u32, u32)> {
    let mut keys: Vec<(u64, u32)> = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let letters: Vec<char> = word.chars().collect();
        let mut key = |kind: u8, left_out: usize, part: &[char]| {
            let kept = part.iter().enumerate().filter(|&(i, _)| i != left_out).map(|(_, c)| *c);
            keys.push((hash(kind, kept), at as u32));
        };
        for left_out in 0..=letters.len() {
            key(0, left_out, &letters);
        }
        if letters.len() >= LONG {
            let third = letters.len().div_ceil(3) + 1;
            key(1, usize::MAX, &letters[..third]);
            key(2, usize::MAX, &letters[letters.len() - third..]);
        }
    }
    keys.sort_unstable();
    keys.dedup();
    pairs(&keys)
}

/// Pairs of positions that share a key, each once.
pub(super) fn pairs(sorted: &[(u64, u32)]) -> Vec<(u32, u32)> {
    let mut out = Vec::new();
    for group in sorted.chunk_by(|a, b| a.0 == b.0).filter(|g| (2..=CROWD).contains(&g.len())) {
        for (i, &(_, a)) in group.iter().enumerate() {
            out.extend(group[i + 1..].iter().map(|&(_, b)| (a.min(b), a.max(b))));
        }
    }
    out.sort_unstable();
    out.dedup();
    out.retain(|(a, b)| a != b);
    out
}

/// A key of a kind, out of letters.
pub(super) fn hash(kind: u8, letters: impl Iterator<Item = char>) -> u64 {
    let start = 0xcbf2_9ce4_8422_2325_u64 ^ u64::from(kind);
    letters.fold(start, |h, c| (h ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3).rotate_left(5))
}

#[cfg(test)]
mod tests {
    use super::{candidates, near, tails};
    use crate::names::Word;

    #[test]
    fn one_slip_apart_meets() {
        let words = ["modrow", "modro", "mordow", "modrov", "xmodrow", "kessler"];
        let with_first: Vec<u32> = candidates(&words).into_iter().filter(|p| p.0 == 0).map(|p| p.1).collect();
        assert_eq!(with_first, [1, 2, 3, 4]);
    }

    #[test]
    fn sounds_count_and_first_letters_do() {
        let of = |a: &str, b: &str| near(&Word::new(a), &Word::new(b));
        assert!(of("Hsiao", "Xiao") > 0.89 && of("Modrow", "Modrov") > 0.8);
        assert!(of("Weber", "Kruger") < 0.6 && of("Kessler", "Orban") < 0.1);
        assert_eq!(tails("kessler", "kesslar"), ("er", "ar"));
    }
}
