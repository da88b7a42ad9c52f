//! Numbers are written in every form that we know of, and read back: value, kind and place must be those written.

use proptest::prelude::*;

use super::super::{Kind, Language, Value, numerals};

const PLAIN: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const SIMPLE_FORMAL: [&str; 10] = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"];
const FORMAL: [&str; 10] = ["零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"];
const DAIJI: [&str; 10] = ["〇", "壱", "弐", "参", "四", "五", "六", "七", "八", "九"];
const KANJI: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const SINO: [&str; 10] = ["영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"];

/// How a language writes its powers of ten.
struct Style {
    digits: [&'static str; 10],
    small: [&'static str; 4],
    big: [&'static str; 4],
    /// Whether a nought holds an empty place: 一千零五.
    zeros: bool,
    /// Whether 一 is said before 百 and 千.
    ones: bool,
    /// Whether 一 is said before the first 十.
    one_ten: bool,
    /// Whether 一 is said before 万.
    one_myriad: bool,
    space: &'static str,
}

const fn style(digits: [&'static str; 10], small: [&'static str; 4], big: [&'static str; 4]) -> Style {
    Style { digits, small, big, zeros: true, ones: true, one_ten: false, one_myriad: true, space: "" }
}

fn styles(language: Language) -> Vec<Style> {
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
fn spell(n: u64, style: &Style) -> String {
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

fn section_parts(part: usize, style: &Style, first: bool, parts: &mut Vec<String>) {
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

fn fullwidth(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '0'..='9' | '.' | '%' | '/' => char::from_u32(c as u32 + 0xFEE0).expect("a fullwidth form"),
            _ => c,
        })
        .collect()
}

fn grouped(n: u64) -> String {
    crate::text::words::thousands(n as usize)
}

/// What is written must be the one number in a sentence around it.
#[track_caller]
fn assert_read(
    language: Language,
    before: &str,
    written: &str,
    after: &str,
    kind: Kind,
    value: Option<Value>,
) {
    let text = format!("{before}{written}{after}");
    let got: Vec<_> = numerals(&text, language).into_iter().map(|n| (n.span, n.kind, n.value)).collect();
    let start = before.len() as u32;
    let want = vec![(start..start + written.len() as u32, kind, value.expect("a value"))];
    assert_eq!(got, want, "{text}");
}

fn int(n: u64) -> Option<Value> {
    Some(Value::whole(i64::try_from(n).expect("fits")))
}

fn sizes() -> impl Strategy<Value = u64> {
    (1_u32..=12).prop_flat_map(|d| 10_u64.pow(d - 1)..10_u64.pow(d))
}

/// Sentences in which a number can stand without being taken for a part of a word.
fn frame(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::Chinese => ("结果为", "。"),
        Language::Japanese => ("こたえは", "です。"),
        Language::Korean => ("답은 ", "입니다"),
        Language::English => ("It is ", " in all."),
    }
}

const EAST: [Language; 3] = [Language::Chinese, Language::Japanese, Language::Korean];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn whole_numbers_in_characters(n in sizes()) {
        for language in EAST {
            let (before, after) = frame(language);
            for style in styles(language) {
                let written = spell(n, &style);
                // A single 一 or 일 is a word as often as a number; 千万 and 구조 are words, too; "十 一" may be two.
                if written.chars().count() > 2 && (style.space.is_empty() || n > 19) {
                    assert_read(language, before, &written, after, Kind::Number, int(n));
                }
            }
        }
    }

    #[test]
    fn signs_and_decimals(n in sizes(), part in 1_u64..1000) {
        let decimals = part.to_string();
        let value = Value::parse(&format!("{n}.{decimals}"));
        let digit = |c: char, digits: [&'static str; 10]| digits[c.to_digit(10).expect("a digit") as usize];
        for (language, point, minus, digits) in [
            (Language::Chinese, "点", "负", PLAIN),
            (Language::Japanese, "・", "マイナス", KANJI),
            (Language::Korean, "점 ", "마이너스 ", SINO),
        ] {
            let (before, after) = frame(language);
            let style = &styles(language)[0];
            let tail: String = decimals.chars().map(|c| digit(c, digits)).collect();
            let written = format!("{minus}{}{point}{tail}", spell(n, style));
            assert_read(language, before, &written, after, Kind::Number, value.map(Value::negated));
            let figures = format!("{n}.{decimals}");
            assert_read(language, before, &figures, after, Kind::Number, value);
            assert_read(language, before, &fullwidth(&figures), after, Kind::Number, value);
            assert_read(language, before, &format!("{minus}{figures}"), after, Kind::Number, value.map(Value::negated));
            assert_read(language, before, &format!("-{figures}"), after, Kind::Number, value.map(Value::negated));
        }
    }

    #[test]
    fn figures_mixed_with_powers_of_ten(n in 1_u64..10_000, part in 1_u64..10_000, tenth in 0_u64..10) {
        for (language, myriad, hundred_million) in [
            (Language::Chinese, "万", "亿"), (Language::Chinese, "萬", "億"),
            (Language::Japanese, "万", "億"), (Language::Korean, "만", "억"),
        ] {
            let (before, after) = frame(language);
            let check = |written: &str, value| assert_read(language, before, written, after, Kind::Number, value);
            check(&format!("{n}{myriad}"), int(n * 10_000));
            check(&fullwidth(&format!("{n}{hundred_million}")), int(n * 100_000_000));
            check(&format!("{n} {myriad}"), int(n * 10_000));
            check(&format!("{n}.{tenth}{myriad}"), int((n * 10 + tenth) * 1000));
            check(&format!("{}{myriad}", grouped(n)), int(n * 10_000));
            if part >= 10 {
                check(&format!("{n}{myriad}{part}"), int(n * 10_000 + part));
            }
            check(&format!("{n}{hundred_million}{part}{myriad}"), int(n * 100_000_000 + part * 10_000));
            check(&grouped(n * 10_000 + part), int(n * 10_000 + part));
        }
    }

    #[test]
    fn fractions(top in 2_u64..1000, bottom in 2_u64..100, whole in 2_u64..1000) {
        let value = Value::ratio(i128::from(top), i128::from(bottom));
        let mixed = value.and_then(|v| v.plus(Value::whole(whole as i64)));
        for (language, mark, and) in [
            (Language::Chinese, "分之", "又"), (Language::Japanese, "分の", "と"), (Language::Korean, "분의 ", "과 "),
        ] {
            let (before, after) = frame(language);
            let style = &styles(language)[0];
            let (t, b, w) = (spell(top, style), spell(bottom, style), spell(whole, style));
            assert_read(language, before, &format!("{b}{mark}{t}"), after, Kind::Fraction, value);
            assert_read(language, before, &format!("{bottom}{mark}{top}"), after, Kind::Fraction, value);
            assert_read(language, before, &format!("{w}{and}{b}{mark}{t}"), after, Kind::Fraction, mixed);
            assert_read(language, before, &format!("{top}/{bottom}"), after, Kind::Fraction, value);
            assert_read(language, before, &fullwidth(&format!("{top}/{bottom}")), after, Kind::Fraction, value);
        }
    }

    #[test]
    fn percentages(n in 1_u64..1000, tenth in 0_u64..10) {
        let value = Value::parse(&format!("{n}.{tenth}"));
        for language in EAST {
            let (before, after) = frame(language);
            for written in [format!("{n}.{tenth}%"), fullwidth(&format!("{n}.{tenth}%")), format!("{n}.{tenth} %")] {
                assert_read(language, before, &written, after, Kind::Percent, value);
            }
        }
        let (before, after) = frame(Language::Chinese);
        let zh = |written: &str, value| assert_read(Language::Chinese, before, written, after, Kind::Percent, value);
        for style in styles(Language::Chinese) {
            // "十 八" may be two numbers.
            if style.space.is_empty() || n > 19 {
                zh(&format!("百分之{}", spell(n, &style)), int(n));
                zh(&format!("{}个百分点", spell(n, &style)), int(n));
            }
        }
        zh(&format!("百分之{n}.{tenth}"), value);
        zh(&format!("千分之{n}"), Value::ratio(i128::from(n), 10));
        zh(&format!("{n}.{tenth}个百分点"), value);
        zh(&format!("{n}.{tenth} 個百分點"), value);
        let (before, after) = frame(Language::Japanese);
        let spelled = spell(n, &styles(Language::Japanese)[0]);
        assert_read(Language::Japanese, before, &format!("{spelled}パーセント"), after, Kind::Percent, int(n));
        let (before, after) = frame(Language::Korean);
        let spelled = spell(n, &styles(Language::Korean)[0]);
        assert_read(Language::Korean, before, &format!("{spelled} 퍼센트"), after, Kind::Percent, int(n));
        assert_read(Language::Korean, before, &format!("{n}퍼센트"), after, Kind::Percent, int(n));
    }

    #[test]
    fn tenths(a in 1_usize..10, b in 1_usize..10, c in 1_usize..10) {
        let (before, after) = frame(Language::Chinese);
        let zh = |written: String, value| assert_read(Language::Chinese, before, &written, after, Kind::Percent, value);
        let two = int((a * 10 + b) as u64);
        zh(format!("{}成", PLAIN[a]), int(a as u64 * 10));
        zh(format!("{}成半", PLAIN[a]), int(a as u64 * 10 + 5));
        zh(format!("{a}.{b}成"), two);
        zh(format!("{}点{}成", PLAIN[a], PLAIN[b]), two);
        zh(format!("{a}.{b}折"), two);
        zh(format!("{a}{b}折"), two);
        zh(format!("{}点{}折", PLAIN[a], PLAIN[b]), two);
        zh(format!("{}{}折", PLAIN[a], PLAIN[b]), two);
        zh(fullwidth(&format!("{a}.{b}折")), two);
        let (before, after) = frame(Language::Japanese);
        let ja = |written: String, value| assert_read(Language::Japanese, before, &written, after, Kind::Percent, value);
        ja(format!("{a}割"), int(a as u64 * 10));
        ja(format!("{a}割{b}分"), two);
        ja(format!("{}割{}分{}厘", KANJI[a], KANJI[b], KANJI[c]), Value::parse(&format!("{a}{b}.{c}")));
        let (before, after) = frame(Language::Korean);
        assert_read(Language::Korean, before, &format!("{a}할 {b}푼"), after, Kind::Percent, two);
    }

    #[test]
    fn ordinals(n in 1_u64..100_000) {
        for style in styles(Language::Chinese) {
            assert_read(Language::Chinese, "这是", &format!("第{}", spell(n, &style)), "批。", Kind::Ordinal, int(n));
        }
        assert_read(Language::Chinese, "这是", &format!("第{n}"), "批。", Kind::Ordinal, int(n));
        let ja = spell(n, &styles(Language::Japanese)[0]);
        for written in [format!("{ja}番目"), format!("{n}番目"), format!("{n}位"), format!("第{n}"), format!("第{ja}")] {
            assert_read(Language::Japanese, "それは", &written, "です。", Kind::Ordinal, int(n));
        }
        let ko = spell(n, &styles(Language::Korean)[0]);
        // 제천 is a town, 제조 to make.
        let spelled = if ko.chars().count() > 2 { format!("제{ko}") } else { format!("제{n}") };
        for written in [format!("{n}번째"), format!("{n} 번째"), format!("제{n}"), spelled, format!("{n}등"), format!("{n}위")] {
            assert_read(Language::Korean, "그것은 ", &written, "입니다", Kind::Ordinal, int(n));
        }
    }

    #[test]
    fn native_korean(n in 1_usize..100) {
        let tens = ["", "열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"];
        let alone = ["", "하나", "둘", "셋", "넷", "다섯", "여섯", "일곱", "여덟", "아홉"];
        let before = ["", "한", "두", "세", "네", "다섯", "여섯", "일곱", "여덟", "아홉"];
        let (t, u) = (n / 10, n % 10);
        let first = if n == 20 { "스무" } else { tens[t] };
        let counted = format!("{first}{}", before[u]);
        for counter in [" 명", "명", " 개", " 마리", "개", " 살", " 권"] {
            assert_read(Language::Korean, "모두 ", &counted, counter, Kind::Number, int(n as u64));
        }
        assert_read(Language::Korean, "그것은 ", &format!("{counted} 번째"), " 일", Kind::Ordinal, int(n as u64));
        if t != 1 || u > 3 {
            assert_read(Language::Korean, "모두 ", &format!("{}{}", tens[t], alone[u]), if n == 10 { " 개" } else { "입니다" }, Kind::Number, int(n as u64));
        }
    }

    #[test]
    fn english_words(n in sizes()) {
        for and in [false, true] {
            let written = english(n, and);
            assert_read(Language::English, "There are ", &written, " of them.", Kind::Number, int(n));
        }
        for (word, size) in [("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000), ("trillion", 1_000_000_000_000)] {
            let (n, tenth) = (n % 1000 + 2, n % 10);
            let value = int((n * 10 + tenth) * size / 10);
            assert_read(Language::English, "It is ", &format!("{n}.{tenth} {word}"), " in all.", Kind::Number, value);
            assert_read(Language::English, "It is a ", &format!("{n}-{word}"), " fund.", Kind::Number, int(n * size));
        }
        assert_read(Language::English, "It is ", &grouped(n), " in all.", Kind::Number, int(n));
        assert_read(Language::English, "It is ", &format!("-{n}.5%"), " in all.", Kind::Percent, Value::parse(&format!("{n}.5")).map(Value::negated));
        assert_read(Language::English, "It is ", &format!("{} percent", english(n % 100 + 1, false)), " in all.", Kind::Percent, int(n % 100 + 1));
    }

    #[test]
    fn any_text_is_read_within_its_bounds(text in "[0-9０-９.,，、/%％一二三十百千万亿億兆零〇点分之成折第负负半打つ割番目と\\-이일삼십백만억조점의한두 번째열세네a-z ]{0,40}") {
        for language in [Language::Chinese, Language::Japanese, Language::Korean, Language::English] {
            let mut last = 0;
            for n in numerals(&text, language) {
                assert!(last <= n.span.start && n.span.start < n.span.end, "{text} in {language:?}");
                assert!(text.get(n.span.start as usize..n.span.end as usize).is_some());
                last = n.span.end;
            }
        }
    }
}

const SMALL: [&str; 20] = [
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
const TENS: [&str; 10] =
    ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A number in English words, with `and` before the last part or without.
fn english(n: u64, and: bool) -> String {
    let mut parts = Vec::new();
    for (size, word) in [(1_000_000_000, "billion"), (1_000_000, "million"), (1_000, "thousand")] {
        let part = n / size % 1000;
        if part > 0 {
            parts.push(format!("{} {word}", hundreds(part, and)));
        }
    }
    if n % 1000 > 0 {
        let joint = if and && n % 1000 < 100 && !parts.is_empty() { "and " } else { "" };
        parts.push(format!("{joint}{}", hundreds(n % 1000, and)));
    }
    parts.join(" ")
}

fn hundreds(n: u64, and: bool) -> String {
    let rest = match n % 100 {
        0 => String::new(),
        r if r < 20 => SMALL[r as usize].into(),
        r if r % 10 == 0 => TENS[r as usize / 10].into(),
        r => format!("{}-{}", TENS[r as usize / 10], SMALL[r as usize % 10]),
    };
    match (n / 100, rest.is_empty()) {
        (0, _) => rest,
        (h, true) => format!("{} hundred", SMALL[h as usize]),
        (h, false) => format!("{} hundred {}{rest}", SMALL[h as usize], if and { "and " } else { "" }),
    }
}
