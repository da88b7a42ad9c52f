//! Idioms and slang of the source with what their entries say: the picture, and what is meant by it.

use std::collections::HashSet;

use super::crossing::{is_crossed_before, is_crossed_behind};
use crate::lang::characters::{self, is_function_word};
use crate::lang::dictionary::{Dictionary, Entry};
use crate::text::stem::stem;

/// The content words of a sense, by their stems.
pub(super) type Sense = Vec<String>;

/// A set phrase in the source.
#[derive(Debug)]
pub(super) struct Phrase {
    /// Bytes of its segment.
    pub(super) start: usize,
    pub(super) end: usize,
    /// Its simplified characters.
    pub(super) simplified: String,
    /// The picture, where the entry says that it is one.
    pub(super) literal: Vec<Sense>,
    /// What comes first where it does not: the picture or the meaning.
    pub(super) first: Option<Sense>,
    /// What is meant.
    pub(super) figurative: Vec<Sense>,
    /// How the entry calls it.
    pub(super) kind: Kind,
}

/// How an entry calls a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An idiom, saying or proverb, or something with a literal sense.
    Idiom,
    /// A word of the street or of the net.
    Slang,
}

const IDIOM: [&str; 3] = ["(idiom", "(saying", "(proverb"];
const SLANG: [&str; 8] =
    ["slang)", "(slang", "(neologism", "(Internet", "(online", "(social media", "WeChat)", "(video gam"];

/// Characters of idioms that say little by themselves.
const LIGHT: &str = "之的而于以所不无有在一";

/// The set phrases of a text, where the longest words from left to right are these.
pub(super) fn phrases(text: &str) -> Vec<Phrase> {
    let mut out = Vec::new();
    let mut start = 0;
    for piece in Dictionary::get().segment(text) {
        let end = start + piece.text.len();
        // Of two characters most are plain words.
        let is_word = piece.known && piece.text.chars().nth(2).is_some();
        if is_word && !is_crossed_before(text, start) && !is_crossed_behind(text, start, end) {
            out.extend(phrase(&Dictionary::get().lookup(piece.text), start, end));
        }
        start = end;
    }
    out
}

fn phrase(entries: &[Entry], start: usize, end: usize) -> Option<Phrase> {
    let has = |tags: &[&str]| {
        entries.iter().any(|e| e.glosses.iter().any(|g| tags.iter().any(|tag| g.contains(tag))))
    };
    let is_literal = |g: &String| g.starts_with("lit.") || g.contains(") lit.");
    let kind = match (has(&IDIOM) || entries.iter().any(|e| e.glosses.iter().any(is_literal)), has(&SLANG)) {
        (_, true) => Kind::Slang,
        (true, false) => Kind::Idiom,
        (false, false) => return None,
    };
    let simplified = entries.first()?.simplified.clone();
    let mut out =
        Phrase { start, end, simplified, literal: Vec::new(), first: None, figurative: Vec::new(), kind };
    for entry in entries {
        out.add(entry);
    }
    Some(out)
}

impl Phrase {
    fn add(&mut self, entry: &Entry) {
        let mut senses: Vec<(bool, Sense)> = Vec::new();
        for part in entry.glosses.iter().filter(|g| !g.starts_with("CL:")).flat_map(|g| g.split(';')) {
            let is_literal = part.contains("lit. ") && !part.contains("lit. and fig.");
            let sense = sense(part);
            if !sense.is_empty() {
                senses.push((is_literal, sense));
            }
        }
        let is_marked = senses.iter().any(|(is_literal, _)| *is_literal);
        for (at, (is_literal, sense)) in senses.iter().enumerate() {
            if *is_literal {
                self.literal.push(sense.clone());
            } else if at == 0 && !is_marked && senses.len() > 1 {
                self.first = Some(sense.clone());
            } else {
                self.figurative.push(sense.clone());
            }
        }
    }

    /// For each character that means something the stems that go with it.
    pub(super) fn characters(&self) -> Vec<HashSet<String>> {
        self.simplified.chars().filter(|c| !LIGHT.contains(*c)).map(characters::stems).collect()
    }
}

/// The content words of a gloss without brackets of both kinds.
fn sense(gloss: &str) -> Sense {
    let mut depth = 0_i32;
    let mut out = Sense::new();
    for word in gloss.split_inclusive(|c: char| !(c.is_alphabetic() || c == '\'')) {
        let bare = word.trim_matches(|c: char| !c.is_ascii_alphabetic());
        let lower = bare.to_lowercase();
        if depth == 0 && bare.len() > 1 && !is_function_word(&lower) {
            out.push(stem(&lower));
        }
        match word.chars().last() {
            Some('[' | '(') => depth += 1,
            Some(']' | ')') => depth -= 1,
            _ => {}
        }
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{Kind, phrases, stem};

    #[test]
    fn senses_are_sorted() {
        let found = phrases("他画蛇添足了");
        let [snake] = &found[..] else { panic!("{found:?}") };
        assert_eq!((&*snake.simplified, snake.kind), ("画蛇添足", Kind::Idiom));
        let literal = &snake.literal;
        assert!(literal.iter().any(|sense| sense.contains(&stem("snake"))), "{snake:?}");
        assert!(
            !snake.figurative.is_empty()
                && snake.figurative.iter().flatten().all(|word| *word != stem("snake"))
        );
        assert_eq!(snake.characters().len(), 4);
        assert!(phrases("今天很好").is_empty());
    }
}
