use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Raw, Severity};
use crate::known;
use crate::pack;
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Finds idioms, set phrases and stock words of officialese that were carried over word for word, by the rule
    /// packs, and idioms of the source of which the characters stand in the translation one by one and what the dictionary
    /// says of them does not.
    ///
    /// ## Why it matters
    /// The picture that is clear in one language is odd, funny or misleading in the other.
    ///
    /// ## Examples
    /// ```flags
    /// China's steel output fell. Exports from [[my country]] rose by 3 percent.
    /// ```
    /// ```passes
    /// China is far away, and I miss my country.
    /// ```
    ///
    /// ## Limits
    /// Beyond the packs it reads Chinese sources only; idioms that the dictionary does not call pictures are `info`. What may be the author's own picture is reported only where the source has the
    /// idiom.
    Calque {
        id: "calque",
        summary: "an idiom or set phrase carried over word for word",
        category: "accuracy/overly-literal",
        severity: Severity::Warning,
        source: Source::Helps,
        yields_to: &["nonstandard-term"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    pack::report_as("calque", a, out);
    known::report_as(Calque::META, a, out);
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_english;

    #[test]
    fn patterns_of_packs_report_under_the_rule() {
        assert_english("calque", "Beijing said that [[my country]] will keep its word.");
        assert_english("calque", "Beijing was cold, and I love my country.");
    }
}
