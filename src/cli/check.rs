//! `mtlint check`: the report on translations.

use std::io::Write;
use std::path::PathBuf;

use super::checking::{Checked, Checking};
use super::output::{Colour, Output, Printing};
use super::{Exit, Failure, complain};
use crate::baseline::Baseline;
use crate::finding::Severity;
use crate::fix::{self, Change};
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
    #[arg(long, group = "fixing")]
    fix: bool,
    /// With --fix or --diff, apply the fixes too that may change what is said
    #[arg(long, requires = "fixing")]
    unsafe_fixes: bool,
    /// Print what --fix would change as a patch, and write nothing; status 1 if it would change anything
    #[arg(long, group = "fixing", conflicts_with_all = ["format", "output", "statistics"])]
    diff: bool,
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
    let fixing =
        (args.fix || args.diff).then_some(fix::Plan { with_unsafe: args.unsafe_fixes, dry: args.diff });
    let Checked { results, changes, errors, settings } = args.checking.run(fixing, args.quiet)?;
    let report =
        Report::beyond(&mut baseline, results, errors, args.show.is_some()).with_packs(&settings.packs);
    if let Some(line) = baseline.outdated().filter(|_| !args.quiet) {
        complain(&line);
    }
    for error in &report.errors {
        complain(&error.message);
    }
    if args.diff {
        return print_patches(&changes, !report.errors.is_empty());
    }
    let printing = Printing {
        format: args.format,
        outputs: &args.output,
        statistics: args.statistics,
        quiet: args.quiet,
        colour: args.color,
    };
    printing.print(&report)?;
    Ok(match report.errors.is_empty() {
        false => Exit::Failed,
        true if fails(&report, args.fail_on) => Exit::Findings,
        true => Exit::Clean,
    })
}

fn print_patches(changes: &[Change], failed: bool) -> Result<Exit, Failure> {
    let mut out = std::io::stdout().lock();
    for change in changes {
        write!(out, "{}", change.patch())?;
    }
    Ok(match changes {
        _ if failed => Exit::Failed,
        [] => Exit::Clean,
        _ => Exit::Findings,
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
