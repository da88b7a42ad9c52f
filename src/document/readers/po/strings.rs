//! The strings of PO: quoted, with the escapes of C, over any number of lines.

use std::sync::Arc;

use crate::document::{Escape, Text, TextBuilder};
use crate::source::{SourceFile, Span};

/// The inside of the string that is all of `quoted`.
///
/// # Errors
/// What is wrong with it and what to do.
pub(super) fn body(quoted: &str) -> Result<&str, &'static str> {
    let inside = quoted.strip_prefix('"').ok_or("a keyword without a string; write `\"\"` if it is empty")?;
    let mut at = 0;
    while let Some(next) = inside[at..].find(['"', '\\']) {
        at += next;
        if inside.as_bytes()[at] == b'\\' {
            let escaped = inside[at + 1..].chars().next().map_or(0, char::len_utf8);
            at += 1 + escaped;
        } else if at + 1 == inside.len() {
            return Ok(&inside[..at]);
        } else {
            return Err("text behind the end of a string; a quotation mark inside it is written `\\\"`");
        }
    }
    Err("a string that is not closed on its line; add `\"`")
}

/// The text of a string; `None` if it is blank.
pub(super) fn text(file: &Arc<SourceFile>, parts: &[Span]) -> Option<Text> {
    let mut text = TextBuilder::new(file, Escape::C);
    for part in parts {
        let body = file.slice(*part);
        let mut at = 0;
        while at < body.len() {
            let next = body[at..].find('\\').map_or(body.len(), |i| at + i);
            text.verbatim(Span::new(part.start + at as u32, part.start + next as u32));
            if next == body.len() {
                break;
            }
            let (length, shown) = escape(&body[next..]);
            let span = Span::new(part.start + next as u32, part.start + (next + length) as u32);
            match shown {
                Some(c) => text.atom(span, c.encode_utf8(&mut [0; 4])),
                None => text.verbatim(span),
            }
            at = next + length;
        }
    }
    text.finish_unit()
}

/// Length of the escape that `rest` begins with, and what it stands for; `None` for one that C does not know.
fn escape(rest: &str) -> (usize, Option<char>) {
    let bytes = rest.as_bytes();
    let digits = |from: usize, most: usize, radix: u32| {
        let is_digit = |b: &&u8| char::from(**b).is_digit(radix);
        bytes[from..].iter().take(most).take_while(is_digit).count()
    };
    let c = match bytes.get(1) {
        Some(b'n') => '\n',
        Some(b't') => '\t',
        Some(b'r') => '\r',
        Some(b'a') => '\u{7}',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(b'v') => '\u{b}',
        Some(b'"') => '"',
        Some(b'\\') => '\\',
        Some(b'x') if digits(2, 2, 16) > 0 => {
            let end = 2 + digits(2, 2, 16);
            return (end, u8::from_str_radix(&rest[2..end], 16).ok().filter(u8::is_ascii).map(char::from));
        }
        Some(b'0'..=b'7') => {
            let end = 1 + digits(1, 3, 8);
            return (end, u8::from_str_radix(&rest[1..end], 8).ok().filter(u8::is_ascii).map(char::from));
        }
        _ => return (1, None),
    };
    (2, Some(c))
}
