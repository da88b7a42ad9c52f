//! `mtlint check`: the report on translations.

use std::path::PathBuf;
use std::sync::Arc;

use super::inputs::{HERE, Inputs};
use super::output::{Colour, Output, Printing};
use super::{Exit, Failure, complain};
use crate::config::Overrides;
use crate::error::Error;
use crate::finding::Severity;
use crate::fix;
use crate::glossary::Glossary;
use crate::report::{Format, Report};
use crate::run::{conclude, run as run_inputs};

#[derive(clap::Args)]
#[allow(clippy::struct_excessive_bools)]
pub(super) struct Args {
    #[command(flatten)]
    inputs: Inputs,
    /// Run only these rules, packs or PACK/ENTRY, comma-separated
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,
    /// Do not run these
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    ignore: Vec<String>,
    /// A termbase that the translation must keep to: CSV, TSV, TOML or TBX; may be given again
    #[arg(long, value_name = "FILE")]
    glossary: Vec<PathBuf>,
    /// Compare names over all articles, not in each alone
    #[arg(long)]
    across: bool,
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
    /// Do not obey ignore comments in the texts
    #[arg(long)]
    no_ignores: bool,
    /// Number of threads [default: one a processor]
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
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
    let glossary = match &args.glossary[..] {
        [] => None,
        files => Some(Arc::new(Glossary::load(files)?)),
    };
    let (resolver, found) = args.inputs.find(Overrides {
        glossary,
        across: args.across,
        select: args.select.clone(),
        ignore: args.ignore.clone(),
        no_ignores: args.no_ignores,
        ..Overrides::default()
    })?;
    if !args.quiet {
        found.skipped.iter().for_each(|line| complain(line));
    }
    let settings = resolver.settings_for(HERE.as_ref())?;
    let pool = match args.jobs {
        Some(n) => Some(
            rayon::ThreadPoolBuilder::new()
                .num_threads(n)
                .build()
                .map_err(|e| Error::Usage(e.to_string()))?,
        ),
        None => None,
    };
    let work = || match args.fix {
        true => fix::run(&found.inputs, &resolver),
        false => run_inputs(&found.inputs, &resolver),
    };
    let mut results = pool.map_or_else(work, |pool| pool.install(work));
    conclude(&mut results);
    let report = Report::new(results, found.errors, args.show.is_some()).with_packs(&settings.packs);
    for error in &report.errors {
        complain(&error.message);
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

fn fails(report: &Report, level: FailOn) -> bool {
    let level = match level {
        FailOn::Error => Severity::Error,
        FailOn::Warning => Severity::Warning,
        FailOn::Info => Severity::Info,
        FailOn::Never => return false,
    };
    report.worst().is_some_and(|worst| worst >= level)
}
