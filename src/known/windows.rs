//! Where words of the target stand for the characters of a phrase, one for each.

use std::collections::HashSet;
use std::ops::Range;

use super::scene::{Gap, Scene, Unit};
use crate::text::stem::stem;

/// The words of a unit by their stems.
pub(super) fn stems(unit: &Unit) -> Vec<String> {
    unit.words.iter().map(|w| stem(&w.folded)).collect()
}

/// The first and the last of the words that stand for characters, and how many characters have one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Window {
    pub(super) words: Range<usize>,
    pub(super) matched: usize,
}

/// The window of at most `width` words that has words for the most characters; the first of equals.
pub(super) fn best(words: &[String], characters: &[HashSet<String>], width: usize) -> Option<Window> {
    let starts = |at: usize| characters.iter().any(|c| c.contains(&words[at]));
    let all = (0..words.len()).filter(|&at| starts(at)).map(|at| window(words, characters, at, width));
    // Of equals the last is kept by `max_by_key`, so the order is turned.
    all.rev().max_by_key(|w| w.matched)
}

fn window(words: &[String], characters: &[HashSet<String>], at: usize, width: usize) -> Window {
    let end = words.len().min(at + width);
    let mut used: Vec<usize> = Vec::new();
    for of in characters {
        let free = (at..end).find(|i| !used.contains(i) && of.contains(&words[*i]));
        used.extend(free);
    }
    let last = used.iter().max().map_or(at, |&last| last + 1);
    let first = used.iter().min().copied().unwrap_or(at);
    Window { words: first..last, matched: used.len() }
}

/// Whether no punctuation stands between the words of a window.
pub(super) fn is_whole(unit: &Unit, window: &Range<usize>) -> bool {
    window.clone().skip(1).all(|i| unit.words[i].gap != Gap::Other)
}

/// The words of the sentence that a window stands in, by their numbers.
pub(super) fn sentence(scene: &Scene<'_>, unit: &Unit, window: &Range<usize>) -> Range<usize> {
    let range = scene.a.sentence_at(unit.segment, unit.words[window.start].range.start);
    let start = unit.words.partition_point(|w| w.range.start < range.start);
    let end = unit.words.partition_point(|w| w.range.start < range.end);
    start..end.max(window.end)
}

#[cfg(test)]
mod tests {
    use super::best;
    use std::collections::HashSet;

    #[test]
    fn the_best_window_is_found() {
        let words: Vec<String> =
            "snow and we draw a snake and add feet to it".split(' ').map(String::from).collect();
        let of = |list: &str| -> HashSet<String> { list.split(' ').map(String::from).collect() };
        let characters = [of("draw paint"), of("snake"), of("add"), of("feet foot")];
        let found = best(&words, &characters, 6);
        assert_eq!(found.map(|w| (w.words, w.matched)), Some((3..9, 4)));
        assert!(best(&words, &[of("dragon")], 3).is_none());
    }
}
