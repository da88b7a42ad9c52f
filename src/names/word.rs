//! One word of a name with all that is known of it whatever the text.

use super::facts::{self, Trait, Traits};
use super::{fold, syllables};
use crate::lang::english;
use crate::text::words::is_all_caps;

/// A distinct word of names, as it is written.
#[derive(Debug)]
pub struct Word {
    /// As written, without `'s`.
    pub text: Box<str>,
    /// In lower case, with its marks.
    pub lower: Box<str>,
    /// Without case, diacritics, hyphens, apostrophes.
    pub fold: Box<str>,
    /// Its sounds, see [`fold::skeleton`].
    pub skeleton: Box<str>,
    /// The small classes it belongs to.
    pub traits: Traits,
    /// The country or region that it names or is formed of.
    pub country: Option<&'static str>,
    /// How many syllables of pinyin it is made of; 0 if it is not, or of more than three.
    pub pinyin: u8,
    /// Whether it is an ordinary English word.
    pub ordinary: bool,
    /// Whether it is known: ordinary, a well-known name, or a country.
    pub known: bool,
    /// Whether it is written in capitals alone, two or more.
    pub acronym: bool,
}

impl Word {
    /// Looks up all that is known.
    pub fn new(text: &str) -> Self {
        let lower = text.to_lowercase().replace('’', "'");
        let fold = fold::fold(text);
        let pinyin = syllables::pinyin(&fold);
        // `Yining` is made of two syllables and no form of a verb.
        let guessed = pinyin >= 2 && !english::is_listed(&lower);
        let ordinary = !guessed && english::is_ordinary(&lower);
        let country = facts::country(&lower);
        Self {
            skeleton: fold::skeleton(&fold).into(),
            traits: facts::traits(&lower),
            country,
            pinyin,
            ordinary,
            known: ordinary || country.is_some() || english::is_known_name(&lower),
            acronym: is_all_caps(text),
            text: text.into(),
            fold: fold.into(),
            lower: lower.into(),
        }
    }

    /// Whether it belongs to a small class of words.
    pub fn is(&self, what: Trait) -> bool {
        self.traits.has(what)
    }

    /// Number of letters and digits.
    pub fn letters(&self) -> usize {
        self.fold.chars().count()
    }

    /// Whether it has a digit.
    pub fn has_digit(&self) -> bool {
        self.text.bytes().any(|b| b.is_ascii_digit())
    }

    /// Whether it can be a part of a person's name that stands without a title: no ordinary word, unless that is how a
    /// Chinese syllable looks.
    pub fn may_be_personal(&self) -> bool {
        let class = [Trait::Head, Trait::Place, Trait::Month, Trait::Title, Trait::Closed];
        // `McNeil` is a name, `PageRenderer` is none.
        let inner = self.text.chars().skip(1).position(char::is_uppercase);
        let plain = inner.is_none_or(|at| at < 3) || self.text.contains(['-', '‐', '‑', '\'', '’']);
        plain && !self.acronym && self.country.is_none() && !self.has_digit() && !self.traits.any(&class)
    }

    /// Whether it can be a Chinese name in pinyin: one or two syllables, and no English word or country.
    pub fn is_chinese(&self) -> bool {
        (1..=2).contains(&self.pinyin) && !self.ordinary && self.country.is_none()
    }

    /// Whether it has the shape of a given name of two syllables: a capital, and a small letter behind a hyphen.
    pub fn is_hyphened_name(&self) -> bool {
        let parts: Vec<&str> = self.text.split(['-', '‐', '‑']).collect();
        let short = |part: &str| (2..=6).contains(&part.chars().count());
        matches!(parts[..], [first, last] if short(first) && short(last) && last.starts_with(char::is_lowercase))
    }
}
