//! What of the entries stands in texts, reported or not: the measure of what tests and a corpus cover.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use aho_corasick::AhoCorasick;

use super::entry::Entry;
use super::matcher::{Hit, Matcher, Means};
use crate::analysis::Analysis;

/// What stands in some documents, by entry.
#[derive(Clone, Debug, Default)]
pub struct Usage {
    entries: BTreeMap<Arc<str>, Seen>,
}

/// How an entry turned up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Seen {
    /// Findings.
    pub reported: usize,
    /// Places of a right form.
    pub right: usize,
    /// Places of a wrong rendering, a phrase or an expression, whether reported or not.
    pub wrong: usize,
    /// Segments of the source that hold one of its source forms or match what a pair looks for.
    pub source: usize,
    /// The keys and items of renderings and phrases that were met.
    pub forms: BTreeSet<(&'static str, usize)>,
}

impl Usage {
    /// How an entry turned up, if it did.
    pub fn of(&self, entry: &str) -> Option<&Seen> {
        self.entries.get(entry)
    }

    /// Adds what other documents hold.
    pub fn merge(&mut self, other: Self) {
        for (id, seen) in other.entries {
            let own = self.entries.entry(id).or_default();
            own.reported += seen.reported;
            own.right += seen.right;
            own.wrong += seen.wrong;
            own.source += seen.source;
            own.forms.extend(seen.forms);
        }
    }

    /// Adds what of all entries stands in a document.
    pub fn add(&mut self, a: &Analysis<'_>) {
        self.add_where(a, |_| true);
    }

    /// Adds what of one entry stands in a document.
    pub(super) fn add_entry(&mut self, a: &Analysis<'_>, entry: &Entry) {
        self.add_where(a, |e| e.id == entry.id);
    }

    fn add_where(&mut self, a: &Analysis<'_>, wanted: impl Fn(&Entry) -> bool) {
        let matcher = a.settings.packs.matcher(&a.doc.langs);
        let mut hits = Vec::new();
        for (i, segment) in a.target() {
            matcher.hits(i, segment.shown(), a.words(i), &mut hits);
        }
        for hit in &hits {
            let entry = &*matcher.entries[hit.entry as usize];
            if wanted(entry) {
                self.seen(entry).add(entry, hit);
            }
        }
        for finding in a.pack_findings() {
            if let Some(entry) = finding.entry.as_ref().filter(|id| matcher.has(id, &wanted)) {
                self.entries.entry(Arc::clone(entry)).or_default().reported += 1;
            }
        }
        for segment in &a.doc.source {
            for entry in matcher.in_source(segment.shown()) {
                let entry = &*matcher.entries[entry as usize];
                if wanted(entry) {
                    self.seen(entry).source += 1;
                }
            }
        }
    }

    fn seen(&mut self, entry: &Entry) -> &mut Seen {
        self.entries.entry(Arc::clone(&entry.id)).or_default()
    }
}

impl Seen {
    fn add(&mut self, entry: &Entry, hit: &Hit) {
        match hit.means {
            Means::Right => self.right += 1,
            Means::Wrong(at, _) => {
                self.wrong += 1;
                self.forms.insert((at.key, at.item));
            }
            Means::Pattern => {
                self.wrong += 1;
                if !entry.spec.phrases.is_empty() {
                    self.forms.insert(("phrases", hit.item as usize));
                }
            }
            Means::Form(form) => {
                self.right += 1;
                self.forms.insert(("forms", form));
            }
        }
    }
}

/// What the entries of a matcher are looked up by.
#[derive(Debug)]
pub(super) struct Index {
    by_id: HashMap<Arc<str>, u32>,
    /// The source forms, and the entry of each.
    sources: Option<AhoCorasick>,
    owners: Vec<u32>,
}

impl Index {
    fn new(entries: &[Arc<Entry>]) -> Self {
        let (mut forms, mut owners) = (Vec::new(), Vec::new());
        for (i, entry) in entries.iter().enumerate() {
            for form in entry.spec.source.iter().filter(|f| !f.is_empty()) {
                forms.push(form.as_str());
                owners.push(i as u32);
            }
        }
        let by_id = entries.iter().enumerate().map(|(i, e)| (Arc::clone(&e.id), i as u32)).collect();
        Self { by_id, sources: AhoCorasick::new(&forms).ok(), owners }
    }
}

impl Matcher {
    fn index(&self) -> &Index {
        self.usage.get_or_init(|| Index::new(&self.entries))
    }

    /// Whether an entry of this id is there and wanted.
    fn has(&self, id: &str, wanted: impl Fn(&Entry) -> bool) -> bool {
        self.index().by_id.get(id).is_some_and(|at| wanted(&self.entries[*at as usize]))
    }

    /// The entries of which a source form, or what a pair looks for, stands in a segment of the source; each once.
    fn in_source(&self, text: &str) -> BTreeSet<u32> {
        let index = self.index();
        let forms = index.sources.iter().flat_map(|sources| sources.find_overlapping_iter(text));
        let mut out: BTreeSet<u32> = forms.map(|m| index.owners[m.pattern().as_usize()]).collect();
        let pairs = self.pairs.possible(text).filter(|(_, regex)| regex.is_match(text));
        out.extend(pairs.map(|(entry, _)| entry));
        out
    }
}
