//! The tokenizer, made to lose nothing: what it swallows up to the end because a comment or a tag is not closed comes
//! out as text.

use std::borrow::Cow;
use std::ops::Range;

use html5gum::{DefaultEmitter, Token, Tokenizer};

/// A token with its place in the text that was read.
pub(super) enum Part<'a> {
    /// Text, with its references as they are written.
    Text(&'a str),
    /// A start tag, whole.
    Start {
        /// Its name in lower case.
        name: &'a str,
        /// The tag.
        tag: &'a str,
        /// Whether it ends in `/>`.
        closed: bool,
    },
    /// An end tag, by its name in lower case.
    End(&'a str),
    /// A comment, whole.
    Comment(&'a str),
}

/// How often an unclosed comment or tag is taken for text before every `<` behind it is.
const MOST_RESTARTS: usize = 16;

/// Reads `view`; `on` takes the parts one by one, each with its bytes in it. With `xml` a `<script/>` is empty.
pub(super) fn tokens(view: &str, xml: bool, mut on: impl FnMut(Part<'_>, Range<usize>)) {
    let mut text = Cow::Borrowed(view);
    let (mut from, mut restarts) = (0, 0);
    while let Some((at, unclosed)) = run(&text, from, xml, &mut on) {
        from = at;
        if !unclosed {
            continue;
        }
        restarts += 1;
        let text = text.to_mut();
        if restarts > MOST_RESTARTS {
            let rest = text.split_off(at).replace('<', ",");
            text.push_str(&rest);
        } else {
            text.replace_range(at..=at, ",");
        }
    }
}

/// Reads from the byte `from` on. Gives back where to begin anew, and whether the `<` there opens nothing.
fn run(
    text: &str,
    from: usize,
    xml: bool,
    on: &mut impl FnMut(Part<'_>, Range<usize>),
) -> Option<(usize, bool)> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut open: Range<usize> = from..from;
    let flush = |open: &mut Range<usize>, on: &mut dyn FnMut(Part<'_>, Range<usize>)| {
        if let Some(s) = text.get(open.clone()).filter(|s| !s.is_empty()) {
            on(Part::Text(s), open.clone());
        }
    };
    let mut end = from;
    for Ok(token) in Tokenizer::new_with_emitter(&text[from..], emitter) {
        let at = |span: html5gum::Span<usize>| {
            from + span.start..(from + span.end).min(text.len()).max(from + span.start)
        };
        let range = match &token {
            Token::StartTag(t) => at(t.span),
            Token::EndTag(t) => at(t.span),
            Token::String(t) | Token::Comment(t) => at(t.span),
            Token::Doctype(t) => at(t.span),
            Token::Error(_) => continue,
        };
        end = range.end;
        if let Token::String(_) = token {
            open = if open.end == range.start { open.start..range.end } else { range };
            continue;
        }
        flush(&mut open, on);
        open = range.end..range.end;
        let raw = text.get(range.clone()).unwrap_or_default();
        match &token {
            Token::StartTag(t) => {
                let name = std::str::from_utf8(&t.name).unwrap_or_default();
                on(Part::Start { name, tag: raw, closed: t.self_closing }, range.clone());
                if xml
                    && t.self_closing
                    && !t.name.is_empty()
                    && html5gum::naive_next_state(&t.name).is_some()
                {
                    return Some((range.end, false));
                }
            }
            Token::EndTag(t) => on(Part::End(std::str::from_utf8(&t.name).unwrap_or_default()), range),
            Token::Comment(_) if range.end == text.len() && is_open(raw) => return Some((range.start, true)),
            Token::Comment(_) => on(Part::Comment(raw), range),
            _ => {}
        }
    }
    flush(&mut open, on);
    (text.as_bytes().get(end) == Some(&b'<')).then_some((end, true))
}

fn is_open(comment: &str) -> bool {
    match comment.strip_prefix("<!--") {
        Some(_) => !comment.ends_with("-->") && !comment.ends_with("--!>"),
        None => !comment.ends_with('>'),
    }
}

#[cfg(test)]
mod tests {
    use super::{Part, tokens};

    fn list(text: &str, xml: bool) -> String {
        let mut out: Vec<String> = Vec::new();
        tokens(text, xml, |part, range| {
            assert!(text.get(range).is_some());
            out.push(match part {
                Part::Text(s) => format!("[{s}]"),
                Part::Start { name, .. } => format!("<{name}"),
                Part::End(name) => format!("/{name}"),
                Part::Comment(_) => "!".to_owned(),
            });
        });
        out.concat()
    }

    #[test]
    fn parts_of_a_page() {
        assert_eq!(list("a &amp; b<P>c</p ><!-- d --><br/>", false), "[a &amp; b]<p[c]/p!<br");
        assert_eq!(
            list("<script>'</p>'</script><title>a<b</title>", false),
            "<script['</p>']/script<title[a<b]/title"
        );
    }

    #[test]
    fn what_is_not_closed_is_text() {
        assert_eq!(list("a <!-- b <b>c</b>", false), "[a ][,!-- b ]<b[c]/b");
        assert_eq!(list("<p>a <b and more", false), "<p[a ][,b and more]");
        assert_eq!(list("<i>a <b title=\"x> c</i> d", false), "<i[a ][,b title=\"x> c]/i[ d]");
    }

    #[test]
    fn in_xml_an_empty_script_is_empty() {
        assert_eq!(list("<script src='a'/><p>b</p>", true), "<script<p[b]/p");
    }
}
