//! Figures that stand on both sides hold the words beside them together: 增长3.5% faces "fell by 3.5 percent".

use std::collections::HashMap;
use std::ops::Range;

use super::words::{Dimension, Hit, Kind};
use crate::text::window::floor;

/// A figure in digits: where it stands, and its digits without separators.
pub(super) struct Figure {
    pub(super) range: Range<usize>,
    value: String,
}

/// The figures of a text.
fn figures(text: &str) -> Vec<Figure> {
    let bytes = text.as_bytes();
    let mut out = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !bytes[at].is_ascii_digit() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len()
            && (bytes[at].is_ascii_digit()
                || matches!(bytes[at], b',' | b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit))
        {
            at += 1;
        }
        out.push(Figure { range: start..at, value: text[start..at].replace(',', "") });
    }
    out
}

/// The figures that stand once on each side, as pairs.
pub(super) fn shared(source: &str, target: &str) -> Vec<(Figure, Figure)> {
    let once = |text: &str| {
        let mut out: HashMap<String, Option<Figure>> = HashMap::new();
        for figure in figures(text) {
            out.entry(figure.value.clone()).and_modify(|f| *f = None).or_insert(Some(figure));
        }
        out
    };
    let mut there = once(source);
    let mut out: Vec<(Figure, Figure)> = once(target)
        .into_iter()
        .filter_map(|(value, figure)| Some((there.remove(&value)??, figure?)))
        .collect();
    out.sort_by_key(|(_, target)| target.range.start);
    out
}

/// The word of a dimension that belongs to the figure: the nearest in front of it with no other figure and no stop
/// between, or right behind it. `None` if there is none, or one of each pole.
pub(super) fn beside<'h>(
    text: &str,
    figure: &Figure,
    hits: &'h [Hit],
    dimension: Dimension,
    reach: Reach,
) -> Option<&'h Hit> {
    let clear = |range: Range<usize>| {
        text.get(range).is_some_and(|between| !between.contains(|c: char| c.is_ascii_digit() || is_stop(c)))
    };
    let fits = |hit: &&Hit, kind: Kind| {
        hit.dimension == dimension && (hit.kind == kind || matches!(hit.kind, Kind::Word))
    };
    let before = hits.iter().rfind(|h| {
        fits(h, Kind::Before)
            && h.range.end <= figure.range.start
            && figure.range.start - h.range.end <= reach.before
            && clear(h.range.end..figure.range.start)
    });
    let after = hits.iter().find(|h| {
        fits(h, Kind::After)
            && h.range.start >= figure.range.end
            && h.range.start - figure.range.end <= reach.after
            && clear(figure.range.end..h.range.start)
    });
    let found = match (before, after) {
        (Some(one), Some(two)) if one.first != two.first => return None,
        (one, two) => one.or(two)?,
    };
    // "growth slowing to 2%": what stands between may be what the source says.
    let stretch = found.range.start.min(figure.range.start)..found.range.end.max(figure.range.end);
    let leans = |h: &Hit| {
        h.dimension == dimension
            && h.first != found.first
            && stretch.start <= h.range.start
            && h.range.end <= stretch.end
    };
    (!hits.iter().any(leans)).then_some(found)
}

/// How far a word may be from its figure, in bytes.
#[derive(Clone, Copy)]
pub(super) struct Reach {
    pub(super) before: usize,
    pub(super) after: usize,
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '，' | '。' | '；' | '：' | '、' | '(' | '（' | ')' | '）')
}

/// What a figure is to the change before it: how far it went (`by`), or where it arrived (`to`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Extent {
    By,
    To,
}

/// Signs in Chinese right before a figure: where a change arrives.
const ARRIVES: &[&str] = &["至", "到", "达", "達", "为", "為", "到了", "至了", "达到", "達到"];
/// And how far it goes, besides the words for the change itself.
const GOES: &[&str] = &["了", "幅", "幅度", "出"];
/// What may stand between those and the figure.
const ABOUT: &[&str] = &[
    "约",
    "約",
    "近",
    "逾",
    "大约",
    "超过",
    "将近",
    " ",
    "\u{a0}",
    "人民币",
    "港币",
    "美元",
    "US$",
    "HK$",
    "$",
    "￥",
    "¥",
];

/// What a figure is in a Chinese sentence.
pub(super) fn extent_in_chinese(text: &str, figure: &Figure, hits: &[Hit]) -> Option<Extent> {
    let mut before = &text[..figure.range.start];
    while let Some(rest) = ABOUT.iter().find_map(|about| before.strip_suffix(about)) {
        before = rest;
    }
    if let Some(rest) = ARRIVES.iter().find_map(|sign| before.strip_suffix(sign)) {
        // 增幅达16%: the change itself is 16%; 增长率达16%: neither.
        return match rest.chars().next_back() {
            Some('幅' | '度') => Some(Extent::By),
            Some('率' | '额' | '額' | '量' | '数' | '數') => None,
            _ => Some(Extent::To),
        };
    }
    let is_change =
        |h: &Hit| h.dimension == Dimension::Trend && h.kind == Kind::Word && h.range.end == before.len();
    let goes = GOES.iter().any(|sign| before.ends_with(sign)) && !before.ends_with("为了");
    (goes || hits.iter().any(is_change)).then_some(Extent::By)
}

/// What a figure is in an English sentence, and where the word stands that says so: behind a word of change with at most
/// three others between.
pub(super) fn extent_in_english(text: &str, figure: &Figure, hits: &[Hit]) -> Option<(Extent, Range<usize>)> {
    let from = floor(text, figure.range.start.saturating_sub(60));
    let window = &text[from..figure.range.start];
    let words: Vec<(usize, &str)> = window
        .split_inclusive(|c: char| c.is_whitespace() || matches!(c, '$' | '¥' | '€'))
        .scan(from, |at, word| {
            let start = *at;
            *at += word.len();
            Some((start, word.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '$' | '¥' | '€'))))
        })
        .filter(|(_, word)| !word.is_empty())
        .collect();
    let about = |word: &str| {
        matches!(
            word,
            "about"
                | "around"
                | "nearly"
                | "almost"
                | "some"
                | "approximately"
                | "US"
                | "HK"
                | "RMB"
                | "over"
                | "a"
                | "roughly"
        )
    };
    let (start, word) = words.iter().rfind(|(_, word)| !about(word))?;
    let extent = match *word {
        "by" => Extent::By,
        "to" => Extent::To,
        _ => return None,
    };
    let near = start.saturating_sub(30);
    let changes = |h: &Hit| {
        h.dimension == Dimension::Trend
            && h.kind == Kind::Word
            && h.range.end <= *start
            && h.range.end >= near
    };
    let is_change = hits.iter().any(|h| {
        changes(h)
            && text[h.range.end..*start].split_whitespace().count() <= 3
            && !text[h.range.end..*start].contains(|c: char| c.is_ascii_digit() || is_stop(c))
    });
    is_change.then_some((extent, *start..*start + word.len()))
}
