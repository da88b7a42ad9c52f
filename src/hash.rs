//! Tables inside of a run: a hash that takes eight bytes at a step. What it gives may change with any version; what is
//! written down or compared between runs is hashed by [`crate::finding`]'s fingerprints.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

/// A map for the many small look-ups of a document.
pub(crate) type Map<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;
/// A set of the same kind.
pub(crate) type Set<K> = HashSet<K, BuildHasherDefault<Quick>>;

/// Multiplies what it is given with an odd number and folds the two halves of the product into one.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Quick(u64);

/// The fraction of the golden ratio: its bits have no pattern.
const GOLDEN: u64 = 0x9e37_79b9_7f4a_7c15;

impl Quick {
    fn add(&mut self, word: u64) {
        let product = u128::from(self.0.rotate_left(23) ^ word ^ 0x5851_f42d_4c95_7f2d) * u128::from(GOLDEN);
        self.0 = (product as u64) ^ ((product >> 64) as u64);
    }
}

impl Hasher for Quick {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.add(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            let mut last = [0; 8];
            last[..rest.len()].copy_from_slice(rest);
            // The length parts a key from one that goes on with zeros.
            self.add(u64::from_le_bytes(last) ^ (rest.len() as u64) << 56);
        }
    }

    fn write_u8(&mut self, n: u8) {
        self.add(n.into());
    }

    fn write_u32(&mut self, n: u32) {
        self.add(n.into());
    }

    fn write_u64(&mut self, n: u64) {
        self.add(n);
    }

    fn write_usize(&mut self, n: usize) {
        self.add(n as u64);
    }
}

#[cfg(test)]
mod tests {
    use std::hash::{BuildHasher, BuildHasherDefault};

    use super::{Quick, Set};

    #[test]
    fn near_keys_part() {
        let hash = |text: &str| BuildHasherDefault::<Quick>::default().hash_one(text);
        let all: Set<u64> =
            ["", "a", "a\0", "ab", "abcdefgh", "abcdefghi", "abcdefgh\0"].map(hash).into_iter().collect();
        assert_eq!(all.len(), 7);
        let many: Set<u64> =
            (0..10_000_u32).map(|n| BuildHasherDefault::<Quick>::default().hash_one(n) % 65_536).collect();
        assert!(many.len() > 8500, "{}", many.len());
    }
}
