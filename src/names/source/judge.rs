//! What the source says of the renderings: two of one name are a conflict, and two of two names are none.

use std::collections::{BTreeMap, BTreeSet};

use super::differ::differ;
use super::{Evidence, Origin, Rendering, Renderings};
use crate::finding::Severity;
use crate::names::class::{Class, Join, Seen, Veto};
use crate::names::{NameId, Names, Pairs};

const MESSAGE: &str = "`{text}` renders what is `{other}` elsewhere";

const fn class(id: &'static str, severity: Severity) -> Class {
    Class { id, severity, message: MESSAGE, find: |_, _| () }
}

/// Both renderings are known or sound like the name.
static SOUND: Class = class("source-sound", Severity::Warning);
/// One of them was told by company alone.
static TOGETHER: Class = class("source-together", Severity::Warning);
/// One of them was told by being left over.
static ALONE: Class = class("source-alone", Severity::Info);

/// What is known of one rendering of one name.
#[derive(Default)]
struct Group<'r> {
    best: Option<Evidence>,
    places: Vec<&'r Rendering>,
}

/// Takes back joins of two that stand for two names, and adds those that the source tells.
pub(in crate::names) fn judge(names: &Names, renderings: &Renderings, pairs: &mut Pairs, traced: bool) {
    let stands = stands_for(names, renderings);
    let apart = |join: &Join| match (stands.get(&join.a), stands.get(&join.b)) {
        (Some(a), Some(b)) => a.is_disjoint(b),
        _ => false,
    };
    let (gone, kept): (Vec<Join>, Vec<Join>) = std::mem::take(&mut pairs.joins).into_iter().partition(apart);
    pairs.joins = kept;
    if traced {
        let because = "they stand for two names of the source";
        pairs.vetoes.extend(gone.into_iter().map(|j| Veto { a: j.a, b: j.b, class: j.class, because }));
    }
    let mut families: BTreeMap<u32, BTreeMap<NameId, Group<'_>>> = BTreeMap::new();
    for rendering in &renderings.all {
        let Some(id) = rendering.id else { continue };
        let group = families.entry(renderings.family(rendering)).or_default().entry(id).or_default();
        group.best = Some(group.best.map_or(rendering.evidence, |b| b.min(rendering.evidence)));
        group.places.push(rendering);
    }
    for (family, groups) in families {
        if renderings.names[family as usize].origin != Origin::Faint {
            conflicts(names, renderings, family, &groups, pairs);
        }
    }
}

fn conflicts(
    names: &Names,
    renderings: &Renderings,
    family: u32,
    groups: &BTreeMap<NameId, Group<'_>>,
    pairs: &mut Pairs,
) {
    let name = &renderings.names[family as usize];
    let rank = |(id, g): &(&NameId, &Group<'_>)| {
        (g.best > Some(Evidence::Sound), std::cmp::Reverse(g.places.len()), **id)
    };
    let Some((&kept, main)) = groups.iter().min_by_key(rank) else { return };
    for (&id, group) in groups.iter().filter(|(id, _)| **id != kept) {
        if !differ(names.get(kept), names.get(id), &name.forms) {
            continue;
        }
        let class = match main.best.max(group.best) {
            Some(Evidence::Alone) => &ALONE,
            Some(Evidence::Together) => &TOGETHER,
            _ => &SOUND,
        };
        let seen = |(id, g): (NameId, &Group<'_>)| {
            g.places.iter().map(|r| Seen { name: id, target: r.target, source: r.source }).collect::<Vec<_>>()
        };
        let seen = [(kept, main), (id, group)].into_iter().flat_map(seen).collect();
        let because = format!("both stand for `{}`", name.text);
        pairs.joins.push(Join { a: kept, b: id, class, because, seen });
    }
}

/// The names of the source that each rendering stands for, by words that lie inside one another.
fn stands_for(names: &Names, renderings: &Renderings) -> BTreeMap<NameId, BTreeSet<u32>> {
    let sure: Vec<&Rendering> = renderings.all.iter().filter(|r| r.evidence != Evidence::Alone).collect();
    let mut out: BTreeMap<NameId, BTreeSet<u32>> = BTreeMap::new();
    for (id, name) in names.iter() {
        for at in name.mentions.iter().map(|m| m.at) {
            let first = sure.partition_point(|r| (r.target.segment, r.target.end) <= (at.segment, at.start));
            let over = sure[first..]
                .iter()
                .take_while(|r| r.target.segment == at.segment && r.target.start < at.end);
            let inside = over.filter(|r| {
                r.target.start <= at.start && at.end <= r.target.end
                    || at.start <= r.target.start && r.target.end <= at.end
            });
            for r in inside {
                out.entry(id).or_default().insert(renderings.family(r));
            }
        }
    }
    out
}
