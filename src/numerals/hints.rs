//! Words that stand for a value without being a numeral: 双, 半, 夫妇, half, twice, dozens.

use std::sync::LazyLock;

use super::chars::{Chars, is_east_asian};
use super::number::{Force, Kind, Language, Number};
use super::value::Value;
use super::words::Words;
use crate::text::tables::rows;

/// What a word may stand for, and whether that is a part of a date.
type Hint = (Vec<Value>, bool);

static TABLES: LazyLock<[Words<Hint>; 4]> = LazyLock::new(|| ["zh", "ja", "ko", "en"].map(table));

fn table(language: &'static str) -> Words<Hint> {
    let mine = rows(include_str!("tables/hints.tsv")).filter(move |r| r[0] == language);
    let read = |r: Vec<&'static str>| {
        let values: Vec<Value> = r.get(2)?.split(' ').filter_map(Value::parse).collect();
        Some((*r.get(1)?, (values, r.get(3) == Some(&"date")))).filter(|(_, (values, _))| !values.is_empty())
    };
    Words::new(mine.filter_map(read))
}

/// The words of a text with a value; where they overlap a numeral they may say something else.
pub(crate) fn read(c: &Chars, language: Language) -> Vec<Number> {
    let table = &TABLES[language as usize];
    let mut out = Vec::new();
    let mut i = 0;
    while i < c.len() {
        let word_starts = !c.before(i).is_ascii_alphanumeric()
            && (language != Language::Korean || !is_east_asian(c.before(i)));
        let found = if word_starts { lower_at(table, c, i, language) } else { None };
        let Some((end, (values, date))) = found else {
            i += 1;
            continue;
        };
        let cut = c.before(end).is_ascii_alphabetic() && c.at(end).is_ascii_alphabetic();
        if let (false, [first, rest @ ..]) = (cut, values.as_slice()) {
            let mut hint = Number::new(c.bytes(i..end), *first);
            (hint.is_word, hint.soft, hint.force) = (true, true, Force::Hint);
            hint.also = rest.to_vec();
            if *date {
                hint.kind = Kind::Month;
            }
            out.push(hint);
        }
        i = end;
    }
    out
}

/// The word at `i`; in English with a capital, too.
fn lower_at<'t>(
    table: &'t Words<Hint>,
    c: &Chars,
    i: usize,
    language: Language,
) -> Option<(usize, &'t Hint)> {
    if language == Language::English && c.at(i).is_ascii_uppercase() {
        let (end, letters) = c.letters(i);
        let (to, values) = table.at(&Chars::new(&letters.to_ascii_lowercase()), 0)?;
        return (to == letters.len()).then_some((end, values));
    }
    table.at(c, i)
}
