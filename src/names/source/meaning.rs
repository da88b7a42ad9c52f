//! Names of several words and their renderings, by what the dictionary says of the words.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;

use super::beads::{Scene, Slot};
use super::find::Found;
use super::{Evidence, Rendering, heads};
use crate::align::stem;
use crate::finding::Label;
use crate::lang::gloss_words::gloss_words;
use crate::names::facts::Trait;
use crate::names::{Kind, NameId, Names, Word};

/// The share of a rendering's words that the name must explain, and the share of the name's characters that they must.
const WORDS: f64 = 0.5;
const CHARACTERS: f64 = 0.4;
/// What a gloss word in parentheses counts; less is an example or a place.
const LEAST: f32 = 0.4;

/// Words of the source with the stems of their glosses, each looked up once.
#[derive(Default)]
pub(super) struct Glosses(HashMap<Box<str>, HashSet<String>>);

impl Glosses {
    fn of(&mut self, word: &str) -> &HashSet<String> {
        self.0.entry(word.into()).or_insert_with(|| {
            gloss_words(word)
                .into_iter()
                .filter(|(_, w)| *w >= LEAST)
                .flat_map(|(word, _)| keys(&word))
                .collect()
        })
    }

    /// Whether a word of the target can render one of the source.
    pub(super) fn linked(&mut self, source: &str, target: &HashSet<String>) -> bool {
        !self.of(source).is_disjoint(target)
    }
}

/// A phrase of the target: the words that count, by their stems, and which of them say what kind of body it is.
struct Phrase {
    content: Vec<(HashSet<String>, bool)>,
}

impl Phrase {
    fn new(words: &[&Word]) -> Self {
        let counts = |w: &&&Word| !w.is(Trait::Connector) && !w.is(Trait::Closed);
        Self { content: words.iter().filter(counts).map(|w| (stems(w), w.is(Trait::Head))).collect() }
    }

    /// How well it renders a name: 0, or the harmonic mean of what each side explains of the other. The head of the name
    /// must be the head of the phrase, and no word of it may render what stands beside the name.
    fn fit(&self, pieces: &[String], beside: &[&str], glosses: &mut Glosses) -> f64 {
        let (Some(last), true) = (pieces.last(), self.content.len() >= 2) else { return 0.0 };
        if !self.content.iter().any(|(word, head)| *head && glosses.linked(last, word)) {
            return 0.0;
        }
        let mut explained = 0;
        for (word, head) in &self.content {
            if pieces.iter().any(|p| glosses.linked(p, word)) {
                explained += 1;
            } else if !head && beside.iter().any(|p| glosses.linked(p, word)) {
                return 0.0;
            }
        }
        let length = |p: &&String| p.chars().count() as f64;
        let whole: f64 = pieces.iter().map(|p| length(&p)).sum();
        let covered: f64 = pieces
            .iter()
            .filter(|p| self.content.iter().any(|(word, _)| glosses.linked(p, word)))
            .map(|p| length(&p))
            .sum();
        let (p, c) = (f64::from(explained) / self.content.len() as f64, covered / whole);
        if p < WORDS || c < CHARACTERS { 0.0 } else { 2.0 * p * c / (p + c) }
    }
}

/// The stems of a word; an adjective of a country is the country as well.
fn stems(word: &Word) -> HashSet<String> {
    let parts = word.lower.split('-').chain(word.country).chain([&*word.lower]);
    parts.flat_map(keys).collect()
}

/// What a word is compared by: its stem, and the first letters of a long one, so that an observer observes.
pub(super) fn keys(word: &str) -> impl Iterator<Item = String> + use<> {
    const FIRST: usize = 5;
    let front = word.char_indices().nth(FIRST).map(|(at, _)| format!("{}~", &word[..at]));
    [Some(stem(word)), front].into_iter().flatten()
}

/// Renderings of names of several words among the capitalised phrases of each bead, the best first.
pub(super) fn assign(scenes: &[Scene], names: &Names, source: &Found) -> Vec<Rendering> {
    let phrases = phrases(names);
    let mut glosses = Glosses::default();
    let mut out = Vec::new();
    for scene in scenes.iter().filter(|s| !s.units.is_empty()) {
        let mut fits: Vec<(f64, usize, Label, NameId)> = Vec::new();
        let whole: Vec<(Label, NameId)> = in_scene(scene, &phrases).collect();
        let tails = whole.iter().flat_map(|&(at, id)| tails(scene, names, at, id)).collect::<Vec<_>>();
        let from = out.len();
        let all: Vec<(Label, NameId)> = whole.into_iter().chain(tails).collect();
        for &(at, id) in &all {
            let words: Vec<&Word> = names.get(id).words.iter().map(|w| &**w).collect();
            let phrase = Phrase::new(&words);
            if !phrase.content.iter().any(|(_, head)| *head) {
                continue;
            }
            for (slot, s) in scene.units.iter().enumerate() {
                let Some(pieces) = source.pieces.get(&s.name) else { continue };
                let outside =
                    scene.words.iter().map(|&w| &source.words[w]).filter(|(w, _)| !w.overlaps(s.at));
                let beside: Vec<&str> = outside.map(|(_, text)| &**text).collect();
                let fit = phrase.fit(pieces, &beside, &mut glosses);
                if fit > 0.0 && owned_inside(scene, at, s.at) {
                    fits.push((fit, slot, at, id));
                }
            }
        }
        choose(scene, names, fits, &mut out);
        let left = heads::assign(scene, names, source, &all, &out[from..]);
        out.extend(left);
    }
    out
}

/// What is left of a phrase without the first words, where that stands as a name in the text: whose it is, `Zhejiang` or
/// `Labour Party`, may stand before it.
fn tails(scene: &Scene, names: &Names, at: Label, id: NameId) -> Vec<(Label, NameId)> {
    let name = names.get(id);
    let inside: Vec<Label> = scene.toks.iter().map(|t| t.at).filter(|t| t.overlaps(at)).collect();
    if name.kind != Kind::Body || inside.len() != name.words.len() {
        return Vec::new();
    }
    // A small word before or behind the cut holds the two together.
    let small = |i: usize| name.words[i].is(Trait::Connector);
    let cuts = (1..name.words.len().saturating_sub(1)).filter(|&i| !small(i) && !small(i - 1));
    cuts.filter_map(|i| {
        let label = Label { start: inside[i].start, ..at };
        let text = name.text.get((label.start - at.start) as usize..)?;
        names.find_any(text).map(|id| (label, id))
    })
    .collect()
}

/// The best fits first, one phrase for a name and one name for a phrase.
fn choose(
    scene: &Scene,
    names: &Names,
    mut fits: Vec<(f64, usize, Label, NameId)>,
    out: &mut Vec<Rendering>,
) {
    fits.sort_by(|a, b| {
        let longer = (b.2.end - b.2.start).cmp(&(a.2.end - a.2.start));
        b.0.total_cmp(&a.0).then(longer).then(a.1.cmp(&b.1))
    });
    let known = |s: &Slot| scene.slots.iter().any(|other| other.done && other.at == s.at);
    let mut done: HashSet<usize> = (0..scene.units.len()).filter(|&slot| known(&scene.units[slot])).collect();
    let mut taken: Vec<Label> = Vec::new();
    for (strength, slot, target, id) in fits {
        if done.contains(&slot) || taken.iter().any(|t| t.overlaps(target)) {
            continue;
        }
        done.insert(slot);
        taken.push(target);
        let s = &scene.units[slot];
        let id = names.find_any(&names.get(id).text);
        out.push(Rendering { name: s.name, source: s.at, target, id, evidence: Evidence::Meaning, strength });
    }
}

/// The mentions of phrases by segment, in order.
fn phrases(names: &Names) -> HashMap<u32, Vec<(Label, NameId)>> {
    let mut out: HashMap<u32, Vec<(Label, NameId)>> = HashMap::new();
    let several = names.iter().filter(|(_, n)| n.kind != Kind::Word && n.words.len() > 1);
    for (id, name) in several {
        for m in &name.mentions {
            out.entry(m.at.segment).or_default().push((m.at, id));
        }
    }
    // What is made of them is sorted before it is used.
    #[allow(clippy::iter_over_hash_type)]
    for phrases in out.values_mut() {
        phrases.sort_unstable();
    }
    out
}

fn in_scene<'p>(
    scene: &Scene,
    phrases: &'p HashMap<u32, Vec<(Label, NameId)>>,
) -> impl Iterator<Item = (Label, NameId)> + use<'p> {
    let mut ranges: BTreeMap<u32, Range<u32>> = BTreeMap::new();
    for tok in &scene.toks {
        let range = ranges.entry(tok.at.segment).or_insert(tok.at.start..tok.at.end);
        *range = range.start.min(tok.at.start)..range.end.max(tok.at.end);
    }
    ranges.into_iter().flat_map(move |(segment, range)| {
        let all = phrases.get(&segment).map_or(&[][..], Vec::as_slice);
        all.iter().filter(move |(at, _)| range.start <= at.start && at.end <= range.end).copied()
    })
}

/// Whether no word of a rendering renders a name that stands outside of the name of several words.
fn owned_inside(scene: &Scene, target: Label, source: Label) -> bool {
    let inside = |name: u32| {
        scene.slots.iter().any(|s| {
            s.name == name
                && s.at.segment == source.segment
                && source.start <= s.at.start
                && s.at.end <= source.end
        })
    };
    let words = scene.toks.iter().filter(|t| t.at.overlaps(target));
    words.filter_map(|t| t.owner).all(inside)
}
