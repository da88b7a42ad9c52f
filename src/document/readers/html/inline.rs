//! Text between tags: entities are atoms, white space is collapsed.

use html5gum::{Token, Tokenizer};

use crate::document::TextBuilder;
use crate::source::Span;

/// Adds the text of `span` as a browser shows it; under `pre` white space stays.
pub(in crate::document::readers) fn add(text: &mut TextBuilder, source: &str, span: Span, pre: bool) {
    let is_space = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}');
    let mut at = 0;
    let place = |from: usize, to: usize| Span::new(span.start + from as u32, span.start + to as u32);
    while let Some(c) = source[at..].chars().next() {
        let rest = &source[at..];
        if c == '&'
            && let Some((length, shown)) = entity(rest)
        {
            text.atom(place(at, at + length), &shown);
            at += length;
        } else if is_space(c) && !pre {
            let length = rest.find(|c| !is_space(c)).unwrap_or(rest.len());
            if !text.shown().is_empty() && !text.shown().ends_with([' ', '\n']) {
                text.atom(place(at, at + length), " ");
            }
            at += length;
        } else {
            let first = c.len_utf8();
            let length =
                rest[first..].find(|c| c == '&' || is_space(c) && !pre).map_or(rest.len(), |i| first + i);
            text.verbatim(place(at, at + length));
            at += length;
        }
    }
}

/// Length and meaning of the character reference that `rest` begins with.
fn entity(rest: &str) -> Option<(usize, String)> {
    let body =
        rest[1..].find(|c: char| !(c.is_ascii_alphanumeric() || c == '#')).unwrap_or(rest.len() - 1).min(40);
    let length = 1 + body + usize::from(rest[1 + body..].starts_with(';'));
    let mut shown = Vec::new();
    for token in Tokenizer::new(&rest[..length]).flatten() {
        if let Token::String(part) = token {
            shown.extend_from_slice(&part.value);
        }
    }
    let shown = String::from_utf8(shown).ok()?;
    // A reference without its semicolon may end before other letters: "&ampx".
    let tail = rest[..length]
        .bytes()
        .rev()
        .zip(shown.bytes().rev())
        .take_while(|(a, b)| a == b && *a != b';')
        .count();
    let known = !shown.starts_with('&') || shown.len() < length;
    (known && shown.len() > tail).then(|| (length - tail, shown[..shown.len() - tail].to_owned()))
}

#[cfg(test)]
mod tests {
    use super::entity;

    #[test]
    fn references_named_numbered_and_broken() {
        let read = |s: &str| entity(s);
        assert_eq!(read("&amp; x"), Some((5, "&".into())));
        assert_eq!(read("&#20320;好"), Some((8, "你".into())));
        assert_eq!(read("&#x4e1c;"), Some((8, "东".into())));
        assert_eq!(read("&ampx"), Some((4, "&".into())));
        assert_eq!(read("& x"), None);
        assert_eq!(read("&unknownx;"), None);
    }
}
