//! Which segments stand side by side: those that are linked, and every other at its own place.

use std::collections::BTreeMap;

use super::Row;
use crate::document::Link;

/// Rows in the order of the target; what only the source has follows the segment of the source before it.
pub(super) fn rows(links: &[Link], source: usize, target: usize) -> Vec<Row> {
    let mut seen = [vec![false; source], vec![false; target]];
    let mut rows: Vec<Row> = Vec::new();
    for link in links {
        let fresh = |list: &[u32], seen: &mut Vec<bool>| -> Vec<u32> {
            let new = |&&i: &&u32| seen.get_mut(i as usize).is_some_and(|s| !std::mem::replace(s, true));
            list.iter().filter(new).copied().collect()
        };
        let row =
            Row { source: fresh(&link.source, &mut seen[0]), target: fresh(&link.target, &mut seen[1]) };
        rows.push(row);
    }
    let left = |seen: &[bool]| {
        let free = seen.iter().enumerate().filter(|(_, seen)| !**seen);
        free.map(|(i, _)| i as u32).collect::<Vec<_>>()
    };
    rows.extend(left(&seen[1]).into_iter().map(|t| Row { source: Vec::new(), target: vec![t] }));
    rows.extend(left(&seen[0]).into_iter().map(|s| Row { source: vec![s], target: Vec::new() }));
    in_order(rows)
}

fn in_order(rows: Vec<Row>) -> Vec<Row> {
    let (mut both, mut lone): (Vec<Row>, Vec<Row>) =
        rows.into_iter().filter(|r| *r != Row::default()).partition(|r| !r.target.is_empty());
    both.sort_by_key(|r| r.target.first().copied());
    lone.sort_by_key(|r| r.source.first().copied());
    // The row that each segment of the source stands in; a lone one goes behind the row of the one before it.
    let home: BTreeMap<u32, usize> =
        both.iter().enumerate().flat_map(|(i, r)| r.source.iter().map(move |&s| (s, i))).collect();
    let mut behind: BTreeMap<Option<usize>, Vec<Row>> = BTreeMap::new();
    for row in lone {
        let first = row.source.first().copied().unwrap_or_default();
        let before = home.range(..first).next_back().map(|(_, &i)| i);
        behind.entry(before).or_default().push(row);
    }
    let mut out = behind.remove(&None).unwrap_or_default();
    for (i, row) in both.into_iter().enumerate() {
        out.push(row);
        out.extend(behind.remove(&Some(i)).unwrap_or_default());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Row, rows};
    use crate::document::Link;

    #[test]
    fn every_segment_is_in_one_row() {
        let link = |source: &[u32], target: &[u32]| Link { source: source.into(), target: target.into() };
        let row = |source: &[u32], target: &[u32]| Row { source: source.into(), target: target.into() };
        assert_eq!(
            rows(&[link(&[1], &[0]), link(&[2, 3], &[2]), link(&[4], &[])], 6, 4),
            [
                row(&[0], &[]),
                row(&[1], &[0]),
                row(&[], &[1]),
                row(&[2, 3], &[2]),
                row(&[4], &[]),
                row(&[5], &[]),
                row(&[], &[3])
            ]
        );
        assert_eq!(rows(&[], 0, 2), [row(&[], &[0]), row(&[], &[1])]);
    }
}
