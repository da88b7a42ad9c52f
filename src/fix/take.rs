//! Edits of decisions that are made one by one: of two that meet, the first is taken.

use crate::finding::FileEdit;

/// Adds the edits of one decision to sorted ones, all of them or, if one meets another, none; says which.
pub(crate) fn take(taken: &mut Vec<FileEdit>, mut edits: Vec<FileEdit>) -> bool {
    edits.sort_by_key(|e| e.span);
    let mut all = Vec::with_capacity(taken.len() + edits.len());
    let (mut old, mut new) = (taken.iter().peekable(), edits.into_iter().peekable());
    while let Some(edit) = match (old.peek(), new.peek()) {
        (Some(o), Some(n)) if o.span <= n.span => old.next().cloned(),
        (Some(_), None) => old.next().cloned(),
        (_, _) => new.next(),
    } {
        all.push(edit);
    }
    // Two decisions may ask for the same.
    all.dedup_by(|a, b| a == b && !a.span.is_empty());
    let meets = |pair: &[FileEdit]| {
        let (a, b) = (pair[0].span, pair[1].span);
        b.start < a.end || (a == b && !a.is_empty())
    };
    let free = !all.windows(2).any(meets);
    if free {
        *taken = all;
    }
    free
}
