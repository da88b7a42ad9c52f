//! `mtlint test`: the tests inside rule packs, and clean text on which no pack may fire.

use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use super::{Exit, Failure};
use crate::config::{Overrides, Resolver};
use crate::pack::{PackSet, selftest};
use crate::report::Report;
use crate::run::run as run_inputs;
use crate::walk::{Plan, walk};

#[derive(clap::Args)]
pub(super) struct Args {
    /// Rule packs, or folders of them; by default the packs that ship
    packs: Vec<PathBuf>,
    /// Also check the clean texts in this folder, in which no pack may find anything
    #[arg(long, value_name = "DIR")]
    clean: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let set = PackSet::load(&args.packs)?;
    let own = if args.packs.is_empty() { set.clone() } else { PackSet::only(&args.packs)? };
    let mut out = BufWriter::new(std::io::stdout().lock());
    let (mut tests, mut failed) = (0, 0);
    for pack in own.packs() {
        let outcome = selftest::run(&set, pack)?;
        tests += outcome.tests;
        failed += outcome.failures.len();
        for failure in &outcome.failures {
            writeln!(out, "{failure}")?;
        }
    }
    let noise = match &args.clean {
        Some(folder) => check_clean(folder, &set, &mut out)?,
        None => 0,
    };
    let packs = own.packs().len();
    let s = if packs == 1 { "" } else { "s" };
    writeln!(out, "{packs} pack{s}, {tests} tests: {} hold, {failed} do not", tests - failed)?;
    if args.clean.is_some() {
        writeln!(out, "{noise} findings in clean text")?;
    }
    out.flush()?;
    Ok(if failed + noise == 0 { Exit::Clean } else { Exit::Findings })
}

/// Prints what the packs find in texts that have nothing to find; the number of findings.
fn check_clean(folder: &Path, set: &PackSet, out: &mut dyn Write) -> Result<usize, Failure> {
    let overrides = Overrides { packs: Some(set.clone()), ..Overrides::default() };
    let resolver = Resolver::new(true, None, overrides)?;
    let plan = Plan {
        paths: vec![folder.to_owned()],
        source: None,
        exclude: Vec::new(),
        pairing: true,
        stdin_filename: None,
    };
    let found = walk(&plan, &resolver.settings_for(folder)?)?;
    let mut results = run_inputs(&found.inputs, &resolver);
    for result in &mut results {
        result.findings.retain(|f| f.entry.is_some());
    }
    let report = Report::new(results, found.errors, true);
    for f in &report.findings {
        let entry = f.entry.as_deref().unwrap_or_default();
        writeln!(out, "{}:{}: noisy: {entry}: {}", f.path, f.span.line, f.message)?;
    }
    Ok(report.findings.len())
}
