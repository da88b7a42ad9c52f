//! Inline codes of translation formats: each of the source must be in the target, and no other.

use std::collections::HashMap;

use super::MarkupMismatch;
use super::facing::Facing;
use crate::document::{Code, CodeKind, Side};
use crate::finding::{Label, Message, Raw};

pub(super) fn check(facing: &Facing<'_>, out: &mut Vec<Raw>) {
    let doc = facing.a.doc;
    if doc.source_codes.is_empty() && doc.target_codes.is_empty() {
        return;
    }
    let (source, target) = (by_segment(&doc.source_codes), by_segment(&doc.target_codes));
    for link in facing.a.links() {
        let ([s], [t]) = (&link.source[..], &link.target[..]) else { continue };
        let none = Vec::new();
        let (from, to) = (source.get(s).unwrap_or(&none), target.get(t).unwrap_or(&none));
        let mut left: HashMap<&CodeKind, Vec<&Code>> = HashMap::new();
        to.iter().rev().for_each(|code| left.entry(&code.kind).or_default().push(code));
        for code in from {
            if left.get_mut(&code.kind).and_then(Vec::pop).is_some() {
                continue;
            }
            let end = doc.target[*t as usize].shown().len() as u32;
            let message = Message::new("the code `{name}` of the source is lost").with("name", name(code));
            out.push(
                MarkupMismatch::META
                    .finding(Label::target(*t as usize, end..end), message)
                    .help("put it where the source has it")
                    .related(Label::hidden(Side::Source, code.span), "the code in the source"),
            );
        }
        for code in to
            .iter()
            .filter(|code| left.get(&code.kind).is_some_and(|l| l.iter().any(|c| c.span == code.span)))
        {
            let message = Message::new("the code `{name}` is not in the source").with("name", name(code));
            out.push(
                MarkupMismatch::META
                    .finding(Label::hidden(Side::Target, code.span), message)
                    .help("take it out, or put back the code that it stands for"),
            );
        }
    }
}

fn name(code: &Code) -> &str {
    match &code.kind {
        CodeKind::Inline(name) => name,
        CodeKind::Address | CodeKind::Tag => "",
    }
}

fn by_segment(codes: &[Code]) -> HashMap<u32, Vec<&Code>> {
    let mut out: HashMap<u32, Vec<&Code>> = HashMap::new();
    for code in codes {
        if let Some(segment) = code.segment {
            out.entry(segment).or_default().push(code);
        }
    }
    out
}
