//! A configuration and those that it builds on, the farthest first.

use std::path::{Path, PathBuf};

use super::options::Options;
use super::place::Place;
use crate::error::Error;

/// One file of a configuration.
pub(super) struct Layer {
    pub(super) path: PathBuf,
    pub(super) text: String,
    pub(super) options: Options,
}

impl Layer {
    pub(super) fn place(&self) -> Place<'_> {
        Place { path: &self.path, text: &self.text }
    }
}

/// Reads a file and everything that it extends; each file counts once, where it is first needed.
///
/// # Errors
/// [`Error::Io`], or [`Error::Config`] with the place of the fault.
pub(super) fn read(path: &Path) -> Result<Vec<Layer>, Error> {
    let text = std::fs::read_to_string(path).map_err(|e| Error::io(path, &e))?;
    parse(path, text)
}

/// The same for a file whose text is known.
pub(super) fn parse(path: &Path, text: String) -> Result<Vec<Layer>, Error> {
    let mut out = Vec::new();
    add(path, text, &mut Vec::new(), &mut out)?;
    Ok(out)
}

fn add(path: &Path, text: String, way: &mut Vec<PathBuf>, out: &mut Vec<Layer>) -> Result<(), Error> {
    let at = Place { path, text: &text };
    let options: Options =
        toml::from_str(&text).map_err(|e| at.fault(e.span().unwrap_or(0..0), e.message()))?;
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    way.push(real(path));
    for written in &options.extends {
        let base = at.existing(written)?;
        if way.contains(&real(&base)) {
            let problem = format!("{} is extended by this file already, or is this file", base.display());
            return Err(at.fault(written.span(), &format!("a circle: {problem}; take one step out")));
        }
        if out.iter().any(|layer| real(&layer.path) == real(&base)) {
            continue;
        }
        let text = std::fs::read_to_string(&base)
            .map_err(|e| at.fault(written.span(), &format!("{}: {e}", base.display())))?;
        add(&base, text, way, out)?;
    }
    way.pop();
    out.push(Layer { path: path.to_owned(), text, options });
    Ok(())
}
