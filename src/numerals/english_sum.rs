//! The arithmetic of English numbers in words.

use super::english_words::Class;
use super::number::Kind;
use super::value::Value;

/// The running sum of a number in words.
pub(super) struct Sum {
    /// Closed by thousand, million …
    pub(super) done: Value,
    /// The power of ten that closed last.
    pub(super) last: i32,
    /// Hundreds.
    pub(super) section: Option<Value>,
    /// Below a hundred.
    pub(super) low: Option<Value>,
    pub(super) parts: usize,
    /// Whether an "and" waits for what follows it.
    pub(super) open: bool,
    pub(super) ends_in_tens: bool,
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
    pub(super) fn total(&self) -> Option<Value> {
        self.done.plus(self.section.unwrap_or(Value::ZERO))?.plus(self.low.unwrap_or(Value::ZERO))
    }

    pub(super) fn takes_and(&self) -> bool {
        self.section.is_some() || self.last < 99
    }

    /// Takes a word; `None` if it begins another number.
    pub(super) fn take(&mut self, class: Class) -> Option<()> {
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
    pub(super) fn ordinal(&self, n: i64) -> Option<(Value, Kind)> {
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
