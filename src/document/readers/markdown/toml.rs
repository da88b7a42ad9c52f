//! As much of TOML as front matter is written in: keys in sections, strings of the four kinds, lists of them.

use std::sync::Arc;

use super::front::{self, add};
use crate::document::{Escape, Role, Text, TextBuilder};
use crate::source::{SourceFile, Span};

/// The values for readers among the lines at `span`.
pub(super) fn read(file: &Arc<SourceFile>, span: Span) -> Vec<(Role, Text)> {
    let text = file.slice(span);
    let (mut out, mut at, mut is_top) = (Vec::new(), 0, true);
    while at < text.len() {
        let end = text[at..].find(['\n', '\r']).map_or(text.len(), |i| at + i);
        let line = text[at..end].trim();
        let start = at;
        at = end + 1;
        if line.starts_with('[') {
            is_top = false;
        }
        let Some((key, value)) = line.split_once('=').filter(|_| !line.starts_with(['#', '['])) else {
            continue;
        };
        let name = key.trim().rsplit('.').next().unwrap_or_default().trim_matches(['"', '\'', ' ']);
        let role = front::role(name, is_top && !key.contains('.'));
        let from = start + text[start..end].trim_end().len() - value.trim_start().len();
        at = at.max(values(file, span, from, role, &mut out));
    }
    out
}

/// Reads the strings of the value at `from`; gives back where its last line ends.
fn values(
    file: &Arc<SourceFile>,
    span: Span,
    from: usize,
    role: Option<Role>,
    out: &mut Vec<(Role, Text)>,
) -> usize {
    let text = file.slice(span);
    let is_list = text[from..].starts_with('[');
    let mut at = from + usize::from(is_list);
    while let Some(c) = text[at..].chars().next() {
        match c {
            '"' | '\'' => {
                let (open, close, end) = string(text, at, c);
                let inside = Span::new(span.start + open as u32, span.start + close as u32);
                let value = if c == '"' {
                    front::quoted(file, inside, "\n")
                } else {
                    let mut value = TextBuilder::new(file, Escape::None);
                    value.verbatim(inside);
                    value
                };
                if let Some(role) = role {
                    add(out, role, value);
                }
                at = end;
            }
            ',' | ' ' | '\t' | '\n' | '\r' if is_list => at += 1,
            '#' if is_list => at += text[at..].find(['\n', '\r']).unwrap_or(text.len() - at),
            _ => break,
        }
        if !is_list {
            break;
        }
    }
    text[at..].find(['\n', '\r']).map_or(text.len(), |i| at + i + 1)
}

/// Where the string at `at` has its inside, and where it ends.
fn string(text: &str, at: usize, quote: char) -> (usize, usize, usize) {
    let triple: String = std::iter::repeat_n(quote, 3).collect();
    if text[at..].starts_with(&triple) {
        let open = at + 3;
        let close = text[open..].find(&triple).map_or(text.len(), |i| open + i);
        return (open, close, (close + 3).min(text.len()));
    }
    let open = at + 1;
    let mut close = open;
    let bytes = text.as_bytes();
    while let Some(&b) = bytes.get(close).filter(|b| **b != quote as u8 && !matches!(b, b'\n' | b'\r')) {
        close +=
            1 + usize::from(b == b'\\' && quote == '"' && bytes.get(close + 1).is_some_and(u8::is_ascii));
    }
    let close = close.min(text.len());
    (open, close, (close + usize::from(bytes.get(close) == Some(&(quote as u8)))).min(text.len()))
}
