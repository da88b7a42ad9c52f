//! A single name that speaks where one person was named in full, once, and never again by the surname: `Bryant said` after
//! `spokesman John Kirby`.

use crate::finding::Severity;
use crate::lang::{forms::is_person, known_names};
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
/// Shorter words are alike by chance.
const LETTERS: usize = 4;
/// How many full names may come into question.
const PEOPLE: usize = 40;

fn find(names: &Names, pairs: &mut Pairs) {
    let people: Vec<(NameId, &Name)> = names.of(Kind::Person).filter(|(_, n)| n.words.len() < 4).collect();
    if people.is_empty() || people.len() > PEOPLE {
        return;
    }
    let once: Vec<(NameId, &Name)> = people
        .iter()
        .filter(|(_, n)| n.count() == 1 && !n.mentions[0].headline && is_introduced(n))
        .filter(|(_, n)| n.words.iter().all(|w| alone(names, w) == 0))
        .copied()
        .collect();
    for (a, lone) in names.of(Kind::Word).filter(|(_, n)| is_lone(names, n)) {
        if !alike(names, a, lone, &people, pairs) && lone.mentions.iter().any(|m| m.speaks) {
            only_person(a, lone, &once, pairs);
        }
    }
}

/// How often a word stands as a name of its own.
fn alone(names: &Names, word: &Word) -> usize {
    let id = names.find(Kind::Word, &word.text);
    id.map_or(0, |id| names.get(id).mentions.iter().filter(|m| m.free).count())
}

/// Named with a title or a role, or quoted.
fn is_introduced(name: &Name) -> bool {
    let m = &name.mentions[0];
    m.title.is_some() || m.role.is_some() || m.speaks
}

/// One word that is no body, country or common noun and stands in no longer name.
fn is_lone(names: &Names, name: &Name) -> bool {
    let word = &name.words[0];
    name.count() <= MOST
        && name.mentions.iter().all(|m| m.free && !m.headline)
        && word.may_be_personal()
        && !word.ordinary
        && names.in_lower_case(&word.lower) == 0
}

/// Whether a lone name is like a part of one full name, that is never used alone.
fn alike(names: &Names, a: NameId, lone: &Name, people: &[(NameId, &Name)], pairs: &mut Pairs) -> bool {
    let word = &lone.words[0];
    if word.known || word.letters() < LETTERS {
        return false;
    }
    let part = |p: &Name| {
        let close = |w: &&std::sync::Arc<Word>| {
            let chinese = names.may_be_chinese() && w.is_chinese() && word.is_chinese();
            near(w, word) >= if chinese { 0.9 } else { 0.6 } && !w.known && w.letters() >= LETTERS
        };
        p.words.iter().find(close).cloned()
    };
    let like: Vec<_> = people.iter().filter_map(|&(b, p)| Some((b, p, part(p)?))).collect();
    let [(b, person, part)] = &like[..] else { return false };
    if part.fold == word.fold || alone(names, part) > 0 {
        return false;
    }
    if person.shares_sentence(lone) {
        pairs.veto(a, *b, "both are named in one sentence");
    } else {
        pairs.join(a, *b, format!("it is like `{}`, which never stands alone", part.text));
    }
    true
}

/// Whether the dictionary knows no place, firm or thing of a name.
fn is_of_people(word: &Word) -> bool {
    let entries = known_names::entries(&word.lower);
    let glosses =
        || entries.iter().flat_map(|e| &e.glosses).filter(|g| g.to_lowercase().contains(&*word.lower));
    glosses().all(|g| is_person(g))
}

/// The only person named in full before, once, and never again.
fn only_person(a: NameId, lone: &Name, once: &[(NameId, &Name)], pairs: &mut Pairs) {
    let before: Vec<_> = once.iter().filter(|(_, p)| p.mentions[0].at < lone.mentions[0].at).collect();
    match before[..] {
        [] => {}
        [&(b, _)] if lone.words[0].known && !is_of_people(&lone.words[0]) => {
            pairs.veto(a, b, "it is a known name, of a place or a firm perhaps");
        }
        [&(b, person)] if person.shares_sentence(lone) => pairs.veto(a, b, "both are named in one sentence"),
        [&(b, _)] => {
            pairs.join(a, b, "it speaks, and the only person named in full before is never named again");
        }
        _ => before.iter().for_each(|&&(b, _)| pairs.veto(a, b, "several people come into question")),
    }
}
