//! Numbers in English words: "two hundred and five thousand", "half a million", "twenty-first", "two-thirds".

use std::collections::HashMap;
use std::sync::LazyLock;

use super::chars::Chars;
use super::number::Kind;
use super::value::Value;
use super::words::rows;

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
        } else if !class.is_some_and(|class| sum.take(class).is_some()) {
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
        digits.push(char::from(b'0' + d as u8));
        end = to;
    }
    let value = whole.plus(Value::parse(&digits).filter(|_| digits.len() > 2)?)?;
    Some((end, value))
}

/// The running sum of a number in words.
struct Sum {
    /// Closed by thousand, million …
    done: Value,
    /// The power of ten that closed last.
    last: i32,
    /// Hundreds.
    section: Option<Value>,
    /// Below a hundred.
    low: Option<Value>,
    parts: usize,
    /// Whether an "and" waits for what follows it.
    open: bool,
    ends_in_tens: bool,
}

impl Default for Sum {
    fn default() -> Self {
        Self {
            done: Value::ZERO,
            last: 99,
            section: None,
            low: None,
            parts: 0,
            open: false,
            ends_in_tens: false,
        }
    }
}

impl Sum {
    fn total(&self) -> Option<Value> {
        self.done.plus(self.section.unwrap_or(Value::ZERO))?.plus(self.low.unwrap_or(Value::ZERO))
    }

    fn takes_and(&self) -> bool {
        self.section.is_some() || self.last < 99
    }

    /// Takes a word; `None` if it begins another number.
    fn take(&mut self, class: Class) -> Option<()> {
        match class {
            Class::Small(n) => {
                let value = Value::whole(n);
                self.low = Some(match self.low {
                    None => value,
                    Some(tens) if self.ends_in_tens && (1..10).contains(&n) => tens.plus(value)?,
                    Some(_) => return None,
                });
                self.ends_in_tens = false;
            }
            Class::Tens(n) if self.low.is_none() => {
                self.low = Some(Value::whole(n));
                self.ends_in_tens = true;
            }
            Class::Scale(2) if self.section.is_none() && self.low.is_some() => {
                self.section = self.low.take()?.times(Value::whole(100));
                self.ends_in_tens = false;
            }
            Class::Scale(k) if k > 2 => {
                let amount = match (self.section, self.low) {
                    (None, None) => return None,
                    (a, b) => a.unwrap_or(Value::ZERO).plus(b.unwrap_or(Value::ZERO))?,
                };
                if k >= self.last {
                    return None;
                }
                self.done = self.done.plus(amount.times(Value::ten_to(k)?)?)?;
                (self.section, self.low, self.last, self.ends_in_tens) = (None, None, k, false);
            }
            _ => return None,
        }
        self.parts += 1;
        self.open = false;
        Some(())
    }

    /// What an ordinal word at the end makes of it: "twenty-first" is an ordinal, "one fifth" a part of a whole.
    fn ordinal(&self, n: i64) -> Option<(Value, Kind)> {
        let total = self.total()?;
        match (self.low, n) {
            (Some(_), 1..10) if self.ends_in_tens => Some((total.plus(Value::whole(n))?, Kind::Ordinal)),
            (Some(_), 100 | 1000 | 1_000_000) => Some((total.times(Value::whole(n))?, Kind::Ordinal)),
            (None, 1..100) => Some((total.plus(Value::whole(n))?, Kind::Ordinal)),
            (Some(one), 3..20) if one == Value::ONE && self.parts == 1 => {
                Some((one.over(Value::whole(n))?, Kind::Fraction))
            }
            _ => None,
        }
    }
}
