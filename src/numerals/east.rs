//! Finds the numerals of a Chinese, Japanese or Korean text: with their signs, fractions, percentages and ordinals.

mod whole;

use std::sync::LazyLock;

use super::chars::{Chars, is_east_asian, is_han};
use super::figure::{minus_before, vulgar};
use super::grammar::numeral;
use super::number::{Force, Kind, Language, Number};
use super::share::{dozens, percent};
use super::token::token;
use super::value::Value;
use super::words::Words;
use super::{han, hangul};
use crate::text::tables::rows;
use whole::whole_of;

static CHINESE: LazyLock<Words<()>> = LazyLock::new(|| not_numerals("zh"));
static JAPANESE: LazyLock<Words<()>> = LazyLock::new(|| not_numerals("ja"));

fn not_numerals(language: &str) -> Words<()> {
    let mine = rows(include_str!("tables/not_numerals.tsv")).filter(|r| r[0] == language);
    Words::new(mine.filter_map(|r| r.get(1).copied()).flat_map(|w| w.split(' ')).map(|w| (w, ())))
}

/// The numerals of a text, in order.
pub(crate) fn read(c: &Chars, language: Language) -> Vec<Number> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < c.len() {
        if let Some(end) = word_without_value(c, i, language) {
            i = end;
            continue;
        }
        match at(c, i, language) {
            Ok((end, number)) => {
                out.extend(number);
                i = end.max(i + 1);
            }
            Err(next) => i = next.max(i + 1),
        }
    }
    out
}

/// The end of a word at `i` that has numeral characters and no value: 四川, 一样. Behind a digit or a power of ten it is
/// none: 三百八十分; nor where a fraction begins: 十分之一.
fn word_without_value(c: &Chars, i: usize, language: Language) -> Option<usize> {
    let table = match language {
        Language::Chinese => &CHINESE,
        Language::Japanese => &JAPANESE,
        Language::Korean | Language::English => return None,
    };
    let (end, ()) = table.at(c, i)?;
    let first_is_numeral = token(c, i, language).is_some();
    let inside = first_is_numeral
        && i > 0
        && (c.before(i).is_ascii_digit()
            || matches!(c.before(i), '第' | '.')
            || c.before(i) != '京' && token(c, i - 1, language).is_some());
    let fraction = matches!(c.at(end), '之' | 'の') && c.before(end) == '分';
    (!inside && !fraction && c.at(end) != '折').then_some(end)
}

/// What stands before a numeral and belongs to it.
struct Before {
    /// Where the whole begins.
    start: usize,
    /// Where the numeral begins.
    from: usize,
    negative: bool,
    ordinal: bool,
}

fn before(c: &Chars, i: usize, language: Language) -> Before {
    let word = match language {
        Language::Chinese => {
            c.eat(i, "负").or_else(|| c.eat(i, "負")).filter(|_| !matches!(c.before(i), '胜' | '勝'))
        }
        Language::Japanese => c.eat(i, "マイナス"),
        Language::Korean => c.eat(i, "마이너스"),
        Language::English => None,
    };
    if let Some(end) = word {
        return Before { start: i, from: c.skip_gap(end), negative: true, ordinal: false };
    }
    let free = language != Language::Korean || !is_east_asian(c.before(i));
    let nth = matches!(
        (language, c.at(i)),
        (Language::Chinese | Language::Japanese, '第') | (Language::Korean, '제')
    );
    if nth && free {
        return Before { start: i, from: c.skip_gap(i + 1), negative: false, ordinal: true };
    }
    if c.at(i) == '-' && c.at(i + 1) != '-' && minus_before(c, i + 1) == Some(i) {
        return Before { start: i, from: i + 1, negative: true, ordinal: false };
    }
    Before { start: i, from: i, negative: false, ordinal: false }
}

/// The number at `i` and where to go on; or only the latter.
fn at(c: &Chars, i: usize, language: Language) -> Result<(usize, Option<Number>), usize> {
    if let Some((end, value)) = vulgar(c, i) {
        return Ok((end, Some(Number { kind: Kind::Fraction, ..Number::new(c.bytes(i..end), value) })));
    }
    if let Some(found) = half(c, i, language).or_else(|| first(c, i, language)) {
        return Ok(found);
    }
    let before = before(c, i, language);
    let n = numeral(c, before.from, language).map_err(|next| if before.from > i { i + 1 } else { next })?;
    let whole = whole_of(c, &before, n, language);
    // In Korean a numeral inside of a word is none, whatever follows it; and 제조 is no trillionth.
    let inside = is_east_asian(c.before(before.start));
    let made = before.ordinal && whole.numeral.bare && whole.numeral.parts < 3;
    let free = language != Language::Korean || whole.numeral.figures || !inside && !made;
    let accepted = free
        && (whole.certain
            || match language {
                Language::Korean => hangul::is_number(c, before.from, &whole.numeral),
                _ => han::is_number(c, before.from, &whole.numeral, language),
            });
    if !accepted {
        // A word of one character may hide a longer numeral; figures and rows are done with.
        return Err(if whole.numeral.figures { whole.end } else { i + 1 });
    }
    Ok((whole.end, Some(whole.into_number(c, before.start, before.negative))))
}

/// 半百, 半打, 半成, 半ダース, 对折.
fn half(c: &Chars, i: usize, language: Language) -> Option<(usize, Option<Number>)> {
    let number = |end, kind, value| Some((end, Some(Number { kind, ..Number::new(c.bytes(i..end), value) })));
    if language == Language::Chinese && c.eat_any(i, &["对折", "對折"]).is_some() {
        return number(i + 2, Kind::Percent, Value::whole(50));
    }
    if c.at(i) != '半' || language == Language::Korean {
        return None;
    }
    let one = Value::ratio(1, 2)?;
    if let Some((end, value)) = dozens(c, i + 1, one, language) {
        return number(end, Kind::Number, value);
    }
    if language == Language::Chinese && c.at(i + 1) == '百' && !is_han(c.at(i + 2)) {
        return number(i + 2, Kind::Number, Value::whole(50));
    }
    let (end, value) = percent(c, i + 1, one, language)?;
    number(end, Kind::Percent, value)
}

/// 最初, 첫, 첫 번째.
fn first(c: &Chars, i: usize, language: Language) -> Option<(usize, Option<Number>)> {
    let end = match language {
        Language::Japanese => c.eat(i, "最初")?,
        Language::Korean if !is_east_asian(c.before(i)) => {
            let end = c.eat(i, "첫")?;
            let spaced = c.skip_gap(end);
            match c.eat_any(spaced, &["번째", "째"]) {
                Some(to) => to,
                None if spaced > end => end,
                None => return None,
            }
        }
        _ => return None,
    };
    Some((
        end,
        Some(Number { kind: Kind::Ordinal, force: Force::Hint, ..Number::new(c.bytes(i..end), Value::ONE) }),
    ))
}
