//! Names that are rendered by their sound or as they are known in one place, and by what their characters mean in another:
//! `Kanbara` and `spring plain`.

use std::collections::{BTreeMap, BTreeSet};

use super::titles::{Title, Told, Wording};
use super::{Evidence, Origin, Rendering, Renderings, SourceName};
use crate::document::Document;
use crate::finding::Label;
use crate::hash::Map;
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
    let index = Index::new(names, links);
    let own = names.names.iter().filter(|name| may_be_read(name));
    own.filter_map(|name| wordings(doc, name, &index)).collect()
}

/// What is asked for each mention, found without a walk over the document.
struct Index<'a> {
    links: &'a WordLinks,
    /// The pairs that words of a segment of the source are in.
    pairs: Map<u32, Vec<&'a Pair>>,
    /// Renderings by the family of their name.
    families: Map<u32, Vec<&'a Rendering>>,
    /// Places of renderings by segment of the target.
    taken: Map<u32, Vec<Label>>,
}

impl<'a> Index<'a> {
    fn new(names: &'a Renderings, links: &'a WordLinks) -> Self {
        let mut index =
            Self { links, pairs: Map::default(), families: Map::default(), taken: Map::default() };
        for pair in &links.pairs {
            let segments: BTreeSet<u32> = pair.source.iter().map(|w| w.at.segment).collect();
            for segment in segments {
                index.pairs.entry(segment).or_default().push(pair);
            }
        }
        for r in &names.all {
            index.families.entry(names.family(r)).or_default().push(r);
            index.taken.entry(r.target.segment).or_default().push(r.target);
        }
        index
    }

    fn pair(&self, at: Label) -> Option<&'a Pair> {
        let pairs = self.pairs.get(&at.segment)?;
        pairs.iter().copied().find(|p| p.source.iter().any(|w| w.at.overlaps(at)))
    }

    fn is_taken(&self, at: Label) -> bool {
        self.taken.get(&at.segment).is_some_and(|labels| labels.iter().any(|l| l.overlaps(at)))
    }
}

/// The wordings of a name, if it has one of each.
fn wordings(doc: &Document, name: &SourceName, index: &Index<'_>) -> Option<Title> {
    let told = index.families.get(&name.family)?;
    let mut usual: BTreeMap<&str, Vec<(Label, Label)>> = BTreeMap::new();
    for r in told.iter().filter(|r| r.evidence <= Evidence::Sound) {
        usual.entry(shown(doc, r.target)).or_default().push((r.target, r.source));
    }
    let (text, places) = usual.into_iter().max_by_key(|(_, places)| places.len())?;
    let mut wordings = vec![Wording { text: text.into(), places }];
    for &at in &name.mentions {
        let Some(pair) = index.pair(at) else { continue };
        let is_told = told.iter().any(|r| pair.target.iter().any(|w| w.at.overlaps(r.target)));
        let Some(target) = meant(pair, at, index.links).filter(|_| !is_told) else { continue };
        let text = shown(doc, target);
        // A word of the usual rendering is short for it.
        let part = wordings[0].text.split([' ', '-']).any(|w| w.eq_ignore_ascii_case(text));
        match wordings.iter_mut().find(|w| w.text.eq_ignore_ascii_case(text)) {
            _ if part || index.is_taken(target) => {}
            Some(wording) => wording.places.push((target, at)),
            None => wordings.push(Wording { text: text.into(), places: vec![(target, at)] }),
        }
    }
    (wordings.len() > 1).then(|| Title { text: name.text.clone(), told: Told::Meaning, wordings })
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
fn meant(pair: &Pair, at: Label, links: &WordLinks) -> Option<Label> {
    let own: Vec<usize> = (0..pair.source.len()).filter(|&i| pair.source[i].at.overlaps(at)).collect();
    let covered: u32 = own.iter().map(|&i| pair.source[i].at.end - pair.source[i].at.start).sum();
    if own.is_empty() || covered != at.end - at.start {
        return None;
    }
    let least = if own.len() == 1 { WHOLE } else { LINKED };
    let mut words = Vec::new();
    for &i in &own {
        let free = |j: &usize| !pair.target[*j].grammar && !words.contains(j);
        let best = (0..pair.target.len())
            .filter(free)
            .max_by(|&a, &b| pair.link(i, a).total_cmp(&pair.link(i, b)))?;
        let claimed =
            (0..pair.source.len()).any(|k| !own.contains(&k) && pair.link(k, best) > pair.link(i, best));
        if pair.link(i, best) < least || links.known(pair, i, best) < KNOWN || claimed {
            return None;
        }
        words.push(best);
    }
    let (first, last) = (words.iter().copied().min()?, words.iter().copied().max()?);
    let (start, end) = (pair.target[first].at, pair.target[last].at);
    let close = last - first < own.len() + BETWEEN && start.segment == end.segment;
    close.then_some(Label { end: end.end, ..start })
}
