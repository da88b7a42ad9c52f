//! A numeral of Chinese, Japanese or Korean with what stands around it: fraction, percent, dozen, ordinal, letters.

use super::Before;
use crate::numerals::chars::{Chars, is_east_asian};
use crate::numerals::figure::slashed;
use crate::numerals::grammar::{Numeral, numeral, numeral_within};
use crate::numerals::hangul;
use crate::numerals::number::{Force, Kind, Language, Number};
use crate::numerals::share::{dozens, fraction_mark, ordinal_end, percent, spaced_tenths};
use crate::numerals::units;
use crate::numerals::value::Value;

/// A numeral with what stands behind it.
pub(super) struct Whole {
    pub(super) numeral: Numeral,
    pub(super) end: usize,
    kind: Kind,
    value: Value,
    upper: Option<Value>,
    /// Whether what stands around it shows that it is a number.
    pub(super) certain: bool,
    glued: bool,
    thousands: bool,
}

/// Takes in what stands around a numeral.
pub(super) fn whole_of(c: &Chars, before: &Before, n: Numeral, language: Language) -> Whole {
    let mut whole = Whole {
        end: n.end,
        kind: Kind::Number,
        value: n.value,
        upper: n.upper,
        certain: before.negative || before.ordinal,
        glued: false,
        thousands: false,
        numeral: n,
    };
    if before.ordinal {
        whole.kind = Kind::Ordinal;
    }
    if let Some((end, value, is_percent)) = fraction(c, before.from, &whole.numeral, language) {
        whole.set(end, value, if is_percent { Kind::Percent } else { Kind::Fraction });
        return whole;
    }
    if let Some((end, value)) = spaced_tenths(c, &whole.numeral, language) {
        whole.set(end, value, Kind::Percent);
    } else if let Some((end, value)) = dozens(c, whole.end, whole.value, language) {
        whole.set(end, value, Kind::Number);
    } else if let Some((end, value)) = percent(c, whole.end, whole.value, language) {
        whole.upper = whole.upper.and_then(|u| percent(c, whole.end, u, language)).map(|(_, v)| v);
        let upper = whole.upper;
        whole.set(end, value, Kind::Percent);
        whole.upper = upper;
    } else if let Some(end) =
        ordinal_end(c, whole.end, language).or_else(|| hangul::day_end(c, &whole.numeral, language))
    {
        whole.end = end;
        whole.kind = Kind::Ordinal;
        whole.certain |= language == Language::Japanese || whole.numeral.figures;
    }
    if whole.numeral.figures {
        whole.see_letters(c, before.from);
    }
    whole
}

impl Whole {
    fn set(&mut self, end: usize, value: Value, kind: Kind) {
        (self.end, self.value, self.kind, self.certain, self.upper) = (end, value, kind, true, None);
    }

    /// Letters around figures make a code of them, unless they are a unit; `k` is a thousand.
    fn see_letters(&mut self, c: &Chars, from: usize) {
        let before = c.before(from);
        let hyphened = before == '-' && from > 1 && c.before(from - 1).is_ascii_alphabetic();
        self.glued = before.is_ascii_alphabetic() || before == '_' || hyphened;
        let (_, letters) = c.letters(self.end);
        if letters.eq_ignore_ascii_case("k")
            && !c.at(self.end + 1).is_ascii_digit()
            && self.numeral.value.to_f64() >= 10.0
        {
            self.end += 1;
            self.thousands = true;
        } else if !letters.is_empty() && self.kind == Kind::Number {
            let ordinal = matches!(letters.as_str(), "st" | "nd" | "rd" | "th");
            self.glued |= !ordinal && !units::is_letters(&letters);
        }
    }

    /// The number that all of it makes.
    pub(super) fn into_number(self, c: &Chars, start: usize, negative: bool) -> Number {
        let mut value = self.value;
        let mut upper = self.upper;
        if self.thousands {
            upper = Some(value);
            value = value.times(Value::whole(1000)).unwrap_or(value);
        }
        let n = &self.numeral;
        let mut number =
            Number::new(c.bytes(start..self.end), if negative { value.negated() } else { value });
        number.kind = self.kind;
        number.or(upper);
        // 两百兆 are two hundred megabytes as often as a number.
        if c.before(self.end) == '兆' {
            number.or(Value::ten_to(12).and_then(|p| value.over(p)));
        }
        // 八折, 2割引: what is paid is said for what is taken off.
        if self.kind == Kind::Percent && matches!(c.before(self.end), '折' | '割' | '引') {
            number.or(Value::whole(100).plus(value.negated()));
        }
        number.force = if value.is_zero() {
            Force::Hint
        } else if n.parts == 1 && self.kind != Kind::Percent {
            Force::Weak
        } else {
            Force::Firm
        };
        number.approx = n.approx;
        number.soft = self.kind == Kind::Number && n.bare || self.upper.is_some() || self.thousands;
        number.glued = self.glued;
        number.in_figures = n.figures;
        number.scale = n.scale;
        number
    }
}

/// A fraction whose denominator, or whole number, is `n` at `from`: its end, its value, and whether it is hundredths.
fn fraction(c: &Chars, from: usize, n: &Numeral, language: Language) -> Option<(usize, Value, bool)> {
    if let Some(figure) = &n.lone
        && let Some((end, value)) = slashed(c, from, figure)
    {
        return Some((end, value, false));
    }
    if let Some(top) = fraction_mark(c, n.end, language) {
        let top = numerator(c, top, language)?;
        let hundred = language == Language::Chinese && n.parts == 1 && n.bare && !n.figures;
        return Some(match n.value.to_i64() {
            Some(100) if hundred => (top.end, top.value, true),
            Some(1000) if hundred => (top.end, top.value.over(Value::whole(10))?, true),
            _ => (top.end, top.value.over(n.value)?, false),
        });
    }
    let and = c.skip_gap(n.end);
    let and = match language {
        Language::Chinese => c.eat(and, "又"),
        Language::Japanese => c.eat(and, "と"),
        Language::Korean => c.eat_any(and, &["과", "와"]),
        Language::English => None,
    }?;
    let bottom = numeral(c, c.skip_gap(and), language).ok()?;
    if let Some((end, part)) = bottom.lone.as_ref().and_then(|f| slashed(c, c.skip_gap(and), f)) {
        return Some((end, n.value.plus(part)?, false));
    }
    let top = numerator(c, fraction_mark(c, bottom.end, language)?, language)?;
    Some((top.end, n.value.plus(top.value.over(bottom.value)?)?, false))
}

fn numerator(c: &Chars, i: usize, language: Language) -> Option<Numeral> {
    let top = numeral(c, i, language).ok()?;
    // 오분의 일만을: 만 is "only".
    let only = language == Language::Korean
        && matches!(c.before(top.end), '만' | '조')
        && is_east_asian(c.at(top.end));
    if only { numeral_within(c, i..top.end - 1, language).ok() } else { Some(top) }
}
