//! A name that nothing in the source explains, where a name of the source has no rendering.

use crate::finding::{Label, Severity};
use crate::known::scene::{Scene, Unit};
use crate::known::{Class, Wrong};
use crate::lang::english;
use crate::lang::japanese_names::is_romaji;
use crate::names::facts::{Trait, country, traits};
use crate::names::fold::fold;
use crate::names::source::Stray;
use crate::names::syllables::pinyin;
use crate::text::spelling::Spelling;

const MESSAGE: &str = "nothing in the source reads or means `{text}`, and `{source}` is missing";

/// One that may be missing, or be told otherwise.
pub(super) static CLASS: Class =
    Class { id: "stray", rule: "name-mismatch", severity: Severity::Info, message: MESSAGE, find };

/// One that is certainly missing.
static NAME: Class =
    Class { id: "stray-name", rule: "name-mismatch", severity: Severity::Warning, message: MESSAGE, find };

/// The same of a country or what belongs to one: translators do not add those unasked.
static COUNTRY: Class =
    Class { id: "stray-country", rule: "name-mismatch", severity: Severity::Warning, message: MESSAGE, find };

/// The most of them in one pair of sentences.
const MOST: usize = 2;

fn find(scene: &Scene<'_>, out: &mut Vec<Wrong>) {
    let strays = &scene.a.renderings().strays;
    let sure: Vec<&Stray> = strays.iter().filter(|s| is_unexplained(scene, s.target)).collect();
    for stray in &sure {
        if !fits_kind(scene, stray) || is_aside(scene, stray.target) {
            continue;
        }
        // Where there are many, the sentences may not belong together.
        if sure.iter().filter(|s| s.bead == stray.bead).count() <= MOST {
            out.push(Wrong {
                class: class(scene, stray),
                at: stray.target,
                source: Some(stray.source),
                help: "see what the source names there; no reading and no meaning of its words leads to this"
                    .to_owned(),
                fix: None,
            });
        }
    }
}

fn class(scene: &Scene<'_>, stray: &Stray) -> &'static Class {
    // A Japanese person in a Chinese text has readings that the characters do not tell.
    let other_reading = || !is_japanese(scene) && words(scene, stray.target).any(|w| is_romaji(&fold(w)));
    // Bodies are told by what they are, and more freely than people and places.
    let body = || words(scene, stray.target).any(|w| traits(&w.to_lowercase()).has(Trait::Head));
    match has_country(scene, stray.target) {
        true => &COUNTRY,
        false if stray.sure && !other_reading() && !body() && !is_common(scene, stray.target) => &NAME,
        false => &CLASS,
    }
}

/// Whether one word stands opposite a Japanese source that has its capital from its place or is as common as `Christmas`.
fn is_common(scene: &Scene<'_>, at: Label) -> bool {
    let before = &scene.a.doc.target[at.segment as usize].shown()[..at.start as usize];
    let first = !before.trim_end().ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | ')'));
    let mut all = words(scene, at);
    let (Some(word), None) = (all.next(), all.next()) else { return false };
    is_japanese(scene) && (first && !english::is_known_name(word) || !first && english::is_known_name(word))
}

fn is_japanese(scene: &Scene<'_>) -> bool {
    scene.a.doc.langs.source.as_ref().is_some_and(|l| l.is("ja"))
}

fn words<'s>(scene: &Scene<'s>, at: Label) -> impl Iterator<Item = &'s str> + use<'s> {
    let text = &scene.a.doc.target[at.segment as usize].shown()[at.start as usize..at.end as usize];
    text.split(' ')
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
        .filter(|w| !is_ordinary(w) && !traits(w).has(Trait::Connector))
        .collect();
    !own.is_empty() && own.iter().all(|w| tells(scene, unit, w))
}

/// Whether a word is ordinary in either spelling of English.
fn is_ordinary(folded: &str) -> bool {
    english::is_ordinary(folded) || english::is_ordinary(&Spelling::Either.fold(folded))
}

/// Countries are left out or told by their people, and only another country stands for one.
fn fits_kind(scene: &Scene<'_>, stray: &Stray) -> bool {
    !stray.country || has_country(scene, stray.target)
}

fn has_country(scene: &Scene<'_>, at: Label) -> bool {
    let text = &scene.a.doc.target[at.segment as usize].shown()[at.start as usize..at.end as usize];
    country(&text.to_lowercase()).is_some() || text.split(' ').any(|w| country(&w.to_lowercase()).is_some())
}

/// Whether a word is made of English ones, as new words are: `scatterplot`, `optoelectronic`.
fn is_made(folded: &str) -> bool {
    if folded.ends_with('s') && is_made(&folded[..folded.len() - 1]) {
        return true;
    }
    let listed = |part: &str, least: usize| part.len() >= least && english::is_listed(part);
    let splits = (3..folded.len().saturating_sub(2)).filter(|&at| folded.is_char_boundary(at));
    splits.into_iter().any(|at| {
        let (front, back) = folded.split_at(at);
        listed(front, 3) && listed(back, 4) || listed(back, 6)
    })
}

fn tells(scene: &Scene<'_>, unit: &Unit, folded: &str) -> bool {
    // What stands for a country in Japanese was looked for already; glosses speak of other countries, too.
    if let Some(country) = country(folded).filter(|_| is_japanese(scene)) {
        // Where a reader is at home goes without saying in Japanese alone.
        return country != "japan";
    }
    folded.len() >= 4
        && (country(folded).is_some() || pinyin(folded) >= 2 || !is_made(folded))
        && !shares_front(scene, unit, folded)
        && !traits(folded).has(Trait::Month)
        && scene.is_unexplained(unit, folded)
}

/// Whether a word begins as one does that a word of the source means: `Biennale`, biennial.
fn shares_front(scene: &Scene<'_>, unit: &Unit, folded: &str) -> bool {
    const FRONT: usize = 5;
    let Some(front) = folded.get(..FRONT) else { return false };
    unit.sources.iter().any(|&s| scene.glosses(s).iter().any(|word| word.starts_with(front)))
}

/// Whether it stands in brackets, where a translator says what the source need not.
fn is_aside(scene: &Scene<'_>, at: Label) -> bool {
    let before = &scene.a.doc.target[at.segment as usize].shown()[..at.start as usize];
    before.rfind('(') > before.rfind(')')
}
