//! The arithmetic of numerals that Chinese, Japanese and Korean share: digits times powers of ten, in sections of
//! 万, 億, 兆, mixed with figures as people mix them.

mod digits;
mod point;

use std::ops::Range;

use super::chars::Chars;
use super::figure::{Figure, Seen, figure};
use super::number::Language;
use super::sum::{Last, Sum};
use super::token::{Token, token};
use super::value::Value;

/// A numeral without sign, fraction or percent.
#[derive(Clone, Debug)]
pub(crate) struct Numeral {
    /// One past its last character.
    pub(crate) end: usize,
    /// What it says.
    pub(crate) value: Value,
    /// What the other end of 三四千 says.
    pub(crate) upper: Option<Value>,
    /// Whether 多, 余 or 几 stands inside.
    pub(crate) approx: bool,
    /// How many tokens and figures it has.
    pub(crate) parts: usize,
    /// Whether it has figures.
    pub(crate) figures: bool,
    /// Whether it begins with a power of ten, as 百万 does.
    pub(crate) bare: bool,
    /// The last power of ten, which a number before it in a range may share.
    pub(crate) scale: i32,
    /// A single figure alone.
    pub(crate) lone: Option<Figure>,
}

/// Reads the numeral at `i`, or says where to go on behind one that is none.
pub(crate) fn numeral(c: &Chars, i: usize, language: Language) -> Result<Numeral, usize> {
    numeral_within(c, i..c.len(), language)
}

/// Reads the numeral that begins a range and does not leave it.
pub(crate) fn numeral_within(c: &Chars, range: Range<usize>, language: Language) -> Result<Numeral, usize> {
    let i = range.start;
    let mut walk = Walk {
        c,
        language,
        limit: range.end,
        sum: Sum::default(),
        at: i,
        end: i,
        spaced: false,
        lone: None,
        parts: 0,
        figures: false,
        approx: false,
        decimal: false,
        blocked: i,
    };
    while walk.step(i).is_some() {}
    walk.finish(i)
}

/// The way through one numeral.
#[expect(clippy::struct_excessive_bools, reason = "each is another thing that was seen")]
struct Walk<'c> {
    c: &'c Chars,
    language: Language,
    limit: usize,
    sum: Sum,
    at: usize,
    /// One past what is taken for sure.
    end: usize,
    spaced: bool,
    lone: Option<Figure>,
    parts: usize,
    figures: bool,
    approx: bool,
    decimal: bool,
    /// One past what was looked at in vain.
    blocked: usize,
}

impl Walk<'_> {
    /// Takes one more part; `None` when the numeral is over.
    fn step(&mut self, start: usize) -> Option<()> {
        let from = if self.at == start { start } else { self.c.skip_gap(self.at) };
        let gap = from > self.at;
        if from >= self.limit {
            return None;
        }
        if let Some((end, token)) = token(self.c, from, self.language) {
            self.take_token(from, end, token, gap)?;
        } else if self.c.at(from).is_ascii_digit() || self.at == start && self.c.at(from) == '.' {
            self.take_figure(from, gap)?;
        } else if let Some(to) = self.take_point(from) {
            self.end = to;
        } else {
            let to = self.more(from)?;
            self.at = to;
            self.approx = true;
            return Some(());
        }
        self.at = self.end;
        self.spaced |= gap;
        Some(())
    }

    fn take_token(&mut self, from: usize, end: usize, token: Token, gap: bool) -> Option<()> {
        match token {
            Token::Digit(_) => return self.take_digits(from, gap),
            Token::Unit(n) | Token::Tens(n) if self.sum.cur.is_some() || self.decimal => {
                let _ = n;
                return None;
            }
            // "열 다섯" is fifteen, "백 세" is none.
            Token::Unit(_) if gap && self.sum.small != 1 => return None,
            Token::Unit(n) => {
                self.sum.put(Value::whole(i64::from(n)), None);
                self.sum.last = Last::Unit;
            }
            Token::Tens(n) => {
                if self.sum.small < 2 || gap && self.parts > 0 {
                    return None;
                }
                self.sum.put(Value::whole(i64::from(n / 10)), None);
                self.sum.small(1)?;
            }
            Token::Small(k) => {
                if self.decimal && self.sum.cur.is_none() || gap && self.sum.last == Last::Nothing {
                    return None;
                }
                self.sum.small(k)?;
            }
            Token::Big(k) => {
                let section = matches!(self.sum.last, Last::Scale(small) if small < 4);
                if gap
                    && self.sum.cur.is_none()
                    && !section
                    && !self.spaced
                    && self.language != Language::Korean
                {
                    return None;
                }
                self.sum.big(k)?;
                self.decimal = false;
            }
        }
        self.parts += 1;
        self.end = end;
        Some(())
    }

    fn take_figure(&mut self, from: usize, gap: bool) -> Option<()> {
        let seen = figure(self.c, from, self.language)?;
        let figure = match seen {
            Seen::Figure(f) if self.sum.cur.is_none() && !self.decimal => f,
            Seen::Figure(f) => {
                self.blocked = self.blocked.max(f.end);
                return None;
            }
            Seen::Opaque(end) => {
                self.blocked = self.blocked.max(end);
                return None;
            }
        };
        if self.sum.last != Last::Nothing {
            let fits = self.sum.room().is_none_or(|room| figure.value.to_f64() < room);
            let after = self.c.skip_gap(figure.end);
            let scaled =
                matches!(token(self.c, after, self.language), Some((_, Token::Small(_) | Token::Big(_))));
            let long = self.language == Language::Korean && figure.digits == 4;
            // 2万6469.89: figures of a section go on from the power of ten that closed the one before.
            let whole = !gap && figure.digits >= 3 && matches!(self.sum.last, Last::Scale(4..));
            if !fits || figure.decimal && !scaled && !whole || gap && !scaled && !long {
                return None;
            }
        }
        self.sum.put(figure.value, None);
        self.parts += figure.digits.max(1);
        self.figures = true;
        self.end = figure.end;
        self.lone = Some(figure);
        Some(())
    }

    /// The end of 多, 余 or 几 between a figure and its power of ten: 三百多万, 十几亿.
    fn more(&self, from: usize) -> Option<usize> {
        let inside = match self.language {
            Language::Chinese => matches!(self.c.at(from), '多' | '余' | '餘' | '几' | '幾' | '来' | '來'),
            Language::Japanese => matches!(self.c.at(from), '数' | '余'),
            Language::Korean => self.c.at(from) == '여',
            Language::English => false,
        };
        let scaled = matches!(token(self.c, from + 1, self.language), Some((_, Token::Big(_))));
        (inside && scaled && self.sum.last != Last::Nothing).then_some(from + 1)
    }

    fn finish(self, start: usize) -> Result<Numeral, usize> {
        let failed = self.blocked.max(self.end).max(start + 1);
        if self.end == start {
            return Err(failed);
        }
        let bare = self.sum.bare;
        let scale = self.sum.scale();
        let (value, upper) = self.sum.close(self.language == Language::Chinese).ok_or(failed)?;
        let lone = self.lone.filter(|f| f.end == self.end && !bare && scale == 0 && self.figures);
        Ok(Numeral {
            end: self.end,
            value,
            upper,
            approx: self.approx,
            parts: self.parts,
            figures: self.figures,
            bare,
            scale,
            lone,
        })
    }
}
