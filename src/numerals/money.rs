//! Currencies: which one stands beside a number.

use std::sync::LazyLock;

use super::chars::Chars;
use super::number::Language;
use super::units::split;
use super::words::Words;
use crate::text::tables::rows;

/// The currencies that a sign or word may stand for: one bit for each row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Currency(u64);

static CODES: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| rows(include_str!("tables/currencies.tsv")).map(|r| r[0]).collect());
static CHINESE: LazyLock<Words<Currency>> = LazyLock::new(|| forms(1));
static JAPANESE: LazyLock<Words<Currency>> = LazyLock::new(|| forms(2));
static KOREAN: LazyLock<Words<Currency>> = LazyLock::new(|| forms(3));
static ENGLISH: LazyLock<Words<Currency>> = LazyLock::new(|| forms(4));

fn forms(column: usize) -> Words<Currency> {
    let mut all: Vec<(String, u64)> = Vec::new();
    for (i, row) in rows(include_str!("tables/currencies.tsv")).enumerate() {
        for form in row.get(column).into_iter().flat_map(|f| split(f)) {
            match all.iter_mut().find(|(f, _)| *f == form) {
                Some((_, bits)) => *bits |= 1 << i,
                None => all.push((form, 1 << i)),
            }
        }
    }
    Words::new(all.into_iter().map(|(form, bits)| (form, Currency(bits))))
}

fn table(language: Language) -> &'static Words<Currency> {
    match language {
        Language::Chinese => &CHINESE,
        Language::Japanese => &JAPANESE,
        Language::Korean => &KOREAN,
        Language::English => &ENGLISH,
    }
}

/// The currency that begins at `i`, behind a number, and its end.
pub(crate) fn after(c: &Chars, i: usize, language: Language) -> Option<(usize, Currency)> {
    let (end, &currency) = table(language).at(c, i).or_else(|| ENGLISH.at(c, i))?;
    let cut = c.before(end).is_ascii_alphabetic() && c.at(end).is_ascii_alphabetic();
    let other = match language {
        Language::Chinese => {
            matches!(c.at(end), '素' | '旦' | '宵' | '件' | '首' | '老' | '年' | '月' | '头' | '状' | '金')
        }
        Language::Korean => {
            c.before(end) == '원'
                && matches!(c.at(end), '자' | '칙' | '인' | '년' | '래' | '만' | '팀' | '정')
        }
        _ => false,
    };
    (!cut && !other).then_some((end, currency))
}

/// The currency that ends at `end`, before a number, and its start.
pub(crate) fn before(c: &Chars, end: usize, language: Language) -> Option<(usize, Currency)> {
    let (start, &currency) = ENGLISH
        .ending_at(c, end)
        .or_else(|| table(language).ending_at(c, end).filter(|(s, _)| end - s > 1))?;
    let word = c.at(start).is_ascii_alphabetic();
    (!word || !c.before(start).is_ascii_alphanumeric()).then_some((start, currency))
}

impl Currency {
    /// Whether both may be the same.
    pub fn agrees(self, other: Currency) -> bool {
        self.0 & other.0 != 0
    }

    /// The ISO 4217 codes that it may stand for.
    pub fn codes(self) -> impl Iterator<Item = &'static str> {
        CODES.iter().enumerate().filter(move |(i, _)| self.0 & (1 << i) != 0).map(|(_, code)| *code)
    }

    /// Whether it may be the currency of a code.
    pub fn may_be(self, code: &str) -> bool {
        self.codes().any(|c| c == code)
    }
}

#[cfg(test)]
mod tests {
    use super::{Chars, Language, after, before};

    #[test]
    fn signs_and_words_agree() {
        let behind = |text, language| after(&Chars::new(text), 0, language).expect("a currency").1;
        let sign = |text: &str| {
            before(&Chars::new(text), text.chars().count(), Language::English).expect("a sign").1
        };
        let (dollar, yuan) = (behind("美元", Language::Chinese), behind("yuan", Language::English));
        assert!(dollar.agrees(sign("$")) && dollar.agrees(sign("US$")) && !dollar.agrees(sign("HK$")));
        assert!(!dollar.agrees(yuan) && yuan.agrees(behind("元", Language::Chinese)));
        assert!(behind("港元", Language::Chinese).agrees(sign("$")));
        assert!(!behind("Hong Kong dollars", Language::English).agrees(dollar));
        assert!(after(&Chars::new("元素"), 0, Language::Chinese).is_none());
    }
}
