//! A person of whom a Chinese text gives the surname alone (某 for the rest): `Suimou`, `Sui Moumou` and `Sui X` are one, and none
//! of them is how English says it.

use std::collections::HashMap;

use crate::finding::Severity;
use crate::names::syllables::pinyin;
use crate::names::{Class, Kind, Name, NameId, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "anonymous",
    severity: Severity::Info,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

/// What stands for a name that is not said, longer forms first.
const UNSAID: [&str; 5] = ["moumou", "mou", "xxx", "xx", "x"];

fn find(names: &Names, pairs: &mut Pairs) {
    if !names.may_be_chinese() {
        return;
    }
    let words = names.of(Kind::Word).filter_map(|(id, name)| Some((joined(name)?, id)));
    let joined: Vec<(&str, NameId)> = words.collect();
    let runs: Vec<(&str, NameId)> =
        names.of(Kind::Run).filter_map(|(id, name)| Some((unsaid(name)?, id))).collect();
    if joined.is_empty() && runs.len() < 2 {
        return;
    }
    let free = names.of(Kind::Word).filter(|(_, n)| n.mentions.iter().any(|m| m.free));
    let alone: HashMap<&str, NameId> = free.map(|(id, n)| (&*n.words[0].fold, id)).collect();
    for &(surname, id) in &joined {
        let parted = runs.iter().filter(|(other, _)| *other == surname).map(|(_, id)| *id);
        for other in parted.chain(alone.get(surname).copied()) {
            pairs.join(id, other, "one is the surname, and the rest of the other stands for a name not said");
        }
    }
    for (i, &(surname, a)) in runs.iter().enumerate() {
        let same = runs[i + 1..].iter().filter(|(other, b)| *other == surname && !is_case(names, a, *b));
        same.for_each(|&(_, b)| pairs.join(a, b, "both are a surname with what stands for a name not said"));
    }
}

/// The surname that a single word is made of, with what stands for the rest: `Suimou`.
fn joined(name: &Name) -> Option<&str> {
    let word = &name.words[0];
    let surname = UNSAID[..2].iter().find_map(|unsaid| word.fold.strip_suffix(unsaid))?;
    (!word.known && surname.len() > 1 && pinyin(surname) == 1).then_some(surname)
}

/// The surname of two words of which the second stands for the rest.
fn unsaid(name: &Name) -> Option<&str> {
    let [first, second] = &name.words[..] else { return None };
    (UNSAID.contains(&&*second.fold) && pinyin(&first.fold) == 1).then_some(&*first.fold)
}

fn is_case(names: &Names, a: NameId, b: NameId) -> bool {
    names.get(a).fold() == names.get(b).fold()
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_english;

    #[test]
    fn a_name_that_is_not_said_is_told() {
        for text in [
            "The driver Suimou came first. Then Suimou left. Police asked [[Sui]] why.",
            "The driver Sui Moumou came first. Then Sui Moumou left. Police asked [[Sui X]] why.",
        ] {
            assert_english("name-variant", text);
        }
    }

    #[test]
    fn surnames_and_given_names_pass() {
        for text in [
            "The driver Sui Mou came first. Police asked Sui why.",
            "The driver Suimo came first. Police asked Sui why.",
        ] {
            assert_english("name-variant", text);
        }
    }
}
