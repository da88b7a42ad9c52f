//! The file that a page exports: `decisions.json`.

use std::path::Path;

use serde::Deserialize;

use crate::document::Side;
use crate::error::Error;

/// Version of the format. It rises when a field changes its meaning or goes; keys that are not known are passed over.
const VERSION: u32 = 1;

/// A file of decisions, version 1:
///
/// ```json
/// {"version": 1,
///  "tool": {"name": "mtlint", "version": "0.1.0"},
///  "files": [
///    {"path": "a.en.md", "hash": "d2f5c01b6a9e8f37",
///     "decisions": [
///       {"fingerprint": "90c1…", "rule": "name-variant", "line": 7, "text": "La Bulu",
///        "decision": "accept", "edits": [{"start": 812, "end": 819, "replacement": "Labubu"}]},
///       {"fingerprint": "77ab…", "rule": "untranslated-text", "line": 9, "text": "东风",
///        "decision": "edit", "start": 1020, "end": 1026, "replacement": "spring breeze"},
///       {"fingerprint": "01fe…", "rule": "doubled-word", "line": 12, "text": "had had",
///        "decision": "ignore", "side": "target", "start": 1300, "end": 1307, "reason": "it is the past perfect"}]}]}
/// ```
///
/// `path` is the checked file as the report named it, seen from the folder in which it was checked. `hash` is FNV-1a with 64
/// bits over its text as UTF-8, in hexadecimal. Starts and ends are bytes of that text. The replacements of `accept` are
/// written as the format asks, as in a report; that of `edit` is what a reader is to see.
#[derive(Debug, Deserialize)]
pub struct Decisions {
    version: u32,
    /// What was decided in each file.
    pub files: Vec<FileDecisions>,
}

/// What was decided in one file.
#[derive(Debug, Deserialize)]
pub struct FileDecisions {
    /// The checked file.
    pub path: String,
    /// Which text of it the decisions are for.
    pub hash: String,
    /// The decisions, in the order of the report.
    pub decisions: Vec<Decision>,
}

/// What was decided on one finding.
#[derive(Debug, Deserialize)]
pub struct Decision {
    /// The finding's fingerprint.
    pub fingerprint: String,
    /// The finding's rule, or the pack entry behind it.
    pub rule: String,
    /// The finding's line in its file, from 1.
    pub line: u32,
    /// What a reader sees at the finding.
    pub text: String,
    /// The decision.
    #[serde(flatten)]
    pub what: What,
}

/// A decision.
#[derive(Debug, Deserialize)]
#[serde(tag = "decision", rename_all = "lowercase")]
pub enum What {
    /// A fix that was suggested.
    Accept {
        /// Its edits, escaped for the format.
        edits: Vec<RawEdit>,
    },
    /// A wording of the editor's own.
    Edit {
        /// First byte of what it takes the place of.
        start: u32,
        /// One past the last byte.
        end: u32,
        /// What a reader is to see.
        replacement: String,
    },
    /// The text is right as it is.
    Ignore {
        /// The side that start and end are on.
        side: Side,
        /// First byte of the finding.
        start: u32,
        /// One past the last byte.
        end: u32,
        /// Why it is right.
        reason: Option<String>,
    },
}

/// A replacement of bytes.
#[derive(Debug, Deserialize)]
pub struct RawEdit {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What to put there, escaped for the format.
    pub replacement: String,
}

impl Decisions {
    /// Reads a file of decisions.
    ///
    /// # Errors
    /// If it cannot be read, or is none.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = std::fs::read_to_string(path).map_err(|e| Error::io(path, &e))?;
        let malformed = |line: usize, problem: String| Error::Malformed {
            path: path.display().to_string(),
            line: line.max(1) as u32,
            problem: format!(
                "{problem}; export it again from the page that `mtlint check --format html` writes"
            ),
        };
        let read: Self = serde_json::from_str(&text)
            .map_err(|e| malformed(e.line(), format!("no file of decisions: {e}")))?;
        if read.version != VERSION {
            let problem = format!("decisions of version {}, and this is {VERSION}", read.version);
            return Err(malformed(1, problem));
        }
        Ok(read)
    }
}
