//! Persons in Chinese text: a surname and one or two characters that are no word, or that stand beside a title.

use super::find::{Finder, Run, name};
use super::foreign::foreign;
use super::forms::Forms;
use super::sounds::Sounds;
use super::{Origin, SourceName, cues};
use crate::hash::Map;
use crate::lang::dictionary::Dictionary;
use crate::lang::surname::surname_readings;

/// How often strings that begin with a surname stand in the source.
pub(super) struct Grams<'a>(Map<&'a str, u32>);

/// The longest name, in characters.
const LONGEST: usize = 4;

impl<'a> Grams<'a> {
    pub(super) fn count(runs: &[Run<'a>]) -> Self {
        let mut counts = Map::default();
        for run in runs {
            let starts: Vec<usize> =
                run.text.char_indices().map(|(at, _)| at).chain([run.text.len()]).collect();
            for (i, &start) in starts.iter().enumerate() {
                let ends = starts.iter().skip(i + 2).take(LONGEST - 1);
                ends.for_each(|&end| *counts.entry(&run.text[start..end]).or_default() += 1);
            }
        }
        Self(counts)
    }

    pub(super) fn of(&self, text: &str) -> u32 {
        self.0.get(text).copied().unwrap_or_default()
    }
}

/// Whether a text is a surname and no word of grammar.
pub(super) fn is_surname(text: &str) -> bool {
    !text.chars().all(cues::is_grammar) && !surname_readings(text).is_empty()
}

/// Finds the persons in a run.
pub(super) fn find(finder: &mut Finder, run: &mut Run<'_>, grams: &Grams<'_>) {
    let mut i = 0;
    while i < run.pieces.len() {
        let found = (!run.taken[i] && is_surname(run.of(i))).then(|| person(run, i, grams)).flatten();
        match found {
            Some((end, solid)) => {
                let range = run.span(&(i..end));
                let given = run.pieces[i].range.end - range.start;
                finder.mention(run, range, |text| record(text, given, solid));
                if solid {
                    upgrade(finder, run, i, end);
                }
                i = end;
            }
            None => i += 1,
        }
    }
}

/// A name that was doubtful at first and is certain here is certain everywhere.
fn upgrade(finder: &mut Finder, run: &Run<'_>, start: usize, end: usize) {
    if let Some(id) = finder.id(&run.text[run.span(&(start..end))]) {
        finder.names[id].solid = true;
    }
}

/// Where the name of a person that begins with piece `i` ends, and whether it is certain.
fn person(run: &Run<'_>, i: usize, grams: &Grams<'_>) -> Option<(usize, bool)> {
    let free = |k: usize| k < run.pieces.len() && !run.taken[k];
    let fits = |k: usize| free(k) && run.of(k).chars().all(|c| !cues::is_never_in_names(c));
    let before = format!("{}{}", tail(run.before), &run.text[..run.pieces[i].range.start]);
    let led = cues::title_before(&before);
    let followed = |end: usize| {
        let rest = &run.text[run.pieces[end - 1].range.end..];
        cues::title_behind(rest) || rest.is_empty() && cues::title_behind(run.behind)
    };
    let count = |end: usize| grams.of(&run.text[run.span(&(i..end))]);
    if !fits(i + 1) || cues::is_address(&run.text[run.pieces[i].range.end..]) {
        return None;
    }
    let common = cues::is_common_surname(run.of(i));
    // A given name that is a word of the dictionary.
    if !run.pieces[i + 1].single {
        let two = run.of(i + 1).chars().count() == 2;
        let solid = led && followed(i + 2) || (led || followed(i + 2)) && count(i + 2) >= 2;
        let is_word = Dictionary::get().may_be_name(run.of(i + 1));
        return (two && (solid || common && !is_word)).then_some((i + 2, solid));
    }
    let two = fits(i + 2) && run.pieces[i + 2].single;
    let longer = two && (!followed(i + 2) || count(i + 3) >= count(i + 2));
    let end = if longer { i + 3 } else { i + 2 };
    let often = longer && common && count(end) >= 2;
    let solid = (led || followed(end)) && (common || longer) || often;
    (solid || common).then_some((end, solid))
}

/// The last characters of a text.
fn tail(text: &str) -> &str {
    let start = text.char_indices().rev().take(8).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

fn record(text: &str, surname: usize, solid: bool) -> SourceName {
    let (surname, given) = text.split_at(surname);
    let by_sound = text.chars().count() >= 3 && text.chars().skip(1).all(cues::is_foreign);
    let mut out = if by_sound { foreign(text) } else { name(text, Origin::Person, Forms::default()) };
    out.sounds.push(Sounds::person(surname, given));
    (out.origin, out.solid) = (Origin::Person, solid);
    out
}
