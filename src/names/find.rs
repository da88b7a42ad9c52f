//! Reads a document for names: every mention, put to the record of its rendering.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::bodies::bodies;
use super::compounds::Compounds;
use super::facts::Trait;
use super::name::{Kind, Mention, Name, Neighbour};
use super::persons;
use super::phrases::{Wanted, is_inner};
use super::scene::{Interner, Scene};
use super::titles::titles;
use super::tokens::{is_headline, tokens};
use crate::document::{Document, MarkKind, Role};
use crate::finding::Label;
use crate::lang::english;

/// The shortest word in lower case that may be a name, in letters, and how often it may stand.
const SMALL: usize = 6;
const SELDOM: u32 = 3;

/// Whether quotation marks stand right before and behind a place.
fn is_quoted(shown: &str, range: &Range<u32>) -> bool {
    let before = shown[..range.start as usize].ends_with(['"', '“', '‘', '«']);
    before && shown[range.end as usize..].starts_with(['"', '”', '’', '»'])
}

/// Where a name stands among the words of its segment.
struct Place {
    words: Range<usize>,
    free: bool,
    /// The capitalised words in a row that it is a part of.
    run: Option<Range<usize>>,
    /// Whether it is all of the name that stands there, titles taken off.
    subject: bool,
}

/// Collects records.
#[derive(Default)]
pub(super) struct Finder {
    words: Interner,
    index: HashMap<Kind, HashMap<Box<str>, usize>>,
    pub(super) names: Vec<Name>,
    /// How often a word stands in lower case, and where first.
    pub(super) lower: HashMap<Box<str>, (u32, Label)>,
    sentences: u32,
}

impl Finder {
    /// Reads the target of a document.
    pub(super) fn read(&mut self, doc: &Document) {
        for (i, segment) in doc.target.iter().enumerate().filter(|(_, s)| s.is_text()) {
            let scene = Scene::read(segment, &doc.langs.target, &mut self.words);
            self.count_small(i, &scene);
            self.segment(i, &scene);
            self.sentences += scene.spots.last().map_or(0, |s| s.token.sentence) + 1;
        }
        self.add_small();
        self.add_phrases(doc);
    }

    fn count_small(&mut self, segment: usize, scene: &Scene<'_>) {
        for spot in scene.spots.iter().filter(|s| !s.token.capital) {
            let text = spot.token.text(scene.shown);
            if let Some((count, _)) = self.lower.get_mut(text) {
                *count += 1;
            } else {
                let at = Label::target(segment, spot.token.range.clone());
                self.lower.insert(text.into(), (1, at));
            }
        }
    }

    /// Makes records of unknown words in lower case.
    fn add_small(&mut self) {
        let unknown = |text: &str| {
            text.chars().count() >= SMALL
                && text.chars().all(char::is_alphabetic)
                && !english::is_ordinary(text)
        };
        let mut small: Vec<(&Box<str>, Label)> = self
            .lower
            .iter()
            .filter(|(text, (n, _))| *n <= SELDOM && unknown(text) && !english::is_listed(text))
            .map(|(text, (_, at))| (text, *at))
            .collect();
        small.sort_by_key(|(_, at)| *at);
        for (text, at) in small {
            let mention = Mention {
                at,
                sentence: None,
                free: true,
                headline: false,
                title: None,
                role: None,
                speaks: false,
                quoted: false,
            };
            self.names.push(Name {
                text: text.clone(),
                kind: Kind::Small,
                words: vec![self.words.get(text)],
                mentions: vec![mention],
                neighbours: Vec::new(),
            });
        }
    }

    /// Makes records of phrases that have the words of a body or a title in another order.
    fn add_phrases(&mut self, doc: &Document) {
        let lower = std::mem::take(&mut self.lower);
        // Programmers run words together.
        let code = doc
            .target
            .iter()
            .any(|s| s.role == Role::Code || s.text.marks().iter().any(|m| m.kind == MarkKind::Code));
        let compounds = Compounds::of(lower.keys().filter(|_| !code).map(|word| &**word));
        let mut wanted = Wanted::of(&self.names);
        if wanted.is_empty() && compounds.is_empty() {
            self.lower = lower;
            return;
        }
        let mut sentences = 0;
        let mut index: HashMap<(Kind, &str), usize> = HashMap::new();
        for (i, segment) in doc.target.iter().enumerate().filter(|(_, s)| s.is_text()) {
            let shown = segment.shown();
            let tokens = tokens(shown);
            let phrases = wanted.find(shown, &tokens).into_iter().map(|words| (Kind::Phrase, words));
            let made = (0..tokens.len())
                .filter_map(|at| Some((Kind::Compound, at..at + compounds.at(shown, &tokens, at)?)));
            for (kind, words) in phrases.chain(made) {
                let range = tokens[words.start].range.start..tokens[words.end - 1].range.end;
                let text = &shown[range.start as usize..range.end as usize];
                let mention = Mention {
                    at: Label::target(i, range),
                    sentence: Some(sentences + tokens[words.start].sentence),
                    free: is_headline(shown, &tokens) || !is_inner(&tokens, &words),
                    headline: is_headline(shown, &tokens),
                    title: None,
                    role: None,
                    speaks: false,
                    quoted: false,
                };
                let next = self.names.len();
                let id = *index.entry((kind, text)).or_insert(next);
                if id == next {
                    self.names.push(Name {
                        text: text.into(),
                        kind,
                        words: words.map(|w| self.words.get(tokens[w].text(shown))).collect(),
                        mentions: Vec::new(),
                        neighbours: Vec::new(),
                    });
                }
                self.names[id].mentions.push(mention);
            }
            sentences += tokens.last().map_or(0, |t| t.sentence) + 1;
        }
        self.lower = lower;
    }

    fn segment(&mut self, segment: usize, scene: &Scene<'_>) {
        let words: Vec<Range<u32>> = scene.spots.iter().map(|s| s.token.range.clone()).collect();
        for words in titles(scene.shown, &words) {
            self.add(Kind::Title, segment, scene, Place { words, free: true, run: None, subject: false });
        }
        for words in scene.lettered() {
            self.add(Kind::Lettered, segment, scene, Place { words, free: true, run: None, subject: false });
        }
        let bodies = bodies(scene);
        for body in &bodies {
            let place = Place { words: body.words.clone(), free: body.whole, run: None, subject: true };
            self.add(Kind::Body, segment, scene, place);
        }
        let in_body = |r: &Range<usize>| {
            // "Harbour Meeting in Orin Bay" is held there.
            let held = |b: &Range<usize>| {
                b.start < r.start && b.end == r.end && matches!(scene.text(r.start - 1), "in" | "at")
            };
            let around = |b: &&super::bodies::Body| b.words.start <= r.start && r.end <= b.words.end;
            bodies.iter().filter(around).any(|b| b.words != *r && !held(&b.words))
        };
        for run in scene.runs() {
            let person = persons::person(scene, run.clone());
            let weighty =
                |i: usize| scene.spots[i].named && !scene.is(i, Trait::Title) && !scene.is(i, Trait::Rank);
            let solid = run.clone().filter(|&i| weighty(i)).count();
            for size in 1..=3 {
                for start in run.start..(run.end + 1).saturating_sub(size) {
                    let words = start..start + size;
                    if !words.clone().all(|i| scene.spots[i].named) {
                        continue;
                    }
                    let free = words.clone().filter(|&i| weighty(i)).count() == solid && !in_body(&words);
                    let kind = if size == 1 { Kind::Word } else { Kind::Run };
                    let subject = person.as_ref() == Some(&words);
                    self.add(kind, segment, scene, Place { words, free, run: Some(run.clone()), subject });
                }
            }
            for words in run.clone().filter_map(|i| scene.with_particles(i)) {
                let free = solid == 1 && !in_body(&words);
                self.add(Kind::Run, segment, scene, Place { words, free, run: None, subject: false });
            }
            if let Some(words) = person.filter(|p| p.len() > 1) {
                let free = words.clone().filter(|&i| weighty(i)).count() == solid && !in_body(&words);
                self.add(Kind::Person, segment, scene, Place { words, free, run: Some(run), subject: true });
            }
        }
    }

    fn add(&mut self, kind: Kind, segment: usize, scene: &Scene<'_>, place: Place) {
        let Place { words, free, run, subject } = place;
        let range = scene.range(words.clone());
        let written = &scene.shown[range.start as usize..range.end as usize];
        // A blank that keeps a line together is a blank.
        let text = &*written.replace('\u{a0}', " ");
        let mention = Mention {
            sentence: Some(self.sentences + scene.spots[words.start].token.sentence),
            free,
            headline: scene.headline,
            title: subject.then(|| persons::title(scene, words.start)).flatten(),
            role: subject.then(|| persons::role(scene, words.clone())).flatten(),
            speaks: subject && persons::speaks(scene, words.clone()),
            quoted: is_quoted(scene.shown, &range),
            at: Label::target(segment, range.clone()),
        };
        let id = self.record(kind, text, scene, &words);
        let name = &mut self.names[id];
        name.mentions.push(mention);
        let Some(run) = run.filter(|_| kind == Kind::Word) else { return };
        let mut beside = |i: usize, behind: bool| {
            let word = scene.spots[i].word.clone();
            name.neighbours.extend(word.map(|word| Neighbour { behind, word }));
        };
        if words.start > run.start {
            beside(words.start - 1, false);
        }
        if words.end < run.end {
            beside(words.end, true);
        }
    }

    fn record(&mut self, kind: Kind, text: &str, scene: &Scene<'_>, words: &Range<usize>) -> usize {
        let index = self.index.entry(kind).or_default();
        if let Some(&id) = index.get(text) {
            return id;
        }
        let id = self.names.len();
        index.insert(text.into(), id);
        let of = |i: usize| match &scene.spots[i].word {
            Some(word) => Arc::clone(word),
            None => self.words.get(scene.text(i)),
        };
        let words = words.clone().map(of).collect();
        self.names.push(Name {
            text: text.into(),
            kind,
            words,
            mentions: Vec::new(),
            neighbours: Vec::new(),
        });
        id
    }
}
