//! Whether two renderings of one name are the same to an editor.

use std::collections::BTreeSet;

use super::forms::Forms;
use crate::names::facts::{self, Trait};
use crate::names::{Name, Word};

/// Whether two renderings differ in more than case, number, a small word, a short form, an adjective of the country or an
/// abbreviation.
pub(super) fn differ(a: &Name, b: &Name, forms: &Forms) -> bool {
    let (x, y) = (stems(a), stems(b));
    let joined = |n: &Name| n.fold().trim_end_matches('s').to_owned();
    let part = parted(a).is_subset(&parted(b)) || parted(b).is_subset(&parted(a));
    let short =
        (x.is_subset(&y) || y.is_subset(&x) || part && parted(a) != parted(b)) && !(x == y && turned(a, b));
    let holds = |n: &Name| {
        let content = n.words.iter().filter(|w| !w.is(Trait::Connector) && !w.is(Trait::Closed));
        forms.holds(&content.map(|w| &*w.fold).collect::<Vec<_>>())
    };
    let known = |n: &Name| forms.has(&n.fold()) || holds(n) || n.words.len() == 1 && forms.part(&n.words[0]);
    let same = short
        || joined(a) == joined(b)
        || known(a) && known(b)
        || adjective(a, b)
        || adjective(b, a)
        || initials(a, b)
        || initials(b, a);
    !same
}

/// Whether two known forms of a name have no word, no country and no letters in common, and neither is an abbreviation.
pub(super) fn are_two_forms(a: &Name, b: &Name, forms: &Forms) -> bool {
    let countries = |n: &Name| n.words.iter().any(|w| w.country.is_some());
    let short = |n: &Name| n.words.iter().any(|w| w.acronym);
    forms.has(&a.fold())
        && forms.has(&b.fold())
        && a.fold() != b.fold()
        && stems(a).is_disjoint(&stems(b))
        && !(countries(a) && countries(b))
        && short(a) == short(b)
        && !adjective(a, b)
        && !adjective(b, a)
}

/// Whether one is a form of a place, and the other some of its words and no form: what tells the place is left out.
pub(super) fn is_torn(a: &Name, b: &Name, forms: &Forms) -> bool {
    let torn = |whole: &Name, rest: &Name| {
        let (x, y) = (stems(whole), stems(rest));
        let missing = x.difference(&y).any(|s| !facts::traits(s).has(Trait::Place));
        let known = forms.has(&rest.fold()) || rest.words.len() == 1 && forms.part(&rest.words[0]);
        forms.has(&whole.fold()) && y.is_subset(&x) && missing && !known
    };
    forms.place && (torn(a, b) || torn(b, a))
}

/// Whether two names of several words differ on both sides in words that tell them apart: no kind of place, no word that
/// says whose it is.
pub(super) fn differ_in_sense(a: &Name, b: &Name) -> bool {
    let (x, y) = (stems(a), stems(b));
    let telling = |stem: &&String| !facts::traits(stem).has(Trait::Place) && facts::country(stem).is_none();
    x.difference(&y).any(|s| telling(&s)) && y.difference(&x).any(|s| telling(&s))
}

/// Whether two names of bodies have the same words in another order, nouns of place and plurals set aside.
pub(super) fn reordered(a: &Name, b: &Name) -> bool {
    let sorted = |mut row: Vec<String>| {
        row.sort_unstable();
        row
    };
    let capital =
        |n: &Name| n.words.iter().all(|w| w.is(Trait::Connector) || w.text.starts_with(char::is_uppercase));
    let written = capital(a) && capital(b);
    written && is_body(a) && is_body(b) && row(a) != row(b) && sorted(row(a)) == sorted(row(b))
}

/// Whether two names of bodies differ in the form of a country alone.
pub(super) fn of_other_form(a: &Name, b: &Name) -> bool {
    let small = |n: &Name| n.words.iter().any(|w| w.is(Trait::Connector));
    is_body(a) && is_body(b) && !small(a) && !small(b) && row(a) == row(b) && a.fold() != b.fold() && {
        a.words.len() == b.words.len()
            && a.words.iter().zip(&b.words).any(|(x, y)| x.country.is_some() && x.fold != y.fold)
    }
}

fn is_body(name: &Name) -> bool {
    name.words.iter().any(|w| w.is(Trait::Head))
}

/// The words that count in order, without plural; countries stand for their adjectives.
fn row(name: &Name) -> Vec<String> {
    let counts =
        name.words.iter().filter(|w| !w.is(Trait::Connector) && !w.is(Trait::Place) && !w.is(Trait::Closed));
    counts.map(|w| w.country.map_or_else(|| w.fold.trim_end_matches('s').to_owned(), str::to_owned)).collect()
}

/// Whether two names of persons have the same words in another order.
fn turned(a: &Name, b: &Name) -> bool {
    let personal =
        |n: &Name| n.words.len() >= 2 && n.words.iter().all(|w| w.may_be_personal() && !w.ordinary);
    let folds = |n: &Name| n.words.iter().map(|w| w.fold.to_string()).collect::<Vec<_>>();
    personal(a) && personal(b) && a.words.len() == b.words.len() && folds(a) != folds(b)
}

/// The words that count, without plural; countries stand for their adjectives.
fn stems(name: &Name) -> BTreeSet<String> {
    let counts =
        |w: &&std::sync::Arc<Word>| !w.is(Trait::Connector) && !w.is(Trait::Title) && !w.is(Trait::Closed);
    let stem = |w: &std::sync::Arc<Word>| match w.country {
        Some(country) => country.to_owned(),
        None => w.fold.trim_end_matches('s').to_owned(),
    };
    let out: BTreeSet<String> = name.words.iter().filter(counts).map(stem).collect();
    if out.is_empty() { name.words.iter().map(stem).collect() } else { out }
}

/// The parts of all words between hyphens.
fn parted(name: &Name) -> BTreeSet<String> {
    let parts = name.words.iter().flat_map(|w| w.lower.split(['-', '‐', '‑']));
    parts.filter(|p| !p.is_empty()).map(str::to_owned).collect()
}

/// Whether one is the adjective of the other, or its people: both begin alike, and it ends as adjectives of places do.
fn adjective(one: &Name, other: &Name) -> bool {
    const ENDINGS: [&str; 12] =
        ["ian", "ean", "an", "n", "ese", "ish", "ic", "i", "ite", "er", "ans", "ians"];
    let ([one], [other]) = (&one.words[..], &other.words[..]) else { return false };
    ENDINGS.iter().filter_map(|e| one.fold.strip_suffix(e)).any(|stem| {
        stem.len() >= 4
            && other.fold.strip_prefix(stem).is_some_and(|rest| rest.len() <= 4 && !ENDINGS.contains(&rest))
    })
}

/// Whether one is the first letters of the other.
fn initials(short: &Name, long: &Name) -> bool {
    let [word] = &short.words[..] else { return false };
    let big = long.words.iter().filter(|w| !w.is(Trait::Connector));
    let letters: String = big.filter_map(|w| w.fold.chars().next()).collect();
    word.acronym && letters.len() >= 2 && (*word.fold == *letters || letters.starts_with(&*word.fold))
}
