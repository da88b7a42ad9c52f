//! Figures: `1,100`, `4.8`, `3/5`, `2.5e3`, with what tells a number from a code.

use super::chars::{Chars, is_east_asian};
use super::number::Language;
use super::value::Value;

/// More digits than this are an identifier and no number.
const MOST_DIGITS: usize = 24;

/// A number in figures, without sign.
#[derive(Clone, Debug)]
pub(crate) struct Figure {
    /// One past its last character.
    pub(crate) end: usize,
    /// What it says.
    pub(crate) value: Value,
    /// How many digits stand before the point.
    pub(crate) digits: usize,
    /// Whether it has a point.
    pub(crate) decimal: bool,
    /// Whether its thousands are parted.
    pub(crate) grouped: bool,
}

/// What stands at a digit.
pub(crate) enum Seen {
    /// A number.
    Figure(Figure),
    /// A version, an address or an identifier that ends there.
    Opaque(usize),
}

fn digits_end(c: &Chars, i: usize) -> usize {
    (i..=c.len()).find(|&j| !c.at(j).is_ascii_digit()).unwrap_or(i)
}

fn is_digit(c: &Chars, i: usize) -> bool {
    c.at(i).is_ascii_digit()
}

/// Reads what stands at a digit, or at a point before one.
pub(crate) fn figure(c: &Chars, i: usize, language: Language) -> Option<Seen> {
    let first = digits_end(c, i);
    if first == i && !(c.at(i) == '.' && is_digit(c, i + 1) && !c.before(i).is_ascii_alphanumeric()) {
        return None;
    }
    let mut digits = c.text(i..first);
    let mut end = first;
    let mut grouped = false;
    while let Some(next) = group(c, first - i, end, language) {
        digits.push_str(&c.text(end + 1..next));
        (end, grouped) = (next, true);
    }
    if !grouped && let Some(next) = lakhs(c, i, first) {
        digits = c.text(i..next).replace(',', "");
        (end, grouped) = (next, true);
    }
    let whole = digits.len();
    let decimal = is_point(c, end, language) && is_digit(c, end + 1);
    if decimal {
        let to = digits_end(c, end + 1);
        digits.push('.');
        digits.push_str(&c.text(end + 1..to));
        end = to;
        if c.at(end) == '.' && is_digit(c, end + 1) {
            let mut to = end;
            while c.at(to) == '.' && is_digit(c, to + 1) {
                to = digits_end(c, to + 1);
            }
            return Some(Seen::Opaque(to));
        }
    }
    if digits.len() > MOST_DIGITS {
        return Some(Seen::Opaque(end));
    }
    let mut value = Value::parse(&digits)?;
    if let Some((to, raised)) = power(c, end, value) {
        (end, value) = (to, raised);
    }
    Some(Seen::Figure(Figure { end, value, digits: whole, decimal, grouped }))
}

/// The end of a group of three digits behind a comma at `end`.
fn group(c: &Chars, first: usize, end: usize, language: Language) -> Option<usize> {
    let comma = match c.at(end) {
        ',' => true,
        '，' => language != Language::English,
        '、' => language == Language::Japanese,
        _ => false,
    };
    (comma && (1..=3).contains(&first) && digits_end(c, end + 1) == end + 4).then_some(end + 4)
}

/// The end of a number with its lakhs parted: `1,00,000`.
fn lakhs(c: &Chars, i: usize, first: usize) -> Option<usize> {
    let mut end = first;
    while c.at(end) == ',' && digits_end(c, end + 1) == end + 3 {
        end += 3;
    }
    (first - i <= 2 && end > first && c.at(end) == ',' && digits_end(c, end + 1) == end + 4)
        .then_some(end + 4)
}

fn is_point(c: &Chars, i: usize, language: Language) -> bool {
    match c.at(i) {
        '.' => true,
        '・' | '･' => language == Language::Japanese,
        _ => false,
    }
}

/// An exponent behind a figure: `e10`, `E-3`, `^5`.
fn power(c: &Chars, end: usize, value: Value) -> Option<(usize, Value)> {
    let sign = usize::from(matches!(c.at(end + 1), '-' | '+'));
    let from = end + 1 + sign;
    let to = digits_end(c, from);
    if to == from || to - from > 2 || c.at(to).is_ascii_alphanumeric() {
        return None;
    }
    let mut exponent: i32 = c.text(from..to).parse().ok()?;
    if c.at(end + 1) == '-' {
        exponent = -exponent;
    }
    match c.at(end) {
        'e' | 'E' => Some((to, value.times(Value::ten_to(exponent)?)?)),
        '^' => {
            let mut raised = Value::ONE;
            for _ in 0..exponent.unsigned_abs() {
                raised = raised.times(value)?;
            }
            Some((to, if exponent < 0 { Value::ONE.over(raised)? } else { raised }))
        }
        _ => None,
    }
}

/// A fraction that begins with the figure `top` at `i`: `3/5`, `１６/5`, and with a whole number before it `1 4/3`.
pub(crate) fn slashed(c: &Chars, i: usize, top: &Figure) -> Option<(usize, Value)> {
    let plain = |f: &Figure| !f.decimal && !f.grouped && f.digits <= 4;
    if !plain(top) {
        return None;
    }
    if c.at(top.end) == '/' && c.before(i) != '/' {
        let to = digits_end(c, top.end + 1);
        let free = !matches!(c.at(to), '/' | '.' | '-') && !c.at(to).is_ascii_alphanumeric()
            || c.at(to) == '.' && !is_digit(c, to + 1);
        if to == top.end + 1 || to - top.end > 5 || !free {
            return None;
        }
        return Some((to, top.value.over(Value::parse(&c.text(top.end + 1..to))?)?));
    }
    if c.at(top.end) != ' ' || !is_digit(c, top.end + 1) {
        return vulgar(c, top.end).map(|(to, part)| top.value.plus(part).map(|v| (to, v)))?;
    }
    let from = top.end + 1;
    let middle = digits_end(c, from);
    if middle - from > 2 || c.at(middle) != '/' {
        return None;
    }
    let next = Figure { end: middle, value: Value::parse(&c.text(from..middle))?, ..top.clone() };
    let (to, part) = slashed(c, from, &Figure { digits: middle - from, ..next })?;
    Some((to, top.value.plus(part)?))
}

/// A fraction in one character.
pub(crate) fn vulgar(c: &Chars, i: usize) -> Option<(usize, Value)> {
    let (top, bottom) = match c.at(i) {
        '½' => (1, 2),
        '⅓' => (1, 3),
        '⅔' => (2, 3),
        '¼' => (1, 4),
        '¾' => (3, 4),
        '⅕' => (1, 5),
        '⅖' => (2, 5),
        '⅗' => (3, 5),
        '⅘' => (4, 5),
        '⅙' => (1, 6),
        '⅛' => (1, 8),
        '⅜' => (3, 8),
        '⅝' => (5, 8),
        '⅞' => (7, 8),
        _ => return None,
    };
    Some((i + 1, Value::ratio(top, bottom)?))
}

/// Where a minus begins that belongs to the figure at `i`: not one between two numbers, nor in a word.
pub(crate) fn minus_before(c: &Chars, i: usize) -> Option<usize> {
    let at = i.checked_sub(1).filter(|&p| c.at(p) == '-')?;
    let before = c.before(at);
    let parts = before.is_ascii_alphanumeric()
        || matches!(before, '-' | '%' | '.' | ')' | ']' | '\'' | '"' | '/' | '_' | '~');
    if parts {
        return None;
    }
    // "8月-9月" is a range, "答えは-5" is not.
    let mut near = at.saturating_sub(4)..at;
    let kana = matches!(before, '\u{3040}'..='\u{309f}');
    (!is_east_asian(before) || kana || near.all(|p| !is_digit(c, p))).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::{Chars, Language, Seen, figure};

    fn read(text: &str) -> String {
        match figure(&Chars::new(text), 0, Language::Japanese) {
            Some(Seen::Figure(f)) => format!("{}@{}", f.value, f.end),
            Some(Seen::Opaque(end)) => format!("opaque@{end}"),
            None => "none".into(),
        }
    }

    #[test]
    fn figures_are_read_to_their_end() {
        for (text, want) in [
            ("1,234,567.5。", "1234567.5@11"),
            ("1, 234", "1@1"),
            ("12,34", "12@2"),
            ("６、５４４", "6544@5"),
            ("9・99", "9.99@4"),
            (".5", "0.5@2"),
            ("1,00,000", "100000@8"),
            ("2.5e3", "2500@5"),
            ("2^10", "1024@4"),
            ("5.", "5@1"),
            ("192.168.0.1", "opaque@11"),
            ("1234567890123456789012345", "opaque@25"),
        ] {
            assert_eq!(read(text), want, "{text}");
        }
    }
}
