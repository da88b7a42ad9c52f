//! Dates and times of day: which numbers are years, months, days and hours in Chinese, Japanese and Korean, and the
//! words for weekdays in every language.

use std::sync::LazyLock;

use super::chars::{Chars, is_han};
use super::number::{Force, Kind, Language, Number};
use super::value::Value;
use super::words::Words;
use crate::text::tables::rows;

struct Table {
    weekdays: Words<i64>,
    eras: Words<i64>,
    /// Parts of the day with the hours that they add.
    noon: Words<i64>,
}

static TABLES: LazyLock<[Table; 4]> = LazyLock::new(|| ["zh", "ja", "ko", "en"].map(table));

fn table(language: &'static str) -> Table {
    let class = |class: &'static str| Words::new(forms(class, language));
    Table { weekdays: class("weekday"), eras: class("era"), noon: class("noon") }
}

/// The forms of a class with their values.
pub(super) fn forms(
    class: &'static str,
    language: &'static str,
) -> impl Iterator<Item = (&'static str, i64)> {
    let mine = rows(include_str!("tables/calendar.tsv"))
        .filter(move |r| r[0] == class && r.get(2) == Some(&language));
    let read = |r: Vec<&'static str>| Some((r.get(1)?.parse::<i64>().ok()?, *r.get(3)?));
    mine.filter_map(read)
        .flat_map(|(value, words)| words.split(' ').filter(|w| !w.is_empty()).map(move |w| (w, value)))
}

/// The names of weekdays in a text; English ones with a capital.
pub(crate) fn weekdays(c: &Chars, language: Language) -> Vec<Number> {
    let table = &TABLES[language as usize].weekdays;
    let mut out = Vec::new();
    for i in 0..c.len() {
        let (end, day) = if language == Language::English {
            if !c.at(i).is_ascii_uppercase() || c.before(i).is_ascii_alphanumeric() {
                continue;
            }
            let (end, letters) = c.letters(i);
            let lower = Chars::new(&format!(
                "{}{}",
                letters.to_ascii_lowercase(),
                if c.at(end) == '.' { "." } else { "" }
            ));
            match table.at(&lower, 0) {
                Some((to, &day)) if to >= letters.len() => (i + to, day),
                _ => continue,
            }
        } else {
            match table.at(c, i) {
                // 上周一般 is no Monday.
                Some((end, &day)) if !is_common(c, i, end) => (end, day),
                _ => continue,
            }
        };
        let mut number = Number::new(c.bytes(i..end), Value::whole(day));
        (number.kind, number.is_word) = (Kind::Weekday, true);
        out.push(number);
    }
    out
}

fn is_common(c: &Chars, start: usize, end: usize) -> bool {
    matches!(c.at(start), '周' | '週')
        && (matches!(c.at(end), '般' | '些' | '样' | '起' | '直' | '边' | '次' | '度' | '位' | '本' | '报')
            || c.at(start + 1) == '日' && c.at(end) == '报')
}

/// Says which numbers of a Chinese, Japanese or Korean text are parts of dates and times.
pub(crate) fn mark(c: &Chars, language: Language, numbers: &mut [Number]) {
    let table = &TABLES[language as usize];
    for i in 0..numbers.len() {
        if numbers[i].kind != Kind::Number || numbers[i].glued || numbers[i].is_word {
            continue;
        }
        let (start, end) = (c.index_of(numbers[i].span.start), c.skip_gap(c.index_of(numbers[i].span.end)));
        let Some(value) = numbers[i].value.to_i64() else { continue };
        let after_month = i > 0 && numbers[i - 1].kind == Kind::Month;
        let Some((kind, to)) = part(c, end, value, language, after_month, &numbers[i]) else {
            clock(c, i, numbers, table);
            continue;
        };
        let number = &mut numbers[i];
        number.kind = kind;
        number.whole.end = c.bytes(end..to).end;
        if kind == Kind::Year {
            year(c, start, number, value, table);
        }
        if kind == Kind::Decade && value < 100 {
            number.or(Some(Value::whole(1900 + value)));
        }
        if kind == Kind::Decade && value > 100 {
            number.or(Some(Value::whole(value % 100)));
        }
        if matches!(kind, Kind::Month | Kind::Day) {
            number.force = Force::Firm;
        }
    }
}

/// What a number before `end` is a part of, and the end of the word that says so.
fn part(
    c: &Chars,
    end: usize,
    value: i64,
    language: Language,
    after_month: bool,
    number: &Number,
) -> Option<(Kind, usize)> {
    let (at, next) = (c.at(end), c.at(end + 1));
    let east = language != Language::Korean;
    if let Some(to) = c.eat_any(end, &["世纪", "世紀", "세기"]) {
        return Some((Kind::Century, to)).filter(|_| (1..40).contains(&value));
    }
    if let Some(to) = c.eat_any(end, &["年代", "년대"]) {
        return Some((Kind::Decade, to));
    }
    match at {
        '年' | '년' => {
            let long = (1000..2200).contains(&value) && number.scale == 0;
            (long || is_era(c, c.index_of(number.span.start), language)).then_some((Kind::Year, end + 1))
        }
        '月' | '월' => {
            let month = (1..=12).contains(&value)
                && !(east && "球亮嫂饼餅子光经經薪份间間".contains(next) && next != '份')
                && number.scale <= 1;
            month.then_some((Kind::Month, end + 1))
        }
        '日' | '号' | '號' | '일' => {
            let other = match language {
                Language::Korean => "간째동본부정씩".contains(next),
                _ => "元圆圓本语語币幣线線楼樓馆館码碼召院门門房机機店厅廳間系産产报報人游遊连連目続"
                    .contains(next),
            };
            let day =
                (1..=31).contains(&value) && number.scale <= 1 && (!other || after_month && next != '間');
            day.then_some((Kind::Day, end + 1))
        }
        _ => None,
    }
}

fn is_era(c: &Chars, start: usize, language: Language) -> bool {
    TABLES[language as usize].eras.ending_at(c, start).is_some()
}

/// A year may be one of an era: 令和4年 is 2022.
fn year(c: &Chars, start: usize, number: &mut Number, value: i64, table: &Table) {
    if let Some((from, &before)) = table.eras.ending_at(c, start) {
        number.whole.start = c.bytes(from..start).start;
        number.or(Some(Value::whole(before + value)));
    }
}

/// A time of day: 15时50分, 下午3点半, 19:30. The minutes are taken in.
fn clock(c: &Chars, i: usize, numbers: &mut [Number], table: &Table) {
    let (start, end) = (c.index_of(numbers[i].span.start), c.skip_gap(c.index_of(numbers[i].span.end)));
    let Some(hour) = numbers[i].value.to_i64().filter(|h| (0..=24).contains(h) && numbers[i].scale <= 1)
    else {
        return;
    };
    let from = c.skip_gap_back(start);
    let part_of_day = table.noon.ending_at(c, from);
    let dated = i > 0
        && matches!(numbers[i - 1].kind, Kind::Day | Kind::Weekday)
        && c.index_of(numbers[i - 1].whole.end) + 1 >= from;
    let minutes = numbers.get(i + 1).filter(|n| !n.is_word && n.kind == Kind::Number).and_then(|n| {
        let at = c.index_of(n.span.start);
        n.value.to_i64().filter(|m| (0..60).contains(m)).map(|m| (at, c.index_of(n.span.end), m))
    });
    let (word, minute_words): (&[char], &[&str]) = (&['时', '時', '点', '點', '시'], &["分", "분"]);
    let (until, minute, takes) = match minutes {
        Some((at, to, m)) if c.at(end) == ':' && at == end + 1 && to == at + 2 => (to, m, true),
        Some((at, to, m))
            if word.contains(&c.at(end))
                && c.skip_gap(end + 1) == at
                && (minute_words.iter().any(|w| c.eat(c.skip_gap(to), w).is_some())
                    || part_of_day.is_some()) =>
        {
            let to = minute_words.iter().find_map(|w| c.eat(c.skip_gap(to), w)).unwrap_or(to);
            (to, m, true)
        }
        _ if word.contains(&c.at(end)) && c.at(end + 1) == '半' => (end + 2, 30, false),
        _ if word.contains(&c.at(end))
            && (part_of_day.is_some() || dated)
            && !is_han_time_word(c, end + 1) =>
        {
            (end + 1, 0, false)
        }
        _ => return,
    };
    let added = part_of_day.map_or(0, |(_, &add)| if hour < 12 { add } else { 0 });
    let number = &mut numbers[i];
    number.kind = Kind::Time;
    number.whole.end = c.bytes(end..until).end;
    number.minutes = Some((hour + added) * 60 + minute);
    number.force = Force::Firm;
    if takes {
        numbers[i + 1].absorbed = true;
    }
}

/// Whether 时 goes on as 时间 or 时期.
fn is_han_time_word(c: &Chars, i: usize) -> bool {
    is_han(c.at(i)) && matches!(c.at(i), '间' | '間' | '期' | '代' | '候' | '差')
}
