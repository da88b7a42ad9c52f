//! `mtlint check`: the report on translations.

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use super::{Exit, Failure, complain};
use crate::config::Settings;
use crate::document::Lang;
use crate::finding::Severity;
use crate::pack::PackSet;
use crate::report::{Format, Report, render};
use crate::run::run as run_inputs;
use crate::walk::{Plan, walk};

#[derive(clap::Args)]
pub(super) struct Args {
    /// Files and folders to check; `-` is standard input. Default: the current folder
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
    /// How to print the report
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// Findings from this severity on end with status 1
    #[arg(long, value_enum, default_value = "warning")]
    fail_on: FailOn,
    /// Leave out paths that match (as in .gitignore); may be given again
    #[arg(long, value_name = "GLOB")]
    exclude: Vec<String>,
    /// Do not obey ignore comments in the texts
    #[arg(long)]
    no_ignores: bool,
    /// Check each file alone, without looking for its source beside it
    #[arg(long)]
    no_pairing: bool,
    /// Read no configuration file
    #[arg(long)]
    isolated: bool,
    /// The name, and so the format and language, of what comes on standard input
    #[arg(long, value_name = "NAME")]
    stdin_filename: Option<String>,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum FailOn {
    Error,
    Warning,
    Info,
    Never,
}

fn language(tag: &str) -> Result<Lang, String> {
    Lang::parse(tag).ok_or_else(|| "no language tag; examples are zh, zh-TW, ja, en".into())
}

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let settings = Settings {
        source_lang: args.source_lang.clone(),
        target_lang: args.target_lang.clone(),
        no_ignores: args.no_ignores,
        packs: PackSet::default(),
    };
    let plan = Plan {
        paths: args.paths.clone(),
        source: args.source.clone(),
        exclude: args.exclude.clone(),
        pairing: !args.no_pairing,
        stdin_filename: args.stdin_filename.clone(),
    };
    let found = walk(&plan, &settings)?;
    for line in &found.skipped {
        complain(line);
    }
    let results = run_inputs(&found.inputs, &settings);
    let report = Report::new(results, found.errors, false);
    for error in &report.errors {
        complain(&error.message);
    }
    let mut out = BufWriter::new(std::io::stdout().lock());
    render(&report, args.format.unwrap_or(Format::Pretty), &mut out)?;
    out.flush()?;
    Ok(if !report.errors.is_empty() {
        Exit::Failed
    } else if fails(&report, args.fail_on) {
        Exit::Findings
    } else {
        Exit::Clean
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
