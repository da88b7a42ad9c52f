use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Raw, Severity};
use crate::known;
use crate::pack;
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Finds known names that were rendered wrongly: persons, companies, places, products, works. The rule packs list
    /// right forms and wrong ones; beyond the list it finds near misses of a right form (one letter too few or too
    /// many) and names spelt out from their characters that have a form of their own. With a Chinese source it finds names
    /// that were carried over by the meaning or the sound of their characters where the dictionary has another form.
    ///
    /// ## Why it matters
    /// The reader takes it for somebody or something else, and searches in vain.
    ///
    /// ## Examples
    /// ```flags
    /// Queues for [[La Bulu]] dolls went round the block.
    /// ```
    /// ```passes
    /// Queues for Labubu dolls went round the block.
    /// ```
    ///
    /// ## Limits
    /// It knows what the packs and the dictionary know; pinyin for a name that has another form is `info`. A rendering that is also another name or plain English is reported only where
    /// the source has the name. Near misses are reported only where they can hardly be anything else.
    NonstandardName {
        id: "nonstandard-name",
        summary: "a known name rendered wrongly",
        category: "terminology/wrong-term",
        severity: Severity::Warning,
        source: Source::Helps,
        yields_to: &["name-mismatch"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    pack::report_as("nonstandard-name", a, out);
    known::report_as(NonstandardName::META, a, out);
}
