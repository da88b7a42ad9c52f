//! `mtlint check`: the report on translations.

use std::io::Write;

use super::checking::{Checked, Checking, Wanted};
use super::output::{Colour, Output, Printing};
use super::reporting::Reporting;
use super::{Exit, Failure, complain};
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
    #[command(flatten)]
    reporting: Reporting,
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

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let printing = Printing {
        format: args.format,
        outputs: &args.output,
        statistics: args.statistics,
        quiet: args.quiet,
        colour: args.color,
    };
    let mut sieve = args.reporting.sieve()?;
    let plan = fix::Plan { with_unsafe: args.unsafe_fixes, dry: args.diff };
    let wanted = Wanted {
        fixing: (args.fix || args.diff).then_some(plan),
        changed: sieve.changed.as_mut(),
        transcripts: printing.formats().any(Format::shows_articles),
        quiet: args.quiet,
    };
    let Checked { results, changes, errors, settings } = args.checking.run(wanted)?;
    let report =
        Report::sifted(&mut sieve, results, errors, args.reporting.shows_info()).with_packs(&settings.packs);
    if let Some(line) = sieve.baseline.outdated().filter(|_| !args.quiet && sieve.changed.is_none()) {
        complain(&line);
    }
    for error in &report.errors {
        complain(&error.message);
    }
    if args.diff {
        return print_patches(&changes, !report.errors.is_empty());
    }
    printing.print(&report)?;
    Ok(args.reporting.exit(&report))
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
