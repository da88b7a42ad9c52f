//! Places where text in its own language belongs: columns of originals, quotations, menus of languages, references, and
//! what markup says is none of the translation's text.

use super::cues::cues;
use crate::analysis::Analysis;
use crate::document::{MarkKind, Role, Segment};
use crate::text::runs::Run;
use crate::text::script;
use crate::text::words::fold;

/// Whether a table's column under this heading holds originals.
pub(in crate::rules) fn names_originals(heading: &str) -> bool {
    cues().has("column", &fold(heading))
}

/// A quotation set off after a colon stands there in its own language.
pub(in crate::rules) fn is_introduced(a: &Analysis<'_>, i: usize) -> bool {
    let before = i.checked_sub(1).map_or("", |last| a.doc.target[last].shown());
    a.doc.target[i].role == Role::Quote && before.ends_with([':', '：'])
}

/// A menu of languages: each link is named in its own language.
pub(in crate::rules) fn is_menu(segment: &Segment) -> bool {
    let shown = segment.shown();
    let mut links = segment.text.marks().iter().filter(|m| m.kind == MarkKind::Link).peekable();
    links.peek().is_some()
        && links.all(|m| {
            let name = &shown[m.range.start as usize..m.range.end as usize];
            !script::has_cjk(name) || cues().has("own", name)
        })
}

/// Whether markup says that this is no text of the translation.
pub(super) fn is_marked(segment: &Segment, run: &Run) -> bool {
    segment
        .text
        .marks_at(run.range.clone())
        .any(|m| m.kind.is_literal() || matches!(m.kind, MarkKind::Lang(_)))
}

/// A title above the address where it is to be found.
pub(in crate::rules) fn is_above_url(a: &Analysis<'_>, i: usize) -> bool {
    let is_url = |s: &Segment| {
        let shown = s.shown();
        !shown.contains(' ') && (shown.starts_with("http://") || shown.starts_with("https://"))
    };
    a.doc.target[i].shown().len() < 600 && a.doc.target.get(i + 1).is_some_and(is_url)
}

/// An entry of a list of references: the title in its own language, and where it is to be found.
pub(super) fn is_reference(a: &Analysis<'_>, i: usize, segment: &Segment, run: &Run) -> bool {
    if is_above_url(a, i) {
        return true;
    }
    let after = &segment.shown()[run.range.end as usize..];
    let url = after.trim_start_matches(|c: char| !c.is_ascii_alphanumeric());
    matches!(segment.role, Role::Item | Role::Note)
        && (url.starts_with("http://") || url.starts_with("https://"))
}
