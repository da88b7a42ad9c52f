//! Which entry of one list stands for which of another, where most are equal and in one order: the equal ones that occur
//! once hold the lists together, what lies between two of them is a gap.

use std::collections::HashMap;
use std::ops::Range;

/// Entries between two that are equal, on both sides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::rules) struct Gap {
    pub(in crate::rules) source: Range<usize>,
    pub(in crate::rules) target: Range<usize>,
}

/// The gaps between the entries of two lists that are equal, in order. What stands in none has its equal.
pub(in crate::rules) fn gaps(source: &[&str], target: &[&str]) -> Vec<Gap> {
    let mut out = Vec::new();
    let whole = Gap { source: 0..source.len(), target: 0..target.len() };
    let whole = trimmed(source, target, whole);
    let mut at = (whole.source.start, whole.target.start);
    let mut push = |gap: Gap| {
        let gap = trimmed(source, target, gap);
        if !gap.source.is_empty() || !gap.target.is_empty() {
            out.push(gap);
        }
    };
    for (s, t) in anchors(&source[whole.source.clone()], &target[whole.target.clone()]) {
        let (s, t) = (s + whole.source.start, t + whole.target.start);
        push(Gap { source: at.0..s, target: at.1..t });
        at = (s + 1, t + 1);
    }
    push(Gap { source: at.0..whole.source.end, target: at.1..whole.target.end });
    out
}

/// A gap without what is equal at its ends.
fn trimmed(source: &[&str], target: &[&str], mut gap: Gap) -> Gap {
    while !gap.source.is_empty()
        && !gap.target.is_empty()
        && source[gap.source.start] == target[gap.target.start]
    {
        gap.source.start += 1;
        gap.target.start += 1;
    }
    while !gap.source.is_empty()
        && !gap.target.is_empty()
        && source[gap.source.end - 1] == target[gap.target.end - 1]
    {
        gap.source.end -= 1;
        gap.target.end -= 1;
    }
    gap
}

/// Entries that occur once on each side, as many as stand in the same order on both.
fn anchors(source: &[&str], target: &[&str]) -> Vec<(usize, usize)> {
    let once = |list: &[&str]| {
        let mut seen: HashMap<String, Option<usize>> = HashMap::new();
        for (i, entry) in list.iter().enumerate() {
            seen.entry((*entry).to_owned()).and_modify(|at| *at = None).or_insert(Some(i));
        }
        seen
    };
    let there = once(target);
    let here = once(source);
    let pairs: Vec<(usize, usize)> = source
        .iter()
        .enumerate()
        .filter(|(_, entry)| here.get(**entry).is_some_and(Option::is_some))
        .filter_map(|(i, entry)| Some((i, (*there.get(*entry)?)?)))
        .collect();
    increasing(&pairs)
}

/// The longest run of pairs whose second numbers rise.
fn increasing(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // The last pair of the best run of each length, and for every pair the one before it in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (i, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].1 < pair.1);
        before.push(length.checked_sub(1).map(|l| ends[l]));
        if length == ends.len() {
            ends.push(i);
        } else {
            ends[length] = i;
        }
    }
    let mut out = Vec::with_capacity(ends.len());
    let mut at = ends.last().copied();
    while let Some(i) = at {
        out.push(pairs[i]);
        at = before[i];
    }
    out.reverse();
    out
}

#[cfg(test)]
mod tests {
    use super::gaps;

    fn list(source: &str, target: &str) -> Vec<String> {
        let (s, t): (Vec<&str>, Vec<&str>) = (source.split(' ').collect(), target.split(' ').collect());
        gaps(&s, &t)
            .into_iter()
            .map(|g| format!("{}|{}", s[g.source].join(" "), t[g.target].join(" ")))
            .collect()
    }

    #[test]
    fn what_is_equal_holds_the_lists_together() {
        assert_eq!(list("a b c", "a b c"), [""; 0]);
        assert_eq!(list("a b c d", "a x c d"), ["b|x"]);
        assert_eq!(list("a b a c", "a a a c"), ["b|a"]);
        assert_eq!(list("a b c d e", "a c x e"), ["b|", "d|x"]);
        assert_eq!(list("a b", "b a").len(), 2);
    }
}
