//! An exact value: a fraction in lowest terms, so that 0.1 + 0.2 is 0.3 and a third is a third.

use std::fmt;

/// An exact rational number. Arithmetic gives `None` where it would leave 127 bits.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Value {
    num: i128,
    /// Above zero, without a common factor with `num`.
    den: i128,
}

/// Decimal places of a value that never ends, such as a third.
const PLACES: i32 = 15;

fn gcd(mut a: i128, mut b: i128) -> i128 {
    // Nearly all values are small, and 64 bits are divided many times faster.
    if let (Ok(mut a), Ok(mut b)) = (u64::try_from(a), u64::try_from(b)) {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        return a.into();
    }
    while b != 0 {
        (a, b) = (b, a % b);
    }
    a.abs()
}

impl Value {
    /// Nought.
    pub const ZERO: Value = Value { num: 0, den: 1 };
    /// One.
    pub const ONE: Value = Value { num: 1, den: 1 };

    /// A whole number.
    pub fn whole(n: i64) -> Self {
        Self { num: i128::from(n), den: 1 }
    }

    /// `num / den`; `None` for a denominator of nought.
    pub fn ratio(num: i128, den: i128) -> Option<Self> {
        if den == 0 {
            return None;
        }
        let (num, den) = if den < 0 { (num.checked_neg()?, den.checked_neg()?) } else { (num, den) };
        let common = gcd(num, den).max(1);
        Some(Self { num: num / common, den: den / common })
    }

    /// Ten to the power `exponent`, which is at most 36 either way.
    pub fn ten_to(exponent: i32) -> Option<Self> {
        let power = 10_i128.checked_pow(exponent.unsigned_abs()).filter(|_| exponent.abs() <= 36)?;
        if exponent < 0 { Self::ratio(1, power) } else { Self::ratio(power, 1) }
    }

    /// Reads ASCII digits with at most one point: `12`, `0.5`, `.5`.
    pub fn parse(digits: &str) -> Option<Self> {
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let all = [whole, part].concat();
        if all.is_empty() || all.len() > 36 || !all.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        Self::ratio(all.parse().ok()?, 1)?.times(Self::ten_to(-i32::try_from(part.len()).ok()?)?)
    }

    /// The sum.
    pub fn plus(self, other: Self) -> Option<Self> {
        let num = self.num.checked_mul(other.den)?.checked_add(other.num.checked_mul(self.den)?)?;
        Self::ratio(num, self.den.checked_mul(other.den)?)
    }

    /// The product.
    pub fn times(self, other: Self) -> Option<Self> {
        let (a, b) = (gcd(self.num, other.den).max(1), gcd(other.num, self.den).max(1));
        let num = (self.num / a).checked_mul(other.num / b)?;
        Self::ratio(num, (self.den / b).checked_mul(other.den / a)?)
    }

    /// The quotient; `None` by nought.
    pub fn over(self, other: Self) -> Option<Self> {
        self.times(Self::ratio(other.den, other.num)?)
    }

    /// The same below nought.
    pub fn negated(self) -> Self {
        Self { num: -self.num, den: self.den }
    }

    /// Without its sign.
    pub fn abs(self) -> Self {
        Self { num: self.num.abs(), den: self.den }
    }

    /// Whether it is nought.
    pub fn is_zero(self) -> bool {
        self.num == 0
    }

    /// The nearest floating-point number.
    pub fn to_f64(self) -> f64 {
        self.num as f64 / self.den as f64
    }

    /// As a whole number, if it is one.
    pub fn to_i64(self) -> Option<i64> {
        if self.den == 1 { i64::try_from(self.num).ok() } else { None }
    }

    /// Whether both differ by at most `share` of the larger.
    pub fn is_near(self, other: Self, share: f64) -> bool {
        let (a, b) = (self.to_f64(), other.to_f64());
        (a - b).abs() <= share * a.abs().max(b.abs())
    }

    /// The figures without leading and trailing noughts, and the power of ten of the last; `None` if it never ends.
    pub fn figures(self) -> Option<(String, i32)> {
        let (mut num, mut den, mut power) = (self.num.abs(), self.den, 0);
        while den > 1 {
            if den % 2 != 0 && den % 5 != 0 || power <= -40 {
                return None;
            }
            num = num.checked_mul(10)?;
            power -= 1;
            let common = gcd(num, den);
            (num, den) = (num / common, den / common);
        }
        let digits = num.to_string();
        let bare = digits.trim_end_matches('0');
        Some((bare.to_owned(), power + i32::try_from(digits.len() - bare.len()).ok()?))
    }
}

impl fmt::Display for Value {
    /// As a decimal; 15 figures of one that never ends.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.num < 0 {
            f.write_str("-")?;
        }
        let whole = self.num.unsigned_abs() / self.den.unsigned_abs();
        write!(f, "{whole}")?;
        let (mut rest, den) = (self.num.unsigned_abs() % self.den.unsigned_abs(), self.den.unsigned_abs());
        if rest == 0 {
            return Ok(());
        }
        f.write_str(".")?;
        let mut places = if whole == 0 { PLACES + 21 } else { PLACES };
        while rest != 0 && places > 0 {
            let Some(ten) = rest.checked_mul(10) else { return Ok(()) };
            write!(f, "{}", ten / den)?;
            rest = ten % den;
            places -= 1;
        }
        Ok(())
    }
}

impl fmt::Debug for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

#[cfg(test)]
mod tests {
    use super::Value;

    #[test]
    fn values_are_exact() {
        let v = |s| Value::parse(s).expect("a value");
        assert_eq!(v("0.1").plus(v("0.2")), Some(v("0.3")));
        assert_eq!(v("1").over(v("3")).and_then(|x| x.times(v("3"))), Some(Value::ONE));
        assert_eq!(v("26.80").to_string(), "26.8");
        assert_eq!(v("7").negated().over(v("2")).expect("a value").to_string(), "-3.5");
        assert_eq!(
            Value::ratio(1, 3).expect("a value").to_string(),
            "0.333333333333333333333333333333333333"
        );
        assert_eq!(v("26.8").figures(), Some(("268".into(), -1)));
        assert_eq!(v("26800").figures(), Some(("268".into(), 2)));
        assert_eq!(Value::ratio(1, 3).expect("a value").figures(), None);
    }

    #[test]
    fn what_does_not_fit_is_none() {
        assert!(Value::parse("").is_none() && Value::parse("1.2.3").is_none());
        assert!(Value::parse(&"9".repeat(40)).is_none());
        assert!(Value::ratio(1, 0).is_none() && Value::ONE.over(Value::ZERO).is_none());
        let big = Value::ten_to(36).expect("a value");
        assert!(big.times(big).is_none());
    }
}
