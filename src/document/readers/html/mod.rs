//! HTML: a block element is a segment, inline elements are marks, references are atoms, white space is folded.

mod attrs;
mod elements;
mod entities;
mod said;
mod text;
mod tokens;
mod walk;

#[cfg(test)]
mod tests;

use std::sync::Arc;

pub(super) use attrs::{Attrs, braces};
pub(super) use elements::is_element;
pub(super) use entities::reference;
pub(super) use said::attribute;
pub(super) use walk::Html;

use super::flow::Flow;
use crate::document::Article;
use crate::source::SourceFile;

/// Reads a file.
pub(super) fn read(file: &Arc<SourceFile>) -> Article {
    let mut html = Html::new(Flow::new(file, Vec::new(), false));
    let start = file.start() as usize;
    let xml = file.text[start..].trim_start().starts_with("<?xml")
        || file.path.rsplit('.').next().is_some_and(|e| e.eq_ignore_ascii_case("xhtml"));
    let mut at = start;
    // In HTML `<![CDATA[` is a comment, in XHTML it is text without tags.
    while xml && let Some(open) = file.text[at..].find("<![CDATA[") {
        let inside = at + open + 9;
        let Some(length) = file.text[inside..].find("]]>") else { break };
        html.fragment(&file.text[at..at + open], at as u32, xml);
        html.literal(&file.text[inside..inside + length], inside as u32);
        at = inside + length + 3;
    }
    html.fragment(&file.text[at..], at as u32, xml);
    let end = file.text.len() as u32;
    html.boundary(end);
    html.unwind(0, end);
    let codes = html.flow.codes();
    Article { segments: html.flow.finish(), ignores: html.ignores.finish(), codes, lang: html.lang }
}
