//! Names that are written by sound: in Han characters that foreign names are written with, with dots or without, and in
//! katakana.

use std::collections::HashSet;

use super::find::{Finder, Run, is_dot, name};
use super::forms::Forms;
use super::sounds::Sounds;
use super::{Origin, SourceName, cues};
use crate::lang::pinyin::pinyin_forms;
use crate::lang::{kana, proper_names::known_name};
use crate::names::fold::fold;

impl Finder {
    /// `约翰·汉森`: foreign characters on both sides of dots.
    pub(super) fn dotted(&mut self, run: &mut Run<'_>) {
        const LONGEST: usize = 8;
        while let Some(dot) = run
            .pieces
            .iter()
            .zip(&run.taken)
            .position(|(p, taken)| !taken && run.text[p.range.clone()].contains(is_dot))
        {
            let range = run.pieces[dot].range.clone();
            let left = run.text[..range.start].char_indices().rev().take(LONGEST);
            let start = left
                .take_while(|&(_, c)| cues::is_foreign(c) || is_dot(c))
                .last()
                .map_or(range.start, |(at, _)| at);
            let right = run.text[range.end..].char_indices().take(2 * LONGEST);
            let end = right
                .take_while(|&(_, c)| cues::is_foreign(c) || is_dot(c))
                .last()
                .map_or(range.end, |(at, c)| range.end + at + c.len_utf8());
            // A word that begins or ends inside is part of the name or none of it.
            let over = |at: usize| run.pieces.iter().find(|p| p.range.start < at && at < p.range.end);
            let start = over(start).map_or(start, |p| p.range.start);
            let end = over(end).map_or(end, |p| p.range.start).max(range.end);
            run.taken[dot] = true;
            if start < range.start && end > range.end || !run.pieces[dot].single {
                self.mention(run, start..end, foreign);
            }
        }
    }

    /// Characters that foreign names are written with, in a row.
    pub(super) fn foreign(&mut self, run: &mut Run<'_>) {
        let mut i = 0;
        while i < run.pieces.len() {
            let mut end = i;
            while end < run.pieces.len()
                && !run.taken[end]
                && (run.all(end, cues::is_foreign)
                    && (run.pieces[end].single || end > i && !self.is_known(run.of(end)))
                    || end == i && run.pieces[end].single && cues::is_common_surname(run.of(end)))
            {
                end += 1;
            }
            let chars = (i..end).map(|k| run.of(k).chars().count()).sum::<usize>();
            let singles = (i..end).filter(|&k| run.pieces[k].single).count();
            if end > i && (4..=10).contains(&chars) && singles * 2 >= end - i {
                let range = run.span(&(i..end));
                self.mention(run, range, foreign);
            }
            i = end.max(i + 1);
        }
    }

    /// Names that were found elsewhere, and the parts of dotted ones, where they stand by themselves.
    pub(super) fn parts(&mut self, runs: &mut [Run<'_>]) {
        const MOST: usize = 6;
        let dotted: Vec<String> =
            self.names.iter().filter(|n| n.text.contains(is_dot)).map(|n| n.text.to_string()).collect();
        let mut parts: HashSet<String> = HashSet::new();
        for name in &dotted {
            parts.extend(name.split(is_dot).filter(|p| p.chars().count() >= 2).map(str::to_owned));
        }
        for run in runs {
            for first in 0..run.pieces.len() {
                for last in (first + 1..=(first + MOST).min(run.pieces.len())).rev() {
                    if run.taken[first..last].contains(&true) {
                        continue;
                    }
                    let range = run.span(&(first..last));
                    let text = &run.text[range.clone()];
                    let found = self.id(text).is_some_and(|id| self.names[id].origin != Origin::Faint);
                    if parts.contains(text) || found && text.chars().count() > 1 {
                        self.mention(run, range, foreign);
                        break;
                    }
                }
            }
        }
    }

    /// Words in katakana, with their dots.
    pub(super) fn kana(&mut self, segment: u32, shown: &str) {
        const LEAST: usize = 3;
        let is_part = |c: char| matches!(c, 'ァ'..='ヺ' | 'ー') || is_dot(c) || c == '＝' || c == '゠';
        let mut at = 0;
        while let Some(start) = shown[at..].find(|c: char| matches!(c, 'ァ'..='ヺ')).map(|i| at + i) {
            let end = shown[start..].find(|c| !is_part(c)).map_or(shown.len(), |i| start + i);
            let text = shown[start..end].trim_end_matches(|c| is_dot(c) || c == '＝');
            if text.chars().count() >= LEAST {
                self.add(segment, start..start + text.len(), text, |text| {
                    let parts: Vec<String> =
                        text.split(|c| is_dot(c) || c == '＝').filter_map(kana::romanise).collect();
                    let mut name = name(text, Origin::Foreign, Forms::default());
                    name.sounds =
                        vec![Sounds::foreign(&parts.iter().map(|p| fold(p)).collect::<Vec<_>>(), false)];
                    // Most such words are ordinary loans.
                    name.solid = false;
                    name
                });
            }
            at = end;
        }
    }
}

/// A name that is written by sound, known to the dictionary or not.
pub(super) fn foreign(text: &str) -> SourceName {
    let mut forms = Forms::default();
    if let Some(known) = known_name(text) {
        known.forms.iter().for_each(|form| forms.add(form, known.person));
    }
    let reading = |part: &str| pinyin_forms(part).into_iter().next();
    let parts: Vec<String> = text.split(is_dot).filter_map(reading).collect();
    let mut name = name(text, Origin::Foreign, forms);
    name.sounds.push(Sounds::foreign(&parts, true));
    name
}
