//! Words with what they stand for, found where they begin or end in a text, the longest first.

use std::collections::BTreeMap;

use super::chars::Chars;

/// Words with one first character, the longest first.
type Bucket<T> = Vec<(Box<[char]>, T)>;

/// A set of words, each with a meaning.
pub(crate) struct Words<T> {
    by_first: BTreeMap<char, Bucket<T>>,
    longest: usize,
}

impl<T> Words<T> {
    /// Takes words with their meanings; of equal words the first counts.
    pub(crate) fn new<W: AsRef<str>>(rows: impl IntoIterator<Item = (W, T)>) -> Self {
        let mut by_first: BTreeMap<char, Bucket<T>> = BTreeMap::new();
        let mut longest = 0;
        for (word, meaning) in rows {
            let chars: Box<[char]> = word.as_ref().chars().collect();
            if let Some(&first) = chars.first() {
                longest = longest.max(chars.len());
                by_first.entry(first).or_default().push((chars, meaning));
            }
        }
        for list in by_first.values_mut() {
            list.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        }
        Self { by_first, longest }
    }

    /// The longest word that begins at `i`: its end, and what it means.
    pub(crate) fn at(&self, c: &Chars, i: usize) -> Option<(usize, &T)> {
        let list = self.by_first.get(&c.at(i))?;
        let fits = |word: &[char]| word.iter().enumerate().all(|(n, &x)| c.at(i + n) == x);
        list.iter().find(|(word, _)| fits(word)).map(|(word, meaning)| (i + word.len(), meaning))
    }

    /// The longest word that ends at `end`: its start, and what it means.
    pub(crate) fn ending_at(&self, c: &Chars, end: usize) -> Option<(usize, &T)> {
        let from = end.saturating_sub(self.longest);
        (from..end).find_map(|start| {
            let list = self.by_first.get(&c.at(start))?;
            let fits = |word: &[char]| {
                start + word.len() == end && word.iter().enumerate().all(|(n, &x)| c.at(start + n) == x)
            };
            list.iter().find(|(word, _)| fits(word)).map(|(_, meaning)| (start, meaning))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{Chars, Words};

    #[test]
    fn the_longest_word_counts() {
        let words = Words::new([("元", 1), ("美元", 2), ("美", 3)]);
        let c = Chars::new("5美元");
        assert_eq!(words.at(&c, 1), Some((3, &2)));
        assert_eq!(words.ending_at(&c, 3), Some((1, &2)));
        assert_eq!(words.at(&c, 0), None);
    }
}
