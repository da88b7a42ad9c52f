//! A place whose kind is said in two ways: `Lake Orin` and `Orin Lake`, `Hanoshima` and `Hano Island`, `Tarumi-jo Castle` and
//! `Tarumi Castle`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::finding::Severity;
use crate::names::{Class, Kind, Name, NameId, Names, Pairs, Word};
use crate::text::tables::pairs;

pub(super) const CLASS: Class = Class {
    id: "place",
    severity: Severity::Warning,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

/// Shorter names are found in others by chance.
const LETTERS: usize = 3;

/// The kinds of places with their endings.
static GENERICS: LazyLock<BTreeMap<&str, Vec<&str>>> = LazyLock::new(|| {
    pairs(include_str!("../data/generics.tsv"))
        .map(|(noun, endings)| (noun, endings.split(' ').collect()))
        .collect()
});

fn find(names: &Names, pairs: &mut Pairs) {
    let words: BTreeMap<&str, NameId> = names.of(Kind::Word).map(|(id, n)| (&*n.words[0].fold, id)).collect();
    let mut behind: BTreeMap<(&str, &str), NameId> = BTreeMap::new();
    let mut before: Vec<(&str, &str, NameId)> = Vec::new();
    for (id, name) in
        names.of(Kind::Run).filter(|(_, n)| n.words.len() == 2 && n.mentions.iter().any(|m| m.free))
    {
        if let Some((place, generic)) = parts(&name.words[0], &name.words[1]) {
            behind.insert((place, generic), id);
        } else if let Some((place, generic)) = parts(&name.words[1], &name.words[0]) {
            before.push((place, generic, id));
        }
    }
    for &(place, generic, a) in &before {
        if let Some(&b) = behind.get(&(place, generic)) {
            pairs.join(a, b, format!("`{generic}` stands before one and behind the other"));
        }
    }
    // `Mount Orin` beside `Orinyama` is usual; what stands behind translates the ending.
    for (&(place, generic), &a) in &behind {
        for ending in &GENERICS[generic] {
            let whole = format!("{place}{ending}");
            let join = |b: NameId| (b, format!("`-{ending}` says what `{generic}` does"));
            let other = words.get(whole.as_str()).copied();
            let doubled = behind.get(&(whole.as_str(), generic)).copied();
            for (b, because) in [other, doubled].into_iter().flatten().map(join) {
                let known: &Name = names.get(b);
                if known.words[0].ordinary {
                    pairs.veto(a, b, "an ordinary word");
                } else {
                    pairs.join(a, b, because);
                }
            }
        }
    }
}

/// The name and the kind of a place that two words make.
fn parts<'w>(place: &'w Word, generic: &'w Word) -> Option<(&'w str, &'w str)> {
    let named = !place.ordinary
        && place.letters() >= LETTERS
        && !place.acronym
        && !GENERICS.contains_key(&*place.lower);
    (named && GENERICS.contains_key(&*generic.lower)).then_some((&*place.fold, &*generic.lower))
}
