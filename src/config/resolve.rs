//! The command line over the configuration, for each file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Config, Discovery, Settings};
use crate::document::Lang;
use crate::error::Error;
use crate::glossary::Glossary;
use crate::pack::PackSet;
use crate::rule::registry;

/// What the command line says of settings.
#[derive(Debug, Clone, Default)]
pub struct Overrides {
    /// `--source-lang`
    pub source_lang: Option<Lang>,
    /// `--target-lang`
    pub target_lang: Option<Lang>,
    /// `--select`, in place of the configuration's.
    pub select: Vec<String>,
    /// `--ignore`, besides the configuration's.
    pub ignore: Vec<String>,
    /// `--no-ignores`
    pub no_ignores: bool,
    /// `--across`
    pub across: bool,
    /// Whether a format that shows the articles is asked for.
    pub transcripts: bool,
    /// `--glossary`, in place of the configuration's.
    pub glossary: Option<Arc<Glossary>>,
    /// Packs in place of those that ship and the configuration's.
    pub packs: Option<PackSet>,
}

/// Where the configuration comes from.
#[derive(Debug)]
enum Origin {
    /// None is read.
    Isolated,
    /// The file that was named.
    Named(Arc<Config>),
    /// The nearest to each file.
    Nearest(Discovery),
    /// None, but settings that are the same for every file.
    Fixed(Box<Settings>),
}

/// Gives each file its settings.
#[derive(Debug)]
pub struct Resolver {
    origin: Origin,
    overrides: Overrides,
}

impl Resolver {
    /// Reads no configuration if `isolated`, the one that is named, or else the nearest to each file.
    ///
    /// # Errors
    /// If the named file cannot be used, or a selector of the command line names no rule.
    pub fn new(isolated: bool, named: Option<&PathBuf>, overrides: Overrides) -> Result<Self, Error> {
        for selector in overrides.select.iter().chain(&overrides.ignore) {
            registry::check_selector(selector).map_err(Error::Usage)?;
        }
        let origin = match named {
            Some(path) => Origin::Named(Arc::new(Config::read(path)?)),
            None if isolated => Origin::Isolated,
            None => Origin::Nearest(Discovery::default()),
        };
        Ok(Self { origin, overrides })
    }

    /// Gives every file the same settings.
    pub fn fixed(settings: Settings) -> Self {
        let overrides = Overrides { no_ignores: settings.no_ignores, ..Overrides::default() };
        Self { origin: Origin::Fixed(Box::new(settings)), overrides }
    }

    /// The configuration that governs a path.
    ///
    /// # Errors
    /// If it cannot be used.
    pub fn config_for(&self, path: &Path) -> Result<Option<Arc<Config>>, Error> {
        match &self.origin {
            Origin::Isolated | Origin::Fixed(_) => Ok(None),
            Origin::Named(config) => Ok(Some(Arc::clone(config))),
            Origin::Nearest(discovery) => discovery.config_for(path),
        }
    }

    /// The settings for a file.
    ///
    /// # Errors
    /// If its configuration cannot be used.
    pub fn settings_for(&self, path: &Path) -> Result<Settings, Error> {
        let mut settings = match (&self.origin, self.config_for(path)?) {
            (_, Some(config)) => config.settings_for(path),
            (Origin::Fixed(settings), None) => (**settings).clone(),
            (_, None) => Settings::default(),
        };
        let o = &self.overrides;
        settings.source_lang = o.source_lang.clone().or(settings.source_lang);
        settings.target_lang = o.target_lang.clone().or(settings.target_lang);
        if !o.select.is_empty() {
            settings.selection.select.clone_from(&o.select);
        }
        settings.selection.ignore.extend(o.ignore.iter().cloned());
        settings.no_ignores = o.no_ignores;
        settings.across |= o.across;
        settings.transcripts = o.transcripts;
        if let Some(glossary) = &o.glossary {
            settings.glossary = Arc::clone(glossary);
        }
        if let Some(packs) = &o.packs {
            settings.packs = packs.clone();
        }
        Ok(settings)
    }
}
