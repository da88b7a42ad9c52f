//! Strings that the source sets between marks and has again, the titles of works and coined words, and what stands between
//! marks in the translation for them.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::cues;
use super::marks::{self, Marked};
use super::meaning::{Glosses, keys};
use super::words::cut;
use crate::align::Bead;
use crate::document::Document;
use crate::finding::Label;
use crate::lang::is_han;
use crate::lang::pinyin::pinyin_forms;
use crate::names::facts::{Trait, traits};
use crate::names::fold::fold;
use crate::names::tokens::tokens;

/// A string between marks that has several wordings.
#[derive(Clone, Debug)]
pub struct Title {
    /// As the source has it, without the marks.
    pub text: Box<str>,
    /// Whether it is a name: one stands between the marks of titles, it is long, or a wording has capitals inside.
    pub is_name: bool,
    /// Its wordings, the most frequent first, of equally frequent ones the earliest.
    pub wordings: Vec<Wording>,
}

/// One wording of a title.
#[derive(Clone, Debug)]
pub struct Wording {
    /// As it stands where it stands first.
    pub text: Box<str>,
    /// Where it stands, each with the place of the title in the source.
    pub places: Vec<(Label, Label)>,
}

/// How well what stands between marks must fit by its meaning where the numbers of marks differ.
const FITS: f64 = 0.5;
/// The most words between marks that are no speech.
const WORDS: usize = 14;
/// The fewest characters of a string that is looked for without marks.
const BARE: usize = 4;

/// A mention of a string in a bead.
struct Mention {
    key: usize,
    at: Label,
    marked: bool,
}

/// What stands for a mention.
struct Found {
    key: usize,
    source: Label,
    target: Label,
}

/// The strings that have several wordings, in the order of the source.
pub(super) fn titles(doc: &Document, beads: &[Bead]) -> Vec<Title> {
    let strings = recurring(doc);
    if strings.is_empty() {
        return Vec::new();
    }
    let mut glosses = Glosses::default();
    let mut found: Vec<Found> = Vec::new();
    let mut open: Vec<(Mention, &Bead)> = Vec::new();
    for bead in beads.iter().filter(|b| !b.target.is_empty()) {
        let mentions = strings.within(&bead.source);
        if mentions.iter().all(|m| m.key == ONCE) {
            continue;
        }
        pair(doc, bead, mentions, &mut glosses, &mut found, &mut open);
    }
    for (mention, bead) in open {
        found.extend(elsewhere(doc, bead, &strings, &mention, &found));
    }
    group(doc, &strings, found)
}

/// The number of strings that stand once.
const ONCE: usize = usize::MAX;

/// The strings between marks of a source, and all their places in order.
struct Strings {
    texts: Vec<Box<str>>,
    /// Whether one stands between the marks of titles anywhere.
    is_title: Vec<bool>,
    places: Vec<(Label, usize, bool)>,
}

impl Strings {
    fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    fn within(&self, labels: &[Label]) -> Vec<Mention> {
        let mut out = Vec::new();
        for label in labels {
            let first =
                self.places.partition_point(|(p, ..)| (p.segment, p.start) < (label.segment, label.start));
            let inside = self.places[first..]
                .iter()
                .take_while(|(p, ..)| p.segment == label.segment && p.end <= label.end);
            out.extend(inside.map(|&(at, key, marked)| Mention { key, at, marked }));
        }
        out
    }
}

fn recurring(doc: &Document) -> Strings {
    let texts = || doc.source.iter().enumerate().filter(|(_, s)| s.is_text());
    let mut marked: Vec<(Label, Marked)> = Vec::new();
    for (segment, text) in texts() {
        let all = marks::in_source(text.shown()).into_iter();
        marked.extend(all.map(|m| (Label::source(segment, m.range.start as u32..m.range.end as u32), m)));
    }
    let text = |l: &Label| &doc.source[l.segment as usize].shown()[l.start as usize..l.end as usize];
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (label, _) in marked.iter().filter(|(_, m)| !m.is_speech) {
        *counts.entry(text(label)).or_default() += 1;
    }
    let mut bare: Vec<(Label, &str)> = Vec::new();
    let mut long: Vec<&str> = counts.keys().copied().filter(|t| t.chars().count() >= BARE).collect();
    long.sort_unstable();
    for (segment, s) in texts().filter(|_| !long.is_empty()) {
        for t in &long {
            let hits = s.shown().match_indices(t);
            let label = |at: usize| Label::source(segment, at as u32..(at + t.len()) as u32);
            bare.extend(hits.map(|(at, _)| (label(at), *t)));
        }
    }
    bare.retain(|(b, _)| !marked.iter().any(|(m, _)| m.overlaps(*b)));
    for (_, t) in &bare {
        counts.entry(t).and_modify(|n| *n += 1);
    }
    let titles: HashSet<&str> = marked.iter().filter(|(_, m)| m.is_title).map(|(l, _)| text(l)).collect();
    let mut out = Strings { texts: Vec::new(), is_title: Vec::new(), places: Vec::new() };
    let mut index: HashMap<&str, usize> = HashMap::new();
    let all =
        marked.iter().map(|(l, _)| (*l, text(l), true)).chain(bare.iter().map(|(l, t)| (*l, *t, false)));
    for (label, text, is_marked) in all {
        let key = if counts.get(text).is_some_and(|n| *n >= 2) {
            *index.entry(text).or_insert_with(|| {
                out.texts.push(text.into());
                out.is_title.push(titles.contains(text));
                out.texts.len() - 1
            })
        } else {
            ONCE
        };
        out.places.push((label, key, is_marked));
    }
    out.places.sort_unstable();
    out
}

/// Puts what stands between marks on both sides of a bead together: all by order where there are as many, else what fits
/// by its meaning.
fn pair<'b>(
    doc: &Document,
    bead: &'b Bead,
    mentions: Vec<Mention>,
    glosses: &mut Glosses,
    found: &mut Vec<Found>,
    open: &mut Vec<(Mention, &'b Bead)>,
) {
    let mut targets: Vec<Option<Label>> = Vec::new();
    for label in &bead.target {
        let segment = &doc.target[label.segment as usize];
        targets.extend(marks::in_target(segment, label.start..label.end).into_iter().map(|r| {
            Some(Label::target(label.segment as usize, r)).filter(|l| words(doc, *l).len() <= WORDS)
        }));
    }
    let text = |l: Label| &doc.source[l.segment as usize].shown()[l.start as usize..l.end as usize];
    let marked: Vec<usize> = (0..mentions.len()).filter(|&i| mentions[i].marked).collect();
    let even = marked.len() == targets.len();
    let mut fits: Vec<(f64, usize, usize)> = Vec::new();
    for &m in &marked {
        for (t, target) in targets.iter().enumerate() {
            let fit = target.map_or(0.0, |t| fit(text(mentions[m].at), &words(doc, t), glosses));
            if fit > 0.0 && (even || fit >= FITS) {
                fits.push((fit, m, t));
            }
        }
    }
    fits.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut of: HashMap<usize, usize> = HashMap::new();
    let mut taken: HashSet<usize> = HashSet::new();
    for (_, m, t) in fits {
        if !of.contains_key(&m) && taken.insert(t) {
            of.insert(m, t);
        }
    }
    let free_targets: Vec<usize> = (0..targets.len()).filter(|t| !taken.contains(t)).collect();
    let free: Vec<usize> = marked.iter().copied().filter(|m| !of.contains_key(m)).collect();
    if let ([mention], [target], true) = (&free[..], &free_targets[..], even) {
        of.insert(*mention, *target);
    }
    for (i, mention) in mentions.into_iter().enumerate().filter(|(_, m)| m.key != ONCE) {
        match of.get(&i).and_then(|&t| targets[t]) {
            Some(target) => found.push(Found { key: mention.key, source: mention.at, target }),
            None => open.push((mention, bead)),
        }
    }
}

/// How well words render a string, 0 to 1: the mean of what each side explains of the other.
fn fit(source: &str, target: &[String], glosses: &mut Glosses) -> f64 {
    let content: Vec<&String> = target
        .iter()
        .filter(|w| !traits(w).any(&[Trait::Closed, Trait::Connector, Trait::Article]))
        .collect();
    let pieces: Vec<String> = source
        .split(|c| !is_han(c))
        .filter(|run| !run.is_empty())
        .flat_map(|run| cut(run).into_iter().map(|p| run[p.range].to_owned()).collect::<Vec<_>>())
        .collect();
    if content.is_empty() || pieces.is_empty() {
        return 0.0;
    }
    let keyed: Vec<HashSet<String>> = content.iter().map(|w| w.split('-').flat_map(keys).collect()).collect();
    let joined: String = content.iter().map(|w| fold(w)).collect();
    let mut renders = |piece: &String, word: usize| {
        glosses.linked(piece, &keyed[word])
            || pinyin_forms(piece).iter().any(|p| p.len() > 2 && joined.contains(p))
    };
    let met = |n: usize, of: usize| n as f64 / of as f64;
    let of_words = (0..keyed.len()).filter(|&w| pieces.iter().any(|p| renders(p, w))).count();
    let of_pieces = pieces.iter().filter(|p| (0..keyed.len()).any(|w| renders(p, w))).count();
    f64::midpoint(met(of_words, keyed.len()), met(of_pieces, pieces.len()))
}

/// What renders a mention without marks: a wording that is known from other places, or the string itself.
fn elsewhere(
    doc: &Document,
    bead: &Bead,
    strings: &Strings,
    mention: &Mention,
    found: &[Found],
) -> Option<Found> {
    let known: HashSet<String> =
        found.iter().filter(|f| f.key == mention.key).map(|f| key(&words(doc, f.target))).collect();
    let make = |target: Label| Found { key: mention.key, source: mention.at, target };
    for label in &bead.target {
        let shown = doc.target[label.segment as usize].shown();
        let toks = tokens(&shown[label.start as usize..label.end as usize]);
        let place = |first: usize, last: usize| {
            Label::target(
                label.segment as usize,
                label.start + toks[first].range.start..label.start + toks[last].range.end,
            )
        };
        for first in 0..toks.len() {
            let ends = first..toks.len().min(first + WORDS);
            if let Some(at) =
                ends.map(|last| place(first, last)).find(|&at| known.contains(&key(&words(doc, at))))
            {
                return Some(make(at));
            }
        }
    }
    let text = &*strings.texts[mention.key];
    bead.target.iter().find_map(|label| {
        let shown = &doc.target[label.segment as usize].shown()[..label.end as usize];
        let at = shown[label.start as usize..].find(text)? as u32 + label.start;
        // In brackets it explains what stands before.
        let is_gloss = shown[..at as usize].trim_end_matches(['《', '“', '"', '「']).ends_with(['(', '（']);
        (!is_gloss).then(|| make(Label::target(label.segment as usize, at..at + text.len() as u32)))
    })
}

/// The words of a place in lower case.
fn words(doc: &Document, at: Label) -> Vec<String> {
    let shown = &doc.target[at.segment as usize].shown()[at.start as usize..at.end as usize];
    tokens(shown).iter().map(|t| t.text(shown).to_lowercase()).collect()
}

/// What two wordings are compared by: their words without articles and plurals, put together.
fn key(words: &[String]) -> String {
    let plain = |w: &String| {
        let folded = fold(w);
        if folded.len() > 3 { folded.trim_end_matches('s').to_owned() } else { folded }
    };
    let counts = |w: &&String| !traits(w).has(Trait::Article);
    words.iter().filter(counts).map(plain).collect()
}

/// The strings with more than one wording.
fn group(doc: &Document, strings: &Strings, mut found: Vec<Found>) -> Vec<Title> {
    found.sort_by_key(|f| (f.key, f.target, f.source));
    found.dedup_by_key(|f| (f.key, f.target));
    let mut by: BTreeMap<usize, Vec<(String, Wording)>> = BTreeMap::new();
    for f in found {
        let text =
            &doc.target[f.target.segment as usize].shown()[f.target.start as usize..f.target.end as usize];
        let words = words(doc, f.target);
        let key = if words.is_empty() { text.to_owned() } else { key(&words) };
        let all = by.entry(f.key).or_default();
        let at = all.iter().position(|(known, _)| *known == key).unwrap_or_else(|| {
            all.push((key, Wording { text: text.into(), places: Vec::new() }));
            all.len() - 1
        });
        all[at].1.places.push((f.target, f.source));
    }
    // Quoted speech and everyday words take the form that their sentence asks for.
    let titled = |key: usize| strings.is_title[key];
    for (_, all) in by.iter_mut().filter(|(key, _)| !titled(**key)) {
        all.retain(|(_, w)| !w.text.split(' ').any(|word| cues::is_clause(&word.to_lowercase())));
    }
    let several = by.into_iter().filter(|(_, all)| all.len() >= 2);
    let title = |(key, all): (usize, Vec<(String, Wording)>)| {
        let mut wordings: Vec<Wording> = all.into_iter().map(|(_, w)| w).collect();
        wordings.sort_by_key(|w| (std::cmp::Reverse(w.places.len()), w.places[0].0));
        let long = strings.texts[key].chars().count() > BARE;
        let is_name = long || strings.is_title[key] || wordings.iter().any(|w| has_capitals(&w.text));
        Title { text: strings.texts[key].clone(), is_name, wordings }
    };
    several.map(title).collect()
}

/// Whether a word behind the first has a capital.
fn has_capitals(text: &str) -> bool {
    text.split(' ').skip(1).any(|w| w.starts_with(char::is_uppercase))
}
