use std::collections::HashSet;
use std::sync::LazyLock;

use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::{MarkKind, Role, Segment};
use crate::finding::{Label, Message, Raw, Severity};
use crate::rule::Source;
use crate::text::script::has_cjk;
use crate::text::words::fold;

declare_rule! {
    /// ## What it does
    /// Finds a sentence that breaks off: the last one of the document without its full stop, and anywhere one that ends
    /// in a word that cannot be the last. The last word is marked.
    ///
    /// ## Why it matters
    /// A machine that reached the limit of its output stops in the middle of a word, and the rest is lost.
    ///
    /// ## Examples
    /// ```flags
    /// The river rose in spring and the town was flooded. Since then the people have lived on the hill.
    ///
    /// In summer the water fell again. After that the houses were rebuilt by the people [[who]]
    /// ```
    /// ```passes
    /// The river rose in spring, and that is what the town was waiting for.
    ///
    /// Photo: Li Ming
    /// ```
    ///
    /// ## Limits
    /// A text that has no full stops elsewhere, as verse, chat or a list of products, is left alone but for words that
    /// cannot be the last. Headings, cells and captions are not looked at.
    Truncated {
        id: "truncated",
        summary: "a sentence that breaks off",
        category: "accuracy/omission",
        severity: Severity::Warning,
        source: Source::Helps,
        yields_to: &["machine-residue", "repetition", "omission"],
    }
    check
}

type Words = HashSet<(&'static str, &'static str)>;

static OPEN: LazyLock<Words> = LazyLock::new(|| table(include_str!("truncated/words.tsv")));
static STRANDED: LazyLock<Words> = LazyLock::new(|| table(include_str!("truncated/stranded.tsv")));

fn table(data: &'static str) -> Words {
    data.lines()
        .filter(|l| !l.starts_with('#'))
        .filter_map(|l| l.split_once('\t'))
        .flat_map(|(lang, words)| words.split(' ').map(move |w| (lang, w)))
        .collect()
}

/// Words of a segment that is a sentence rather than a heading.
const SENTENCE: usize = 8;
/// How many of ten sentences must end in a stop for one that does not to stand out.
const STOPPED: usize = 9;

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let lang = a.doc.langs.target.primary();
    let prose: Vec<(usize, &Segment)> = a.target().filter(|(_, s)| is_prose(s)).collect();
    let long: Vec<bool> =
        prose.iter().filter(|(i, _)| a.words(*i).len() >= SENTENCE).map(|(_, s)| ends(s.shown())).collect();
    let stopped = long.iter().filter(|s| **s).count();
    let regular = long.len() >= 3 && stopped * 10 >= (long.len() - 1) * STOPPED;
    let strict = long.len() >= 6 && stopped + 1 >= long.len();
    for (n, (i, segment)) in prose.iter().enumerate() {
        let text = segment.shown().trim_end();
        let Some(word) = a.words(*i).last() else { continue };
        if word.end as usize != text.trim_end_matches([',', '，', '、', '-', '—']).trim_end().len() || is_link(segment, word.end) {
            continue;
        }
        let last = n + 1 == prose.len() && a.target().next_back().is_some_and(|(l, _)| l == *i);
        let folded = fold(&text[word.start as usize..word.end as usize]);
        let count = a.words(*i).len();
        let listed = segment.role == Role::Item;
        let open = OPEN.contains(&(lang, folded.as_str())) || text.ends_with([',', '，', '、']);
        let certain = open && !STRANDED.contains(&(lang, folded.as_str()));
        let several = a.sentences(*i).len() > 1;
        let cut = match last {
            true => certain && count >= 4 || (regular || open) && count >= SENTENCE && !listed,
            false if listed => false,
            false => {
                next_begins(a, *i)
                    && (certain && count >= 4 || (strict || regular && several) && count >= SENTENCE)
            }
        };
        if cut && (!a.doc.langs.target.is_cjk() || count >= SENTENCE * 2) {
            out.push(report(*i, segment, word.clone()));
        }
    }
}

fn report(i: usize, segment: &Segment, word: std::ops::Range<u32>) -> Raw {
    let text = &segment.shown()[word.start as usize..word.end as usize];
    Truncated::META
        .finding(Label::target(i, word.clone()), Message::new("the sentence breaks off at `{word}`").with("word", text))
        .help("translate the rest of it")
}

/// In plain text a short line without a stop is read as a heading, so headings count where they are long.
fn is_prose(segment: &Segment) -> bool {
    segment.role.is_prose() || segment.role == Role::Heading
}

/// Whether a text ends as a sentence or a line of its own ends.
fn ends(text: &str) -> bool {
    !text.trim_end().ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '，' | '、' | '-'))
}

/// Whether the next segment begins a sentence: the line was not merely broken in two.
fn next_begins(a: &Analysis<'_>, i: usize) -> bool {
    a.target()
        .find(|(n, _)| *n > i)
        .and_then(|(_, s)| s.shown().chars().find(|c| c.is_alphanumeric()))
        .is_some_and(|c| c.is_uppercase() || has_cjk(c.encode_utf8(&mut [0; 4])))
}

/// Whether a text ends in a link, an address or code.
fn is_link(segment: &Segment, end: u32) -> bool {
    let text = segment.shown();
    let word = text.split_whitespace().next_back().unwrap_or_default();
    word.contains("://")
        || word.contains('@')
        || word.starts_with('#')
        || segment
            .text
            .marks_at(end.saturating_sub(1)..end)
            .any(|m| !matches!(m.kind, MarkKind::Emphasis | MarkKind::Lang(_)))
}
