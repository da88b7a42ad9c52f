//! Beads as they are read for renderings: the names on one side, the words on the other, and what is taken already.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use super::Origin;
use super::find::Found;
use crate::align::Bead;
use crate::document::Document;
use crate::finding::Label;
use crate::names::facts::Trait;
use crate::names::fold::fold;
use crate::names::tokens::{Gap, tokens};
use crate::names::{Kind, Names, Word};

/// The mention of a name that waits for its rendering.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    /// The name.
    pub(super) name: u32,
    /// Where it stands.
    pub(super) at: Label,
    /// How far into the bead, 0 to 1.
    pub(super) position: f32,
    /// Whether it has a rendering.
    pub(super) done: bool,
}

/// A word of the target.
#[derive(Clone, Debug)]
pub(super) struct Tok {
    pub(super) at: Label,
    pub(super) fold: Box<str>,
    /// What is known of it, if it looks like a part of a name.
    pub(super) word: Option<Arc<Word>>,
    pub(super) capital: bool,
    /// Whether only a blank parts it from the one before.
    pub(super) joined: bool,
    /// The name that it renders.
    pub(super) owner: Option<u32>,
    /// Where the longest name of a body stands that it is a word of.
    pub(super) body: Option<Label>,
}

/// Both sides of a bead.
#[derive(Clone, Debug, Default)]
pub(super) struct Scene {
    /// The places in the source, in order.
    pub(super) source: Vec<Label>,
    pub(super) slots: Vec<Slot>,
    /// Names of several words, which may hold others.
    pub(super) units: Vec<Slot>,
    pub(super) toks: Vec<Tok>,
    /// The words of the source, by their numbers in [`Found::words`].
    pub(super) words: Vec<usize>,
}

/// The beads that have words of the target, in order.
pub(super) fn read(doc: &Document, beads: &[Bead], names: &Names, source: &Found) -> Vec<Scene> {
    let found = &source.names;
    let mut words: HashMap<(u32, u32), Arc<Word>> = HashMap::new();
    for (_, name) in names.of(Kind::Word) {
        let mentions = name.mentions.iter().map(|m| (m.at.segment, m.at.start));
        words.extend(mentions.map(|at| (at, Arc::clone(&name.words[0]))));
    }
    let mut bodies: HashMap<u32, Vec<Label>> = HashMap::new();
    for at in names.of(Kind::Body).flat_map(|(_, n)| &n.mentions).map(|m| m.at) {
        bodies.entry(at.segment).or_default().push(at);
    }
    let mut mentions: Vec<(Label, u32)> = Vec::new();
    for (id, name) in found.iter().enumerate() {
        mentions.extend(name.mentions.iter().map(|&m| (m, id as u32)));
    }
    mentions.sort_unstable();
    let units: Vec<_> = mentions.iter().filter(|(_, id)| source.pieces.contains_key(id)).copied().collect();
    mentions.retain(|&(_, id)| found[id as usize].origin != Origin::Unit);
    let mut read: HashMap<u32, Vec<Tok>> = HashMap::new();
    beads
        .iter()
        .filter(|bead| !bead.target.is_empty())
        .map(|bead| {
            let mut scene = Scene {
                source: bead.source.clone(),
                slots: slots(bead, &mentions),
                units: slots(bead, &units),
                toks: Vec::new(),
                words: Vec::new(),
            };
            for label in &bead.source {
                let place = |(w, _): &(Label, Box<str>)| (w.segment, w.start);
                let first = source.words.partition_point(|w| place(w) < (label.segment, label.start));
                let inside = source.words[first..]
                    .iter()
                    .take_while(|w| place(w) < (label.segment, label.end))
                    .count();
                scene.words.extend(first..first + inside);
            }
            for label in &bead.target {
                let all = read
                    .entry(label.segment)
                    .or_insert_with(|| segment(doc, label.segment, &words, bodies.get(&label.segment)));
                let first = all.partition_point(|t| t.at.start < label.start);
                let inside = all[first..].iter().take_while(|t| t.at.end <= label.end).cloned();
                let from = scene.toks.len();
                scene.toks.extend(inside);
                if let Some(tok) = scene.toks.get_mut(from) {
                    tok.joined = false;
                }
            }
            scene
        })
        .collect()
}

fn segment(
    doc: &Document,
    segment: u32,
    words: &HashMap<(u32, u32), Arc<Word>>,
    bodies: Option<&Vec<Label>>,
) -> Vec<Tok> {
    let shown = doc.target[segment as usize].shown();
    let body = |at: Label| {
        let around = bodies.into_iter().flatten().filter(|b| b.start <= at.start && at.end <= b.end);
        around.copied().max_by_key(|b| b.end - b.start)
    };
    let tok = |t: crate::names::tokens::Token| Tok {
        at: Label::target(segment as usize, t.range.clone()),
        fold: fold(t.text(shown)).into(),
        word: words.get(&(segment, t.range.start)).map(Arc::clone),
        capital: t.capital,
        joined: t.gap == Gap::Blank,
        owner: None,
        body: body(Label::target(segment as usize, t.range.clone())),
    };
    tokens(shown).into_iter().map(tok).collect()
}

fn slots(bead: &Bead, mentions: &[(Label, u32)]) -> Vec<Slot> {
    let total: u32 = bead.source.iter().map(|l| l.end - l.start).sum();
    let mut out = Vec::new();
    let mut before = 0;
    for label in &bead.source {
        let first = mentions.partition_point(|(m, _)| (m.segment, m.start) < (label.segment, label.start));
        let inside =
            mentions[first..].iter().take_while(|(m, _)| m.segment == label.segment && m.end <= label.end);
        out.extend(inside.map(|&(at, name)| Slot {
            name,
            at,
            position: (before + at.start - label.start) as f32 / total.max(1) as f32,
            done: false,
        }));
        before += label.end - label.start;
    }
    out
}

impl Scene {
    /// The name-like words that nothing has taken, in rows.
    pub(super) fn rows(&self) -> Vec<Range<usize>> {
        let open = |t: &Tok| t.owner.is_none() && t.word.is_some();
        let mut out: Vec<Range<usize>> = Vec::new();
        for (i, tok) in self.toks.iter().enumerate().filter(|(_, t)| open(t)) {
            match out.last_mut() {
                Some(last) if last.end == i && tok.joined => last.end = i + 1,
                _ => out.push(i..i + 1),
            }
        }
        out
    }

    /// The same without the titles, months and points of the compass at their edges; those that may be names.
    pub(super) fn stretches(&self) -> Vec<Range<usize>> {
        let edge = [Trait::Title, Trait::Rank, Trait::Month, Trait::Direction, Trait::Past];
        let is_edge = |i: usize| self.word(i).is_none_or(|w| w.traits.any(&edge));
        let trim = |mut r: Range<usize>| {
            while !r.is_empty() && is_edge(r.start) {
                r.start += 1;
            }
            while !r.is_empty() && is_edge(r.end - 1) {
                r.end -= 1;
            }
            r
        };
        let own = |i: usize| self.word(i).is_some_and(|w| !w.ordinary);
        let head = |i: usize| self.word(i).is_some_and(|w| w.is(Trait::Head));
        let named = |r: &Range<usize>| r.clone().any(own) || r.len() >= 2 && r.clone().any(head);
        self.rows().into_iter().map(trim).filter(|r| !r.is_empty() && named(r)).collect()
    }

    pub(super) fn word(&self, i: usize) -> Option<&Word> {
        self.toks[i].word.as_deref()
    }

    /// What words say, folded and put together.
    pub(super) fn fold(&self, words: &Range<usize>) -> String {
        self.toks[words.clone()].iter().map(|t| &*t.fold).collect()
    }

    /// How far into the bead words stand, 0 to 1.
    pub(super) fn position(&self, words: &Range<usize>) -> f32 {
        words.start as f32 / self.toks.len().max(1) as f32
    }

    /// The places in the source, each with the bytes of those before it.
    pub(super) fn stretches_of_source(&self) -> impl Iterator<Item = (Label, u32)> {
        self.source.iter().scan(0, |before, &label| {
            let at = *before;
            *before += label.end - label.start;
            Some((label, at))
        })
    }

    /// How far into the bead a byte of its source stands, 0 to 1.
    pub(super) fn share(&self, byte: u32) -> f32 {
        let total: u32 = self.source.iter().map(|l| l.end - l.start).sum();
        byte as f32 / total.max(1) as f32
    }

    /// Gives words to a name.
    pub(super) fn take(&mut self, words: Range<usize>, name: u32) {
        self.toks[words].iter_mut().for_each(|t| t.owner = Some(name));
    }

    /// Mentions without a rendering.
    pub(super) fn open(&self) -> impl Iterator<Item = (usize, &Slot)> {
        self.slots.iter().enumerate().filter(|(_, s)| !s.done)
    }
}
