//! Attributes that readers see or that say something of the text.

use std::collections::BTreeMap;

use html5gum::{HtmlString, Spanned, StartTag};

use crate::document::Role;

/// The value of an attribute, if it is UTF-8.
pub(super) fn value(tag: &StartTag<usize>, name: &str) -> Option<String> {
    let value = tag.attributes.get(name.as_bytes())?;
    String::from_utf8(value.value.to_vec()).ok()
}

/// Attributes of a tag whose values are text for readers, with the bytes of the value inside its quotation marks.
pub(super) fn texts<'t>(
    tag: &'t StartTag<usize>,
    name: &str,
) -> impl Iterator<Item = (&'t Spanned<HtmlString, usize>, Role)> + use<'t> {
    let attributes: &BTreeMap<HtmlString, Spanned<HtmlString, usize>> = &tag.attributes;
    let is_description = name == "meta"
        && ["name", "property"].iter().filter_map(|a| value(tag, a)).any(|n| {
            let n = n.to_ascii_lowercase();
            ["description", "keywords", "title"].iter().any(|k| n == *k || n.ends_with(&format!(":{k}")))
        });
    attributes.iter().filter_map(move |(key, value)| {
        let role = match key.as_slice() {
            b"alt" => Role::Image,
            b"title" | b"placeholder" | b"aria-label" => Role::Meta,
            b"content" if is_description => Role::Meta,
            _ => return None,
        };
        Some((value, role))
    })
}
