//! Fingerprints: the same for the same fault wherever the file lies and whatever was added above it.

use std::collections::HashMap;
use std::hash::Hasher;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::Placed;
use crate::text::window;

/// Words on each side that make the context.
const WORDS: usize = 3;
/// The most bytes in which they are looked for.
const NEAR: usize = 160;

/// FNV-1a, 64 bits: stable across versions and machines. As a hasher it is for short keys of our own, which nobody can
/// choose to collide.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &b in bytes {
            self.0 = (self.0 ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

impl Fnv {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a text and a separator.
    pub(crate) fn text(mut self, text: &str) -> Self {
        self.write(text.as_bytes());
        self.write(&[0xFF]);
        self
    }

    pub(crate) fn number(self, n: u64) -> Self {
        self.text(&n.to_string())
    }

    pub(crate) fn finish(self) -> u64 {
        self.0
    }
}

/// Hash of the text in `range` and the three words on each side of it.
pub fn context_hash(shown: &str, range: Range<u32>) -> u64 {
    let (start, end) = (range.start as usize, range.end as usize);
    let mut hash = Fnv::new().text(shown.get(start..end).unwrap_or_default());
    let (before, after) = (window::before(shown, start, NEAR), window::after(shown, end, NEAR));
    for word in before.unicode_words().rev().take(WORDS).chain(after.unicode_words().take(WORDS)) {
        hash = hash.text(word);
    }
    hash.finish()
}

/// Numbers equal findings of one file, so that each has a fingerprint of its own.
#[derive(Default)]
pub struct Fingerprints {
    seen: HashMap<u64, u64>,
}

impl Fingerprints {
    /// The fingerprint of the next finding, in the order of the report.
    pub fn next(&mut self, finding: &Placed) -> String {
        let base = Fnv::new()
            .text(&finding.rule)
            .text(finding.entry.as_deref().unwrap_or_default())
            .number(finding.at.context)
            .finish();
        let n = self.seen.entry(base).or_insert(0);
        *n += 1;
        format!("{:016x}", Fnv::new().number(base).number(*n).finish())
    }
}

#[cfg(test)]
mod tests {
    use super::context_hash;

    #[test]
    fn only_the_neighbourhood_counts() {
        let (a, b) = ("x y z one two three 东风 four five six", "QQ one two three 东风 four five six seven");
        let at = |s: &str| context_hash(s, s.find('东').map_or(0..0, |i| i as u32..i as u32 + 6));
        assert_eq!(at(a), at(b));
        assert_ne!(at(a), at("one two THREE 东风 four five six"));
    }
}
