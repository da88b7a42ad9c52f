//! Names of the target that render none of the source names opposite, where one of those is missing.

use std::collections::BTreeSet;
use std::ops::Range;

use super::assign::Given;
use super::beads::Scene;
use super::find::is_dot;
use super::phones::Phones;
use super::{Origin, SourceName, cues, people};
use crate::document::Document;
use crate::finding::Label;
use crate::known::crossing::{is_crossed_before, is_crossed_behind};
use crate::lang::dictionary::Dictionary;
use crate::lang::english;
use crate::lang::{is_han, japanese_names::is_romaji, kana, pinyin::plain_readings};
use crate::names::Word;
use crate::names::facts::country;
use crate::names::fold::fold;
use crate::text::tables::pairs;

/// Words that look like a name and render no name of the source opposite.
#[derive(Clone, Copy, Debug)]
pub struct Stray {
    /// The pair of stretches of source and target that it stands in, by its number.
    pub bead: u32,
    /// The words.
    pub target: Label,
    /// The name without a rendering that stands nearest.
    pub source: Label,
    /// Whether that is a country.
    pub country: bool,
}

/// How far from the missing name it may stand, as a share of the bead.
const NEAR: f32 = 0.45;

/// From which likeness on words may render what they sound like.
const HEARD: f64 = 0.45;

/// What is read in katakana anywhere in a Japanese source.
fn heard(doc: &Document) -> Vec<Phones> {
    let mut out = Vec::new();
    for segment in doc.source.iter().filter(|s| s.is_text()) {
        for run in segment.shown().split(|c| !kana::is_kana(c) && !is_dot(c)) {
            let parts = run.split(is_dot).filter(|p| p.chars().count() >= 2);
            out.extend(parts.filter_map(kana::romanise).map(|r| Phones::of_latin(&fold(&r))));
        }
    }
    out
}

/// Whether a name is missed: a known place or person, or a full name; in Japanese any that is written as names are.
fn may_miss(name: &SourceName, japanese: bool) -> bool {
    let body = name.text.ends_with(cues::is_kind_of_body);
    // What says where a body sits names a place, too.
    let place = name.forms.place && !body;
    let known = name.origin == Origin::Known && name.solid && (place || name.forms.person);
    let full = name.origin == Origin::Person && name.solid && !body && name.text.chars().count() >= 3;
    known && !name.forms.is_empty() || full || japanese && name.origin != Origin::Faint
}

/// Whether the source opposite has the character that stands for a country.
fn has_country(doc: &Document, scene: &Scene, name: &str) -> bool {
    let table = pairs(include_str!("data/kanji_countries.tsv"));
    let of = |names: &str| names.split('|').any(|n| country(n) == Some(name));
    let mut signs = table.filter(|(_, names)| of(names)).flat_map(|(sign, _)| sign.chars());
    signs.any(|sign| scene.slots.iter().any(|s| doc.source[s.at.segment as usize].shown().contains(sign)))
}

/// Whether a word of the dictionary begins in a name or before it and ends elsewhere, so that it may be none.
fn is_cut(doc: &Document, at: Label) -> bool {
    let shown = doc.source[at.segment as usize].shown();
    let (start, end) = (at.start as usize, at.end as usize);
    // A character that is no word by itself and no grammar goes on from the name: 罗斯柴尔德 is no 罗斯.
    let goes_on = |c: char| {
        let longer =
            Dictionary::get().prefixes(&shown[end..]).into_iter().any(|length| length > c.len_utf8());
        is_han(c)
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

/// Whether a word may be the sound of some of the characters that foreign names are written with.
fn is_written(doc: &Document, scene: &Scene, word: usize) -> bool {
    let target = Phones::of_latin(&scene.toks[word].fold);
    let mut segments: Vec<u32> = scene.slots.iter().map(|s| s.at.segment).collect();
    segments.dedup();
    segments.into_iter().any(|segment| {
        let shown = doc.source[segment as usize].shown();
        let runs = shown.split(|c| !cues::is_foreign(c)).filter(|r| r.chars().nth(1).is_some());
        runs.into_iter().any(|run| {
            let read: Vec<String> = run.chars().map(|c| plain_readings(c).swap_remove(0)).collect();
            let spans =
                (0..read.len()).flat_map(|a| (a + 2..=read.len().min(a + LONGEST)).map(move |b| a..b));
            spans.into_iter().any(|r| Phones::of_pinyin(&read[r].concat()).likeness(&target) >= WRITTEN)
        })
    })
}

/// Whether a word is an abbreviation or written as products are: `HiFi`, `GPUs`.
fn is_coined(word: &Word) -> bool {
    word.acronym
        || word.text.split(['-', '‐', '‑', '\'', '’']).any(|p| p.chars().skip(1).any(char::is_uppercase))
            && !word.text.starts_with("Mc")
}

/// The most characters of one word of a foreign name.
const LONGEST: usize = 7;
/// From which likeness on a word may be such characters.
const WRITTEN: f64 = 0.55;

/// Finds them; only names that have no rendering in the bead count as missing.
pub(super) fn find(doc: &Document, scenes: &[Scene], found: &[SourceName], given: &[Given]) -> Vec<Stray> {
    let japanese = doc.langs.source.as_ref().is_some_and(|l| l.is("ja"));
    let heard = if japanese { heard(doc) } else { Vec::new() };
    let family = |name: u32| found[name as usize].family;
    let mut rendered: BTreeSet<(usize, u32)> = BTreeSet::new();
    let mut elsewhere: BTreeSet<String> = BTreeSet::new();
    for g in given {
        let scene = &scenes[g.scene];
        rendered.insert((g.scene, family(scene.slots[g.slot].name)));
        elsewhere.insert(scene.fold(&g.words));
    }
    let mut out = Vec::new();
    for (bead, scene) in scenes.iter().enumerate() {
        let missing: Vec<_> = scene
            .slots
            .iter()
            .filter(|s| {
                !is_cut(doc, s.at)
                    && may_miss(&found[s.name as usize], japanese)
                    && !rendered.contains(&(bead, family(s.name)))
            })
            .collect();
        let any = scene.slots.iter().filter(|s| japanese && !is_cut(doc, s.at) && missing.is_empty());
        let missing: Vec<_> = missing.iter().copied().chain(any).collect();
        if missing.is_empty() {
            continue;
        }
        let sounds = |words: &Range<usize>| {
            let all: Vec<&Word> = words.clone().filter_map(|i| scene.word(i)).collect();
            let each = all.iter().map(|w| vec![*w]).chain([all.clone()]);
            each.into_iter().any(|w| {
                let of = |s: &super::beads::Slot| {
                    found[s.name as usize].sounds.iter().any(|s| s.likeness(&w) >= HEARD)
                };
                scene.slots.iter().any(of)
            })
        };
        let japanese_word = |i: usize| {
            let fold = &scene.toks[i].fold;
            let ordinary = |part: &str| part.len() > 3 && english::is_ordinary(part);
            if scene.word(i).is_some_and(|w| w.lower.contains('-') && w.lower.split('-').any(ordinary)) {
                return true;
            }
            let phones = Phones::of_latin(fold);
            is_romaji(fold)
                || scene.word(i).and_then(|w| w.country).is_some_and(|c| has_country(doc, scene, c))
                || heard.iter().any(|h| h.likeness(&phones) >= HEARD)
        };
        for words in scene.stretches() {
            if elsewhere.contains(&scene.fold(&words))
                || words.clone().any(|i| scene.word(i).is_some_and(is_coined))
                || sounds(&words)
                || !japanese && words.clone().any(|i| is_written(doc, scene, i))
                || japanese && words.clone().any(japanese_word)
            {
                continue;
            }
            let position = scene.position(&words);
            let near = missing
                .iter()
                .min_by(|a, b| (a.position - position).abs().total_cmp(&(b.position - position).abs()));
            let Some(near) = near else { continue };
            let name = &found[near.name as usize];
            let several = missing.iter().any(|m| family(m.name) != family(near.name));
            let away = (near.position - position).abs();
            if !japanese && (several || away > NEAR) {
                continue;
            }
            let (first, last) = (scene.toks[words.start].at, scene.toks[words.end - 1].at);
            let target = Label { end: last.end, ..first };
            let country = name.forms.is_country();
            out.push(Stray { bead: bead as u32, target, source: near.at, country });
        }
    }
    out.sort_by_key(|s| (s.target, s.source));
    out
}
