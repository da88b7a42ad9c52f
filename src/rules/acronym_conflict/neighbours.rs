//! The words beside a place: two initialisms with the same neighbours stand for one thing more likely than two.

use std::collections::HashSet;

use crate::analysis::Analysis;
use crate::text::acronym::Use;
use crate::text::words::fold;

/// The folded words right before and right after a place inside its sentence, those apart that stand everywhere.
pub(super) fn of(a: &Analysis<'_>, used: &Use) -> HashSet<(bool, String)> {
    let text = a.doc.target[used.segment].shown();
    let words = a.words(used.segment);
    let at = words.partition_point(|w| w.start < used.range.start);
    let sentence = a.sentence_at(used.segment, used.range.start);
    let mut out = HashSet::new();
    let mut add = |i: Option<usize>, after: bool| {
        let Some(range) =
            i.and_then(|i| words.get(i)).filter(|w| w.start >= sentence.start && w.end <= sentence.end)
        else {
            return;
        };
        let word = fold(&text[range.start as usize..range.end as usize]);
        if !COMMON.contains(&word.as_str()) {
            out.insert((after, word));
        }
    };
    add(at.checked_sub(1), false);
    add(Some(at + 1), true);
    out
}

/// Words that stand beside everything.
const COMMON: &[&str] = &[
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "has", "have", "in", "is", "it", "its",
    "of", "on", "or", "that", "to", "was", "were", "which", "will", "with",
];
