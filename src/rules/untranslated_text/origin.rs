//! What the source says of a run: brackets that the source has itself hold no gloss of the translator's.

use super::around::Around;
use crate::analysis::Analysis;
use crate::lang::is_han;

/// Whether the source has brackets with the run in them, so that those around the run are the source's own.
pub(super) fn is_in_brackets(a: &Analysis<'_>, segment: usize, around: &Around<'_>) -> bool {
    let run = around.inside();
    // Kana in the brackets of a Japanese source are the reading of what stands before.
    if run.chars().nth(1).is_none() || !run.chars().any(is_han) {
        return false;
    }
    a.sources(segment).iter().any(|&s| {
        let source = a.doc.source[s as usize].shown();
        let stands_in = |(at, _): (usize, &str)| {
            let opens = source[..at].rfind(['(', '（', ')', '）']);
            let closes = source[at..].find(['(', '（', ')', '）']);
            // Behind Latin letters or kana the source itself gives the original of a name.
            let explains =
                |i: usize| source[..i].chars().rev().find(|c| c.is_alphanumeric()).is_some_and(is_han);
            opens.is_some_and(|i| source[i..].starts_with(['(', '（']) && explains(i))
                && closes.is_some_and(|i| source[at + i..].starts_with([')', '）']))
        };
        source.match_indices(run).any(stands_in)
    })
}
