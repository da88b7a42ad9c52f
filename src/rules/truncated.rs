mod shape;
mod source;

use std::ops::Range;

use self::shape::{OPEN, STRANDED, has_finite, is_broken, is_pair, is_sentence, last_is_long, short};
use super::repetition::is_verse;
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::{MarkKind, Role, Segment};
use crate::finding::{Label, Message, Raw, Severity};
use crate::rule::Source;
use crate::text::script::has_cjk;
use crate::text::words::fold;

declare_rule! {
    /// ## What it does
    /// Finds a sentence that breaks off: the last one of the document without its full stop, and anywhere one that ends
    /// in a word that cannot be the last. The last word is marked.
    ///
    /// ## Why it matters
    /// A machine that reached the limit of its output stops in the middle of a word, and the rest is lost.
    ///
    /// ## Examples
    /// ```flags
    /// The river rose in spring and the town was flooded. Since then the people have lived on the hill.
    ///
    /// In summer the water fell again. After that the houses were rebuilt by the people [[who]]
    /// ```
    /// ```passes
    /// The river rose in spring, and that is what the town was waiting for.
    ///
    /// Photo: Li Ming
    /// ```
    ///
    /// ## Limits
    /// With the source a segment without a stop counts where its counterpart has one and the others have theirs. A text that has no full stops elsewhere, as verse, chat or a list of products, is left alone but for words that
    /// cannot be the last. Headings, cells and captions are not looked at.
    Truncated {
        id: "truncated",
        summary: "a sentence that breaks off",
        category: "accuracy/omission",
        severity: Severity::Warning,
        source: Source::Helps,
        yields_to: &["machine-residue", "repetition", "omission"],
    }
    check
}

/// Words of a segment that is a sentence rather than a heading.
const SENTENCE: usize = 8;
/// Segments at the beginning that may be titles, bylines and leads.
const HEAD: usize = 3;
/// How many segments must have said how the text ends its sentences.
const FEW: usize = 3;
const MANY: usize = 6;

/// Whether the sentences of a document end in stops, so that one without stands out.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd)]
enum Habit {
    Loose,
    Regular,
    Strict,
}

fn habit(a: &Analysis<'_>, prose: &[(usize, &Segment)]) -> Habit {
    let long = prose.iter().skip(1).filter(|(i, s)| a.words(*i).len() >= SENTENCE && is_sentence(a, *i, s));
    let (mut all, mut stopped) = (0, 0);
    for (_, segment) in long {
        all += 1;
        stopped += usize::from(ends(segment.shown()));
    }
    match all - stopped {
        0 | 1 if all >= MANY => Habit::Strict,
        open if all >= FEW && open <= 1.max(all / 10) => Habit::Regular,
        _ => Habit::Loose,
    }
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let lang = a.doc.langs.target.primary();
    let prose: Vec<(usize, &Segment)> = a.target().filter(|(_, s)| is_prose(s)).collect();
    let habit = habit(a, &prose);
    let end = a.target().next_back().map(|(i, _)| i);
    let sources = source::Stops::new(a);
    for (n, &(i, segment)) in prose.iter().enumerate() {
        let text = segment.shown().trim_end();
        let Some(word) = a.words(i).last() else { continue };
        let bare = text.trim_end_matches([',', '，', '、', '-', '—']).trim_end();
        let count = a.words(i).len();
        let shows = a.doc.target.get(i + 1).is_some_and(|next| next.role == Role::Code);
        if word.end as usize != bare.len()
            || is_link(segment, word.end)
            || count < FEW
            || shows
            || is_verse(segment)
        {
            continue;
        }
        let folded = fold(&text[word.start as usize..word.end as usize]);
        let is_lower = folded == text[word.start as usize..word.end as usize];
        let open = is_lower && OPEN.contains(&(lang, folded.as_str()));
        let certain = open && !STRANDED.contains(&(lang, folded.as_str())) || is_pair(a, i);
        let plain = is_lower && folded.chars().all(char::is_alphabetic);
        let sentence = count >= SENTENCE && plain && is_sentence(a, i, segment);
        let broken = sentence && is_broken(a, lang, &folded);
        let unstopped = plain && bare.len() == text.len() && sources.only_here(i);
        let cut = if unstopped {
            true
        } else if Some(i) == end {
            let begun = a.sentences(i).len() > 1 || text.starts_with(|c: char| c.is_uppercase());
            let stopped = segment.role == Role::Paragraph && last_is_long(a, i);
            certain || broken || sentence && (open && begun || stopped || habit >= Habit::Regular && n > 0)
        } else if segment.role == Role::Item {
            // The items of many lists have no stops, and the last but one of a list may end in "and".
            let beside = |n: Option<usize>| n.and_then(|n| a.doc.target.get(n));
            let last = beside(Some(i + 1)).is_none_or(|s| s.role != Role::Item);
            let before = beside(i.checked_sub(1));
            let stopped = before.is_some_and(|s| s.role == Role::Item && ends(s.shown()));
            certain && count >= SENTENCE && last && stopped
        } else {
            let is_heading = segment.role == Role::Heading && !a.doc.file.path.ends_with(".txt");
            let stands_out = n >= HEAD
                && !is_heading
                && sentence
                && habit == Habit::Strict
                && bare.len() == text.len()
                && text.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '“' | '"'))
                && has_finite(a, i, segment)
                && !source_is_open(a);
            next_begins(a, i) && (certain || broken || open && short(a, i) || stands_out)
        };
        // Chinese and Japanese write many lines without a stop, and a text in another script has its own rule.
        let fits = if a.doc.langs.target.is_cjk() {
            Some(i) == end && habit == Habit::Strict && count >= SENTENCE * 2
        } else {
            !has_cjk(&folded)
        };
        if cut && fits {
            out.push(report(i, segment, word.clone()));
        }
    }
}

/// Whether the source has lines without a stop behind its title: then the translation may have some.
fn source_is_open(a: &Analysis<'_>) -> bool {
    a.doc.source.iter().skip(HEAD).any(|s| s.shown().trim_end().ends_with(char::is_alphanumeric))
}

fn report(i: usize, segment: &Segment, word: Range<u32>) -> Raw {
    let text = &segment.shown()[word.start as usize..word.end as usize];
    Truncated::META
        .finding(
            Label::target(i, word.clone()),
            Message::new("the sentence breaks off at `{word}`").with("word", text),
        )
        .help("translate the rest of it")
}

/// In plain text a short line without a stop is read as a heading, so headings count where they are long.
fn is_prose(segment: &Segment) -> bool {
    segment.role.is_prose() || segment.role == Role::Heading
}

/// Whether a text ends as a sentence or a line of its own ends.
fn ends(text: &str) -> bool {
    !text.trim_end().ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '，' | '、' | '-'))
}

/// Whether the next segment begins a sentence: the line was not merely broken in two.
fn next_begins(a: &Analysis<'_>, i: usize) -> bool {
    a.target()
        .find(|(n, _)| *n > i)
        .and_then(|(_, s)| s.shown().chars().find(|c| c.is_alphanumeric()))
        .is_some_and(|c| c.is_uppercase() || has_cjk(c.encode_utf8(&mut [0; 4])))
}

/// Whether a text ends in a link, an address or code.
fn is_link(segment: &Segment, end: u32) -> bool {
    let text = segment.shown();
    let word = text.split_whitespace().next_back().unwrap_or_default();
    word.contains("://")
        || word.contains('@')
        || word.starts_with('#')
        || segment
            .text
            .marks_at(end.saturating_sub(1)..end)
            .any(|m| !matches!(m.kind, MarkKind::Emphasis | MarkKind::Lang(_)))
}

#[cfg(test)]
mod tests;
