//! Characters that are no word and stand together several times, with something else around them each time: names that no
//! dictionary has.

use std::collections::{BTreeMap, BTreeSet};

use super::find::{Finder, Run, name};
use super::forms::Forms;
use super::sounds::Sounds;
use super::{Origin, cues};

/// The longest string, in characters.
const LONGEST: usize = 4;
/// How often it must stand.
const OFTEN: usize = 2;

/// What is known of a string.
#[derive(Default)]
struct Seen {
    places: Vec<(usize, usize)>,
    before: BTreeSet<Option<char>>,
    behind: BTreeSet<Option<char>>,
}

/// Finds repeated strings among the characters that nothing has taken.
pub(super) fn find(finder: &mut Finder, runs: &mut [Run<'_>]) {
    let mut seen: BTreeMap<&str, (usize, Seen)> = BTreeMap::new();
    for (at, run) in runs.iter().enumerate() {
        for first in 0..run.pieces.len() {
            for size in 2..=LONGEST {
                let pieces = first..first + size;
                if !is_free(run, &pieces) {
                    break;
                }
                let range = run.span(&pieces);
                let text: &str = run.text;
                let entry = &mut seen.entry(&text[range.clone()]).or_insert((size, Seen::default())).1;
                entry.places.push((at, first));
                // The edge of a run is a mark or another script: always something else.
                entry.before.insert(run.text[..range.start].chars().next_back());
                entry.behind.insert(run.text[range.end..].chars().next());
            }
        }
    }
    let varied = |set: &BTreeSet<Option<char>>| set.len() >= 2 || set.contains(&None);
    let mut kept: Vec<(usize, Seen)> = seen
        .into_iter()
        .filter(|(text, (_, s))| {
            let edges = [text.chars().next(), text.chars().next_back()];
            s.places.len() >= OFTEN
                && varied(&s.before)
                && varied(&s.behind)
                && !edges.into_iter().flatten().any(cues::is_grammar)
        })
        .map(|(_, seen)| seen)
        .collect();
    // Longer ones first: what they take is not there for their parts.
    kept.sort_by_key(|(size, s)| std::cmp::Reverse((*size, s.places.len())));
    for (size, s) in kept {
        let free: Vec<_> =
            s.places.into_iter().filter(|&(at, first)| is_free(&runs[at], &(first..first + size))).collect();
        if free.len() < OFTEN {
            continue;
        }
        for (at, first) in free {
            let range = runs[at].span(&(first..first + size));
            finder.mention(&mut runs[at], range, |text| {
                let mut out = name(text, Origin::Repeated, Forms::default());
                out.sounds.push(Sounds::han(text));
                out
            });
        }
    }
}

fn is_free(run: &Run<'_>, pieces: &std::ops::Range<usize>) -> bool {
    pieces.end <= run.pieces.len() && pieces.clone().all(|i| !run.taken[i] && run.pieces[i].single)
}
