//! Which of the things found in a document are to be reported: conditions, right forms around wrong ones, the source.

use std::collections::HashMap;

use super::entry::Entry;
use super::matcher::{Hit, Matcher, Means};
use super::scene::Scene;
use super::schema::Wrong;
use crate::finding::Label;
use crate::text::inflect::Ending;

/// A hit that is to be reported, with the place in the source where one is known.
pub(super) struct Chosen<'m, 'a> {
    pub(super) entry: &'m Entry,
    pub(super) wrong: Option<&'m Wrong>,
    pub(super) rule: String,
    pub(super) hit: Hit,
    pub(super) source: Option<(Label, &'a str)>,
}

/// What is to be reported, by place.
pub(super) fn choose<'m, 'a>(matcher: &'m Matcher, scene: &Scene<'a>, hits: &[Hit]) -> Vec<Chosen<'m, 'a>> {
    let rights = rights(hits);
    let mut out: Vec<Chosen<'m, 'a>> = Vec::new();
    for hit in hits {
        let entry = &*matcher.entries[hit.entry as usize];
        let (wrong, with_source) = match hit.means {
            Means::Wrong(at, with_source) => (entry.wrong_at(at), with_source),
            Means::Pattern => (None, !entry.spec.source.is_empty()),
            Means::Right | Means::Form(_) => continue,
        };
        if !scene.admits(entry, wrong, hit) {
            continue;
        }
        let places = scene.in_source(entry, hit.segment);
        if with_source && !is_called_for(scene, hit, &rights, places.len()) {
            continue;
        }
        if wrong.is_some() && is_covered(matcher, scene, hit, &rights, with_source) {
            continue;
        }
        let rule = wrong.and_then(|w| w.rule.clone()).unwrap_or_else(|| entry.rule().into_owned());
        let source = places.first().copied();
        out.push(Chosen { entry, wrong, rule, hit: hit.clone(), source });
    }
    longest(&mut out);
    at_most(&mut out);
    out
}

/// The right forms, but for those inside a longer wrong rendering of their own entry.
fn rights(hits: &[Hit]) -> Vec<&Hit> {
    let inside = |right: &Hit, wrong: &Hit| {
        let (r, w) = (&right.range, &wrong.range);
        // "planning" is no form of a right "plan" where it is listed as wrong itself.
        let closer = r != w || right.ending != Ending::None && wrong.ending == Ending::None;
        closer && w.start <= r.start && r.end <= w.end
    };
    let is_wrong = |hit: &&Hit| matches!(hit.means, Means::Wrong(..));
    let mut wrong: HashMap<(u32, usize), Vec<&Hit>> = HashMap::new();
    for hit in hits.iter().filter(is_wrong) {
        wrong.entry((hit.entry, hit.segment)).or_default().push(hit);
    }
    let is_right = |hit: &&Hit| {
        let rivals = wrong.get(&(hit.entry, hit.segment));
        hit.means == Means::Right && !rivals.is_some_and(|r| r.iter().any(|w| inside(hit, w)))
    };
    hits.iter().filter(is_right).collect()
}

/// Whether the source has the name or term oftener than the target has a right form of it: else what looks like a
/// wrong rendering stands for something else.
fn is_called_for(scene: &Scene<'_>, hit: &Hit, rights: &[&Hit], places: usize) -> bool {
    let fellows = scene.fellows(hit.segment);
    let mut counted: Vec<&Hit> = Vec::new();
    for right in rights.iter().filter(|r| r.entry == hit.entry && fellows.contains(&r.segment)) {
        if !counted.iter().any(|c| overlap(c, right)) {
            counted.push(right);
        }
    }
    places > counted.len()
}

/// Whether a wrong rendering stands inside a right form of this or another entry.
fn is_covered(matcher: &Matcher, scene: &Scene<'_>, hit: &Hit, rights: &[&Hit], with_source: bool) -> bool {
    rights.iter().any(|right| {
        if right.segment != hit.segment
            || right.range.start > hit.range.start
            || right.range.end < hit.range.end
        {
            return false;
        }
        // The same words, right for another entry: with a source it tells which of the two is meant.
        if right.range == hit.range && right.entry != hit.entry && with_source {
            let other = &matcher.entries[right.entry as usize];
            return other.spec.source.is_empty() || !scene.in_source(other, hit.segment).is_empty();
        }
        if right.range == hit.range && right.ending != Ending::None && hit.ending == Ending::None {
            return false;
        }
        true
    })
}

/// Of findings of one rule that overlap the longest stays.
fn longest(chosen: &mut Vec<Chosen<'_, '_>>) {
    let length = |c: &Chosen<'_, '_>| c.hit.range.end - c.hit.range.start;
    chosen.sort_by(|a, b| {
        (a.hit.segment, length(b), a.hit.range.start).cmp(&(b.hit.segment, length(a), b.hit.range.start))
    });
    let mut kept: Vec<Chosen<'_, '_>> = Vec::new();
    for c in chosen.drain(..) {
        let same_segment = kept.iter().rev().take_while(|k| k.hit.segment == c.hit.segment);
        let mut rivals = same_segment.filter(|k| k.rule == c.rule);
        if !rivals.any(|k| overlap(&k.hit, &c.hit)) {
            kept.push(c);
        }
    }
    kept.sort_by_key(|c| (c.hit.segment, c.hit.range.start, c.hit.range.end));
    *chosen = kept;
}

/// Keeps the first findings of entries that say how many.
fn at_most(chosen: &mut Vec<Chosen<'_, '_>>) {
    let mut counts = HashMap::new();
    chosen.retain(|c| {
        let Some(max) = c.entry.spec.max else { return true };
        let count: &mut u32 = counts.entry(c.hit.entry).or_default();
        *count += 1;
        *count <= max
    });
}

fn overlap(a: &Hit, b: &Hit) -> bool {
    a.segment == b.segment && a.range.start < b.range.end && b.range.start < a.range.end
}
