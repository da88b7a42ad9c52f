//! One foreign word as two people write it by ear: `Dhorivat` and `Dirivat`, `Osuwamori` and `Oshimori`. Both begin and end
//! alike and neither is a known word.

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::names::similar::near;
use crate::names::{Class, Kind, Name, NameId, Names, Pairs, Word};

pub(super) const CLASS: Class = Class {
    id: "by-ear",
    severity: Severity::Warning,
    message: "`{text}` is spelt `{other}` elsewhere",
    find,
};

/// Shorter words are alike by chance.
const LETTERS: usize = 6;
/// How alike the words must be as a whole.
const ALIKE: f64 = 0.6;
/// More words that begin and end so are compared with none.
const CROWD: usize = 24;

fn find(names: &Names, pairs: &mut Pairs) {
    let mut same: BTreeMap<(char, char), Vec<NameId>> = BTreeMap::new();
    for (id, name) in names.of(Kind::Word).filter(|(_, n)| is_foreign(&n.words[0])) {
        let skeleton = &name.words[0].skeleton;
        let last = skeleton.chars().rev().find(|c| !"aeiou".contains(*c));
        if let (Some(first), Some(last)) = (skeleton.chars().next(), last) {
            same.entry((first, last)).or_default().push(id);
        }
    }
    for ids in same.values().filter(|ids| (2..=CROWD).contains(&ids.len())) {
        for (i, &a) in ids.iter().enumerate() {
            ids[i + 1..].iter().for_each(|&b| judge(names, a, b, pairs));
        }
    }
}

/// No known word, no word made of known ones, no Chinese name.
fn is_foreign(word: &Word) -> bool {
    word.letters() >= LETTERS
        && !word.known
        && !word.acronym
        && word.pinyin == 0
        && word.fold.chars().all(char::is_alphabetic)
        && !word.text.chars().skip(1).any(|c| c.is_uppercase() || c == '-')
        && !super::is_made(&word.lower)
}

fn judge(names: &Names, a: NameId, b: NameId, pairs: &mut Pairs) {
    let (x, y): (&Name, &Name) = (names.get(a), names.get(b));
    let [one, other] = [x, y].map(|n| &*n.words[0]);
    if one.fold == other.fold || near(one, other) < ALIKE {
        return;
    }
    let personal = |w: &Word| !w.ordinary && !w.acronym && w.country.is_none();
    let beside = |n: &Name| n.neighbours.iter().any(|m| personal(&m.word));
    if beside(x) && beside(y) && x.common_neighbours(y).next().is_none() {
        pairs.veto(a, b, "they stand beside other names");
    } else if [x, y].iter().any(|n| n.mentions.iter().all(|m| m.quoted)) {
        pairs.veto(a, b, "one is cited as it is spelt");
    } else if x.shares_sentence(y) {
        pairs.veto(a, b, "both are named in one sentence");
    } else if [x, y].iter().any(|name| super::is_common_noun(names, name)) {
        pairs.veto(a, b, "one is a word here");
    } else if super::spelling::is_derived(x, y)
        || one.fold.starts_with(&*other.fold)
        || other.fold.starts_with(&*one.fold)
    {
        pairs.veto(a, b, "one is derived from the other by an ending");
    } else {
        pairs.join(a, b, "they begin and end alike, sound alike, and neither is a known word");
    }
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_english;

    #[test]
    fn spellings_by_ear_are_told() {
        assert_english(
            "name-variant",
            "They came to Dhorivat. In Dhorivat it rained. From [[Dirivat]] they left.",
        );
    }

    #[test]
    fn other_endings_code_and_words_named_together_pass() {
        assert_english(
            "name-variant",
            "They came to Dhorivat. From Dhorivane they left. Olsuwamori and Oshimori are two.",
        );
        assert_english(
            "name-variant",
            "The StateFolder draws. The StateFilter draws. Antifrozen things. Antifreezing things.",
        );
    }
}
