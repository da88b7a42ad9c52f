//! Names of bodies whose rendering nothing but its head noun tells: the only name of such a body in the sentence that is
//! left, and the only phrase with such a noun.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use super::beads::{Scene, Slot};
use super::find::Found;
use super::{Evidence, Rendering, cues};
use crate::finding::Label;
use crate::names::facts::Trait;
use crate::names::{Kind, NameId, Names};
use crate::text::tables::pairs;

/// How well a head noun alone tells.
const STRENGTH: f64 = 0.5;

/// Gives the phrases of a bead that are left to the names that are; `phrases` may hold tails of others.
pub(super) fn assign(
    scene: &Scene,
    names: &Names,
    source: &Found,
    phrases: &[(Label, NameId)],
    told: &[Rendering],
) -> Vec<Rendering> {
    let rendered = |s: &Slot| {
        told.iter().any(|r| r.source.overlaps(s.at))
            || scene.slots.iter().any(|o| o.done && o.at.end == s.at.end && o.at.segment == s.at.segment)
    };
    let open: Vec<&Slot> = scene
        .units
        .iter()
        .filter(|s| source.names[s.name as usize].text.ends_with(cues::is_kind_of_body) && !rendered(s))
        .collect();
    let mut out = Vec::new();
    let ends: BTreeSet<(u32, u32)> = open.iter().map(|s| (s.at.segment, s.at.end)).collect();
    let free = |at: Label| !told.iter().any(|r| r.target.overlaps(at));
    let bodies: Vec<(Label, NameId)> = phrases
        .iter()
        .copied()
        .filter(|&(at, id)| {
            names.get(id).kind == Kind::Body && free(at) && scene.toks.iter().any(|t| t.at.overlaps(at))
        })
        .collect();
    for end in ends {
        let own: Vec<&&Slot> = open.iter().filter(|s| (s.at.segment, s.at.end) == end).collect();
        let Some(last) = own.first().and_then(|s| source.names[s.name as usize].text.chars().next_back())
        else {
            continue;
        };
        let fits = |id: NameId| names.get(id).words.iter().any(|w| w.is(Trait::Head) && says(last, &w.lower));
        let fitting: Vec<(Label, NameId)> = bodies.iter().copied().filter(|&(_, id)| fits(id)).collect();
        if !one_head(&fitting) || is_rivalled(scene, source, told, end, &fitting, names) {
            continue;
        }
        for slot in own {
            let own = fitting.iter().filter(|(at, _)| is_own(scene, *at, slot.at));
            let longest = own.max_by_key(|(at, _)| at.end - at.start);
            out.extend(longest.map(|&(target, id)| Rendering {
                name: slot.name,
                source: slot.at,
                target,
                id: names.find_any(&names.get(id).text),
                evidence: Evidence::Head,
                strength: STRENGTH,
            }));
        }
    }
    out
}

/// Whether phrases, some of them parts of others, are one.
fn one_head(phrases: &[(Label, NameId)]) -> bool {
    let heads: BTreeSet<(u32, u32)> = phrases.iter().map(|(at, _)| (at.segment, at.end)).collect();
    heads.len() == 1
}

fn is_told(scene: &Scene, told: &[Rendering], at: Label) -> bool {
    told.iter().any(|r| r.source.overlaps(at)) || scene.slots.iter().any(|s| s.done && s.at.overlaps(at))
}

/// Whether the head nouns of phrases may stand for another word of the source that has no rendering.
fn is_rivalled(
    scene: &Scene,
    source: &Found,
    told: &[Rendering],
    end: (u32, u32),
    phrases: &[(Label, NameId)],
    names: &Names,
) -> bool {
    scene.words.iter().map(|&w| &source.words[w]).any(|(at, text)| {
        let last = text.chars().next_back().unwrap_or_default();
        let may = |id: NameId| names.get(id).words.iter().any(|w| w.is(Trait::Head) && says(last, &w.lower));
        !is_told(scene, told, *at) && (at.segment, at.end) != end && phrases.iter().any(|&(_, id)| may(id))
    })
}

/// Whether no word of a phrase renders a name outside of the body's.
fn is_own(scene: &Scene, target: Label, source: Label) -> bool {
    let inside = |name: u32| scene.slots.iter().any(|s| s.name == name && s.at.overlaps(source));
    let content = scene.toks.iter().filter(|t| t.at.overlaps(target));
    content.clone().count() >= 2 && content.filter_map(|t| t.owner).all(inside)
}

/// Whether a noun says of a body what the last character of its name does.
fn says(last: char, noun: &str) -> bool {
    static TABLE: LazyLock<HashMap<char, Vec<&str>>> = LazyLock::new(|| {
        let rows = pairs(include_str!("data/body_heads.tsv"));
        rows.flat_map(|(chars, nouns)| chars.chars().map(move |c| (c, nouns.split(' ').collect()))).collect()
    });
    TABLE.get(&last).is_some_and(|nouns| nouns.contains(&noun))
}
