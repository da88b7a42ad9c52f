use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Raw, Severity};
use crate::numerals::Class;
use crate::numerals::compare::Conflict;
use crate::rule::Source;
use crate::rules::value_finding::{is_date, report};

declare_rule! {
    /// ## What it does
    /// Finds figures that say something else than the source. Numerals of Chinese, Japanese, Korean and English are read
    /// by value, so `2.5亿` is 250 million, `三成` is 30%, `一万三` is 13,000.
    ///
    /// ## Why it matters
    /// Powers of ten are grouped by four digits in the source and by three in English: a machine that slips is wrong by
    /// a factor of ten or more, and the sentence reads well.
    ///
    /// ## Examples
    /// ```flags a.jsonl zh en
    /// {"source": "水库蓄水2.5亿立方米。", "target": "The reservoir holds [[2.5 billion]] cubic metres."}
    /// ```
    /// ```flags a.jsonl ja en
    /// {"source": "図書館には八万三千冊の本がある。", "target": "The library has [[88,000]] books."}
    /// ```
    /// ```passes a.jsonl zh en
    /// {"source": "水库蓄水2.48亿立方米，约三分之二的水来自山里。", "target": "The reservoir holds some 250 million cubic metres, 67 percent of it from the mountains."}
    /// ```
    /// ```passes a.jsonl zh en
    /// {"source": "这条路长30公里，走了两个半小时。", "target": "The road is 19 miles long; it took two and a half hours."}
    /// ```
    ///
    /// ## Limits
    /// A figure that the translation leaves out or adds, without another in its place, is not reported. Rounding,
    /// conversion and words such as `half` or `dozens` are no faults. Languages whose numerals are not read are left
    /// alone.
    NumberMismatch {
        id: "number-mismatch",
        summary: "a figure that says something else than the source",
        category: "accuracy/mistranslation/number",
        severity: Severity::Error,
        source: Source::Needed,
        yields_to: &["date-mismatch"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let is_mine = |c: &Conflict| !is_date(c) && !matches!(c.class, Class::Currency | Class::Unit);
    report(a, NumberMismatch::META, is_mine, out);
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::{assert_marked, check};

    fn pair(langs: (&str, &str), source: &str, marked: &str) {
        let line = format!("{{\"source\": \"{source}\", \"target\": \"{marked}\"}}");
        assert_marked("number-mismatch", "a.jsonl", &line, langs);
    }

    #[test]
    fn other_figures() {
        pair(("zh", "en"), "全镇有3.6万人。", "The town has [[3.6 million]] people.");
        pair(("zh", "en"), "全镇有三万六千人。", "The town has [[63,000]] people.");
        pair(("zh", "en"), "产量增长了12.5%。", "Output rose by [[15.2%]].");
        pair(("ja", "en"), "会員は1億2千万人だ。", "It has [[12 million]] members.");
        pair(("ko", "en"), "회원은 350만 명이다.", "It has [[35 million]] members.");
        pair(("en", "zh"), "The town has 36,000 people.", "全镇有[[36万]]人。");
        pair(("en", "ko"), "It has 3.5 million members.", "회원은 [[350억]] 명이다.");
        pair(("en", "ja"), "Output rose by 12.5%.", "生産は[[15.2%]]増えた。");
    }

    #[test]
    fn other_words_for_the_same() {
        for (source, target) in [
            ("增长两倍，占四分之三。", "It tripled and makes up 75 percent."),
            ("20至30万人参加。", "Between 200,000 and 300,000 people took part."),
            ("三四千人参加。", "Three or four thousand people took part."),
            ("数十万人参加。", "Hundreds of thousands took part."),
            ("夫妇俩卖了半打。", "The two of them sold six."),
            ("价格打八折。", "The price was cut by 20 percent."),
            ("面积60亩。", "It covers 4 hectares."),
            ("销量达498,000。", "Sales reached nearly 500,000."),
        ] {
            pair(("zh", "en"), source, target);
        }
    }

    #[test]
    fn the_help_says_what_is_wrong() {
        let line = "{\"source\": \"水库蓄水2.5亿立方米。\", \"target\": \"The reservoir holds 2.5 billion cubic metres.\"}";
        let found = check("a.jsonl", line, ("zh", "en"));
        let help = found.iter().find(|f| f.rule == "number-mismatch").and_then(|f| f.help.as_deref());
        assert_eq!(help, Some("10 times too large: `2.5亿` is 250 million"));
    }
}
