//! Checks of single values of a configuration, with faults shown in their line.

use std::ops::Range;
use std::path::Path;

use globset::{Glob, GlobSet, GlobSetBuilder};
use toml::Spanned;

use super::AllowList;
use super::options::Allow;
use crate::document::Lang;
use crate::error::Error;
use crate::report::in_place;
use crate::rule::registry;

/// A file that faults are shown in.
pub(super) struct Place<'a> {
    pub(super) path: &'a Path,
    pub(super) text: &'a str,
}

impl Place<'_> {
    pub(super) fn fault(&self, span: Range<usize>, problem: &str) -> Error {
        in_place(&self.path.to_string_lossy(), self.text, span, problem)
    }

    pub(super) fn folder(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }

    pub(super) fn lang(&self, tag: Option<&Spanned<String>>) -> Result<Option<Lang>, Error> {
        let Some(tag) = tag else { return Ok(None) };
        let lang = Lang::parse(tag.get_ref());
        lang.map(Some)
            .ok_or_else(|| self.fault(tag.span(), "no language tag; examples are zh, zh-TW, ja, en"))
    }

    pub(super) fn selectors<'s>(
        &self,
        list: impl IntoIterator<Item = &'s Spanned<String>>,
    ) -> Result<(), Error> {
        for selector in list {
            registry::check_selector(selector.get_ref())
                .map_err(|problem| self.fault(selector.span(), &problem))?;
        }
        Ok(())
    }

    pub(super) fn version(&self, wanted: &Spanned<String>) -> Result<(), Error> {
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

    pub(super) fn globs(&self, globs: &[Spanned<String>]) -> Result<GlobSet, Error> {
        let mut set = GlobSetBuilder::new();
        for glob in globs {
            set.add(Glob::new(glob.get_ref()).map_err(|e| self.fault(glob.span(), &e.to_string()))?);
        }
        set.build().map_err(|e| self.fault(0..0, &e.to_string()))
    }

    /// Adds what is right to a list.
    pub(super) fn allow(&self, options: &Allow, allow: &mut AllowList) -> Result<(), Error> {
        options.words.iter().for_each(|w| allow.word(w));
        options.names.iter().for_each(|n| allow.name(n));
        options.phrases.iter().for_each(|p| allow.phrase(p));
        for file in &options.files {
            let path = self.folder().join(file.get_ref());
            let text = std::fs::read_to_string(&path)
                .map_err(|e| self.fault(file.span(), &format!("{}: {e}", path.display())))?;
            let lines = text.lines().map(|l| l.split_once('#').map_or(l, |(before, _)| before));
            lines.for_each(|l| allow.phrase(l));
        }
        Ok(())
    }

    /// A path that must be there.
    pub(super) fn existing(&self, written: &Spanned<String>) -> Result<std::path::PathBuf, Error> {
        let path = self.folder().join(written.get_ref());
        match path.exists() {
            true => Ok(path),
            false => Err(self.fault(
                written.span(),
                &format!("{}: no such file; paths are relative to this configuration", path.display()),
            )),
        }
    }
}
