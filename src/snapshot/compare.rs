//! What differs between two listings.

use std::collections::{BTreeMap, HashMap};

use super::listing::{Item, Listing};
use crate::pack::selftest::Verdict;

/// A finding that is not as it was.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Difference {
    /// Missing, noisy (found and not listed), or wrong (another span, rule or wording).
    pub verdict: Verdict,
    /// As it is listed.
    pub listed: Option<Item>,
    /// As it is found.
    pub found: Option<Item>,
}

/// What differs, in the order of the article.
pub fn compare(listed: &Listing, found: &Listing) -> Vec<Difference> {
    let (mut missing, mut noisy) = apart(listed, found);
    let mut out = Vec::new();
    // What belongs together is found by the closest likeness first.
    for likeness in LIKENESSES {
        let mut by_key: HashMap<Key, Vec<Item>> = HashMap::new();
        for item in noisy.drain(..).rev() {
            by_key.entry(likeness(&item)).or_default().push(item);
        }
        missing.retain(|item| {
            let Some(other) = by_key.get_mut(&likeness(item)).and_then(Vec::pop) else { return true };
            out.push(Difference { verdict: Verdict::Wrong, listed: Some(item.clone()), found: Some(other) });
            false
        });
        // Sorted, so that the order does not depend on the map.
        let mut left: Vec<Item> = by_key.into_values().flatten().collect();
        left.sort_by_key(order);
        noisy = left;
    }
    pair_overlapping(&mut missing, &mut noisy, &mut out);
    let one = |verdict, listed, found| Difference { verdict, listed, found };
    out.extend(missing.into_iter().map(|item| one(Verdict::Missing, Some(item), None)));
    out.extend(noisy.into_iter().map(|item| one(Verdict::Noisy, None, Some(item))));
    out.sort_by_key(|d| d.found.as_ref().or(d.listed.as_ref()).map(order));
    out
}

/// What is only listed, and what is only found.
fn apart(listed: &Listing, found: &Listing) -> (Vec<Item>, Vec<Item>) {
    let mut counts: HashMap<&Item, usize> = HashMap::new();
    for item in &found.items {
        *counts.entry(item).or_default() += 1;
    }
    let mut missing = Vec::new();
    for item in &listed.items {
        match counts.get_mut(item).filter(|n| **n > 0) {
            Some(n) => *n -= 1,
            None => missing.push(item.clone()),
        }
    }
    // What is left of each is its last occurrences.
    let mut noisy = Vec::new();
    for item in found.items.iter().rev() {
        if let Some(n) = counts.get_mut(item).filter(|n| **n > 0) {
            *n -= 1;
            noisy.push(item.clone());
        }
    }
    noisy.reverse();
    (missing, noisy)
}

type Key = (String, String);

/// The same place and rule, the same place, the same rule and text elsewhere.
const LIKENESSES: [fn(&Item) -> Key; 3] = [
    |item| (item.place.clone(), item.rule.clone()),
    |item| (item.place.clone(), String::new()),
    |item| (item.rule.clone(), item.line("text").unwrap_or_default().to_owned()),
];

/// A finding of the same rule with another span on the same line.
fn pair_overlapping(missing: &mut Vec<Item>, noisy: &mut Vec<Item>, out: &mut Vec<Difference>) {
    let mut by_line: BTreeMap<(bool, u32), Vec<Item>> = BTreeMap::new();
    for item in noisy.drain(..) {
        by_line.entry(line(&item)).or_default().push(item);
    }
    missing.retain(|item| {
        let Some(rivals) = by_line.get_mut(&line(item)) else { return true };
        let Some(at) = rivals.iter().position(|other| other.rule == item.rule && overlap(item, other)) else {
            return true;
        };
        let found = Some(rivals.remove(at));
        out.push(Difference { verdict: Verdict::Wrong, listed: Some(item.clone()), found });
        false
    });
    noisy.extend(by_line.into_values().flatten());
}

fn order(item: &Item) -> (bool, [(u32, u32); 2], String) {
    let (source, bounds) = item.bounds().unwrap_or_default();
    (source, bounds, item.rule.clone())
}

fn line(item: &Item) -> (bool, u32) {
    item.bounds().map_or((false, 0), |(source, [start, _])| (source, start.0))
}

fn overlap(a: &Item, b: &Item) -> bool {
    let (Some((_, [a_start, a_end])), Some((_, [b_start, b_end]))) = (a.bounds(), b.bounds()) else {
        return false;
    };
    a_start < b_end && b_start < a_end
}

impl Difference {
    /// In one line: what differs, and how.
    pub fn summary(&self) -> String {
        let text = |item: &Item| item.line("text").unwrap_or_default().to_owned();
        match (&self.listed, &self.found) {
            (Some(listed), None) => format!("{} is not reported: `{}`", listed.rule, text(listed)),
            (None, Some(found)) => format!("{} is not in the snapshot: `{}`", found.rule, text(found)),
            (Some(listed), Some(found)) if listed.rule != found.rule => {
                format!("`{}` is reported as {}, not as {}", text(found), found.rule, listed.rule)
            }
            (Some(listed), Some(found)) if text(listed) != text(found) => {
                format!("{} reports `{}`, not `{}`", found.rule, text(found), text(listed))
            }
            (Some(listed), Some(found)) if listed.place != found.place => {
                format!("{}: `{}` was at {}", found.rule, text(found), listed.place)
            }
            (Some(listed), Some(found)) if listed.said() == found.said() => {
                format!("{}: the text around `{}` is another", found.rule, text(found))
            }
            _ => format!("{} says something else", self.found.as_ref().map_or("it", |f| &f.rule)),
        }
    }

    /// Where it is: line and column.
    pub fn at(&self) -> (u32, u32) {
        let item = self.found.as_ref().or(self.listed.as_ref());
        item.and_then(Item::bounds).map_or((1, 1), |(_, [start, _])| start)
    }

    /// Both as lines, those that differ with `-` and `+` before them.
    pub fn diff(&self) -> Vec<String> {
        let lines = |item: &Option<Item>| -> Vec<String> {
            item.iter().flat_map(|i| i.to_string().lines().map(str::to_owned).collect::<Vec<_>>()).collect()
        };
        let (old, new) = (lines(&self.listed), lines(&self.found));
        let mut out: Vec<String> = Vec::new();
        let mut rest = new.iter().peekable();
        for line in &old {
            if new.contains(line) {
                while let Some(added) = rest.next_if(|n| *n != line) {
                    out.push(format!("+ {added}"));
                }
                if rest.next().is_some() {
                    out.push(format!("  {line}"));
                    continue;
                }
            }
            out.push(format!("- {line}"));
        }
        out.extend(rest.map(|added| format!("+ {added}")));
        out
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Verdict, compare};
    use crate::snapshot::Listing;

    fn listing(text: &str) -> Listing {
        Listing::parse(text).expect("a listing")
    }

    #[test]
    fn noisy_missing_and_wrong_are_told_apart() {
        let old = listing(
            "1:1-1:4 error a\n  text abc\n\n2:1-2:4 error b\n  text abc\n\n3:1-3:4 error c\n  text abc\n\n4:1-4:4 error d\n  text abc\n",
        );
        let new = listing(
            "1:1-1:4 error a\n  text abc\n\n2:1-2:4 error x\n  text abc\n\n3:2-3:4 error c\n  text bc\n\n5:1-5:4 error e\n  text abc\n",
        );
        let got: Vec<_> = compare(&old, &new).iter().map(|d| (d.verdict, d.at(), d.summary())).collect();
        assert_eq!(
            got,
            [
                (Verdict::Wrong, (2, 1), "`abc` is reported as x, not as b".to_owned()),
                (Verdict::Wrong, (3, 2), "c reports `bc`, not `abc`".into()),
                (Verdict::Missing, (4, 1), "d is not reported: `abc`".into()),
                (Verdict::Noisy, (5, 1), "e is not in the snapshot: `abc`".into()),
            ]
        );
        assert_eq!(compare(&old, &old), []);
    }

    #[test]
    fn what_moved_is_one_difference() {
        let old = listing("1:1-1:4 error a\n  text abc\n  says so\n");
        let new = listing("3:1-3:4 error a\n  text abc\n  says not\n");
        let all = compare(&old, &new);
        assert_eq!((all.len(), all[0].summary()), (1, "a: `abc` was at 1:1-1:4".to_owned()));
        let diff = ["- 1:1-1:4 error a", "+ 3:1-3:4 error a", "    text abc", "-   says so", "+   says not"];
        assert_eq!(all[0].diff(), diff);
    }

    proptest! {
        #[test]
        fn any_two_listings_compare(
            one in "([0-3]:[0-3]-[0-3]:[0-3] error [ab]( \\([ab]\\))?\n(  text [xy]\n){0,2}\n){0,6}",
            other in "([0-3]:[0-3]-[0-3]:[0-3] error [ab]\n(  text [xy]\n){0,2}\n){0,6}",
        ) {
            let (one, other) = (listing(&one), listing(&other));
            prop_assert_eq!(compare(&one, &one), []);
            let all = compare(&one, &other);
            let count = |side: fn(&super::Difference) -> bool| all.iter().filter(|d| side(d)).count();
            let (old, new) = (count(|d| d.listed.is_some()), count(|d| d.found.is_some()));
            // What is told apart and what is the same make up both.
            prop_assert_eq!(one.items.len() - old, other.items.len() - new);
            for difference in &all {
                prop_assert!(!difference.diff().is_empty() && !difference.summary().is_empty());
            }
        }
    }

    #[test]
    fn equal_findings_are_counted() {
        let one = listing("1:1-1:4 error a\n  text abc\n");
        let two = listing("1:1-1:4 error a\n  text abc\n\n1:1-1:4 error a\n  text abc\n");
        let all = compare(&one, &two);
        assert_eq!((all.len(), all[0].verdict), (1, Verdict::Noisy));
    }
}
