//! What the classes on bodies share: the words of a name as they are compared, whatever their spelling.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::names::{Kind, Name, NameId, Names, Pairs, stems};
use crate::text::tables::pairs;

/// Class and word, to the first word of its row.
static TABLE: LazyLock<BTreeMap<(&str, &str), Vec<usize>>> = LazyLock::new(|| {
    let mut table: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (row, (class, words)) in pairs(include_str!("../data/bodies.tsv")).enumerate() {
        for word in words.split(' ') {
            table.entry((class, word)).or_default().push(row);
        }
    }
    table
});

/// Whether two words stand in one row of a class.
pub(super) fn share_row(class: &'static str, a: &str, b: &str) -> bool {
    let (Some(x), Some(y)) = (TABLE.get(&(class, a)), TABLE.get(&(class, b))) else { return false };
    x.iter().any(|row| y.contains(row))
}

/// The first row of a class that a word stands in.
pub(super) fn row(class: &'static str, word: &str) -> Option<usize> {
    TABLE.get(&(class, word))?.first().copied()
}

/// Whether a word has a class.
pub(super) fn is(class: &'static str, word: &str) -> bool {
    TABLE.contains_key(&(class, word))
}

/// A body with the words that tell it.
pub(super) struct Body<'n> {
    pub(super) id: NameId,
    pub(super) name: &'n Name,
    /// The words that matter, in their order, with one form for the spellings of a word and the forms of a country.
    pub(super) core: Vec<String>,
}

impl Body<'_> {
    /// The words in the order of the alphabet.
    pub(super) fn bag(&self) -> Vec<&str> {
        let mut bag: Vec<&str> = self.core.iter().map(String::as_str).collect();
        bag.sort_unstable();
        bag
    }

    /// The small words and the order of the rest aside: whether the name has a small word.
    pub(super) fn has(&self, small: &str) -> bool {
        self.name.words.iter().any(|w| &*w.lower == small)
    }
}

/// The bodies of a text with at least so many words that matter.
pub(super) fn bodies(names: &Names, least: usize) -> Vec<Body<'_>> {
    of(names, Kind::Body, least)
}

/// The names of a kind with at least so many words that matter.
pub(super) fn of(names: &Names, kind: Kind, least: usize) -> Vec<Body<'_>> {
    names
        .of(kind)
        .map(|(id, name)| Body { id, name, core: stems::core(name) })
        .filter(|body| body.core.len() >= least)
        .collect()
}

/// More pairs than a text of people has are not compared with each other.
const MANY: usize = 200;

/// Joins pairs, those apart that are parts of a longer pair, or whose names stand in one sentence.
pub(super) fn settle(names: &Names, found: &[(NameId, NameId, String)], pairs: &mut Pairs) {
    let text = |id: NameId| &*names.get(id).text;
    let mut seen: BTreeSet<(NameId, NameId)> = BTreeSet::new();
    for (a, b, because) in found {
        let (x, y) = (names.get(*a), names.get(*b));
        let inner = found.len() <= MANY
            && found.iter().any(|(c, d, _)| {
                (c, d) != (a, b)
                    && (text(*c).contains(text(*a)) && text(*d).contains(text(*b))
                        || text(*c).contains(text(*b)) && text(*d).contains(text(*a)))
            });
        if inner || !seen.insert((*a.min(b), *a.max(b))) {
            continue;
        }
        if x.shares_sentence(y) {
            pairs.veto(*a, *b, "both are named in one sentence");
        } else {
            pairs.join(*a, *b, because.clone());
        }
    }
}
