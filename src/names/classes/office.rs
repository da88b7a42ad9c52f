//! One office with two holders whose names begin alike: `Prime Minister Tran Van Hoa` and `Prime Minister Tran Minh Thanh`.

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::names::similar::distance;
use crate::names::{Class, Kind, Name, NameId, Names, Pairs, fold};

use super::person::{KNOWN, is_telling, veto};

pub(super) const CLASS: Class = Class {
    id: "office",
    severity: Severity::Warning,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

/// An office that more people hold says nothing.
const HOLDERS: usize = 12;

fn find(names: &Names, pairs: &mut Pairs) {
    let mut holders: BTreeMap<&str, Vec<NameId>> = BTreeMap::new();
    for (id, name) in names.of(Kind::Person) {
        for title in name.titles().into_iter().filter(|t| is_telling(t)) {
            holders.entry(title).or_default().push(id);
        }
    }
    for (title, ids) in holders.iter().filter(|(_, ids)| (2..=HOLDERS).contains(&ids.len())) {
        for (i, &a) in ids.iter().enumerate() {
            ids[i + 1..].iter().for_each(|&b| judge(names, title, a, b, pairs));
        }
    }
}

fn judge(names: &Names, title: &str, a: NameId, b: NameId, pairs: &mut Pairs) {
    let (x, y) = (names.get(a), names.get(b));
    if let Some(why) = veto(x, y).filter(|&why| why != KNOWN || !is_alike(x, y)) {
        pairs.veto(a, b, why);
    } else if is_alike(x, y) {
        pairs.join(a, b, format!("`{title}` stands before both and they begin alike"));
    } else {
        pairs.veto(a, b, "two people can hold one office, and the names are not alike");
    }
}

fn is_alike(x: &Name, y: &Name) -> bool {
    if x.words[0].fold == y.words[0].fold {
        return true;
    }
    let [a, b] = [x, y].map(|n| fold::skeleton(&n.fold()));
    let longest = a.chars().count().max(b.chars().count()).max(1);
    a.chars().next() == b.chars().next() && distance(&a, &b) * 2 <= longest
}
