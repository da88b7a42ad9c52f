//! What the readers of XML formats share: a tokenizer that knows where everything stands, and inline content.

mod content;
mod tokens;

use std::ops::Range;

pub(super) use content::{Content, Inline, name};
pub(crate) use tokens::{Fault, Token, Tokens};

use super::html::{Attrs, reference};

/// The value of the first attribute of `tag` that has one of these names.
pub(crate) fn attribute(tag: &str, names: &[&str]) -> Option<String> {
    let behind = tag.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))?;
    let all: Vec<(&str, Range<usize>)> =
        Attrs::new(tag, behind).filter_map(|attr| Some((attr.name, attr.value?))).collect();
    let range = names.iter().find_map(|name| all.iter().find(|(n, _)| n == name).map(|(_, r)| r.clone()))?;
    Some(decoded(tag.get(range)?))
}

/// `raw` with its references read.
pub(crate) fn decoded(raw: &str) -> String {
    let (mut value, mut rest) = (String::with_capacity(raw.len()), raw);
    while let Some(at) = rest.find('&') {
        value.push_str(&rest[..at]);
        let (length, shown) = reference(&rest[at..], true).unwrap_or((1, "&".to_owned()));
        value.push_str(&shown);
        rest = &rest[at + length..];
    }
    value.push_str(rest);
    value
}

/// A name without its prefix: `source` of `xliff:source`.
pub(crate) fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}
