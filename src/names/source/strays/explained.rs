//! What of the source opposite may have led to a word of the target: sounds in Chinese characters and katakana, the
//! readings of kanji, what stands for countries.

use std::collections::{BTreeSet, HashSet};

use crate::document::{Document, Segment};
use crate::lang::japanese_names::is_romaji;
use crate::lang::pinyin::plain_readings;
use crate::lang::{english, kana};
use crate::names::Word;
use crate::names::facts::country;
use crate::names::fold::fold;
use crate::names::source::beads::Scene;
use crate::names::source::cues;
use crate::names::source::find::is_dot;
use crate::names::source::phones::Phones;
use crate::text::tables::pairs;

/// From which likeness on words may render what they sound like, and the name of a country does.
pub(super) const HEARD: f64 = 0.45;
const COUNTRY: f64 = 0.62;
/// The most characters of one word of a foreign name, and from which likeness on a word may be such characters.
const LONGEST: usize = 7;
const WRITTEN: f64 = 0.55;

/// What is read in katakana anywhere in a Japanese source, and the countries that it names.
pub(super) struct Heard {
    words: Vec<Phones>,
    countries: HashSet<String>,
}

impl Heard {
    pub(super) fn new(doc: &Document) -> Self {
        let mut words: BTreeSet<&str> = BTreeSet::new();
        let mut countries = HashSet::new();
        let texts = || doc.source.iter().filter(|s| s.is_text()).map(Segment::shown);
        for (name, all) in pairs(include_str!("../data/katakana_countries.tsv")) {
            if all.split('|').any(|n| texts().any(|t| t.contains(n))) {
                countries.insert(name.to_lowercase());
            }
        }
        for text in texts() {
            for run in text.split(|c| !is_katakana(c) && !is_dot(c)) {
                words.extend(run.split(is_dot).filter(|p| p.chars().count() >= 2));
            }
        }
        let read = |word: &str| kana::romanise(word).map(|r| Phones::of_latin(&fold(&r)));
        Self { words: words.into_iter().filter_map(read).collect(), countries }
    }

    fn has(&self, folded: &str, least: f64) -> bool {
        let phones = Phones::of_latin(folded);
        self.words.iter().any(|h| h.likeness(&phones) >= least)
    }

    /// Whether a word opposite a Japanese source may be read there.
    pub(super) fn explains(&self, doc: &Document, scene: &Scene, word: &Word) -> bool {
        if let Some(name) = word.country {
            return self.countries.contains(name)
                || has_sign(doc, scene, name)
                || self.has(&word.fold, COUNTRY)
                || self.has(&fold(name), COUNTRY);
        }
        let ordinary = |part: &str| part.len() > 3 && english::is_ordinary(part);
        word.lower.contains('-') && word.lower.split('-').any(ordinary)
            || is_romaji(&word.fold)
            || self.has(&word.fold, HEARD)
    }
}

fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー')
}

/// Whether the source opposite has a character that stands for a country.
fn has_sign(doc: &Document, scene: &Scene, name: &str) -> bool {
    let signs = pairs(include_str!("../data/kanji_countries.tsv"));
    let mut signs = signs.filter(|(_, names)| names.split('|').any(|n| country(n) == Some(name)));
    signs.any(|(sign, _)| {
        scene.source.iter().any(|l| {
            let shown = doc.source[l.segment as usize].shown();
            shown[l.start as usize..l.end as usize].contains(sign)
        })
    })
}

/// Whether a word may be the sound of some of the characters that foreign names are written with.
pub(super) fn is_written(doc: &Document, scene: &Scene, folded: &str) -> bool {
    let target = Phones::of_latin(folded);
    scene.source.iter().any(|label| {
        let shown = &doc.source[label.segment as usize].shown()[label.start as usize..label.end as usize];
        let runs = shown.split(|c| !cues::is_foreign(c)).filter(|r| r.chars().nth(1).is_some());
        runs.into_iter().any(|run| {
            let read: Vec<String> = run.chars().map(|c| plain_readings(c).swap_remove(0)).collect();
            let spans =
                (0..read.len()).flat_map(|a| (a + 2..=read.len().min(a + LONGEST)).map(move |b| a..b));
            spans.into_iter().any(|r| Phones::of_pinyin(&read[r].concat()).likeness(&target) >= WRITTEN)
        })
    })
}
