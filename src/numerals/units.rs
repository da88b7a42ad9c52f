//! Units with their dimensions, and what converts into what.

use std::collections::HashSet;
use std::sync::LazyLock;

use super::chars::{Chars, is_east_asian};
use super::number::Language;
use super::value::Value;
use super::words::Words;
use crate::text::tables::rows;

/// A unit of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Unit(u8);

struct Row {
    id: &'static str,
    dimension: &'static str,
    size: Value,
    forms: [&'static str; 4],
}

static TABLE: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let read = |r: Vec<&'static str>| {
        let (num, den) = r.get(2)?.split_once('/').unwrap_or((r.get(2)?, "1"));
        let size = Value::parse(num)?.over(Value::parse(den)?)?;
        let form = |i: usize| r.get(i).copied().unwrap_or_default();
        Some(Row { id: r[0], dimension: r[1], size, forms: [form(3), form(4), form(5), form(6)] })
    };
    rows(include_str!("tables/units.tsv")).filter_map(read).collect()
});

static CHINESE: LazyLock<Words<Unit>> = LazyLock::new(|| forms(0));
static JAPANESE: LazyLock<Words<Unit>> = LazyLock::new(|| forms(1));
static KOREAN: LazyLock<Words<Unit>> = LazyLock::new(|| forms(2));
static ENGLISH: LazyLock<Words<Unit>> = LazyLock::new(|| forms(3));

/// The forms of a column: parted by spaces, with `_` for a space inside of one.
pub(super) fn split(forms: &'static str) -> impl Iterator<Item = String> {
    forms.split(' ').filter(|f| !f.is_empty()).map(|f| f.replace('_', " "))
}

fn forms(column: usize) -> Words<Unit> {
    let each = |(i, row): (usize, &'static Row)| split(row.forms[column]).map(move |w| (w, Unit(i as u8)));
    Words::new(TABLE.iter().enumerate().flat_map(each))
}

/// Whether letters right behind figures are a unit: `10km`.
pub(crate) fn is_letters(letters: &str) -> bool {
    static LETTERS: LazyLock<HashSet<String>> = LazyLock::new(|| {
        let all = TABLE.iter().flat_map(|r| r.forms).flat_map(split);
        let more = ["am", "pm", "x", "bn", "m", "k", "s", "h", "tn", "AM", "PM"].map(str::to_owned);
        all.filter(|w| w.len() <= 4 && w.bytes().all(|b| b.is_ascii_alphabetic())).chain(more).collect()
    });
    LETTERS.contains(letters)
}

/// The unit that begins at `i`, behind a number, and its end.
pub(crate) fn at(c: &Chars, i: usize, language: Language) -> Option<(usize, Unit)> {
    let table = match language {
        Language::Chinese => &CHINESE,
        Language::Japanese => &JAPANESE,
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    };
    // A unit in Latin letters is the same in every text: "20 feet".
    let (end, unit) = table.at(c, i).or_else(|| ENGLISH.at(c, i))?;
    // "m" is no metre in "mice".
    let cut = c.before(end).is_ascii_alphabetic() && c.at(end).is_ascii_alphabetic();
    (!cut && !is_other_word(c, end, *unit, language)).then_some((end, *unit))
}

/// Whether the characters of a unit begin another word: 里 in 里面, 米 in 米饭, 日 in 日本, 분 in 분기.
fn is_other_word(c: &Chars, end: usize, unit: Unit, language: Language) -> bool {
    let next = c.at(end);
    let others = match (language, unit.id()) {
        (Language::Chinese, "li") => "面边头外程",
        (Language::Chinese, "m") => "饭飯其兰蘭",
        (Language::Chinese, "day") => "本元圆语語币幣线線报報产產内前",
        (Language::Chinese, "week") => "边邊围圍刊报報末年",
        (Language::Chinese, "degree") => "假过過",
        (Language::Chinese, "liang") => "国國岸者会會地个個",
        (Language::Japanese, "day") => "本銀経系",
        (Language::Korean, "minute") => "기야의석",
        (Language::Korean, "second") => "등대",
        (Language::Korean, "degree") => "시로",
        (Language::Korean, "month") => "러력성걀",
        (Language::Korean, "year") => "기계대",
        (Language::Korean, "week") => "요",
        (Language::Korean, "li") => "그",
        _ => return false,
    };
    is_east_asian(next) && others.contains(next)
}

impl Unit {
    fn row(self) -> &'static Row {
        &TABLE[self.0 as usize]
    }

    /// Its id in the table: `km`.
    pub fn id(self) -> &'static str {
        self.row().id
    }

    /// What it measures.
    pub fn dimension(self) -> &'static str {
        self.row().dimension
    }

    /// Whether `a` of this unit is `b` of another, within the rounding of such conversions (4 in 100).
    pub fn converts(self, a: Value, other: Unit, b: Value) -> bool {
        const ROUNDING: f64 = 0.04;
        if self.dimension() != other.dimension() {
            return false;
        }
        if self.dimension() == "temperature" && self != other {
            let is_celsius = self.id() == "celsius" || other.id() == "fahrenheit";
            let (celsius, fahrenheit) = if is_celsius { (a, b) } else { (b, a) };
            return (celsius.to_f64() * 1.8 + 32.0 - fahrenheit.to_f64()).abs() <= 1.5;
        }
        match (a.times(self.row().size), b.times(other.row().size)) {
            (Some(x), Some(y)) => !x.is_zero() && x.is_near(y, ROUNDING),
            _ => false,
        }
    }

    /// Whether `b` is `a` of this unit in some other unit of the same dimension, to the figure.
    pub fn is_converted(self, a: Value, b: Value) -> bool {
        const TO_THE_FIGURE: f64 = 0.005;
        let sizes = TABLE
            .iter()
            .enumerate()
            .filter(|(i, row)| row.dimension == self.dimension() && *i != usize::from(self.0));
        let into = |(i, row): (usize, &Row)| {
            if self.dimension() == "temperature" {
                return self.converts(a, Unit(i as u8), b);
            }
            let exact = a.times(self.row().size).and_then(|x| x.over(row.size));
            exact.is_some_and(|x| x != a && !x.is_zero() && x.is_near(b, TO_THE_FIGURE))
        };
        self.id() != "degree" && sizes.into_iter().any(into)
    }

    /// Whether both may be used for one another: what a text calls tons or pounds, nights or days.
    pub fn agrees(self, other: Unit) -> bool {
        let same = |a: &str, b: &str| (self.id(), other.id()) == (a, b) || (self.id(), other.id()) == (b, a);
        self == other
            || same("night", "day")
            || same("cun", "in")
            || same("degree", "celsius")
            || same("degree", "fahrenheit")
    }
}

#[cfg(test)]
mod tests {
    use super::{Chars, Language, TABLE, at};
    use crate::numerals::value::Value;

    #[test]
    fn units_convert_within_rounding() {
        let unit = |text: &str, language| at(&Chars::new(text), 0, language).expect("a unit").1;
        let v = |n| Value::whole(n);
        let (km, mile) = (unit("公里", Language::Chinese), unit("miles", Language::English));
        assert!(km.converts(v(100), mile, v(62)) && !km.converts(v(100), mile, v(100)));
        let (c, f) = (unit("摄氏度", Language::Chinese), unit("degrees Fahrenheit", Language::English));
        assert!(c.converts(v(30), f, v(86)) && !c.converts(v(30), f, v(30)));
        assert!(TABLE.len() > 60 && TABLE.len() < 256);
    }

    #[test]
    fn longer_names_win_and_words_are_whole() {
        let id = |text: &str, language| at(&Chars::new(text), 0, language).map(|(_, u)| u.id());
        assert_eq!(id("平方米", Language::Chinese), Some("m2"));
        assert_eq!(id("square miles", Language::English), Some("sqmile"));
        assert_eq!(id("mice", Language::English), None);
        assert_eq!(id("日本", Language::Chinese), None);
        assert_eq!(id("light years", Language::English), Some("lightyear"));
    }
}
