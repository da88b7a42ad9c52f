//! Numbers are written in every form that we know of, and read back: value, kind and place must be those written.

use proptest::prelude::*;

use super::super::{Kind, Language, Value, numerals};
use super::spelling::{KANJI, PLAIN, SINO, english, fullwidth, grouped, spell, styles};

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

#[expect(clippy::unnecessary_wraps, reason = "as `Value::parse` gives a value")]
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
        let mixed = value.and_then(|v| v.plus(int(whole)?));
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
