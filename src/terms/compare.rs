//! Whether two renderings of one term are the same to an editor, and if not, in what they differ.

use std::collections::BTreeSet;

use super::Mention;
use super::render::Word;
use crate::lang::english;
use crate::names::facts;

/// In what two renderings differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Difference {
    /// One word of the term is rendered by two, the rest by the same.
    Word,
    /// No word is the same.
    Whole,
    /// One has a word more for the same word of the term.
    More,
    /// Capitalised words in another order.
    Order,
}

/// Two renderings that differ.
#[derive(Debug)]
pub(super) struct Contrast<'m> {
    pub(super) kind: Difference,
    /// The words that only the one has, and only the other.
    pub(super) only: [Vec<&'m Word>; 2],
    /// The words that both have, as either has them.
    pub(super) shared: [Vec<&'m Word>; 2],
}

impl Contrast<'_> {
    /// Whether it is more than a guess that two words render one of the term.
    pub(super) fn is_sure(&self) -> bool {
        let [x, y] = &self.only;
        let told =
            |words: &[&'_ Word]| owners(&words.iter().copied().filter(|w| !w.guessed).collect::<Vec<_>>());
        self.kind == Difference::Order || self.kind == Difference::More || !told(x).is_disjoint(&told(y))
    }

    /// The words of the term that are rendered by different words.
    pub(super) fn owners(&self) -> BTreeSet<usize> {
        let [x, y] = &self.only;
        owners(x).intersection(&owners(y)).filter_map(|owner| *owner).collect()
    }
}

fn owners(words: &[&Word]) -> BTreeSet<Option<usize>> {
    words.iter().map(|w| w.owner).collect()
}

/// In what two renderings of one term differ; none if they do not, or in a way that editors leave.
pub(super) fn difference<'m>(a: &'m Mention, b: &'m Mention) -> Option<Contrast<'m>> {
    let whole =
        |m: &Mention| facts::country(&m.words.iter().map(|w| &*w.folded).collect::<Vec<_>>().join(" "));
    if whole(a).is_some() && whole(a) == whole(b) {
        return None;
    }
    if a.words.len() < 2 && b.words.len() < 2 || joined(a) == joined(b) {
        return None;
    }
    let lacks = |other: &Mention, w: &Word| !other.words.iter().any(|o| is_alike(w, o));
    let (only_a, shared_a): (Vec<&Word>, Vec<&Word>) = a.words.iter().partition(|w| lacks(b, w));
    let (only_b, shared_b): (Vec<&Word>, Vec<&Word>) = b.words.iter().partition(|w| lacks(a, w));
    // Figures are other rules' business, and an abbreviation stands for words.
    if only_a.iter().chain(&only_b).any(|w| is_figure(w))
        || only_a.iter().any(|w| w.acronym) != only_b.iter().any(|w| w.acronym)
    {
        return None;
    }
    let kind = match (&only_a[..], &only_b[..]) {
        ([], []) if is_turned(a, b) => Difference::Order,
        ([], []) => return None,
        ([], more) if is_more(more, b, a) => Difference::More,
        (more, []) if is_more(more, a, b) => Difference::More,
        ([], _) | (_, []) => return None,
        (x, y) if owners(x).is_disjoint(&owners(y)) => return None,
        _ if shared_a.is_empty() => Difference::Whole,
        _ => Difference::Word,
    };
    Some(Contrast { kind, only: [only_a, only_b], shared: [shared_a, shared_b] })
}

fn joined(m: &Mention) -> String {
    m.words.iter().map(|w| &*w.key).collect()
}

/// A figure, or a single letter: `e-banking`.
fn is_figure(word: &Word) -> bool {
    word.folded.starts_with(|c: char| c.is_ascii_digit()) || word.folded.chars().nth(1).is_none()
}

/// Words that an editor takes for one: of one stem or beginning, or of one country.
fn is_alike(a: &Word, b: &Word) -> bool {
    if a.key == b.key {
        return true;
    }
    let country = facts::country(&a.folded);
    if country.is_some() && country == facts::country(&b.folded) {
        return true;
    }
    let same = a.folded.chars().zip(b.folded.chars()).take_while(|(x, y)| x == y).count();
    let longer = a.folded.chars().count().max(b.folded.chars().count());
    same >= 4 && same * 2 > longer
}

/// Renderings with the same words in another order, one of them capitalised.
fn is_turned(a: &Mention, b: &Mention) -> bool {
    let places: Vec<Option<usize>> =
        a.words.iter().map(|w| b.words.iter().position(|o| is_alike(w, o))).collect();
    let big = |m: &Mention| m.words.iter().all(|w| w.capital);
    a.words.len() == b.words.len() && !places.is_sorted() && (big(a) || big(b))
}

/// Whether each word that one has more renders a word of the term that the other renders too, by another word.
fn is_more(more: &[&Word], long: &Mention, short: &Mention) -> bool {
    let owned = |w: &&Word| {
        w.owner.is_some_and(|owner| {
            let others = long.words.iter().filter(|o| o.owner == Some(owner)).count();
            others > 1 && short.words.iter().any(|o| o.owner == Some(owner))
        })
    };
    // A surname with a first name or without.
    let name = |w: &&Word| w.capital && !english::is_ordinary(&w.folded);
    short.words.len() > 1 && more.iter().all(owned) && !more.iter().any(name)
}
