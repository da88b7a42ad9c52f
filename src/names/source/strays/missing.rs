//! Names of the source that have no rendering opposite.

use std::collections::HashSet;
use std::ops::Range;

use crate::document::Document;
use crate::finding::Label;
use crate::known::crossing::{is_crossed_before, is_crossed_behind};
use crate::known::persons::{Person, persons};
use crate::lang::dictionary::Dictionary;
use crate::lang::is_han;
use crate::lang::pinyin::pinyin_forms;
use crate::names::fold::fold;
use crate::names::source::beads::{Scene, Slot};
use crate::names::source::find::is_dot;
use crate::names::source::phones::Phones;
use crate::names::source::{Origin, SourceName, cues, people};
use crate::text::words::words;

use super::explained::HEARD;

/// A name without a rendering.
#[derive(Clone, Copy, Debug)]
pub(super) struct Missing {
    pub(super) at: Label,
    /// How far into the bead, 0 to 1.
    pub(super) position: f32,
    /// Whether it is a country.
    pub(super) country: bool,
    /// Whether it is a name for certain, and one that is not left out or said otherwise.
    pub(super) sure: bool,
    /// Whether English reads it as Chinese does.
    pub(super) chinese: bool,
}

/// The fewest letters of a name in Latin letters, and the fewest characters of one that is written by sound.
const LATIN: usize = 3;
const FOREIGN: usize = 4;

/// The names of a bead without a rendering, in the order of the text; `target` has the words of the whole
/// target, folded, and `is_rendered` tells of the names that were looked for.
pub(super) fn missing(
    doc: &Document,
    scene: &Scene,
    found: &[SourceName],
    japanese: bool,
    target: &HashSet<String>,
    is_rendered: impl Fn(&Slot) -> bool,
) -> Vec<Missing> {
    let of = |s: &Slot| Missing {
        at: s.at,
        position: s.position,
        country: found[s.name as usize].forms.is_country(),
        sure: is_sure(&found[s.name as usize]),
        chinese: !japanese && is_chinese(&found[s.name as usize]),
    };
    // Kanji go together in other ways than Chinese words do.
    let whole = |s: &&Slot| japanese || !is_cut(doc, s.at, &found[s.name as usize]);
    let waits = |s: &&Slot| may_miss(&found[s.name as usize], japanese) && !is_rendered(s);
    let mut out: Vec<Missing> = scene.slots.iter().filter(whole).filter(waits).map(of).collect();
    if japanese && out.is_empty() {
        // Any name at all: what is written in kanji is not always known to be rendered.
        out.extend(scene.slots.iter().filter(whole).map(of));
    }
    for (label, before) in scene.stretches_of_source() {
        let shown = &doc.source[label.segment as usize].shown()[..label.end as usize];
        let text = &shown[label.start as usize..];
        let place = |range: Range<usize>| Missing {
            at: Label {
                start: label.start + range.start as u32,
                end: label.start + range.end as u32,
                ..label
            },
            position: scene.share(before + range.start as u32),
            country: false,
            sure: false,
            chinese: false,
        };
        let full = persons(text).into_iter().filter(|p| !japanese && !is_read(scene, text, p));
        out.extend(full.map(|p| place(p.start..p.end)));
        let by_sound = by_sound(text).into_iter().filter(|r| !japanese && !is_heard(scene, &text[r.clone()]));
        out.extend(by_sound.map(|r| Missing { sure: true, ..place(r) }));
        let latin = latin(text).into_iter().filter(|r| !target.contains(&fold(&text[r.clone()])));
        // An abbreviation may be told in full.
        let sure =
            |r: &Range<usize>| r.len() > LATIN && text[r.clone()].bytes().any(|b| b.is_ascii_lowercase());
        out.extend(latin.map(|r| Missing { sure: sure(&r), ..place(r) }));
    }
    out.sort_by_key(|m| m.at);
    out
}

/// Whether a name is missed if it has no rendering: one that is certain or written by sound; in Japanese any that is written
/// as names are.
fn may_miss(name: &SourceName, japanese: bool) -> bool {
    let length = name.text.chars().count();
    is_sure(name)
        || name.origin == Origin::Foreign && length >= FOREIGN
        || japanese && name.origin != Origin::Faint
}

/// Whether English calls a name what it is read as.
fn is_chinese(name: &SourceName) -> bool {
    let own = pinyin_forms(&name.text);
    name.origin == Origin::Person || name.forms.texts.iter().any(|form| own.contains(&fold(form)))
}

/// A known place or person, or a full name.
fn is_sure(name: &SourceName) -> bool {
    let body = name.text.ends_with(cues::is_kind_of_body);
    // What says where a body sits names a place, too.
    let place = name.forms.place && !body;
    let known = name.origin == Origin::Known && name.solid && (place || name.forms.person);
    let full = name.origin == Origin::Person && name.solid && !body && name.text.chars().count() >= 3;
    let foreign = name.origin == Origin::Foreign && name.text.contains(is_dot);
    known && !name.forms.is_empty() || full || foreign
}

/// Whether a word of the dictionary begins in a name or before it and ends elsewhere, so that it may be none.
fn is_cut(doc: &Document, at: Label, name: &SourceName) -> bool {
    let shown = doc.source[at.segment as usize].shown();
    let (start, end) = (at.start as usize, at.end as usize);
    // A character that is no word by itself and no grammar goes on from the name: 罗斯柴尔德 is no 罗斯. What English
    // reads as Chinese does is no part of a foreign name.
    let chinese = is_chinese(name);
    let goes_on = |c: char| {
        let longer =
            Dictionary::get().prefixes(&shown[end..]).into_iter().any(|length| length > c.len_utf8());
        is_han(c)
            && !chinese
            && !longer
            && !cues::is_never_in_names(c)
            && !cues::is_grammar(c)
            && !cues::is_kind_of_place(c)
    };
    let surname =
        shown[..start].chars().next_back().is_some_and(|c| people::is_surname(c.encode_utf8(&mut [0; 4])));
    let short = shown[start..end].chars().count() == 2;
    is_crossed_before(shown, start)
        || is_crossed_behind(shown, start, end)
        || shown[end..].chars().next().is_some_and(goes_on)
        || short && surname
}

/// Whether the target opposite has a reading of the surname or the given name of a person, in one word or with others.
fn is_read(scene: &Scene, text: &str, person: &Person) -> bool {
    let (surnames, givens) = (person.surnames(text), person.givens(text));
    scene.toks.iter().any(|t| {
        let held = |part: &String| t.fold.starts_with(part.as_str()) || t.fold.ends_with(part.as_str());
        t.capital && (surnames.iter().any(held) || givens.iter().any(held))
    })
}

/// Characters in a row that foreign names are written with, two of them no words of others, where dictionary words end.
fn by_sound(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<(Range<usize>, usize)> = Vec::new();
    let mut at = 0;
    for piece in Dictionary::get().segment(text) {
        let range = at..at + piece.text.len();
        at = range.end;
        if !piece.text.chars().all(cues::is_foreign) {
            continue;
        }
        let single = usize::from(piece.text.chars().nth(1).is_none());
        match out.last_mut() {
            Some((last, singles)) if last.end == range.start => {
                last.end = range.end;
                *singles += single;
            }
            _ => out.push((range, single)),
        }
    }
    let long = |r: &Range<usize>| text[r.clone()].chars().count() >= FOREIGN;
    out.into_iter().filter(|(r, singles)| long(r) && *singles >= 2).map(|(r, _)| r).collect()
}

/// Whether a word of the target sounds like what is written by sound.
fn is_heard(scene: &Scene, text: &str) -> bool {
    let reading = pinyin_forms(text).into_iter().next().unwrap_or_default();
    let phones = Phones::of_pinyin(&reading);
    scene.toks.iter().filter(|t| t.capital).any(|t| phones.likeness(&Phones::of_latin(&t.fold)) >= HEARD)
}

/// The words in Latin letters that look like names: a capital and small letters, or three capitals and more.
fn latin(text: &str) -> Vec<Range<usize>> {
    let all = words(text).into_iter().map(|r| r.start as usize..r.end as usize);
    all.filter(|r| {
        let word = &text[r.clone()];
        word.len() >= LATIN
            && word.starts_with(|c: char| c.is_ascii_uppercase())
            && word.bytes().all(|b| b.is_ascii_alphabetic())
    })
    .collect()
}
