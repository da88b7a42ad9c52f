//! Names in Japanese text that are written in kanji: runs that are no word of the dictionary and come again, or stand
//! before a title.

use std::collections::HashMap;

use super::find::{Finder, Run, name};
use super::forms::Forms;
use super::sounds::Sounds;
use super::{Origin, SourceName, cues};
use crate::lang::dictionary::Dictionary;
use crate::names::Word;

/// The shortest and the longest, in characters.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=5;
/// How often a run must stand that has no title.
const OFTEN: u32 = 2;

/// Finds the names among whole runs.
pub(super) fn find(finder: &mut Finder, runs: &mut [Run<'_>]) {
    let mut counts: HashMap<String, u32> = HashMap::new();
    for run in runs.iter().filter(|r| fits(r)) {
        *counts.entry(run.text.to_owned()).or_default() += 1;
    }
    for run in runs.iter_mut().filter(|r| fits(r)) {
        let often = counts.get(run.text).is_some_and(|n| *n >= OFTEN);
        if often || cues::title_behind(run.behind) {
            let whole = 0..run.text.len();
            finder.mention(run, whole, |text| name(text, Origin::Repeated, Forms::default()));
        }
    }
}

/// Adds what names can be read as by their characters.
pub(super) fn read(names: &mut [SourceName]) {
    for name in names.iter_mut().filter(|n| n.origin != Origin::Faint) {
        let Some(sounds) = Sounds::kanji(&name.text) else { continue };
        // What English calls by another name is not written by its reading: 中華.
        let read = |form: &String| sounds.likeness(&[&Word::new(form)]) > 0.0;
        if name.forms.is_empty() || name.forms.texts.iter().any(read) {
            name.sounds.push(sounds);
        }
    }
}

fn fits(run: &Run<'_>) -> bool {
    LENGTHS.contains(&run.text.chars().count())
        && !run.taken.contains(&true)
        && !Dictionary::get().contains(run.text)
        && !run.text.chars().any(char::is_numeric)
        // Compounds of two words of the dictionary are hardly names.
        && run.pieces.iter().any(|p| p.single)
}
