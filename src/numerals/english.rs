//! Finds the numerals of an English text: figures with their scale words, and numbers in words.

use super::chars::Chars;
use super::english_words::{Class, Spelled, spelled, word, word_at};
use super::figure::{Figure, Seen, figure, minus_before, slashed, vulgar};
use super::number::{Force, Kind, Language, Number};
use super::value::Value;
use super::{money, units};

/// The numerals of a text, in order.
pub(crate) fn read(c: &Chars) -> Vec<Number> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < c.len() {
        let at = c.at(i);
        let (end, number) = if at.is_ascii_digit() || at == '.' && c.at(i + 1).is_ascii_digit() {
            in_figures(c, i)
        } else if let Some((end, value)) = vulgar(c, i) {
            (end, Some(Number { kind: Kind::Fraction, ..Number::new(c.bytes(i..end), value) }))
        } else if at.is_ascii_alphabetic() {
            in_words(c, i)
        } else {
            (i + 1, None)
        };
        out.extend(number);
        i = end.max(i + 1);
    }
    out
}

fn in_words(c: &Chars, i: usize) -> (usize, Option<Number>) {
    let (end, letters) = word_at(c, i);
    let Some(Spelled { start, end, value, kind, parts }) = spelled(c, i, &letters) else {
        return (end, None);
    };
    let (to, kind, value) =
        percent(c, end, value).map_or((end, kind, value), |(to, v)| (to, Kind::Percent, v));
    let mut number = Number::new(c.bytes(start..to), value);
    number.kind = kind;
    number.force = match value.to_i64() {
        Some(1..) if kind == Kind::Percent => Force::Firm,
        Some(0 | 1) => Force::Hint,
        Some(2) if kind == Kind::Ordinal => Force::Hint,
        _ if parts == 1 && value.to_f64() < 13.0 => Force::Weak,
        _ => Force::Firm,
    };
    // A third is a place in an order as well as a part of a whole.
    if kind == Kind::Ordinal && value.to_f64() > 2.0 && parts == 1 {
        number.or(Value::ONE.over(value));
    }
    (to, Some(number))
}

fn in_figures(c: &Chars, i: usize) -> (usize, Option<Number>) {
    let figure = match figure(c, i, Language::English) {
        Some(Seen::Figure(f)) => f,
        Some(Seen::Opaque(end)) => return (end, None),
        None => return (i + 1, None),
    };
    let start = minus_before(c, i).unwrap_or(i);
    let mut number = Number::new(0..0, figure.value);
    number.in_figures = true;
    let mut end = figure.end;
    if let Some((to, value)) = slashed(c, i, &figure) {
        (end, number.value, number.kind) = (to, value, Kind::Fraction);
        number.or(Some(figure.value));
    } else if let Some((to, power)) = scale(c, i, &figure) {
        (end, number.scale) = (to, power);
        number.value = Value::ten_to(power).and_then(|p| figure.value.times(p)).unwrap_or(figure.value);
    }
    if let Some((to, value)) = percent(c, end, number.value) {
        (end, number.value, number.kind) = (to, value, Kind::Percent);
    } else if let Some(to) = decade(c, i, &figure, end) {
        (end, number.kind) = (to, Kind::Decade);
        number.or(figure.value.to_i64().map(|n| Value::whole(n % 100)));
    } else {
        end = letters_after(c, end, &mut number);
    }
    number.glued |= is_glued(c, i);
    number.force = if number.value.is_zero() {
        Force::Hint
    } else if figure.digits + usize::from(figure.decimal) > 1
        || number.scale > 0
        || number.kind == Kind::Percent
    {
        Force::Firm
    } else {
        Force::Weak
    };
    if start < i {
        number.value = number.value.negated();
    }
    number.span = c.bytes(start..end);
    number.whole = number.span.clone();
    (end, Some(number))
}

/// The words of scale behind a figure, and the power of ten that they make: `2.4 billion`, `$3m`, `5 hundred thousand`.
fn scale(c: &Chars, i: usize, figure: &Figure) -> Option<(usize, i32)> {
    let (mut end, mut power) = (figure.end, 0);
    loop {
        let from = if matches!(c.at(end), '-' | ' ') { end + 1 } else { end };
        let (to, letters) = word_at(c, from);
        match word(&letters) {
            Some(Class::Scale(k)) if k > 1 && power + k <= 18 => (end, power) = (to, power + k),
            Some(Class::Letter(k))
                if power == 0
                    && from == end
                    && (money::before(c, c.skip_gap_back(i), Language::English).is_some() || k == 3) =>
            {
                (end, power) = (to, power + k);
            }
            _ => break,
        }
    }
    (power > 0).then_some((end, power))
}

/// The end and the figure of a percentage.
fn percent(c: &Chars, end: usize, value: Value) -> Option<(usize, Value)> {
    let at = c.skip_gap(end);
    if c.at(at) == '%' {
        return Some((at + 1, value));
    }
    if c.at(at) == '‰' {
        return Some((at + 1, value.over(Value::whole(10))?));
    }
    let at = if c.at(end) == '-' { end + 1 } else { at };
    let words = [
        "percentage points",
        "percentage point",
        "percentage-point",
        "percent",
        "per cent",
        "pct",
        "Percent",
    ];
    let to = c.eat_any(at, &words).filter(|&to| !c.at(to).is_ascii_alphabetic())?;
    Some((to, value))
}

/// The end of `1990s`, `'90s`.
fn decade(c: &Chars, i: usize, figure: &Figure, end: usize) -> Option<usize> {
    let s = if c.at(end) == 's' { end + 1 } else { c.eat_any(end, &["'s", "’s"])? };
    let tens = figure.value.to_i64().filter(|n| n % 10 == 0 && (figure.digits == 4 || figure.digits == 2))?;
    let plural = c.at(end) == 's' || figure.digits == 4 && tens > 1000 && !c.before(i).is_ascii_digit();
    (plural && !c.at(s).is_ascii_alphanumeric() && c.at(end) == 's').then_some(s)
}

/// Letters right behind a figure: the ending of an ordinal, a unit, or those of a code.
fn letters_after(c: &Chars, end: usize, number: &mut Number) -> usize {
    let (to, letters) = c.letters(end);
    if letters.is_empty() || number.scale > 0 {
        return end;
    }
    if matches!(letters.as_str(), "st" | "nd" | "rd" | "th") && !c.at(to).is_ascii_digit() {
        number.kind = Kind::Ordinal;
        return to;
    }
    number.glued = !units::is_letters(&letters) || c.at(to).is_ascii_digit();
    end
}

/// Whether letters before a figure make a code of both: `G20`, `COVID-19`; not `mid-2019`, `RMB500`.
fn is_glued(c: &Chars, i: usize) -> bool {
    if money::before(c, i, Language::English).is_some() {
        return false;
    }
    let before = c.before(i);
    let hyphen = before == '-' && i > 1;
    let at = if hyphen { i - 1 } else { i };
    let letter = c.before(at);
    let mut from = at;
    while from > 0 && at - from < 12 && c.at(from - 1).is_ascii_alphabetic() {
        from -= 1;
    }
    let capital = c.at(from).is_ascii_uppercase();
    before == '_'
        || letter.is_ascii_alphabetic() && (!hyphen || capital)
        || before == '.' && i > 1 && c.at(i - 2).is_ascii_alphabetic() && !hyphen
}
