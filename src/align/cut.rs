//! The two sides of a document, cut into sentences and tokens.

use super::side::Side;
use super::sound;
use super::tokens::{Kind, Token, tokens};
use crate::document::{Document, Lang, Link, Role, Segment};
use crate::hash::Map;
use crate::numerals::Number;
use crate::share;
use crate::text::script::has_cjk;
use crate::text::sentences::{Part, parts};

/// Segments that are worth a thread.
const SHARE: usize = 500;

/// Both sides, source first.
pub(super) struct Cut {
    pub(super) sides: [Side; 2],
    /// Whether there is anything to align inside of the segments.
    pub(super) has_sentences: bool,
}

/// The sentences of all segments of both sides.
type Sentences = [Vec<Vec<Part>>; 2];

/// Everything.
pub(super) fn all(doc: &Document) -> Cut {
    cut(doc, sentences(doc), [&|_| true, &|_| true], true)
}

/// The sentences of all segments, and the tokens of those that have anything to be aligned inside of their link; in two
/// articles of all, which are the better known for it.
pub(super) fn needed(doc: &Document, links: &[Link]) -> Cut {
    let parts = sentences(doc);
    let count = |side: usize, segments: &[u32]| -> usize {
        segments.iter().filter_map(|&i| parts[side].get(i as usize)).map(Vec::len).sum()
    };
    let mut wanted = [vec![false; doc.source.len()], vec![false; doc.target.len()]];
    for link in links {
        let (s, t) = (count(0, &link.source), count(1, &link.target));
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
    cut(doc, parts, [&is_wanted(0), &is_wanted(1)], has_sentences)
}

fn sentences(doc: &Document) -> Sentences {
    [&doc.source, &doc.target].map(|segments| {
        let of_share = |_, share: &[Segment]| -> Vec<Vec<Part>> { share.iter().map(sentences_of).collect() };
        share::map(segments, SHARE, of_share).into_iter().flatten().collect()
    })
}

fn cut(doc: &Document, parts: Sentences, wanted: [Wanted<'_>; 2], has_sentences: bool) -> Cut {
    let target_lang = &doc.langs.target;
    let source_lang = doc.langs.source.clone().unwrap_or_else(|| guess(&doc.source));
    let [of_source, of_target] = parts;
    // Names in Latin letters are looked for in Han script, so the side in Latin letters comes first.
    if target_lang.is_cjk() && !source_lang.is_cjk() {
        let source = side(&doc.source, &of_source, &source_lang, wanted[0], None);
        let target = side(&doc.target, &of_target, target_lang, wanted[1], Some(&source));
        return Cut { sides: [source, target], has_sentences };
    }
    let target = side(&doc.target, &of_target, target_lang, wanted[1], None);
    let source = side(&doc.source, &of_source, &source_lang, wanted[0], Some(&target));
    Cut { sides: [source, target], has_sentences }
}

/// The language of a text that nobody named.
fn guess(segments: &[Segment]) -> Lang {
    let tag = if segments.iter().any(|s| has_cjk(s.shown())) { "zh" } else { "en" };
    Lang::parse(tag).unwrap_or_else(Lang::en)
}

/// The tokens of a unit, and its values if it was read.
type Read = (Vec<Token>, Option<Vec<Number>>);

/// Whether the tokens of a segment are wanted.
type Wanted<'w> = &'w (dyn Fn(usize) -> bool + Sync);

fn side(
    segments: &[Segment],
    parts: &[Vec<Part>],
    lang: &Lang,
    wanted: Wanted<'_>,
    other: Option<&Side>,
) -> Side {
    let index = other.map(|o| sound::Index::new(&o.vocabulary));
    let names = index.as_ref().map(sound::Index::names).unwrap_or_default();
    let of_share = |first: usize, parts: &[Vec<Part>]| {
        let mut readings = Map::default();
        let mut read = |i: usize, part: &Part| {
            let text = shown(&segments[i], part);
            if !wanted(i) {
                return (Vec::new(), None);
            }
            let (mut found, numbers) = tokens(text, lang);
            // Japanese and Korean read Han characters otherwise.
            if lang.is("zh") && found.iter().any(|t| t.kind == Kind::Han) {
                found.extend(sound::spelt(text, &names, &mut readings));
            }
            (found, Some(numbers))
        };
        let of_segment = |(at, parts): (usize, &Vec<Part>)| -> Vec<Read> {
            parts.iter().map(|part| read(first + at, part)).collect()
        };
        parts.iter().enumerate().map(of_segment).collect::<Vec<_>>()
    };
    let found = share::map(parts, SHARE, of_share).into_iter().flatten();
    let mut side = Side::default();
    for ((i, parts), found) in parts.iter().enumerate().zip(found) {
        side.begin_segment();
        for (part, (found, numbers)) in parts.iter().zip(found) {
            side.numbers.push(numbers);
            side.push(i as u32, part.range.clone(), shown(&segments[i], part), found, part.soft);
        }
    }
    side
}

fn shown<'t>(segment: &'t Segment, part: &Part) -> &'t str {
    &segment.shown()[part.range.start as usize..part.range.end as usize]
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
