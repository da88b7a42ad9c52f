//! Names that are rendered by their sound or as they are known in one place, and by what their characters mean in another:
//! `Kanbara` and `spring plain`.

use std::collections::BTreeMap;

use super::titles::{Title, Told, Wording};
use super::{Evidence, Origin, Renderings, SourceName};
use crate::document::Document;
use crate::finding::Label;
use crate::lang::is_han;
use crate::words::{Pair, WordLinks};

/// From which link on a word renders a character, and a word that is the whole name.
const LINKED: f32 = 0.25;
const WHOLE: f32 = 0.5;
/// How likely that must be by the dictionary alone.
const KNOWN: f32 = 0.3;
/// How many words may stand between those that render the characters.
const BETWEEN: usize = 1;

/// The names that have a rendering by sound or a known one, and another by meaning.
pub(crate) fn literal(doc: &Document, names: &Renderings, links: &WordLinks) -> Vec<Title> {
    let mut out = Vec::new();
    for (id, name) in names.names.iter().enumerate().filter(|(_, n)| may_be_read(n)) {
        let family = names.names[id].family;
        let told = |r: &&super::Rendering| names.family(r) == family;
        let by_sound = names.all.iter().filter(told).filter(|r| r.evidence <= Evidence::Sound);
        let mut usual: BTreeMap<&str, Vec<(Label, Label)>> = BTreeMap::new();
        for r in by_sound {
            usual.entry(shown(doc, r.target)).or_default().push((r.target, r.source));
        }
        let Some((text, places)) = usual.into_iter().max_by_key(|(_, places)| places.len()) else { continue };
        let mut wordings = vec![Wording { text: text.into(), places }];
        for &at in &name.mentions {
            let Some(pair) = links.pairs.iter().find(|p| p.source.iter().any(|w| w.at.overlaps(at))) else { continue };
            let here = |r: &super::Rendering| {
                names.family(r) == family && pair.target.iter().any(|w| w.at.overlaps(r.target))
            };
            let Some(target) = meant(pair, at).filter(|_| !names.all.iter().any(here)) else { continue };
            let taken = names.all.iter().any(|r| r.target.overlaps(target));
            let text = shown(doc, target);
            // A word of the usual rendering is short for it.
            let part = wordings[0].text.split([' ', '-']).any(|w| w.eq_ignore_ascii_case(text));
            match wordings.iter_mut().find(|w| w.text.eq_ignore_ascii_case(text)) {
                _ if taken || part => {}
                Some(wording) => wording.places.push((target, at)),
                None => wordings.push(Wording { text: text.into(), places: vec![(target, at)] }),
            }
        }
        if wordings.len() > 1 {
            out.push(Title { text: name.text.clone(), told: Told::Meaning, wordings });
        }
    }
    out
}

/// Whether a name has a reading alone: what English has a name for is told by what that means as well.
fn may_be_read(name: &SourceName) -> bool {
    let own = matches!(name.origin, Origin::Person | Origin::Repeated);
    own && name.solid && name.forms.is_empty() && name.text.chars().all(is_han)
}

fn shown(doc: &Document, at: Label) -> &str {
    doc.side(at.side)[at.segment as usize].shown().get(at.start as usize..at.end as usize).unwrap_or_default()
}

/// The words that stand for all characters of a name by what these mean, side by side.
fn meant(pair: &Pair, at: Label) -> Option<Label> {
    let own: Vec<usize> = (0..pair.source.len()).filter(|&i| pair.source[i].at.overlaps(at)).collect();
    let covered: u32 = own.iter().map(|&i| pair.source[i].at.end - pair.source[i].at.start).sum();
    if own.is_empty() || covered != at.end - at.start {
        return None;
    }
    let least = if own.len() == 1 { WHOLE } else { LINKED };
    let mut words = Vec::new();
    for &i in &own {
        let free = |j: &usize| !pair.target[*j].grammar && !words.contains(j);
        let best = (0..pair.target.len()).filter(free).max_by(|&a, &b| pair.link(i, a).total_cmp(&pair.link(i, b)))?;
        let claimed = (0..pair.source.len()).any(|k| !own.contains(&k) && pair.link(k, best) > pair.link(i, best));
        if pair.link(i, best) < least || pair.known(i, best) < KNOWN || claimed {
            return None;
        }
        words.push(best);
    }
    let (first, last) = (words.iter().copied().min()?, words.iter().copied().max()?);
    let (start, end) = (pair.target[first].at, pair.target[last].at);
    let close = last - first < own.len() + BETWEEN && start.segment == end.segment;
    close.then_some(Label { end: end.end, ..start })
}
