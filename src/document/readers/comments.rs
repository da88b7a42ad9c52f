//! From the ignore comments of a file to what each of them covers.

use crate::document::{Directive, Ignore, Segment, directive};
use crate::source::{SourceFile, Span};

/// The ignore comments among `comments`, which are whole comments with what stands inside, in the order of the file.
///
/// One that stands behind text covers its line; one on a line of its own covers the next block, up to the first blank
/// line behind its first segment; a start covers all up to its end, or to the end of the file.
pub(super) fn ignores(file: &SourceFile, comments: &[(Span, String)], segments: &[Segment]) -> Vec<Ignore> {
    let starts: Vec<Span> = segments.iter().map(|s| s.text.raw(0..s.shown().len() as u32)).collect();
    let mut out: Vec<Ignore> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (comment, inside) in comments {
        let ignore = |rules, covers| Ignore { rules, covers, comment: *comment };
        match directive(inside) {
            Some(Directive::Here(rules)) => out.push(ignore(rules, here(file, *comment, &starts))),
            Some(Directive::File(rules)) => out.push(ignore(rules, Span::new(0, file.text.len() as u32))),
            Some(Directive::Start(rules)) => {
                open.push(out.len());
                out.push(ignore(rules, Span::new(comment.end, file.text.len() as u32)));
            }
            Some(Directive::End) => {
                if let Some(i) = open.pop() {
                    out[i].covers.end = comment.start;
                }
            }
            None => {}
        }
    }
    out
}

fn here(file: &SourceFile, comment: Span, segments: &[Span]) -> Span {
    let lines = file.lines();
    let line = lines.span(lines.line_of(comment.start), &file.text);
    let before =
        file.slice(Span::new(line.start, comment.start)).trim_matches([' ', '\t', '>', '-', '*', '+', '|']);
    if !before.is_empty() {
        return line;
    }
    let next = segments.partition_point(|s| s.start < comment.end);
    let Some(first) = segments.get(next) else { return Span::empty(comment.end) };
    let mut end = first.end;
    let mut number = lines.line_of(first.end.saturating_sub(1).max(first.start)) + 1;
    while number < lines.len() {
        let line = lines.span(number, &file.text);
        if file.slice(line).trim().is_empty() {
            break;
        }
        end = end.max(line.end);
        number += 1;
    }
    let last = lines.span(lines.line_of(end.saturating_sub(1)), &file.text);
    Span::new(first.start, end.max(last.end))
}
