//! Ignore comments written into a file. Where one may stand differs from format to format and block to block, so each is
//! tried and proved: the file is read again, must say what it said, and the finding must be silenced.

use std::sync::Arc;

use super::file::Decision;
use super::plan::documents;
use crate::config::Settings;
use crate::document::readers::{Read, reader_for};
use crate::document::{Document, Ignore, Side};
use crate::finding::FileEdit;
use crate::fix;
use crate::source::{SourceFile, Span};

/// A finding that is to be ignored.
#[derive(Debug)]
pub(super) struct Wanted<'d> {
    pub(super) decision: &'d Decision,
    /// Where it is in its file; none if that cannot be.
    pub(super) span: Option<Span>,
    pub(super) side: Side,
    pub(super) reason: &'d str,
}

/// What came of it.
pub(super) struct Placed<'w, 'd> {
    /// The comments.
    pub(super) edits: Vec<FileEdit>,
    /// What no comment can silence.
    pub(super) left: Vec<&'w Wanted<'d>>,
}

/// How a format writes a comment.
#[derive(Clone, Copy)]
enum Host {
    /// `<!-- … -->` at the end of the line, or on a line of its own.
    Markup,
    /// `<!-- … -->` before the unit.
    Units,
    /// `# …` before the entry.
    Po,
    /// A key of the row.
    Jsonl,
}

impl Host {
    fn of(path: &str) -> Option<Self> {
        let extension = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
        match &*extension {
            "md" | "markdown" | "mdx" | "html" | "htm" | "xhtml" => Some(Self::Markup),
            "xlf" | "xliff" | "tmx" => Some(Self::Units),
            "po" | "pot" => Some(Self::Po),
            "jsonl" | "ndjson" => Some(Self::Jsonl),
            _ => None,
        }
    }
}

/// Writes comments for as many findings as can be; `taken` are edits that they must not meet.
pub(super) fn place<'w, 'd>(
    file: &Arc<SourceFile>,
    documents: &[Document],
    wanted: &'w [Wanted<'d>],
    taken: &[FileEdit],
    settings: &Settings,
) -> Placed<'w, 'd> {
    let mut placed = Placed { edits: Vec::new(), left: wanted.iter().collect() };
    let Some(host) = Host::of(&file.path) else { return placed };
    // The source of an article is another file, which no comment here speaks of.
    let one_sided = reader_for(&file.path).is_ok_and(|r| matches!(r.read, Read::Article(_)));
    let proof = Proof { file, said: said(documents), settings };
    for nth in 0..2 {
        let mut tries = Vec::new();
        let mut left = Vec::new();
        for w in std::mem::take(&mut placed.left) {
            let candidate =
                w.span.filter(|_| !(one_sided && w.side == Side::Source) && is_id(&w.decision.rule));
            let edit = candidate.and_then(|span| candidate_at(host, file, span, w, nth));
            match edit.filter(|e| free(taken, e)) {
                Some(edit) => tries.push((w, edit)),
                None => left.push(w),
            }
        }
        proof.keep(tries, &mut placed.edits, &mut left);
        placed.left = left;
    }
    placed
}

fn free(taken: &[FileEdit], edit: &FileEdit) -> bool {
    let at = edit.span.start;
    let near = taken.partition_point(|t| t.span.end < at);
    taken[near..].iter().take(2).all(|t| at <= t.span.start || t.span.end <= at)
}

/// Whether a rule can be named in a comment.
fn is_id(rule: &str) -> bool {
    !rule.is_empty()
        && rule.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'/' | b'_' | b'.'))
}

/// The `nth` way to silence a finding at `span`.
fn candidate_at(host: Host, file: &SourceFile, span: Span, w: &Wanted<'_>, nth: usize) -> Option<FileEdit> {
    let lines = file.lines();
    let line = lines.span(lines.line_of(span.start), &file.text);
    let content = file.slice(line).trim_end_matches(['\n', '\r']);
    let newline = if file.text.contains("\r\n") { "\r\n" } else { "\n" };
    let words = directive(&w.decision.rule, w.reason);
    let indent = &content[..content.len() - content.trim_start_matches([' ', '\t', '>']).len()];
    let (at, text) = match (host, nth) {
        (Host::Markup, 0) => {
            // Blanks and a backslash at the end break the line and stay there.
            let end = content.trim_end_matches([' ', '\t', '\\']).len();
            (line.start + end as u32, format!(" <!-- {words} -->"))
        }
        (Host::Markup, 1) => (line.start, format!("{indent}<!-- {words} -->{newline}")),
        (Host::Units, 0) => {
            let before = file.text.get(..span.start as usize)?;
            let units = ["<trans-unit", "<unit", "<tu "];
            let at =
                units.iter().filter_map(|tag| before.rfind(tag)).max().or_else(|| before.rfind("<tu>"))?;
            (at as u32, format!("<!-- {words} -->"))
        }
        (Host::Po, 0) => (entry_start(file, span), format!("# {words}{newline}")),
        (Host::Jsonl, 0) => {
            let end = content.rfind('}')?;
            let rule = serde_json::Value::from(w.decision.rule.as_str());
            (line.start + end as u32, format!(",\"mtlint-ignore\":[{rule}]"))
        }
        _ => return None,
    };
    Some(FileEdit {
        path: Arc::clone(&file.path),
        span: Span::empty(at),
        replacement: text,
        shown: String::new(),
    })
}

/// Where the entry of a PO file begins: behind the blank line before it.
fn entry_start(file: &SourceFile, span: Span) -> u32 {
    let lines = file.lines();
    let mut line = lines.line_of(span.start);
    while line > 0 && !file.slice(lines.span(line - 1, &file.text)).trim().is_empty() {
        line -= 1;
    }
    lines.span(line, &file.text).start.max(file.start())
}

/// What stands in a comment; no host can be left by it.
fn directive(rule: &str, reason: &str) -> String {
    let words: Vec<&str> = reason.split_whitespace().collect();
    let mut reason = words.join(" ").replace(['<', '>'], "").replace("->", "");
    while reason.contains("--") {
        reason = reason.replace("--", "-");
    }
    match reason.trim_matches('-').trim() {
        "" => format!("mtlint-ignore {rule}"),
        reason => format!("mtlint-ignore {rule}: {reason}"),
    }
}

/// What a file says: its segments, source and target, as a reader sees them.
fn said(documents: &[Document]) -> Vec<String> {
    let sides = documents.iter().flat_map(|d| d.source.iter().chain(&d.target));
    sides.map(|s| format!("{:?} {}", s.role, s.shown())).collect()
}

/// What comments must hold against.
struct Proof<'f> {
    file: &'f SourceFile,
    said: Vec<String>,
    settings: &'f Settings,
}

impl Proof<'_> {
    /// Keeps the tries that hold: all at once if they do, else each half by itself.
    fn keep<'w, 'd>(
        &self,
        tries: Vec<(&'w Wanted<'d>, FileEdit)>,
        kept: &mut Vec<FileEdit>,
        left: &mut Vec<&'w Wanted<'d>>,
    ) {
        let Some((first, _)) = tries.first() else { return };
        let mut all = kept.clone();
        for (_, edit) in &tries {
            // One comment serves all findings of its rule there.
            if !all.contains(edit) {
                all.push(edit.clone());
            }
        }
        all.sort_by_key(|e| e.span.start);
        if self.holds(&all, tries.iter().map(|(w, _)| *w)) {
            *kept = all;
            return;
        }
        if tries.len() == 1 {
            left.push(first);
            return;
        }
        let mut halves = tries;
        let second = halves.split_off(halves.len() / 2);
        self.keep(halves, kept, left);
        self.keep(second, kept, left);
    }

    fn holds<'w>(&self, comments: &[FileEdit], wanted: impl Iterator<Item = &'w Wanted<'w>>) -> bool {
        let path = &self.file.path;
        let spliced = fix::splice(path, self.file.text.as_bytes(), &comments.iter().collect::<Vec<_>>());
        let Ok(file) = spliced.and_then(|bytes| SourceFile::from_bytes(Arc::clone(path), bytes)) else {
            return false;
        };
        let file = Arc::new(file);
        let Ok(documents) = documents(&file, self.settings) else { return false };
        if said(&documents) != self.said {
            return false;
        }
        let ignores: Vec<&Ignore> = documents.iter().flat_map(|d| &d.ignores).collect();
        let mut spans = wanted.filter_map(|w| Some((w, w.span?)));
        spans.all(|(w, span)| {
            let before = comments.iter().take_while(|c| c.span.start <= span.start);
            let by: u32 = before.map(|c| c.replacement.len() as u32).sum();
            let moved = Span::new(span.start + by, span.end + by);
            ignores.iter().any(|i| i.covers.contains(moved) && i.rules.contains(&w.decision.rule))
        })
    }
}
