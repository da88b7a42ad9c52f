//! Single texts, by what they show.

use super::super::Kind::{Fraction, Number, Ordinal, Percent};
use super::super::Language::{Chinese, English, Japanese, Korean};
use super::assert_numerals;

#[test]
fn chinese_words_are_no_numbers() {
    for text in [
        "统一的一些百姓在四川",
        "他很放肆",
        "大陆与陆地",
        "入伍和退伍",
        "一看就知道",
        "万一",
        "数百人，几千家",
    ] {
        assert_numerals(Chinese, text, &[]);
    }
    assert_numerals(Chinese, "一只猫有四条腿", &[("一", Number, "1"), ("四", Number, "4")]);
}

#[test]
fn figures_go_on_behind_a_power_of_ten() {
    assert_numerals(Japanese, "３万５１０７・２５円", &[("３万５１０７・２５", Number, "35107.25")]);
    assert_numerals(Chinese, "合计4万812.5元", &[("4万812.5", Number, "40812.5")]);
    assert_numerals(Chinese, "4万1.5", &[("4万", Number, "40000"), ("1.5", Number, "1.5")]);
}

#[test]
fn chinese_colloquial_numbers() {
    assert_numerals(Chinese, "三万八，两千六", &[("三万八", Number, "38000"), ("两千六", Number, "2600")]);
    assert_numerals(
        Chinese,
        "三百多万人，二十几亿元",
        &[("三百多万", Number, "3000000"), ("二十几亿", Number, "2000000000")],
    );
    assert_numerals(
        Chinese,
        "二十万亿，四万万",
        &[("二十万亿", Number, "20000000000000"), ("四万万", Number, "400000000")],
    );
    assert_numerals(Chinese, "早上八点二十分", &[("八", Number, "8"), ("二十", Number, "20")]);
    assert_numerals(
        Chinese,
        "第七次，半打，七五折",
        &[("第七", Ordinal, "7"), ("半打", Number, "6"), ("七五折", Percent, "75")],
    );
}

#[test]
fn rarer_chinese_forms() {
    assert_numerals(Chinese, "对折，2又1/2", &[("对折", Percent, "50"), ("2又1/2", Fraction, "2.5")]);
    assert_numerals(
        Chinese,
        "三七二十一，幺四五",
        &[("三七", Number, "37"), ("二十一", Number, "21"), ("幺四五", Number, "145")],
    );
    assert_numerals(
        Chinese,
        "卅年，廿五，○五年",
        &[("卅", Number, "30"), ("廿五", Number, "25"), ("○五", Number, "5")],
    );
}

#[test]
fn japanese_words_are_no_numbers() {
    for text in ["一般の十分な計画", "三重県と千葉県", "数百人の一部", "一種の東京五輪"]
    {
        assert_numerals(Japanese, text, &[]);
    }
    assert_numerals(Japanese, "三人の、二つの国", &[("三", Number, "3"), ("二", Number, "2")]);
    assert_numerals(Japanese, "九百九と二千五百", &[("九百九", Number, "909"), ("二千五百", Number, "2500")]);
}

#[test]
fn korean_words_are_no_numbers() {
    for text in ["이 사람은 일이 많다", "구조와 조사", "네, 한국의 사회입니다", "세계의 구호"]
    {
        assert_numerals(Korean, text, &[]);
    }
    assert_numerals(Korean, "사과 네 개와 열두 명", &[("네", Number, "4"), ("열두", Number, "12")]);
    assert_numerals(
        Korean,
        "3억 5000만 원, 두 번째",
        &[("3억 5000만", Number, "350000000"), ("두 번째", Ordinal, "2")],
    );
}

#[test]
fn english_numbers_in_words() {
    assert_numerals(
        English,
        "two three, twenty-one",
        &[("two", Number, "2"), ("three", Number, "3"), ("twenty-one", Number, "21")],
    );
    assert_numerals(
        English,
        "half a million, a hundred and five",
        &[("half a million", Number, "500000"), ("a hundred and five", Number, "105")],
    );
    assert_numerals(
        English,
        "two-thirds, one third",
        &[
            ("two-thirds", Fraction, "0.666666666666666666666666666666666666"),
            ("one third", Fraction, "0.333333333333333333333333333333333333"),
        ],
    );
    assert_numerals(
        English,
        "the 21st and the twenty-first",
        &[("21st", Ordinal, "21"), ("twenty-first", Ordinal, "21")],
    );
    assert_numerals(
        English,
        "$3m, 2.5bn yuan, 7 percentage points",
        &[("3m", Number, "3000000"), ("2.5bn", Number, "2500000000"), ("7 percentage points", Percent, "7")],
    );
    assert_numerals(English, "COVID-19, G20, F-16, mid-2019", &[("2019", Number, "2019")]);
}
