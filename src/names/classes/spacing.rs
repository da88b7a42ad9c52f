//! One name with other blanks, hyphens or apostrophes: `Yu'e Bao` and `Yu'ebao`, `Ji-eun` and `Jieun`.

use crate::finding::Severity;
use crate::lang::english;
use crate::names::facts::{Trait, traits};
use crate::names::fold::plain;
use crate::names::similar::{hash, pairs as sharing};
use crate::names::{Class, Kind, Name, NameId, Names, Pairs, Word};

pub(super) const CLASS: Class = Class {
    id: "spacing",
    severity: Severity::Warning,
    message: "`{text}` is written `{other}` elsewhere",
    find,
};

/// Shorter names agree in their letters by chance.
const LETTERS: usize = 5;

fn find(names: &Names, pairs: &mut Pairs) {
    let mut keys = Vec::new();
    let mut add = |kind: u8, id: NameId, name: &Name| {
        let letters: usize = name.words.iter().map(|w| w.letters()).sum();
        if letters >= LETTERS && !name.words.iter().any(|w| w.has_digit()) {
            keys.push((hash(kind, name.words.iter().flat_map(|w| w.fold.chars())), id.0));
        }
    };
    // A full name is reported as a whole.
    names.of(Kind::Person).for_each(|(id, name)| add(0, id, name));
    names.of(Kind::Word).chain(names.of(Kind::Run)).for_each(|(id, name)| add(1, id, name));
    keys.sort_unstable();
    for (a, b) in sharing(&keys) {
        judge(names, NameId(a), NameId(b), pairs);
    }
}

fn judge(names: &Names, a: NameId, b: NameId, pairs: &mut Pairs) {
    let (x, y) = (names.get(a), names.get(b));
    let bare = |n: &Name| plain(&n.text).replace(['-', '‐', '‑'], " ");
    let unknown = |n: &Name| n.words.iter().all(|w| !w.known);
    if plain(&x.text) == plain(&y.text) || bare(x) == bare(y) && !(unknown(x) && unknown(y)) {
        // Only capitals or marks, or a hyphen for a blank between words, which is a matter of taste.
        return;
    }
    let shared = |v: &Word, w: &Word| v.fold == w.fold;
    if x.kind != Kind::Person
        && x.words.len() + y.words.len() > 2
        && (shared(&x.words[0], &y.words[0]) || shared(x.last(), y.last()))
    {
        // What is left without the shared word is judged by itself.
        return;
    }
    match veto(x, y) {
        Some(why) => pairs.veto(a, b, why),
        None => pairs.join(a, b, "they have the same letters"),
    }
}

fn veto(a: &Name, b: &Name) -> Option<&'static str> {
    if [a, b].iter().any(|n| n.words[0].is(Trait::Closed)) {
        return Some("it begins with a small word");
    }
    if [a, b].iter().any(|n| n.words.iter().all(|w| w.acronym)) {
        return Some("an abbreviation");
    }
    if [a, b].iter().any(|n| is_compound(n)) {
        return Some("a compound of ordinary words");
    }
    [a, b].iter().any(|n| n.words.iter().any(|w| super::is_identifier(w))).then_some("a name made for code")
}

/// Ordinary words side by side, or behind a prefix: people write them apart, with a hyphen or as one.
fn is_compound(name: &Name) -> bool {
    let parts: Vec<&str> = name.text.split([' ', '-', '‐', '‑']).collect();
    // Syllables of names look like short words.
    let common = |part: &&str| {
        part.len() > 3 && english::is_ordinary(part)
            || traits(&part.to_lowercase()).any(&[Trait::Prefix, Trait::Closed, Trait::Connector])
    };
    parts.len() > 1 && parts.iter().all(common) && !name.words.iter().any(|w| w.country.is_some())
}
