//! Which renderings of a term compete, and how sure that is.

use std::collections::BTreeSet;

use super::bound::Counts;
use super::compare::{Contrast, Difference, difference};
use super::render::{Word, holds};
use super::{Mention, Term};
use crate::document::Document;
use crate::finding::{Label, Severity};
use crate::hash::{Map, Set};
use crate::names::source::is_kind_of_body;
use crate::words::WordLinks;

/// A mention of a term that is rendered otherwise than most.
pub(crate) struct Conflict<'t> {
    /// The term.
    pub(crate) term: &'t Term,
    /// A mention with the rendering that most have; of two as frequent the earlier.
    pub(crate) main: &'t Mention,
    /// The mention that differs.
    pub(crate) other: &'t Mention,
    /// The class of evidence, and how it is to be shown.
    pub(crate) class: (&'static str, Severity),
}

/// The conflicts of a document: of longer terms first, so that what a longer one shows is not shown again.
pub(crate) fn conflicts<'t>(doc: &'t Document, links: &WordLinks, terms: &'t [Term]) -> Vec<Conflict<'t>> {
    let mut order: Vec<(&Term, Vec<Vec<&Mention>>)> = terms.iter().map(|t| (t, groups(t))).collect();
    order.retain(|(_, groups)| groups.len() > 1);
    order.sort_by_key(|(t, _)| std::cmp::Reverse(t.text.len()));
    let chinese = doc.langs.source.as_ref().is_some_and(|lang| lang.is("zh"));
    let counts = Counts::new(doc, &order.iter().map(|(t, _)| *t).collect::<Vec<_>>());
    let mut out: Vec<Conflict<'_>> = Vec::new();
    let mut shown: Map<u32, Vec<Label>> = Map::default();
    for (term, groups) in order {
        let Some((main, others)) = groups.split_first() else { continue };
        let beside: Set<usize> = main.iter().map(|m| m.pair).collect();
        for other in others.iter().flatten() {
            // The rendering that most have may stand in the sentence and render nothing else there.
            let taken = holds(doc, links, other, main[0]) && !beside.contains(&other.pair);
            let Some(contrast) = difference(main[0], other).filter(|_| !taken) else { continue };
            let evidence = Evidence { term, main, other, contrast: &contrast, counts: &counts, chinese };
            let Some(class) = evidence.class() else { continue };
            let here = shown.entry(other.target.segment).or_default();
            if !here.iter().any(|at| at.overlaps(other.target)) {
                here.push(other.target);
                out.push(Conflict { term, main: main[0], other, class });
            }
        }
    }
    out
}

/// The most renderings of a term that are told apart; what has more is no term, or not understood.
const RENDERINGS: usize = 12;

/// The mentions of a term by their renderings, the most frequent first; of two as frequent the earlier.
pub(crate) fn groups(term: &Term) -> Vec<Vec<&Mention>> {
    let mut groups: Vec<Vec<&Mention>> = Vec::new();
    for mention in &term.mentions {
        match groups.iter().position(|g| difference(g[0], mention).is_none()) {
            Some(at) => groups[at].push(mention),
            None if groups.len() < RENDERINGS => groups.push(vec![mention]),
            None => {}
        }
    }
    groups.sort_by_key(|g| std::cmp::Reverse(g.len()));
    groups
}

/// What is known of two renderings that differ.
struct Evidence<'e> {
    term: &'e Term,
    main: &'e [&'e Mention],
    other: &'e Mention,
    contrast: &'e Contrast<'e>,
    counts: &'e Counts<'e>,
    /// Whether the source is Chinese: the words of others are cut and linked less surely.
    chinese: bool,
}

/// How often a term stands that is frequent.
const OFTEN: u32 = 4;
/// The mentions of a majority.
const MOST: usize = 3;
/// How often a term of the document stands in a thousand characters, unless most mentions are rendered alike.
const DENSE: f32 = 2.0;
/// From which share on words stand mostly in the term.
const MOSTLY: f32 = 0.5;

impl Evidence<'_> {
    /// The class of evidence; none if it is too weak to be shown.
    fn class(&self) -> Option<(&'static str, Severity)> {
        let (id, severity) = self.class_by_words()?;
        // What ends as the names of bodies do and is written as a name is one.
        let body = self.term.text.ends_with(is_kind_of_body) && self.both().iter().all(|m| is_title(m));
        if body && self.chinese {
            return Some((id, Severity::Warning));
        }
        let weighty = self.main.len() >= MOST || self.counts.density(&self.term.text) >= DENSE;
        Some((id, if weighty && self.contrast.is_sure() && self.chinese { severity } else { Severity::Info }))
    }

    fn class_by_words(&self) -> Option<(&'static str, Severity)> {
        use Severity::{Info, Warning};
        if self.term.text.chars().nth(2).is_none() {
            let known = self.main.len() >= MOST && self.contrast.only.iter().all(|words| is_known(words));
            return known.then_some(("short", Info));
        }
        match self.contrast.kind {
            Difference::Word => self.word(),
            Difference::Whole if self.least_words() < 2 => None,
            Difference::Whole
                if self.least_link() >= 0.3 && self.main[0].words.iter().any(|w| w.known > 0.3) =>
            {
                Some(("whole", Warning))
            }
            Difference::Whole => self.is_bound().then_some(("whole", Info)),
            Difference::More => {
                let often = self.is_often() && self.main.len() >= MOST && self.least_link() >= 0.5;
                let extra = self.contrast.only.iter().flatten().all(|w| w.known > 0.2);
                let firm = self.is_shared_known() && self.least_share() >= 0.7;
                match often && extra {
                    true => Some(("more", Warning)),
                    false => firm.then_some(("more", Info)),
                }
            }
            Difference::Order => (self.both().iter().all(|m| is_title(m)) && self.is_shared_known())
                .then_some(("order", Warning)),
        }
    }

    /// One word of the term rendered in two ways.
    fn word(&self) -> Option<(&'static str, Severity)> {
        use Severity::{Info, Warning};
        let owners = self.contrast.owners();
        let noun = owners.iter().any(|&i| self.term.words[i].noun);
        let compound =
            self.term.words.len() > 2 || self.term.words.iter().any(|w| w.text.chars().nth(1).is_none());
        let (own, rest) = self.shares(&owners);
        if compound && noun {
            let firm = own >= MOSTLY && rest >= MOSTLY;
            return Some(("word", if firm { Warning } else { Info }));
        }
        if compound {
            return None;
        }
        let told = self.term.open.len() * 4 <= self.term.mentions.len();
        let plain = self.both().iter().all(|m| m.plain);
        if told && plain && own >= 1.0 && self.term.words.last().is_some_and(|w| w.noun) {
            return Some(("two", Warning));
        }
        let often = self.is_often() && self.is_shared_known() && self.term.open.is_empty();
        often.then_some(("often", if self.main.len() >= MOST { Warning } else { Info }))
    }

    fn is_often(&self) -> bool {
        self.counts.of(&self.term.text) >= OFTEN
    }

    fn both(&self) -> [&Mention; 2] {
        [self.main[0], self.other]
    }

    /// The greatest share of the words that are rendered in two ways, and the least of the others; 1 if there is none.
    fn shares(&self, owners: &BTreeSet<usize>) -> (f32, f32) {
        let share = |i: usize| self.counts.share(self.term, i);
        let own = owners.iter().map(|&i| share(i)).fold(0.0, f32::max);
        let others = (0..self.term.words.len()).filter(|i| !owners.contains(i));
        (own, others.map(share).fold(1.0, f32::min))
    }

    fn least_share(&self) -> f32 {
        (0..self.term.words.len()).map(|i| self.counts.share(self.term, i)).fold(1.0, f32::min)
    }

    /// Whether the words that are rendered in two ways stand in the term alone, or the others do.
    fn is_bound(&self) -> bool {
        let (own, rest) = self.shares(&self.contrast.owners());
        own >= 1.0 || rest >= 1.0
    }

    fn words(&self) -> impl Iterator<Item = &Word> {
        self.main[0].words.iter().chain(&self.other.words)
    }

    fn least_words(&self) -> usize {
        self.main[0].words.len().min(self.other.words.len())
    }

    fn least_link(&self) -> f32 {
        self.words().map(|w| w.link).fold(1.0, f32::min)
    }

    /// Whether the dictionary has all words that both renderings have.
    fn is_shared_known(&self) -> bool {
        self.contrast.shared.iter().flatten().all(|w| w.known > 0.2)
    }
}

/// Whether the dictionary has one of some words.
fn is_known(words: &[&Word]) -> bool {
    words.iter().any(|w| w.known > 0.3)
}

/// Whether a rendering is written as a name.
fn is_title(mention: &Mention) -> bool {
    mention.words.iter().filter(|w| w.capital).count() > 1
}
