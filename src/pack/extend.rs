//! Packs that build on others: which are in use with them, and which entries are thereby switched off.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::fault::{Fault, Step};
use super::file::Pack;
use super::shipped::shipped;
use crate::error::Error;
use crate::text::nearest::nearest;

/// The user's packs with everything that they extend.
pub(super) struct Resolved {
    /// The packs that were read from files, those that are extended before those that extend them.
    pub(super) packs: Vec<Arc<Pack>>,
    /// The ids of packs that ship and are extended.
    pub(super) shipped: BTreeSet<String>,
    /// Ids of entries that are off, by the ids of their packs.
    pub(super) off: BTreeMap<String, BTreeSet<String>>,
}

/// Reads what `own` extends, and what these extend.
///
/// # Errors
/// If a pack extends itself, or extends or disables what is not there.
pub(super) fn resolve(own: Vec<Pack>) -> Result<Resolved, Error> {
    let named = own.len();
    let mut walk = Walk { packs: own.into_iter().map(Arc::new).collect(), ..Walk::default() };
    for at in 0..named {
        walk.visit(at)?;
    }
    let mut off = BTreeMap::new();
    for pack in walk.done.iter().map(|&at| &walk.packs[at]) {
        let bases = walk.bases(pack);
        override_entries(pack, &bases, &mut off);
        disable_entries(pack, &bases, &mut off)?;
    }
    let packs = walk.done.iter().map(|&at| Arc::clone(&walk.packs[at])).collect();
    Ok(Resolved { packs, shipped: walk.shipped, off })
}

/// A way through packs along what they extend.
#[derive(Default)]
struct Walk {
    packs: Vec<Arc<Pack>>,
    /// Positions of packs whose bases are all known, these first.
    done: Vec<usize>,
    /// Positions of the packs on the way to the one that is looked at.
    way: Vec<usize>,
    shipped: BTreeSet<String>,
    /// What each pack extends, by id.
    extends: BTreeMap<String, Vec<Arc<Pack>>>,
}

impl Walk {
    fn visit(&mut self, at: usize) -> Result<(), Error> {
        if self.done.contains(&at) {
            return Ok(());
        }
        let pack = Arc::clone(&self.packs[at]);
        self.way.push(at);
        for (item, written) in pack.header.extends.iter().enumerate() {
            let fault = |problem| fault(&pack, "extends", item, problem);
            let base = match self.find(&pack, written).map_err(fault)? {
                Base::Shipped(base) => {
                    self.shipped.insert(base.header.id.clone());
                    base
                }
                Base::Known(base) => self.follow(base, fault)?,
                Base::File(path) => {
                    let base = Pack::read(&path)?;
                    if let Some(other) = self.packs.iter().find(|p| p.header.id == base.header.id) {
                        let problem =
                            format!("`{}` is the id of {} and of {}", base.header.id, other.path, base.path);
                        return Err(fault(problem));
                    }
                    self.packs.push(Arc::new(base));
                    self.follow(self.packs.len() - 1, fault)?
                }
            };
            self.extends.entry(pack.header.id.clone()).or_default().push(base);
        }
        self.way.pop();
        self.done.push(at);
        Ok(())
    }

    /// Goes on to a pack, unless the way comes from there.
    fn follow(&mut self, base: usize, fault: impl Fn(String) -> Error) -> Result<Arc<Pack>, Error> {
        if let Some(from) = self.way.iter().position(|&at| at == base) {
            let circle = self.way[from..].iter().chain([&base]).map(|&at| self.packs[at].header.id.as_str());
            let circle: Vec<&str> = circle.collect();
            return Err(fault(format!("the pack extends itself: {}; take one step out", circle.join(" > "))));
        }
        self.visit(base)?;
        Ok(Arc::clone(&self.packs[base]))
    }

    fn find(&self, pack: &Pack, written: &str) -> Result<Base, String> {
        if is_path(written) {
            let path = Path::new(&*pack.path).parent().unwrap_or(Path::new("")).join(written);
            let Ok(real) = path.canonicalize() else {
                return Err(format!("{}: no such file; paths are relative to the pack", path.display()));
            };
            let same = |p: &Arc<Pack>| Path::new(&*p.path).canonicalize().is_ok_and(|p| p == real);
            return Ok(self.packs.iter().position(same).map_or(Base::File(path), Base::Known));
        }
        if let Some(at) = self.packs.iter().position(|p| p.header.id == written) {
            return Ok(Base::Known(at));
        }
        if let Some(pack) = shipped().iter().find(|p| p.header.id == written) {
            return Ok(Base::Shipped(Arc::clone(pack)));
        }
        let known = self.packs.iter().chain(shipped()).map(|p| p.header.id.as_str());
        Err(match nearest(written, known) {
            Some(near) => format!("no pack `{written}`; did you mean `{near}`?"),
            None => format!("no pack `{written}`; a file of your own is named by its path, with `.toml`"),
        })
    }

    /// Everything that a pack builds on, at any distance.
    fn bases(&self, pack: &Pack) -> Vec<Arc<Pack>> {
        let mut out: Vec<Arc<Pack>> = Vec::new();
        let mut waiting: Vec<&Arc<Pack>> = self.extends.get(&pack.header.id).into_iter().flatten().collect();
        while let Some(base) = waiting.pop() {
            if !out.iter().any(|b| b.header.id == base.header.id) {
                out.push(Arc::clone(base));
                waiting.extend(self.extends.get(&base.header.id).into_iter().flatten());
            }
        }
        out
    }
}

enum Base {
    /// It ships.
    Shipped(Arc<Pack>),
    /// It has been read.
    Known(usize),
    /// It is to be read.
    File(PathBuf),
}

/// Whether what a pack extends is a file and no id.
fn is_path(written: &str) -> bool {
    Path::new(written).extension().is_some_and(|e| e == "toml")
        || written.starts_with(['.', '/'])
        || written.contains('\\')
}

/// An entry takes the place of those of the same id in the packs below.
fn override_entries(pack: &Pack, bases: &[Arc<Pack>], off: &mut BTreeMap<String, BTreeSet<String>>) {
    if bases.is_empty() {
        return;
    }
    let own: BTreeSet<&str> = pack.entries().iter().map(|e| pack.local_id(e)).collect();
    for base in bases {
        let replaced = base.entries().iter().map(|e| base.local_id(e)).filter(|id| own.contains(id));
        let replaced: Vec<String> = replaced.map(str::to_owned).collect();
        if !replaced.is_empty() {
            off.entry(base.header.id.clone()).or_default().extend(replaced);
        }
    }
}

fn disable_entries(
    pack: &Pack,
    bases: &[Arc<Pack>],
    off: &mut BTreeMap<String, BTreeSet<String>>,
) -> Result<(), Error> {
    for (item, id) in pack.header.disable.iter().enumerate() {
        let fault = |problem| fault(pack, "disable", item, problem);
        if bases.is_empty() {
            let problem = "this pack extends none; name the pack of that entry under `extends`";
            return Err(fault(problem.to_owned()));
        }
        let mut hit = false;
        for base in bases {
            let whole = base.header.id == *id;
            let inside =
                id.strip_prefix(&base.header.id).and_then(|rest| rest.strip_prefix('/')).unwrap_or(id);
            let ids = base.entries().iter().map(|e| base.local_id(e)).filter(|e| whole || *e == inside);
            let ids: Vec<String> = ids.map(str::to_owned).collect();
            hit |= !ids.is_empty();
            off.entry(base.header.id.clone()).or_default().extend(ids);
        }
        if !hit {
            let known = bases.iter().flat_map(|b| b.entries().iter().map(|e| b.local_id(e)));
            let known: Vec<&str> = known.collect();
            let last = id.rsplit('/').next().unwrap_or(id);
            return Err(fault(match nearest(last, known.iter().copied()) {
                Some(near) => format!("no entry `{id}` in what this pack extends; did you mean `{near}`?"),
                None => format!("no entry `{id}` in what this pack extends"),
            }));
        }
    }
    Ok(())
}

/// The pack and the id inside it that `PACK/ENTRY` speaks of.
///
/// # Errors
/// A message with the nearest id.
pub(super) fn find(id: &str, packs: &[Arc<Pack>]) -> Result<(String, String), String> {
    let inside =
        |p: &Pack| id.strip_prefix(&p.header.id).and_then(|rest| rest.strip_prefix('/')).map(str::to_owned);
    let mut near = None;
    for (pack, local) in packs.iter().filter_map(|p| Some((p, inside(p)?))) {
        if pack.entries().iter().any(|e| *e.id == *id) {
            return Ok((pack.header.id.clone(), local));
        }
        near = near.or_else(|| nearest(id, pack.entries().iter().map(|e| &*e.id)).map(str::to_owned));
    }
    let near = near.or_else(|| nearest(id, packs.iter().map(|p| p.header.id.as_str())).map(str::to_owned));
    Err(match near {
        Some(near) => format!("no pack or entry `{id}`; did you mean `{near}`?"),
        None => format!("no pack or entry `{id}`; an entry is named PACK/ENTRY"),
    })
}

fn fault(pack: &Pack, key: &'static str, item: usize, problem: String) -> Error {
    let at = vec![Step::Key("pack"), Step::Key(key), Step::Item(item)];
    Fault { at, problem }.into_error(&pack.path, &pack.text())
}

#[cfg(test)]
mod tests;
