mod codes;
mod facing;
mod headings;
mod literal;
mod placeholders;
mod tags;

use self::facing::Facing;
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::Raw;
use crate::finding::Severity;
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Compares the markup of the translation with that of the source: tags and placeholders (`<b>`, `{0}`, `%s`, inline
    /// codes of XLIFF and TMX) that are lost, added or changed; Markdown that broke: `**` or a backtick that
    /// is not closed, a blank between `](`, a heading without its sign or without the space behind it.
    ///
    /// ## Why it matters
    /// A lost placeholder makes a program fail, a lost tag spoils the rest of the page. Machines lose both, and put blanks
    /// where markup allows none.
    ///
    /// ## Examples
    /// ```flags a.jsonl zh en
    /// {"source": "还剩{count}个杯子。", "target": "There are [[{Count}]] cups left."}
    /// ```
    /// ```flags a.jsonl zh en
    /// {"source": "这是**釉**的颜色。", "target": "This is the colour of the [[** glaze **]]."}
    /// ```
    /// ```flags a.jsonl zh en
    /// {"source": "见[窑](https://kiln.example/a)。", "target": "See [the kiln[[] (]]https://kiln.example/a)."}
    /// ```
    /// ```passes a.jsonl zh en
    /// {"source": "还剩{count}个<b>杯子</b>。", "target": "<b>Cups</b> left: {count}."}
    /// ```
    ///
    /// ## Limits
    /// What is broken in the source likewise is left alone. Attributes are not compared, nor is the order of codes.
    /// Emphasis that a translation leaves out altogether is no fault.
    MarkupMismatch {
        id: "markup-mismatch",
        summary: "tags, placeholders or Markdown that were lost or broken",
        category: "design/markup",
        severity: Severity::Error,
        source: Source::Needed,
        yields_to: &["url-mismatch"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    if !a.doc.has_source() {
        return;
    }
    let facing = Facing::new(a);
    literal::check(&facing, out);
    if a.doc.given.is_some() {
        codes::check(&facing, out);
        placeholders::check(&facing, out);
    } else {
        tags::check(a, out);
        headings::check(&facing, out);
    }
}

#[cfg(test)]
mod tests;
