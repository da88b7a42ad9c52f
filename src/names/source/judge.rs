//! What the source says of the renderings: two of one name are a conflict, and two of two names are none.

use std::collections::{BTreeMap, BTreeSet};

use super::differ::{self, differ};
use super::{Evidence, Origin, Rendering, Renderings, SourceName};
use crate::finding::Severity;
use crate::names::class::{Class, Join, Seen, Veto};
use crate::names::{Name, NameId, Names, Pairs, Word};

const MESSAGE: &str = "`{text}` renders what is `{other}` elsewhere";

const fn class(id: &'static str, severity: Severity) -> Class {
    Class { id, severity, message: MESSAGE, find: |_, _| () }
}

/// The classes by the evidence for the two renderings, the stronger and the weaker. What is right in fewer than nine of
/// ten is info; pairs that are not listed are right in fewer than six.
static CLASSES: [(Evidence, Evidence, Class); 12] = {
    use Evidence::{Alone, Head, Known, Meaning, Sound, Together};
    use Severity::{Info, Warning};
    [
        (Known, Known, class("source-known", Warning)),
        (Known, Sound, class("source-known-sound", Warning)),
        (Known, Meaning, class("source-known-meaning", Warning)),
        (Known, Head, class("source-known-head", Info)),
        (Head, Head, class("source-head", Info)),
        (Known, Together, class("source-known-together", Warning)),
        (Sound, Sound, class("source-sound", Warning)),
        (Sound, Together, class("source-sound-together", Info)),
        (Sound, Alone, class("source-sound-alone", Info)),
        (Meaning, Meaning, class("source-meaning", Warning)),
        (Together, Together, class("source-together", Info)),
        (Together, Alone, class("source-together-alone", Info)),
    ]
};

/// The same words in another order.
static ORDER: Class = class("source-order", Severity::Warning);

/// The same words but for the adjective of a country and its name: `EU Commission`, `European Commission`.
static FORM: Class = class("source-form", Severity::Warning);

/// Two forms of one name, neither short for the other: `Burma`, `Myanmar`.
static FORMS: Class = class("source-forms", Severity::Warning);

/// A form of a place, and less than one: `South China Sea`, `South Sea`.
static SHORT: Class = class("source-short", Severity::Info);

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
        let (a, b) = (names.get(kept), names.get(id));
        if two_parts(name, a, b) {
            continue;
        }
        let of_body = [(differ::reordered(a, b), &ORDER), (differ::of_other_form(a, b), &FORM)];
        if let Some((_, class)) = of_body.into_iter().find(|(is, _)| *is) {
            pairs.joins.push(join(&name.text, class, (kept, main), (id, group)));
            continue;
        }
        if name.origin == Origin::Unit && !differ::differ_in_sense(names.get(kept), names.get(id)) {
            continue;
        }
        if !differ(a, b, &name.forms) {
            let alike = [
                (differ::are_two_forms(a, b, &name.forms), &FORMS),
                (differ::is_torn(a, b, &name.forms), &SHORT),
            ];
            if let Some((_, class)) = alike.into_iter().find(|(is, _)| *is) {
                pairs.joins.push(join(&name.text, class, (kept, main), (id, group)));
            }
            continue;
        }
        let (strong, weak) = (main.best.min(group.best), main.best.max(group.best));
        let of = |(s, w, _): &&(Evidence, Evidence, Class)| Some(*s) == strong && Some(*w) == weak;
        let Some((_, _, class)) = CLASSES.iter().find(of) else { continue };
        pairs.joins.push(join(&name.text, class, (kept, main), (id, group)));
    }
}

fn join(name: &str, class: &'static Class, a: (NameId, &Group<'_>), b: (NameId, &Group<'_>)) -> Join {
    let seen = |(id, g): (NameId, &Group<'_>)| {
        g.places.iter().map(|r| Seen { name: id, target: r.target, source: r.source }).collect::<Vec<_>>()
    };
    let because = format!("both stand for `{name}`");
    Join { a: a.0, b: b.0, class, because, seen: [a, b].into_iter().flat_map(seen).collect() }
}

/// Whether two words stand for two parts of one name: the given name and the surname.
fn two_parts(name: &SourceName, a: &Name, b: &Name) -> bool {
    let part = |n: &Name| {
        let words: Vec<&Word> = n.words.iter().map(|w| &**w).collect();
        name.sounds.iter().find_map(|s| s.part(&words))
    };
    matches!((part(a), part(b)), (Some(x), Some(y)) if x != y)
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
