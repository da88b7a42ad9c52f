//! A name spelt in pinyin that English calls otherwise: Zhang Xueyou for Jacky Cheung.

use std::ops::Range;

use crate::finding::{Applicability, Label, Severity};
use crate::known::scene::{Scene, Unit};
use crate::known::source_names::{SourceName, is_rendered};
use crate::known::{Class, Wrong};
use crate::lang::pinyin::pinyin_forms;
use crate::names::fold::fold;

pub(super) static CLASS: Class = Class {
    id: "pinyin",
    rule: "nonstandard-name",
    severity: Severity::Info,
    message: "`{text}` spells {source} out, which is called otherwise",
    find,
};

/// The fewest letters that are no other word.
const SHORTEST: usize = 5;
/// The most words that a name is cut into.
const LONGEST: usize = 4;

fn find(scene: &Scene<'_>, out: &mut Vec<Wrong>) {
    for unit in &scene.units {
        for &segment in &unit.sources {
            for name in scene.names(segment) {
                let spelt = pinyin_forms(&name.head);
                let is_pinyin = name.forms.iter().any(|form| is_spelt(form, &spelt));
                if is_pinyin || is_rendered(scene, name) {
                    continue;
                }
                out.extend(places(unit, &spelt).map(|at| wrong(unit, segment, name, at)));
            }
        }
    }
}

/// Whether a form is the pinyin, in either order.
fn is_spelt(form: &str, spelt: &[String]) -> bool {
    let turned: String = form.split(' ').rev().collect();
    spelt.contains(&fold(form))
        || spelt.contains(&fold(&turned))
        || spelt.iter().any(|s| fold(form).starts_with(s))
}

/// Where the pinyin stands, joined or in several words that begin with a capital.
fn places<'u>(unit: &'u Unit, spelt: &'u [String]) -> impl Iterator<Item = Range<usize>> + 'u {
    // Behind another capitalised word it is a part of a longer name.
    let begins = |at: &usize| {
        let goes_on = unit.joins(*at) && unit.words[at - 1].capital;
        unit.words[*at].capital && !unit.words[*at].hidden && !goes_on
    };
    (0..unit.words.len()).filter(begins).filter_map(move |start| {
        let mut joined = String::new();
        for end in start + 1..=unit.words.len().min(start + LONGEST) {
            if end > start + 1 && !unit.joins(end - 1) {
                return None;
            }
            joined.push_str(&unit.words[end - 1].folded);
            if joined.len() >= SHORTEST && spelt.contains(&joined) {
                return Some(start..end);
            }
        }
        None
    })
}

fn wrong(unit: &Unit, segment: u32, name: &SourceName, at: Range<usize>) -> Wrong {
    let form = &name.forms[0];
    Wrong {
        class: &CLASS,
        at: unit.label(at),
        source: Some(Label::source(segment as usize, name.start as u32..name.end as u32)),
        help: format!("the dictionary has `{form}` for it"),
        fix: Some((Applicability::Manual, form.clone())),
    }
}
