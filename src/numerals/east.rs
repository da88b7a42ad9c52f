//! Finds the numerals of a Chinese, Japanese or Korean text: with their signs, fractions, percentages and ordinals.

use std::sync::LazyLock;

use super::chars::{Chars, is_east_asian, is_han};
use super::figure::{minus_before, slashed, vulgar};
use super::grammar::{Numeral, numeral, numeral_within, token};
use super::number::{Force, Kind, Language, Number};
use super::share::{dozens, fraction_mark, ordinal_end, percent, spaced_tenths};
use super::value::Value;
use super::words::{Words, rows};
use super::{han, hangul, units};

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
    let free = language != Language::Korean
        || whole.numeral.figures
        || !is_east_asian(c.before(before.start))
            && !(before.ordinal && whole.numeral.bare && whole.numeral.parts < 3);
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

/// 半百, 半打, 半成, 半ダース.
fn half(c: &Chars, i: usize, language: Language) -> Option<(usize, Option<Number>)> {
    if c.at(i) != '半' || language == Language::Korean {
        return None;
    }
    let number = |end, kind, value| Some((end, Some(Number { kind, ..Number::new(c.bytes(i..end), value) })));
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

/// A numeral with what stands behind it.
struct Whole {
    numeral: Numeral,
    end: usize,
    kind: Kind,
    value: Value,
    upper: Option<Value>,
    /// Whether what stands around it shows that it is a number.
    certain: bool,
    glued: bool,
    thousands: bool,
}

fn whole_of(c: &Chars, before: &Before, n: Numeral, language: Language) -> Whole {
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

    fn into_number(self, c: &Chars, start: usize, negative: bool) -> Number {
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
