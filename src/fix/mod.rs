//! Applying fixes: the edits of one file are put in at once, and again until nothing changes; only then is it written.

mod patch;
mod splice;
mod take;
mod write;

use std::collections::BTreeMap;
use std::path::PathBuf;

use rayon::prelude::*;

pub use splice::splice;
pub(crate) use take::take;
pub use write::{put, write};

use crate::config::Resolver;
use crate::error::Error;
use crate::finding::{Applicability, FileEdit, Placed};
use crate::run::{self, FileResult};
use crate::walk::{Input, Origin};

/// A fix may uncover another; more rounds than this mean that two rules undo one another.
const ROUNDS: usize = 10;

/// Which fixes are applied, and what becomes of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    /// Also those that may change what is said.
    pub with_unsafe: bool,
    /// Only work out what the files would become.
    pub dry: bool,
}

/// A file that fixes change.
#[derive(Debug)]
pub struct Change {
    /// Its path as reports name it.
    pub path: String,
    /// Its text as it was, decoded.
    pub before: String,
    /// Its text as it is, or would be.
    pub after: String,
}

/// Fixes all inputs, and checks what is left of them. A file that cannot be fixed is left as it was, with an error in its
/// result. `done` hears of each file that is done, in any order.
pub fn run(
    inputs: &[Input],
    resolver: &Resolver,
    plan: Plan,
    done: &(dyn Fn() + Sync),
) -> (Vec<FileResult>, Vec<Change>) {
    let one = |input| {
        let fixed = fix(input, resolver, plan);
        done();
        fixed
    };
    let (results, changes): (Vec<_>, Vec<_>) = inputs.par_iter().map(one).unzip();
    (results, changes.into_iter().flatten().collect())
}

fn fix(input: &Input, resolver: &Resolver, plan: Plan) -> (FileResult, Option<Change>) {
    let bytes = match run::bytes(&input.origin) {
        Ok(bytes) => bytes,
        Err(error) => return (FileResult::failed(input, error), None),
    };
    let first = run::run_on(input, bytes.clone(), resolver);
    match mend(input, resolver, plan, &bytes, &first) {
        Ok(Some((left, change))) => (left, Some(change)),
        Ok(None) => (first, None),
        Err(error) => {
            let mut first = first;
            first.errors.push(error);
            (first, None)
        }
    }
}

/// Applies fixes until there are none, and writes what comes out; nothing if there was nothing to do.
fn mend(
    input: &Input,
    resolver: &Resolver,
    plan: Plan,
    bytes: &[u8],
    first: &FileResult,
) -> Result<Option<(FileResult, Change)>, Error> {
    let mut now = bytes.to_vec();
    let mut left: Option<FileResult> = None;
    for _ in 0..ROUNDS {
        let result = left.as_ref().unwrap_or(first);
        let edits = edits(&result.findings, &result.path, plan.with_unsafe);
        if edits.is_empty() || !result.errors.is_empty() {
            break;
        }
        now = splice(&result.path, &now, &edits)?;
        let again = run::run_on(input, now.clone(), resolver);
        if let Some(error) = again.errors.first() {
            return Err(Error::Usage(format!(
                "{}: not fixed: its fixes would break it ({error}); fix it by hand",
                result.path
            )));
        }
        left = Some(again);
    }
    let Some(left) = left else { return Ok(None) };
    if !plan.dry {
        write(&path_of(input)?, bytes, &now)?;
    }
    let text = |bytes: Vec<u8>| crate::source::decode(&input.name, bytes).map(|(text, _)| text);
    let change = Change { path: input.name.clone(), before: text(bytes.to_vec())?, after: text(now)? };
    Ok(Some((left, change)))
}

fn path_of(input: &Input) -> Result<PathBuf, Error> {
    match &input.origin {
        Origin::File(path) => Ok(path.clone()),
        Origin::Stdin => Err(Error::Usage(
            "standard input cannot be fixed in place; --diff prints what would change".into(),
        )),
    }
}

/// The edits of the fixes in `path`, in order; of two that meet the first is taken, with all edits of its fix.
fn edits<'a>(findings: &'a [Placed], path: &str, with_unsafe: bool) -> Vec<&'a FileEdit> {
    let mut taken: BTreeMap<u32, &FileEdit> = BTreeMap::new();
    let free = |taken: &BTreeMap<u32, &FileEdit>, e: &FileEdit| {
        let before = taken
            .range(..=e.span.start)
            .next_back()
            .is_none_or(|(_, t)| t.span.end <= e.span.start && t.span != e.span);
        let after = taken.range(e.span.start..).next().is_none_or(|(&start, _)| e.span.end <= start);
        before && after
    };
    let applies = |a: Applicability| match a {
        Applicability::Safe => true,
        Applicability::Unsafe => with_unsafe,
        Applicability::Manual => false,
    };
    for finding in findings {
        let Some(fix) = finding.fixes.iter().find(|f| applies(f.applicability)) else {
            continue;
        };
        if fix.edits.iter().all(|e| &*e.path == path && free(&taken, e)) {
            taken.extend(fix.edits.iter().map(|e| (e.span.start, e)));
        }
    }
    taken.into_values().collect()
}
