//! `mtlint check`: the report on translations.

use std::path::{Path, PathBuf};

use super::output::{Colour, Output, Printing};
use super::{Exit, Failure, complain};
use crate::config::{Overrides, Resolver};
use crate::document::Lang;
use crate::error::Error;
use crate::finding::Severity;
use crate::fix;
use crate::report::{Format, Report};
use crate::run::run as run_inputs;
use crate::walk::{Plan, walk};

#[derive(clap::Args)]
#[allow(clippy::struct_excessive_bools)]
pub(super) struct Args {
    /// Files and folders to check; `-` is standard input [default: the current folder]
    paths: Vec<PathBuf>,
    /// What was translated: a file for one target, or a folder matched by name
    #[arg(long, value_name = "PATH")]
    source: Option<PathBuf>,
    /// Language translated from, a BCP 47 tag such as zh or ja
    #[arg(long, value_name = "LANG", value_parser = language)]
    source_lang: Option<Lang>,
    /// Language translated into
    #[arg(long, value_name = "LANG", value_parser = language)]
    target_lang: Option<Lang>,
    /// Run only these rules, packs or PACK/ENTRY, comma-separated
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,
    /// Do not run these
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    ignore: Vec<String>,
    /// Leave out paths that match (as in .gitignore); may be given again
    #[arg(long, value_name = "GLOB")]
    exclude: Vec<String>,
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
    /// Read this configuration and no other
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    config: Option<PathBuf>,
    /// Read no configuration
    #[arg(long)]
    isolated: bool,
    /// Do not obey ignore comments in the texts
    #[arg(long)]
    no_ignores: bool,
    /// Check each file alone, without looking for its source beside it
    #[arg(long)]
    no_pairing: bool,
    /// The name, and so the format and language, of what comes on standard input
    #[arg(long, value_name = "NAME")]
    stdin_filename: Option<String>,
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

fn language(tag: &str) -> Result<Lang, String> {
    Lang::parse(tag).ok_or_else(|| "no language tag; examples are zh, zh-TW, ja, en".into())
}

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let overrides = Overrides {
        source_lang: args.source_lang.clone(),
        target_lang: args.target_lang.clone(),
        select: args.select.clone(),
        ignore: args.ignore.clone(),
        no_ignores: args.no_ignores,
        packs: None,
    };
    let resolver = Resolver::new(args.isolated, args.config.as_ref(), overrides)?;
    let here = Path::new("./.");
    let mut exclude = resolver.config_for(here)?.map_or_else(Vec::new, |c| c.exclude.clone());
    exclude.extend(args.exclude.iter().cloned());
    let plan = Plan {
        paths: args.paths.clone(),
        source: args.source.clone(),
        exclude,
        pairing: !args.no_pairing,
        stdin_filename: args.stdin_filename.clone(),
    };
    let settings = resolver.settings_for(here)?;
    let found = walk(&plan, &settings)?;
    if !args.quiet {
        found.skipped.iter().for_each(|line| complain(line));
    }
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
    let results = pool.map_or_else(work, |pool| pool.install(work));
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
