//! Front matter: which of its values readers see. YAML between `---`, TOML between `+++`.

use std::sync::Arc;

use crate::document::{Escape, Role, Segment, TextBuilder};
use crate::source::{SourceFile, Span};

/// Where the front matter of a file ends; where its text begins if it has none.
pub(super) fn end(file: &SourceFile) -> usize {
    let start = file.start() as usize;
    let Some(mark) = ["---", "+++"].into_iter().find(|m| file.text[start..].starts_with(m)) else {
        return start;
    };
    let mut keys = 0;
    for number in 0..file.lines().len() {
        let span = file.lines().span(number, &file.text);
        let line = file.slice(Span::new(span.start.max(start as u32), span.end)).trim_end();
        if number == 0 && line != mark {
            return start;
        }
        if number > 0 && line == mark {
            return if keys > 0 { span.end as usize } else { start };
        }
        keys += usize::from(line.contains(':') || line.contains('='));
    }
    start
}

/// The values of the front matter before `body` that are for readers.
pub(super) fn segments(file: &Arc<SourceFile>, body: u32) -> Vec<Segment> {
    let mut out = Vec::new();
    let mut wanted: Option<Role> = None;
    let is_toml = file.text[file.start() as usize..].starts_with("+++");
    let lines = (1..file.lines().len()).map(|n| file.lines().span(n, &file.text));
    for span in lines.take_while(|s| s.end < body) {
        let start = span.start;
        let line = file.slice(span).trim_end();
        let indent = line.len() - line.trim_start().len();
        let body = line.trim_start();
        if let Some(item) = body.strip_prefix("- ").filter(|_| !is_toml) {
            if let Some(role) = wanted {
                let from = line.len() - item.len();
                out.extend(value(file, start + from as u32, item, role));
            }
            continue;
        }
        if indent > 0 && wanted.is_some() && !body.contains(": ") {
            out.extend(value(file, start + indent as u32, body, wanted.unwrap_or(Role::Meta)));
            continue;
        }
        let separator = if is_toml { '=' } else { ':' };
        let Some((key, rest)) = line.split_once(separator) else { continue };
        let text = rest.trim_start();
        wanted = role_of(key.trim().trim_matches(['"', '\'']), text);
        let from = start + (line.len() - text.len()) as u32;
        let Some(role) = wanted else { continue };
        if let Some(list) = text.strip_prefix('[').and_then(|t| t.strip_suffix(']')) {
            let mut offset = from + 1;
            for item in list.split(',') {
                let inner = item.trim_start();
                out.extend(value(file, offset + (item.len() - inner.len()) as u32, inner.trim_end(), role));
                offset += item.len() as u32 + 1;
            }
        } else {
            out.extend(value(file, from, text, role));
        }
    }
    out
}

/// What a key's value is, if readers see it: keys that sites show, and any value that reads as prose.
fn role_of(key: &str, value: &str) -> Option<Role> {
    let key = key.to_ascii_lowercase();
    match key.as_str() {
        "title" => return Some(Role::Title),
        "description" | "summary" | "subtitle" | "excerpt" | "abstract" | "tags" | "tag" | "categories"
        | "category" | "keywords" | "series" | "caption" | "linktitle" | "sidebar_label" | "shorttitle"
        | "heading" | "intro" | "lead" | "desc" => return Some(Role::Meta),
        "date" | "slug" | "url" | "permalink" | "image" | "cover" | "layout" | "template" | "author"
        | "lang" => return None,
        _ => {}
    }
    let words = value
        .split_whitespace()
        .filter(|w| w.chars().all(|c| c.is_alphabetic() || matches!(c, ',' | '.' | '\'')))
        .count();
    (words >= 4 && !value.contains("://")).then_some(Role::Meta)
}

/// A value without its quotation marks; escapes in double quotes and doubled single quotes are atoms.
fn value(file: &Arc<SourceFile>, start: u32, text: &str, role: Role) -> Option<Segment> {
    let mut builder = TextBuilder::new(file, Escape::None);
    let quote = text.bytes().next().filter(|b| matches!(b, b'"' | b'\''));
    let quoted = quote.and_then(|q| {
        let inner = text[1..].strip_suffix(q as char)?;
        Some((q, inner))
    });
    match quoted {
        Some((quote, inner)) => {
            let escape = if quote == b'"' { "\\" } else { "''" };
            let mut at = 0;
            while let Some(i) = inner[at..].find(escape) {
                let place =
                    |from: usize, to: usize| Span::new(start + 1 + from as u32, start + 1 + to as u32);
                builder.verbatim(place(at, at + i));
                let from = at + i;
                let shown = inner[from + 1..].chars().next().unwrap_or('\\');
                let to = (from + 1 + shown.len_utf8()).min(inner.len());
                builder.atom(place(from, to), shown.encode_utf8(&mut [0; 4]));
                at = to;
            }
            builder.verbatim(Span::new(start + 1 + at as u32, start + 1 + inner.len() as u32));
        }
        None if matches!(text, "|" | ">" | "|-" | ">-" | "") => return None,
        None => {
            let end = text.find(" #").unwrap_or(text.len());
            builder.verbatim(Span::new(start, start + end as u32));
        }
    }
    let text = builder.finish()?;
    Some(Segment { index: 0, unit: None, role, text, translate: true })
}
