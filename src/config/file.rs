//! `mtlint.toml` read and checked, and its settings for a file.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use globset::GlobSet;
use toml::Spanned;

use super::layers::{self, Layer};
use super::options::Override;
use super::{AllowList, Settings};
use crate::document::Lang;
use crate::error::Error;
use crate::glossary::Glossary;
use crate::pack::PackSet;

/// A configuration file, read and checked, with what it extends.
#[derive(Debug)]
pub struct Config {
    /// Where it is.
    pub path: PathBuf,
    /// All files that it was read from, this one last.
    pub files: Vec<PathBuf>,
    /// Globs of paths to leave out, relative to its folder.
    pub exclude: Vec<String>,
    /// Packs that it names.
    pub packs: Vec<PathBuf>,
    /// Folders of sample articles for `mtlint test`.
    pub samples: Vec<PathBuf>,
    /// A folder of texts in which no pack may find anything.
    pub clean: Option<PathBuf>,
    settings: Settings,
    overrides: Vec<(GlobSet, Override)>,
}

impl Config {
    /// Reads a file, and what it extends.
    ///
    /// # Errors
    /// [`Error::Io`], or [`Error::Config`] with the place of the fault.
    pub fn read(path: &Path) -> Result<Self, Error> {
        Self::build(path, layers::read(path)?)
    }

    #[cfg(test)]
    pub(super) fn parse(path: &Path, text: &str) -> Result<Self, Error> {
        Self::build(path, layers::parse(path, text.to_owned())?)
    }

    fn build(path: &Path, layers: Vec<Layer>) -> Result<Self, Error> {
        let mut config = Self {
            path: path.into(),
            files: layers.iter().map(|layer| layer.path.clone()).collect(),
            exclude: Vec::new(),
            packs: Vec::new(),
            samples: Vec::new(),
            clean: None,
            settings: Settings::default(),
            overrides: Vec::new(),
        };
        let (mut allow, mut glossaries) = (AllowList::default(), Vec::new());
        for layer in &layers {
            config.add(layer)?;
            layer.place().allow(&layer.options.allow, &mut allow)?;
            let folder = layer.place().folder().to_owned();
            glossaries.extend(layer.options.glossary.iter().map(|p| folder.join(p.get_ref())));
        }
        config.settings.allow = Arc::new(allow);
        config.settings.glossary = Arc::new(Glossary::load(&glossaries)?);
        config.settings.packs = PackSet::load(&config.packs)?;
        for layer in &layers {
            for id in &layer.options.disable {
                let without = config.settings.packs.without(id.get_ref());
                config.settings.packs = without.map_err(|p| layer.place().fault(id.span(), &p))?;
            }
        }
        for layer in layers {
            config.overrides.extend(overrides(layer)?);
        }
        Ok(config)
    }

    /// Adds what one file says to what those say that it extends.
    fn add(&mut self, layer: &Layer) -> Result<(), Error> {
        let (at, options) = (layer.place(), &layer.options);
        if let Some(version) = &options.required_version {
            at.version(version)?;
        }
        let settings = &mut self.settings;
        settings.source_lang = at.lang(options.source_lang.as_ref())?.or(settings.source_lang.take());
        settings.target_lang = at.lang(options.target_lang.as_ref())?.or(settings.target_lang.take());
        settings.weights = options.score.unwrap_or(settings.weights);
        settings.across = options.collection.names.unwrap_or(settings.across);
        at.selectors(options.select.iter().flatten().chain(&options.ignore))?;
        at.selectors(options.severity.keys().chain(options.rules.keys()))?;
        if let Some(select) = &options.select {
            settings.selection.select = values(select);
        }
        settings.selection.ignore.extend(values(&options.ignore));
        settings.selection.severity.extend(options.severity.iter().map(|(k, v)| (k.get_ref().clone(), *v)));
        let rules = Arc::make_mut(&mut settings.rules);
        options.rules.iter().for_each(|(selector, o)| rules.add(selector.get_ref(), o));
        self.exclude.extend(values(&options.exclude));
        for (written, paths) in
            [(&options.packs, &mut self.packs), (&options.test.samples, &mut self.samples)]
        {
            for path in written {
                paths.push(at.existing(path)?);
            }
        }
        if let Some(clean) = &options.test.clean {
            self.clean = Some(at.existing(clean)?);
        }
        Ok(())
    }

    /// The settings for a file, with the overrides that match it.
    pub fn settings_for(&self, file: &Path) -> Settings {
        let mut out = self.settings.clone();
        let folder = self.path.parent().unwrap_or(Path::new(""));
        let relative = file.strip_prefix(folder).unwrap_or(file);
        for (globs, o) in &self.overrides {
            if !globs.is_match(relative) {
                continue;
            }
            if let Some(select) = &o.select {
                out.selection.select = values(select);
            }
            out.selection.ignore.extend(values(&o.ignore));
            out.selection.severity.extend(o.severity.iter().map(|(k, v)| (k.get_ref().clone(), *v)));
            if !o.rules.is_empty() {
                let rules = Arc::make_mut(&mut out.rules);
                o.rules.iter().for_each(|(selector, options)| rules.add(selector.get_ref(), options));
            }
            let lang = |l: &Option<Spanned<String>>| l.as_ref().and_then(|l| Lang::parse(l.get_ref()));
            out.source_lang = lang(&o.source_lang).or(out.source_lang);
            out.target_lang = lang(&o.target_lang).or(out.target_lang);
        }
        out
    }
}

/// The settings for some paths that a file has, checked.
fn overrides(layer: Layer) -> Result<Vec<(GlobSet, Override)>, Error> {
    let Layer { path, text, options } = layer;
    let at = super::place::Place { path: &path, text: &text };
    let mut out = Vec::new();
    for o in options.overrides {
        at.selectors(o.select.iter().flatten().chain(&o.ignore))?;
        at.selectors(o.severity.keys().chain(o.rules.keys()))?;
        at.lang(o.source_lang.as_ref())?;
        at.lang(o.target_lang.as_ref())?;
        out.push((at.globs(&o.files)?, o));
    }
    Ok(out)
}

fn values(list: &[Spanned<String>]) -> Vec<String> {
    list.iter().map(|s| s.get_ref().clone()).collect()
}

#[cfg(test)]
mod tests;
