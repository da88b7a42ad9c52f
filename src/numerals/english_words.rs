//! Numbers in English words: "two hundred and five thousand", "half a million", "twenty-first", "two-thirds".

use std::collections::HashMap;
use std::sync::LazyLock;

use super::chars::Chars;
use super::english_sum::Sum;
use super::number::Kind;
use super::value::Value;
use crate::text::tables::rows;

/// What a numeral word is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Small(i64),
    Tens(i64),
    /// A power of ten.
    Scale(i32),
    /// A power of ten in one letter.
    Letter(i32),
    Ordinal(i64),
    /// A denominator.
    Part(i64),
    Decade(i64),
}

static WORDS: LazyLock<HashMap<&str, Class>> = LazyLock::new(|| {
    let read = |r: Vec<&'static str>| {
        let n: i64 = r.get(1)?.parse().ok()?;
        let class = match r[0] {
            "small" => Class::Small(n),
            "tens" => Class::Tens(n),
            "scale" => Class::Scale(n as i32),
            "letter" => Class::Letter(n as i32),
            "ordinal" => Class::Ordinal(n),
            "part" => Class::Part(n),
            _ => Class::Decade(n),
        };
        Some((*r.get(2)?, class))
    };
    rows(include_str!("tables/english.tsv")).filter_map(read).collect()
});

/// What a word in lower case is among numerals.
pub(super) fn word(letters: &str) -> Option<Class> {
    WORDS.get(letters).copied()
}

/// The word of letters at `i` in lower case, and its end.
pub(super) fn word_at(c: &Chars, i: usize) -> (usize, String) {
    let mut end = i;
    let mut letters = String::new();
    while c.at(end).is_alphabetic() {
        if letters.len() < 24 {
            letters.extend(c.at(end).to_lowercase());
        }
        end += 1;
    }
    (end, letters)
}

/// A number in words.
#[derive(Debug)]
pub(super) struct Spelled {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) value: Value,
    pub(super) kind: Kind,
    /// How many words it has.
    pub(super) parts: usize,
}

/// Reads the number in words that begins with the word `first` at `i`.
pub(super) fn spelled(c: &Chars, i: usize, first: &str) -> Option<Spelled> {
    if matches!(first, "a" | "an" | "half" | "quarter") {
        return led(c, i, first);
    }
    let class = word(first)?;
    match class {
        Class::Small(_) | Class::Tens(_) => {}
        Class::Ordinal(n) => {
            let (end, _) = word_at(c, i);
            return Some(Spelled { start: i, end, value: Value::whole(n), kind: Kind::Ordinal, parts: 1 });
        }
        Class::Decade(n) => {
            let (end, _) = word_at(c, i);
            return Some(Spelled { start: i, end, value: Value::whole(n), kind: Kind::Decade, parts: 1 });
        }
        Class::Scale(_) | Class::Letter(_) | Class::Part(_) => return None,
    }
    let mut sum = Sum::default();
    let mut end = i;
    let mut from = i;
    loop {
        let (to, letters) = word_at(c, from);
        let class = word(&letters);
        if let Some(Class::Part(n)) = class {
            let value = sum.total()?.over(Value::whole(n))?;
            return Some(Spelled { start: i, end: to, value, kind: Kind::Fraction, parts: sum.parts + 1 });
        }
        if let Some(Class::Ordinal(n)) = class {
            if let Some(found) = sum.ordinal(n) {
                return Some(Spelled {
                    start: i,
                    end: to,
                    value: found.0,
                    kind: found.1,
                    parts: sum.parts + 1,
                });
            }
            break;
        }
        if letters == "point"
            && c.before(from) == ' '
            && let Some((to, value)) = decimals(c, to, sum.total()?)
        {
            (sum.done, sum.section, sum.low, end) = (Value::ZERO, Some(value), None, to);
        } else if letters == "and" && sum.takes_and() && c.before(from) == ' ' {
            let next = word_at(c, to + 1).1;
            if !matches!(word(&next), Some(Class::Small(1..) | Class::Tens(_))) || sum.low.is_some() {
                break;
            }
            sum.open = true;
            from = to + 1;
            continue;
        } else if class.and_then(|class| sum.take(class)).is_none() {
            break;
        } else {
            end = to;
        }
        if !matches!(c.at(end), ' ' | '-') || !c.at(end + 1).is_alphabetic() {
            break;
        }
        from = end + 1;
    }
    (end > i).then_some(())?;
    Some(Spelled { start: i, end, value: sum.total()?, kind: Kind::Number, parts: sum.parts })
}

/// "a hundred", "half a million", "a quarter", "half".
fn led(c: &Chars, i: usize, first: &str) -> Option<Spelled> {
    let (mut end, _) = word_at(c, i);
    let half = first == "half";
    if half && c.eat(end, " a ").is_some() {
        end = c.eat(end, " a ")? - 1;
    } else if half || first == "quarter" {
        return None;
    }
    let (to, letters) = word_at(c, end + 1);
    if !matches!(c.at(end), ' ' | '-') {
        return None;
    }
    let one = if half { Value::ratio(1, 2)? } else { Value::ONE };
    match word(&letters)? {
        Class::Scale(k) => {
            let mut sum = Sum { low: Some(one), ..Sum::default() };
            sum.take(Class::Scale(k))?;
            let (mut end, mut from) = (to, to + 1);
            // "a hundred thousand", "a hundred and twenty"
            while c.at(end) == ' ' {
                let (to, mut letters) = word_at(c, from);
                let mut to = to;
                if letters == "and" {
                    (to, letters) = word_at(c, to + 1);
                }
                let class = word(&letters)
                    .filter(|class| matches!(class, Class::Small(_) | Class::Tens(_) | Class::Scale(_)));
                if class.and_then(|class| sum.take(class)).is_none() {
                    break;
                }
                (end, from) = (to, to + 1);
            }
            Some(Spelled { start: i, end, value: sum.total()?, kind: Kind::Number, parts: sum.parts + 1 })
        }
        Class::Part(n) if !half => Some(Spelled {
            start: i,
            end: to,
            value: Value::ONE.over(Value::whole(n))?,
            kind: Kind::Fraction,
            parts: 2,
        }),
        Class::Ordinal(n) if !half && n > 2 => {
            Some(Spelled { start: end + 1, end: to, value: Value::whole(n), kind: Kind::Ordinal, parts: 1 })
        }
        _ => None,
    }
}

/// Digits in words behind "point".
fn decimals(c: &Chars, mut end: usize, whole: Value) -> Option<(usize, Value)> {
    let mut digits = String::from("0.");
    while c.at(end) == ' ' && digits.len() < 16 {
        let (to, letters) = word_at(c, end + 1);
        let Some(Class::Small(d @ 0..=9)) = word(&letters) else { break };
        digits.push_str(&d.to_string());
        end = to;
    }
    let value = whole.plus(Value::parse(&digits).filter(|_| digits.len() > 2)?)?;
    Some((end, value))
}
