//! What stands around a double and tells that it is meant.

use std::ops::Range;

use super::{is, of};
use crate::analysis::Analysis;
use crate::document::{MarkKind, Role, Segment};
use crate::text::words::fold;

/// Whether a subject and its verb end one clause and begin the next: "how it does it does well".
pub(in crate::rules) fn meets_at_border(
    a: &Analysis<'_>,
    i: usize,
    text: &str,
    pair: &[Range<u32>; 2],
) -> bool {
    let lang = a.doc.langs.target.primary();
    let words = a.words(i);
    let at = words.partition_point(|w| w.start < pair[0].start);
    is(lang, "subject", &fold(of(text, &pair[0])))
        && is(lang, "clause", &fold(of(text, &pair[1])))
        && after_question_word(text, words, &a.sentence_at(i, pair[0].start), at + 1)
}

/// "What it is is", "how he did did": the first closes a clause, the second is the verb of the sentence; and a verb's
/// own particle meets a preposition only there. "What was was." needs its stop: "who were were there" is a slip.
pub(super) fn after_question_word(
    text: &str,
    words: &[Range<u32>],
    sentence: &Range<u32>,
    at: usize,
) -> bool {
    let from = words[..at].iter().rposition(|w| w.start < sentence.start).map_or(0, |p| p + 1);
    let closed = words.get(at + 1).is_some_and(|w| {
        text[w.end as usize..].trim_start_matches(['”', '"', '’']).starts_with(['.', ',', ';', '!', '?'])
    });
    let last = if closed { at } else { at.saturating_sub(1) };
    words[from..from.max(last)].iter().any(|w| {
        let between = of(text, &(w.end..words[at].start));
        !between.contains([',', ';', ':', '“', '"'])
            && matches!(
                fold(of(text, w)).as_str(),
                "what" | "who" | "how" | "where" | "why" | "whatever" | "whoever" | "wherever"
            )
    })
}

/// Whether the two words of a double do different work: "they came in in single file", "you can can the beans".
pub(super) fn has_two_uses(lang: &str, text: &str, words: &[Range<u32>], run: &Range<usize>) -> bool {
    let word = |n: usize| words.get(n).map(|w| fold(of(text, w)));
    let (before, after) = (run.start.checked_sub(1).and_then(word), word(run.end));
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let here = word(run.start).unwrap_or_default();
    let is = |class, word: &str| is(lang, class, word);
    run.len() == 2
        && (is("particle", &here) && is("phrasal", &before)
            || is("modal", &here) && (is("determiner", &before) || is("determiner", &after))
            || is("number", &here) && (is("number", &before) || is("number", &after)))
}

/// Whether a double with capitals is the name of something: it is all that its segment says, or it comes again.
pub(super) fn is_name(a: &Analysis<'_>, text: &str, at: &Range<u32>) -> bool {
    let double = of(text, at);
    double.len() == text.trim().len()
        || a.target().map(|(_, s)| s.shown().matches(double).count()).sum::<usize>() > 1
}

/// Whether the code in a document has a word for a name: "with radius `radius`" may be written without its marks.
pub(super) fn is_in_code(a: &Analysis<'_>, word: &str) -> bool {
    let holds = |code: &str| code.split(|c: char| !c.is_alphanumeric() && c != '_').any(|w| w == word);
    a.doc.target.iter().any(|s| {
        s.role == Role::Code && holds(s.shown())
            || s.text.marks().iter().any(|m| m.kind == MarkKind::Code && holds(of(s.shown(), &m.range)))
    })
}

/// Whether markup covers one of the words and not the other, or says that they are code.
pub(super) fn is_part_marked(segment: &Segment, first: &Range<u32>, second: &Range<u32>) -> bool {
    segment
        .text
        .marks_at(first.start..second.end)
        .any(|m| m.kind.is_literal() || m.range.end <= second.start || m.range.start >= first.end)
}

/// "He he," or "so so!": what is called out or laughed has a mark behind it.
pub(super) fn is_called(text: &str, end: u32) -> bool {
    text[end as usize..].starts_with([',', '!', '~', '…', '?', '.', '”', '"'])
}

/// Whether the words are set apart as a title, foreign speech or the like.
pub(super) fn is_set_apart(segment: &Segment, at: &Range<u32>) -> bool {
    segment
        .text
        .marks_at(at.clone())
        .any(|m| matches!(m.kind, MarkKind::Emphasis | MarkKind::Cite | MarkKind::Lang(_)))
}
