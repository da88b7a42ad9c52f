//! HTML: block elements make segments, inline elements make marks, nothing is taken from scripts and comments.
//!
//! Markdown hands its HTML blocks to the same walker.

mod attributes;
mod elements;
pub(super) mod inline;
mod walker;

use std::sync::Arc;

use super::comments;
use crate::document::Article;
use crate::source::{SourceFile, Span};

pub(super) use elements::{Inline, inline_kind, is_element};
pub(super) use walker::Walker;

/// Reads a page.
pub(super) fn read(file: &Arc<SourceFile>) -> Article {
    let mut walker = Walker::new(file);
    walker.walk(Span::new(file.start(), file.text.len() as u32));
    let (segments, found, lang) = walker.finish();
    let ignores = comments::ignores(file, &found, &segments);
    Article { segments, ignores, lang }
}

#[cfg(test)]
mod tests;
