//! Words beside a number that say that it is not exact: 近, 多, about, or so.

use std::sync::LazyLock;

use super::chars::Chars;
use super::number::{Language, Number};
use super::units::split;
use super::words::Words;
use crate::text::tables::rows;

struct Table {
    before: Words<()>,
    after: Words<()>,
}

static TABLES: LazyLock<[Table; 4]> = LazyLock::new(|| ["zh", "ja", "ko", "en"].map(table));

fn table(language: &'static str) -> Table {
    let side = |side: &'static str| {
        let mine = rows(include_str!("tables/about.tsv")).filter(move |r| r[0] == language && r[1] == side);
        Words::new(mine.filter_map(|r| r.get(2).copied()).flat_map(split).map(|w| (w, ())))
    };
    Table { before: side("before"), after: side("after") }
}

/// Marks the numbers that are said not to be exact.
pub(crate) fn mark(c: &Chars, language: Language, numbers: &mut [Number]) {
    let table = &TABLES[language as usize];
    for number in numbers.iter_mut().filter(|n| !n.is_word) {
        let (start, end) = (c.index_of(number.whole.start), c.index_of(number.whole.end));
        let bare = c.index_of(number.span.end);
        number.approx |= if language == Language::English {
            english(c, start, end, table)
        } else {
            table.before.ending_at(c, c.skip_gap_back(start)).is_some()
                || [end, bare].into_iter().any(|at| table.after.at(c, c.skip_gap(at)).is_some())
                || c.at(bare) == '+'
        };
    }
}

/// In English up to three words may stand between: "more than the previous 300", "nearly a full 20".
fn english(c: &Chars, start: usize, end: usize, table: &Table) -> bool {
    if c.at(end) == '+' || table.after.at(c, end).is_some() || table.after.at(c, c.skip_gap(end)).is_some() {
        return true;
    }
    let mut at = start;
    for _ in 0..3 {
        let word_end = c.skip_gap_back(at);
        let from = (0..word_end).rev().take(16).take_while(|&i| c.at(i).is_ascii_alphabetic()).last();
        let Some(from) = from else { return matches!(c.before(word_end), '~' | '≈' | '>' | '<') };
        if table.before.at(c, from).is_some_and(|(to, ())| to == word_end) {
            return true;
        }
        at = from;
    }
    false
}
