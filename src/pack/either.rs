//! Spellings that must not be mixed in one text: the rarer ones are reported.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::entry::Entry;
use super::matcher::{Hit, Matcher, Means};
use super::report;
use super::scene::Scene;
use crate::finding::{Applicability, Label, Message, Raw};

/// Adds a finding for each place of a rarer spelling. With as many places the one that comes first stays.
pub(super) fn find(matcher: &Matcher, scene: &Scene<'_>, hits: &[Hit], out: &mut Vec<Raw>) {
    let mut by_entry: BTreeMap<u32, BTreeMap<usize, Vec<&Hit>>> = BTreeMap::new();
    for hit in hits {
        let Means::Form(form) = hit.means else { continue };
        if scene.admits(&matcher.entries[hit.entry as usize], None, hit) {
            by_entry.entry(hit.entry).or_default().entry(form).or_default().push(hit);
        }
    }
    for (entry, forms) in by_entry {
        let entry = &*matcher.entries[entry as usize];
        let rank = |hits: &Vec<&Hit>| {
            (std::cmp::Reverse(hits.len()), hits.first().map(|h| (h.segment, h.range.start)))
        };
        let Some((&usual, usual_hits)) = forms.iter().min_by_key(|(_, hits)| rank(hits)) else { continue };
        let rarer = forms.iter().filter(|(form, _)| **form != usual).flat_map(|(_, hits)| hits);
        out.extend(rarer.map(|hit| finding(scene, entry, hit, usual, usual_hits[0])));
    }
}

fn finding(scene: &Scene<'_>, entry: &Entry, hit: &Hit, usual: usize, first: &Hit) -> Raw {
    let text = scene.shown(hit.segment, &hit.range);
    let other = scene.shown(first.segment, &first.range);
    let template =
        entry.spec.message.clone().unwrap_or_else(|| "`{text}` is written `{preferred}` elsewhere".into());
    let message = Message::new(template).with("text", text).with("preferred", other);
    let at = Label::target(hit.segment, hit.range.clone());
    let mut raw = report::new(entry, &entry.rule(), at, message)
        .related(Label::target(first.segment, first.range.clone()), Message::new("here"));
    raw.help = report::help(entry).or_else(|| Some("keep to one of the spellings".to_owned()));
    let mut hasher = DefaultHasher::new();
    (&*entry.id, usual).hash(&mut hasher);
    raw.group = Some(hasher.finish());
    let form = entry.spec.forms.get(usual).and_then(|f| f.first());
    match form.and_then(|form| report::fitted(scene, hit, form)) {
        Some(with) => raw.replace(Applicability::Unsafe, with),
        None => raw,
    }
}
