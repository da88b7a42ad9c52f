//! Numbers of Chinese, Japanese, Korean and English by value, with exact places; dates, money and units with them.

mod about;
mod agree;
mod calendar;
mod chars;
pub mod compare;

mod conflict;
mod customs;
mod east;
mod english;
mod english_dates;
mod english_sum;
mod english_words;
mod figure;
mod grammar;
mod han;
mod hangul;
mod hints;
mod items;
mod measure;
mod money;
mod number;
mod range;
mod share;
mod sum;
mod token;
mod units;
mod value;
mod words;

pub use conflict::Class;
pub use money::Currency;
pub use number::{Force, Kind, Language, Number};
pub use units::Unit;
pub use value::Value;

use chars::Chars;

/// The numerals of a text, in order, without overlaps: what `inspect numbers` lists.
pub fn numerals(text: &str, language: Language) -> Vec<Number> {
    let c = Chars::new(text);
    let found = raw(&c, language);
    found.into_iter().filter(|n| n.is_numeral() && !n.glued).collect()
}

/// Everything in a text that has a value, in order: numerals, dates, money, and words that stand for a value.
pub fn values(text: &str, language: Language) -> Vec<Number> {
    let c = Chars::new(text);
    let mut numbers = raw(&c, language);
    match language {
        Language::English => english_dates::mark(&c, &mut numbers),
        _ => calendar::mark(&c, language, &mut numbers),
    }
    measure::attach(&c, language, &mut numbers);
    range::share(&c, language, &mut numbers);
    about::mark(&c, language, &mut numbers);
    numbers.extend(calendar::weekdays(&c, language));
    if language == Language::English {
        numbers.extend(english_dates::months(&c, &numbers));
    }
    numbers.extend(hints::read(&c, language));
    numbers.sort_by_key(|n| (n.span.start, n.is_word));
    numbers
}

fn raw(c: &Chars, language: Language) -> Vec<Number> {
    match language {
        Language::English => english::read(c),
        _ => east::read(c, language),
    }
}

#[cfg(test)]
mod tests;
