//! Initialisms of a text: which words are some, and where they are introduced beside their long form.

pub mod fit;
pub mod known;
mod scan;

use std::collections::HashMap;
use std::ops::Range;

pub use fit::Fit;
pub use scan::is_in_row;

/// An initialism where it stands.
#[derive(Clone, Debug)]
pub struct Use {
    /// Position of the segment.
    pub segment: usize,
    /// Its bytes, without a plural s or a possessive.
    pub range: Range<u32>,
    /// Its capitals.
    pub letters: Box<str>,
    /// Whether a hyphen, a digit or a sign makes it part of something longer.
    pub joined: bool,
}

/// An initialism beside the words that it may stand for.
#[derive(Clone, Debug)]
pub struct Introduction {
    /// Position of the segment.
    pub segment: usize,
    /// The bytes of the initialism.
    pub range: Range<u32>,
    /// Its capitals.
    pub letters: Box<str>,
    /// The words: those before the bracket, or those in it.
    pub words: Vec<Range<u32>>,
    /// How letters and words go together.
    pub fit: Fit,
}

impl Introduction {
    /// The bytes of the long form, if letters and words have to do with each other.
    pub fn long(&self) -> Option<Range<u32>> {
        let words = match &self.fit {
            Fit::Whole(words) | Fit::Near { words, .. } => words.clone(),
            Fit::Loose(start) => *start..self.words.len(),
            Fit::None => return None,
        };
        Some(self.words.get(words.start)?.start..self.words.get(words.end.checked_sub(1)?)?.end)
    }

    /// Whether the place gives the initialism as it is: its letters are not those of the words but for one.
    pub fn is_own(&self) -> bool {
        !matches!(self.fit, Fit::Near { readable: false, .. })
    }
}

/// What a segment gives to read.
pub struct Part<'t> {
    /// Its position.
    pub segment: usize,
    /// What a reader sees.
    pub text: &'t str,
    /// The words of the text.
    pub words: &'t [Range<u32>],
    /// Code, and what is said to be in another language.
    pub hidden: Vec<Range<u32>>,
}

/// The initialisms of a document.
#[derive(Debug, Default)]
pub struct Acronyms {
    /// Every place, in order.
    pub uses: Vec<Use>,
    /// Every place where one stands in brackets behind words, or before words in brackets.
    pub introductions: Vec<Introduction>,
    by_letters: HashMap<Box<str>, Vec<usize>>,
}

impl Acronyms {
    /// Reads the segments.
    pub fn new<'t>(parts: impl Iterator<Item = Part<'t>>) -> Self {
        let mut out = Self::default();
        for part in parts {
            scan::scan(&part, &mut out.uses, &mut out.introductions);
        }
        for (i, used) in out.uses.iter().enumerate() {
            out.by_letters.entry(used.letters.clone()).or_default().push(i);
        }
        out
    }

    /// The places of an initialism, in order.
    pub fn of(&self, letters: &str) -> impl DoubleEndedIterator<Item = &Use> + ExactSizeIterator {
        self.by_letters.get(letters).map_or(&[][..], Vec::as_slice).iter().map(|&i| &self.uses[i])
    }

    /// The different initialisms, by their first places.
    pub fn distinct(&self) -> impl Iterator<Item = &str> {
        self.uses.iter().enumerate().filter_map(|(i, used)| {
            (self.by_letters.get(&used.letters)?.first() == Some(&i)).then_some(&*used.letters)
        })
    }
}
