//! Known findings: what a baseline lists is not reported again, so that only new faults fail a run.
//!
//! Findings are known by their fingerprints, which hold what is wrong and the words around it, not the file and not the
//! line: a text may move, and a file be renamed. As many equal ones are known as the baseline lists.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::report::Report;

/// The file that `mtlint baseline` writes unless told otherwise.
pub const FILE_NAME: &str = "mtlint-baseline.json";

/// Version of the file's format.
const VERSION: u32 = 1;

/// The file. Path, rule and text are for people who read it.
#[derive(Debug, Deserialize, Serialize)]
struct Stored {
    version: u32,
    findings: Vec<Known>,
}

/// A finding that is known.
#[derive(Debug, Deserialize, Serialize)]
pub struct Known {
    /// By which it is known.
    pub fingerprint: String,
    /// Its rule, or the entry behind it.
    pub rule: String,
    /// The file in which it was met.
    pub path: String,
    /// What a reader sees there.
    pub text: String,
}

/// The findings that are known, and those of them that a run has met.
#[derive(Clone, Debug, Default)]
pub struct Baseline {
    path: PathBuf,
    left: BTreeMap<String, usize>,
}

impl Baseline {
    /// Reads the file of a baseline.
    ///
    /// # Errors
    /// If it cannot be read, or is none.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let stored = read(path)?;
        let mut left = BTreeMap::new();
        for known in stored.findings {
            *left.entry(known.fingerprint).or_insert(0) += 1;
        }
        Ok(Self { path: path.to_owned(), left })
    }

    /// Whether a finding is known, which counts once for each time that the baseline lists it.
    pub fn takes(&mut self, fingerprint: &str) -> bool {
        match self.left.get_mut(fingerprint) {
            Some(n) if *n > 0 => {
                *n -= 1;
                true
            }
            _ => false,
        }
    }

    /// A line for people, if some of what is known was not found any more.
    pub fn outdated(&self) -> Option<String> {
        let gone: usize = self.left.values().sum();
        let these = if gone == 1 { "finding of it was" } else { "findings of it were" };
        (gone > 0).then(|| {
            format!("{}: {gone} {these} not met; `mtlint baseline` writes it anew", self.path.display())
        })
    }
}

fn read(path: &Path) -> Result<Stored, Error> {
    let text = std::fs::read_to_string(path).map_err(|e| match e.kind() {
        io::ErrorKind::NotFound => Error::Usage(format!(
            "{}: no such baseline; `mtlint baseline --output {}` writes one",
            path.display(),
            path.display()
        )),
        _ => Error::io(path, &e),
    })?;
    let again = "write it again with `mtlint baseline`";
    let malformed = |line: usize, problem: String| Error::Malformed {
        path: path.display().to_string(),
        line: line.max(1) as u32,
        problem,
    };
    let stored: Stored =
        serde_json::from_str(&text).map_err(|e| malformed(e.line(), format!("no baseline: {e}; {again}")))?;
    if stored.version != VERSION {
        let problem = format!("a baseline of version {}, and this is {VERSION}; {again}", stored.version);
        return Err(malformed(1, problem));
    }
    Ok(stored)
}

/// The text of a baseline with further findings in it, each once a file; begun if there is none.
///
/// # Errors
/// If there is one and it cannot be read.
pub fn extended(path: &Path, more: Vec<Known>) -> Result<String, Error> {
    let mut stored = match path.exists() {
        true => read(path)?,
        false => Stored { version: VERSION, findings: Vec::new() },
    };
    let key = |k: &Known| (k.fingerprint.clone(), k.path.clone());
    let mut listed: BTreeSet<_> = stored.findings.iter().map(key).collect();
    stored.findings.extend(more.into_iter().filter(|k| listed.insert(key(k))));
    let mut out = Vec::new();
    write_all(stored.findings.iter(), &mut out).map_err(|e| Error::io(path, &e))?;
    Ok(String::from_utf8_lossy(&out).into_owned())
}

/// Writes all findings of a report as a baseline, in their order, each on its line so that a change can be read.
///
/// # Errors
/// Whatever the writer says.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let known = report.findings.iter().map(|f| Known {
        fingerprint: f.fingerprint.clone(),
        rule: f.entry.as_deref().unwrap_or(&f.rule).to_owned(),
        path: f.path.to_string(),
        text: f.text.clone(),
    });
    write_all(known, out)
}

fn write_all(known: impl Iterator<Item = impl Borrow<Known>>, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\n  \"version\": {VERSION},\n  \"findings\": [")?;
    for (i, known) in known.enumerate() {
        let comma = if i == 0 { "" } else { "," };
        write!(out, "{comma}\n    {}", serde_json::to_string(known.borrow())?)?;
    }
    writeln!(out, "\n  ]\n}}")
}
