//! An idiom of which a half was left in pinyin: `qingmei bamboo horse`.

use crate::finding::{Label, Severity};
use crate::known::idioms::{Kind, Phrase};
use crate::known::scene::{Scene, Unit, Word};
use crate::known::{Class, Wrong};
use crate::lang::dictionary::Dictionary;
use crate::lang::english;
use crate::lang::explain::explain;
use crate::lang::pinyin::pinyin_forms;

pub(super) static CLASS: Class = Class {
    id: "idiom",
    rule: "romanized-term",
    severity: Severity::Warning,
    message: "`{text}` spells a part of {source} out and does not translate it",
    find,
};

/// The fewest letters of two syllables that are no other word.
const SHORTEST: usize = 5;
/// The fewest characters of an idiom that has halves.
const LEAST: usize = 4;

fn find(scene: &Scene<'_>, out: &mut Vec<Wrong>) {
    for unit in &scene.units {
        for &segment in &unit.sources {
            let text = scene.source(segment);
            for phrase in scene.phrases(segment).iter().filter(|p| p.kind == Kind::Idiom) {
                for half in halves(text, phrase) {
                    let spelt = pinyin_forms(half);
                    let is_it =
                        |w: &Word| w.folded.len() >= SHORTEST && !w.hidden && spelt.contains(&w.folded);
                    let found = unit.words.iter().position(|w| is_it(w) && !english::is_listed(&w.folded));
                    out.extend(found.map(|at| wrong(unit, at, segment, text, phrase)));
                }
            }
        }
    }
}

/// Two characters of a phrase side by side that stand nowhere else in the text.
fn halves<'t>(text: &'t str, phrase: &Phrase) -> Vec<&'t str> {
    let whole = &text[phrase.start..phrase.end];
    let starts: Vec<usize> = whole.char_indices().map(|(at, _)| at).chain([whole.len()]).collect();
    // Of 愚公移山 the first half is a name.
    let has_name = || Dictionary::get().lookup(whole).iter().any(|e| e.pinyin.contains(char::is_uppercase));
    if starts.len() <= LEAST || has_name() {
        return Vec::new();
    }
    let pairs = starts.windows(3).map(|w| &whole[w[0]..w[2]]);
    pairs.filter(|pair| text.matches(*pair).count() == 1).collect()
}

fn wrong(unit: &Unit, at: usize, segment: u32, text: &str, phrase: &Phrase) -> Wrong {
    let meaning = explain(&text[phrase.start..phrase.end]).and_then(|e| e.meaning);
    Wrong {
        class: &CLASS,
        at: unit.label(at..at + 1),
        source: Some(Label::source(segment as usize, phrase.start as u32..phrase.end as u32)),
        help: match meaning {
            Some(meaning) => format!("write what is meant; the dictionary has: {meaning}"),
            None => "write what is meant".to_owned(),
        },
        fix: None,
    }
}
