mod marks;
mod report;

use std::ops::Range;
use std::sync::LazyLock;

use self::marks::Mark;
use self::report::{json, mark, phrase};
use super::phrase_table::Table;
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::{Role, Segment};
use crate::finding::{Raw, Severity};
use crate::rule::Source;
use crate::text::words::is_capitalised;

declare_rule! {
    /// ## What it does
    /// Finds what the machine left behind: a sentence that introduces the translation or offers help with it, a refusal,
    /// a note on its own work, an unfilled placeholder, role tags of a chat, control tokens, tags of its reasoning, a
    /// JSON object or a code fence around the text, and entities or escape sequences that readers see as they stand.
    ///
    /// ## Why it matters
    /// It tells every reader that nobody looked at the text, and a refusal stands where a translation is missing.
    ///
    /// ## Examples
    /// ```flags
    /// [[Sure! Here is the English translation:]] The river rose in spring.
    /// ```
    /// ```flags
    /// The river rose in spring.[[<|im_end|>]]
    /// ```
    /// ```flags a.zh.txt en zh
    /// [[以下是翻译：]]春天河水上涨。
    /// ```
    /// ```passes
    /// The chatbot answered: “As an AI language model, I cannot say.” (Note: prices are in yuan.)
    /// ```
    ///
    /// ## Limits
    /// Sentences count at the edges of a segment, where machines put them, and never inside quotation marks. Phrases are
    /// known in English, Chinese, Japanese, Korean, German, French and Spanish. A text about markup or about language
    /// models may show tokens on purpose: put them in code, or silence the rule there.
    MachineResidue {
        id: "machine-residue",
        summary: "what the machine said about its work, or the machinery itself, left in the text",
        category: "accuracy/addition",
        severity: Severity::Error,
        source: Source::Helps,
        yields_to: &[],
    }
    check
}

static PHRASES: LazyLock<Table> = LazyLock::new(|| Table::parse(include_str!("machine_residue/phrases.tsv")));

/// How many segments at the beginning and at the end of a document a machine speaks in.
const MARGIN: usize = 2;

/// A document with more fences shows code in them, and one with more labels shows examples of translation.
const MOST: usize = 2;

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let count = a.target().count();
    let mut phrases: Vec<(usize, &'static str, Range<u32>)> = Vec::new();
    let mut found: Vec<(usize, Mark)> = Vec::new();
    for (n, (i, segment)) in a.target().enumerate() {
        let text = segment.shown();
        let margin = n < MARGIN || n + MARGIN >= count;
        phrases.extend(PHRASES.find(text, margin).into_iter().map(|(p, at)| (i, p.class, at)));
        found.extend(marks::marks(text).into_iter().filter(|m| !is_meant(segment, m)).map(|m| (i, m)));
        if let Some((head, tail)) = marks::wrapper(text) {
            out.extend([Some(head), tail].into_iter().flatten().map(|at| json(text, i, at)));
        }
    }
    let fences = found.iter().filter(|(_, m)| m.class == "fence").count();
    let shows_code = fences > MOST || found.iter().any(|(_, m)| m.class == "code");
    found.retain(|(_, m)| m.class != "code" && !(m.class == "fence" && shows_code));
    out.extend(
        found.iter().filter(|(i, m)| !in_source(a, text_of(a, *i, &m.at))).map(|(i, m)| mark(a, *i, m)),
    );
    check_phrases(a, &mut phrases, out);
}

fn text_of<'a>(a: &Analysis<'a>, i: usize, at: &Range<u32>) -> &'a str {
    &a.doc.target[i].shown()[at.start as usize..at.end as usize]
}

fn in_source(a: &Analysis<'_>, what: &str) -> bool {
    a.doc.source.iter().any(|s| s.shown().contains(what))
}

fn check_phrases(a: &Analysis<'_>, found: &mut [(usize, &'static str, Range<u32>)], out: &mut Vec<Raw>) {
    found.sort_by_key(|(i, _, at)| (*i, at.start, u32::MAX - at.end));
    let found = &*found;
    let has = |class: &str| found.iter().any(|f| f.1 == class);
    let labels = found.iter().filter(|f| f.1 == "label").count();
    // What the machine says of itself does not make it the topic.
    let topic = found.iter().any(|(i, class, at)| {
        *class == "topic" && !found.iter().any(|(s, c, t)| s == i && c != class && contains(t, at))
    });
    let mut taken: Vec<(usize, &Range<u32>)> = Vec::new();
    for (i, class, at) in found {
        let segment = &a.doc.target[*i];
        let text = segment.shown();
        let class = match *class {
            "user" | "assistant" if has("user") && has("assistant") && !topic => "role",
            "source" | "target" if has("source") && has("target") && !topic => "role",
            "assistant" | "target" if !topic && is_lone_tag(a, found, *i, class, at) => "role",
            "user" | "assistant" | "source" | "target" | "topic" | "human" => continue,
            "label" if labels > MOST || is_credit(&text[at.end as usize..]) => continue,
            "preamble" if found.iter().any(|(s, c, t)| s == i && *c == "human" && contains(at, t)) => {
                continue;
            }
            "refusal" | "offer" if segment.role == Role::Quote => continue,
            other => other,
        };
        let sentence = !matches!(class, "placeholder" | "note" | "omitted");
        let inside = taken.iter().any(|(s, t)| s == i && t.start < at.end && at.start < t.end);
        if inside
            || is_code(segment, at)
            || sentence && (is_quoted(text, at) || is_reported(text, at.start))
            || source_says(a, class)
        {
            continue;
        }
        taken.push((*i, at));
        out.push(phrase(text, *i, class, at));
    }
}

fn contains(outer: &Range<u32>, inner: &Range<u32>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// Whether a tag of a chat or a prompt that is the only one of its document has a sentence behind it: in a play or an
/// interview more would follow, a device has a figure there, and a manual has code.
fn is_lone_tag(
    a: &Analysis<'_>,
    found: &[(usize, &'static str, Range<u32>)],
    i: usize,
    class: &str,
    at: &Range<u32>,
) -> bool {
    let rest = a.doc.target[i].shown()[at.end as usize..].trim();
    found.iter().filter(|f| f.1 == class).count() == 1
        && rest.starts_with(char::is_uppercase)
        && rest.ends_with(['.', '!', '?'])
        && rest.split_whitespace().count() >= 4
        && !a.doc.target.iter().any(|s| s.role == Role::Code)
}

/// Whether the source has a phrase of the class itself: then it was translated.
fn source_says(a: &Analysis<'_>, class: &str) -> bool {
    let alike = |found: &str| found == class || found == "label" && class == "preamble";
    a.doc.source.iter().any(|s| PHRASES.find(s.shown(), true).iter().any(|(p, _)| alike(p.class)))
}

/// The name of a translator behind "Translation:".
fn is_credit(rest: &str) -> bool {
    let rest = rest.trim();
    let words = rest.split_whitespace().count();
    !rest.is_empty()
        && !rest.ends_with(['.', '。', '!', '?', '！', '？'])
        && (rest.chars().count() <= 12 && !rest.is_ascii()
            || words <= 5 && rest.split([' ', '/', ',']).filter(|w| !w.is_empty()).all(is_capitalised))
}

fn is_code(segment: &Segment, at: &Range<u32>) -> bool {
    segment.text.marks_at(at.clone()).any(|m| m.kind.is_literal())
}

/// Whether a place lies inside quotation marks that are closed behind it; a quotation that goes on in the next segment
/// does not hold what stands at the end of this one.
fn is_quoted(text: &str, at: &Range<u32>) -> bool {
    let (mut curly, mut corner, mut straight) = (0i32, 0i32, false);
    for c in text[..at.start as usize].chars() {
        match c {
            '“' | '„' | '«' => curly += 1,
            '”' | '»' => curly = (curly - 1).max(0),
            '「' | '『' | '《' => corner += 1,
            '」' | '』' | '》' => corner = (corner - 1).max(0),
            '"' => straight = !straight,
            _ => {}
        }
    }
    let rest = &text[at.start as usize..];
    curly > 0 && rest.contains(['”', '»', '“'])
        || corner > 0 && rest.contains(['」', '』', '》'])
        || straight && rest.contains('"')
}

/// Whether what stands before is a sentence that goes on: "it replied: …".
fn is_reported(text: &str, at: u32) -> bool {
    text[..at as usize].trim_end().ends_with([':', '：', ',', '，', '、'])
}

/// Whether a text shows a mark on purpose: in code, in quotation marks, in an address, or in talk of markup.
fn is_meant(segment: &Segment, mark: &Mark) -> bool {
    let text = segment.shown();
    let (before, after) = (&text[..mark.at.start as usize], &text[mark.at.end as usize..]);
    let quoted = before.ends_with(['"', '“', '\'', '‘', '`', '「', '『'])
        && after.starts_with(['"', '”', '\'', '’', '`', '」', '』']);
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let address = word.contains("://") || mark.class == "entity" && word.contains('=');
    let markup = matches!(mark.class, "entity" | "escape")
        && ["HTML", "XML", "entit", "escap", "JSON", "regex", "newline"].iter().any(|w| text.contains(w));
    quoted || address || markup || is_code(segment, &mark.at)
}

#[cfg(test)]
mod tests;
