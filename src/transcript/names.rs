//! The names and terms of a document with their renderings and places, as the rules have read them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{Entry, Rendering};
use crate::analysis::Analysis;
use crate::finding::Label;
use crate::names::facts::Trait;
use crate::names::source::Origin;
use crate::names::{Kind, Name, NameId, Pairs, Word, conflicts};
use crate::terms;

/// What is mentioned less often has no course to follow.
const LEAST: usize = 2;

/// Names of the source with what renders them, names that only the target is known to have, and terms.
pub(super) fn entries(a: &Analysis<'_>) -> Vec<Entry> {
    let (mut out, rendered) = of_source(a);
    of_target(a, &rendered, &mut out);
    // A part of a name is no term.
    let known: Vec<Box<str>> = out.iter().filter_map(|e| e.source.clone()).collect();
    let is_new = |t: &&terms::Term| !known.iter().any(|name| name.contains(&*t.text));
    for term in a.terms().iter().filter(is_new).filter(|t| t.mentions.len() >= LEAST) {
        let renderings = terms::groups(term).into_iter().map(|group| Rendering {
            text: group[0].text.clone(),
            places: group.iter().map(|m| m.target).collect(),
        });
        out.push(Entry { is_term: true, source: Some(term.text.clone()), renderings: renderings.collect() });
    }
    out
}

/// Names of the source, and the records of the target that render one.
fn of_source(a: &Analysis<'_>) -> (Vec<Entry>, BTreeSet<NameId>) {
    let found = a.renderings();
    let mut places: Vec<BTreeMap<String, Vec<Label>>> = vec![BTreeMap::new(); found.names.len()];
    for r in &found.all {
        let shown = a.doc.target[r.target.segment as usize].shown();
        let Some(text) = shown.get(r.target.start as usize..r.target.end as usize) else { continue };
        places[r.name as usize].entry(text.to_owned()).or_default().push(r.target);
    }
    let rendered = found.all.iter().filter_map(|r| r.id).collect();
    let linked: HashSet<Label> = found.all.iter().map(|r| r.target).collect();
    let names = found.names.iter().zip(places).filter(|(name, places)| {
        name.origin != Origin::Faint && places.values().map(Vec::len).sum::<usize>() >= LEAST
    });
    let entry = |(name, places): (&crate::names::source::SourceName, BTreeMap<String, Vec<Label>>)| {
        // Where no word of the source stands opposite, what is written alike is the same name.
        let all = |(text, mut places): (String, Vec<Label>)| {
            let name = a.mentions().find_any(&text).map(|id| a.mentions().get(id));
            let more = name.into_iter().flat_map(|n| &n.mentions).filter(|m| m.free).map(|m| m.at);
            places.extend(more.filter(|at| !linked.contains(at)));
            Rendering { text: text.into(), places }
        };
        let mut renderings: Vec<Rendering> = places.into_iter().map(all).collect();
        sort(&mut renderings);
        Entry { is_term: false, source: Some(name.text.clone()), renderings }
    };
    (names.map(entry).collect(), rendered)
}

/// Names whose source is not known: those in several renderings, and those that are mentioned again.
fn of_target(a: &Analysis<'_>, rendered: &BTreeSet<NameId>, out: &mut Vec<Entry>) {
    let names = a.mentions();
    let mut listed: BTreeSet<&str> = rendered.iter().map(|&id| &*names.get(id).text).collect();
    for conflict in conflicts(names, &Pairs::with_source(names, a.renderings(), false)) {
        if conflict.names.iter().all(|id| rendered.contains(id)) {
            continue;
        }
        let all: Vec<&Name> = conflict.names.iter().map(|&id| names.get(id)).collect();
        listed.extend(all.iter().map(|n| &*n.text));
        out.push(entry(all.iter().map(|n| (*n, n.mentions.iter().map(|m| m.at).collect())).collect()));
    }
    for kind in [Kind::Body, Kind::Person, Kind::Run, Kind::Word] {
        for (_, name) in names.of(kind) {
            let places: Vec<Label> = name.mentions.iter().filter(|m| m.free).map(|m| m.at).collect();
            let wanted =
                places.len() >= LEAST && name.words.iter().any(|w| is_own(w)) && listed.insert(&name.text);
            if wanted {
                out.push(entry(vec![(name, places)]));
            }
        }
    }
}

fn entry(names: Vec<(&Name, Vec<Label>)>) -> Entry {
    let renderings =
        names.into_iter().map(|(name, places)| Rendering { text: name.text.clone(), places }).collect();
    Entry { is_term: false, source: None, renderings }
}

/// Whether a word makes what it stands in a name: it is no ordinary word, no month or day, and not "Chinese" or "Italian".
pub(crate) fn is_own(word: &Word) -> bool {
    let derived = word.country.is_some_and(|country| *country != *word.lower);
    !word.ordinary && !word.is(Trait::Month) && !derived
}

/// Puts the entries of several documents that are for one name together.
pub(super) fn merge(entries: &mut Vec<Entry>) {
    type Key = (bool, Option<Box<str>>, Box<str>);
    let mut by_key: BTreeMap<Key, Entry> = BTreeMap::new();
    for entry in std::mem::take(entries) {
        let Some(first) = entry.renderings.first() else { continue };
        // Without a source only what is written alike is known to be one.
        let alike = if entry.source.is_some() { "".into() } else { first.text.clone() };
        let key = (entry.is_term, entry.source.clone(), alike);
        let Some(known) = by_key.get_mut(&key) else {
            by_key.insert(key, entry);
            continue;
        };
        for rendering in entry.renderings {
            match known.renderings.iter_mut().find(|r| r.text == rendering.text) {
                Some(same) => same.places.extend(rendering.places),
                None => known.renderings.push(rendering),
            }
        }
    }
    entries.extend(by_key.into_values().map(|mut entry| {
        sort(&mut entry.renderings);
        entry
    }));
    let count = |e: &Entry| e.renderings.iter().map(|r| r.places.len()).sum::<usize>();
    entries.sort_by_key(|e| std::cmp::Reverse((e.renderings.len() > 1, !e.is_term, count(e))));
}

fn sort(renderings: &mut [Rendering]) {
    for rendering in &mut *renderings {
        rendering.places.sort_unstable();
        rendering.places.dedup();
    }
    renderings.sort_by_key(|r| (std::cmp::Reverse(r.places.len()), r.places.first().copied()));
}
