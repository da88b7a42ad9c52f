use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Label, Message, Raw, Severity};
use crate::rule::Source;
use crate::text::script::script;

declare_rule! {
    /// ## What it does
    /// Finds text of the source language that was left in the translation.
    ///
    /// ## Why it matters
    /// A reader of the translation cannot read it.
    ///
    /// ## Examples
    /// ```flags
    /// Riding on the[[东风]] of innovation.
    /// ```
    /// ```passes
    /// Fan Mingzheng (范明政) spoke.
    /// ```
    ///
    /// ## Limits
    /// None yet.
    UntranslatedText {
        id: "untranslated-text",
        summary: "source-script text left in the translation",
        category: "accuracy/untranslated",
        severity: Severity::Error,
        source: Source::Helps,
        yields_to: &["untranslated-segment"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    if a.doc.langs.target.is_cjk() {
        return;
    }
    for (i, segment) in a.target() {
        if !a.has_cjk(i) {
            continue;
        }
        let text = segment.shown();
        let mut run: Option<(usize, usize)> = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            if script(c).is_cjk() {
                run = Some((run.map_or(at, |r| r.0), at + c.len_utf8()));
            } else if let Some((start, end)) = run.take() {
                let glossed = text[..start].trim_end().ends_with(['(', '（'])
                    && text[end..].trim_start().starts_with([')', '）']);
                if !glossed {
                    let label = Label::target(i, start as u32..end as u32);
                    out.push(UntranslatedText::META.finding(
                        label,
                        Message::new("`{text}` is left untranslated").with("text", &text[start..end]),
                    ));
                }
            }
        }
    }
}
