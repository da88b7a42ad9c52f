//! One pack: what a file of it says, and which of its entries are in use.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use super::check::check;
use super::entry::{Entry, entry_id};
use super::fault;
use super::schema::{EntrySpec, Header, Kind, PackFile};
use crate::document::Langs;
use crate::error::Error;

/// A pack.
#[derive(Debug)]
pub struct Pack {
    /// The file that it came from.
    pub path: Arc<str>,
    /// What it says of itself.
    pub header: Header,
    pub(super) origin: Origin,
    entries: OnceLock<Vec<Arc<Entry>>>,
    /// Ids, inside the pack, of entries that are switched off.
    off: BTreeSet<String>,
}

/// Where a pack comes from.
#[derive(Clone, Debug)]
pub(super) enum Origin {
    /// It ships: what checking needs as JSON, and the file with its tests.
    Embedded { json: &'static [u8], toml: &'static [u8] },
    /// A file of the user's.
    File { text: Arc<str>, file: Arc<PackFile> },
}

impl Pack {
    /// Reads a pack and checks it. What it extends is looked for by [`super::PackSet::load`].
    ///
    /// # Errors
    /// [`Error::Config`] with the first fault, shown in its place.
    pub fn parse(path: &str, text: &str) -> Result<Self, Error> {
        let file = parse(path, text)?;
        let mut faults = check(&file).into_iter();
        if let Some(mut fault) = faults.next() {
            let more = faults.count();
            if more > 0 {
                fault.problem += &format!("; {more} more in this pack, `mtlint test {path}` lists them");
            }
            return Err(fault.into_error(path, text));
        }
        let header = file.pack.clone();
        Ok(Self::new(path, header, Origin::File { text: text.into(), file: Arc::new(file) }))
    }

    /// Reads the file of a pack and checks it.
    ///
    /// # Errors
    /// [`Error::Io`], or [`Error::Config`] with the first fault, shown in its place.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let text = std::fs::read_to_string(path).map_err(|e| Error::io(path, &e))?;
        Self::parse(&path.to_string_lossy().replace('\\', "/"), &text)
    }

    /// Everything that is wrong in the file of a pack, each shown in its place.
    pub fn faults(path: &Path) -> Vec<Error> {
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(e) => return vec![Error::io(path, &e)],
        };
        let name = path.to_string_lossy().replace('\\', "/");
        match parse(&name, &text) {
            Ok(file) => check(&file).into_iter().map(|fault| fault.into_error(&name, &text)).collect(),
            Err(error) => vec![error],
        }
    }

    pub(super) fn new(path: &str, header: Header, origin: Origin) -> Self {
        Self { path: path.into(), header, origin, entries: OnceLock::new(), off: BTreeSet::new() }
    }

    /// The same pack without some entries, named by their ids inside it.
    pub(super) fn without(&self, ids: &BTreeSet<String>) -> Self {
        let mut pack = Self::new(&self.path, self.header.clone(), self.origin.clone());
        pack.off = &self.off | ids;
        pack
    }

    /// Its entries that are in use, names first, then terms, patterns, spellings and pairs, each in the order of the
    /// file.
    pub fn entries(&self) -> &[Arc<Entry>] {
        self.entries.get_or_init(|| match &self.origin {
            // The build script wrote it out of the same types; a test reads every one.
            Origin::Embedded { json, .. } => self.compile(serde_json::from_slice(json).unwrap_or_default()),
            Origin::File { file, .. } => self.compile((**file).clone()),
        })
    }

    fn compile(&self, file: PackFile) -> Vec<Arc<Entry>> {
        let id = &self.header.id;
        let kinds = [
            (Kind::Name, file.name),
            (Kind::Term, file.term),
            (Kind::Pattern, file.pattern),
            (Kind::Either, file.either),
            (Kind::Pair, file.pair),
        ];
        let mut out = Vec::new();
        for (kind, specs) in kinds {
            let used = specs.into_iter().enumerate();
            let used =
                used.filter(|(i, spec)| self.off.is_empty() || !self.off.contains(&entry_id(kind, *i, spec)));
            out.extend(used.map(|(i, spec)| Arc::new(Entry::new(id, kind, i, spec))));
        }
        out
    }

    /// The entries in use as they are written, tests included, each with its kind and its number among those of the
    /// kind: in the order of [`Pack::entries`].
    ///
    /// # Errors
    /// If the pack cannot be read.
    pub(super) fn written(&self) -> Result<Vec<(Kind, usize, EntrySpec)>, Error> {
        let file = parse(&self.path, &self.text())?;
        let all = Kind::ALL.into_iter().flat_map(|kind| {
            file.entries(kind).iter().enumerate().map(move |(i, spec)| (kind, i, spec.clone()))
        });
        Ok(all.filter(|(kind, i, spec)| !self.off.contains(&entry_id(*kind, *i, spec))).collect())
    }

    /// The file as it was written.
    pub fn text(&self) -> Arc<str> {
        match &self.origin {
            Origin::Embedded { toml, .. } => {
                let bytes = miniz_oxide::inflate::decompress_to_vec_zlib(toml).unwrap_or_default();
                String::from_utf8_lossy(&bytes).into()
            }
            Origin::File { text, .. } => Arc::clone(text),
        }
    }

    /// Whether it ships with the program.
    pub fn is_embedded(&self) -> bool {
        matches!(self.origin, Origin::Embedded { .. })
    }

    /// Whether it speaks of texts in these languages. An unknown source may be any.
    pub fn is_for(&self, langs: &Langs) -> bool {
        let source = self.header.source_lang.as_deref();
        let target = self.header.target_lang.as_deref();
        source.is_none_or(|s| langs.source.as_ref().is_none_or(|l| l.matches(s)))
            && target.is_none_or(|t| langs.target.matches(t))
    }

    /// The id of an entry inside the pack.
    pub(super) fn local_id<'e>(&self, entry: &'e Entry) -> &'e str {
        entry.id.get(self.header.id.len() + 1..).unwrap_or_default()
    }
}

/// Reads a pack without the cross-checks.
///
/// # Errors
/// [`Error::Config`] where it is no TOML, or a key is unknown or of another type.
pub(super) fn parse(path: &str, text: &str) -> Result<PackFile, Error> {
    toml::from_str(text).map_err(|e| {
        let span = e.span().unwrap_or(0..0);
        fault::error(path, text, span, e.message())
    })
}

/// The packs at `paths`: files, or folders of them at any depth. A configuration among them is no pack.
///
/// # Errors
/// If a folder cannot be read.
pub fn pack_files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut out = Vec::new();
    for path in paths {
        if path.is_dir() {
            let read = std::fs::read_dir(path).map_err(|e| Error::io(path, &e))?;
            let mut inside: Vec<PathBuf> = read.filter_map(|e| Some(e.ok()?.path())).collect();
            inside.retain(|p| p.is_dir() || is_pack(p));
            inside.sort();
            out.extend(pack_files(&inside)?);
        } else {
            out.push(path.clone());
        }
    }
    Ok(out)
}

fn is_pack(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "toml")
        && path.file_name().is_some_and(|name| name != crate::config::FILE_NAME)
}
