//! The tests that packs hold: texts that an entry must flag, just where they are marked, and texts that it must pass.

mod bench;
mod judge;

use std::fmt;
use std::sync::Arc;

#[cfg(test)]
pub(super) use bench::document;

use self::bench::Bench;
use super::fault::{Fault, line_of, locate};
use super::file::Pack;
use super::schema::EntrySpec;
use super::set::PackSet;
use super::usage::Usage;
use crate::error::Error;

/// How a test went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// Something was reported that is not marked.
    Noisy,
    /// Nothing was reported where something is marked.
    Missing,
    /// Another span, rule or fix than the test says.
    Wrong,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Verdict::Noisy => "noisy",
            Verdict::Missing => "missing",
            Verdict::Wrong => "wrong",
        })
    }
}

/// Something in which a test does not hold.
#[derive(Clone, Debug, serde::Serialize)]
pub struct Failure {
    /// The file of the pack.
    pub path: Arc<str>,
    /// The line, from 1.
    pub line: u32,
    /// `PACK/ENTRY`.
    pub entry: Arc<str>,
    /// How it went wrong.
    pub verdict: Verdict,
    /// What was marked and what was reported, each with line and column in the test's text.
    pub detail: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}: {}", self.path, self.line, self.verdict, self.entry, self.detail)
    }
}

/// What came out of the tests of a pack.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Outcome {
    /// How many tests there are.
    pub tests: usize,
    /// How many of them do not hold.
    pub failed: usize,
    /// What is wrong in them, in the order of the kinds and the file.
    pub failures: Vec<Failure>,
    /// What of the entries the texts of `flags` bring up.
    pub exercised: Usage,
}

/// Runs the tests of a pack, with all packs of `set` at work. Entries that are switched off in the set are not tested.
///
/// # Errors
/// If the pack cannot be read.
pub fn run(set: &PackSet, pack: &Pack) -> Result<Outcome, Error> {
    let pack = set.packs().iter().find(|p| p.header.id == pack.header.id).map_or(pack, |p| p);
    let text = pack.text();
    let bench = Bench::new(set, pack);
    let mut outcome = Outcome::default();
    for (entry, (kind, index, spec)) in pack.entries().iter().zip(pack.written()?) {
        let EntrySpec { flags, passes, becomes, .. } = &spec;
        let mut add = |key, item, problems: Vec<(Verdict, String)>| {
            outcome.tests += 1;
            outcome.failed += usize::from(!problems.is_empty());
            for (verdict, detail) in problems {
                let at = Fault::entry(kind, index, "").key(key).item(item).at;
                let line = locate(&text, &at).map_or(1, |r| line_of(&text, r.start));
                let (path, entry) = (Arc::clone(&pack.path), Arc::clone(&entry.id));
                outcome.failures.push(Failure { path, line, entry, verdict, detail });
            }
        };
        for (i, case) in flags.iter().enumerate() {
            let becomes = becomes.get(i).map(String::as_str);
            add("flags", i, bench.flags(entry, case, becomes, &mut outcome.exercised));
        }
        for (i, case) in passes.iter().enumerate() {
            add("passes", i, bench.passes(entry, case));
        }
    }
    Ok(outcome)
}

#[cfg(test)]
mod tests;
