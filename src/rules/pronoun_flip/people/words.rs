//! What a single English word says of a person.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::{Gender, What};
use crate::lang::english;
use crate::text::tables::pairs;
use crate::text::words::{fold, is_capitalised};

type Table = HashMap<&'static str, &'static str>;

/// Classes of words.
pub(super) static WORDS: LazyLock<Table> = LazyLock::new(|| table(include_str!("../words.tsv")));
static GIVEN: LazyLock<Table> = LazyLock::new(|| table(include_str!("../given.tsv")));

/// The classes of the words in a table.
fn table(text: &'static str) -> Table {
    pairs(text).flat_map(|(class, words)| words.split(' ').map(move |w| (w, class))).collect()
}

/// The gender of a given name that stands in a text; one that is an ordinary word, too, only with a surname behind it.
pub(super) fn given_name(text: &str, words: &[Range<u32>], n: usize) -> Option<Gender> {
    let word = of(text, &words[n]);
    if !is_capitalised(word) {
        return None;
    }
    let lower = fold(word);
    let lower = lower.strip_suffix("'s").unwrap_or(&lower);
    let next = words.get(n + 1).map(|r| of(text, r)).unwrap_or_default();
    let named = !english::is_ordinary(lower) || is_capitalised(next) && !english::is_ordinary(next);
    given(lower).filter(|_| named)
}

/// The gender of a given name, in lower case, if it says one.
pub(super) fn given(name: &str) -> Option<Gender> {
    match *GIVEN.get(name)? {
        "m" => Some(Gender::He),
        _ => Some(Gender::She),
    }
}

/// A pronoun without the verb that is drawn into it.
pub(super) fn pronoun(word: &str) -> &str {
    word.split('\'').next().unwrap_or(word)
}

/// Whether the word behind `her` or `his` is one that can be owned.
pub(in super::super) fn is_owned(after: &str) -> bool {
    let word = after.strip_prefix(' ').unwrap_or_default();
    let word = word.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.starts_with(char::is_alphabetic) && WORDS.get(&*fold(word)) != Some(&"link")
}

/// Whether the word before `her` is one behind which it can be an object although a verb or noun follows.
pub(in super::super) fn is_double(before: &str) -> bool {
    let word = before.trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    WORDS.get(&*fold(word)) == Some(&"double")
}

/// The word at a range.
pub(super) fn of<'t>(text: &'t str, range: &Range<u32>) -> &'t str {
    &text[range.start as usize..range.end as usize]
}

/// What a word of a class says where it stands.
pub(super) fn what(class: &str, text: &str, words: &[Range<u32>], n: usize) -> Option<What> {
    let noun = |gender, plural| Some(What::Noun { gender, plural });
    match class {
        "man" => noun(Gender::He, false),
        "woman" => noun(Gender::She, false),
        "men" => noun(Gender::He, true),
        "women" => noun(Gender::She, true),
        // A capital makes it a part of a title or name: Youth Scholar.
        "person" if !text[words[n].start as usize..].starts_with(char::is_uppercase) => {
            is_someone(text, words, n).then_some(What::Person)
        }
        "m" | "f" => {
            let gender = if class == "m" { Gender::He } else { Gender::She };
            (!is_either(text, words, n, gender) && !is_named(text, &words[n]))
                .then_some(What::Pronoun { gender })
        }
        _ => None,
    }
}

/// A capital inside a sentence: a name that looks like a pronoun.
fn is_named(text: &str, range: &Range<u32>) -> bool {
    let lead = text[..range.start as usize].trim_end();
    is_capitalised(of(text, range)) && lead.ends_with(|c: char| c.is_alphanumeric() || c == ',')
}

/// `he or she`, `his/her`, `Her Majesty`.
fn is_either(text: &str, words: &[Range<u32>], n: usize, gender: Gender) -> bool {
    let other = |i: Option<usize>| {
        let word = i.and_then(|i| words.get(i)).map(|r| fold(of(text, r))).unwrap_or_default();
        WORDS.get(&*word) == Some(if gender == Gender::He { &"f" } else { &"m" })
    };
    let slash = |a: usize, b: usize| {
        words
            .get(a)
            .zip(words.get(b))
            .is_some_and(|(a, b)| text[a.end as usize..b.start as usize].contains('/'))
    };
    let or = |i: usize| words.get(i).is_some_and(|r| matches!(of(text, r), "or" | "and"));
    let next = words.get(n + 1).map(|r| of(text, r)).unwrap_or_default();
    let honour = matches!(
        next,
        "Majesty" | "Excellency" | "Highness" | "Holiness" | "Honour" | "Honor" | "Eminence" | "Grace"
    );
    honour
        || other(Some(n + 1)) && slash(n, n + 1)
        || n > 0 && other(Some(n - 1)) && slash(n - 1, n)
        || or(n + 1) && other(Some(n + 2))
        || n > 1 && or(n - 1) && other(Some(n - 2))
}

/// Whether a noun brings somebody in: `a friend`, `the driver`; not `as a student`, `was a teacher`.
fn is_someone(text: &str, words: &[Range<u32>], n: usize) -> bool {
    let word = |back: usize| n.checked_sub(back).map(|i| of(text, &words[i]));
    let determiner = |w: Option<&str>| {
        w.is_some_and(|w| {
            matches!(
                w,
                "a" | "an"
                    | "the"
                    | "The"
                    | "A"
                    | "An"
                    | "one"
                    | "One"
                    | "another"
                    | "Another"
                    | "his"
                    | "her"
                    | "my"
                    | "His"
                    | "Her"
                    | "My"
                    | "this"
                    | "that"
                    | "whose"
            )
        })
    };
    let alone = matches!(fold(of(text, &words[n])).as_str(), "someone" | "somebody");
    let at = if determiner(word(1)) { Some(2) } else { determiner(word(2)).then_some(3) };
    let lead = at.and_then(word).unwrap_or_default();
    alone
        || at.is_some()
            && !matches!(
                lead,
                "as" | "As"
                    | "is"
                    | "was"
                    | "were"
                    | "are"
                    | "be"
                    | "been"
                    | "became"
                    | "become"
                    | "becoming"
                    | "being"
                    | "remains"
                    | "like"
            )
}
