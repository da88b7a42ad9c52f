//! A single name that speaks where one person was named in full, once, and never again by the surname: `Bryant said` after
//! `spokesman John Kirby`.

use crate::finding::Severity;
use crate::names::similar::near;
use crate::names::{Class, Kind, Name, NameId, Names, Pairs, Word};

pub(super) const CLASS: Class = Class {
    id: "surname",
    severity: Severity::Warning,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

/// A name that is mentioned more often stands for somebody of its own.
const MOST: usize = 3;
/// How many full names may come into question.
const PEOPLE: usize = 40;

fn find(names: &Names, pairs: &mut Pairs) {
    let people: Vec<(NameId, &Name)> = names
        .of(Kind::Person)
        .filter(|(_, n)| n.count() == 1 && !n.mentions[0].headline && is_person(n))
        .filter(|(_, n)| n.words.iter().all(|w| names_word(names, w) <= 1))
        .collect();
    if people.is_empty() || people.len() > PEOPLE {
        return;
    }
    for (a, lone) in names.of(Kind::Word).filter(|(_, n)| is_lone(names, n)) {
        let before: Vec<_> = people.iter().filter(|(_, p)| p.mentions[0].at < lone.mentions[0].at).collect();
        match before[..] {
            [&(b, person)] if !person.shares_sentence(lone) => judge(a, lone, b, person, pairs),
            [] => {}
            _ => before.iter().for_each(|&&(b, _)| pairs.veto(a, b, "several people come into question")),
        }
    }
}

fn names_word(names: &Names, word: &Word) -> usize {
    names.find(Kind::Word, &word.text).map_or(0, |id| names.get(id).count())
}

fn is_person(name: &Name) -> bool {
    name.mentions[0].title.is_some() || name.mentions[0].role.is_some() || name.mentions[0].speaks
}

/// One word that speaks, is no place, body or known firm, and stands in no full name.
fn is_lone(names: &Names, name: &Name) -> bool {
    let word = &name.words[0];
    name.count() <= MOST
        && name.mentions.iter().all(|m| m.free)
        && name.mentions.iter().any(|m| m.speaks)
        && !name.mentions.iter().any(|m| m.headline)
        && word.may_be_personal()
        && !word.ordinary
        && names.in_lower_case(&word.lower) == 0
}

fn judge(a: NameId, lone: &Name, b: NameId, person: &Name, pairs: &mut Pairs) {
    let word = &lone.words[0];
    let likeness = person.words.iter().map(|w| near(w, word)).fold(0.0, f64::max);
    let alike = likeness >= 0.6;
    if word.known && !alike {
        pairs.veto(a, b, "it is a known name, of a place or a firm perhaps");
    } else {
        pairs.join(a, b, "it speaks, and the only person named in full before is never named again");
    }
}
