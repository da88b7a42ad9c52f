//! Headings of the source that are plain paragraphs in the translation.

use super::MarkupMismatch;
use super::facing::Facing;
use crate::document::Side;
use crate::document::{Role, Segment};
use crate::finding::{Applicability, Label, Message, Raw, Replace, Severity};
use crate::source::Span;

/// More words than this make a sentence.
const LONGEST: usize = 12;

pub(super) fn check(facing: &Facing<'_>, out: &mut Vec<Raw>) {
    if !facing.is_markdown {
        return;
    }
    let doc = facing.a.doc;
    for link in facing.a.links() {
        let ([source], [target]) = (&link.source[..], &link.target[..]) else { continue };
        let (from, to) = (&doc.source[*source as usize], &doc.target[*target as usize]);
        if from.role != Role::Heading || to.role != Role::Paragraph {
            continue;
        }
        let Some(signs) = signs_of(from) else { continue };
        let words = facing.a.words(*target as usize).len();
        let is_sentence = to.shown().ends_with(['.', ';', ',', '。']) || words > LONGEST || words == 0;
        let raw = to.text.raw(0..to.shown().len() as u32);
        // Text that is strong as a whole stands for a heading in many documents; a line of its own begins in column one.
        let line = doc.file.text[..raw.start as usize].rsplit('\n').next().unwrap_or_default();
        if is_sentence || !line.is_empty() || doc.file.text[raw.range()].contains('\n') || has_own_signs(to) {
            continue;
        }
        let whole = Label::target(*target as usize, 0..to.shown().len() as u32);
        let sign =
            Replace { at: Label::hidden(Side::Target, Span::empty(raw.start)), with: format!("{signs} ") };
        out.push(
            MarkupMismatch::META
                .finding(whole, Message::new("`{text}` is a heading in the source").with("text", to.shown()))
                .severity(Severity::Warning)
                .help(format!("put `{signs} ` before it"))
                .related(Label::source(*source as usize, 0..from.shown().len() as u32), "the heading")
                .fix(Applicability::Unsafe, vec![sign]),
        );
    }
}

/// The signs that the line of a heading begins with.
fn signs_of(segment: &Segment) -> Option<String> {
    let file = segment.text.file();
    let start = segment.text.raw(0..1).start as usize;
    let line = file.text[..start].rsplit('\n').next()?.trim_start();
    let count = line.bytes().take_while(|b| *b == b'#').count();
    (1..=6).contains(&count).then(|| "#".repeat(count))
}

fn has_own_signs(segment: &Segment) -> bool {
    segment.shown().starts_with('#')
}
