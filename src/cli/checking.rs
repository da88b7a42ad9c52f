//! The options that say what is checked and how: the same for every command that runs rules.

use std::path::PathBuf;
use std::sync::Arc;

use super::inputs::{HERE, Inputs};
use super::{Failure, complain};
use crate::config::{Overrides, Settings};
use crate::error::Error;
use crate::fix;
use crate::glossary::Glossary;
use crate::run::{FileResult, conclude, run};

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

/// What came out of a run.
pub(super) struct Checked {
    pub(super) results: Vec<FileResult>,
    /// What could not even be looked for.
    pub(super) errors: Vec<Error>,
    /// The settings of the current folder.
    pub(super) settings: Settings,
}

impl Checking {
    /// Checks everything, after the safe fixes if they are wanted. Files that are skipped are told of unless `quiet`;
    /// texts are kept for a format that shows them if `transcripts`.
    pub(super) fn run(&self, fixing: bool, quiet: bool, transcripts: bool) -> Result<Checked, Failure> {
        let glossary = match &self.glossary[..] {
            [] => None,
            files => Some(Arc::new(Glossary::load(files)?)),
        };
        let (resolver, found) = self.inputs.find(Overrides {
            glossary,
            across: self.across,
            select: self.select.clone(),
            ignore: self.ignore.clone(),
            no_ignores: self.no_ignores,
            transcripts,
            ..Overrides::default()
        })?;
        if !quiet {
            found.skipped.iter().for_each(|line| complain(line));
        }
        let settings = resolver.settings_for(HERE.as_ref())?;
        let pool = match self.jobs {
            Some(n) => Some(
                rayon::ThreadPoolBuilder::new()
                    .num_threads(n)
                    .build()
                    .map_err(|e| Error::Usage(e.to_string()))?,
            ),
            None => None,
        };
        let work = || match fixing {
            true => fix::run(&found.inputs, &resolver),
            false => run(&found.inputs, &resolver),
        };
        let mut results = pool.map_or_else(work, |pool| pool.install(work));
        conclude(&mut results);
        Ok(Checked { results, errors: found.errors, settings })
    }
}
