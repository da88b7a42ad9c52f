//! How a source and its translation belong together: paragraphs or lines, and inside them sentences.
//!
//! The files say it themselves (bilingual formats), or two plain texts face each other line by line, or it is found by
//! what the words, figures, names and lengths of two stretches have in common, after Gale and Church and after Moore.

mod band;
mod cut;
mod gains;
mod gaps;
mod grid;
mod lexicon;
mod lines;
mod model;
mod paragraphs;
mod path;
mod roles;
mod sentences;
mod side;
mod sound;
mod tokens;

pub use gaps::{Gap, Gaps};

use crate::document::{Document, Link, Side};
use crate::finding::Label;
use crate::hash::Map;
use crate::numerals::Number;
use grid::{COMMON, SHAPES};
use lexicon::Lexicon;
use model::Model;
pub(crate) use sound::skeleton;
pub(crate) use tokens::{is_function_char, is_stopword, stem, without_particle};

/// Stretches of the source and of the target that translate one another: sentences, or whole segments where those are
/// not told apart. A side without counterpart is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bead {
    /// Places in the source, in order.
    pub source: Vec<Label>,
    /// Places in the target, in order.
    pub target: Vec<Label>,
}

/// What belongs together in a document with a source.
#[derive(Debug, Default)]
pub struct Alignment {
    /// Segments, in the order of the two texts.
    pub links: Vec<Link>,
    /// Sentences, in the order of the two texts.
    pub beads: Vec<Bead>,
    /// Sentences without counterpart.
    pub gaps: Gaps,
    /// The values of the sentences that were read for it: they need not be read again.
    pub(crate) numbers: Map<Label, Vec<Number>>,
}

/// What a segment without counterpart costs for each token: long paragraphs of loose translation are not to fall out.
const NULL_SEGMENT: f32 = 0.6;
/// What a sentence without counterpart costs for each token.
const NULL_SENTENCE: f32 = 0.25;

/// Aligns the two sides of a document; empty without a source.
pub fn align(doc: &Document) -> Alignment {
    if !doc.has_source() {
        return Alignment::default();
    }
    let known = doc.given.clone().or_else(|| lines::facing(doc));
    let whole = |links: Vec<Link>| {
        let beads = links.iter().map(|link| whole_bead(doc, link)).collect();
        Alignment { links, beads, ..Alignment::default() }
    };
    let mut cut = match &known {
        Some(links) => cut::needed(doc, links),
        None => cut::all(doc),
    };
    let [source, target] = &mut cut.sides;
    if known.is_some() && !cut.has_sentences {
        return whole(known.unwrap_or_default());
    }
    let mut numbers = Map::default();
    for (side, which) in [(&mut *source, Side::Source), (&mut *target, Side::Target)] {
        let units = side.units.iter().map(|unit| sentences::label(which, unit));
        let read = units.zip(std::mem::take(&mut side.numbers));
        numbers.extend(read.filter_map(|(at, numbers)| Some((at, numbers?))));
    }
    let (source, target) = (&*source, &*target);
    let mut lexicon = Lexicon::new(&source.vocabulary, &target.vocabulary);
    let links_by = |lexicon: &Lexicon, before: Option<&[Link]>| {
        let model = Model::new(source, target, lexicon);
        known.clone().unwrap_or_else(|| paragraphs::align(doc, &model, before, NULL_SEGMENT))
    };
    let first = links_by(&lexicon, None);
    let runs = sentences::align(&Model::new(source, target, &lexicon), &first, &SHAPES[..COMMON]);
    let full = sentences::full(&runs);
    let tokens: Vec<_> = full.iter().map(|[s, t]| [source.tokens_of(s), target.tokens_of(t)]).collect();
    lexicon.learn(&lexicon::learn(source, target, &tokens));
    let links = links_by(&lexicon, Some(&first));
    let model = Model::new(source, target, &lexicon).with_ratio_of(&full);
    let runs = sentences::align(&model, &links, &SHAPES);
    let (beads, gaps) = gaps::sort_out(&model, runs);
    let beads = beads.iter().map(|b| sentences::bead(source, target, b)).collect();
    Alignment { links, beads, gaps, numbers }
}

/// Lines of two plain texts, as hand-made alignments link them: nothing is held against a line without counterpart.
pub fn align_segments(doc: &Document) -> Vec<Link> {
    if let Some(links) = doc.given.clone().or_else(|| lines::facing(doc)) {
        return links;
    }
    let [source, target] = &cut::all(doc).sides;
    let mut lexicon = Lexicon::new(&source.vocabulary, &target.vocabulary);
    let first = paragraphs::align(doc, &Model::new(source, target, &lexicon), None, 0.0);
    let (s, t) = (source.whole_segments(), target.whole_segments());
    let ranges: Vec<_> = first
        .iter()
        .map(|l| [paragraphs::tokens(&s, &l.source), paragraphs::tokens(&t, &l.target)])
        .collect();
    lexicon.learn(&lexicon::learn(source, target, &ranges));
    paragraphs::align(doc, &Model::new(source, target, &lexicon), Some(&first), 0.0)
}

fn whole_bead(doc: &Document, link: &Link) -> Bead {
    let whole = |side: Side, segments: &[u32]| {
        let label = |&i: &u32| {
            let end = doc.side(side).get(i as usize).map_or(0, |s| s.shown().len() as u32);
            Label { side, segment: i, start: 0, end }
        };
        segments.iter().map(label).collect()
    };
    Bead { source: whole(Side::Source, &link.source), target: whole(Side::Target, &link.target) }
}

#[cfg(test)]
mod tests;
