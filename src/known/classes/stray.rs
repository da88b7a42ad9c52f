//! A name that nothing in the source explains, where a name of the source has no rendering.

use crate::finding::{Label, Severity};
use crate::known::scene::{Scene, Unit};
use crate::known::{Class, Wrong};
use crate::lang::english;
use crate::names::facts::{Trait, traits};
use crate::names::source::Stray;

pub(super) static CLASS: Class = Class {
    id: "stray",
    rule: "name-mismatch",
    severity: Severity::Warning,
    message: "nothing in the source reads or means `{text}`, and `{source}` is missing",
    find,
};

fn find(scene: &Scene<'_>, out: &mut Vec<Wrong>) {
    let strays = &scene.a.renderings().strays;
    let sure: Vec<&Stray> = strays.iter().filter(|s| is_unexplained(scene, s.target)).collect();
    for stray in &sure {
        // Of several it cannot be told which stands for the name.
        if sure.iter().filter(|s| s.bead == stray.bead).count() == 1 && !is_aside(scene, stray.target) {
            out.push(Wrong {
                class: &CLASS,
                at: stray.target,
                source: Some(stray.source),
                help: "see what the source names there; no reading and no meaning of its words leads to this"
                    .to_owned(),
                fix: None,
            });
        }
    }
}

/// Whether no word of a name is explained, ordinary words set aside.
fn is_unexplained(scene: &Scene<'_>, at: Label) -> bool {
    let Some(unit) = scene.units.iter().find(|u| u.segment == at.segment as usize) else { return false };
    let inside = |w: &&crate::known::scene::Word| at.start <= w.range.start && w.range.end <= at.end;
    let own: Vec<&str> = unit
        .words
        .iter()
        .filter(inside)
        .map(|w| w.folded.as_str())
        .filter(|w| !english::is_ordinary(w) && !traits(w).has(Trait::Connector))
        .collect();
    !own.is_empty() && own.iter().all(|w| tells(scene, unit, w))
}

fn tells(scene: &Scene<'_>, unit: &Unit, folded: &str) -> bool {
    folded.len() >= 3 && !traits(folded).has(Trait::Month) && scene.is_unexplained(unit, folded)
}

/// Whether it stands in brackets, where a translator says what the source need not.
fn is_aside(scene: &Scene<'_>, at: Label) -> bool {
    let before = &scene.a.doc.target[at.segment as usize].shown()[..at.start as usize];
    before.rfind('(') > before.rfind(')')
}
