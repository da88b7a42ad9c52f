//! Finds the names in the source of a document.

use std::ops::Range;

use super::foreign::foreign;
use super::forms::Forms;
use super::people::{self, Grams};
use super::sounds::Sounds;
use super::words::{Piece, cut};
use super::{Origin, SourceName, cues, kanji, repeated, units};
use crate::document::{Document, Lang};
use crate::finding::Label;
use crate::hash::Map;
use crate::lang::{is_han, proper_names::known_name};
use crate::pack::{PackSet, schema};
use crate::share;

/// A run of Han characters, with dots inside, cut into words.
pub(super) struct Run<'a> {
    pub(super) segment: u32,
    /// Where it begins in the shown text.
    pub(super) start: usize,
    pub(super) text: &'a str,
    pub(super) pieces: Vec<Piece>,
    /// For each piece, whether a name has it.
    pub(super) taken: Vec<bool>,
    /// What stands before and behind it in the segment.
    pub(super) before: &'a str,
    pub(super) behind: &'a str,
}

impl Run<'_> {
    pub(super) fn of(&self, i: usize) -> &str {
        &self.text[self.pieces[i].range.clone()]
    }

    /// The text of several pieces.
    pub(super) fn span(&self, pieces: &Range<usize>) -> Range<usize> {
        self.pieces[pieces.start].range.start..self.pieces[pieces.end - 1].range.end
    }

    pub(super) fn all(&self, i: usize, is: impl Fn(char) -> bool) -> bool {
        self.of(i).chars().all(is)
    }
}

/// Collects names.
pub(super) struct Finder {
    pub(super) names: Vec<SourceName>,
    index: Map<String, usize>,
    /// What is known of words that were looked up.
    known: Map<String, Option<(Forms, bool)>>,
    packs: Map<String, (Vec<String>, bool)>,
}

/// What was found in the source.
pub(super) struct Found {
    /// The names; each mention belongs to one, and none overlaps another, but for names of several words, which stand last.
    pub(super) names: Vec<SourceName>,
    /// The words of names of several words, by the number of the name; the names of bodies that are known count as one.
    pub(super) pieces: Map<u32, Vec<String>>,
    /// The words of the whole text, in order.
    pub(super) words: Vec<(Label, Box<str>)>,
}

/// Segments that are worth a thread.
const SHARE: usize = 500;

/// Reads the source of a document.
pub(super) fn find<'a>(doc: &'a Document, packs: &PackSet) -> Found {
    let mut finder = Finder {
        names: Vec::new(),
        index: Map::default(),
        known: Map::default(),
        packs: pack_names(doc, packs),
    };
    let texts: Vec<(u32, &str)> = doc
        .source
        .iter()
        .enumerate()
        .filter(|(_, s)| s.is_text())
        .map(|(i, s)| (i as u32, s.shown()))
        .collect();
    let japanese = doc.langs.source.as_ref().is_some_and(|l: &Lang| l.is("ja"));
    // In Japanese a dot between kanji parts the items of a list.
    let dots = !japanese;
    let of_share = |_, texts: &[(u32, &'a str)]| -> Vec<Run<'a>> {
        texts.iter().flat_map(|&(segment, shown)| han_runs(segment, shown, dots)).collect()
    };
    let mut runs: Vec<Run<'_>> = share::map(&texts, SHARE, of_share).into_iter().flatten().collect();
    let grams = Grams::count(&runs);
    for run in &mut runs {
        finder.dotted(run);
        finder.packs(run);
        if !japanese {
            finder.foreign(run);
        }
        if !japanese {
            people::find(&mut finder, run, &grams);
        }
        finder.known(run);
    }
    finder.parts(&mut runs);
    if japanese {
        kanji::find(&mut finder, &mut runs);
        finder.parts(&mut runs);
    } else {
        repeated::find(&mut finder, &mut runs);
    }
    for &(segment, shown) in texts.iter().filter(|_| japanese) {
        finder.kana(segment, shown);
    }
    finder.bracketed(&texts);
    if japanese {
        kanji::read(&mut finder.names);
    }
    let mut names = finder.finish(japanese);
    let body = |n: &SourceName| n.origin == Origin::Known && n.forms.has_head() && n.text.chars().count() > 2;
    let whole = |(id, n): (usize, &SourceName)| (id as u32, vec![n.text.to_string()]);
    let mut pieces: Map<u32, Vec<String>> =
        names.iter().enumerate().filter(|(_, n)| body(n)).map(whole).collect();
    let people: Vec<Label> = names
        .iter()
        .filter(|n| n.origin == Origin::Person && n.solid || n.forms.person)
        .flat_map(|n| n.mentions.iter().copied())
        .collect();
    for unit in units::find(&runs, people) {
        let id = names.len() as u32;
        pieces.insert(id, unit.pieces);
        names.push(SourceName { family: id, ..unit.name });
    }
    Found { names, pieces, words: words(&runs) }
}

/// All words of the source of two characters and more, and single ones that are no grammar.
fn words(runs: &[Run<'_>]) -> Vec<(Label, Box<str>)> {
    let mut out = Vec::new();
    for run in runs {
        for piece in &run.pieces {
            let text = &run.text[piece.range.clone()];
            if !(piece.single && text.chars().all(cues::is_grammar)) {
                let at = (run.start + piece.range.start) as u32..(run.start + piece.range.end) as u32;
                out.push((Label::source(run.segment as usize, at), text.into()));
            }
        }
    }
    out
}

fn pack_names(doc: &Document, packs: &PackSet) -> Map<String, (Vec<String>, bool)> {
    let mut out: Map<String, (Vec<String>, bool)> = Map::default();
    for pack in packs.for_langs(&doc.langs) {
        for entry in pack.entries().iter().filter(|e| e.kind == schema::Kind::Name) {
            for source in entry.spec.source.iter() {
                let (forms, person) = out.entry(source.clone()).or_default();
                forms.extend(entry.right().map(str::to_owned));
                *person |= entry.spec.kind.as_deref() == Some("person");
            }
        }
    }
    out
}

/// Whether a character parts the names of a foreign person.
pub(super) fn is_dot(c: char) -> bool {
    matches!(c, '·' | '・' | '‧' | '•')
}

fn han_runs(segment: u32, shown: &str, dots: bool) -> Vec<Run<'_>> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(start) = shown[at..].find(is_han).map(|i| at + i) {
        let end =
            shown[start..].find(|c| !(is_han(c) || dots && is_dot(c))).map_or(shown.len(), |i| start + i);
        let text = shown[start..end].trim_end_matches(is_dot);
        let pieces = cut(text);
        let taken = vec![false; pieces.len()];
        let (before, behind) = (&shown[..start], &shown[start + text.len()..]);
        out.push(Run { segment, start, text, pieces, taken, before, behind });
        at = end;
    }
    out
}

impl Finder {
    /// Adds a mention in bytes of a run, and takes the pieces that it touches.
    pub(super) fn mention(
        &mut self,
        run: &mut Run<'_>,
        range: Range<usize>,
        make: impl FnOnce(&str) -> SourceName,
    ) {
        for (piece, taken) in run.pieces.iter().zip(&mut run.taken) {
            *taken |= piece.range.start < range.end && range.start < piece.range.end;
        }
        let at = run.start + range.start..run.start + range.end;
        self.add(run.segment, at, &run.text[range], make);
    }

    pub(super) fn add(
        &mut self,
        segment: u32,
        at: Range<usize>,
        text: &str,
        make: impl FnOnce(&str) -> SourceName,
    ) {
        let label = Label::source(segment as usize, at.start as u32..at.end as u32);
        let id = *self.index.entry(text.to_owned()).or_insert(self.names.len());
        if id == self.names.len() {
            self.names.push(make(text));
        }
        self.names[id].mentions.push(label);
    }

    /// The name that is written so, if there is one.
    pub(super) fn id(&self, text: &str) -> Option<usize> {
        self.index.get(text).copied()
    }

    /// Names of the rule packs, wherever words begin and end.
    fn packs(&mut self, run: &mut Run<'_>) {
        const MOST: usize = 5;
        if self.packs.is_empty() {
            return;
        }
        for first in 0..run.pieces.len() {
            let longest = (first + 1..=(first + MOST).min(run.pieces.len())).rev();
            for last in longest.filter(|&last| !run.taken[first..last].contains(&true)) {
                let range = run.span(&(first..last));
                let Some(forms) = self.packs.get(&run.text[range.clone()]) else { continue };
                let mut known = Forms::default();
                let (forms, person) = forms;
                for form in forms {
                    known.add(form, *person);
                }
                self.mention(run, range, |text| person_too(name(text, Origin::Known, known)));
                break;
            }
        }
    }

    pub(super) fn is_known(&mut self, text: &str) -> bool {
        self.look_up(text).is_some()
    }

    /// The dictionary's forms of a word, and whether it is a name and nothing else.
    fn look_up(&mut self, text: &str) -> Option<&(Forms, bool)> {
        if !self.known.contains_key(text) {
            let found = known_name(text).map(|known| {
                let mut forms = Forms::default();
                known.forms.iter().for_each(|form| forms.add(form, known.person));
                forms.place = known.place || forms.is_country();
                (forms, known.sure)
            });
            self.known.insert(text.to_owned(), found);
        }
        self.known.get(text).and_then(Option::as_ref)
    }

    /// Names of the dictionary that are words of the text.
    fn known(&mut self, run: &mut Run<'_>) {
        for i in 0..run.pieces.len() {
            if run.taken[i] {
                continue;
            }
            let single = run.pieces[i].single;
            let range = run.pieces[i].range.clone();
            let Some((forms, sure)) = self.look_up(&run.text[range.clone()]).cloned() else { continue };
            let origin = if single || !sure || forms.is_month() || forms.is_pair() {
                Origin::Faint
            } else {
                Origin::Known
            };
            self.mention(run, range, |text| person_too(name(text, origin, forms)));
        }
    }
}

/// A person that is known may be written by the reading of the characters all the same.
fn person_too(mut name: SourceName) -> SourceName {
    let chars: Vec<(usize, char)> = name.text.char_indices().collect();
    if name.forms.person && name.origin != Origin::Faint {
        let surname = [2, 1]
            .into_iter()
            .filter_map(|n| chars.get(n))
            .find(|(at, _)| people::is_surname(&name.text[..*at]));
        if let Some(&(at, _)) = surname.filter(|_| chars.len() <= 4) {
            name.sounds.push(Sounds::person(&name.text[..at], &name.text[at..]));
        } else if chars.iter().all(|(_, c)| cues::is_foreign(*c) || is_dot(*c)) {
            name.sounds.extend(foreign(&name.text).sounds.pop());
        }
    }
    name
}

/// A record without mentions.
pub(super) fn name(text: &str, origin: Origin, forms: Forms) -> SourceName {
    let sounds = if forms.is_empty() { Vec::new() } else { vec![Sounds::forms(&forms.texts)] };
    SourceName {
        text: text.into(),
        origin,
        mentions: Vec::new(),
        family: 0,
        forms,
        misread: None,
        sounds,
        solid: origin != Origin::Faint,
    }
}
