//! The decimal point in words.

use super::Walk;
use crate::numerals::number::Language;
use crate::numerals::sum::{Last, Sum};
use crate::numerals::token::{Token, token};
use crate::numerals::value::Value;

impl Walk<'_> {
    /// A point in words and the digits behind it: 点五, ・五, 점 오. Not the hours and minutes of 八点二十分.
    pub(super) fn take_point(&mut self, from: usize) -> Option<usize> {
        let c = self.c;
        let point = match self.language {
            Language::Japanese => {
                matches!(c.at(from), '・' | '･' | '点' | '.')
                    || c.at(from) == '、' && c.at(from + 1) == '〇' && c.at(from + 2) == '〇'
            }
            Language::Korean => c.at(from) == '점',
            Language::Chinese | Language::English => matches!(c.at(from), '点' | '點' | '·'),
        };
        if !point
            || self.decimal
            || self.sum.last == Last::Nothing
            || self.lone.as_ref().is_some_and(|f| f.decimal)
        {
            return None;
        }
        let mut at = c.skip_gap(from + 1);
        let by_figures = c.at(at).is_ascii_digit();
        let mut digits = String::from("0.");
        loop {
            match token(c, at, self.language) {
                Some((end, Token::Digit(d))) => {
                    digits.push(char::from(b'0' + d));
                    at = end;
                }
                _ if c.at(at).is_ascii_digit() => {
                    digits.push(c.at(at));
                    at += 1;
                }
                _ => break,
            }
        }
        if self.language == Language::Korean
            && digits.len() > 3
            && digits.ends_with('2')
            && c.before(at) == '이'
            && matches!(c.at(at), '다' | '고' | '며' | '라' | '었')
        {
            digits.pop();
            at -= 1;
        }
        let after = c.skip_gap(at);
        let scaled = matches!(token(c, after, self.language), Some((_, Token::Big(_))));
        let clock = matches!(token(c, after, self.language), Some((_, Token::Small(_) | Token::Tens(_))))
            || matches!(c.at(after), '分' | '刻' | '钟' | '鐘' | '분');
        let share = matches!(c.at(after), '成' | '折' | '%' | '倍' | '个' | '個');
        if digits.len() == 2
            || digits.len() > 20
            || clock
            || by_figures && self.figures && !scaled && !share
            || c.at(from) == '·' && by_figures
        {
            return None;
        }
        let whole = self.sum.close(self.language == Language::Chinese)?.0;
        let scale = self.sum.scale();
        let value = whole.plus(Value::parse(&digits)?)?;
        self.sum = Sum::default();
        self.sum.put(value, None);
        self.decimal = true;
        self.parts += digits.len() - 2;
        if scale > 3 {
            // 两千万点五: no power of ten may follow.
            self.sum.closed = true;
        }
        Some(at)
    }
}
