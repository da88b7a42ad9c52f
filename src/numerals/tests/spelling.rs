//! Writes numbers as the languages do.

use super::super::Language;

pub(super) const PLAIN: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
pub(super) const SIMPLE_FORMAL: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
pub(super) const FORMAL: [&str; 10] = ["零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"];
pub(super) const DAIJI: [&str; 10] = ["〇", "壱", "弐", "参", "四", "五", "六", "七", "八", "九"];
pub(super) const KANJI: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
pub(super) const SINO: [&str; 10] = ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];

/// How a language writes its powers of ten.
#[expect(clippy::struct_excessive_bools, reason = "each is another custom of writing")]
pub(super) struct Style {
    pub(super) digits: [&'static str; 10],
    pub(super) small: [&'static str; 4],
    pub(super) big: [&'static str; 4],
    /// Whether a nought holds an empty place: 一千零五.
    pub(super) zeros: bool,
    /// Whether 一 is said before 百 and 千.
    pub(super) ones: bool,
    /// Whether 一 is said before the first 十.
    pub(super) one_ten: bool,
    /// Whether 一 is said before 万.
    pub(super) one_myriad: bool,
    pub(super) space: &'static str,
}

pub(super) const fn style(
    digits: [&'static str; 10],
    small: [&'static str; 4],
    big: [&'static str; 4],
) -> Style {
    Style { digits, small, big, zeros: true, ones: true, one_ten: false, one_myriad: true, space: "" }
}

pub(super) fn styles(language: Language) -> Vec<Style> {
    let plain = ["", "十", "百", "千"];
    let formal = ["", "拾", "佰", "仟"];
    match language {
        Language::Chinese => vec![
            style(PLAIN, plain, ["", "万", "亿", "兆"]),
            style(PLAIN, plain, ["", "萬", "億", "兆"]),
            Style { one_ten: true, ..style(SIMPLE_FORMAL, formal, ["", "万", "亿", "兆"]) },
            Style { one_ten: true, ..style(FORMAL, formal, ["", "萬", "億", "兆"]) },
            Style { space: " ", ..style(PLAIN, plain, ["", "万", "亿", "兆"]) },
        ],
        Language::Japanese => vec![
            Style { zeros: false, ones: false, ..style(KANJI, plain, ["", "万", "億", "兆"]) },
            Style {
                zeros: false,
                one_ten: true,
                ..style(DAIJI, ["", "拾", "百", "千"], ["", "万", "億", "兆"])
            },
        ],
        _ => {
            let small = ["", "십", "백", "천"];
            let style = style(SINO, small, ["", "만", "억", "조"]);
            vec![Style { zeros: false, ones: false, one_myriad: false, ..style }]
        }
    }
}

/// A whole number in characters.
pub(super) fn spell(n: u64, style: &Style) -> String {
    if n == 0 {
        return style.digits[0].into();
    }
    let mut parts: Vec<String> = Vec::new();
    let mut pending = false;
    for section in (0..4).rev() {
        let part = n / 10_u64.pow(section * 4) % 10_000;
        if part == 0 {
            pending |= !parts.is_empty();
            continue;
        }
        if style.zeros && !parts.is_empty() && (pending || part < 1000) {
            parts.push(style.digits[0].into());
        }
        pending = false;
        let first = parts.is_empty();
        if section > 0 && part == 1 && section == 1 && first && !style.one_myriad {
            parts.push(style.big[1].into());
            continue;
        }
        section_parts(part as usize, style, first, &mut parts);
        if section > 0 {
            parts.push(style.big[section as usize].into());
        }
    }
    parts.join(style.space)
}

pub(super) fn section_parts(part: usize, style: &Style, first: bool, parts: &mut Vec<String>) {
    let mut gap = false;
    let mut any = false;
    for place in (0..4).rev() {
        let digit = part / 10_usize.pow(place) % 10;
        if digit == 0 {
            gap |= any;
            continue;
        }
        if gap && style.zeros {
            parts.push(style.digits[0].into());
        }
        gap = false;
        let silent = digit == 1
            && (place == 1 && !style.one_ten && (!any && first || !style.zeros) || place > 1 && !style.ones);
        let head = if silent { "" } else { style.digits[digit] };
        if !head.is_empty() {
            parts.push(head.into());
        }
        if place > 0 {
            parts.push(style.small[place as usize].into());
        }
        any = true;
    }
}

pub(super) fn fullwidth(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '0'..='9' | '.' | '%' | '/' => char::from_u32(c as u32 + 0xFEE0).expect("a fullwidth form"),
            _ => c,
        })
        .collect()
}

pub(super) fn grouped(n: u64) -> String {
    crate::text::words::thousands(n as usize)
}

pub(super) const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
pub(super) const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number in English words, with `and` before the last part or without.
pub(super) fn english(n: u64, and: bool) -> String {
    let mut parts = Vec::new();
    for (size, word) in [(1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")] {
        let part = n / size % 1000;
        if part > 0 {
            parts.push(format!("{} {word}", hundreds(part, and)));
        }
    }
    if !n.is_multiple_of(1000) {
        let joint = if and && n % 1000 < 100 && !parts.is_empty() { "and " } else { "" };
        parts.push(format!("{joint}{}", hundreds(n % 1000, and)));
    }
    parts.join(" ")
}

pub(super) fn hundreds(n: u64, and: bool) -> String {
    let rest = match n % 100 {
        0 => String::new(),
        r if r < 20 => SMALL[r as usize].into(),
        r if r.is_multiple_of(10) => TENS[r as usize / 10].into(),
        r => format!("{}-{}", TENS[r as usize / 10], SMALL[r as usize % 10]),
    };
    match (n / 100, rest.is_empty()) {
        (0, _) => rest,
        (h, true) => format!("{} hundred", SMALL[h as usize]),
        (h, false) => format!("{} hundred {}{rest}", SMALL[h as usize], if and { "and " } else { "" }),
    }
}
