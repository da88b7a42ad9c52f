use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Raw, Severity};
use crate::numerals::Class;
use crate::numerals::compare::Conflict;
use crate::rule::Source;
use crate::rules::value_finding::report;

declare_rule! {
    /// ## What it does
    /// Finds amounts that keep their figure and change their currency: `30元` as `$30`.
    ///
    /// ## Why it matters
    /// The amount is wrong by the rate of exchange. Machines put the currency that is most usual beside such a figure.
    ///
    /// ## Examples
    /// ```flags a.jsonl zh en
    /// {"source": "门票每张45元。", "target": "A ticket costs [[45 US dollars]]."}
    /// ```
    /// ```passes a.jsonl zh en
    /// {"source": "门票每张45港元，合人民币41元。", "target": "A ticket costs $45, which is RMB 41."}
    /// ```
    ///
    /// ## Limits
    /// A bare `$` may be any dollar. Where a text renders `元` by another currency again and again, that is its custom
    /// and no fault.
    CurrencyMismatch {
        id: "currency-mismatch",
        summary: "the same figure in another currency",
        category: "accuracy/mistranslation/unit",
        severity: Severity::Error,
        source: Source::Needed,
        yields_to: &[],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    report(a, CurrencyMismatch::META, |c: &Conflict| c.class == Class::Currency, out);
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_marked;

    fn pair(langs: (&str, &str), source: &str, marked: &str) {
        let line = format!("{{\"source\": \"{source}\", \"target\": \"{marked}\"}}");
        assert_marked("currency-mismatch", "a.jsonl", &line, langs);
    }

    #[test]
    fn other_currencies() {
        pair(("zh", "en"), "投资20亿港元。", "It invested [[RMB2 billion]].");
        pair(("ja", "en"), "七億円の予算。", "A budget of [[700 million euros]].");
        pair(("ko", "en"), "예산은 7억 원이다.", "The budget is [[700 million yen]].");
        pair(("en", "zh"), "A budget of 700 million euros.", "预算为[[7亿美元]]。");
    }

    #[test]
    fn the_same_currency_by_other_names() {
        pair(
            ("zh", "en"),
            "投资20亿美元，折合人民币140亿元。",
            "It invested $2 billion, or 14 billion yuan.",
        );
        pair(("en", "ja"), "A budget of $700 million.", "予算は7億ドルだ。");
        pair(("zh", "en"), "票价5元，8元，9元。", "Tickets are HK$5, HK$8 and HK$9.");
    }
}
