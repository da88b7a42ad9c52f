//! A tokenizer for XML whose tokens tile the file. It checks that tags are closed in order, and no schema.

use crate::document::readers::html::reference;
use crate::source::Span;

/// What is wrong with a file, and where.
#[derive(Debug)]
pub(in crate::document::readers) struct Fault {
    /// The byte at which it shows.
    pub(in crate::document::readers) at: usize,
    /// What is wrong and what to do about it.
    pub(in crate::document::readers) problem: String,
}

/// A part of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::document::readers) enum Token<'a> {
    /// A start tag or an empty one, whole.
    Start {
        /// Its name as it is written.
        name: &'a str,
        /// The tag.
        tag: &'a str,
        /// Whether it is an element without content.
        empty: bool,
    },
    /// An end tag, by its name.
    End(&'a str),
    /// Text with references in it.
    Text,
    /// The inside of a CDATA section.
    Cdata(Span),
    /// The inside of a comment.
    Comment(&'a str),
    /// A declaration or an instruction.
    Other,
}

/// Reads a file from its start.
pub(in crate::document::readers) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// Elements that are open, with the places of their tags.
    open: Vec<(&'a str, usize)>,
}

impl<'a> Tokens<'a> {
    pub(in crate::document::readers) fn new(text: &'a str, start: usize) -> Self {
        Self { text, at: start, open: Vec::new() }
    }

    /// Where the next token begins.
    pub(in crate::document::readers) fn at(&self) -> usize {
        self.at
    }

    /// The next token with its place; `None` at the end.
    ///
    /// # Errors
    /// Where the file is no XML.
    pub(in crate::document::readers) fn next(&mut self) -> Result<Option<(Token<'a>, Span)>, Fault> {
        let start = self.at;
        let rest = &self.text[start..];
        if rest.is_empty() {
            return match self.open.last() {
                Some((name, at)) => Err(fault(
                    *at,
                    format!("`<{name}>` is never closed; add `</{name}>`, or restore the end of the file"),
                )),
                None => Ok(None),
            };
        }
        let (length, token) = if !rest.starts_with('<') {
            let length = rest.find('<').unwrap_or(rest.len());
            check_references(&rest[..length], start)?;
            (length, Token::Text)
        } else if let Some(body) = rest.strip_prefix("<!--") {
            let inside = until(body, "-->", start, "a comment is never closed; add `-->`")?;
            (inside + 7, Token::Comment(&body[..inside]))
        } else if let Some(body) = rest.strip_prefix("<![CDATA[") {
            let inside = until(body, "]]>", start, "a CDATA section is never closed; add `]]>`")?;
            (inside + 12, Token::Cdata(Span::from(start + 9..start + 9 + inside)))
        } else if let Some(body) = rest.strip_prefix("<?") {
            (until(body, "?>", start, "an instruction is never closed; add `?>`")? + 4, Token::Other)
        } else if rest.starts_with("<!") {
            (declaration(rest, start)?, Token::Other)
        } else {
            self.tag(rest, start)?
        };
        self.at = start + length;
        Ok(Some((token, Span::from(start..self.at))))
    }

    fn tag(&mut self, rest: &'a str, start: usize) -> Result<(usize, Token<'a>), Fault> {
        let closing = rest.as_bytes().get(1) == Some(&b'/');
        let from = 1 + usize::from(closing);
        let is_end = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '<' | '=' | '"' | '\'');
        let name = &rest[from..from + rest[from..].find(is_end).unwrap_or(rest.len() - from)];
        if !name.starts_with(|c: char| c.is_alphabetic() || matches!(c, '_' | ':')) {
            return Err(fault(start, "a `<` that begins no tag; write it `&lt;`"));
        }
        let length = tag_length(rest.as_bytes())
            .ok_or_else(|| fault(start, format!("the tag `<{name}` is never closed; add `>`")))?;
        let tag = &rest[..length];
        if closing {
            return match self.open.pop() {
                Some((open, _)) if open == name => Ok((length, Token::End(name))),
                Some((open, _)) => Err(fault(
                    start,
                    format!("`</{name}>` where `<{open}>` is still open; add `</{open}>` before it"),
                )),
                None => Err(fault(start, format!("`</{name}>` closes nothing; take it out"))),
            };
        }
        let empty = tag.ends_with("/>");
        if !empty {
            self.open.push((name, start));
        }
        Ok((length, Token::Start { name, tag, empty }))
    }
}

fn fault(at: usize, problem: impl Into<String>) -> Fault {
    Fault { at, problem: problem.into() }
}

fn until(body: &str, close: &str, start: usize, problem: &str) -> Result<usize, Fault> {
    body.find(close).ok_or_else(|| fault(start, problem))
}

/// Length of the tag that `bytes` begins with: up to the first `>` outside of quotation marks.
fn tag_length(bytes: &[u8]) -> Option<usize> {
    let mut quote = None;
    for (i, &b) in bytes.iter().enumerate().skip(1) {
        match (quote, b) {
            (None, b'>') => return Some(i + 1),
            // A tag that was cut off before another.
            (None, b'<') => return None,
            (None, b'"' | b'\'') => quote = Some(b),
            (Some(q), _) if q == b => quote = None,
            _ => {}
        }
    }
    None
}

/// Length of a document type declaration, its own declarations included.
fn declaration(rest: &str, start: usize) -> Result<usize, Fault> {
    let mut depth = 0;
    for (i, b) in rest.bytes().enumerate() {
        match b {
            b'<' | b'[' => depth += 1,
            b'>' | b']' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Ok(i + 1);
        }
    }
    Err(fault(start, "a declaration is never closed; add `>`"))
}

fn check_references(text: &str, start: usize) -> Result<(), Fault> {
    match text.match_indices('&').find(|(i, _)| reference(&text[*i..], false).is_none()) {
        Some((i, _)) => Err(fault(start + i, "a `&` that begins no reference; write it `&amp;`")),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{Token, Tokens};
    use proptest::prelude::*;

    fn list(text: &str) -> Result<String, String> {
        let mut tokens = Tokens::new(text, 0);
        let (mut out, mut end) = (String::new(), 0);
        while let Some((token, span)) = tokens.next().map_err(|f| format!("{}: {}", f.at, f.problem))? {
            assert_eq!(span.start, end, "tokens tile the file");
            end = span.end;
            out.push_str(&match token {
                Token::Start { name, empty, .. } => format!("<{name}{}", if empty { "/" } else { "" }),
                Token::End(name) => format!(">{name}"),
                Token::Text => format!("[{}]", &text[span.range()]),
                Token::Cdata(inside) => format!("{{{}}}", &text[inside.range()]),
                Token::Comment(inside) => format!("!{inside}!"),
                Token::Other => "?".to_owned(),
            });
        }
        Ok(out)
    }

    #[test]
    fn tokens_of_a_file() {
        assert_eq!(
            list(
                "<?xml version='1.0'?><!DOCTYPE t [<!ENTITY a \"b\">]><a b='>'>c &amp; d<![CDATA[<e>]]><f/><!-- g --></a>\n"
            ),
            Ok("??<a[c &amp; d]{<e>}<f/! g !>a[\n]".to_owned())
        );
    }

    #[test]
    fn faults_say_where_and_what_to_do() {
        for (text, want) in [
            ("<a><b></a>", "6: `</a>` where `<b>` is still open; add `</b>` before it"),
            ("<a>", "0: `<a>` is never closed; add `</a>`, or restore the end of the file"),
            ("<a>1 < 2</a>", "5: a `<` that begins no tag; write it `&lt;`"),
            ("<a>R&D</a>", "4: a `&` that begins no reference; write it `&amp;`"),
            ("<a b='c</a>", "0: the tag `<a` is never closed; add `>`"),
            ("</a>", "0: `</a>` closes nothing; take it out"),
        ] {
            assert_eq!(list(text), Err(want.to_owned()));
        }
    }

    proptest! {
        #[test]
        fn hostile_text_never_panics(text in "(<[a-c]/?>|</[a-c]>|<!--|-->|<!\\[CDATA\\[|\\]\\]>|<\\?|\\?>|<!|[<>&\"'=/]|&amp;|\\PC){0,30}") {
            let _ = list(&text);
        }
    }
}
