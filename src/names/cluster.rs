//! Joins become conflicts: the renderings of one name, the one to keep first.

use std::collections::{BTreeMap, HashMap};

use super::{Join, NameId, Names, Pairs, Seen};
use crate::finding::Label;

/// One name in several renderings.
#[derive(Debug)]
pub struct Conflict {
    /// Its renderings: the most frequent first, of equally frequent ones that of known words, else the earliest.
    pub names: Vec<NameId>,
    /// What they were told by, in the order of the classes.
    pub joins: Vec<Join>,
    /// The joins of each rendering, by their numbers.
    of: HashMap<NameId, Vec<usize>>,
}

impl Conflict {
    /// The join that tells most of a rendering: one with the first rendering if there is one.
    pub fn join_of(&self, name: NameId) -> Option<&Join> {
        let kept = self.names[0];
        self.touching(name).find(|j| j.a == kept || j.b == kept).or_else(|| self.touching(name).next())
    }

    /// The joins of a rendering.
    fn touching(&self, name: NameId) -> impl Iterator<Item = &Join> + Clone {
        self.of.get(&name).into_iter().flatten().map(|&at| &self.joins[at])
    }

    /// Whether a class says of these two that they are one name.
    pub fn joins_both(&self, a: NameId, b: NameId) -> bool {
        let joins = |id: NameId| self.of.get(&id).map_or(0, Vec::len);
        let (a, b) = if joins(a) <= joins(b) { (a, b) } else { (b, a) };
        self.touching(a).any(|j| (j.a, j.b) == (a, b) || (j.b, j.a) == (a, b))
    }

    /// Where a rendering stands for the name, if the source alone says that it is one of it; each place once with that of
    /// the source. None where every mention counts.
    pub fn seen(&self, name: NameId) -> Option<BTreeMap<Label, Label>> {
        let touching = self.touching(name);
        if touching.clone().any(|j| j.seen.is_empty()) {
            return None;
        }
        let seen = touching.flat_map(|j| &j.seen).filter(|s| s.name == name);
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
    let mut known: HashMap<NameId, NameId> = HashMap::new();
    let mut full = |id: NameId| *known.entry(id).or_insert_with(|| fullest(names, id));
    let joins: Vec<Join> = pairs
        .joins
        .iter()
        .map(|join| {
            let seen = join.seen.iter().map(|s| Seen { name: full(s.name), ..*s }).collect();
            let because = join.because.clone();
            Join { a: full(join.a), b: full(join.b), class: join.class, because, seen }
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
            .or_insert_with(|| Conflict { names: Vec::new(), joins: Vec::new(), of: HashMap::new() })
            .names
            .push(id);
    }
    for join in joins {
        if let Some(conflict) = groups.get_mut(&root(&mut parent, join.a)) {
            let at = conflict.joins.len();
            conflict.of.entry(join.a).or_default().push(at);
            if join.a != join.b {
                conflict.of.entry(join.b).or_default().push(at);
            }
            conflict.joins.push(join);
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
