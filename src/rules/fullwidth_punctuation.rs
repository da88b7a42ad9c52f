mod innocent;
mod plain;

use std::ops::Range;

use self::innocent::{is_about_marks, is_innocent, is_mostly_cjk};
use self::plain::{Sits, mend, plain};
use super::shield::Shield;
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::{Role, Segment};
use crate::finding::{Applicability, Label, Message, Raw, Replace, Severity};
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Finds punctuation, digits and letters of Chinese and Japanese typesetting in a text of another script: `，`,
    /// `（`, `《`, `％`, `１２`, the doubled dash `——` and the doubled ellipsis `……`.
    ///
    /// ## Why it matters
    /// They are as wide as a Chinese character, bring their own space with them and look wrong in any Latin font.
    ///
    /// ## Examples
    /// ```flags
    /// The agency[[（]]IAEA[[）]]spoke[[，]]and 14[[％]] agreed[[。]]
    /// ```
    /// ```passes
    /// The program 《小小理財師》 (你好，世界) uses the mark “，” and a face (｀・ω・´).
    /// ```
    ///
    /// ## Limits
    /// Marks between Chinese letters belong to them, and so do title and quotation marks round a Chinese title.
    FullwidthPunctuation {
        id: "fullwidth-punctuation",
        summary: "punctuation of Chinese or Japanese in a text of another script",
        category: "linguistic-conventions/punctuation",
        severity: Severity::Warning,
        source: Source::Unneeded,
        yields_to: &["untranslated-text", "markup-mismatch"],
    }
    check
}

/// A cell of a table that holds a mark and nothing else speaks of the mark.
fn is_sign(segment: &Segment) -> bool {
    segment.role == Role::Cell && !segment.shown().contains(char::is_alphanumeric)
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let target = &a.doc.langs.target;
    if target.is_cjk() {
        return;
    }
    for (i, segment) in a.target() {
        let text = segment.shown();
        // All of these characters are encoded in three bytes from 0xE2 on.
        if !text.bytes().any(|b| matches!(b, 0xE2..=0xEF)) {
            continue;
        }
        let runs = runs(text);
        if runs.is_empty() || is_about_marks(text) || is_mostly_cjk(text) || is_sign(segment) {
            continue;
        }
        let shield = Shield::of(segment, target);
        let straight = text.contains('"') && !text.contains('“');
        for run in &runs {
            if !shield.touches(run.clone()) && !is_innocent(text, run) {
                out.push(finding(i, text, run, straight));
            }
        }
    }
}

/// Fullwidth characters side by side. A bracket is always a run of its own.
fn runs(text: &str) -> Vec<Range<usize>> {
    let mut out: Vec<Range<usize>> = Vec::new();
    let mut last = None;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if c.is_ascii() {
            continue;
        }
        let doubled = matches!(c, '—' | '…') && chars.peek().is_some_and(|&(_, d)| d == c);
        let kind = if doubled { Some(Sits::Inside) } else { plain(c, true).map(|p| p.1) };
        let mut end = at + c.len_utf8();
        if doubled {
            while let Some(&(next, d)) = chars.peek() {
                if d != c {
                    break;
                }
                end = next + d.len_utf8();
                chars.next();
            }
            // Longer lines are drawn on purpose: a blank to fill in, a rule.
            if c == '—' && end - at > 2 * c.len_utf8() {
                continue;
            }
        }
        let Some(kind) = kind else { continue };
        let paired = |c: char| {
            plain(c, true).is_some_and(|(p, s)| s == Sits::Before || matches!(p, ')' | ']' | '}' | '"'))
        };
        match out.last_mut() {
            Some(run) if run.end == at && last == Some(kind) && !doubled && !paired(c) => run.end = end,
            _ => out.push(at..end),
        }
        last = if doubled || paired(c) { None } else { Some(kind) };
    }
    out
}

fn finding(i: usize, text: &str, run: &Range<usize>, straight: bool) -> Raw {
    let (with, lead, tail) = mend(&text[..run.start], &text[run.clone()], &text[run.end..], straight);
    let at = Label::target(i, run.start as u32..run.end as u32);
    let edited = Label::target(i, (run.start - lead) as u32..(run.end + tail) as u32);
    let marks = &text[run.clone()];
    let message = match marks.chars().next() {
        Some('\u{3000}') => Message::new("an ideographic space"),
        Some('—') => Message::new("`{text}` is the dash of Chinese").with("text", marks),
        Some('…') => Message::new("`{text}` is the ellipsis of Chinese").with("text", marks),
        Some('０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ') => {
            Message::new("`{text}` is fullwidth").with("text", marks)
        }
        _ => Message::new("`{text}` is fullwidth punctuation").with("text", marks),
    };
    let help = match with.trim() {
        "" => "put an ordinary space, or none".to_owned(),
        plain => format!("write `{plain}`"),
    };
    // The stroke that Chinese pages put between a title and a byline is no misprint, only foreign.
    let severity = if marks == "丨" { Severity::Info } else { Severity::Warning };
    FullwidthPunctuation::META
        .finding(at, message)
        .severity(severity)
        .help(help)
        .fix(Applicability::Safe, vec![Replace { at: edited, with }])
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::{assert_english, check};

    const ID: &str = "fullwidth-punctuation";

    #[test]
    fn marks_in_english() {
        assert_english(ID, "Safety first[[，]]then[[。]]Travel in 20[[１９]] by [[ＡＢＣ]][[！？]]");
        assert_english(ID, "News[[｜]]Daily, the[[\u{3000}]]end[[——]]or not[[……]]");
        assert_english(
            ID,
            "[[【]]Service[[】]] is [[「]]good[[」]], for his [[《]]Letter[[》]] and 30%[[、]]70%.",
        );
        assert_english(
            ID,
            "The agency[[（]]机构[[）]]spoke of another[[重点。]]"
                .replace("[[重点。]]", "重点[[。]] Yes.")
                .as_str(),
        );
    }

    #[test]
    fn what_belongs_to_chinese_stays() {
        assert_english(
            ID,
            "The series (你好，世界) and 《小小理財師》 by 「金融科技」 are “well known” — so they say… yes.",
        );
        assert_english(ID, "院子裡種了三棵桂花樹，秋天一到滿街都香。");
    }

    #[test]
    fn cited_marks_and_faces_stay() {
        assert_english(ID, "It has 「 and 」 around it, or the comma '，' or “《》”.");
        assert_english(ID, "Hi (｀・ω・´) and (^o^)ノ and （＾▽＾）! ＼(^o^)／ or 『』 in 「」.");
    }

    #[test]
    fn spaces_are_mended() {
        let found = check("a.txt", "Agency（IAEA）on", ("zh", "en"));
        let edits: Vec<_> = found.iter().map(|f| f.fixes[0].edits[0].replacement.as_str()).collect();
        assert_eq!(edits, [" (", ") "]);
    }
}
