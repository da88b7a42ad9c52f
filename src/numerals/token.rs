//! The characters and syllables that numerals are made of.

use std::sync::LazyLock;

use super::chars::{Chars, is_east_asian};
use super::number::Language;
use super::words::Words;
use crate::text::tables::rows;

/// What a numeral is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Token {
    /// 0 to 9.
    Digit(u8),
    /// A power of ten inside a section: 十 百 千.
    Small(i32),
    /// A power of ten that closes a section: 万 億 兆.
    Big(i32),
    /// Twenty, thirty … in one word.
    Tens(u8),
    /// A native Korean digit.
    Unit(u8),
}

static HAN: LazyLock<Words<Token>> = LazyLock::new(|| tokens(&["han"]));
static KANJI: LazyLock<Words<Token>> = LazyLock::new(|| tokens(&["han", "ja"]));
static HANGUL: LazyLock<Words<Token>> = LazyLock::new(|| tokens(&["ko"]));

fn tokens(scripts: &[&str]) -> Words<Token> {
    let read = |row: Vec<&'static str>| {
        let value: u8 = row.get(2)?.parse().ok()?;
        let token = match *row.get(1)? {
            "digit" => Token::Digit(value),
            "small" => Token::Small(i32::from(value)),
            "big" => Token::Big(i32::from(value)),
            "tens" => Token::Tens(value),
            "unit" => Token::Unit(value),
            _ => return None,
        };
        scripts.contains(row.first()?).then(|| row.get(3).map(|w| w.split(' ').map(move |w| (w, token))))?
    };
    Words::new(rows(include_str!("tables/numerals.tsv")).filter_map(read).flatten())
}

/// The token at `i`, and its end. 千 before 克, 米 or 瓦 is the beginning of a unit.
pub(crate) fn token(c: &Chars, i: usize, language: Language) -> Option<(usize, Token)> {
    let table = match language {
        Language::Japanese => &KANJI,
        Language::Korean => &HANGUL,
        Language::Chinese | Language::English => &HAN,
    };
    let (end, &token) = table.at(c, i)?;
    let unit = match token {
        Token::Small(3) if language != Language::Korean => {
            matches!(c.at(end), '克' | '米' | '瓦' | '卡' | '赫' | '帕' | '伏' | '焦' | '兆')
        }
        Token::Small(2) => c.at(end) == '帕',
        // 18경기 are eighteen matches.
        Token::Big(16) if language == Language::Korean => is_east_asian(c.at(end)) && c.at(end) != '원',
        // 조각 is a piece, 만큼 "as much as".
        Token::Big(4 | 12) if language == Language::Korean => {
            matches!((c.at(i), c.at(end)), ('조', '각') | ('만', '큼'))
        }
        Token::Big(12) => matches!(c.at(end), '瓦' | '赫' | '帕' | '焦' | '字' | '比' | '位' | '欧'),
        _ => false,
    };
    (!unit).then_some((end, token))
}
