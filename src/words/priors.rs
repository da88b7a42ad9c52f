//! What is known of two words before a document is read: by the dictionary, by their letters, values and sounds, and by the
//! names whose renderings are known.

use std::collections::{BTreeMap, HashMap};

use super::{Kinds, Letters, Pair, Word};
use crate::align::{is_stopword, skeleton, stem};
use crate::lang::gloss_words::{senses, words};
use crate::lang::{hangul, hanja, kana};
use crate::names::{Renderings, facts};

/// For each word of the source the words of the target that may render it, and how likely, 0 to 1; sorted by number.
pub(super) struct Priors {
    rows: Vec<Vec<(u32, f32)>>,
    sums: Vec<f32>,
}

/// What two words of one beginning count: an observer observes.
const SAME_FRONT: f32 = 0.5;
/// Letters of a beginning.
const FRONT: usize = 5;
/// What a part of a word counts for the whole.
const PART: f32 = 0.35;
/// What a Chinese word counts for a Korean one that is read so.
const READ_ALIKE: f32 = 0.6;
/// Two words that sound alike, and the consonants that are enough to tell.
const SOUND: f32 = 0.5;
const CONSONANTS: usize = 2;
/// What the words of a name's rendering count for the words of the name.
const NAME: f32 = 0.8;
/// Words of a sense that is a definition.
const LONG: usize = 6;

impl Priors {
    pub(super) fn new(source: &Kinds, target: &Kinds) -> Self {
        let index = Index::new(target);
        let rows: Vec<Vec<(u32, f32)>> = source.words.iter().map(|word| index.row(word)).collect();
        let sums = rows.iter().map(|row| row.iter().map(|(_, p)| p).sum()).collect();
        Self { rows, sums }
    }

    /// How likely a word of the target is for one of the source.
    pub(super) fn of(&self, source: u32, target: u32) -> f32 {
        let row = &self.rows[source as usize];
        row.binary_search_by_key(&target, |(t, _)| *t).map_or(0.0, |at| row[at].1)
    }

    /// All that a word of the source is given.
    pub(super) fn sum(&self, source: u32) -> f32 {
        self.sums[source as usize]
    }

    /// Takes in the names of the source whose renderings are known.
    pub(super) fn add_names(&mut self, pairs: &[Pair], names: &Renderings) {
        let mut by_place: HashMap<(u32, u32), Vec<usize>> = HashMap::new();
        for (i, r) in names.all.iter().enumerate() {
            by_place.entry((r.source.segment, r.target.segment)).or_default().push(i);
        }
        for pair in pairs {
            let (Some(s), Some(t)) = (pair.source.first(), pair.target.first()) else { continue };
            for &i in by_place.get(&(s.at.segment, t.at.segment)).into_iter().flatten() {
                let rendering = &names.all[i];
                let from = pair.source.iter().filter(|w| !w.grammar && w.at.overlaps(rendering.source));
                let to: Vec<u32> = pair
                    .target
                    .iter()
                    .filter(|w| !w.grammar && w.at.overlaps(rendering.target))
                    .map(|w| w.kind)
                    .collect();
                for word in from {
                    let p = NAME / (to.len().max(1) as f32).sqrt();
                    for &t in &to {
                        self.raise(word.kind, t, p);
                    }
                }
            }
        }
    }

    fn raise(&mut self, source: u32, target: u32, p: f32) {
        let row = &mut self.rows[source as usize];
        let sum = &mut self.sums[source as usize];
        match row.binary_search_by_key(&target, |(t, _)| *t) {
            Ok(at) => {
                *sum += (p - row[at].1).max(0.0);
                row[at].1 = row[at].1.max(p);
            }
            Err(at) => {
                *sum += p;
                row.insert(at, (target, p));
            }
        }
    }
}

/// The words of the target by what they are looked up by.
struct Index<'a> {
    target: &'a Kinds,
    fronts: HashMap<&'a str, Vec<u32>>,
    countries: HashMap<&'static str, Vec<u32>>,
    skeletons: HashMap<String, Vec<u32>>,
}

impl<'a> Index<'a> {
    fn new(target: &'a Kinds) -> Self {
        let mut index =
            Self { target, fronts: HashMap::new(), countries: HashMap::new(), skeletons: HashMap::new() };
        for (id, word) in target.words.iter().enumerate().filter(|(_, w)| w.script == Letters::Latin) {
            if let Some(front) = front(&word.key) {
                index.fronts.entry(front).or_default().push(id as u32);
            }
            if let Some(country) = facts::country(&word.surface) {
                index.countries.entry(country).or_default().push(id as u32);
            }
            let skeleton = skeleton(&word.surface);
            if skeleton.len() >= CONSONANTS {
                index.skeletons.entry(skeleton).or_default().push(id as u32);
            }
        }
        index
    }

    fn row(&self, word: &Word) -> Vec<(u32, f32)> {
        let mut row: BTreeMap<u32, f32> = BTreeMap::new();
        let mut raise = |id: u32, p: f32| {
            let known = row.entry(id).or_default();
            *known = known.max(p);
        };
        if let Some(&same) = self.target.ids.get(&word.key) {
            raise(same, 1.0);
        }
        match word.script {
            Letters::Han => {
                self.glosses(&word.key, 1.0, &mut raise);
                self.parts(&word.key, &mut raise);
            }
            Letters::Kana => self.sounds(kana::romanise(&word.key), &mut raise),
            Letters::Hangul => {
                self.sounds(hangul::romanise(&word.key), &mut raise);
                for head in hanja::words(&word.key).iter().flatten() {
                    self.glosses(head, READ_ALIKE, &mut raise);
                }
            }
            Letters::Latin | Letters::Digits => {}
        }
        row.into_iter().collect()
    }

    /// Words of the senses of a head: the fewer a sense has, the likelier each.
    fn glosses(&self, head: &str, weight: f32, raise: &mut impl FnMut(u32, f32)) {
        for sense in senses(head) {
            let words = content(&sense);
            if words.is_empty() || words.len() > LONG {
                continue;
            }
            let p = weight / (words.len() as f32).sqrt();
            for word in words {
                let key = stem(&word);
                if let Some(&id) = self.target.ids.get(&key) {
                    raise(id, p);
                }
                if let Some(country) = facts::country(&word) {
                    self.countries.get(country).into_iter().flatten().for_each(|&id| raise(id, p));
                }
                let alike = front(&key).and_then(|f| self.fronts.get(f));
                alike.into_iter().flatten().for_each(|&id| raise(id, p * SAME_FRONT));
            }
        }
    }

    /// The words and characters that a longer word is made of.
    fn parts(&self, word: &str, raise: &mut impl FnMut(u32, f32)) {
        let bounds: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
        let length = bounds.len() - 1;
        for size in (1..=2).filter(|&size| size < length) {
            for first in 0..=length - size {
                let part = &word[bounds[first]..bounds[first + size]];
                let weight = PART * size as f32 / length.min(4) as f32;
                self.glosses(part, weight.max(PART / 2.0), raise);
            }
        }
    }

    fn sounds(&self, romanised: Option<String>, raise: &mut impl FnMut(u32, f32)) {
        let skeleton = skeleton(&romanised.unwrap_or_default());
        self.skeletons.get(&skeleton).into_iter().flatten().for_each(|&id| raise(id, SOUND));
    }
}

fn front(stem: &str) -> Option<&str> {
    stem.char_indices().nth(FRONT - 1).map(|(at, c)| &stem[..at + c.len_utf8()])
}

/// The words of a sense that say something, those in parentheses left out.
fn content(sense: &str) -> Vec<String> {
    let plain = words(sense).filter(|(word, aside)| !aside && !is_stopword(word));
    plain.map(|(word, _)| word).collect()
}
