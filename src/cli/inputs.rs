//! The options that say which texts are read, and in which languages: the same for every command that reads texts.

use std::path::{Path, PathBuf};

use super::Failure;
use crate::config::{FILE_NAME, Overrides, Resolver};
use crate::document::Lang;
use crate::walk::{Plan, Walk, walk};

/// A file in the current folder, there or not, for which settings are asked that hold for the run as a whole.
pub(super) const HERE: &str = FILE_NAME;

#[derive(clap::Args)]
pub(super) struct Inputs {
    /// Files and folders to read; `-` is standard input [default: the current folder]
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
    /// Leave out paths that match (as in .gitignore); may be given again
    #[arg(long, value_name = "GLOB")]
    exclude: Vec<String>,
    /// Read this configuration and no other
    #[arg(long, value_name = "FILE", conflicts_with = "isolated")]
    config: Option<PathBuf>,
    /// Read no configuration
    #[arg(long)]
    isolated: bool,
    /// Read each file alone, without looking for its source beside it
    #[arg(long)]
    no_pairing: bool,
    /// The name, and so the format and language, of what comes on standard input
    #[arg(long, value_name = "NAME")]
    stdin_filename: Option<String>,
}

pub(super) fn language(tag: &str) -> Result<Lang, String> {
    Lang::parse(tag).ok_or_else(|| "no language tag; examples are zh, zh-TW, ja, en".into())
}

impl Inputs {
    /// Finds the texts, and how settings are found for each of them. What the command sets besides is in `overrides`.
    pub(super) fn find(&self, overrides: Overrides) -> Result<(Resolver, Walk), Failure> {
        let overrides = Overrides {
            source_lang: self.source_lang.clone(),
            target_lang: self.target_lang.clone(),
            ..overrides
        };
        let resolver = Resolver::new(self.isolated, self.config.as_ref(), overrides)?;
        let here = Path::new(HERE);
        let mut exclude = resolver.config_for(here)?.map_or_else(Vec::new, |c| c.exclude.clone());
        exclude.extend(self.exclude.iter().cloned());
        let plan = Plan {
            paths: self.paths.clone(),
            source: self.source.clone(),
            exclude,
            pairing: !self.no_pairing,
            stdin_filename: self.stdin_filename.clone(),
        };
        let found = walk(&plan, &resolver.settings_for(here)?)?;
        Ok((resolver, found))
    }
}
