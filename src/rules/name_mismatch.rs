use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Raw, Severity};
use crate::known;
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Finds names that cannot render what the source has: a given name that its characters cannot be read as, a person
    /// whom nothing in the source reads like, another known name than the source names, a name that nothing in the source
    /// explains where one of the source is missing.
    ///
    /// ## Why it matters
    /// The text speaks of somebody or something else, and nothing in it shows that.
    ///
    /// ## Examples
    /// ```flags
    /// zh: 县长吕晓鸥昨天没有到场。
    /// en: County head [[Lü Wenbo]] did not turn up yesterday.
    /// ```
    /// ```flags
    /// zh: 他昨天去了重庆。
    /// en: He went to [[Villach]] yesterday.
    /// ```
    /// ```passes
    /// zh: 县长吕晓鸥昨天没有到场。
    /// en: County head Lü Xiao'ou did not turn up yesterday.
    /// ```
    ///
    /// ## Limits
    /// It reads Chinese sources, and Japanese ones for names that nothing explains. All readings of a character are allowed,
    /// and names written by another system than pinyin are left alone. A name that nothing explains is shown where a known
    /// place, a country, a full name or one in Latin letters is missing alone; elsewhere it is `info`. Each class of evidence has an id (`name-mismatch/given-name`) that settings can turn off.
    NameMismatch {
        id: "name-mismatch",
        summary: "a name that does not render the one in the source",
        category: "accuracy/mistranslation",
        severity: Severity::Warning,
        source: Source::Needed,
        yields_to: &[],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    known::report_as(NameMismatch::META, a, out);
}
