//! One side of a document as it is aligned: its segments cut into units, sentences as a rule, and the units into tokens.

use std::ops::Range;

use super::tokens::{Kind, Token};
use crate::hash::Map;
use crate::numerals::Number;
use crate::text::script::script;

/// A kind of token, with how often it stands in the text.
#[derive(Debug)]
pub(super) struct Type {
    pub(super) kind: Kind,
    pub(super) key: String,
    /// The word as it stood where it was first seen.
    pub(super) surface: String,
    /// Whether it was ever seen with a capital.
    pub(super) capital: bool,
    pub(super) count: u32,
}

/// The types of one side, by number.
#[derive(Debug, Default)]
pub(super) struct Vocabulary {
    pub(super) types: Vec<Type>,
    ids: Map<String, u32>,
    /// Number of tokens.
    pub(super) total: u32,
}

impl Vocabulary {
    fn add(&mut self, token: Token) -> u32 {
        self.total += 1;
        if let Some(&id) = self.ids.get(&token.key) {
            let known = &mut self.types[id as usize];
            known.count += 1;
            known.capital |= token.capital;
            return id;
        }
        let id = self.types.len() as u32;
        let Token { kind, key, surface, capital } = token;
        self.ids.insert(key.clone(), id);
        self.types.push(Type { kind, key, surface, capital, count: 1 });
        id
    }

    /// The number of the type that is compared by `key`.
    pub(super) fn id(&self, key: &str) -> Option<u32> {
        self.ids.get(key).copied()
    }

    /// Each type's share of all tokens.
    pub(super) fn shares(&self) -> Vec<f32> {
        self.types.iter().map(|t| t.count as f32 / self.total.max(1) as f32).collect()
    }
}

/// A stretch of a segment that is aligned as a whole.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    /// Position of its segment.
    pub(super) segment: u32,
    /// Bytes of the segment's shown text.
    pub(super) range: Range<u32>,
    /// Its tokens in [`Side::tokens`].
    pub(super) tokens: Range<u32>,
    /// Its length in what a Latin letter takes.
    pub(super) length: f32,
    /// Whether no more than a soft end parts it from the unit before: the two are one sentence, or two.
    pub(super) soft: bool,
}

/// The units of one side in order, and their tokens.
#[derive(Debug, Default)]
pub(super) struct Side {
    pub(super) vocabulary: Vocabulary,
    pub(super) tokens: Vec<u32>,
    pub(super) units: Vec<Unit>,
    /// For each unit that was read the values that it states.
    pub(super) numbers: Vec<Option<Vec<Number>>>,
    /// For each segment its units.
    pub(super) segments: Vec<Range<u32>>,
}

impl Side {
    /// Adds a unit to the segment that was begun last.
    pub(super) fn push(
        &mut self,
        segment: u32,
        range: Range<u32>,
        text: &str,
        tokens: Vec<Token>,
        soft: bool,
    ) {
        let first = self.tokens.len() as u32;
        for token in tokens {
            let id = self.vocabulary.add(token);
            self.tokens.push(id);
        }
        let tokens = first..self.tokens.len() as u32;
        self.units.push(Unit { segment, range, tokens, length: length(text), soft });
        if let Some(last) = self.segments.last_mut() {
            last.end = self.units.len() as u32;
        }
    }

    /// Begins the next segment.
    pub(super) fn begin_segment(&mut self) {
        let at = self.units.len() as u32;
        self.segments.push(at..at);
    }

    /// The tokens of a range of units.
    pub(super) fn tokens_of(&self, units: &Range<u32>) -> Range<u32> {
        if units.is_empty() {
            return 0..0;
        }
        self.units[units.start as usize].tokens.start..self.units[units.end as usize - 1].tokens.end
    }

    /// The length of a range of units.
    pub(super) fn length_of(&self, units: &Range<u32>) -> f32 {
        self.units[units.start as usize..units.end as usize].iter().map(|u| u.length).sum()
    }

    /// The segments as units of their own: what paragraphs are aligned by.
    pub(super) fn whole_segments(&self) -> Vec<Unit> {
        let whole = |(i, units): (usize, &Range<u32>)| Unit {
            segment: i as u32,
            range: self.units.get(units.start as usize).map_or(0, |u| u.range.start)
                ..self.units[..units.end as usize].last().map_or(0, |u| u.range.end),
            tokens: self.tokens_of(units),
            length: self.units[units.start as usize..units.end as usize].iter().map(|u| u.length).sum(),
            soft: false,
        };
        self.segments.iter().enumerate().map(whole).collect()
    }
}

/// What a Chinese character, one of kana and a syllable of Korean take in Latin letters, roughly: the ratio of two texts is
/// taken from the texts where they are long enough.
const HAN: f32 = 3.3;
const KANA: f32 = 1.8;
const HANGUL: f32 = 2.2;

fn length(text: &str) -> f32 {
    if text.is_ascii() {
        return text.len() as f32;
    }
    let weight = |c: char| match c {
        '가'..='힣' => HANGUL,
        'ぁ'..='ヿ' => KANA,
        _ if c >= '\u{1100}' && (script(c).is_cjk() || crate::text::script::is_cjk_punctuation(c)) => HAN,
        _ => 1.0,
    };
    text.chars().map(weight).sum()
}
