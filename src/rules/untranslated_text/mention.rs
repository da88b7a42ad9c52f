//! Citations: text that stands there for itself, as a word, a character, a title, what was typed or written.

use super::around::Around;
use super::cues::cues;
use super::gloss;
use crate::text::script::script;

/// Words that may stand between a cue and what it cites.
const FILLERS: &[&str] = &[
    "a",
    "an",
    "the",
    "of",
    "as",
    "for",
    "is",
    "are",
    "was",
    "were",
    "be",
    "called",
    "named",
    "like",
    "and",
    "or",
    "to",
    "in",
    "on",
    "with",
    "from",
    "two",
    "three",
    "four",
    "single",
    "same",
    "this",
    "that",
    "these",
    "his",
    "her",
    "its",
    "simply",
    "chinese",
    "japanese",
    "korean",
    "english",
    "mandarin",
    "cantonese",
    "traditional",
    "simplified",
    "following",
];

/// Whether a run is cited.
pub(super) fn is_mention(a: &Around<'_>) -> bool {
    if a.is_glued() && !a.is_quoted() {
        return false;
    }
    cue_before(a) || cue_after(a) || gloss::before_reading(a) || is_option(a) || is_titled(a)
}

/// A cue right before the run, or a noun of language with a few words between.
fn cue_before(a: &Around<'_>) -> bool {
    let words = a.words_before(9);
    // A dash, a full stop or a closing bracket parts the cue from the run.
    let near = a.before.rsplit(['—', '.', ')', '）', ';', '!', '?']).next().unwrap_or_default();
    let reach = crate::text::words::words(near).len();
    let words = &words[..words.len().min(reach)];
    let skip = words.iter().take_while(|w| FILLERS.contains(&w.as_str())).count();
    for i in 0..=skip.min(3) {
        let Some(one) = words.get(i) else { break };
        if cues().has("directly", one) {
            return a.is_quoted() || !is_adjective(one) || i > 0;
        }
        for n in 2..=3 {
            let Some(phrase) = words.get(i..i + n) else { break };
            let phrase: Vec<&str> = phrase.iter().rev().map(String::as_str).collect();
            if cues().has("directly", &phrase.join(" ")) {
                return true;
            }
        }
    }
    // "in other words", "in a word" and "the words of a student" cite nothing.
    let cjk = |w: &str| w.chars().any(|c| script(c).is_cjk());
    let idiom = |i: usize| {
        i > 1 && words[i - 1] == "of" && !cjk(&words[i - 2])
            || words
                .get(i + 1)
                .is_some_and(|w| w == "other" || w == "a" && words.get(i + 2).is_some_and(|w| w == "in"))
    };
    // "The word for "sea" is 海": what is quoted between is the meaning.
    let quoted = near
        .split(['"', '“', '”', '「', '」'])
        .skip(1)
        .step_by(2)
        .map(|q| crate::text::words::words(q).len())
        .sum::<usize>();
    let content = |i: usize| words[..i].iter().filter(|w| !FILLERS.contains(&w.as_str())).count();
    let noun = |w: &str| cues().has("noun", w) || a.is_quoted() && cues().has("text", w);
    (0..words.len()).any(|i| noun(&words[i]) && !idiom(i) && content(i) <= quoted + 1)
}

/// "Chinese 茶" is a noun left over after an adjective; "in Chinese, 茶" is cited.
fn is_adjective(word: &str) -> bool {
    matches!(
        word,
        "chinese"
            | "japanese"
            | "korean"
            | "mandarin"
            | "cantonese"
            | "says"
            | "text"
            | "message"
            | "reading"
            | "type"
    )
}

fn cue_after(a: &Around<'_>) -> bool {
    let rest = a.after.trim_start_matches(['"', '\'', '”', '’', '」', '』', '》', '*', '_']);
    // The cue belongs to the same clause.
    if rest.starts_with(['.', ';', '!', '?', ')', '）', '。']) {
        return false;
    }
    if let Some(quote) =
        rest.strip_prefix(", \"").or_else(|| rest.strip_prefix(", “")).or_else(|| rest.strip_prefix(", '"))
    {
        let meaning = quote.split(['"', '”', '\'']).next().unwrap_or_default();
        let lower = meaning.starts_with(char::is_lowercase);
        return lower
            && !a.is_glued()
            && quote.len() > meaning.len()
            && meaning.split_whitespace().count() <= 6;
    }
    (1..=4).any(|n| {
        let words = a.words_after(n);
        cues().has("after", &words) && (!words.starts_with("in ") || ends_phrase(rest, n))
    })
}

/// Whether a phrase of `n` words ends there: "in Chinese" does not in "in Chinese medicine".
fn ends_phrase(text: &str, n: usize) -> bool {
    let Some(last) = crate::text::words::words(text).get(n - 1).cloned() else { return true };
    let next = text[last.end as usize..].trim_start();
    let word = next.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    word.is_empty()
        || matches!(
            word,
            "is" | "means" | "meaning" | "and" | "or" | "for" | "as" | "but" | "which" | "literally" | "it"
        )
}

/// One of several lettered answers: "a) 甜 b) 酸".
fn is_option(a: &Around<'_>) -> bool {
    let label = |text: &str| {
        let bytes = text.trim_end().as_bytes();
        matches!(bytes, [.., c, b')' | b'.'] if c.is_ascii_alphabetic())
            && bytes.len().checked_sub(3).is_none_or(|i| !bytes[i].is_ascii_alphanumeric())
    };
    label(a.before)
        && a.text.chars().filter(|c| script(*c).is_cjk()).count() >= 2
        && a.text.matches(')').count() >= 2
}

/// In book-title marks, after a noun for a work or after the translated title.
fn is_titled(a: &Around<'_>) -> bool {
    let Some(lead) = a.before.trim_end().strip_suffix(['《', '〈', '『']) else { return false };
    if !a.after.trim_start().starts_with(['》', '〉', '』']) {
        return false;
    }
    let work = |w: &str| cues().has("work", w) || cues().has("work", w.trim_end_matches('s'));
    let after = a.words_after(4);
    a.words_before(14).iter().any(|w| work(w)) || after.split(' ').any(work) || gloss::after_title(lead)
}
