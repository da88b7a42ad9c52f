//! The arithmetic of numerals that Chinese, Japanese and Korean share: digits times powers of ten, in sections of
//! 万, 億, 兆, mixed with figures as people mix them.

use std::ops::Range;
use std::sync::LazyLock;

use super::chars::{Chars, is_east_asian};
use super::figure::{Figure, Seen, figure};
use super::number::Language;
use super::sum::{Last, Sum};
use super::value::Value;
use super::words::{Words, rows};

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

    /// A run of digits in characters: one, two ends of a range, or figures in a row.
    fn take_digits(&mut self, from: usize, gap: bool) -> Option<()> {
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
            if !fits || figure.decimal && !scaled || gap && !scaled && !long {
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

    /// A point in words and the digits behind it: 点五, ・五, 점 오. Not the hours and minutes of 八点二十分.
    fn take_point(&mut self, from: usize) -> Option<usize> {
        let c = self.c;
        let point = match self.language {
            Language::Japanese => {
                matches!(c.at(from), '・' | '･' | '点' | '.') || c.at(from) == '、' && c.at(from + 1) == '〇'
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
