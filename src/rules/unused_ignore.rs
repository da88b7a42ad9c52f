use std::borrow::Cow;

use crate::analysis::Analysis;
use crate::collection;
use crate::config::Settings;
use crate::declare_rule;
use crate::document::{Document, Ignore};
use crate::finding::{Finding, Message, Placed, Raw, Severity, in_file};
use crate::rule::{Source, registry};

declare_rule! {
    /// ## What it does
    /// Finds ignore comments that silence nothing, or that name a rule that does not exist.
    ///
    /// ## Why it matters
    /// A comment that has outlived its fault will silence the next fault in that place unseen; one with a slip in the
    /// rule's name never did anything.
    ///
    /// ## Examples
    /// ```flags
    /// [[<!-- mtlint-ignore untranslated-text: quoted as it was said -->]]
    ///
    /// There is nothing left over here.
    /// ```
    /// ```passes
    /// <!-- mtlint-ignore untranslated-text: quoted as it was said -->
    ///
    /// Riding on the东风 of innovation.
    /// ```
    ///
    /// ## Limits
    /// Comments for rules that did not run (not selected, or in want of a source) are left alone. It cannot be silenced
    /// by a comment itself.
    UnusedIgnore {
        id: "unused-ignore",
        summary: "an ignore comment that silences nothing or names no rule",
        category: "other/unused-ignore",
        severity: Severity::Warning,
        source: Source::Unneeded,
        yields_to: &[],
    }
    nothing
}

/// Whether a comment was used is known only when all rules are done: see [`find`].
fn nothing(_: &Analysis<'_>, _: &mut Vec<Raw>) {}

/// The ignore comments of a document that were not used.
pub(crate) fn find(doc: &Document, ignores: &[Ignore], used: &[bool], settings: &Settings) -> Vec<Placed> {
    let meta = UnusedIgnore::META;
    let selection = &settings.selection;
    if !selection.runs(meta.id) {
        return Vec::new();
    }
    let fault = |(ignore, &used): (&Ignore, &bool)| -> Option<Placed> {
        let unknown = ignore.rules.iter().find(|r| registry::check_selector(r).is_err());
        let message = match unknown {
            Some(rule) => Message::new("there is no rule `{rule}`").with("rule", rule.as_str()),
            None if !used && could_be_used(ignore, doc, settings) => {
                Message::new("this comment silences nothing")
            }
            None => return None,
        };
        Some(Finding {
            rule: Cow::Borrowed(meta.id),
            entry: None,
            severity: selection.severity.get(meta.id).copied().unwrap_or(meta.severity),
            category: Cow::Borrowed(meta.category),
            at: in_file(&doc.file, ignore.comment),
            related: Vec::new(),
            message,
            help: Some(match unknown {
                Some(_) => "`mtlint rules` lists the rules; an entry of a pack is PACK/ENTRY".to_owned(),
                None => "take the comment out".to_owned(),
            }),
            fixes: Vec::new(),
            group: None,
        })
    };
    ignores.iter().zip(used).filter_map(fault).collect()
}

/// Whether all rules that the comment names did run.
fn could_be_used(ignore: &Ignore, doc: &Document, settings: &Settings) -> bool {
    let ran = |rule: &String| {
        let needs_source = registry::meta(rule).is_some_and(|m| m.source == Source::Needed);
        // What silences a finding over several documents is not known here.
        let later = settings.across && rule == collection::RULE;
        settings.selection.runs(rule) && (doc.has_source() || !needs_source) && !later
    };
    if ignore.rules.is_empty() {
        return !settings.across
            && settings.selection.select.is_empty()
            && settings.selection.ignore.is_empty();
    }
    ignore.rules.iter().all(ran)
}
