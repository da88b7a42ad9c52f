//! Known findings: what a baseline lists is not reported again, so that only new faults fail a run.
//!
//! Findings are known by their fingerprints, which hold what is wrong and the words around it, not the file and not the
//! line: a text may move, and a file be renamed. As many equal ones are known as the baseline lists.

use std::collections::BTreeMap;
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

#[derive(Debug, Deserialize, Serialize)]
struct Known {
    fingerprint: String,
    rule: String,
    path: String,
    text: String,
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
        let stored: Stored = serde_json::from_str(&text)
            .map_err(|e| malformed(e.line(), format!("no baseline: {e}; {again}")))?;
        if stored.version != VERSION {
            let problem = format!("a baseline of version {}, and this is {VERSION}; {again}", stored.version);
            return Err(malformed(1, problem));
        }
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

/// Writes all findings of a report as a baseline, in their order, each on its line so that a change can be read.
///
/// # Errors
/// Whatever the writer says.
pub fn write(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    write!(out, "{{\n  \"version\": {VERSION},\n  \"findings\": [")?;
    for (i, f) in report.findings.iter().enumerate() {
        let known = Known {
            fingerprint: f.fingerprint.clone(),
            rule: f.entry.as_deref().unwrap_or(&f.rule).to_owned(),
            path: f.path.to_string(),
            text: f.text.clone(),
        };
        let comma = if i == 0 { "" } else { "," };
        write!(out, "{comma}\n    {}", serde_json::to_string(&known)?)?;
    }
    writeln!(out, "\n  ]\n}}")
}
