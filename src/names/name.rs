//! What is known of one rendering of a name: a record that stands on its own, whatever text it came from.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::word::Word;
use crate::finding::Label;

/// What the mention of a name looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A body, by its head noun: `Ministry of Health`.
    Body,
    /// A full name of two to four words, most likely a person's; also many places.
    Person,
    /// Two or three capitalised words that stand together, part of a longer name or not.
    Run,
    /// One capitalised word.
    Word,
    /// A word in lower case that is no known word, and perhaps a name without its capital; its first place.
    Small,
    /// A phrase in any case with the words of a body or a title in another order.
    Phrase,
    /// A title in quotation marks.
    Title,
    /// A word with a single letter before it: `E-wallet`, `E wallet`.
    Lettered,
    /// A compound of two words in lower case, written as one or as two: `kelpfarm`, `kelp farm`.
    Compound,
}

/// One place where a rendering stands.
// Each says a thing of its own, and all are asked for by name.
#[allow(clippy::struct_excessive_bools)]
#[derive(Clone, Debug)]
pub struct Mention {
    /// The segment and the bytes of its shown text.
    pub at: Label,
    /// Number of the sentence, counted through the whole document; none of words that are no name by themselves.
    pub sentence: Option<u32>,
    /// Whether it is no part of a longer name there.
    pub free: bool,
    /// Whether the segment is written as headlines are, so that its capitals say little.
    pub headline: bool,
    /// The title right before it, in lower case, with the adjectives of countries as the country: `france prime minister`.
    pub title: Option<Box<str>>,
    /// The office and body named before it, to a comma: `vice chairman of the harbour council`; in lower case.
    pub role: Option<Box<str>>,
    /// Whether a verb of saying follows, and no preposition stands before.
    pub speaks: bool,
    /// Whether it alone stands in quotation marks, as a word that is cited does.
    pub quoted: bool,
}

/// A capitalised word beside a name.
#[derive(Clone, Debug)]
pub struct Neighbour {
    /// Whether it stands behind the name.
    pub behind: bool,
    /// The word.
    pub word: Arc<Word>,
}

impl Neighbour {
    /// Equal for the same word, in any spelling of case and marks, on the same side.
    pub(super) fn key(&self) -> (bool, &str) {
        (self.behind, &self.word.fold)
    }
}

/// One rendering with everything that the classes of evidence ask of it.
#[derive(Clone, Debug)]
pub struct Name {
    /// As written.
    pub text: Box<str>,
    /// What it looks like.
    pub kind: Kind,
    /// Its words, small ones included.
    pub words: Vec<Arc<Word>>,
    /// Where it stands, in the order of the text; never empty.
    pub mentions: Vec<Mention>,
    /// The capitalised words that stand beside it, each once, sorted by side and word.
    pub neighbours: Vec<Neighbour>,
}

impl Name {
    /// How often it is mentioned.
    pub fn count(&self) -> usize {
        self.mentions.len()
    }

    /// All words folded and put together.
    pub fn fold(&self) -> String {
        self.words.iter().map(|w| &*w.fold).collect()
    }

    /// The only word of a name of one word, else the last.
    pub fn last(&self) -> &Word {
        &self.words[self.words.len() - 1]
    }

    /// Whether all words of one are among those of the other.
    pub fn agrees(&self, other: &Name) -> bool {
        let (small, large) =
            if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        small.words.len() < large.words.len()
            && small.words.iter().all(|w| large.words.iter().any(|v| v.fold == w.fold))
    }

    /// The place to show: the first that is no part of a longer name, else the first.
    pub fn place(&self) -> &Mention {
        self.mentions.iter().find(|m| m.free).unwrap_or(&self.mentions[0])
    }

    /// The titles that stand before it, each once.
    pub fn titles(&self) -> BTreeSet<&str> {
        self.mentions.iter().filter_map(|m| m.title.as_deref()).collect()
    }

    /// Whether both stand in one sentence somewhere: a writer who names two things there means two.
    pub fn shares_sentence(&self, other: &Name) -> bool {
        let sentence = |m: &Mention| m.sentence;
        meet(self.mentions.iter().filter_map(sentence), other.mentions.iter().filter_map(sentence))
    }

    /// Whether both stand in one segment somewhere.
    pub fn shares_segment(&self, other: &Name) -> bool {
        meet(self.mentions.iter().map(|m| m.at.segment), other.mentions.iter().map(|m| m.at.segment))
    }

    /// The capitalised words that stand on the same side of both.
    pub fn common_neighbours<'n>(&'n self, other: &'n Name) -> impl Iterator<Item = &'n Word> {
        let has = |n: &&Neighbour| other.neighbours.binary_search_by(|m| m.key().cmp(&n.key())).is_ok();
        self.neighbours.iter().filter(has).map(|n| &*n.word)
    }
}

/// Whether two ascending rows of numbers have one in common.
fn meet(a: impl Iterator<Item = u32>, b: impl Iterator<Item = u32>) -> bool {
    let (mut a, mut b) = (a.peekable(), b.peekable());
    while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => a.next(),
            std::cmp::Ordering::Greater => b.next(),
            std::cmp::Ordering::Equal => return true,
        };
    }
    false
}
