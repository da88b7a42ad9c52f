//! Whether syllables that can be Korean numerals are a number where they stand: nearly each of them is a word, too.

use std::sync::LazyLock;

use super::chars::{Chars, is_east_asian};
use super::grammar::Numeral;
use super::han::counters;
use super::number::Language;
use super::token::{Token, token};
use super::words::Words;

static COUNTERS: LazyLock<Words<()>> = LazyLock::new(|| counters("ko"));

/// Counters that are no part of another word where a native numeral is written together with them.
const JOINED: &[&str] = &[
    "개", "명", "마리", "번째", "살", "가지", "달", "시간", "잔", "권", "차례", "사람", "배", "곳", "골",
    "팀", "째", "번", "송이", "그루", "켤레", "자루", "군데", "척",
];

/// What a measure of one Sino-Korean digit is written apart from it.
const MEASURES: &[&str] = &[
    "년",
    "개월",
    "주일",
    "주",
    "퍼센트",
    "퍼센티지",
    "달러",
    "원",
    "유로",
    "미터",
    "킬로",
    "층",
    "위",
    "등",
    "차",
    "회",
    "세기",
    "분의",
    "점",
    "월",
    "일",
    "시간",
    "인",
    "명",
    "톤",
    "리터",
];

/// Endings that a number written in syllables may have.
const PARTICLES: &[&str] = &[
    "은",
    "는",
    "이",
    "가",
    "을",
    "를",
    "에",
    "의",
    "도",
    "만",
    "과",
    "와",
    "로",
    "으로",
    "입니다",
    "부터",
    "까지",
    "보다",
    "씩",
    "여",
    "이나",
    "하고",
    "처럼",
    "쯤",
    "정도",
];

/// Whether the numeral at `from` is a number.
pub(super) fn is_number(c: &Chars, from: usize, n: &Numeral) -> bool {
    if n.figures {
        return true;
    }
    if is_east_asian(c.before(from)) {
        return false;
    }
    let tokens = tokens(c, from, n.end);
    let word = Behind::new(c, n.end);
    let alone = from == 0 && n.end == c.len();
    // 영점 오: a point shows a number.
    if n.value.to_i64().is_none() {
        return word.ends() || word.counted();
    }
    match tokens[..] {
        [Token::Unit(_)] => is_unit(c, from, n.end, &word),
        [Token::Tens(10)] => word.counted() && (word.gap || word.joined()),
        [Token::Tens(10), Token::Unit(3 | 2)] => word.counted() || word.ends() && c.at(n.end) == '\0',
        [Token::Digit(_)] if c.before(c.skip_gap_back(from)) == '월' && c.at(n.end) == '일' => true,
        [Token::Digit(d)] => is_digit(c, n.end, d, &word) || alone,
        [Token::Small(_)] => word.measured() || alone || word.counted() && word.gap,
        [Token::Big(_)] => alone,
        [Token::Digit(_), Token::Digit(_)] => !word.gap && word.measured(),
        // 구조, 이만, 만일, 조사: words before anything but what is counted.
        [Token::Digit(_), Token::Big(_)] | [Token::Big(_), Token::Digit(_)] => word.counted() || alone,
        // 천사, 백일.
        [Token::Small(2 | 3), Token::Digit(d)] => {
            word.counted() || alone || !matches!(d, 1 | 2 | 4 | 5 | 9) && word.ends()
        }
        // 스물, 열다섯, 이십.
        _ => word.ends() || word.counted(),
    }
}

fn tokens(c: &Chars, from: usize, end: usize) -> Vec<Token> {
    let mut out = Vec::new();
    let mut at = from;
    while at < end {
        match token(c, at, Language::Korean) {
            Some((to, token)) => {
                out.push(token);
                at = to;
            }
            None => at += 1,
        }
    }
    out
}

/// What follows a numeral.
struct Behind<'c> {
    c: &'c Chars,
    end: usize,
    /// Where the next word begins.
    next: usize,
    gap: bool,
}

impl<'c> Behind<'c> {
    fn new(c: &'c Chars, end: usize) -> Self {
        let next = c.skip_gap(end);
        Self { c, end, next, gap: next > end }
    }

    /// Whether something that is counted follows.
    fn counted(&self) -> bool {
        COUNTERS.at(self.c, self.next).is_some()
    }

    /// Whether something is counted in the same word that is no part of another.
    fn joined(&self) -> bool {
        self.c.eat_any(self.end, JOINED).is_some()
    }

    fn measured(&self) -> bool {
        self.c.eat_any(self.next, MEASURES).is_some()
    }

    /// Whether the word is over, but for a particle.
    fn ends(&self) -> bool {
        let over = |at: usize| !is_east_asian(self.c.at(at));
        let copula = |at: usize| {
            self.c.eat_any(at, &["이다", "이고", "이며", "이었", "이라", "입니", "인", "유효"]).is_some()
        };
        over(self.end)
            || copula(self.end)
            || PARTICLES.iter().any(|p| self.c.eat(self.end, p).is_some_and(|to| over(to) || copula(to)))
    }
}

/// 하나 … 아홉 as words of their own; 한, 두, 세, 네 before what is counted.
fn is_unit(c: &Chars, from: usize, end: usize, word: &Behind<'_>) -> bool {
    let prenominal = end - from == 1 && matches!(c.at(from), '한' | '두' | '세' | '네');
    if !prenominal {
        return word.ends() || word.counted();
    }
    if !word.gap {
        return word.joined() && !(c.at(from) == '한' && matches!(c.at(end), '번' | '배' | '골'));
    }
    word.counted() || c.at(from) == '두' && is_east_asian(c.at(word.next))
}

/// One Sino-Korean digit: before a measure, or one that is no other word with its particle.
fn is_digit(c: &Chars, end: usize, digit: u8, word: &Behind<'_>) -> bool {
    let plain = matches!(digit, 3 | 6 | 7 | 8);
    match (word.gap, digit) {
        (true, 2) => c.eat_any(word.next, &["퍼센트", "퍼센티지", "분의", "달러", "미터", "킬로"]).is_some(),
        (true, _) => word.measured(),
        (false, _) if c.eat_any(end, &["분의", "퍼센트"]).is_some() => true,
        (false, _) => plain && (word.measured() || digit != 8 && word.ends() && is_east_asian(c.at(end))),
    }
}

/// The end of a day of the month in syllables: 이십일일 is the 21st.
pub(super) fn day_end(c: &Chars, n: &Numeral, language: Language) -> Option<usize> {
    let spelled = language == Language::Korean && !n.figures && n.parts > 1;
    let day = n.value.to_i64().is_some_and(|d| (11..=31).contains(&d));
    let over = !is_east_asian(c.at(n.end + 1))
        || c.eat_any(n.end + 1, &["에", "은", "이", "부터", "까지", "의"]).is_some();
    (spelled && day && c.at(n.end) == '일' && over).then_some(n.end + 1)
}
