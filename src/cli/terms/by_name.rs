//! The names of translations without a source, those together that are taken for one.

use std::collections::BTreeSet;

use super::entry::{Entry, Mention, Rendering, Site};
use crate::collection::{Facts, Whole};
use crate::document::Lang;
use crate::names::{Kind, Name, NameId, Pairs, conflicts};
use crate::transcript::names::is_own;

/// The names to list: those in several renderings, and those that are mentioned often enough.
pub(super) fn entries(facts: &mut Facts, at_least: usize) -> Vec<Entry> {
    let whole = facts.whole();
    let mut listed: BTreeSet<&str> = BTreeSet::new();
    let mut out: Vec<Entry> = Vec::new();
    let mut add = |ids: &[NameId], least: usize| {
        let names = ids.iter().map(|&id| whole.names.get(id));
        let names: Vec<&Name> = names.filter(|n| !listed.contains(&*n.text)).collect();
        let entry = entry(&whole, &names);
        if names.len() >= ids.len().min(2) && entry.as_ref().is_some_and(|e| e.count >= least) {
            listed.extend(names.iter().map(|n| &*n.text));
            out.extend(entry);
        }
    };
    for conflict in conflicts(&whole.names, &Pairs::of(&whole.names, false)) {
        add(&conflict.names, 1);
    }
    for kind in [Kind::Body, Kind::Person, Kind::Run, Kind::Word] {
        let wanted = |(_, name): &(NameId, &Name)| name.words.iter().any(|w| is_own(w));
        whole.names.of(kind).filter(wanted).for_each(|(id, _)| add(&[id], at_least.max(1)));
    }
    out
}

/// One name in its renderings. All mentions count where renderings compete, else those that are no part of a longer name.
fn entry(whole: &Whole<'_>, names: &[&Name]) -> Option<Entry> {
    let first = names.first()?;
    let all = names.len() > 1;
    let renderings: Vec<Rendering> = names
        .iter()
        .enumerate()
        .map(|(i, name)| {
            let sites = name.mentions.iter().filter(|m| all || m.free).map(|m| Site::of(&whole.place(m.at)));
            let mentions = sites.map(|target| Mention { target, source: None }).collect();
            Rendering { text: name.text.clone(), competes: i > 0, mentions }
        })
        .collect();
    Some(Entry {
        source: Box::default(),
        kind: "name",
        langs: (None, Lang::en()),
        count: renderings.iter().map(|r| r.mentions.len()).sum(),
        renderings,
        open: Vec::new(),
        at: Site::of(&whole.place(first.place().at)),
    })
}
