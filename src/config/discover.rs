//! Finding and reading `mtlint.toml`, and resolving it for a file.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use globset::{Glob, GlobSet, GlobSetBuilder};
use toml::Spanned;

use super::options::{Options, Override};
use super::{AllowList, Selection, Settings};
use crate::document::Lang;
use crate::error::Error;
use crate::glossary::Glossary;
use crate::pack::PackSet;
use crate::report::in_place;
use crate::rule::registry;

/// The name that is looked for.
pub const FILE_NAME: &str = "mtlint.toml";

/// A configuration file, read and checked.
#[derive(Debug)]
pub struct Config {
    /// Where it is.
    pub path: PathBuf,
    /// Globs of paths to leave out, relative to its folder.
    pub exclude: Vec<String>,
    /// Packs that it names, relative to its folder.
    pub packs: Vec<PathBuf>,
    settings: Settings,
    overrides: Vec<(GlobSet, Override)>,
}

impl Config {
    /// Reads a file.
    ///
    /// # Errors
    /// [`Error::Io`], or [`Error::Config`] with the place of the fault.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = std::fs::read_to_string(path).map_err(|e| Error::io(path, &e))?;
        Self::parse(path, &text)
    }

    fn parse(path: &Path, text: &str) -> Result<Self, Error> {
        let at = Place { path, text };
        let options: Options =
            toml::from_str(text).map_err(|e| at.fault(e.span().unwrap_or(0..0), e.message()))?;
        if let Some(version) = &options.required_version {
            at.check_version(version)?;
        }
        let folder = path.parent().unwrap_or(Path::new("."));
        let mut settings = Settings {
            source_lang: at.lang(options.source_lang.as_ref())?,
            target_lang: at.lang(options.target_lang.as_ref())?,
            across: options.collection.names,
            weights: options.score,
            ..Settings::default()
        };
        at.check_selectors(options.select.iter().flatten().chain(&options.ignore))?;
        settings.selection = Selection {
            select: values(options.select.as_deref().unwrap_or_default()),
            ignore: values(&options.ignore),
            severity: options.severity.iter().map(|(k, v)| (k.clone(), *v.get_ref())).collect(),
        };
        settings.allow = Arc::new(at.allow(&options.allow, folder)?);
        let mut overrides = Vec::new();
        for o in options.overrides {
            at.check_selectors(o.select.iter().flatten().chain(&o.ignore))?;
            at.lang(o.source_lang.as_ref())?;
            at.lang(o.target_lang.as_ref())?;
            overrides.push((at.globs(&o.files)?, o));
        }
        let packs: Vec<PathBuf> = options.packs.iter().map(|p| folder.join(p.get_ref())).collect();
        if let Some((pack, written)) = packs.iter().zip(&options.packs).find(|(p, _)| !p.exists()) {
            return Err(at.fault(written.span(), &format!("{}: no such file", pack.display())));
        }
        settings.packs = PackSet::load(&packs)?;
        let glossaries: Vec<PathBuf> = options.glossary.iter().map(|p| folder.join(p.get_ref())).collect();
        settings.glossary = Arc::new(Glossary::load(&glossaries)?);
        Ok(Self { path: path.into(), exclude: values(&options.exclude), packs, settings, overrides })
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
            out.selection.severity.extend(o.severity.iter().map(|(k, v)| (k.clone(), *v.get_ref())));
            let lang = |l: &Option<Spanned<String>>| l.as_ref().and_then(|l| Lang::parse(l.get_ref()));
            out.source_lang = lang(&o.source_lang).or(out.source_lang);
            out.target_lang = lang(&o.target_lang).or(out.target_lang);
        }
        out
    }
}

fn values(list: &[Spanned<String>]) -> Vec<String> {
    list.iter().map(|s| s.get_ref().clone()).collect()
}

/// A file that faults are shown in.
struct Place<'a> {
    path: &'a Path,
    text: &'a str,
}

impl Place<'_> {
    fn fault(&self, span: std::ops::Range<usize>, problem: &str) -> Error {
        in_place(&self.path.to_string_lossy(), self.text, span, problem)
    }

    fn lang(&self, tag: Option<&Spanned<String>>) -> Result<Option<Lang>, Error> {
        let Some(tag) = tag else { return Ok(None) };
        let lang = Lang::parse(tag.get_ref());
        lang.map(Some)
            .ok_or_else(|| self.fault(tag.span(), "no language tag; examples are zh, zh-TW, ja, en"))
    }

    fn check_selectors<'s>(&self, list: impl Iterator<Item = &'s Spanned<String>>) -> Result<(), Error> {
        for selector in list {
            registry::check_selector(selector.get_ref())
                .map_err(|problem| self.fault(selector.span(), &problem))?;
        }
        Ok(())
    }

    fn check_version(&self, wanted: &Spanned<String>) -> Result<(), Error> {
        let numbers = |s: &str| s.split('.').map(|p| p.trim().parse().ok()).collect::<Option<Vec<u32>>>();
        let own = env!("CARGO_PKG_VERSION");
        let least = wanted.get_ref().trim_start_matches(['>', '=', ' ', '^']);
        match (numbers(least), numbers(own)) {
            (Some(least), Some(have)) if have >= least => Ok(()),
            (Some(_), _) => {
                Err(self.fault(wanted.span(), &format!("this is mtlint {own}; install a newer one")))
            }
            (None, _) => Err(self.fault(wanted.span(), "no version; an example is \"0.1\"")),
        }
    }

    fn globs(&self, globs: &[Spanned<String>]) -> Result<GlobSet, Error> {
        let mut set = GlobSetBuilder::new();
        for glob in globs {
            set.add(Glob::new(glob.get_ref()).map_err(|e| self.fault(glob.span(), &e.to_string()))?);
        }
        set.build().map_err(|e| self.fault(0..0, &e.to_string()))
    }

    fn allow(&self, options: &super::options::Allow, folder: &Path) -> Result<AllowList, Error> {
        let mut allow = AllowList::default();
        options.words.iter().for_each(|w| allow.word(w));
        options.names.iter().for_each(|n| allow.name(n));
        options.phrases.iter().for_each(|p| allow.phrase(p));
        for file in &options.files {
            let path = folder.join(file.get_ref());
            let text = std::fs::read_to_string(&path)
                .map_err(|e| self.fault(file.span(), &format!("{}: {e}", path.display())))?;
            let lines = text.lines().map(|l| l.split_once('#').map_or(l, |(before, _)| before));
            lines.for_each(|l| allow.phrase(l));
        }
        Ok(allow)
    }
}

/// Configurations by folder, each read once.
#[derive(Debug, Default)]
pub struct Discovery {
    seen: Mutex<BTreeMap<PathBuf, Option<Arc<Config>>>>,
}

impl Discovery {
    /// The configuration that governs a file: the nearest in its folder or one above.
    ///
    /// # Errors
    /// If the nearest cannot be used.
    pub fn config_for(&self, file: &Path) -> Result<Option<Arc<Config>>, Error> {
        let absolute = std::path::absolute(file).map_err(|e| Error::io(file, &e))?;
        let Some(folder) = absolute.parent() else { return Ok(None) };
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        let mut config = None;
        let mut passed = Vec::new();
        for folder in folder.ancestors() {
            if let Some(known) = seen.get(folder) {
                config = known.clone();
                break;
            }
            passed.push(folder.to_owned());
            let path = folder.join(FILE_NAME);
            if path.is_file() {
                config = Some(Arc::new(Config::read(&path)?));
                break;
            }
        }
        for folder in passed {
            seen.insert(folder, config.clone());
        }
        Ok(config)
    }
}

#[cfg(test)]
mod tests {
    use super::Config;
    use std::path::Path;

    fn parse(text: &str) -> Result<Config, String> {
        Config::parse(Path::new("mtlint.toml"), text).map_err(|e| e.to_string())
    }

    #[test]
    fn overrides_apply_to_their_paths() {
        let config = parse("ignore = [\"untranslated-text\"]\n[[override]]\nfiles = [\"blog/**\"]\nselect = [\"untranslated-text\"]\n").expect("reads");
        assert!(config.settings_for(Path::new("a.md")).selection.select.is_empty());
        let blog = config.settings_for(Path::new("blog/x/a.md")).selection;
        assert_eq!((blog.select.len(), blog.ignore.len()), (1, 1));
    }

    #[test]
    fn faults_are_shown_in_place() {
        for (text, line, word) in [
            ("a = 1", ":1:", "unknown field"),
            ("\nselect = [\"untranslated-txt\"]", ":2:", "untranslated-text"),
            ("target-lang = \"english\"", ":1:", "no language tag"),
            ("required-version = \"99.0\"", ":1:", "newer"),
            ("[allow]\nfiles = [\"nowhere.txt\"]", ":2:", "nowhere.txt"),
            ("\npacks = [\"nowhere.toml\"]", ":2:", "nowhere.toml"),
        ] {
            let error = parse(text).expect_err(text);
            assert!(error.contains(line) && error.contains(word), "{error}");
        }
    }
}
