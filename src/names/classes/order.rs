//! One person with the family name before and behind: `Aoki Haruto` and `Haruto Aoki`.

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::names::{Class, Kind, Name, NameId, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "order",
    severity: Severity::Warning,
    message: "`{text}` is written `{other}` elsewhere",
    find,
};

fn find(names: &Names, pairs: &mut Pairs) {
    let mut seen: BTreeMap<(&str, &str), NameId> = BTreeMap::new();
    let personal = |n: &Name| {
        n.words.iter().all(|w| w.may_be_personal() && !w.ordinary) && n.words.iter().any(|w| !w.known)
    };
    let runs = names.of(Kind::Run).filter(|(_, n)| personal(n));
    for (b, name) in names.of(Kind::Person).chain(runs).filter(|(_, n)| n.words.len() == 2) {
        let (first, last) = (&*name.words[0].fold, &*name.words[1].fold);
        if first == last {
            continue;
        }
        if let Some(&a) = seen.get(&(last, first)) {
            pairs.join(a, b, "they are the same words in another order");
        }
        seen.insert((first, last), b);
    }
}
