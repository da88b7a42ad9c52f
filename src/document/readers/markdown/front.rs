//! Front matter: where it ends, and which of its values are for readers and so are translated.

use std::sync::Arc;

use super::{toml, yaml};
use crate::document::{Escape, Role, Text, TextBuilder};
use crate::source::{SourceFile, Span};

/// What stands before the text.
pub(super) struct Front {
    /// Where the text begins.
    pub(super) end: usize,
    /// The values for readers.
    pub(super) texts: Vec<(Role, Text)>,
}

/// Reads the front matter of `file`, if it begins with one.
pub(super) fn read(file: &Arc<SourceFile>) -> Option<Front> {
    let mut lines = (0..file.lines().len()).map(|i| file.lines().span(i, &file.text));
    let text = |line: Span| file.slice(line).trim_start_matches('\u{feff}').trim_end();
    let open = lines.by_ref().find(|l| !text(*l).is_empty())?;
    let is_toml = match text(open) {
        "---" => false,
        "+++" => true,
        _ => return None,
    };
    let close = lines.find(|l| matches!((text(*l), is_toml), ("---" | "...", false) | ("+++", true)))?;
    let inside = Span::new(open.end, close.start);
    if !looks_like_keys(file.slice(inside), if is_toml { '=' } else { ':' }) {
        return None;
    }
    let texts = if is_toml { toml::read(file, inside) } else { yaml::read(file, inside) };
    Some(Front { end: close.end as usize, texts })
}

/// Whether the first line with something in it is a key: a text may begin with a rule too.
fn looks_like_keys(inside: &str, sign: char) -> bool {
    let mut lines = inside.split(['\n', '\r']).map(str::trim);
    let Some(first) = lines.find(|l| !l.is_empty() && !l.starts_with(['#', '['])) else { return true };
    first.split_once(sign).is_some_and(|(key, _)| {
        let key = key.trim();
        !key.is_empty() && key.len() < 64 && !key.contains(['.', '。', '，']) && key.split(' ').count() < 4
    })
}

/// What the value of a key is to readers; `None` for dates, ids, addresses and all that is not known.
pub(super) fn role(key: &str, is_top: bool) -> Option<Role> {
    let plain: String = key.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if plain == "title" && is_top {
        return Some(Role::Title);
    }
    TRANSLATED.contains(&plain.as_str()).then_some(Role::Meta)
}

/// Keys with values for readers, without `-` and `_`.
const TRANSLATED: &[&str] = &[
    "abstract",
    "alt",
    "answer",
    "caption",
    "categories",
    "category",
    "description",
    "details",
    "excerpt",
    "headline",
    "heading",
    "imagealt",
    "intro",
    "introduction",
    "keywords",
    "label",
    "lead",
    "linktitle",
    "longtitle",
    "message",
    "metadescription",
    "metatitle",
    "navtitle",
    "ogdescription",
    "ogtitle",
    "pagetitle",
    "question",
    "quote",
    "seodescription",
    "seotitle",
    "shorttitle",
    "sidebarlabel",
    "sidebartitle",
    "subheading",
    "subject",
    "subtitle",
    "summary",
    "tag",
    "tagline",
    "tags",
    "text",
    "title",
    "topics",
];

/// Adds a value as a text, if it is one.
pub(super) fn add(out: &mut Vec<(Role, Text)>, role: Role, text: TextBuilder) {
    let shown = text.shown().trim();
    let is_path = !shown.contains(' ') && (shown.contains("://") || shown.starts_with(['/', '.']));
    if shown.chars().any(char::is_alphabetic) && !is_path && !matches!(shown, "true" | "false" | "null") {
        out.extend(text.finish().map(|t| (role, t)));
    }
}

/// The inside of a string between double quotation marks, escapes as atoms; a line end is shown as `line`.
pub(super) fn quoted(file: &Arc<SourceFile>, span: Span, line: &str) -> TextBuilder {
    let mut text = TextBuilder::new(file, Escape::Json);
    let raw = file.slice(span);
    let part = |a: usize, z: usize| Span::new(span.start + a as u32, span.start + z as u32);
    let (mut at, mut run) = (0, 0);
    while at < raw.len() {
        let (length, shown) = match raw.as_bytes()[at] {
            b'\\' => escape(&raw[at..]),
            b'\n' | b'\r' => (line_end(&raw[at..]), line.to_owned()),
            _ => {
                at += 1;
                continue;
            }
        };
        text.verbatim(part(run, at));
        text.atom(part(at, at + length), &shown);
        at += length;
        run = at;
    }
    text.verbatim(part(run, raw.len()));
    text
}

/// Length of a line end with the blanks around the next line, which fold with it.
pub(super) fn line_end(rest: &str) -> usize {
    rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len()
}

/// Length and meaning of the escape that `rest` begins with; one that is not known stands for itself.
fn escape(rest: &str) -> (usize, String) {
    let hex = |n: usize| {
        let c = rest.get(2..2 + n).and_then(|h| u32::from_str_radix(h, 16).ok()).and_then(char::from_u32);
        c.map_or((1, "\\".to_owned()), |c| (2 + n, c.to_string()))
    };
    let c = rest[1..].chars().next();
    match c {
        Some('n') => (2, "\n".into()),
        Some('t') => (2, "\t".into()),
        Some('r') => (2, "\r".into()),
        Some('_') => (2, "\u{a0}".into()),
        Some('x') => hex(2),
        Some('u') => hex(4),
        Some('U') => hex(8),
        Some('\n' | '\r') => (1 + line_end(&rest[1..]), String::new()),
        Some(c @ ('"' | '\\' | '/' | ' ' | '\'')) => (2, c.into()),
        _ => (1, "\\".into()),
    }
}
