//! The packs in use: those that ship, those that the user names, and those that these build on.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::entry::Entry;
use super::extend;
use super::fault::{Fault, Step};
use super::file::{Pack, pack_files};
use super::matcher::Matcher;
use super::shipped::shipped;
use crate::document::Langs;
use crate::error::Error;

/// Some packs, and what is made of them for each pair of languages.
#[derive(Clone)]
pub struct PackSet {
    packs: Arc<[Arc<Pack>]>,
    matchers: Arc<Mutex<HashMap<Vec<bool>, Arc<Matcher>>>>,
}

impl Default for PackSet {
    /// The packs that ship.
    fn default() -> Self {
        static SHIPPED: OnceLock<PackSet> = OnceLock::new();
        SHIPPED.get_or_init(|| PackSet::new(shipped().to_vec())).clone()
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

    /// One pack alone, without what it extends.
    pub fn of(pack: Pack) -> Self {
        Self::new(vec![Arc::new(pack)])
    }

    /// No pack at all.
    pub fn none() -> Self {
        Self::new(Vec::new())
    }

    /// The packs that ship, and those at `paths`: files, or folders of them, with what they extend. One with the id of
    /// a pack that ships takes its place.
    ///
    /// # Errors
    /// If a pack cannot be read, has something wrong in it, or extends or disables what is not there.
    pub fn load(paths: &[PathBuf]) -> Result<Self, Error> {
        if paths.is_empty() {
            return Ok(Self::default());
        }
        Self::with(read(paths)?)
    }

    /// The packs that ship, and these, with what they extend.
    ///
    /// # Errors
    /// If one extends or disables what is not there.
    pub fn with(own: Vec<Pack>) -> Result<Self, Error> {
        let own = extend::resolve(own)?;
        let kept = shipped().iter().filter(|p| own.packs.iter().all(|o| o.header.id != p.header.id));
        let all: Vec<Arc<Pack>> = kept.cloned().chain(own.packs.iter().cloned()).collect();
        Ok(Self::new(all).switched_off(&own.off))
    }

    /// The packs at `paths` and what they extend, and no other.
    ///
    /// # Errors
    /// If a pack cannot be read, has something wrong in it, or extends or disables what is not there.
    pub fn only(paths: &[PathBuf]) -> Result<Self, Error> {
        let own = extend::resolve(read(paths)?)?;
        let from_shipped = shipped().iter().filter(|p| own.shipped.contains(&p.header.id));
        let all: Vec<Arc<Pack>> = from_shipped.cloned().chain(own.packs.iter().cloned()).collect();
        Ok(Self::new(all).switched_off(&own.off))
    }

    /// The same without an entry (`PACK/ENTRY`) or a whole pack.
    ///
    /// # Errors
    /// A message with the nearest id, if there is none of this one.
    pub fn without(&self, id: &str) -> Result<Self, String> {
        if self.packs.iter().any(|p| p.header.id == id) {
            return Ok(Self::new(self.packs.iter().filter(|p| p.header.id != id).cloned().collect()));
        }
        let (pack, entry) = extend::find(id, &self.packs)?;
        let off = BTreeMap::from([(pack, BTreeSet::from([entry]))]);
        Ok(self.switched_off(&off))
    }

    /// The same without some entries: their ids inside their packs, by the ids of these.
    fn switched_off(&self, off: &BTreeMap<String, BTreeSet<String>>) -> Self {
        let one = |pack: &Arc<Pack>| match off.get(&pack.header.id) {
            Some(ids) => Arc::new(pack.without(ids)),
            None => Arc::clone(pack),
        };
        Self::new(self.packs.iter().map(one).collect())
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

/// Reads the packs at `paths`, of which no two may have one id.
fn read(paths: &[PathBuf]) -> Result<Vec<Pack>, Error> {
    let mut packs: Vec<Pack> = Vec::new();
    for path in pack_files(paths)? {
        let pack = Pack::read(&path)?;
        if let Some(other) = packs.iter().find(|p| p.header.id == pack.header.id) {
            let problem = format!("`{}` is the id of {}, too", pack.header.id, other.path);
            let at = vec![Step::Key("pack"), Step::Key("id")];
            return Err(Fault { at, problem }.into_error(&pack.path, &pack.text()));
        }
        packs.push(pack);
    }
    Ok(packs)
}
