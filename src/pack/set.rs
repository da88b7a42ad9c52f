//! The packs in use: those that ship, and those that the user names.

use std::collections::HashMap;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::check::check;
use super::entry::Entry;
use super::fault::{self, Fault, Step};
use super::matcher::Matcher;
use super::schema::{Header, Kind, PackFile};
use crate::document::Langs;
use crate::error::Error;

/// A pack that ships, as the build script stored it.
struct Embedded {
    path: &'static str,
    id: &'static str,
    version: &'static str,
    source_lang: Option<&'static str>,
    target_lang: Option<&'static str>,
    json: &'static [u8],
    toml: &'static [u8],
}

static EMBEDDED: &[Embedded] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// A pack.
#[derive(Debug)]
pub struct Pack {
    /// The file that it came from.
    pub path: Arc<str>,
    /// What it says of itself.
    pub header: Header,
    entries: OnceLock<Vec<Arc<Entry>>>,
    origin: Origin,
}

#[derive(Debug)]
enum Origin {
    Embedded { json: &'static [u8], toml: &'static [u8] },
    File { text: Arc<str>, file: Box<PackFile> },
}

impl Pack {
    /// Reads a pack and checks it.
    ///
    /// # Errors
    /// [`Error::Config`] with the first fault, shown in its place.
    pub fn parse(path: &str, text: &str) -> Result<Self, Error> {
        let file = parse(path, text)?;
        if let Some(fault) = check(&file).into_iter().next() {
            return Err(fault.into_error(path, text));
        }
        Ok(Self {
            path: path.into(),
            header: file.pack.clone(),
            entries: OnceLock::new(),
            origin: Origin::File { text: text.into(), file: Box::new(file) },
        })
    }

    /// Its entries, names first, then terms, patterns and spellings, each in the order of the file.
    pub fn entries(&self) -> &[Arc<Entry>] {
        self.entries.get_or_init(|| match &self.origin {
            // The build script wrote it out of the same types; a test reads every one.
            Origin::Embedded { json, .. } => entries(serde_json::from_slice(json).unwrap_or_default()),
            Origin::File { file, .. } => entries((**file).clone()),
        })
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

    fn is_for(&self, langs: &Langs) -> bool {
        let source = self.header.source_lang.as_deref();
        let target = self.header.target_lang.as_deref();
        // An unknown source may be any.
        source.is_none_or(|s| langs.source.as_ref().is_none_or(|l| l.matches(s)))
            && target.is_none_or(|t| langs.target.matches(t))
    }
}

fn entries(file: PackFile) -> Vec<Arc<Entry>> {
    let id = file.pack.id;
    let kinds = [
        (Kind::Name, file.name),
        (Kind::Term, file.term),
        (Kind::Pattern, file.pattern),
        (Kind::Either, file.either),
        (Kind::Pair, file.pair),
    ];
    let mut out = Vec::new();
    for (kind, specs) in kinds {
        out.extend(specs.into_iter().enumerate().map(|(i, spec)| Arc::new(Entry::new(&id, kind, i, spec))));
    }
    out
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

/// Some packs, and what is made of them for each pair of languages.
#[derive(Clone)]
pub struct PackSet {
    packs: Arc<[Arc<Pack>]>,
    matchers: Arc<Mutex<HashMap<Vec<bool>, Arc<Matcher>>>>,
}

impl Default for PackSet {
    fn default() -> Self {
        static SHIPPED: OnceLock<PackSet> = OnceLock::new();
        SHIPPED
            .get_or_init(|| PackSet::new(EMBEDDED.iter().map(Embedded::pack).map(Arc::new).collect()))
            .clone()
    }
}

impl Embedded {
    fn pack(&self) -> Pack {
        let owned = |s: Option<&str>| s.map(str::to_owned);
        Pack {
            path: self.path.into(),
            header: Header {
                id: self.id.into(),
                version: self.version.into(),
                summary: String::new(),
                source_lang: owned(self.source_lang),
                target_lang: owned(self.target_lang),
            },
            entries: OnceLock::new(),
            origin: Origin::Embedded { json: self.json, toml: self.toml },
        }
    }
}

impl fmt::Debug for PackSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.packs.iter().map(|p| &p.header.id)).finish()
    }
}

impl PackSet {
    fn new(packs: Vec<Arc<Pack>>) -> Self {
        Self { packs: packs.into(), matchers: Arc::default() }
    }

    /// One pack alone.
    pub fn of(pack: Pack) -> Self {
        Self::new(vec![Arc::new(pack)])
    }

    /// No pack at all.
    pub fn none() -> Self {
        Self::new(Vec::new())
    }

    /// The packs that ship, and those at `paths`: files, or folders of them. One with the id of a pack that ships
    /// takes its place.
    ///
    /// # Errors
    /// If a pack cannot be read, or has something wrong in it.
    pub fn load(paths: &[PathBuf]) -> Result<Self, Error> {
        let own = Self::only(paths)?;
        let shipped = Self::default();
        let kept = shipped.packs.iter().filter(|p| own.packs.iter().all(|o| o.header.id != p.header.id));
        Ok(Self::new(kept.chain(own.packs.iter()).cloned().collect()))
    }

    /// The packs at `paths` alone.
    ///
    /// # Errors
    /// If a pack cannot be read, or has something wrong in it.
    pub fn only(paths: &[PathBuf]) -> Result<Self, Error> {
        let mut packs: Vec<Arc<Pack>> = Vec::new();
        for path in files(paths)? {
            let name = path.to_string_lossy().replace('\\', "/");
            let text = std::fs::read_to_string(&path).map_err(|e| Error::io(&path, &e))?;
            let pack = Pack::parse(&name, &text)?;
            if let Some(other) = packs.iter().find(|p| p.header.id == pack.header.id) {
                let problem = format!("`{}` is the id of {}, too", pack.header.id, other.path);
                let at = vec![Step::Key("pack"), Step::Key("id")];
                return Err(Fault { at, problem }.into_error(&name, &text));
            }
            packs.push(Arc::new(pack));
        }
        Ok(Self::new(packs))
    }

    /// The packs.
    pub fn packs(&self) -> &[Arc<Pack>] {
        &self.packs
    }

    /// The packs that speak of texts in these languages.
    pub fn for_langs(&self, langs: &Langs) -> impl Iterator<Item = &Arc<Pack>> {
        self.packs.iter().filter(move |p| p.is_for(langs))
    }

    /// The entry `PACK/ENTRY`.
    pub fn entry(&self, id: &str) -> Option<Arc<Entry>> {
        let packs = self.packs.iter().filter(|p| id.starts_with(p.header.id.as_str()));
        packs.flat_map(|p| p.entries()).find(|e| &*e.id == id).cloned()
    }

    /// Makes ready what checking in these languages needs.
    pub fn warm(&self, langs: &Langs) {
        self.matcher(langs);
    }

    pub(super) fn matcher(&self, langs: &Langs) -> Arc<Matcher> {
        let mut key: Vec<bool> = self.packs.iter().map(|p| p.is_for(langs)).collect();
        key.push(langs.target.is_cjk());
        let mut known = self.matchers.lock().unwrap_or_else(PoisonError::into_inner);
        let made = known.entry(key).or_insert_with(|| {
            let entries = self.for_langs(langs).flat_map(|p| p.entries()).cloned().collect();
            Arc::new(Matcher::new(entries, langs.target.is_cjk()))
        });
        Arc::clone(made)
    }
}

fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut out = Vec::new();
    for path in paths {
        if path.is_dir() {
            let read = std::fs::read_dir(path).map_err(|e| Error::io(path, &e))?;
            let mut inside: Vec<PathBuf> = read.filter_map(|e| Some(e.ok()?.path())).collect();
            inside.retain(|p| p.is_dir() || is_toml(p));
            inside.sort();
            out.extend(files(&inside)?);
        } else {
            out.push(path.clone());
        }
    }
    Ok(out)
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|e| e == "toml")
}
