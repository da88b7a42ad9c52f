//! Sentences, by the Unicode rules, mended where an abbreviation was taken for an end.

use std::ops::Range;

use super::bounds::bounds;
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
    let last = text.trim_end().len();
    // Where marks begin that the next sentence opens with.
    let mut opened = None;
    for (at, part) in bounds(text) {
        let trimmed = part.trim();
        if trimmed.is_empty() {
            continue;
        }
        let own = at + part.len() - part.trim_start().len();
        let start = opened.take().unwrap_or(own) as u32;
        let mut end = at + part.trim_end().len();
        let marks = opening(&text[start as usize..end]);
        if marks > 0 && end < last {
            end -= marks;
            opened = Some(end);
        }
        let end = end as u32;
        let trimmed = &text[start as usize..end as usize];
        let closing = closing(trimmed);
        match out.last_mut() {
            Some(last) if open => last.end = end,
            Some(last) if closing > 0 => {
                last.end = start + closing as u32;
                let rest = trimmed[closing..].trim_start();
                if !rest.is_empty() {
                    out.push(end - rest.len() as u32..end);
                }
            }
            _ => out.push(start..end),
        }
        open = ends_in_abbreviation(trimmed, &text[at + part.len()..]);
    }
    out
}

/// The bytes of opening marks right behind the stop of a Chinese or Japanese sentence: they belong to the next.
fn opening(part: &str) -> usize {
    let rest = part.trim_end_matches(['“', '‘', '「', '『', '《', '〈', '（', '【']);
    if rest.ends_with(['。', '！', '？', '…', '”', '’', '」', '』']) {
        part.len() - rest.len()
    } else {
        0
    }
}

/// The bytes of closing quotation marks that a space parts from their sentence.
fn closing(part: &str) -> usize {
    let curly = part.len() - part.trim_start_matches(['”', '’', '」', '』']).len();
    let rest = &part[curly..];
    let straight = rest.strip_prefix('"').is_some_and(|r| r.is_empty() || r.starts_with(char::is_whitespace));
    if curly > 0 && part.starts_with('’') && rest.starts_with(char::is_alphanumeric) {
        return 0;
    }
    curly + usize::from(straight)
}

/// A sentence, or a part of one that stands like a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Bytes of the text, without the white space around.
    pub range: Range<u32>,
    /// Whether no more than a soft end parts it from the part before.
    pub soft: bool,
}

/// Characters between two soft ends, at least.
const LEAST: usize = 8;
/// Parts of a sentence, at most.
const MOST: usize = 4;
/// English words that begin a sentence; in the middle of one they have a capital only in names.
const OPENERS: &[&str] = &[
    "A", "After", "Although", "An", "And", "As", "At", "Because", "But", "By", "For", "From", "He", "His",
    "How", "However", "I", "If", "In", "It", "Its", "No", "Not", "On", "Our", "She", "Since", "So", "The",
    "Their", "There", "These", "They", "This", "Those", "To", "We", "What", "When", "Which", "While", "Who",
    "Why", "With", "Yes", "You", "Your",
];

/// The sentences of a text, parted also at soft ends: a white space in Chinese or Japanese, a sign such as `～` or an emoji
/// before one, as headlines, lists of features and chats have it; in English a word that begins sentences right behind one
/// that ends none, as behind a title.
pub fn parts(text: &str) -> Vec<Part> {
    let mut out = Vec::new();
    for whole in sentences(text) {
        let sentence = &text[whole.start as usize..whole.end as usize];
        let mut start = 0;
        let first = out.len();
        for (end, next) in soft_ends(sentence) {
            let far = |part: &str| part.chars().count() >= LEAST;
            if out.len() - first + 1 < MOST && far(&sentence[start..end]) && far(&sentence[next..]) {
                out.push(Part {
                    range: whole.start + start as u32..whole.start + end as u32,
                    soft: start > 0,
                });
                start = next;
            }
        }
        out.push(Part { range: whole.start + start as u32..whole.end, soft: start > 0 });
    }
    out
}

/// Where the white space begins at soft ends, and where it ends.
fn soft_ends(sentence: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let (mut before, mut depth) = (None, 0_i32);
    for (at, c) in sentence.char_indices() {
        match c {
            '(' | '（' | '[' | '【' | '《' | '「' | '『' | '“' => depth += 1,
            ')' | '）' | ']' | '】' | '》' | '」' | '』' | '”' => depth = (depth - 1).max(0),
            _ => {}
        }
        if c.is_whitespace() && depth == 0 {
            let rest = sentence[at..].trim_start();
            let next = sentence.len() - rest.len();
            // Korean has spaces between its words.
            let is_dense = |c: char| matches!(script(c), Script::Han | Script::Kana);
            let wide = rest.starts_with(is_dense) && before.is_some_and(|b| is_dense(b) || ends_softly(b));
            let word = rest.split(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            let opens =
                OPENERS.contains(&word) && before.is_some_and(|b| b.is_alphanumeric() || ends_softly(b));
            if wide || opens {
                out.push((at, next));
            }
        }
        before = Some(c);
    }
    out
}

/// Brackets, waves and pictures, behind which a sentence may begin.
fn ends_softly(c: char) -> bool {
    matches!(c, ')' | '）' | ']' | '】' | '」' | '』' | '”' | '"' | '~' | '～' | '…' | '\u{2600}'..='\u{27bf}' | '\u{1f300}'..='\u{1faff}')
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
    use super::{parts, sentences};
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
    fn a_mark_that_opens_belongs_to_what_it_opens() {
        assert_eq!(split("他来了。“我们走吧。”"), ["他来了。", "“我们走吧。”"]);
        assert_eq!(split("好。 “ 走。"), ["好。", "“ 走。"]);
        assert_eq!(split("他说：“走。”《灯》上映。“"), ["他说：“走。”", "《灯》上映。“"]);
    }

    #[test]
    fn soft_ends_part_what_stands_like_sentences() {
        let cut = |text: &str| -> Vec<(String, bool)> {
            let of = |p: super::Part| (text[p.range.start as usize..p.range.end as usize].to_owned(), p.soft);
            parts(text).into_iter().map(of).collect()
        };
        let (one, two) = ("老渔民说今年的鱼比去年少", "镇上的人都在等第一条船");
        assert_eq!(cut(&format!("{one} {two}")), [(one.to_owned(), false), (two.to_owned(), true)]);
        assert_eq!(
            cut("张 三说今年的鱼少。好"),
            [("张 三说今年的鱼少。".to_owned(), false), ("好".to_owned(), false)]
        );
        let (one, two) = ("Old Fisherman Remembers Better Years", "In spring the first boat comes.");
        assert_eq!(cut(&format!("{one} {two}")), [(one.to_owned(), false), (two.to_owned(), true)]);
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
            for p in parts(&text) {
                let r = p.range;
                prop_assert!(r.start >= last && r.end > r.start && text.get(r.start as usize..r.end as usize).is_some());
                last = r.end;
            }
        }
    }
}
