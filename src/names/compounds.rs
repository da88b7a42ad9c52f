//! Compounds in lower case that a text writes as one word and as two.

use std::collections::{HashMap, HashSet};

use super::facts::{Trait, traits};
use super::tokens::{Gap, Token};
use crate::lang::english;

/// The fewest letters of either part.
const PART: usize = 3;

/// The compounds of a text that are no known words, by their first parts and as a whole.
#[derive(Default)]
pub(super) struct Compounds<'w> {
    parts: HashMap<&'w str, Vec<&'w str>>,
    whole: HashSet<&'w str>,
}

impl<'w> Compounds<'w> {
    /// Those among the lower-case words of a text.
    pub(super) fn of(words: impl Iterator<Item = &'w str>) -> Self {
        let mut out = Self::default();
        for word in words.filter(|w| w.len() >= 2 * PART && w.bytes().all(|b| b.is_ascii_lowercase())) {
            if english::is_ordinary(word) || english::is_listed(word) {
                continue;
            }
            for (first, second) in (PART..=word.len() - PART).map(|at| word.split_at(at)) {
                if is_part(first) && is_part(second) {
                    out.parts.entry(first).or_default().push(second);
                    out.whole.insert(word);
                }
            }
        }
        out
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.whole.is_empty()
    }

    /// How many words the compound has that begins at a word of a segment, if one does: one or two.
    pub(super) fn at(&self, shown: &str, tokens: &[Token], at: usize) -> Option<usize> {
        let text = tokens[at].text(shown);
        if self.whole.contains(text) {
            return Some(1);
        }
        let next = tokens.get(at + 1).filter(|t| t.gap == Gap::Blank)?.text(shown);
        self.parts.get(text)?.contains(&next).then_some(2)
    }
}

/// A noun or what stands before one; not what makes a verb of two words: `pick up`, `roll back`.
fn is_part(word: &str) -> bool {
    let small = [Trait::Closed, Trait::Preposition, Trait::Connector, Trait::Article, Trait::Prefix];
    english::is_listed(word)
        && !traits(word).any(&small)
        && !matches!(word, "back" | "away" | "forward" | "apart")
}
