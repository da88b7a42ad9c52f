//! A fault in a configuration file or rule pack, shown in its line.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::error::Error;

/// An error at `span` of a TOML file, rendered with its line.
pub fn in_place(path: &str, text: &str, span: Range<usize>, problem: &str) -> Error {
    let start = span.start.min(text.len());
    let span = start..span.end.clamp(start, text.len());
    let line = 1 + text[..start].matches('\n').count();
    let problem = problem.trim().replace('\n', " ");
    let snippet = Snippet::source(text).path(path).annotation(AnnotationKind::Primary.span(span));
    let title = Level::ERROR.primary_title(problem.as_str()).element(snippet);
    let rendered = Renderer::plain().render(&[title]);
    Error::Config { path: path.to_owned(), line: line as u32, problem, rendered }
}
