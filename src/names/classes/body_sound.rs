//! One body or place with a foreign word in two spellings that sound alike: `Orwenthal Lamp Museum` and `Urwendahl Lamp Museum`,
//! `Ohrin City` and `Orin City`.

use std::collections::BTreeMap;

use super::body::{Body, bodies, settle};
use crate::finding::Severity;
use crate::names::facts::Trait;
use crate::names::similar::near;
use crate::names::{Class, Kind, Names, Pairs, Word, stems};

pub(super) const CLASS: Class = Class {
    id: "body-sound",
    severity: Severity::Warning,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

/// Shorter words are alike by chance.
const LETTERS: usize = 5;
/// Beside two words that are the same, and beside one.
const ALIKE: f64 = 0.6;
const CLOSE: f64 = 0.75;
/// More bodies that differ in one place are a family.
const FAMILY: usize = 4;

fn find(names: &Names, pairs: &mut Pairs) {
    let mut all = bodies(names, 2);
    let places = names.of(Kind::Run).filter(|(_, n)| n.words.len() == 2 && n.last().is(Trait::Place));
    all.extend(places.map(|(id, name)| Body { id, name, core: stems::core(name) }));
    let mut by_rest: BTreeMap<Vec<&str>, Vec<(&Body<'_>, &Word)>> = BTreeMap::new();
    for body in &all {
        let words: Vec<&Word> = body.name.words.iter().map(|w| &**w).collect();
        for (at, word) in words.iter().enumerate().filter(|(_, w)| is_foreign(w)) {
            let rest = words.iter().enumerate().map(|(i, w)| if i == at { "*" } else { &*w.fold });
            let rest: Vec<&str> = rest.filter(|w| *w != "the").collect();
            // The country before it says whose it is.
            let owned = at > 0 && body.name.words[0].country.is_some();
            let rest = if owned { rest[1..].to_vec() } else { rest };
            if rest.len() > 1 {
                by_rest.entry(rest).or_default().push((body, word));
            }
        }
    }
    let mut found = Vec::new();
    for (rest, group) in by_rest.iter().filter(|(_, g)| (2..=FAMILY).contains(&g.len())) {
        for (i, (a, v)) in group.iter().enumerate() {
            for (b, w) in &group[i + 1..] {
                let place = a.name.kind == Kind::Run;
                let least = if rest.len() > 2 || place { ALIKE } else { CLOSE };
                let chinese = names.may_be_chinese() && v.is_chinese() && w.is_chinese();
                if v.fold != w.fold && !chinese && near(v, w) >= least {
                    let because = format!("only `{}` and `{}` differ, and they sound alike", v.text, w.text);
                    found.push((a.id, b.id, because));
                }
            }
        }
    }
    settle(names, &found, pairs);
}

/// A word of another language.
fn is_foreign(word: &Word) -> bool {
    word.letters() >= LETTERS - 1
        && !word.known
        && !word.acronym
        && !word.has_digit()
        && !word.text.contains('-')
        && !word.is(Trait::Closed)
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_english;

    #[test]
    fn a_word_that_sounds_alike_is_told() {
        assert_english(
            "name-variant",
            "The Orwenthal Lamp Museum rose. The Orwenthal Lamp Museum was old. The [[Orwendahl Lamp Museum]] fell.",
        );
    }

    #[test]
    fn other_words_pass() {
        assert_english(
            "name-variant",
            "The Orwenthal Lamp Museum rose. The Orlow Lamp Museum fell. The Jianing Lamp Museum and the Jiaping Lamp Museum stood.",
        );
    }
}
