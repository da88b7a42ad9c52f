//! Markdown and MDX: the blocks and inlines of `CommonMark` with the extensions that sites use.
//!
//! What is no `CommonMark` (front matter, comments, shortcodes, JSX, admonitions, mathematics) is found first and hidden
//! from the parser without moving a byte, so that every offset stays that of the file.

mod blocks;
mod front_matter;
mod hide;

use std::sync::Arc;

use super::comments;
use crate::document::{Article, Role};
use crate::source::SourceFile;

/// Reads a file.
pub(super) fn read(file: &Arc<SourceFile>) -> Article {
    let is_mdx = file.path.ends_with(".mdx");
    let hidden = hide::hide(file, is_mdx);
    let mut segments = front_matter::segments(file, hidden.body);
    let has_title = segments.iter().any(|s| s.role == Role::Title);
    segments.extend(blocks::segments(file, &hidden, has_title, is_mdx));
    for (i, segment) in segments.iter_mut().enumerate() {
        segment.index = i as u32;
    }
    let ignores = comments::ignores(file, &hidden.comments, &segments);
    Article { segments, ignores, lang: None }
}

#[cfg(test)]
mod tests;
