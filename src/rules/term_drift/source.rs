//! Terms of the source that the target renders in competing ways.

use super::TermDrift;
use crate::analysis::Analysis;
use crate::finding::{Fnv, Message, Raw};
use crate::terms::{Conflict, conflicts};

pub(super) fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    out.extend(conflicts(a.doc, a.word_links(), a.terms()).iter().map(finding));
}

fn finding(conflict: &Conflict<'_>) -> Raw {
    let (id, severity) = conflict.class;
    let (main, other) = (conflict.main, conflict.other);
    let message = Message::new("`{text}` renders what is `{other}` elsewhere")
        .with("text", &*other.text)
        .with("other", &*main.text);
    let mut raw = TermDrift::META
        .finding(other.target, message)
        .severity(severity)
        .help(format!("keep to one rendering; both stand for `{}` in the source", conflict.term.text))
        .related(main.target, Message::new("`{text}` here").with("text", &*main.text))
        .related(other.source, Message::new("in the source"));
    raw.entry = Some(format!("{}/source-{id}", TermDrift::META.id).into());
    raw.group = Some(Fnv::new().text(&conflict.term.text).finish());
    raw
}
