//! Who stands in a text, in the order of the text: pronouns, names of persons, nouns that say a gender.

mod names;
mod words;

use std::collections::HashMap;
use std::ops::Range;

use self::names::names;
use self::words::{WORDS, given_name, of, pronoun, what};
pub(super) use self::words::{is_double, is_owned};
use crate::analysis::Analysis;
use crate::finding::Label;
use crate::names::Kind;
use crate::names::facts::{self, Trait};
use crate::text::words::{fold, is_capitalised};

/// What a pronoun or noun says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    He,
    She,
}

/// What stands at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// `he`, `her`.
    Pronoun { gender: Gender },
    /// `wife`, `Mrs`; plurals say less.
    Noun { gender: Gender, plural: bool },
    /// `a friend`.
    Person,
    /// A name, by its number; `subject` if it does something there, `aside` if it stands behind `under` or `by`,
    /// `known` if a word of it is known as something else.
    Name { who: usize, subject: bool, aside: bool, known: bool },
}

/// Something at a place.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) at: Label,
    /// Number of the sentence through the whole document.
    pub(super) sentence: u32,
    pub(super) what: What,
}

/// The persons of a document.
pub(super) struct People {
    /// Where they stand, in order.
    pub(super) events: Vec<Event>,
    /// What the given names of those say that have one; both where two of one surname have two.
    pub(super) genders: HashMap<usize, Vec<Gender>>,
}

/// Everything in a document that has to do with persons, in order.
pub(super) fn events(a: &Analysis<'_>) -> People {
    let mut out: Vec<Event> = Vec::new();
    let mut first_sentence: HashMap<u32, u32> = HashMap::new();
    let mut sentences = 0;
    let bodies = bodies(a);
    for (i, segment) in a.target() {
        first_sentence.insert(i as u32, sentences);
        let (text, words) = (segment.shown(), a.words(i));
        for (n, range) in words.iter().enumerate() {
            let word = fold(of(text, range));
            let bare = word.strip_suffix("'s").unwrap_or(&word);
            let class = WORDS.get(&*word).or_else(|| WORDS.get(bare));
            let what = match class {
                Some(class) => what(class, text, words, n),
                None => given_name(text, words, n).map(|gender| What::Noun { gender, plural: false }),
            };
            let Some(what) = what else { continue };
            let at = Label::target(i, range.clone());
            let named = |b: &Label| order(b, &at);
            if matches!(what, What::Noun { .. })
                && (bodies.binary_search_by(named).is_ok() || is_in_body(text, words, n))
            {
                continue;
            }
            let sentence = sentences + sentence_of(a, i, range.start);
            let end = range.start
                + if matches!(what, What::Pronoun { .. }) { pronoun(&word).len() } else { word.len() } as u32;
            out.push(Event { at: Label::target(i, range.start..end.min(range.end)), sentence, what });
        }
        sentences += a.sentences(i).len() as u32;
    }
    let mut genders = HashMap::new();
    if out.iter().any(|e| matches!(e.what, What::Pronoun { .. })) {
        genders = names(a, &first_sentence, &mut out);
    }
    out.sort_by_key(|e| e.at);
    People { events: out, genders }
}

/// Where bodies are named: Queen Anne College is no queen.
fn bodies(a: &Analysis<'_>) -> Vec<Label> {
    let mut out: Vec<Label> =
        a.mentions().of(Kind::Body).flat_map(|(_, n)| &n.mentions).map(|m| m.at).collect();
    out.sort_unstable();
    // What lies inside another goes, so that the rest is in the order of starts and of ends.
    out.dedup_by(|b, a| a.segment == b.segment && b.end <= a.end);
    out
}

/// Whether a capitalised word begins the name of a body, place or office, by the nouns that follow among its capitals:
/// Queen Anne College, Marie Curie Fellow.
fn is_in_body(text: &str, words: &[Range<u32>], n: usize) -> bool {
    let joined = |i: &usize| {
        let gap = &text[words[i - 1].end as usize..words[*i].start as usize];
        gap == " " && is_capitalised(of(text, &words[*i]))
    };
    let class = [Trait::Head, Trait::Place, Trait::Title];
    let mut follow = (n + 1..words.len().min(n + 4)).take_while(joined);
    follow.any(|i| facts::traits(&fold(of(text, &words[i]))).any(&class))
}

/// Whether a place lies behind, around or before another.
fn order(body: &Label, at: &Label) -> std::cmp::Ordering {
    if (body.segment, body.end) <= (at.segment, at.start) {
        std::cmp::Ordering::Less
    } else if (body.segment, body.start) > (at.segment, at.start) {
        std::cmp::Ordering::Greater
    } else {
        std::cmp::Ordering::Equal
    }
}

fn sentence_of(a: &Analysis<'_>, segment: usize, at: u32) -> u32 {
    a.sentences(segment).partition_point(|s| s.end <= at) as u32
}
