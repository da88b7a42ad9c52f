//! What the attributes of a tag say: languages, what is not to be translated, and texts of their own.

use std::sync::Arc;

use super::Html;
use super::attrs::Attrs;
use super::entities::reference;
use crate::document::{CodeKind, Escape, Lang, Role, Text, TextBuilder};
use crate::source::{SourceFile, Span};

/// What the attributes of a tag say.
#[derive(Default)]
pub(super) struct Said {
    pub(super) lang: Option<Lang>,
    pub(super) translate: Option<bool>,
    pub(super) texts: Vec<(Role, Span)>,
}

impl Html {
    pub(super) fn attributes(&mut self, name: &str, tag: &str, at: u32) -> Said {
        let mut said = Said::default();
        let (mut content, mut is_text, mut is_button) = (None, false, false);
        // The name may be longer than it stands there: a NUL in it is read as another character.
        let behind = tag.find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'));
        for attr in Attrs::new(tag, behind.unwrap_or(tag.len())) {
            let Some(range) = attr.value else { continue };
            let value = tag.get(range.clone()).unwrap_or_default();
            let span = Span::new(at + range.start as u32, at + range.end as u32);
            match (attr.name.to_ascii_lowercase().as_str(), name) {
                ("lang" | "xml:lang", "html") => {
                    self.lang = self.lang.take().or_else(|| Lang::parse(value));
                }
                ("lang" | "xml:lang", _) => said.lang = said.lang.or_else(|| Lang::parse(value)),
                ("translate", _) if value.eq_ignore_ascii_case("no") => said.translate = Some(false),
                ("translate", _) if value.eq_ignore_ascii_case("yes") => said.translate = Some(true),
                ("class", _) if value.split_ascii_whitespace().any(|c| c == "notranslate") => {
                    said.translate = Some(false);
                }
                ("name" | "property", "meta") => {
                    is_text = matches!(
                        value.to_ascii_lowercase().as_str(),
                        "description"
                            | "og:title"
                            | "og:description"
                            | "og:image:alt"
                            | "twitter:title"
                            | "twitter:description"
                            | "keywords"
                    );
                }
                ("content", "meta") | ("value", "input") => content = Some(span),
                ("href", "a" | "area")
                | ("src", "img" | "video" | "audio" | "source" | "iframe" | "embed") => {
                    self.flow.code(CodeKind::Address, span);
                }
                ("type", "input") => is_button = matches!(value, "submit" | "button" | "reset"),
                ("alt", _) => said.texts.push((Role::Image, span)),
                // A label that only repeats another is not told twice.
                ("title" | "placeholder" | "aria-label" | "description", _)
                    if said.texts.iter().any(|(_, s)| {
                        tag.get(s.start as usize - at as usize..s.end as usize - at as usize) == Some(value)
                    }) => {}
                ("title" | "placeholder" | "aria-label" | "description", _) => {
                    said.texts.push((Role::Meta, span));
                }
                _ => {}
            }
        }
        let content = content.filter(|_| is_text || is_button);
        said.texts.extend(content.map(|span| (Role::Meta, span)));
        said
    }
}

/// The value of an attribute as a text; `None` if it is blank.
pub(in crate::document::readers) fn attribute(file: &Arc<SourceFile>, span: Span) -> Option<Text> {
    let value = file.slice(span);
    let mut text = TextBuilder::new(file, Escape::Attribute);
    let (mut at, mut run) = (0, 0);
    let part = |a: usize, z: usize| Span::new(span.start + a as u32, span.start + z as u32);
    while let Some(next) = value[at..].find('&') {
        at += next;
        let Some((length, shown)) = reference(&value[at..], true) else {
            at += 1;
            continue;
        };
        text.verbatim(part(run, at));
        text.atom(part(at, at + length), &shown);
        at += length;
        run = at;
    }
    text.verbatim(part(run, value.len()));
    text.finish()
}
