//! Whether two renderings of one term are the same to an editor, and if not, in what they differ.

use std::collections::BTreeSet;

use super::Mention;
use super::render::Word;
use crate::lang::english;
use crate::names::facts;

/// In what two renderings differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Difference {
    /// One word of the term is rendered by two, the rest by the same.
    Word,
    /// No word is the same.
    Whole,
    /// One has a word more for the same word of the term.
    More,
    /// Capitalised words in another order.
    Order,
}

/// In what two renderings of one term differ; none if they do not, or in a way that editors leave.
pub(crate) fn difference(a: &Mention, b: &Mention) -> Option<Difference> {
    if a.words.len() < 2 && b.words.len() < 2 || joined(a) == joined(b) {
        return None;
    }
    let lacks = |other: &Mention, w: &&Word| !other.words.iter().any(|o| is_alike(w, o));
    let only_a: Vec<&Word> = a.words.iter().filter(|w| lacks(b, w)).collect();
    let only_b: Vec<&Word> = b.words.iter().filter(|w| lacks(a, w)).collect();
    if only_a.iter().chain(&only_b).any(|w| is_number(w)) {
        return None;
    }
    match (&only_a[..], &only_b[..]) {
        ([], []) => is_turned(a, b).then_some(Difference::Order),
        ([], more) => is_more(more, b, a).then_some(Difference::More),
        (more, []) => is_more(more, a, b).then_some(Difference::More),
        (x, y) => {
            let owners = |words: &[&Word]| words.iter().map(|w| w.owner).collect::<BTreeSet<_>>();
            let same = owners(x).intersection(&owners(y)).next().is_some();
            let shared = x.len() < a.words.len();
            match (same, shared) {
                (true, true) => Some(Difference::Word),
                (true, false) => Some(Difference::Whole),
                (false, _) => None,
            }
        }
    }
}

fn joined(m: &Mention) -> String {
    m.words.iter().map(|w| &*w.key).collect()
}

fn is_number(word: &Word) -> bool {
    word.folded.starts_with(|c: char| c.is_ascii_digit())
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
    let places: Vec<Option<usize>> = a.words.iter().map(|w| b.words.iter().position(|o| is_alike(w, o))).collect();
    let big = |m: &Mention| m.words.iter().all(|w| w.capital);
    a.words.len() == b.words.len() && !places.is_sorted() && (big(a) || big(b))
}

/// Whether each word that one has more renders a word of the term that the other renders too, by another word.
fn is_more(more: &[&Word], long: &Mention, short: &Mention) -> bool {
    let owned = |w: &&&Word| {
        w.owner.is_some_and(|owner| {
            let others = long.words.iter().filter(|o| o.owner == Some(owner)).count();
            others > 1 && short.words.iter().any(|o| o.owner == Some(owner))
        })
    };
    // A surname with a first name or without.
    let name = |w: &&Word| w.capital && !english::is_ordinary(&w.folded);
    short.words.len() > 1 && more.iter().all(|w| owned(&w)) && !more.iter().any(|w| name(&w))
}

/// Whether the sentence of a mention has the words of another rendering as well, so that the two may have been taken for
/// one another.
pub(crate) fn holds(mention: &Mention, other: &Mention) -> bool {
    other.words.iter().all(|w| mention.around.contains(&w.key))
}
