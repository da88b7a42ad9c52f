//! Termbase files, by their extension.

mod table;
mod tbx;
mod toml;

use std::sync::Arc;

use super::Term;
use crate::error::Error;
use crate::source::SourceFile;

/// The terms of a file.
pub(super) fn read(file: &SourceFile) -> Result<Vec<Term>, Error> {
    let extension = file.path.rsplit_once('.').map(|(_, e)| e.to_lowercase());
    let terms = match extension.as_deref() {
        Some("csv") => table::read(file, b','),
        Some("tsv" | "tab") => table::read(file, b'\t'),
        Some("toml") => toml::read(file),
        Some("tbx") => tbx::read(file),
        _ => Err(Error::Usage(format!("{}: no termbase; known are .csv, .tsv, .toml and .tbx", file.path))),
    }?;
    Ok(terms.into_iter().map(finished).collect())
}

/// A term without the cells that were left empty.
fn finished(mut term: Term) -> Term {
    for list in [&mut term.renderings, &mut term.forbidden] {
        *list = list.iter().map(|form| form.trim().to_owned()).filter(|form| !form.is_empty()).collect();
    }
    term
}

/// What keeps a term from being used.
fn check(term: &Term) -> Result<(), &'static str> {
    let none = |list: &[String]| list.iter().all(|form| form.trim().is_empty());
    // One without a source may be a list still to be filled in.
    match !term.source.is_empty() && none(&term.renderings) && none(&term.forbidden) {
        true => Err("a term without a rendering; give its target, or what is forbidden for it"),
        false => Ok(()),
    }
}

/// Where a term is written.
fn place(file: &SourceFile, line: u32) -> Arc<str> {
    format!("{}:{line}", file.path).into()
}

/// The line, from 1, of a byte.
fn line(file: &SourceFile, at: usize) -> u32 {
    file.lines().line_of(at as u32) as u32 + 1
}

/// An error in a line, from 1.
fn malformed(file: &SourceFile, line: u32, problem: impl Into<String>) -> Error {
    Error::Malformed { path: file.path.to_string(), line, problem: problem.into() }
}
