use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Raw, Severity};
use crate::known;
use crate::pack;
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Finds terms that were spelt out in Latin letters although English has a word for them, by the rule packs.
    ///
    /// ## Why it matters
    /// A reader who does not know the language learns nothing from the sound of a word.
    ///
    /// ## Examples
    /// ```flags
    /// Sales of [[guochao]] sportswear rose.
    /// ```
    /// ```passes
    /// Guochao (national trend) is a taste for homegrown brands.
    /// ```
    ///
    /// ## Limits
    /// Beyond the packs it knows idioms of the dictionary only. Words that English has taken over (tofu, kung fu) are none.
    RomanizedTerm {
        id: "romanized-term",
        summary: "a term left in romanisation where English has a word",
        category: "accuracy/undertranslation",
        severity: Severity::Warning,
        source: Source::Helps,
        yields_to: &["calque"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    pack::report_as("romanized-term", a, out);
    known::report_as(RomanizedTerm::META, a, out);
}
