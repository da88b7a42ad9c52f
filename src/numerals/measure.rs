//! Units and currencies beside numbers, multiples, halves behind them, and years in two figures.

use super::chars::Chars;
use super::number::{Kind, Language, Number};
use super::value::Value;
use super::{money, units};

/// English words that may stand between a figure and its unit.
const BETWEEN: &[&str] = &[
    "more ",
    "full ",
    "consecutive ",
    "working ",
    "calendar ",
    "straight ",
    "whole ",
    "long ",
    "additional ",
    "short ",
    "solid ",
    "successive ",
    "million ",
    "billion ",
];

/// Gives each number its unit or currency, and what else stands right behind it.
pub(crate) fn attach(c: &Chars, language: Language, numbers: &mut [Number]) {
    for number in numbers.iter_mut() {
        if matches!(number.kind, Kind::Percent | Kind::Ordinal)
            || number.is_word
            || number.kind.is_date()
            || number.glued
        {
            continue;
        }
        let (start, end) = (c.index_of(number.span.start), c.index_of(number.span.end));
        let at = behind(c, end, language);
        let from = c.skip_gap_back(start);
        if let Some((sign, currency)) = money::before(c, from, language) {
            number.currency = Some(currency);
            number.whole.start = c.bytes(sign..from).start;
        }
        if let Some((to, currency)) = money::after(c, at, language) {
            let better =
                number.currency.is_none_or(|before| before.codes().count() > currency.codes().count());
            if better {
                number.currency = Some(currency);
                number.whole.end = c.bytes(at..to).end;
            }
        }
        if let Some((to, unit)) = units::at(c, at, language) {
            number.unit = Some(unit);
            number.whole.end = number.whole.end.max(c.bytes(at..to).end);
            halves(c, to, number, unit.id());
        } else if matches!(language, Language::Chinese) {
            halves(c, at, number, "");
        }
        multiple(c, start, at, language, number);
        years(c, end, language, number);
        dotted(number);
    }
}

/// Where the unit of a number that ends at `end` begins.
fn behind(c: &Chars, end: usize, language: Language) -> usize {
    if language == Language::English {
        let at = if matches!(c.at(end), '-' | '‑' | '–') && c.at(end + 1).is_alphabetic() {
            end + 1
        } else {
            c.skip_gap(end)
        };
        return c.eat_any(at, BETWEEN).unwrap_or(at);
    }
    let at = c.skip_gap(end);
    let more = match language {
        Language::Chinese => matches!(c.at(at), '多' | '余' | '餘' | '来' | '來' | '几' | '幾'),
        Language::Japanese => matches!(c.at(at), '余' | '数'),
        _ => c.at(at) == '여',
    };
    if more { c.skip_gap(at + 1) } else { at }
}

/// 两年半, 三个半小时: a half more; in years also by the month.
fn halves(c: &Chars, at: usize, number: &mut Number, unit: &str) {
    let behind =
        c.at(at) == '半' || c.at(at) == '반' || matches!(c.at(at), '个' | '個') && c.at(at + 1) == '半';
    if !behind {
        return;
    }
    let half = Value::ratio(1, 2).and_then(|h| number.value.plus(h));
    number.or(half);
    if unit == "year" {
        number.or(half.and_then(|v| v.times(Value::whole(12))));
    }
}

/// 三倍 is said of three times as much and of three times more; 翻两番 is fourfold.
fn multiple(c: &Chars, start: usize, at: usize, language: Language, number: &mut Number) {
    let times = match language {
        Language::Chinese | Language::Japanese => c.at(at) == '倍',
        Language::Korean => c.at(at) == '배',
        Language::English => c.eat_any(at, &["times", "fold", "-fold", "x "]).is_some(),
    };
    if times {
        number.kind = Kind::Multiple;
        number.or(number.value.plus(Value::ONE));
        number.or(number.value.plus(Value::ONE.negated()));
        number.or(number.value.plus(Value::ONE).and_then(|v| v.times(Value::whole(100))));
        number.or(number.value.times(Value::whole(100)));
    }
    if language == Language::Chinese && c.at(at) == '番' && c.ends_with(start, &["翻", "翻了"]) {
        let power = number.value.to_i64().and_then(|n| 2_i64.checked_pow(u32::try_from(n).ok()?));
        number.kind = Kind::Multiple;
        number.or(power.map(Value::whole));
    }
}

/// 2016.07 may be a month of a year.
fn dotted(number: &mut Number) {
    let whole = number.value.to_f64().floor();
    if number.in_figures
        && number.value.to_i64().is_none()
        && (1900.0..2100.0).contains(&whole)
        && number.scale == 0
    {
        number.or(Some(Value::whole(whole as i64)));
    }
}

/// Two figures may be a year: 08年, 95后, '98, 90 in 90年代.
fn years(c: &Chars, end: usize, language: Language, number: &mut Number) {
    let digits = number.in_figures && number.span.len() == 2 || number.span.len() == 6;
    let year = match language {
        Language::English => false,
        _ => matches!(c.at(end), '年' | '后' | '後' | '级' | '級' | '届' | '屆' | '년'),
    };
    let Some(value) = number.value.to_i64().filter(|n| (0..100).contains(n) && digits && year) else {
        return;
    };
    number.or(Some(Value::whole(1900 + value)));
    number.or(Some(Value::whole(2000 + value)));
}
