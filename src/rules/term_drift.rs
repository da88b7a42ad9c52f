mod source;

use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Raw, Severity};
use crate::pack;
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Finds spellings and renderings of one term that a text mixes: `e-commerce` and `ecommerce`, the `14th` and the
    /// `Fourteenth` Five-Year Plan. The rarer one is reported, of two that are as frequent the later one. With the source it
    /// also finds the terms that come again there and what renders each mention: `kelp cooperative`, then `seaweed cooperative`.
    ///
    /// ## Why it matters
    /// Who searches a text for a term finds half of its places, and a reader asks whether two things are meant.
    ///
    /// ## Examples
    /// ```flags
    /// The 14th Five-Year Plan names ports. The 14th Five-Year Plan names ferries. Under the [[Fourteenth Five-Year Plan]] both grow.
    /// ```
    /// ```passes
    /// The 14th Five-Year Plan names ports. The 13th Five-Year Plan named ferries.
    /// ```
    ///
    /// ```flags a.jsonl zh en
    /// {"source": "海带合作社去年成立。", "target": "The kelp cooperative was founded last year."}
    /// {"source": "海带合作社有三十名渔民。", "target": "Thirty fishermen belong to the kelp cooperative."}
    /// {"source": "市长参观了海带合作社。", "target": "The mayor visited the [[seaweed cooperative]]."}
    /// ```
    /// ```passes a.jsonl zh en
    /// {"source": "海带合作社去年成立。", "target": "The kelp cooperative was founded last year."}
    /// {"source": "海带合作社有三十名渔民。", "target": "Thirty fishermen belong to the cooperative."}
    /// ```
    ///
    /// ## Limits
    /// Without the source it knows what the `[[either]]` entries of the rule packs say. Two phrases that are only alike are left alone: people
    /// vary such phrases, and without the source two of three would be false alarms. With it a term
    /// must hold together (its words stand mostly within it), both renderings must be whole, and a shorter one, another
    /// order or inflection is none. A rendering that nothing but its place tells is `info`, and so is all that is found in
    /// Japanese and Korean sources. Each class of evidence has an id (`term-drift/source-word`) that settings can turn off;
    /// `mtlint inspect terms` shows the terms and their renderings.
    TermDrift {
        id: "term-drift",
        summary: "one term rendered in several ways",
        category: "terminology/inconsistent",
        severity: Severity::Warning,
        source: Source::Helps,
        yields_to: &["romanized-term"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    pack::report_as("term-drift", a, out);
    source::check(a, out);
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::{assert_english, check};

    #[test]
    fn the_rarer_spelling_is_reported_with_the_other() {
        let text = "Our law on e-commerce is old. The market for [[ecommerce]] grew. E-commerce is young.";
        assert_english("term-drift", text);
        let found = check("a.en.md", &text.replace(['[', ']'], ""), ("zh", "en"));
        let drift: Vec<_> = found.iter().filter(|f| f.rule == "term-drift").collect();
        assert_eq!((drift.len(), drift[0].related[0].at.text.as_str()), (1, "e-commerce"));
        assert!(drift[0].group.is_some());
    }
}
