//! Names of several words in the source: rows of words that come again, such as the names of bodies and events.

use super::cues;
use super::find::{Run, name};
use super::forms::Forms;
use super::{Origin, SourceName};
use crate::finding::Label;
use crate::hash::Map;

/// The most words, and the fewest and most characters.
const WORDS: usize = 6;
const LENGTHS: std::ops::RangeInclusive<usize> = 3..=14;
/// How often a row must stand.
const OFTEN: u32 = 2;

/// A name of several words: the words that it is made of.
pub(super) struct Unit {
    pub(super) name: SourceName,
    pub(super) pieces: Vec<String>,
}

/// The rows that come again, hold no person, and are no part of a longer one that comes as often.
pub(super) fn find(runs: &[Run<'_>], mut people: Vec<Label>) -> Vec<Unit> {
    people.sort_unstable();
    let holds_person = |at: Label| {
        let first = people.partition_point(|p| (p.segment, p.end) <= (at.segment, at.start));
        people.get(first).is_some_and(|p| p.segment == at.segment && p.start < at.end)
    };
    let mut counts: Map<&str, u32> = Map::default();
    each(runs, |run, pieces| {
        let range = run.span(&pieces);
        *counts.entry(&run.text[range]).or_default() += 1;
    });
    let mut out: Vec<Unit> = Vec::new();
    let mut index: Map<&str, usize> = Map::default();
    each(runs, |run, pieces| {
        let range = run.span(&pieces);
        let text = &run.text[range.clone()];
        let count = counts[text];
        if count < OFTEN || !LENGTHS.contains(&text.chars().count()) {
            return;
        }
        // A longer row around it that comes as often is the name.
        let wider = |from: usize, to: usize| {
            to <= run.pieces.len()
                && counts.get(&run.text[run.span(&(from..to))]).is_some_and(|n| *n == count)
        };
        if pieces.start > 0 && wider(pieces.start - 1, pieces.end) || wider(pieces.start, pieces.end + 1) {
            return;
        }
        let at = Label::source(
            run.segment as usize,
            (run.start + range.start) as u32..(run.start + range.end) as u32,
        );
        if holds_person(at) {
            return;
        }
        let id = *index.entry(text).or_insert(out.len());
        if id == out.len() {
            let words = pieces.clone().map(|i| run.of(i).to_owned()).collect();
            out.push(Unit { name: name(text, Origin::Unit, Forms::default()), pieces: words });
        }
        out[id].name.mentions.push(at);
    });
    out
}

/// Every row of two words or more that no mark or word of grammar cuts.
fn each<'r, 'a>(runs: &'r [Run<'a>], mut give: impl FnMut(&'r Run<'a>, std::ops::Range<usize>))
where
    'a: 'r,
{
    for run in runs {
        let grammar = |i: usize| run.pieces[i].single && run.of(i).chars().all(cues::is_grammar);
        for first in 0..run.pieces.len() {
            let end = (first..run.pieces.len().min(first + WORDS)).find(|&i| grammar(i));
            let end = end.unwrap_or(run.pieces.len().min(first + WORDS));
            (first + 2..=end).for_each(|last| give(run, first..last));
        }
    }
}
