//! Sample articles: what a check finds in each is compared with the snapshot that is kept of it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::Args;
use super::packs::shown;
use crate::cli::Failure;
use crate::config::{Config, Resolver};
use crate::error::Error;
use crate::report::Report;
use crate::run::{conclude, run as run_inputs};
use crate::snapshot::{Difference, Listing, compare};
use crate::walk::{Plan, walk};

/// The folder, inside one of samples, that snapshots are kept in.
const KEPT: &str = "snapshots";
/// What the name of a snapshot ends in.
const ENDING: &str = ".snap";
/// What the first line of a snapshot begins with: no other file is ever removed.
const HEAD: &str = "# What mtlint finds in ";

/// An article and its snapshot.
#[derive(serde::Serialize)]
pub(super) struct Sample {
    /// The article.
    pub(super) path: String,
    /// Its snapshot.
    pub(super) snapshot: String,
    pub(super) state: State,
    /// What differs, in the order of the article.
    pub(super) differences: Vec<Difference>,
}

/// How a snapshot stands to what is found.
#[derive(Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum State {
    /// It says what is found.
    Same,
    /// It says something else.
    Changed,
    /// There is none.
    New,
    /// There is no such article any more.
    Stale,
    /// It was written now.
    Written,
    /// It was removed now.
    Removed,
}

impl Sample {
    pub(super) fn is_wrong(&self) -> bool {
        matches!(self.state, State::Changed | State::New | State::Stale)
    }
}

/// The folders of samples: as given, or those of the configuration and those beside packs.
pub(super) fn folders(args: &Args, config: Option<&Config>) -> Vec<PathBuf> {
    if !args.samples.is_empty() {
        return args.samples.clone();
    }
    let beside = args.packs.iter().map(|pack| match pack.is_dir() {
        true => pack.join("samples"),
        false => pack.parent().unwrap_or(Path::new("")).join("samples"),
    });
    let configured = config.map(|c| c.samples.clone()).unwrap_or_default();
    let mut out: Vec<PathBuf> = Vec::new();
    for folder in configured.into_iter().chain(beside.filter(|folder| folder.is_dir())) {
        if !out.iter().any(|known| known.canonicalize().ok() == folder.canonicalize().ok()) {
            out.push(PathBuf::from(&*shown(&folder.to_string_lossy())));
        }
    }
    out
}

/// Checks the articles of all folders, and writes their snapshots if `update`.
pub(super) fn run(
    folders: &[PathBuf],
    update: bool,
    resolver: &Resolver,
    errors: &mut Vec<String>,
) -> Result<Vec<Sample>, Failure> {
    let mut out = Vec::new();
    for folder in folders {
        let report = check(folder, resolver)?;
        errors.extend(report.errors.iter().map(|e| e.message.clone()));
        if report.files.is_empty() && report.errors.is_empty() {
            let problem = format!("{}: no article in it that can be checked", folder.display());
            return Err(Error::Usage(problem).into());
        }
        let mut kept: BTreeSet<PathBuf> = snapshots(&folder.join(KEPT));
        for file in &report.files {
            let path = snapshot_of(folder, &file.path);
            kept.remove(&path);
            let text = text(&report, &file.path, file.source.as_deref());
            out.push(sample(&file.path, &path, &text, update)?);
        }
        for path in kept {
            out.push(stale(&path, update)?);
        }
    }
    Ok(out)
}

fn check(folder: &Path, resolver: &Resolver) -> Result<Report, Failure> {
    if !folder.is_dir() {
        return Err(Error::Usage(format!("{}: no such folder of samples", folder.display())).into());
    }
    let plan = Plan { paths: vec![folder.to_owned()], pairing: true, ..Plan::default() };
    let found = walk(&plan, &resolver.settings_for(&folder.join("x"))?)?;
    let mut results = run_inputs(&found.inputs, resolver);
    conclude(&mut results);
    Ok(Report::new(results, found.errors, true))
}

/// Where the snapshot of an article is kept.
fn snapshot_of(folder: &Path, article: &str) -> PathBuf {
    let folder_name = folder.to_string_lossy().replace('\\', "/");
    let folder_name = folder_name.strip_prefix("./").unwrap_or(&folder_name).trim_end_matches('/').to_owned();
    let inside = article.strip_prefix(&folder_name).unwrap_or(article).trim_start_matches('/');
    folder.join(KEPT).join(format!("{inside}{ENDING}"))
}

/// The text of a snapshot.
fn text(report: &Report, path: &str, source: Option<&str>) -> String {
    let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_owned();
    let beside = source.map(|s| format!(" beside {}", name(s))).unwrap_or_default();
    let listing = Listing::of_file(report, path);
    format!("{HEAD}{}{beside}; `mtlint test --update` writes it.\n\n{listing}", name(path))
}

fn sample(article: &str, path: &Path, text: &str, update: bool) -> Result<Sample, Error> {
    let before = match fs::read_to_string(path) {
        Ok(before) => Some(before.replace("\r\n", "\n")),
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => None,
        Err(e) => return Err(Error::io(path, &e)),
    };
    let state = match &before {
        Some(before) if before == text => State::Same,
        _ if update => {
            write(path, text)?;
            State::Written
        }
        Some(_) => State::Changed,
        None => State::New,
    };
    let listing = |text: &str| {
        Listing::parse(text).map_err(|line| Error::Malformed {
            path: path.display().to_string(),
            line: line as u32,
            problem: "no line of a snapshot; `mtlint test --update` writes it anew".to_owned(),
        })
    };
    let differences = match (&before, state) {
        (Some(before), State::Changed) => compare(&listing(before)?, &listing(text)?),
        _ => Vec::new(),
    };
    Ok(Sample { path: article.to_owned(), snapshot: path.display().to_string(), state, differences })
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|e| Error::io(folder, &e))?;
    }
    fs::write(path, text).map_err(|e| Error::io(path, &e))
}

/// A snapshot whose article is gone.
fn stale(path: &Path, update: bool) -> Result<Sample, Error> {
    if update {
        fs::remove_file(path).map_err(|e| Error::io(path, &e))?;
    }
    let state = if update { State::Removed } else { State::Stale };
    let snapshot = path.display().to_string();
    Ok(Sample { path: snapshot.clone(), snapshot, state, differences: Vec::new() })
}

/// All snapshots below a folder.
fn snapshots(folder: &Path) -> BTreeSet<PathBuf> {
    let mut out = BTreeSet::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            out.extend(snapshots(&path));
        } else if path.to_string_lossy().ends_with(ENDING)
            && fs::read_to_string(&path).is_ok_and(|text| text.starts_with(HEAD))
        {
            out.insert(path);
        }
    }
    out
}
