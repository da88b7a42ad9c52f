//! Rows of digits in characters or syllables inside a numeral.

use super::Walk;
use crate::numerals::chars::Chars;
use crate::numerals::number::Language;
use crate::numerals::sum::Last;
use crate::numerals::token::{Token, token};
use crate::numerals::value::Value;

impl Walk<'_> {
    /// A run of digits in characters: one, two ends of a range, or figures in a row.
    pub(super) fn take_digits(&mut self, from: usize, gap: bool) -> Option<()> {
        if self.sum.cur.is_some() || self.decimal {
            return None;
        }
        let mut run = Vec::new();
        let mut at = from;
        while let Some((end, Token::Digit(d))) = token(self.c, at, self.language) {
            run.push(d);
            at = end;
        }
        self.blocked = self.blocked.max(at);
        if self.language == Language::Korean {
            let joined = !matches!(self.sum.last, Last::Nothing);
            let keep = korean_run(self.c, at, &run, joined);
            run.truncate(keep);
            at = from + keep;
        }
        let after = self.c.skip_gap(at);
        let scale_follows = matches!(token(self.c, after, self.language), Some((_, Token::Small(k))) if k < self.sum.small)
            || after > at && matches!(token(self.c, after, self.language), Some((_, Token::Big(_))));
        if gap && !(scale_follows || self.spaced && run.len() == 1 && self.language != Language::Korean) {
            return None;
        }
        // 三七二十一 is 37 and 21.
        let neighbours = matches!(run[..], [a, b] if b == a + 1 || (a, b) == (3, 5) || (a, b) == (3, 2));
        let parts = scale_follows && run.len() > 1 && !neighbours && run[0] != 0;
        if parts {
            run.pop();
            at -= 1;
        }
        let scale_follows = scale_follows && !parts;
        let joined = !matches!(self.sum.last, Last::Nothing);
        let ten = run[..] == [0] && matches!(token(self.c, at, self.language), Some((_, Token::Small(_))));
        if (joined || ten) && run[0] == 0 {
            let zeros = run.iter().take_while(|&&d| d == 0).count();
            self.sum.last = Last::Zero;
            if zeros == run.len() {
                self.at = at;
                // What follows decides: "一百零" alone ends before the nought.
                let next = self.c.skip_gap(at);
                let more = self.c.at(next).is_ascii_digit()
                    || matches!(
                        token(self.c, next, self.language),
                        Some((_, Token::Digit(_) | Token::Small(_) | Token::Tens(_)))
                    );
                return if more { self.resume(at) } else { None };
            }
            run.drain(..zeros);
        }
        let (value, spread) = row(&run, joined || scale_follows || self.is_counted(at))?;
        self.parts += run.len();
        self.sum.put(value, spread);
        self.end = at;
        Some(())
    }

    /// Goes on behind a nought inside of a numeral.
    fn resume(&mut self, at: usize) -> Option<()> {
        let keep = self.end;
        self.at = at;
        let from = self.c.skip_gap(at);
        if self.c.at(from).is_ascii_digit() {
            self.take_figure(from, false)?;
        } else {
            let (end, token) = token(self.c, from, self.language)?;
            self.take_token(from, end, token, false)?;
        }
        (self.end > keep).then_some(())
    }

    /// Whether what stands at `i` shows that two digits before it are two ends, as in 七八个.
    fn is_counted(&self, i: usize) -> bool {
        !matches!(self.c.at(i), '年' | '折' | '%' | '级' | '級' | '后' | '後' | '届' | '号' | '路' | '\0')
    }
}

/// How many of the digits that end at `end` belong to the numeral: a last 이 before 다 or 고 is the copula, and in
/// 이십일일 the second 일 is the day.
fn korean_run(c: &Chars, end: usize, run: &[u8], joined: bool) -> usize {
    if joined {
        return 1;
    }
    let copula = run.len() > 1
        && run.last() == Some(&2)
        && c.before(end) == '이'
        && matches!(c.at(end), '다' | '고' | '며' | '라' | '었' | '에' | '나' | '지');
    run.len() - usize::from(copula)
}

/// What a row of digits says: one digit, two neighbours as the ends of a range, or figures one by one; and how far the
/// upper end is from the lower.
fn row(run: &[u8], counted: bool) -> Option<(Value, Option<Value>)> {
    if let &[a, b] = run
        && counted
        && (b == a + 1 || (a, b) == (3, 5) || (a, b) == (3, 2))
        && a != 0
    {
        return Some((Value::whole(i64::from(a)), Some(Value::whole(i64::from(b) - i64::from(a)))));
    }
    let digits: String = run.iter().map(|d| char::from(b'0' + d)).collect();
    Some((Value::parse(&digits).filter(|_| digits.len() <= 24)?, None))
}
