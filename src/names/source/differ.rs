//! Whether two renderings of one name are the same to an editor.

use std::collections::BTreeSet;

use super::forms::Forms;
use crate::names::facts::Trait;
use crate::names::{Name, Word};

/// Whether two renderings differ in more than case, number, a small word, a short form, an adjective of the country or an
/// abbreviation.
pub(super) fn differ(a: &Name, b: &Name, forms: &Forms) -> bool {
    let (x, y) = (stems(a), stems(b));
    let joined = |n: &Name| n.fold().trim_end_matches('s').to_owned();
    let short = x.is_subset(&y) || y.is_subset(&x);
    let known = |n: &Name| forms.has(&n.fold()) || n.words.len() == 1 && forms.part(&n.words[0]);
    !short && joined(a) != joined(b) && !(known(a) && known(b)) && !initials(a, b) && !initials(b, a)
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

/// Whether one is the first letters of the other.
fn initials(short: &Name, long: &Name) -> bool {
    let [word] = &short.words[..] else { return false };
    let big = long.words.iter().filter(|w| !w.is(Trait::Connector));
    let letters: String = big.filter_map(|w| w.fold.chars().next()).collect();
    word.acronym && letters.len() >= 2 && (*word.fold == *letters || letters.starts_with(&*word.fold))
}
