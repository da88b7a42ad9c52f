//! `mtlint check`: the report on translations.

use std::path::PathBuf;

use super::checking::{Checked, Checking};
use super::output::{Colour, Output, Printing};
use super::{Exit, Failure, complain};
use crate::baseline::Baseline;
use crate::finding::Severity;
use crate::report::{Format, Report};

#[derive(clap::Args)]
#[allow(clippy::struct_excessive_bools)]
pub(super) struct Args {
    #[command(flatten)]
    checking: Checking,
    /// How to print the report
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Write the report to a file, in its own format if one is named: json:report.json
    #[arg(long, value_name = "[FORMAT:]FILE", value_parser = |value: &str| Ok::<_, String>(Output::parse(value)))]
    output: Vec<Output>,
    /// Show findings that are only worth a look, too
    #[arg(long, value_enum, value_name = "SEVERITY")]
    show: Option<Show>,
    /// Findings from this severity on end with status 1
    #[arg(long, value_enum, default_value = "warning")]
    fail_on: FailOn,
    /// Leave out the findings that this file knows; `mtlint baseline` writes it
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Apply the safe fixes to the files, then report what is left
    #[arg(long)]
    fix: bool,
    /// Print how often each rule found something, and nothing else
    #[arg(long)]
    statistics: bool,
    /// Print findings and errors only
    #[arg(long, short)]
    quiet: bool,
    /// When to use colours
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    color: Colour,
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

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let mut baseline = match &args.baseline {
        Some(path) => Baseline::read(path)?,
        None => Baseline::default(),
    };
    let printing = Printing {
        format: args.format,
        outputs: &args.output,
        statistics: args.statistics,
        quiet: args.quiet,
        colour: args.color,
    };
    let transcripts = printing.formats().any(Format::shows_articles);
    let Checked { results, errors, settings } = args.checking.run(args.fix, args.quiet, transcripts)?;
    let report =
        Report::beyond(&mut baseline, results, errors, args.show.is_some()).with_packs(&settings.packs);
    if let Some(line) = baseline.outdated().filter(|_| !args.quiet) {
        complain(&line);
    }
    for error in &report.errors {
        complain(&error.message);
    }
    printing.print(&report)?;
    Ok(match report.errors.is_empty() {
        false => Exit::Failed,
        true if fails(&report, args.fail_on) => Exit::Findings,
        true => Exit::Clean,
    })
}

fn fails(report: &Report, level: FailOn) -> bool {
    let level = match level {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Info => Severity::Info,
        FailOn::Never => return false,
    };
    report.worst().is_some_and(|worst| worst >= level)
}
