use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::{MarkKind, Segment};
use crate::finding::{Applicability, Label, Message, Raw, Replace, Severity};
use crate::rule::Source;
use crate::text::script::{Script, script};
use crate::text::words::{fold, is_all_caps, is_capitalised};

declare_rule! {
    /// ## What it does
    /// Finds a word that stands twice in a row.
    ///
    /// ## Why it matters
    /// Machines stutter where two pieces of a sentence are joined, and editors leave a word behind when they rewrite.
    ///
    /// ## Examples
    /// ```flags
    /// The plan was sent to [[the the]] council.
    /// ```
    /// ```flags
    /// [[The the]] council agreed.
    /// ```
    /// ```passes
    /// He had had a very very long day in Walla Walla, and that that helped is no wonder.
    /// ```
    /// ```passes
    /// What it is is a loss. Training on on-policy data helps.
    /// ```
    ///
    /// ## Limits
    /// Names that double (`Duran Duran`) are told by their capitals, so `Berlin Berlin` passes. Words that are doubled
    /// for force (`very very`) pass always. Chinese and Japanese, which double words without a space, are left alone.
    DoubledWord {
        id: "doubled-word",
        summary: "a word that stands twice in a row",
        category: "fluency/duplication",
        severity: Severity::Warning,
        source: Source::Unneeded,
        yields_to: &["repetition", "machine-residue"],
    }
    check
}

/// Class and word, by language.
type Table = HashMap<&'static str, HashSet<(&'static str, &'static str)>>;

static WORDS: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::new();
    for line in include_str!("doubled_word/words.tsv").lines().filter(|l| !l.starts_with('#')) {
        let mut columns = line.split('\t');
        if let (Some(lang), Some(class), Some(words)) = (columns.next(), columns.next(), columns.next()) {
            table.entry(lang).or_default().extend(words.split(' ').map(|word| (class, word)));
        }
    }
    table
});

/// Whether a folded word of a language is doubled for force, as a call or as a sound.
pub(super) fn is_emphatic(lang: &str, word: &str) -> bool {
    is(lang, "emphasis", word)
}

/// Whether a folded word can join another with itself: "on and on".
pub(super) fn is_connective(lang: &str, word: &str) -> bool {
    is(lang, "connective", word)
}

/// Whether a folded word can hang a phrase on one like it: "the heir of the heir of".
pub(super) fn is_nesting(lang: &str, word: &str) -> bool {
    is(lang, "nesting", word)
}

/// Whether a subject and its verb end one clause and begin the next: "how it does it does well".
pub(super) fn meets_at_border(a: &Analysis<'_>, i: usize, text: &str, pair: &[Range<u32>; 2]) -> bool {
    let lang = a.doc.langs.target.primary();
    let words = a.words(i);
    let at = words.partition_point(|w| w.start < pair[0].start);
    is(lang, "subject", &fold(of(text, &pair[0])))
        && is(lang, "clause", &fold(of(text, &pair[1])))
        && after_question_word(text, words, &a.sentence_at(i, pair[0].start), at + 1)
}

fn is(lang: &str, class: &'static str, word: &str) -> bool {
    WORDS.get(lang).is_some_and(|words| words.contains(&(class, word)))
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    if a.doc.langs.target.is_cjk() && !a.doc.langs.target.is("ko") {
        return;
    }
    for (i, segment) in a.target() {
        let (text, words) = (segment.shown(), a.words(i));
        let mut at = 0;
        while at + 1 < words.len() {
            let mut last = at;
            while last + 1 < words.len() && same(text, &words[last], &words[last + 1]) {
                last += 1;
            }
            if last > at
                && let Some(finding) = judge(a, i, segment, words, at..last + 1)
            {
                out.push(finding);
            }
            at = last.max(at + 1);
        }
    }
}

fn of<'t>(text: &'t str, r: &Range<u32>) -> &'t str {
    &text[r.start as usize..r.end as usize]
}

/// Two words that differ in case at most, with nothing but white space between them.
fn same(text: &str, one: &Range<u32>, two: &Range<u32>) -> bool {
    one.end - one.start == two.end - two.start
        && text.as_bytes()[two.start as usize - 1].is_ascii_whitespace()
        && of(text, &(one.end..two.start)).chars().all(char::is_whitespace)
        && fold(of(text, one)) == fold(of(text, two))
}

fn judge(
    a: &Analysis<'_>,
    i: usize,
    segment: &Segment,
    words: &[Range<u32>],
    run: Range<usize>,
) -> Option<Raw> {
    let text = segment.shown();
    let lang = a.doc.langs.target.primary();
    let (first, second) = (&words[run.start], &words[run.start + 1]);
    let whole = first.start..words[run.end - 1].end;
    let word = fold(of(text, first));
    let is_function = is(lang, "function", &word);
    let before = run.start.checked_sub(1).map(|p| &words[p]);
    let sentence = a.sentence_at(i, first.start);
    let quiet = !is_word(&word)
        || !stands_free(text, &whole)
        || is_part_marked(segment, first, second)
        || is(lang, "grammar", &word)
        || is(lang, "emphasis", &word) && (!is_function || is_called(text, whole.end))
        || is(lang, "clause", &word) && after_question_word(text, words, &sentence, run.start)
        || !case_fits(lang, text, before, first, second, is_function)
        || !is_function && (words.len() <= 4 || is_set_apart(segment, &whole) || text.contains(['♪', '♫']));
    if quiet {
        return None;
    }
    let fix = if is_function { Applicability::Safe } else { Applicability::Unsafe };
    let surplus = Replace { at: Label::target(i, first.end..whole.end), with: String::new() };
    let finding = DoubledWord::META
        .finding(
            Label::target(i, whole.clone()),
            Message::new("`{word}` stands twice").with("word", of(text, first)),
        )
        .help("delete the second, or put back the word that it replaced")
        .fix(fix, vec![surplus]);
    Some(finding)
}

/// Letters of a script with spaces, and not a letter on its own that is spelled out.
fn is_word(word: &str) -> bool {
    let spaced = |c: char| !matches!(script(c), Script::Han | Script::Kana | Script::Bopomofo);
    word.chars().any(char::is_alphabetic)
        && word.chars().all(|c| !c.is_numeric() && spaced(c))
        && (word.chars().count() > 1
            || matches!(word, "a" | "i" | "y" | "o" | "à" | "é" | "그" | "이" | "저"))
}

/// Whether neither end is part of something longer: `Object.is is`, `on on-policy`, `the the_end`.
fn stands_free(text: &str, at: &Range<u32>) -> bool {
    let before = text[..at.start as usize].chars().next_back();
    let mut after = text[at.end as usize..].chars();
    let next = after.next();
    before.is_none_or(|c| {
        c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '‘' | '—' | '–' | '¿' | '¡' | '*')
    }) && next.is_none_or(|c| {
        c.is_whitespace()
            || !matches!(c, '-' | '_' | '/' | '@' | '=' | '‑' | '(' | '*' | '\'' | '’' | '\\')
                && after.next().is_none_or(|d| !d.is_alphanumeric())
    })
}

/// Whether markup covers one of the words and not the other, or says that they are code.
fn is_part_marked(segment: &Segment, first: &Range<u32>, second: &Range<u32>) -> bool {
    segment.text.marks_at(first.start..second.end).any(|m| {
        matches!(m.kind, MarkKind::Code | MarkKind::Url | MarkKind::NoTranslate)
            || m.range.end <= second.start
            || m.range.start >= first.end
    })
}

/// "He he," or "so so!": what is called out or laughed has a mark behind it.
fn is_called(text: &str, end: u32) -> bool {
    text[end as usize..].starts_with([',', '!', '~', '…', '?', '.', '”', '"'])
}

/// Whether the words are set apart as a title, foreign speech or the like.
fn is_set_apart(segment: &Segment, at: &Range<u32>) -> bool {
    segment
        .text
        .marks_at(at.clone())
        .any(|m| matches!(m.kind, MarkKind::Emphasis | MarkKind::Cite | MarkKind::Lang(_)))
}

/// "What it is is", "how he did did": the first closes a clause, the second is the verb of the sentence; and a verb's
/// own particle meets a preposition only there.
fn after_question_word(text: &str, words: &[Range<u32>], sentence: &Range<u32>, at: usize) -> bool {
    let from = words[..at].iter().rposition(|w| w.start < sentence.start).map_or(0, |p| p + 1);
    words[from..from.max(at.saturating_sub(1))].iter().any(|w| {
        let between = of(text, &(w.end..words[at].start));
        !between.contains([',', ';', ':', '“', '"'])
            && matches!(
                fold(of(text, w)).as_str(),
                "what" | "who" | "how" | "where" | "why" | "whatever" | "whoever" | "wherever"
            )
    })
}

fn case_fits(
    lang: &str,
    text: &str,
    before: Option<&Range<u32>>,
    first: &Range<u32>,
    second: &Range<u32>,
    is_function: bool,
) -> bool {
    let (one, two) = (of(text, first), of(text, second));
    let after_capital = before.is_some_and(|w| {
        is_capitalised(of(text, w)) && of(text, &(w.end..first.start)).chars().all(char::is_whitespace)
    });
    match (is_capitalised(one), is_capitalised(two)) {
        (false, false) => true,
        // "The the"; not "US us", "Will will".
        (true, false) => {
            is_function
                && !is_all_caps(one)
                && !is(lang, "name", &fold(one))
                && (!after_capital || one.len() == 1)
        }
        // "in the The Secret": the title of a work begins there.
        (false, true) => false,
        (true, true) if one.chars().count() == 1 => is_function && one == "I" && !after_capital,
        // A long word that ends a name of several ("Example University University") is no syllable of a name.
        (true, true) => {
            is_function && !is(lang, "name", &fold(one)) && !is_all_caps(one)
                || after_capital && one.chars().count() >= 7 && !is_all_caps(one)
        }
    }
}

#[cfg(test)]
mod tests;
