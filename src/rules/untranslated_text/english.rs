//! Ordinary English words in a Chinese, Japanese or Korean text.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::OnceLock;

use crate::document::{MarkKind, Segment};
use crate::lang::english::is_ordinary;
use crate::text::script::script;
use crate::text::tables::lines;

/// Runs of lower-case English words that a Chinese, Japanese or Korean text should not have: all in lower case, ordinary
/// by the glosses of the dictionary, no unit, no name, not in brackets behind what they translate.
pub(super) fn leftovers(segment: &Segment) -> Vec<Range<u32>> {
    let text = segment.shown();
    let mut out = Vec::new();
    if !text.chars().any(|c| script(c).is_cjk()) {
        return out;
    }
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let start = at;
        // Words with one space, hyphen or apostrophe between; whatever else ASCII holds together ends as one token.
        while at < bytes.len()
            && (bytes[at].is_ascii_graphic() && !is_break(bytes[at])
                || bytes[at] == b' ' && next_is_word(bytes, at))
        {
            at += 1;
        }
        let marked = segment
            .text
            .marks_at(start as u32..at as u32)
            .any(|m| m.kind != MarkKind::Emphasis && m.kind != MarkKind::Strong);
        if marked || is_explained(text, start, at) {
            continue;
        }
        out.extend(
            plain_words(&text[start..at])
                .filter(|r| is_english(&text[start + r.start..start + r.end]))
                .map(|r| (start + r.start) as u32..(start + r.end) as u32),
        );
    }
    out
}

fn is_break(b: u8) -> bool {
    matches!(b, b',' | b';' | b'!' | b'?' | b'"' | b'(' | b')' | b'[' | b']')
}

fn next_is_word(bytes: &[u8], at: usize) -> bool {
    bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic)
}

/// The stretches of lower-case words in a run of ASCII. Between capitalised words they belong to a name (Bank of China);
/// beside numbers and acronyms they do not.
fn plain_words(run: &str) -> impl Iterator<Item = Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    let (mut open, mut named) = (None, false);
    for token in run.split(' ').chain([""]) {
        let word = token.trim_end_matches('.');
        let plain =
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || matches!(b, b'-' | b'\''));
        let name = word.bytes().any(|b| b.is_ascii_lowercase()) && !plain;
        if plain {
            let start = open.map_or(at, |r: (usize, usize)| r.0);
            open = Some((start, at + word.len()));
        } else if let Some((start, end)) = open.take()
            && !named
            && !name
        {
            out.push(start..end);
        }
        if !plain {
            named = name;
        }
        at += token.len() + 1;
    }
    out.into_iter()
}

/// All words in lower case, and at least one an ordinary English word of three letters or more that is not at home in
/// such texts.
fn is_english(run: &str) -> bool {
    let words: Vec<&str> = run.trim_end_matches('.').split([' ', '-']).collect();
    let plain = |w: &&str| w.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'');
    words.iter().all(plain) && words.iter().any(|w| w.len() >= 3 && !everyday().contains(w) && is_ordinary(w))
}

/// In brackets, or behind a label such as `英語：`.
fn is_explained(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].trim_end().chars().next_back();
    let after = text[end..].trim_start().chars().next();
    let bracketed =
        matches!(before, Some('(' | '（' | '[' | '〔')) || matches!(after, Some(')' | '）' | ']' | '〕'));
    let quoted = matches!(before, Some('"' | '“' | '「' | '『' | '\'' | '‘'));
    let titled = matches!(before, Some('《'));
    let cited = quoted
        && CUES
            .iter()
            .any(|cue| before_quote(text, start).contains(cue) || after_quote(text, end).starts_with(cue));
    let label = matches!(before, Some('：' | ':' | '@' | '#' | '/' | '_' | '='))
        || matches!(after, Some('@' | '/' | '_' | '='));
    bracketed || titled || cited || label
}

/// Words beside a quotation that say that it is cited as a word.
const CUES: &[&str] = &[
    "单词",
    "單詞",
    "一词",
    "一詞",
    "英文",
    "英语",
    "英語",
    "单字",
    "單字",
    "词语",
    "詞語",
    "字样",
    "輸入",
    "输入",
    "単語",
    "という",
    "と入力",
    "단어",
    "라는",
    "영어",
    "입력",
];

/// The last characters before a quotation mark.
fn before_quote(text: &str, start: usize) -> &str {
    let from = text[..start].char_indices().rev().nth(8).map_or(0, |(i, _)| i);
    &text[from..start]
}

fn after_quote(text: &str, end: usize) -> &str {
    text[end..].trim_start_matches(['"', '”', '」', '』', '\'', '’', ' '])
}

fn everyday() -> &'static HashSet<&'static str> {
    static WORDS: OnceLock<HashSet<&str>> = OnceLock::new();
    WORDS.get_or_init(|| lines(include_str!("everyday.txt")).flat_map(str::split_whitespace).collect())
}
