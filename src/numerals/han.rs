//! Whether a numeral in Chinese characters is a number where it stands, and no part of a word.

use std::sync::LazyLock;

use super::chars::{Chars, is_han};
use super::grammar::Numeral;
use super::number::Language;
use super::token::{Token, token};
use super::words::Words;
use crate::text::tables::rows;

static CHINESE: LazyLock<Words<()>> = LazyLock::new(|| counters("zh"));
static JAPANESE: LazyLock<Words<()>> = LazyLock::new(|| counters("ja"));

static FORMAL: LazyLock<(Words<()>, Words<()>)> = LazyLock::new(|| {
    let row = |class: &'static str| {
        let mine = rows(include_str!("tables/formal.tsv")).filter(move |r| r[0] == class);
        Words::new(mine.filter_map(|r| r.get(1).copied()).flat_map(|w| w.split(' ')).map(|w| (w, ())))
    };
    (row("digits"), row("before"))
});

/// The words before which a single numeral of a language is a number.
pub(super) fn counters(language: &str) -> Words<()> {
    let mine = rows(include_str!("tables/counters.tsv")).filter(|r| r[0] == language);
    Words::new(mine.filter_map(|r| r.get(1).copied()).flat_map(|w| w.split(' ')).map(|w| (w, ())))
}

/// Whether the numeral at `from` is a number.
pub(super) fn is_number(c: &Chars, from: usize, n: &Numeral, language: Language) -> bool {
    if n.figures {
        return true;
    }
    let alone = from == 0 && n.end == c.len();
    let spelled = spelled(c, from, n.end, language);
    // 数千人, 几百: the digit is not said.
    if n.bare
        && matches!(c.before(from), '数' | '數' | '几' | '幾' | '何' | '成' | '上' | '近' | '无' | '若')
        && n.parts == 1 + usize::from(spelled.scales > 1)
    {
        return false;
    }
    if n.parts > 1 && spelled.scales == 0 && spelled.has_liang && n.upper.is_none() {
        return false;
    }
    match language {
        Language::Japanese => is_japanese(c, from, n, alone),
        _ => is_chinese(c, from, n, alone, &spelled),
    }
}

struct Spelled {
    scales: usize,
    has_liang: bool,
}

fn spelled(c: &Chars, from: usize, end: usize, language: Language) -> Spelled {
    let scales = (from..end)
        .filter(|&i| {
            matches!(token(c, i, language), Some((_, Token::Small(_) | Token::Big(_) | Token::Tens(_))))
        })
        .count();
    Spelled { scales, has_liang: (from..end).any(|i| matches!(c.at(i), '两' | '兩')) }
}

fn is_chinese(c: &Chars, from: usize, n: &Numeral, alone: bool, spelled: &Spelled) -> bool {
    let counted = CHINESE.at(c, c.skip_gap(n.end)).is_some();
    // 一一 is "one by one".
    if c.eat(from, "一一") == Some(n.end) {
        return alone || counted;
    }
    if n.parts > 1 {
        // 千万 alone is "by all means" as often as ten million.
        let by_all_means = n.bare && n.parts == 2 && spelled.scales == 2 && c.at(from) == '千';
        return !by_all_means || counted || alone;
    }
    if alone {
        return !n.bare || c.at(from) == '十';
    }
    if is_weekday(c, from) {
        return false;
    }
    if FORMAL.0.at(c, from).is_some() {
        return FORMAL.1.at(c, c.skip_gap(n.end)).is_some() && !is_han(c.before(from));
    }
    match c.at(from) {
        '幺' => false,
        '一' => counted,
        '零' | '〇' => counted || !is_han(c.at(n.end)) && !is_han(c.before(from)),
        _ => !n.bare || c.at(from) == '十',
    }
}

/// Whether the numeral names a day of the week: 星期三, 周三.
pub(super) fn is_weekday(c: &Chars, from: usize) -> bool {
    c.ends_with(from, &["星期", "礼拜", "禮拜", "周", "週"])
        && !c.ends_with(from, &["每周", "一周", "两周", "四周"])
        && matches!(c.at(from), '一' | '二' | '三' | '四' | '五' | '六')
}

fn is_japanese(c: &Chars, from: usize, n: &Numeral, alone: bool) -> bool {
    if n.parts > 1 || alone {
        return true;
    }
    let (before, after) = (c.before(from), c.at(n.end));
    if FORMAL.0.at(c, from).is_some() {
        return FORMAL.1.at(c, n.end).is_some() && !is_han(before);
    }
    let free = !is_han(before) && !is_han(after) && !matches!(after, 'ッ' | 'ツ' | 'っ');
    let counted = JAPANESE.at(c, n.end).is_some();
    // 京 and 兆 alone are the capital and an omen.
    let large = matches!(token(c, from, Language::Japanese), Some((_, Token::Big(k))) if k > 8);
    !large && (free || counted)
}
