//! From the paths on the command line to what is checked: folders are walked, translations paired with their sources.

mod pairs;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use pairs::{Tagged, tag_of};

use crate::config::Settings;
use crate::document::Lang;
use crate::document::readers::{Read, is_known, reader_for, reason_to_skip};
use crate::error::Error;

/// Where text comes from.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

impl Origin {
    /// The name that reports use.
    pub fn name(&self) -> &str {
        match self {
            Origin::File(path) => path.to_str().unwrap_or("?"),
            Origin::Stdin => "-",
        }
    }
}

/// One thing to check.
#[derive(Debug, Clone)]
pub struct Input {
    /// Its path as reports name it; its extension decides the reader.
    pub name: String,
    /// Where it is.
    pub origin: Origin,
    /// Its source text, if that is a file of its own.
    pub source: Option<Origin>,
    /// The target language, as far as the name tells.
    pub target_lang: Option<Lang>,
    /// The source language, as far as the name tells.
    pub source_lang: Option<Lang>,
}

/// What the walk found.
#[derive(Debug, Default)]
pub struct Walk {
    /// What is to be checked, sorted by name.
    pub inputs: Vec<Input>,
    /// Files that were left out, and why: one line each for standard error.
    pub skipped: Vec<String>,
    /// Paths that are not there.
    pub errors: Vec<Error>,
}

/// How to walk.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// Paths as given; none means the current folder.
    pub paths: Vec<PathBuf>,
    /// The source, a file or a folder, if given.
    pub source: Option<PathBuf>,
    /// Globs of paths to leave out.
    pub exclude: Vec<String>,
    /// Whether files are paired by their names.
    pub pairing: bool,
    /// The name that standard input goes by.
    pub stdin_filename: Option<String>,
}

/// Finds what is to be checked.
///
/// # Errors
/// If a glob is not one, or `--source` does not fit the paths.
pub fn walk(plan: &Plan, settings: &Settings) -> Result<Walk, Error> {
    let mut out = Walk::default();
    let exclude = excluder(&plan.exclude)?;
    let paths = if plan.paths.is_empty() { vec![PathBuf::from(".")] } else { plan.paths.clone() };
    let mut named: BTreeMap<String, bool> = BTreeMap::new();
    let mut skipped: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for path in &paths {
        if path.as_os_str() == "-" {
            out.inputs.push(stdin(plan));
        } else if path.is_dir() {
            for file in files_below(path, &exclude, &mut out.errors) {
                match reason_to_skip(&file) {
                    Some(reason) => skipped.entry(reason).or_default().push(file),
                    None => _ = named.entry(file).or_insert(false),
                }
            }
        } else if path.exists() {
            named.insert(clean(path), true);
        } else {
            let problem = "no such file or folder".to_owned();
            out.errors.push(Error::Io { path: path.clone(), problem });
        }
    }
    out.skipped.extend(skipped.iter().map(|(reason, files)| skipped_for(reason, files)));
    match &plan.source {
        Some(source) => pairs::with_source(source, &named, settings, &mut out)?,
        None if plan.pairing => pairs::by_name(&named, settings, &mut out),
        None => out.inputs.extend(named.keys().map(|name| alone(name))),
    }
    out.inputs.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(out)
}

/// One line for all files that a walk leaves out for one reason: a folder of data holds many.
fn skipped_for(reason: &str, files: &[String]) -> String {
    match files {
        [file] => format!("{file}: skipped: {reason}"),
        [first, ..] => format!("{first}: skipped with {} more: {reason}", files.len() - 1),
        [] => String::new(),
    }
}

fn alone(name: &str) -> Input {
    let target_lang = tag_of(name).map(|t| t.lang);
    Input {
        name: name.to_owned(),
        origin: Origin::File(name.into()),
        source: None,
        target_lang,
        source_lang: None,
    }
}

fn stdin(plan: &Plan) -> Input {
    let name = plan.stdin_filename.clone().unwrap_or_else(|| "stdin.txt".into());
    let target_lang = tag_of(&name).map(|t| t.lang);
    let source = plan.source.clone().map(Origin::File);
    Input { name, origin: Origin::Stdin, source, target_lang, source_lang: None }
}

/// Whether a file holds both sides, so that it needs no partner.
fn is_bilingual(name: &str) -> bool {
    reader_for(name).is_ok_and(|r| matches!(r.read, Read::Bilingual(_)))
}

fn excluder(globs: &[String]) -> Result<ignore::overrides::Override, Error> {
    let mut builder = ignore::overrides::OverrideBuilder::new(".");
    for glob in globs {
        builder.add(&format!("!{glob}")).map_err(|e| Error::Usage(format!("--exclude {glob}: {e}")))?;
    }
    builder.build().map_err(|e| Error::Usage(e.to_string()))
}

fn files_below(folder: &Path, exclude: &ignore::overrides::Override, errors: &mut Vec<Error>) -> Vec<String> {
    let mut out = Vec::new();
    let walk = ignore::WalkBuilder::new(folder).overrides(exclude.clone()).require_git(false).build();
    for entry in walk {
        match entry {
            Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) => {
                let name = clean(entry.path());
                if is_known(&name) {
                    out.push(name);
                }
            }
            Ok(_) => {}
            Err(e) => errors.push(Error::Io { path: folder.into(), problem: e.to_string() }),
        }
    }
    out
}

/// A path as reports name it: `/` between its parts, no `./` before it.
fn clean(path: &Path) -> String {
    let name = path.to_string_lossy().replace('\\', "/");
    name.strip_prefix("./").map_or(name.clone(), str::to_owned)
}
