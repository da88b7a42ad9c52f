//! A body under the same words otherwise put: `Brunei University` and `University of Brunei`, `Health Centre` and `Health
//! Center`, `EU Commission` and `European Commission`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::core::{Stem, core};
use crate::finding::Severity;
use crate::names::facts::{Trait, rows};
use crate::names::{Class, Kind, Name, NameId, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "body",
    severity: Severity::Warning,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

fn find(names: &Names, pairs: &mut Pairs) {
    let mut bags: BTreeMap<Vec<Stem>, Vec<NameId>> = BTreeMap::new();
    for (id, name) in names.of(Kind::Body).filter(|(_, n)| n.mentions.iter().any(|m| m.free)) {
        let mut bag: Vec<Stem> = core(name).into_iter().map(|(_, stem)| stem).collect();
        bag.sort();
        if bag.len() >= 2 {
            bags.entry(bag).or_default().push(id);
        }
    }
    for ids in bags.values() {
        for (i, &a) in ids.iter().enumerate() {
            ids[i + 1..].iter().for_each(|&b| judge(names, a, b, pairs));
        }
    }
}

fn judge(names: &Names, a: NameId, b: NameId, pairs: &mut Pairs) {
    let (x, y) = (names.get(a), names.get(b));
    match (difference(x, y), veto(x, y)) {
        (None, _) => {}
        (Some(_), Some(why)) => pairs.veto(a, b, why),
        (Some(because), None) => pairs.join(a, b, because),
    }
}

fn veto(x: &Name, y: &Name) -> Option<&'static str> {
    if x.shares_sentence(y) {
        return Some("both are named in one sentence");
    }
    static TWO: LazyLock<Vec<(&str, &str)>> =
        LazyLock::new(|| rows(include_str!("../data/two-bodies.tsv")).collect());
    let are = |(one, other): &(&str, &str)| {
        *one == &*x.text && *other == &*y.text || *one == &*y.text && *other == &*x.text
    };
    TWO.iter().any(are).then_some("they are known to be two")
}

/// What two names with the same words differ in, if it is more than capitals, plural and articles.
fn difference(x: &Name, y: &Name) -> Option<&'static str> {
    let (a, b) = (core(x), core(y));
    let same_order = a.iter().map(|(_, s)| s).eq(b.iter().map(|(_, s)| s));
    if !same_order {
        let pairs_of_equals = |n: &Name| n.words.iter().any(|w| &*w.lower == "and" || &*w.lower == "&");
        // `Research and Development Centre`, `Development and Research Centre`: editors do not care.
        return (!(pairs_of_equals(x) && pairs_of_equals(y)))
            .then_some("they have the same words in another order");
    }
    let mut odd = a.iter().zip(&b).map(|((v, _), (w, _))| (v, w)).filter(|(v, w)| v.lower != w.lower);
    let (v, w) = odd.next()?;
    if odd.next().is_some() {
        return None;
    }
    if v.country.is_some() {
        // `US` and `American` are read as one.
        let short = |word: &str| {
            matches!(
                word,
                "us" | "u.s"
                    | "usa"
                    | "u.s.a"
                    | "uk"
                    | "u.k"
                    | "america"
                    | "american"
                    | "british"
                    | "britain"
            )
        };
        let taste = short(&v.lower) && short(&w.lower);
        return (!taste && !x.words[0].is(Trait::Title)).then_some("only the form of the country differs");
    }
    let plural = |v: &str, w: &str| {
        v.strip_suffix('s') == Some(w)
            || w.strip_suffix('s') == Some(v)
            || v.ends_with("ies")
            || w.ends_with("ies")
    };
    (!plural(&v.lower, &w.lower)).then_some("one word is spelt in two ways")
}
