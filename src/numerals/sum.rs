//! The running sum of a numeral: sections of 十 百 千, each closed by 万, 億 or 兆.

use super::value::Value;

/// What was read last.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Last {
    /// Nothing yet.
    #[default]
    Nothing,
    /// A nought that holds a place.
    Zero,
    /// Digits.
    Digits,
    /// A native unit, behind which nothing follows.
    Unit,
    /// A power of ten.
    Scale(i32),
}

/// What is read of a numeral so far.
#[derive(Clone, Debug)]
pub(crate) struct Sum {
    /// Closed sections with their powers of ten, the largest first.
    groups: Vec<(i32, Value)>,
    section: Option<Value>,
    /// The next power of ten inside the section must be below this.
    pub(crate) small: i32,
    /// Digits that wait for their power of ten.
    pub(crate) cur: Option<Value>,
    /// The distance of the upper end of a range.
    spread: Option<Value>,
    pub(crate) last: Last,
    /// The power of ten before the digits that wait, without a nought between.
    before_cur: Option<i32>,
    /// Whether the first part was a power of ten.
    pub(crate) bare: bool,
    /// Whether no power of ten may follow.
    pub(crate) closed: bool,
}

impl Default for Sum {
    fn default() -> Self {
        Self {
            groups: Vec::new(),
            section: None,
            small: 4,
            cur: None,
            spread: None,
            last: Last::Nothing,
            before_cur: None,
            bare: false,
            closed: false,
        }
    }
}

fn add(a: Option<Value>, b: Value) -> Option<Value> {
    a.unwrap_or(Value::ZERO).plus(b)
}

impl Sum {
    /// Takes digits.
    pub(crate) fn put(&mut self, value: Value, spread: Option<Value>) {
        self.before_cur = if let Last::Scale(k) = self.last { Some(k) } else { None };
        self.cur = Some(value);
        self.spread = spread.or(self.spread);
        self.last = Last::Digits;
    }

    /// Takes a power of ten inside a section; `None`, and nothing changed, if it does not fit.
    pub(crate) fn small(&mut self, k: i32) -> Option<()> {
        if k >= self.small || self.closed || self.last == Last::Unit {
            return None;
        }
        let power = Value::ten_to(k)?;
        let digits = self.cur.unwrap_or(Value::ONE);
        let section = add(self.section, digits.times(power)?)?;
        self.bare |= self.last == Last::Nothing && k > 1;
        self.widen(power, self.cur.is_some());
        (self.section, self.cur, self.small, self.last) = (Some(section), None, k, Last::Scale(k));
        Some(())
    }

    /// Takes a power of ten that closes the section.
    pub(crate) fn big(&mut self, k: i32) -> Option<()> {
        if self.closed || self.last == Last::Unit {
            return None;
        }
        let power = Value::ten_to(k)?;
        let mut amount = match (self.section, self.cur) {
            (None, None) => None,
            (section, cur) => Some(add(section, cur.unwrap_or(Value::ZERO))?),
        };
        let mut groups = self.groups.clone();
        let mut scale = k;
        match (amount, self.last) {
            // 万亿, 万万: the power multiplies what is closed already.
            (None, Last::Scale(_)) => {
                while let Some((lower, value)) = groups.pop_if(|(lower, _)| *lower <= k) {
                    amount = Some(add(amount, value)?);
                    scale = scale.max(lower + k);
                }
            }
            (None, Last::Nothing) => {
                amount = Some(Value::ONE);
                self.bare = true;
            }
            (Some(_), _) => {
                if groups.last().is_some_and(|(lower, _)| *lower == k) {
                    return None;
                }
                while let Some((lower, value)) = groups.pop_if(|(lower, _)| *lower < k) {
                    amount = Some(add(amount, value)?);
                    scale = scale.max(lower + k);
                }
            }
            _ => return None,
        }
        groups.push((scale, amount?.times(power)?));
        self.widen(power, true);
        (self.groups, self.section, self.cur, self.small, self.last) =
            (groups, None, None, 4, Last::Scale(k));
        Some(())
    }

    fn widen(&mut self, power: Value, applies: bool) {
        if applies {
            self.spread = self.spread.and_then(|s| s.times(power));
        }
    }

    /// What a figure must stay below to follow here; `None` if anything may.
    pub(crate) fn room(&self) -> Option<f64> {
        let k = match self.last {
            Last::Scale(k) => k,
            _ if self.section.is_some() => self.small,
            _ => self.groups.last()?.0,
        };
        Some(10_f64.powi(k))
    }

    /// The largest power of ten that closed a section or, without one, of the section.
    pub(crate) fn scale(&self) -> i32 {
        let section = if self.section.is_some() { self.small } else { 0 };
        self.groups.last().map_or(section, |g| g.0)
    }

    /// What all of it says, and its upper end. In Chinese a last digit right behind a power of ten counts for the next
    /// lower one: 二百五 is 250.
    pub(crate) fn close(&self, colloquial: bool) -> Option<(Value, Option<Value>)> {
        let mut total = Value::ZERO;
        for (_, value) in &self.groups {
            total = total.plus(*value)?;
        }
        total = total.plus(self.section.unwrap_or(Value::ZERO))?;
        let mut spread = self.spread;
        if let Some(mut cur) = self.cur {
            if let Some(k) = self.before_cur.filter(|&k| colloquial && k >= 2)
                && cur.to_i64().is_some_and(|n| (1..10).contains(&n))
            {
                let power = Value::ten_to(k - 1)?;
                cur = cur.times(power)?;
                spread = spread.and_then(|s| s.times(power));
            }
            total = total.plus(cur)?;
        }
        let upper = spread.and_then(|s| total.plus(s));
        Some((total, upper))
    }
}
