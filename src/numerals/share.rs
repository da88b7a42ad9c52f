//! What stands behind a numeral and changes what it says: percent, 成, 折, 割分厘, dozens, marks of ordinals.

use std::sync::LazyLock;

use super::chars::{Chars, is_east_asian};
use super::grammar::Numeral;
use super::number::Language;
use super::token::{Token, token};
use super::value::Value;
use super::words::Words;
use crate::text::tables::rows;

static CHINESE: LazyLock<Words<Value>> = LazyLock::new(|| percents("zh"));
static JAPANESE: LazyLock<Words<Value>> = LazyLock::new(|| percents("ja"));
static KOREAN: LazyLock<Words<Value>> = LazyLock::new(|| percents("ko"));

fn percents(language: &'static str) -> Words<Value> {
    let mine = rows(include_str!("tables/percent.tsv")).filter(move |r| r[0] == language || r[0] == "all");
    let read = |r: Vec<&'static str>| Some((Value::parse(r.get(1)?)?, *r.get(2)?));
    Words::new(mine.filter_map(read).flat_map(|(factor, words)| words.split(' ').map(move |w| (w, factor))))
}

/// Behind the mark between denominator and numerator at `i`: 分之, 分の, 분의.
pub(crate) fn fraction_mark(c: &Chars, i: usize, language: Language) -> Option<usize> {
    let at = c.skip_gap(i);
    let end = match language {
        Language::Chinese => c.eat_spaced(at, "分之")?,
        Language::Japanese => c.eat_spaced(at, "分の")?,
        Language::Korean => c.eat(at, "분의")?,
        Language::English => return None,
    };
    Some(c.skip_gap(end))
}

/// The end and the figure of a percentage whose number ends at `end`.
pub(crate) fn percent(c: &Chars, end: usize, value: Value, language: Language) -> Option<(usize, Value)> {
    let at = c.skip_gap(end);
    let table = match language {
        Language::Japanese => &JAPANESE,
        Language::Korean => &KOREAN,
        Language::Chinese | Language::English => &CHINESE,
    };
    if let Some((to, &factor)) = table.at(c, at) {
        return Some((to, value.times(factor)?));
    }
    match language {
        Language::Chinese => {
            let point = ["个百分点", "個百分點"].iter().find_map(|w| c.eat_spaced(at, w));
            point.map(|to| (to, value)).or_else(|| tenths(c, at, value))
        }
        Language::Japanese => wari(c, at, value),
        Language::Korean => parts(c, at, value, &['할', '푼', '리'], Language::Korean),
        Language::English => None,
    }
}

/// 成 and 折: tenths, a second figure being hundredths (六五折); 三成半.
fn tenths(c: &Chars, at: usize, value: Value) -> Option<(usize, Value)> {
    let next = c.at(at + 1);
    let fits = match c.at(at) {
        '成' => {
            !"立为為员員功本长長分果绩績年都熟人型套效交就品千百不份形了语語全家名片色衣像行渣".contains(next)
        }
        '折' => !"叠疊腰磨射中回返价價线線断斷合损損旧舊服衷扣算页成".contains(next),
        _ => false,
    };
    if !fits || value.to_f64() > 100.0 {
        return None;
    }
    let figure = if value.to_f64() > 10.0 { value } else { value.times(Value::whole(10))? };
    if c.at(at) == '成' && next == '半' {
        return Some((at + 2, figure.plus(Value::whole(5))?));
    }
    Some((at + 1, figure))
}

/// 7 2 折: two figures with a space between.
pub(crate) fn spaced_tenths(c: &Chars, n: &Numeral, language: Language) -> Option<(usize, Value)> {
    let lone = n
        .lone
        .as_ref()
        .filter(|f| f.digits == 1 && !f.decimal && c.at(n.end) == ' ' && language == Language::Chinese)?;
    let second = i64::from(c.at(n.end + 1).to_digit(10)?);
    let mark = c.skip_gap(n.end + 2);
    let figure = lone.value.times(Value::whole(10))?.plus(Value::whole(second))?;
    matches!(c.at(mark), '折' | '成').then_some((mark + 1, figure))
}

/// 割分厘: 三割五分 is 35.
fn wari(c: &Chars, at: usize, value: Value) -> Option<(usize, Value)> {
    if c.at(at) == '割'
        && matches!(c.at(at + 1), 'れ' | 'る' | 'り' | 'っ' | 'ら' | '合' | '引' | '愛')
        && c.at(at + 1) != '引'
    {
        return None;
    }
    let (mut end, mut sum) = parts(c, at, value, &['割', '分', '厘'], Language::Japanese)?;
    if c.at(end) == '半' && c.before(end) == '割' {
        (end, sum) = (end + 1, sum.plus(Value::whole(5))?);
    }
    Some((end, sum))
}

/// Tenths, hundredths and thousandths one behind another, as figures of a percentage.
fn parts(
    c: &Chars,
    at: usize,
    value: Value,
    marks: &[char; 3],
    language: Language,
) -> Option<(usize, Value)> {
    if c.at(at) != marks[0]
        || language == Language::Korean && matches!(c.at(at + 1), '머' | '인' | '당' | '애' | '부')
    {
        return None;
    }
    let (mut end, mut sum) = (at + 1, value.times(Value::whole(10))?);
    for (mark, factor) in marks[1..].iter().zip([(1, 1), (1, 10)]) {
        let from = c.skip_gap(end);
        let digit = match token(c, from, language) {
            Some((to, Token::Digit(d))) => Some((to, i128::from(d))),
            _ => c.at(from).to_digit(10).map(|d| (from + 1, i128::from(d))),
        };
        if let Some((to, d)) = digit
            && c.at(to) == *mark
        {
            end = to + 1;
            sum = sum.plus(Value::ratio(d * factor.0, factor.1)?)?;
        }
    }
    Some((end, sum))
}

/// The end and the number of so many dozens.
pub(crate) fn dozens(c: &Chars, end: usize, value: Value, language: Language) -> Option<(usize, Value)> {
    let at = c.skip_gap(end);
    let to = match language {
        Language::Chinese => {
            let verb = "开開造算击擊破工印压壓针針架电電败敗着了过過下进進入响響动動断斷扮扫掃球仗"
                .contains(c.at(at + 1));
            c.eat(at, "打").filter(|_| !verb)
        }
        Language::Japanese => c.eat(at, "ダース"),
        Language::Korean => c.eat_any(at, &["다스", "더즌"]),
        Language::English => None,
    }?;
    Some((to, value.times(Value::whole(12))?))
}

/// The end of the mark of an ordinal behind a numeral: 番目, 位, 번째, 등, 위.
pub(crate) fn ordinal_end(c: &Chars, end: usize, language: Language) -> Option<usize> {
    let at = c.skip_gap(end);
    match language {
        Language::Japanese => {
            c.eat(at, "番目").or_else(|| c.eat(end, "位").filter(|_| c.at(end + 1) != '置'))
        }
        Language::Korean => {
            let rank = |to: usize| {
                let next = c.at(to);
                !is_east_asian(next) || "에이가은는을를도로와과의였입지까부타이다".contains(next)
            };
            c.eat(at, "번째")
                .or_else(|| c.eat(end, "째"))
                .or_else(|| c.eat_any(end, &["등", "위"]).filter(|&to| rank(to)))
        }
        Language::Chinese | Language::English => None,
    }
}
