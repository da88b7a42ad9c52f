//! The options that say which findings are reported, and which of them fail a run.

use std::path::{Path, PathBuf};

use super::{Exit, Failure, complain};
use crate::baseline::Baseline;
use crate::changed::Changed;
use crate::finding::Severity;
use crate::report::{Report, Sieve};

#[derive(clap::Args)]
pub(super) struct Reporting {
    /// Show findings that are only worth a look, too
    #[arg(long, value_enum, value_name = "SEVERITY")]
    show: Option<Show>,
    /// Leave out the findings that this file knows; `mtlint baseline` writes it
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Report only what touches lines that were changed in git since the work branched off from REV
    #[arg(long, value_name = "REV", conflicts_with = "fixing")]
    changed: Option<String>,
    /// Leave out what was right less often than this where it was measured, 0 to 1
    #[arg(long, value_name = "SHARE", value_parser = |s: &str| within(s, 1.0))]
    min_confidence: Option<f64>,
    /// Report so many findings of one rule and severity in a file, and count the others
    #[arg(long, value_name = "N")]
    max_per_rule: Option<usize>,
    /// Findings from this severity on end with status 1
    #[arg(long, value_enum, default_value = "warning")]
    fail_on: FailOn,
    /// A file, or the whole, with a lower score ends with status 1, 0 to 100
    #[arg(long, value_name = "SCORE", value_parser = |s: &str| within(s, 100.0))]
    min_score: Option<f64>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Info,
    Never,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Show {
    Info,
}

fn within(value: &str, most: f64) -> Result<f64, String> {
    let number: Option<f64> = value.parse().ok().filter(|n| (0.0..=most).contains(n));
    number.ok_or_else(|| format!("a number from 0 to {most} is wanted"))
}

impl Reporting {
    /// What the options let through.
    pub(super) fn sieve(&self) -> Result<Sieve, Failure> {
        Ok(Sieve {
            baseline: self.baseline.as_deref().map(Baseline::read).transpose()?.unwrap_or_default(),
            changed: self.changed.as_deref().map(|rev| Changed::since(rev, Path::new("."))).transpose()?,
            min_confidence: self.min_confidence,
            max_per_rule: self.max_per_rule,
        })
    }

    /// Whether findings of `info` are shown to people.
    pub(super) fn shows_info(&self) -> bool {
        self.show.is_some()
    }

    /// How the run ends; says which scores are too low.
    pub(super) fn exit(&self, report: &Report) -> Exit {
        let level = match self.fail_on {
            FailOn::Error => Some(Severity::Error),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Info => Some(Severity::Info),
            FailOn::Never => None,
        };
        let fails = level.is_some_and(|level| report.worst().is_some_and(|worst| worst >= level));
        let scores_fail = self.min_score.is_some_and(|least| scores_below(least, report));
        match report.errors.is_empty() {
            false => Exit::Failed,
            true if fails || scores_fail => Exit::Findings,
            true => Exit::Clean,
        }
    }
}

fn scores_below(least: f64, report: &Report) -> bool {
    let files = report.files.iter().map(|f| (&*f.path, f.score));
    let whole = (report.files.len() > 1).then_some(("all files together", report.summary.score));
    let low: Vec<(&str, f64)> = files.chain(whole).filter(|(_, score)| *score < least).collect();
    for (what, score) in &low {
        complain(&format!("{what}: score {score} is below {least}"));
    }
    !low.is_empty()
}
