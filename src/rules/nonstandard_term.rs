use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Raw, Severity};
use crate::pack;
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Finds renderings of known terms that are wrong, outdated or not the established ones, by the rule packs.
    ///
    /// ## Why it matters
    /// A reader who knows the established term does not recognise it under another name, and searches for it in vain.
    ///
    /// ## Examples
    /// ```flags
    /// The province relies on [[new quality productivity]] for growth.
    /// ```
    /// ```passes
    /// The province relies on new quality productive forces for growth.
    /// ```
    ///
    /// ## Limits
    /// It knows what the packs know. A rendering that is also plain English is reported only where the source has the
    /// term, and oftener than the translation has a right rendering of it.
    NonstandardTerm {
        id: "nonstandard-term",
        summary: "a known wrong or outdated rendering of a term",
        category: "terminology/wrong-term",
        severity: Severity::Warning,
        source: Source::Helps,
        yields_to: &["forbidden-term"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    pack::report_as("nonstandard-term", a, out);
}
