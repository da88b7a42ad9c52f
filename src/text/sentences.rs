//! Sentences, by the Unicode rules, mended where an abbreviation was taken for an end.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::script::{Script, script};

/// Abbreviations after which a sentence goes on, in lower case and without the stop.
const ABBREVIATIONS: &[&str] = &[
    "adm", "al", "approx", "art", "assoc", "asst", "ave", "brig", "ca", "capt", "cf", "cmdr", "col", "corp",
    "dept", "dr", "ed", "eds", "eq", "est", "etc", "fig", "figs", "gen", "gov", "hon", "jr", "lt", "maj",
    "messrs", "mr", "mrs", "ms", "mt", "no", "nos", "op", "pp", "pres", "prof", "rep", "rev", "sen", "sgt",
    "sr", "st", "supt", "vol", "vs", "viz", "e.g", "i.e", "u.s", "u.k", "u.n", "p.m", "a.m",
];

/// The sentences of a text as byte ranges without the white space around them.
pub fn sentences(text: &str) -> Vec<Range<u32>> {
    let mut out: Vec<Range<u32>> = Vec::new();
    let mut open = false;
    for (at, part) in text.split_sentence_bound_indices() {
        let trimmed = part.trim();
        if trimmed.is_empty() {
            continue;
        }
        let start = (at + part.len() - part.trim_start().len()) as u32;
        let end = start + trimmed.len() as u32;
        match out.last_mut() {
            Some(last) if open => last.end = end,
            _ => out.push(start..end),
        }
        open = ends_in_abbreviation(trimmed, &text[at + part.len()..]);
    }
    out
}

/// A sentence, or what stands like one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Bytes of the text, without the white space around.
    pub range: Range<u32>,
    /// Whether a soft end parts it from its neighbour.
    pub soft: bool,
}

/// Characters on both sides of a white space that make it a soft end.
const HEADLINE: usize = 14;

/// The sentences of a text, those of Chinese and Japanese parted also at soft ends: a white space between two Han
/// characters far from the sentence's ends, as headlines, lists of features and chats have it.
pub fn soft_sentences(text: &str) -> Vec<Sentence> {
    let mut out = Vec::new();
    for whole in sentences(text) {
        let first = out.len();
        let (mut start, mut count, mut left) = (whole.start, 0, 0);
        let sentence = &text[whole.start as usize..whole.end as usize];
        let total = sentence.chars().count();
        let mut before = None;
        let mut chars = sentence.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|(_, n)| *n);
            let is_han = |c: Option<char>| c.is_some_and(|c| script(c) == Script::Han);
            left += 1;
            count += 1;
            if c.is_whitespace()
                && is_han(before)
                && is_han(next)
                && count > HEADLINE
                && total - left >= HEADLINE
            {
                let end = whole.start + at as u32;
                out.push(Sentence { range: start..end, soft: true });
                start = end + c.len_utf8() as u32;
                count = 0;
            }
            before = Some(c);
        }
        out.push(Sentence { range: start..whole.end, soft: out.len() > first });
    }
    out
}

fn ends_in_abbreviation(sentence: &str, rest: &str) -> bool {
    let Some(body) = sentence.strip_suffix('.') else { return false };
    let word =
        body.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '“' | '"')).next().unwrap_or_default();
    let folded = word.to_lowercase();
    let next = rest.trim_start().chars().next();
    if folded == "etc" || folded == "a.m" || folded == "p.m" || folded == "u.s" {
        return next.is_some_and(|c| c.is_lowercase() || c.is_ascii_digit());
    }
    if folded == "no" {
        return next.is_some_and(|c| c.is_ascii_digit());
    }
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    initial && next.is_some_and(char::is_uppercase) || ABBREVIATIONS.contains(&folded.as_str())
}

#[cfg(test)]
mod tests {
    use super::{sentences, soft_sentences};
    use proptest::prelude::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|r| &text[r.start as usize..r.end as usize]).collect()
    }

    #[test]
    fn abbreviations_end_no_sentence() {
        assert_eq!(
            split("Mr. Li met Dr. J. Smith at 5 p.m. He left."),
            ["Mr. Li met Dr. J. Smith at 5 p.m.", "He left."]
        );
        assert_eq!(
            split("It cost No. 5 dearly. No. It did not."),
            ["It cost No. 5 dearly.", "No.", "It did not."]
        );
    }

    #[test]
    fn cjk_stops_end_sentences() {
        assert_eq!(split("今天很好。明天？"), ["今天很好。", "明天？"]);
    }

    #[test]
    fn a_space_parts_long_runs_softly() {
        let parts = |text: &str| -> Vec<(String, bool)> {
            let of =
                |s: super::Sentence| (text[s.range.start as usize..s.range.end as usize].to_owned(), s.soft);
            soft_sentences(text).into_iter().map(of).collect()
        };
        let (one, two) = ("老渔民说今年的鱼比去年少了一半多", "镇上的人都在等春天的第一条船进港");
        assert_eq!(parts(&format!("{one} {two}")), [(one.to_owned(), true), (two.to_owned(), true)]);
        assert_eq!(
            parts("张 三说今年的鱼比去年少了一半多。好"),
            [("张 三说今年的鱼比去年少了一半多。".to_owned(), false), ("好".to_owned(), false)]
        );
    }

    proptest! {
        #[test]
        fn sentences_are_in_order_and_inside(text in "\\PC{0,80}") {
            let mut last = 0;
            for r in sentences(&text) {
                prop_assert!(r.start >= last && r.end > r.start && text.get(r.start as usize..r.end as usize).is_some());
                last = r.end;
            }
            let mut last = 0;
            for s in soft_sentences(&text) {
                let r = s.range;
                prop_assert!(r.start >= last && r.end > r.start && text.get(r.start as usize..r.end as usize).is_some());
                last = r.end;
            }
        }
    }
}
