//! Applying safe fixes: edits of one file are spliced in at once, and again until nothing changes.

use std::collections::BTreeMap;
use std::path::Path;

use crate::config::Resolver;
use crate::error::Error;
use crate::finding::{Applicability, FileEdit, Placed};
use crate::run::{self, FileResult};
use crate::walk::{Input, Origin};

/// A fix may uncover another; more rounds than this mean that two rules undo one another.
const ROUNDS: usize = 10;

/// Fixes all inputs that are files in UTF-8, and checks what is left of them.
pub fn run(inputs: &[Input], resolver: &Resolver) -> Vec<FileResult> {
    let mut results = run::run(inputs, resolver);
    for (input, result) in inputs.iter().zip(&mut results) {
        if let Err(error) = fix(input, resolver, result) {
            result.errors.push(error);
        }
    }
    results
}

fn fix(input: &Input, resolver: &Resolver, result: &mut FileResult) -> Result<(), Error> {
    let Origin::File(path) = &input.origin else { return Ok(()) };
    for _ in 0..ROUNDS {
        let edits = safe_edits(&result.findings, &result.path);
        if edits.is_empty() || !result.errors.is_empty() {
            break;
        }
        if result.encoding != "utf-8" {
            let encoding = result.encoding;
            return Err(Error::Usage(format!(
                "{}: not fixed: it is {encoding}; save it as UTF-8",
                result.path
            )));
        }
        let text = std::fs::read_to_string(path).map_err(|e| Error::io(path, &e))?;
        write(path, &splice(&text, edits.iter().copied()))?;
        *result = run::run_one(input, resolver);
    }
    Ok(())
}

/// Written beside the file and moved over it, so that a reader never meets half of it.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Error> {
    let beside = path.with_extension("mtlint-tmp");
    let done = std::fs::write(&beside, text).and_then(|()| {
        if let Ok(old) = std::fs::metadata(path) {
            std::fs::set_permissions(&beside, old.permissions())?;
        }
        std::fs::rename(&beside, path)
    });
    done.map_err(|e| {
        let _ = std::fs::remove_file(&beside);
        Error::io(path, &e)
    })
}

/// The edits of the safe fixes in `path`, in order; of two that meet the first is taken, with all edits of its fix.
fn safe_edits<'a>(findings: &'a [Placed], path: &str) -> Vec<&'a FileEdit> {
    let mut taken: BTreeMap<u32, &FileEdit> = BTreeMap::new();
    let free = |taken: &BTreeMap<u32, &FileEdit>, e: &FileEdit| {
        let before = taken
            .range(..=e.span.start)
            .next_back()
            .is_none_or(|(_, t)| t.span.end <= e.span.start && t.span != e.span);
        let after = taken.range(e.span.start..).next().is_none_or(|(&start, _)| e.span.end <= start);
        before && after
    };
    for finding in findings {
        let Some(fix) = finding.fixes.iter().find(|f| f.applicability == Applicability::Safe) else {
            continue;
        };
        if fix.edits.iter().all(|e| &*e.path == path && free(&taken, e)) {
            taken.extend(fix.edits.iter().map(|e| (e.span.start, e)));
        }
    }
    taken.into_values().collect()
}

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

/// A text with sorted edits in it.
pub(crate) fn splice<'e>(text: &str, edits: impl Iterator<Item = &'e FileEdit>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        out.push_str(&text[at..edit.span.start as usize]);
        out.push_str(&edit.replacement);
        at = edit.span.end as usize;
    }
    out.push_str(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::splice;
    use crate::finding::FileEdit;
    use crate::source::Span;

    #[test]
    fn edits_are_spliced_in_order() {
        let edit = |start, end, with: &str| FileEdit {
            path: "a".into(),
            span: Span::new(start, end),
            replacement: with.into(),
            shown: with.into(),
        };
        let edits = [edit(1, 2, "XX"), edit(4, 4, "!")];
        assert_eq!(splice("abcde", edits.iter()), "aXXcd!e");
    }
}
