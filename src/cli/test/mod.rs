//! `mtlint test`: the tests inside rule packs, snapshots of sample articles, clean text on which no pack may fire, and
//! what all this leaves untested.

mod clean;
mod coverage;
mod packs;
mod print;
mod samples;
mod watch;

use std::path::PathBuf;
use std::sync::Arc;

use self::coverage::Covered;
use self::packs::Tested;
use self::samples::Sample;
use super::inputs::HERE;
use super::output::Colour;
use super::{Exit, Failure};
use crate::config::{Config, Overrides, Resolver};

#[derive(clap::Args)]
#[allow(clippy::struct_excessive_bools)]
pub(super) struct Args {
    /// Rule packs, or folders of them; by default those of `mtlint.toml`, else those that ship
    packs: Vec<PathBuf>,
    /// A folder of sample articles whose findings are kept as snapshots; by default those of `mtlint.toml`, and a folder
    /// `samples` beside the packs
    #[arg(long, value_name = "DIR")]
    samples: Vec<PathBuf>,
    /// Write the snapshots as they are found today
    #[arg(long, conflicts_with = "check")]
    update: bool,
    /// Compare the snapshots and write none (the default)
    #[arg(long)]
    check: bool,
    /// Also check the clean texts in this folder, in which no pack may find anything
    #[arg(long, value_name = "DIR")]
    clean: Option<PathBuf>,
    /// Tell which entries and renderings no test brings up, and which get in one another's way
    #[arg(long)]
    coverage: bool,
    /// Tell which entries have nothing in the texts of this folder; takes --coverage in
    #[arg(long, value_name = "DIR")]
    corpus: Option<PathBuf>,
    /// Run again whenever a pack or sample changes, until Ctrl-C
    #[arg(long, conflicts_with_all = ["update", "format"])]
    watch: bool,
    /// How to print the outcome
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Read this configuration and no other
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    config: Option<PathBuf>,
    /// Read no configuration
    #[arg(long)]
    isolated: bool,
    /// When to use colours
    #[arg(long, value_enum, default_value = "auto", value_name = "WHEN")]
    color: Colour,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A line a fault, and the lines of snapshots that differ
    Text,
    /// One JSON object
    Json,
}

/// Everything that came out of one round.
#[derive(serde::Serialize)]
struct Round {
    /// Version of this format.
    version: u32,
    /// The tests inside packs.
    #[serde(flatten)]
    tested: Tested,
    /// The sample articles and their snapshots.
    samples: Vec<Sample>,
    /// What packs found in clean text, a line each; null if none was given.
    clean: Option<Vec<String>>,
    /// Null unless it was asked for.
    coverage: Option<Covered>,
    /// What could not be read.
    errors: Vec<String>,
    /// The files of the packs in use.
    #[serde(skip)]
    read: Vec<PathBuf>,
}

impl Round {
    fn exit(&self) -> Exit {
        if !self.errors.is_empty() {
            return Exit::Failed;
        }
        let noisy = self.clean.as_ref().is_some_and(|lines| !lines.is_empty());
        match noisy || self.tested.failed() > 0 || self.samples.iter().any(Sample::is_wrong) {
            true => Exit::Findings,
            false => Exit::Clean,
        }
    }
}

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    if args.watch {
        return watch::run(args);
    }
    let round = round(args)?;
    print::print(&round, args)?;
    Ok(round.exit())
}

/// The configuration of the current folder, if there is one.
fn config(args: &Args) -> Result<Option<Arc<Config>>, Failure> {
    let resolver = Resolver::new(args.isolated, args.config.as_ref(), Overrides::default())?;
    Ok(resolver.config_for(HERE.as_ref())?)
}

fn round(args: &Args) -> Result<Round, Failure> {
    let config = config(args)?;
    let mut errors = Vec::new();
    let packs = packs::choose(&args.packs, config.as_deref(), &mut errors)?;
    let (tested, exercised) = packs::test(&packs)?;
    let overrides = Overrides { packs: Some(packs.set.clone()), ..Overrides::default() };
    let resolver = Resolver::new(args.isolated, args.config.as_ref(), overrides)?;
    let samples =
        samples::run(&samples::folders(args, config.as_deref()), args.update, &resolver, &mut errors)?;
    let clean = args.clean.clone().or_else(|| config.as_ref().and_then(|c| c.clean.clone()));
    let clean = clean.map(|folder| clean::check(&folder, &packs.set, &mut errors)).transpose()?;
    let coverage = match args.coverage || args.corpus.is_some() {
        true => Some(coverage::cover(&packs, &exercised, args.corpus.as_deref(), &mut errors)?),
        false => None,
    };
    let read =
        packs.set.packs().iter().filter(|p| !p.is_embedded()).map(|p| PathBuf::from(&*p.path)).collect();
    Ok(Round { version: 1, tested, samples, clean, coverage, errors, read })
}
