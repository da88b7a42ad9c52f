use std::sync::LazyLock;

use super::phrase_table::Table;
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::Role;
use crate::finding::{Applicability, Label, Message, Raw, Replace, Severity};
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Finds furniture of the source's page that was translated with the article: where it was copied from, statements
    /// about the author's views, editors' names, dateline formulas, `(End)`, calls to scan a code or to follow an
    /// account.
    ///
    /// ## Why it matters
    /// It means nothing on the page of the translation, and some of it is wrong there.
    ///
    /// ## Examples
    /// ```flags
    /// The river rose in spring.
    ///
    /// [[Responsible editor: Li Ming]]
    /// ```
    /// ```flags
    /// The river rose in spring. [[(End)]]
    /// ```
    /// ```passes
    /// The editor of the paper said that the end had come. Source code is not affected.
    /// ```
    ///
    /// ## Limits
    /// Looks at translations into English. What English pages have as well (`Source: …`, reporters' names) is only
    /// worth a look.
    Boilerplate {
        id: "boilerplate",
        summary: "furniture of the source's page, carried over",
        category: "accuracy/addition",
        severity: Severity::Warning,
        source: Source::Unneeded,
        yields_to: &["machine-residue"],
    }
    check
}

static PHRASES: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("boilerplate/phrases.tsv")));

/// How many segments at each end of a document hold furniture.
const MARGIN: usize = 3;

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    if !a.doc.langs.target.is("en") || a.doc.langs.source.as_ref().is_some_and(|s| !s.is_cjk()) {
        return;
    }
    let count = a.target().count();
    for (n, (i, segment)) in a.target().enumerate() {
        if matches!(segment.role, Role::Cell | Role::Meta | Role::Image) {
            continue;
        }
        let text = segment.shown();
        let margin = n < MARGIN || n + MARGIN >= count;
        let mut end = 0;
        let mut found = PHRASES.find(text, margin);
        found.sort_by_key(|(p, at)| (at.start, p.class != "sure"));
        for (phrase, at) in found {
            if at.start < end {
                continue;
            }
            end = at.end;
            let severity = if phrase.class == "sure" { Severity::Warning } else { Severity::Info };
            let shown = &text[at.start as usize..at.end as usize];
            let label = Label::target(i, at);
            let edit = Replace { at: label, with: String::new() };
            out.push(
                Boilerplate::META
                    .finding(
                        label,
                        Message::new("`{text}` belongs to the page of the source").with("text", shown),
                    )
                    .help("delete it, or say it as the page of the translation says it")
                    .severity(severity)
                    .fix(Applicability::Unsafe, vec![edit]),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PHRASES;
    use crate::rule::testing::assert_marked;

    #[test]
    fn the_table_is_sound() {
        PHRASES.assert_sound(include_str!("boilerplate/phrases.tsv"));
    }

    #[test]
    fn furniture_is_found_where_it_stands() {
        for marked in [
            "One.\n[[Original: example.com/a/1]]",
            "[[Statement: This article represents only the author's own views.]]",
            "One.\n[[Editor: Li Ming]]",
            "One. [[(Editor in charge: Li Ming)]]",
            "[[Xinhua News Agency, Beijing, May 5]] The river rose.",
            "[[Example News Agency, Osaka, June 2 (Reporter Ann Lee)]] The river rose.",
            "[[Source: Xinhua]]",
            "[[Author: Ann Lee | Source: a public account]]",
            "[[Text: Ann Lee / Photo: Bo Chen]]",
            "[[Registered: 2024-05-01 09:00 / Updated: 2024-05-01 10:30]]",
            "[[Correspondent Ann Lee lee@example.org]]",
            "[[Ann Lee, reporter (lee@example.org)]]",
            "[[Example Daily reporter Ann Lee]]",
            "[[The copyright belongs to Example Daily. No reprinting without permission.]]",
            "[[Unauthorized reproduction and redistribution prohibited]]",
            "[[(Original title: High water in the valley)]]",
            "[[Don't forget to like, comment and subscribe!]]",
            "One. [[(Finish)]]",
            "[[Click to read the original]]",
            "[[Scan the QR code to follow our account.]]",
        ] {
            assert_marked("boilerplate", "a.txt", marked, ("zh", "en"));
        }
    }

    #[test]
    fn the_articles_own_words_pass() {
        for text in [
            "He scanned the QR code at the door and went in.",
            "The statement represents the views of the ministry.",
            "The editor: a life.\nOne.\nTwo.\nThree.\nFour.\nFive.",
            "Source: the place where a river begins. Mouth: where it ends.",
            "Copyright law is hard. The copyright of the letter belongs to whoever wrote it, she said, and he agreed.",
            "Reporter Ann Lee found the letter on May 2 (a reporter lost it).",
            "If you like it, share it. Input: a list. Output: a list.",
            "Unauthorized use of the pool is prohibited.",
            "Click the button to read the log.",
            "In the end (the very end) he left.",
        ] {
            assert_marked("boilerplate", "a.txt", text, ("zh", "en"));
        }
    }
}
