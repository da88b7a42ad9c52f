//! The two sides of a document, cut into sentences and tokens.

use std::collections::HashMap;

use super::side::Side;
use super::sound;
use super::tokens::{Kind, Token, tokens};
use crate::document::{self, Document, Lang, Link, Role, Segment};
use crate::text::script::has_cjk;
use crate::text::sentences::{Part, parts};

/// Both sides, source first.
pub(super) struct Cut {
    pub(super) sides: [Side; 2],
    /// Whether there is anything to align inside of the segments.
    pub(super) has_sentences: bool,
}

/// Everything.
pub(super) fn all(doc: &Document) -> Cut {
    cut(doc, [&|_| true, &|_| true], true)
}

/// The sentences of all segments, and the tokens of those that have anything to be aligned inside of their link; in two
/// articles of all, which are the better known for it.
pub(super) fn needed(doc: &Document, links: &[Link]) -> Cut {
    let count = |side: document::Side, segments: &[u32]| -> usize {
        let segments = segments.iter().filter_map(|&i| doc.side(side).get(i as usize));
        segments.map(|s| sentences_of(s).len()).sum()
    };
    let mut wanted = [vec![false; doc.source.len()], vec![false; doc.target.len()]];
    for link in links {
        let (s, t) =
            (count(document::Side::Source, &link.source), count(document::Side::Target, &link.target));
        if s + t > 2 || s != t {
            link.source.iter().for_each(|&i| wanted[0][i as usize] = true);
            link.target.iter().for_each(|&i| wanted[1][i as usize] = true);
        }
    }
    let has_sentences = wanted.iter().flatten().any(|w| *w);
    let everything = has_sentences && doc.given.is_none();
    let is_wanted = |side: usize| {
        let wanted = &wanted[side];
        move |i: usize| everything || wanted[i]
    };
    cut(doc, [&is_wanted(0), &is_wanted(1)], has_sentences)
}

fn cut(doc: &Document, wanted: [&dyn Fn(usize) -> bool; 2], has_sentences: bool) -> Cut {
    let target_lang = &doc.langs.target;
    let source_lang = doc.langs.source.clone().unwrap_or_else(|| guess(&doc.source));
    // Names in Latin letters are looked for in Han script, so the side in Latin letters comes first.
    if target_lang.is_cjk() && !source_lang.is_cjk() {
        let source = side(&doc.source, &source_lang, wanted[0], None);
        let target = side(&doc.target, target_lang, wanted[1], Some(&source));
        return Cut { sides: [source, target], has_sentences };
    }
    let target = side(&doc.target, target_lang, wanted[1], None);
    let source = side(&doc.source, &source_lang, wanted[0], Some(&target));
    Cut { sides: [source, target], has_sentences }
}

/// The language of a text that nobody named.
fn guess(segments: &[Segment]) -> Lang {
    let tag = if segments.iter().any(|s| has_cjk(s.shown())) { "zh" } else { "en" };
    Lang::parse(tag).unwrap_or_else(Lang::en)
}

fn side(segments: &[Segment], lang: &Lang, wanted: &dyn Fn(usize) -> bool, other: Option<&Side>) -> Side {
    let mut side = Side::default();
    let index = other.map(|o| sound::Index::new(&o.vocabulary));
    let names = index.as_ref().map(sound::Index::names).unwrap_or_default();
    let mut readings = HashMap::new();
    for (i, segment) in segments.iter().enumerate() {
        side.begin_segment();
        for sentence in sentences_of(segment) {
            let text = &segment.shown()[sentence.range.start as usize..sentence.range.end as usize];
            let mut found: Vec<Token> = Vec::new();
            if wanted(i) {
                found = tokens(text, lang);
                // Japanese and Korean read Han characters otherwise.
                if lang.is("zh") && found.iter().any(|t| t.kind == Kind::Han) {
                    found.extend(sound::spelt(text, &names, &mut readings));
                }
            }
            side.push(i as u32, sentence.range.clone(), text, found, sentence.soft);
        }
    }
    side
}

/// Code is not parted, text is.
fn sentences_of(segment: &Segment) -> Vec<Part> {
    let shown = segment.shown();
    let found = if segment.role == Role::Code { Vec::new() } else { parts(shown) };
    match found.is_empty() {
        true => vec![Part { range: 0..shown.len() as u32, soft: false }],
        false => found,
    }
}
