//! The options that say what is checked and how: the same for every command that runs rules.

use std::path::PathBuf;
use std::sync::Arc;

use super::inputs::{HERE, Inputs};
use super::progress::Progress;
use super::{Failure, complain};
use crate::changed::Changed;
use crate::config::{Overrides, Settings};
use crate::error::Error;
use crate::fix::{self, Change};
use crate::glossary::Glossary;
use crate::run::{FileResult, conclude, run_telling};
use crate::walk::Origin;

#[derive(clap::Args)]
pub(super) struct Checking {
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
    /// Do not obey ignore comments in the texts
    #[arg(long)]
    no_ignores: bool,
    /// Number of threads [default: one a processor]
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
}

/// What a run is to do besides checking.
#[derive(Default)]
pub(super) struct Wanted<'a> {
    /// Fixes to apply first.
    pub(super) fixing: Option<fix::Plan>,
    /// Files in which nothing was changed are not checked, unless all are compared with one another.
    pub(super) changed: Option<&'a mut Changed>,
    /// Whether texts are kept for a format that shows them.
    pub(super) transcripts: bool,
    /// Whether nothing is said of files that are skipped.
    pub(super) quiet: bool,
}

/// What came out of a run.
pub(super) struct Checked {
    pub(super) results: Vec<FileResult>,
    /// What fixes changed, or would change.
    pub(super) changes: Vec<Change>,
    /// What could not even be looked for.
    pub(super) errors: Vec<Error>,
    /// The settings of the current folder.
    pub(super) settings: Settings,
}

impl Checking {
    /// Checks everything, after the fixes that are wanted.
    pub(super) fn run(&self, wanted: Wanted<'_>) -> Result<Checked, Failure> {
        let glossary = match &self.glossary[..] {
            [] => None,
            files => Some(Arc::new(Glossary::load(files)?)),
        };
        let (resolver, mut found) = self.inputs.find(Overrides {
            glossary,
            across: self.across,
            select: self.select.clone(),
            ignore: self.ignore.clone(),
            no_ignores: self.no_ignores,
            transcripts: wanted.transcripts,
            ..Overrides::default()
        })?;
        if !wanted.quiet {
            found.skipped.iter().for_each(|line| complain(line));
        }
        let settings = resolver.settings_for(HERE.as_ref())?;
        if let Some(changed) = wanted.changed.filter(|_| !settings.across) {
            let mut has = |origin: &Origin| changed.has(origin.name());
            found.inputs.retain(|i| has(&i.origin) || i.source.as_ref().is_some_and(&mut has));
        }
        let pool = match self.jobs {
            Some(n) => Some(
                rayon::ThreadPoolBuilder::new()
                    .num_threads(n)
                    .build()
                    .map_err(|e| Error::Usage(e.to_string()))?,
            ),
            None => None,
        };
        let progress = Progress::new(found.inputs.len(), wanted.quiet);
        let done = || progress.one_more();
        let work = || match wanted.fixing {
            Some(plan) => fix::run(&found.inputs, &resolver, plan, &done),
            None => (run_telling(&found.inputs, &resolver, &done), Vec::new()),
        };
        let (mut results, changes) = pool.map_or_else(work, |pool| pool.install(work));
        conclude(&mut results);
        Ok(Checked { results, changes, errors: found.errors, settings })
    }
}
