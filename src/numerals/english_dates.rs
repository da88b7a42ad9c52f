//! Dates and times of day in English: months by name, days and years beside them, clock times, centuries.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::calendar::forms;
use super::chars::Chars;
use super::number::{Force, Kind, Number};
use super::value::Value;

static MONTHS: LazyLock<HashMap<&str, i64>> = LazyLock::new(|| forms("month", "en").collect());

/// Words before which "may" or "march" with a capital is no month, and behind which it is one.
const BEFORE_MONTH: &[&str] = &[
    "in ", "of ", "last ", "this ", "since ", "until ", "by ", "from ", "early ", "late ", "mid-", "next ",
    "and ", "to ", "between ", "during ", "through ", "on ", "around ", "before ", "after ",
];

/// The month whose name begins at `i`, and its end; a full stop of an abbreviation belongs to it.
fn month_at(c: &Chars, i: usize) -> Option<(usize, i64)> {
    if !c.at(i).is_ascii_uppercase() || c.before(i).is_ascii_alphanumeric() {
        return None;
    }
    let (end, letters) = c.letters(i);
    let &month = MONTHS.get(letters.to_ascii_lowercase().as_str())?;
    let abbreviated = letters.len() <= 4 && !matches!(month, 5..=7) || letters.len() == 3 && month != 5;
    let to = if abbreviated && c.at(end) == '.' { end + 1 } else { end };
    Some((to, month))
}

/// Whether a number of the text stands right before `start` or behind `end`, as in a date.
fn beside_number(c: &Chars, start: usize, end: usize) -> bool {
    let next = c.skip_gap(end);
    let before = c.skip_gap_back(start);
    let of = before.checked_sub(2).is_some_and(|from| c.eat(from, "of").is_some());
    c.at(next).is_ascii_digit()
        || c.before(before).is_ascii_digit()
        || of
        || c.ends_with(before, &["st", "nd", "rd", "th"])
            && before > 2
            && c.before(before - 2).is_ascii_digit()
}

/// The names of months that are used as such.
pub(crate) fn months(c: &Chars, numbers: &[Number]) -> Vec<Number> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < c.len() {
        let Some((end, month)) = month_at(c, i) else {
            i += 1;
            continue;
        };
        // May and March, and abbreviations, are names and words, too.
        let plain = !matches!(month, 3 | 5) && c.letters(i).0 - i >= 4;
        if plain || beside_number(c, i, end) || c.ends_with(i, BEFORE_MONTH) && end - i >= 3 {
            let mut number = Number::new(c.bytes(i..end), Value::whole(month));
            (number.kind, number.is_word) = (Kind::Month, true);
            let next = numbers.get(numbers.partition_point(|n| n.span.start < number.span.end));
            if let Some(day) = next.filter(|n| n.kind == Kind::Day && n.span.start <= number.span.end + 1) {
                number.whole.end = day.span.end;
            }
            out.push(number);
        }
        i = end;
    }
    out
}

/// Says which numbers are parts of dates and times.
pub(crate) fn mark(c: &Chars, numbers: &mut [Number]) {
    for i in 0..numbers.len() {
        let (start, end) = (c.index_of(numbers[i].span.start), c.index_of(numbers[i].span.end));
        if century(c, i, numbers, end) || numbers[i].glued || numbers[i].absorbed {
            continue;
        }
        let plain = matches!(numbers[i].kind, Kind::Number | Kind::Ordinal);
        let Some(value) = numbers[i].value.to_i64().filter(|_| plain && numbers[i].scale == 0) else {
            continue;
        };
        // "May 40" is no day, and yet what the text says.
        let day = (1..100).contains(&value)
            && (value < 32 || c.before(c.skip_gap_back(start)).is_alphabetic())
            && (numbers[i].in_figures || numbers[i].kind == Kind::Ordinal);
        if day && is_day(c, i, numbers, start, end) {
            numbers[i].kind = Kind::Day;
            numbers[i].force = Force::Firm;
        } else if clock(c, i, numbers, start, end) {
            numbers[i].force = Force::Firm;
        } else if is_year(c, &numbers[i], value, start, end) {
            numbers[i].kind = Kind::Year;
        }
    }
}

/// "19th century", "nineteenth-century".
fn century(c: &Chars, i: usize, numbers: &mut [Number], end: usize) -> bool {
    let at = if c.at(end) == '-' { end + 1 } else { c.skip_gap(end) };
    let found = numbers[i].kind == Kind::Ordinal && c.eat_any(at, &["centur", "Centur"]).is_some();
    if found {
        numbers[i].kind = Kind::Century;
        numbers[i].force = Force::Firm;
    }
    found
}

/// Whether a number is a day: beside the name of a month, or the other end of such a day.
fn is_day(c: &Chars, i: usize, numbers: &[Number], start: usize, end: usize) -> bool {
    let from = c.skip_gap_back(start);
    let the = c.ends_with(from, &["the"]).then(|| c.skip_gap_back(from - 3));
    let name_ends = |at: usize| {
        (0..=10)
            .any(|back| at.checked_sub(back + 3).and_then(|p| month_at(c, p)).is_some_and(|(to, _)| to == at))
    };
    let clock = c.at(end) == ':' && c.at(end + 1).is_ascii_digit();
    let unit =
        c.eat_any(c.skip_gap(end), &["percent", "%", "million", "billion", "years", "people"]).is_some();
    if (name_ends(from) || the.is_some_and(name_ends)) && !clock && !unit {
        return true;
    }
    let next = c.skip_gap(end);
    let of = c.eat(next, "of ").unwrap_or(next);
    if month_at(c, of).is_some()
        && (of > next
            || numbers[i].kind == Kind::Ordinal
            || numbers[i].in_figures && !matches!(c.at(end), ',' | '.'))
        && next > end
    {
        return true;
    }
    // "July 24-26", "from November 22 to 24", "May 3 and 5"
    let linked = i > 0 && numbers[i - 1].kind == Kind::Day && {
        let between = c.text(c.index_of(numbers[i - 1].span.end)..start);
        matches!(between.trim(), "-" | "–" | "—" | "to" | "and" | "until" | "through" | "/" | "or")
            || between == ", " && numbers[i].value.to_f64() < 32.0 && c.at(end) != ','
    };
    linked && !clock && !unit
}

/// A time of day: "15:50", "3 p.m.", "3.30pm", "8 o'clock". The minutes are taken in.
fn clock(c: &Chars, i: usize, numbers: &mut [Number], start: usize, end: usize) -> bool {
    let Some(mut hour) = numbers[i].value.to_i64().filter(|h| (0..=24).contains(h)) else { return false };
    let two_digits = |at: usize| {
        c.at(at).is_ascii_digit() && c.at(at + 1).is_ascii_digit() && !c.at(at + 2).is_ascii_digit()
    };
    let (mut to, mut minute) = (end, 0);
    let colon = c.at(end) == ':' && two_digits(end + 1) && c.before(start) != ':' && numbers[i].in_figures;
    if colon {
        minute =
            i64::from(c.at(end + 1).to_digit(10).unwrap_or(0) * 10 + c.at(end + 2).to_digit(10).unwrap_or(0));
        to = end + 3;
    }
    let half_day = c.skip_gap(to);
    let mark = |words: &[&str]| c.eat_any(half_day, words).filter(|&at| !c.at(at).is_ascii_alphanumeric());
    let (pm, am) = (mark(&["p.m.", "pm", "PM", "P.M.", "p.m"]), mark(&["a.m.", "am", "AM", "A.M.", "a.m"]));
    let bell = mark(&["o'clock", "o’clock"]);
    let Some(until) = pm.or(am).or(bell).or(colon.then_some(to)) else { return false };
    if pm.is_some() && hour < 12 {
        hour += 12;
    }
    let number = &mut numbers[i];
    number.kind = Kind::Time;
    number.minutes = Some(hour * 60 + minute);
    number.whole.end = c.bytes(start..until).end;
    if colon && let Some(next) = numbers.get_mut(i + 1) {
        next.absorbed = true;
    }
    true
}

/// Four figures without a comma, from 1500 to 2100, that count nothing.
fn is_year(c: &Chars, number: &Number, value: i64, start: usize, end: usize) -> bool {
    let figures =
        number.in_figures && number.kind == Kind::Number && end - start == 4 && (1500..2100).contains(&value);
    let counted = c.at(end) == ' ' && super::units::at(c, end + 1, super::Language::English).is_some();
    figures && !counted && super::money::before(c, c.skip_gap_back(start), super::Language::English).is_none()
}
