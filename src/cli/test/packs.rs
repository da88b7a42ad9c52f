//! Which packs are tested, and their tests.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::config::Config;
use crate::error::Error;
use crate::pack::selftest::{self, Failure};
use crate::pack::{Pack, PackSet, Usage, pack_files};

/// The packs in use, and those of them that are tested.
pub(super) struct Packs {
    pub(super) set: PackSet,
    pub(super) own: Vec<Arc<Pack>>,
}

/// What came out of the tests in packs.
#[derive(serde::Serialize)]
pub(super) struct Tested {
    /// The packs that were tested.
    pub(super) packs: Vec<Count>,
    /// What does not hold.
    pub(super) failures: Vec<Failure>,
}

/// The tests of a pack in numbers.
#[derive(serde::Serialize)]
pub(super) struct Count {
    id: String,
    path: Arc<str>,
    tests: usize,
    failed: usize,
}

impl Tested {
    pub(super) fn tests(&self) -> usize {
        self.packs.iter().map(|p| p.tests).sum()
    }

    pub(super) fn failed(&self) -> usize {
        self.packs.iter().map(|p| p.failed).sum()
    }
}

/// The packs at `paths`; without any those of the configuration; without these those that ship. Packs with something
/// wrong in them are left out, and all of it told.
pub(super) fn choose(
    paths: &[PathBuf],
    config: Option<&Config>,
    errors: &mut Vec<String>,
) -> Result<Packs, Error> {
    let configured = config.map(|c| c.settings_for(&c.path).packs).unwrap_or_default();
    if paths.is_empty() {
        let own: Vec<_> = configured.packs().iter().filter(|p| !p.is_embedded()).cloned().collect();
        let own = if own.is_empty() { configured.packs().to_vec() } else { own };
        return Ok(Packs { set: configured, own });
    }
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let mut files = pack_files(paths)?;
    if files.is_empty() {
        let folder = paths.first().map(|p| p.display().to_string()).unwrap_or_default();
        return Err(Error::Usage(format!("{folder}: no packs in it; `mtlint new pack NAME` writes one")));
    }
    files.retain(|file| {
        let faults = Pack::faults(file);
        errors.extend(faults.iter().map(ToString::to_string));
        faults.is_empty()
    });
    // The packs that ship go by their paths in the project, which may be where this runs.
    let loaded = configured.packs().iter().filter(|p| !p.is_embedded());
    let known: Vec<PathBuf> = loaded.map(|p| real(Path::new(&*p.path))).collect();
    let set = match files.iter().all(|file| known.contains(&real(file))) {
        true => configured,
        false => PackSet::load(&files)?,
    };
    let named: Vec<PathBuf> = files.iter().map(|file| real(file)).collect();
    let is_named = |p: &&Arc<Pack>| !p.is_embedded() && named.contains(&real(Path::new(&*p.path)));
    let own = set.packs().iter().filter(is_named).cloned().collect();
    Ok(Packs { set, own })
}

/// Runs the tests; what of the entries they bring up is handed back, too.
pub(super) fn test(packs: &Packs) -> Result<(Tested, Usage), Error> {
    let mut tested = Tested { packs: Vec::new(), failures: Vec::new() };
    let mut exercised = Usage::default();
    for pack in &packs.own {
        let outcome = selftest::run(&packs.set, pack)?;
        let local = |failure: Failure| Failure { path: shown(&failure.path), ..failure };
        tested.failures.extend(outcome.failures.into_iter().map(local));
        exercised.merge(outcome.exercised);
        let (id, path) = (pack.header.id.clone(), shown(&pack.path));
        tested.packs.push(Count { id, path, tests: outcome.tests, failed: outcome.failed });
    }
    Ok((tested, exercised))
}

/// A path as people are shown it: without the current folder before it.
pub(super) fn shown(path: &str) -> Arc<str> {
    let here = std::env::current_dir().unwrap_or_default();
    let local = Path::new(path).strip_prefix(&here).ok().and_then(Path::to_str);
    local.map_or_else(|| path.into(), |local| local.replace('\\', "/").into())
}
