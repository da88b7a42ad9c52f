//! Joins become conflicts: the renderings of one name, the one to keep first.

use std::collections::BTreeMap;

use super::{Join, NameId, Names, Pairs, Seen};
use crate::finding::Label;

/// One name in several renderings.
#[derive(Debug)]
pub struct Conflict {
    /// Its renderings: the most frequent first, of equally frequent ones that of known words, else the earliest.
    pub names: Vec<NameId>,
    /// What they were told by, in the order of the classes.
    pub joins: Vec<Join>,
}

impl Conflict {
    /// The join that tells most of a rendering: one with the first rendering if there is one.
    pub fn join_of(&self, name: NameId) -> Option<&Join> {
        let touches = |j: &&Join, other: Option<NameId>| {
            (j.a == name || j.b == name) && other.is_none_or(|o| j.a == o || j.b == o)
        };
        let kept = Some(self.names[0]);
        self.joins.iter().find(|j| touches(j, kept)).or_else(|| self.joins.iter().find(|j| touches(j, None)))
    }

    /// Whether a class says of these two that they are one name.
    pub fn joins_both(&self, a: NameId, b: NameId) -> bool {
        self.joins.iter().any(|j| (j.a, j.b) == (a, b) || (j.b, j.a) == (a, b))
    }

    /// Where a rendering stands for the name, if the source alone says that it is one of it; each place once with that of
    /// the source. None where every mention counts.
    pub fn seen(&self, name: NameId) -> Option<BTreeMap<Label, Label>> {
        let touching = || self.joins.iter().filter(|j| j.a == name || j.b == name);
        if touching().any(|j| j.seen.is_empty()) {
            return None;
        }
        let seen = touching().flat_map(|j| &j.seen).filter(|s| s.name == name);
        Some(seen.map(|s| (s.target, s.source)).collect())
    }

    /// A place of the source that the name has.
    pub fn source(&self) -> Option<Label> {
        self.joins.iter().flat_map(|j| &j.seen).map(|s| s.source).min()
    }
}

/// Puts together what the classes join. Sorted by the place of the first rendering.
pub fn conflicts(names: &Names, pairs: &Pairs) -> Vec<Conflict> {
    let mut parent: BTreeMap<NameId, NameId> = BTreeMap::new();
    let joins: Vec<Join> = pairs
        .joins
        .iter()
        .map(|join| {
            let seen = join.seen.iter().map(|s| Seen { name: fullest(names, s.name), ..*s }).collect();
            Join { a: fullest(names, join.a), b: fullest(names, join.b), seen, ..join.clone() }
        })
        .collect();
    for join in &joins {
        let (a, b) = (root(&mut parent, join.a), root(&mut parent, join.b));
        parent.insert(a.max(b), a.min(b));
    }
    let mut groups: BTreeMap<NameId, Conflict> = BTreeMap::new();
    let all: Vec<NameId> = parent.keys().copied().collect();
    for id in all {
        let group = root(&mut parent, id);
        groups
            .entry(group)
            .or_insert_with(|| Conflict { names: Vec::new(), joins: Vec::new() })
            .names
            .push(id);
    }
    for join in &joins {
        if let Some(conflict) = groups.get_mut(&root(&mut parent, join.a)) {
            conflict.joins.push(join.clone());
        }
    }
    let mut out: Vec<Conflict> = groups.into_values().collect();
    for conflict in &mut out {
        let rank = |&id: &NameId| {
            let name = names.get(id);
            (std::cmp::Reverse(name.count()), !name.words.iter().all(|w| w.known), name.mentions[0].at)
        };
        conflict.names.sort_by_key(rank);
        // A part of the rendering that stays, or what it is a part of, is no other rendering unless a class says so.
        let first = conflict.names[0];
        let (joins, mut all) = (&*conflict, conflict.names.clone());
        all.retain(|&id| joins.joins_both(first, id) || !names.get(id).agrees(names.get(first)));
        conflict.names = all;
    }
    out.sort_by_key(|c| names.get(c.names[0]).mentions[0].at);
    out
}

/// Of the records of one text, which differ in what the name was taken for, the one with most mentions.
fn fullest(names: &Names, id: NameId) -> NameId {
    names.find_any(&names.get(id).text).unwrap_or(id)
}

fn root(parent: &mut BTreeMap<NameId, NameId>, id: NameId) -> NameId {
    let mut at = id;
    while let Some(&up) = parent.get(&at).filter(|&&up| up != at) {
        at = up;
    }
    parent.insert(id, at);
    parent.insert(at, at);
    at
}
