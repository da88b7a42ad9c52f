use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::repetition::is_verse;
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::{MarkKind, Role, Segment};
use crate::finding::{Label, Message, Raw, Severity};
use crate::lang::english::is_beginning;
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
    /// A text that has no full stops elsewhere, as verse, chat or a list of products, is left alone but for words that
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

type Words = HashSet<(&'static str, &'static str)>;

static OPEN: LazyLock<Words> = LazyLock::new(|| table(include_str!("truncated/words.tsv")));
static FINITE: LazyLock<Words> = LazyLock::new(|| table(include_str!("truncated/finite.tsv")));
static PAIRS: LazyLock<Words> = LazyLock::new(|| {
    let lines = include_str!("truncated/pairs.tsv").lines().filter(|l| !l.starts_with('#'));
    lines
        .filter_map(|l| l.split_once('\t'))
        .flat_map(|(lang, pairs)| pairs.split('|').map(move |p| (lang, p)))
        .collect()
});
static STRANDED: LazyLock<Words> = LazyLock::new(|| table(include_str!("truncated/stranded.tsv")));

fn table(data: &'static str) -> Words {
    data.lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| l.split_once('\t'))
        .flat_map(|(lang, words)| words.split(' ').map(move |w| (lang, w)))
        .collect()
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
        let cut = if Some(i) == end {
            let begun = a.sentences(i).len() > 1 || text.starts_with(|c: char| c.is_uppercase());
            let stopped = segment.role == Role::Paragraph && last_is_long(a, i);
            certain || broken || sentence && (open && begun || stopped || habit >= Habit::Regular && n > 0)
        } else if segment.role == Role::Item {
            // The items of many lists have no stops.
            let before = i.checked_sub(1).and_then(|p| a.doc.target.get(p));
            certain && count >= SENTENCE && before.is_some_and(|s| s.role == Role::Item && ends(s.shown()))
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

/// Whether the last two words are a pair after which a sentence goes on.
fn is_pair(a: &Analysis<'_>, i: usize) -> bool {
    let (text, lang) = (a.doc.target[i].shown(), a.doc.langs.target.primary());
    let fold = |w: &Range<u32>| fold(&text[w.start as usize..w.end as usize]);
    let [.., first, one, two] = a.words(i) else { return false };
    let pair = format!("{} {}", fold(one), fold(two));
    let three = format!("{} {pair}", fold(first));
    PAIRS.contains(&(lang, pair.as_str())) || PAIRS.contains(&(lang, three.as_str()))
}

/// Whether a word that stands nowhere else in the document is the first part of another.
fn is_broken(a: &Analysis<'_>, lang: &str, word: &str) -> bool {
    let again = |s: &Segment| s.shown().split(|c: char| !c.is_alphanumeric()).filter(|w| *w == word).count();
    lang == "en" && word.len() > 3 && is_beginning(word) && a.doc.target.iter().map(again).sum::<usize>() == 1
}

/// Whether the last of several sentences is a whole one but for its stop.
fn last_is_long(a: &Analysis<'_>, i: usize) -> bool {
    let (words, sentences) = (a.words(i), a.sentences(i));
    let text = a.doc.target[i].shown();
    let Some(last) = sentences.last().filter(|_| sentences.len() > 1) else { return false };
    text[last.start as usize..].starts_with(char::is_uppercase)
        && words.iter().rev().take_while(|w| w.start >= last.start).count() >= SENTENCE
        && has_finite(a, i, &a.doc.target[i])
}

/// Whether the last of several sentences has hardly begun: "Based on".
fn short(a: &Analysis<'_>, i: usize) -> bool {
    let (words, sentences) = (a.words(i), a.sentences(i));
    sentences.len() > 1
        && sentences
            .last()
            .is_some_and(|s| words.iter().rev().take_while(|w| w.start >= s.start).count() <= 3)
}

/// Whether a segment is a sentence and no title: it has a word that only sentences have, and most of its last words
/// are in lower case.
fn is_sentence(a: &Analysis<'_>, i: usize, segment: &Segment) -> bool {
    let text = segment.shown();
    let lang = a.doc.langs.target.primary();
    let words: Vec<&str> = a.words(i).iter().map(|w| &text[w.start as usize..w.end as usize]).collect();
    if lang == "de" || has_cjk(text) {
        return words.len() >= SENTENCE;
    }
    let tail = words[words.len().saturating_sub(SENTENCE)..].iter().filter(|w| w.chars().count() > 3);
    let (mut all, mut lower) = (0, 0);
    for word in tail {
        all += 1;
        lower += usize::from(word.chars().all(|c| c.is_lowercase() || !c.is_alphabetic()));
    }
    let participle = |w: &&str| lang == "en" && w.len() > 4 && w.ends_with("ed");
    let known = FINITE.iter().any(|(l, _)| *l == lang);
    lower * 2 >= all && (!known || words.iter().any(participle) || has_finite(a, i, segment))
}

/// Whether a segment has a word that only sentences have.
fn has_finite(a: &Analysis<'_>, i: usize, segment: &Segment) -> bool {
    let (text, lang) = (segment.shown(), a.doc.langs.target.primary());
    let word = |w: &Range<u32>| fold(&text[w.start as usize..w.end as usize]);
    a.words(i).iter().any(|w| FINITE.contains(&(lang, word(w).as_str())))
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
