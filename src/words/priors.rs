//! What is known of two words before a document is read: by the dictionary, by their letters, values and sounds, and by the
//! names whose renderings are known.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock, RwLock};

use super::{Kinds, Letters, Pair, Word};
use crate::align::{is_stopword, skeleton, stem};
use crate::hash::Map;
use crate::lang::gloss_words::{senses, words};
use crate::lang::{hangul, hanja, kana};
use crate::names::{Renderings, facts};
use crate::share;

/// The words of the target that may render one of the source, and how likely, 0 to 1; sorted by number.
type Row = Vec<(u32, f32)>;

/// The rows of all words of the source.
#[derive(Debug, Default)]
pub(super) struct Priors {
    rows: Vec<Row>,
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
/// Words that are worth a thread.
const SHARE: usize = 500;

impl Priors {
    pub(super) fn new(source: &Kinds, target: &Kinds) -> Self {
        let index = Index::new(target);
        let of_share = |_, words: &[Word]| -> Vec<Row> { words.iter().map(|word| index.row(word)).collect() };
        let rows: Vec<Row> = share::map(&source.words, SHARE, of_share).into_iter().flatten().collect();
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
        let mut by_place: Map<(u32, u32), Vec<usize>> = Map::default();
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
    fronts: Map<&'a str, Vec<u32>>,
    countries: Map<&'static str, Vec<u32>>,
    skeletons: Map<String, Vec<u32>>,
}

impl<'a> Index<'a> {
    fn new(target: &'a Kinds) -> Self {
        let mut index =
            Self { target, fronts: Map::default(), countries: Map::default(), skeletons: Map::default() };
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

    fn row(&self, word: &Word) -> Row {
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
        for word in &*meanings(head) {
            let p = weight / f32::from(word.beside).sqrt();
            if let Some(&id) = self.target.ids.get(&*word.key) {
                raise(id, p);
            }
            if let Some(country) = word.country {
                self.countries.get(country).into_iter().flatten().for_each(|&id| raise(id, p));
            }
            let alike = front(&word.key).and_then(|f| self.fronts.get(f));
            alike.into_iter().flatten().for_each(|&id| raise(id, p * SAME_FRONT));
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

/// A word of a sense of a head.
struct Meaning {
    /// Its stem.
    key: Box<str>,
    country: Option<&'static str>,
    /// How many words the sense has.
    beside: u8,
}

/// By their heads.
type Meanings = Map<Box<str>, Arc<[Meaning]>>;

/// The words of the senses of a head, without definitions. What one document asked for is kept for the next.
fn meanings(head: &str) -> Arc<[Meaning]> {
    static KEPT: LazyLock<RwLock<Meanings>> = LazyLock::new(RwLock::default);
    if let Some(found) = KEPT.read().ok().and_then(|kept| kept.get(head).cloned()) {
        return found;
    }
    let mut out = Vec::new();
    for sense in senses(head) {
        let words = content(&sense);
        if words.len() > LONG {
            continue;
        }
        let beside = words.len() as u8;
        let meaning =
            |word: String| Meaning { key: stem(&word).into(), country: facts::country(&word), beside };
        out.extend(words.into_iter().map(meaning));
    }
    let out: Arc<[Meaning]> = out.into();
    if let Ok(mut kept) = KEPT.write() {
        kept.insert(head.into(), Arc::clone(&out));
    }
    out
}

fn front(stem: &str) -> Option<&str> {
    stem.char_indices().nth(FRONT - 1).map(|(at, c)| &stem[..at + c.len_utf8()])
}

/// The words of a sense that say something, those in parentheses left out.
fn content(sense: &str) -> Vec<String> {
    let plain = words(sense).filter(|(word, aside)| !aside && !is_stopword(word));
    plain.map(|(word, _)| word).collect()
}
