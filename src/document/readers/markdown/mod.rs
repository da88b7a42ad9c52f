//! Markdown, with what its dialects add: front matter, footnotes, mathematics, shortcodes, MDX, admonitions, HTML.
//!
//! A first pass hides from the parser what is no Markdown, in a copy of equal length; the parser's events become
//! segments; what they show is taken from the file itself.

mod content;
mod front;
mod inline;
mod jsx;
mod lines;
mod mask;
mod scan;
mod shortcodes;
mod spans;
mod toml;
mod walk;
mod yaml;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use pulldown_cmark::{Options, Parser};

use super::flow::Flow;
use super::html::Html;
use super::ignores::Ignores;
use crate::document::Article;
use crate::source::{SourceFile, Span};

/// Reads a file.
pub(super) fn read(file: &Arc<SourceFile>) -> Article {
    let scan = scan::scan(file);
    let mut flow = Flow::new(file, scan.gaps, scan.titled);
    for (kind, span) in scan.codes {
        flow.code(kind, span);
    }
    for (role, text, translate) in scan.apart {
        flow.push(text, role, translate);
    }
    let mut walk = walk::Walk::new(&scan.copy, &scan.admonitions, Html::new(flow));
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH
        | Options::ENABLE_DEFINITION_LIST;
    let parser = Parser::new_ext(&scan.copy, options);
    for (_, definition) in parser.reference_definitions().iter() {
        walk.address(&definition.dest, definition.span.clone());
    }
    for (event, range) in parser.into_offset_iter() {
        walk.event(event, range);
    }
    let walk::Walk { mut html, blocks, .. } = walk;
    let end = file.text.len() as u32;
    html.end_block(end);
    html.unwind(0, end);
    let ignores = cover(file, scan.ignores, &blocks);
    let codes = html.flow.codes();
    Article { segments: html.flow.finish(), ignores, codes, lang: None }
}

/// Gives the ignore comments that stand alone their block: the one that begins on their line, or the next.
fn cover(file: &SourceFile, mut ignores: Ignores, blocks: &[Span]) -> Vec<crate::document::Ignore> {
    for number in std::mem::take(&mut ignores.waiting) {
        let comment = ignores.comment_of(number);
        let line = file.lines().span(file.lines().line_of(comment.start), &file.text);
        let next = blocks.partition_point(|b| b.start <= comment.start);
        let here = blocks[..next].last().filter(|b| b.start >= line.start && b.end > comment.end);
        let behind = &blocks[next..];
        let behind = behind.get(behind.partition_point(|b| b.start < comment.end));
        if let Some(block) = here.or(behind) {
            ignores.cover(number, *block);
        }
    }
    ignores.finish()
}
