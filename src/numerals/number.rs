//! One record for everything that has a value.

use std::ops::Range;

use super::money::Currency;
use super::units::Unit;
use super::value::Value;

/// A language whose numerals are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Language {
    /// In simplified or traditional characters.
    Chinese,
    /// In kanji and figures.
    Japanese,
    /// In Hangul and figures.
    Korean,
    /// In words and figures.
    English,
}

impl Language {
    /// The language of a tag, if its numerals are read.
    pub fn of(lang: &crate::document::Lang) -> Option<Self> {
        match lang.primary() {
            "zh" | "yue" => Some(Self::Chinese),
            "ja" => Some(Self::Japanese),
            "ko" => Some(Self::Korean),
            "en" => Some(Self::English),
            _ => None,
        }
    }
}

/// What a value is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A plain number.
    Number,
    /// A number in hundredths, also percentage points.
    Percent,
    /// A place in an order.
    Ordinal,
    /// A part of a whole: 三分之一, two-thirds.
    Fraction,
    /// So many times: 倍, double.
    Multiple,
    /// A year of the Western calendar.
    Year,
    /// A month, 1 to 12.
    Month,
    /// A day of the month, 1 to 31.
    Day,
    /// A day of the week, Monday 1 to Sunday 7.
    Weekday,
    /// A time of day, by its hour.
    Time,
    /// Ten years, by the first of them or its last two figures.
    Decade,
    /// A hundred years, by its number.
    Century,
}

impl Kind {
    /// Whether it is part of a date or a time.
    pub fn is_date(self) -> bool {
        use Kind::{Century, Day, Decade, Month, Time, Weekday, Year};
        matches!(self, Year | Month | Day | Weekday | Time | Decade | Century)
    }
}

/// How much a reading may be relied upon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Force {
    /// A word that may stand for a value, or nought: explains, never accuses.
    Hint,
    /// One character or one word below ten.
    Weak,
    /// Two figures, two characters, or more.
    Firm,
}

/// A value that a text states.
#[derive(Clone, Debug, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each says another thing of the numeral")]
pub struct Number {
    /// The numeral in bytes of the text, with its sign, percent sign or mark of an ordinal.
    pub span: Range<u32>,
    /// The numeral with its unit, currency or calendar word, and for a time of day the whole of it.
    pub whole: Range<u32>,
    /// What it is a value of.
    pub kind: Kind,
    /// What it says; for a percentage its figure.
    pub value: Value,
    /// What it may say as well: both ends of 三四千, the scale that it shares with the number behind it.
    pub also: Vec<Value>,
    /// How much it may be relied upon.
    pub force: Force,
    /// Whether the text says that it is not exact.
    pub approx: bool,
    /// Whether it explains a value of the other side and accuses none.
    pub soft: bool,
    /// Whether it is part of a code: `COVID-19`.
    pub glued: bool,
    /// Whether it is written in figures.
    pub in_figures: bool,
    /// Whether it is a word with a value and no numeral: Monday, half.
    pub is_word: bool,
    /// Whether a time of day takes it in: the minutes.
    pub absorbed: bool,
    /// The power of ten of its last scale word, which the number before it in a range may share.
    pub(crate) scale: i32,
    /// A time of day in minutes since midnight.
    pub minutes: Option<i64>,
    /// The unit behind it.
    pub unit: Option<Unit>,
    /// The currency beside it.
    pub currency: Option<Currency>,
}

impl Number {
    /// A plain firm number.
    pub(crate) fn new(span: Range<u32>, value: Value) -> Self {
        Self {
            whole: span.clone(),
            span,
            kind: Kind::Number,
            value,
            also: Vec::new(),
            force: Force::Firm,
            approx: false,
            soft: false,
            glued: false,
            in_figures: false,
            is_word: false,
            absorbed: false,
            scale: 0,
            minutes: None,
            unit: None,
            currency: None,
        }
    }

    /// Everything that it may say, the plainest first.
    pub fn values(&self) -> impl Iterator<Item = Value> + '_ {
        std::iter::once(self.value).chain(self.also.iter().copied())
    }

    /// Adds a value that it may say as well.
    pub(crate) fn or(&mut self, value: Option<Value>) {
        if let Some(value) = value.filter(|v| *v != self.value && !self.also.contains(v)) {
            self.also.push(value);
        }
    }

    /// Whether a listing of numerals has it: not of words with a value.
    pub fn is_numeral(&self) -> bool {
        !self.is_word
    }
}
