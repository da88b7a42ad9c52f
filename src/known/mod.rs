//! What general knowledge alone proves wrong in a translation out of Chinese: a name that its characters cannot be read as,
//! another known name, a name or an idiom carried over character by character.
//!
//! Each kind of evidence is a [`Class`] with its own measured severity. Everything is silent without a source.

mod class;
mod classes;
pub(crate) mod crossing;
mod heads;
mod idioms;
pub(crate) mod persons;
mod readings;
mod scene;
mod source_names;
mod windows;

pub(crate) use class::{Class, Wrong};

use crate::analysis::Analysis;
use crate::finding::{Message, Raw};
use crate::rule::{RuleMeta, registry};
use scene::Scene;

/// Everything that is found in a document, by class; [`Analysis::known_wrong`] keeps it.
pub(crate) fn find(a: &Analysis<'_>) -> Vec<Wrong> {
    let mut out = Vec::new();
    let langs = &a.doc.langs;
    let from = |tag: &str| langs.source.as_ref().is_some_and(|l| l.is(tag));
    if !a.doc.has_source() || !langs.target.is("en") || !from("zh") && !from("ja") {
        return out;
    }
    let scene = Scene::new(a);
    for class in if from("zh") { classes::ALL } else { classes::OF_JAPANESE } {
        let before = out.len();
        (class.find)(&scene, &mut out);
        // What an earlier class proved needs no weaker proof.
        let late = out.split_off(before);
        let is_new = |w: &Wrong| !out[..before].iter().any(|earlier| earlier.at.overlaps(w.at));
        let fresh: Vec<Wrong> = late.into_iter().filter(is_new).collect();
        out.extend(fresh);
    }
    out
}

/// Adds what was found under a rule.
pub(crate) fn report_as(meta: &'static RuleMeta, a: &Analysis<'_>, out: &mut Vec<Raw>) {
    // What a pack says of a place it says with more knowledge.
    let is_told = |w: &Wrong| {
        let packs = a.pack_findings().iter();
        packs
            .filter(|f| f.rule != "name-variant" && registry::meta(&f.rule).is_some())
            .any(|f| f.at.overlaps(w.at))
    };
    let mine = a.known_wrong().iter().filter(|w| w.class.rule == meta.id);
    let is_weaker = |w: &Wrong| meta.id != "name-mismatch" && is_told(w);
    out.extend(mine.filter(|w| !is_weaker(w)).map(|w| finding(meta, a, w)));
}

fn finding(meta: &'static RuleMeta, a: &Analysis<'_>, wrong: &Wrong) -> Raw {
    let shown = |label: crate::finding::Label| {
        let segment = &a.doc.side(label.side)[label.segment as usize];
        segment.shown().get(label.start as usize..label.end as usize).unwrap_or_default()
    };
    let mut message = Message::new(wrong.class.message).with("text", shown(wrong.at));
    if let Some(source) = wrong.source {
        message = message.with("source", shown(source));
    }
    let mut raw = meta.finding(wrong.at, message).severity(wrong.class.severity).help(&*wrong.help);
    raw.entry = Some(format!("{}/{}", meta.id, wrong.class.id).into());
    if let Some(source) = wrong.source {
        raw = raw.related(source, "the source has it here");
    }
    match &wrong.fix {
        Some((applicability, with)) => raw.replace(*applicability, with.clone()),
        None => raw,
    }
}

#[cfg(test)]
mod tests;
