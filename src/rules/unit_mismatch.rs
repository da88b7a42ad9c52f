use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Raw, Severity};
use crate::numerals::Class;
use crate::numerals::compare::Conflict;
use crate::rule::Source;
use crate::rules::value_finding::report;

declare_rule! {
    /// ## What it does
    /// Finds measures that keep their figure and change their unit: `300公里` as `300 miles`, `14年` as `14 decades`.
    ///
    /// ## Why it matters
    /// A length in miles for one in kilometres is wrong by more than a half, and reads well.
    ///
    /// ## Examples
    /// ```flags a.jsonl zh en
    /// {"source": "岛离岸300公里。", "target": "The island lies [[300 miles]] off the coast."}
    /// ```
    /// ```passes a.jsonl zh en
    /// {"source": "岛离岸300公里，面积两亩。", "target": "The island lies 186 miles off the coast and covers 0.13 hectares."}
    /// ```
    ///
    /// ## Limits
    /// Units of different dimensions, such as a length for a weight, are not compared.
    UnitMismatch {
        id: "unit-mismatch",
        summary: "the same figure in another unit",
        category: "accuracy/mistranslation/unit",
        severity: Severity::Error,
        source: Source::Needed,
        yields_to: &["currency-mismatch"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    report(a, UnitMismatch::META, |c: &Conflict| c.class == Class::Unit, out);
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_marked;

    fn pair(langs: (&str, &str), source: &str, marked: &str) {
        let line = format!("{{\"source\": \"{source}\", \"target\": \"{marked}\"}}");
        assert_marked("unit-mismatch", "a.jsonl", &line, langs);
    }

    #[test]
    fn other_units() {
        pair(("zh", "en"), "重400万吨。", "It weighs [[4 million pounds]].");
        pair(("ja", "en"), "三週間続いた。", "It lasted [[three months]].");
        pair(("ko", "en"), "길이는 40미터이다.", "It is [[40 feet]] long.");
        pair(("en", "zh"), "It lasted 12 weeks.", "持续了[[12天]]。");
    }

    #[test]
    fn the_same_unit_and_converted_ones() {
        pair(("zh", "en"), "两周内完成，气温30度。", "Done within 14 days, at 86 °F.");
        pair(("en", "ja"), "It is 40 feet long.", "長さは12メートルだ。");
    }
}
