//! Terms that come again in the source of a document, and how the translation renders each mention.
//!
//! `units` finds them, `render` cuts the words of a rendering out of the target by the links of its words, and `compare`
//! says whether two renderings are the same to an editor. `conflicts` weighs
//! what is left by how firmly the words of the term hold together.

mod bound;
mod compare;
mod conflicts;
mod render;
mod units;

use crate::document::Document;
use crate::finding::Label;
use crate::names::Renderings;
use crate::share;
use crate::words::WordLinks;

pub(crate) use conflicts::{Conflict, conflicts, groups};

/// Terms that are worth a thread.
const SHARE: usize = 200;

/// A term of the source with its mentions.
#[derive(Debug)]
pub(crate) struct Term {
    /// As written.
    pub(crate) text: Box<str>,
    /// Where it stands with what renders it, in the order of the text.
    pub(crate) mentions: Vec<Mention>,
    words: Vec<units::Part>,
    /// Where it stands and its rendering cannot be told.
    pub(crate) open: Vec<Label>,
}

impl Term {
    /// Whether it is more than one everyday word: several words, or a long one.
    pub(crate) fn is_compound(&self) -> bool {
        self.words.len() > 1 && self.text.chars().nth(2).is_some()
    }
}

/// A mention of a term whose rendering is known.
#[derive(Debug)]
pub(crate) struct Mention {
    /// Where the term stands.
    pub(crate) source: Label,
    /// Where its rendering stands.
    pub(crate) target: Label,
    /// The rendering as written.
    pub(crate) text: Box<str>,
    /// The words of the rendering that are none of grammar.
    words: Vec<render::Word>,
    /// The sentences that it stands in.
    pair: usize,
    /// The words of the target sentence that it has, by number.
    range: std::ops::Range<usize>,
    /// Whether what stands before it shows that it is a noun.
    nominal: bool,
    /// Whether no word of grammar stands in it.
    plain: bool,
}

/// Finds the terms of a document.
pub(crate) fn find(doc: &Document, links: &WordLinks, names: &Renderings) -> Vec<Term> {
    let units = units::find(doc, links, names);
    let of_share = |_, units: &[units::Unit]| -> Vec<Vec<_>> {
        let render = |place| render::render(doc, links, place);
        units.iter().map(|unit| unit.places.iter().map(render).collect::<Vec<_>>()).collect()
    };
    let rendered = share::map(&units, SHARE, of_share).into_iter().flatten();
    let mut out = Vec::new();
    for (unit, rendered) in units.into_iter().zip(rendered) {
        let mut term = Term { text: unit.text, mentions: Vec::new(), words: unit.words, open: Vec::new() };
        for (place, mention) in unit.places.iter().zip(rendered) {
            match mention {
                Some(mention) => term.mentions.push(mention),
                None => term.open.push(place.at),
            }
        }
        // A verb and its object are no term.
        if !unit.may_be_verb || term.mentions.iter().any(|m| m.nominal) {
            out.push(term);
        }
    }
    out
}

#[cfg(test)]
mod tests;
