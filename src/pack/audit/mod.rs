//! What packs could do better although every test holds: entries that no test or corpus brings up, entries that get in
//! one another's way.

mod rivals;

use std::fmt;
use std::sync::Arc;

use super::entry::{Entry, wrong};
use super::fault::{Fault, Step, lines};
use super::file::Pack;
use super::schema::{EntrySpec, Kind};
use super::set::PackSet;
use super::usage::Usage;
use crate::error::Error;

/// What is remarked on an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum About {
    /// No test brings it, or one of its renderings, up.
    Untested,
    /// Another entry has it as a right form, so that it is never reported.
    Shadowed,
    /// Another entry wants another rendering.
    Conflict,
    /// Another entry says the same.
    Duplicate,
    /// Nothing of it stands in the corpus.
    Unseen,
}

/// A remark on an entry, in its line.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Remark {
    /// The file of the pack.
    pub path: Arc<str>,
    /// The line, from 1.
    pub line: u32,
    /// `PACK/ENTRY`.
    pub entry: Arc<str>,
    /// What it is about.
    pub about: About,
    /// The same in words.
    pub detail: String,
    /// The way to it in its file.
    #[serde(skip)]
    at: Vec<Step>,
}

impl fmt::Display for Remark {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let about = match self.about {
            About::Untested => "untested",
            About::Shadowed => "shadowed",
            About::Conflict => "conflict",
            About::Duplicate => "duplicate",
            About::Unseen => "unseen",
        };
        write!(f, "{}:{}: {about}: {}: {}", self.path, self.line, self.entry, self.detail)
    }
}

/// How much of some packs their tests bring up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize)]
#[non_exhaustive]
pub struct Coverage {
    /// Entries.
    pub entries: usize,
    /// Entries that a text of `flags` brings up.
    pub entries_tested: usize,
    /// Wrong renderings, phrases and spellings.
    pub forms: usize,
    /// Those that a text of `flags` has.
    pub forms_tested: usize,
}

/// An entry as it is compiled and as it is written, with its place.
struct Written<'p> {
    pack: &'p Pack,
    entry: Arc<Entry>,
    spec: EntrySpec,
    kind: Kind,
    index: usize,
}

impl Written<'_> {
    fn remark(&self, key: Option<(&'static str, usize)>, about: About, detail: String) -> Remark {
        let mut at = Fault::entry(self.kind, self.index, "");
        if let Some((key, item)) = key {
            at = at.key(key).item(item);
        }
        let (path, entry) = (Arc::clone(&self.pack.path), Arc::clone(&self.entry.id));
        Remark { path, line: 1, entry, about, detail, at: at.at }
    }

    /// Its wrong renderings, phrases and spellings, each with its key and item.
    fn forms(&self) -> Vec<((&'static str, usize), &str)> {
        let mut out: Vec<_> =
            wrong(&self.spec).map(|(at, w, _)| ((at.key, at.item), w.text.as_str())).collect();
        out.extend(self.spec.phrases.iter().enumerate().map(|(i, p)| (("phrases", i), p.as_str())));
        let spellings = self.spec.forms.iter().enumerate();
        out.extend(spellings.filter_map(|(i, forms)| Some((("forms", i), forms.first()?.as_str()))));
        out
    }
}

fn written(pack: &Pack) -> Result<Vec<Written<'_>>, Error> {
    let all = pack.entries().iter().zip(pack.written()?);
    Ok(all
        .map(|(entry, (kind, index, spec))| Written { pack, entry: Arc::clone(entry), spec, kind, index })
        .collect())
}

/// What tests leave out in `packs`, and what gets in the way among all packs of the set, by place. `exercised` is what
/// the tests brought up.
///
/// # Errors
/// If a pack cannot be read.
pub fn audit(
    set: &PackSet,
    packs: &[Arc<Pack>],
    exercised: &Usage,
) -> Result<(Coverage, Vec<Remark>), Error> {
    let mut coverage = Coverage::default();
    let mut out = Vec::new();
    for pack in packs {
        for entry in written(pack)? {
            untested(&entry, exercised, &mut coverage, &mut out);
        }
    }
    rivals::find(set, packs, &mut out)?;
    sort(packs, &mut out);
    Ok((coverage, out))
}

/// The entries of which nothing stands in a corpus: no form, no source form, no match.
///
/// # Errors
/// If a pack cannot be read.
pub fn unseen(packs: &[Arc<Pack>], corpus: &Usage) -> Result<Vec<Remark>, Error> {
    let mut out = Vec::new();
    for pack in packs {
        for entry in written(pack)?.iter().filter(|e| corpus.of(&e.entry.id).is_none()) {
            out.push(entry.remark(None, About::Unseen, "nothing of it stands in the corpus".to_owned()));
        }
    }
    sort(packs, &mut out);
    Ok(out)
}

/// Finds the lines of remarks, and puts these in order.
fn sort(packs: &[Arc<Pack>], remarks: &mut [Remark]) {
    for pack in packs {
        let own: Vec<&mut Remark> = remarks.iter_mut().filter(|r| r.path == pack.path).collect();
        let found = lines(&pack.text(), own.iter().map(|r| &*r.at));
        own.into_iter().zip(found).for_each(|(remark, line)| remark.line = line);
    }
    remarks.sort_by(|a, b| {
        (a.about, &a.path, a.line, &a.entry, &a.detail).cmp(&(b.about, &b.path, b.line, &b.entry, &b.detail))
    });
}

fn untested(entry: &Written<'_>, exercised: &Usage, coverage: &mut Coverage, out: &mut Vec<Remark>) {
    coverage.entries += 1;
    let seen = exercised.of(&entry.entry.id);
    coverage.entries_tested += usize::from(seen.is_some());
    if seen.is_none() {
        let why = match entry.spec.flags.is_empty() {
            true => "no test brings it up: it has no `flags`",
            false => "no text of its `flags` has it",
        };
        out.push(entry.remark(None, About::Untested, why.to_owned()));
    }
    for (at, form) in entry.forms() {
        coverage.forms += 1;
        if seen.is_some_and(|s| s.forms.contains(&at)) {
            coverage.forms_tested += 1;
        } else if seen.is_some() {
            out.push(entry.remark(Some(at), About::Untested, format!("no test brings up `{form}`")));
        }
    }
}

#[cfg(test)]
mod tests;
