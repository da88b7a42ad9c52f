//! What the sources of documents name, and how each mention is rendered.

use std::collections::{BTreeMap, HashSet};

use super::entry::{Entry, Mention, Rendering, Site, is_form};
use crate::analysis::Analysis;
use crate::document::Lang;
use crate::finding::{Label, place};
use crate::names::source::Origin;

/// A thing in the source and its languages.
type Key = (Box<str>, Option<Lang>, Lang);

/// The mentions of a thing.
#[derive(Debug)]
struct Thing {
    kind: &'static str,
    /// The renderings as written, by their text in lower case.
    told: Vec<(Box<str>, Mention)>,
    open: Vec<Site>,
}

/// What is mentioned in the sources of some documents.
#[derive(Debug, Default)]
pub(super) struct Mentions(BTreeMap<Key, Thing>);

impl Mentions {
    /// Adds what the source of a document names; false if it has none that can be read.
    pub(super) fn add(&mut self, a: &Analysis<'_>) -> bool {
        let (names, terms) = (a.renderings(), a.terms());
        let mut taken: HashSet<&str> = HashSet::new();
        for title in names.titles.iter().filter(|t| t.is_name) {
            taken.insert(&title.text);
            for wording in &title.wordings {
                for &(target, source) in &wording.places {
                    self.told(a, "title", &title.text, target, source);
                }
            }
        }
        for (id, name) in names.names.iter().enumerate() {
            // What is an ordinary word as well is none to list.
            let renderings = || names.all.iter().filter(|r| r.name as usize == id);
            let told = renderings().count();
            let as_term = terms.iter().any(|t| t.text == name.text && t.mentions.len() > told);
            if name.origin == Origin::Faint || told == 0 || as_term || !taken.insert(&name.text) {
                continue;
            }
            let mut open: HashSet<Label> = name.mentions.iter().copied().collect();
            for rendering in renderings() {
                open.remove(&rendering.source);
                self.told(a, "name", &name.text, rendering.target, rendering.source);
            }
            self.open(a, "name", &name.text, open.into_iter().collect());
        }
        for term in terms.iter().filter(|t| t.is_compound() && !taken.contains(&*t.text)) {
            for mention in &term.mentions {
                self.told(a, "term", &term.text, mention.target, mention.source);
            }
            self.open(a, "term", &term.text, term.open.clone());
        }
        !(names.names.is_empty() && terms.is_empty())
    }

    fn thing(&mut self, a: &Analysis<'_>, kind: &'static str, text: &str) -> &mut Thing {
        let langs = &a.doc.langs;
        let key = (text.into(), langs.source.clone(), langs.target.clone());
        self.0.entry(key).or_insert_with(|| Thing { kind, told: Vec::new(), open: Vec::new() })
    }

    fn told(&mut self, a: &Analysis<'_>, kind: &'static str, text: &str, target: Label, source: Label) {
        let (there, here) = (place(a.doc, target), place(a.doc, source));
        let mention = Mention { target: Site::of(&there), source: Some(Site::of(&here)) };
        self.thing(a, kind, text).told.push((there.text.into(), mention));
    }

    fn open(&mut self, a: &Analysis<'_>, kind: &'static str, text: &str, mut open: Vec<Label>) {
        open.sort_unstable();
        let sites = open.into_iter().map(|at| Site::of(&place(a.doc, at)));
        self.thing(a, kind, text).open.extend(sites);
    }

    /// Puts two collections together.
    pub(super) fn merge(&mut self, other: Self) {
        for (key, thing) in other.0 {
            let own =
                self.0.entry(key).or_insert(Thing { kind: thing.kind, told: Vec::new(), open: Vec::new() });
            own.told.extend(thing.told);
            own.open.extend(thing.open);
        }
    }

    /// One entry a thing: those in several renderings that compete, and those that are mentioned often enough.
    pub(super) fn entries(self, at_least: usize) -> Vec<Entry> {
        let all = self.0.into_iter().filter_map(|(key, thing)| entry(key, thing));
        all.filter(|e| e.count >= at_least || e.renderings.iter().any(|r| r.competes)).collect()
    }
}

/// The entry of a thing; none if no mention has a rendering that can be told.
fn entry((source, from, to): Key, mut thing: Thing) -> Option<Entry> {
    thing.told.sort_by(|a, b| a.1.cmp(&b.1));
    thing.told.dedup();
    let mut by_text: BTreeMap<String, Vec<(Box<str>, Mention)>> = BTreeMap::new();
    for (text, mention) in thing.told {
        by_text.entry(text.to_lowercase()).or_default().push((text, mention));
    }
    let mut groups: Vec<Vec<(Box<str>, Mention)>> = by_text.into_values().collect();
    groups.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a[0].1.cmp(&b[0].1)));
    let mut renderings: Vec<Rendering> = Vec::new();
    for group in groups {
        let text = usual(&group);
        let competes = renderings.first().is_some_and(|main| !is_form(&main.text, &text));
        let mentions = group.into_iter().map(|(_, mention)| mention).collect();
        renderings.push(Rendering { text, competes, mentions });
    }
    let at = renderings.first()?.mentions[0].target.clone();
    let count = renderings.iter().map(|r| r.mentions.len()).sum::<usize>() + thing.open.len();
    Some(Entry { source, kind: thing.kind, langs: (from, to), renderings, open: thing.open, count, at })
}

/// The spelling that most mentions have; of two as frequent the earlier.
fn usual(group: &[(Box<str>, Mention)]) -> Box<str> {
    let count = |text: &str| group.iter().filter(|(other, _)| **other == *text).count();
    let texts = group.iter().map(|(text, _)| text).rev();
    texts.max_by_key(|text| count(text)).cloned().unwrap_or_default()
}
