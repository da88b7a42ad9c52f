//! Phrases of languages that do not part their words: they stand anywhere, by their letters.

use std::collections::HashMap;
use std::ops::Range;

use super::matcher::Means;

/// A phrase.
#[derive(Debug)]
pub(super) struct Substring {
    text: Box<str>,
    pub(super) entry: u32,
    pub(super) means: Means,
    /// The position in its list.
    pub(super) item: u32,
}

/// Phrases by their first letter.
#[derive(Debug, Default)]
pub(super) struct Substrings(HashMap<char, Vec<Substring>>);

impl Substrings {
    pub(super) fn add(&mut self, text: &str, entry: u32, means: Means, item: u32) {
        if let Some(first) = text.chars().next() {
            self.0.entry(first).or_default().push(Substring { text: text.into(), entry, means, item });
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Every place of every phrase in a text.
    pub(super) fn find<'s>(&'s self, text: &'s str) -> impl Iterator<Item = (&'s Substring, Range<u32>)> {
        text.char_indices().flat_map(move |(at, c)| {
            let phrases = self.0.get(&c).into_iter().flatten();
            phrases.filter_map(move |phrase| {
                let end = at + phrase.text.len();
                let stands = text[at..].starts_with(&*phrase.text) && has_edges(text, at, end);
                stands.then_some((phrase, at as u32..end as u32))
            })
        })
    }
}

/// A phrase that begins or ends in Latin letters does so at the edge of a word.
fn has_edges(text: &str, start: usize, end: usize) -> bool {
    let joined = |a: Option<char>, b: Option<char>| {
        a.is_some_and(|c| c.is_ascii_alphanumeric()) && b.is_some_and(|c| c.is_ascii_alphanumeric())
    };
    let inside = &text[start..end];
    !joined(text[..start].chars().next_back(), inside.chars().next())
        && !joined(inside.chars().next_back(), text[end..].chars().next())
}
