//! Two plain texts that face each other line by line.

use super::model::Model;
use super::side::Side;
use crate::document::{Document, Link, Segment};
use crate::source::SourceFile;

/// How many lines of a text may lack a counterpart before it is no longer taken to be paired by lines: one in so many, and
/// one in any case.
const BLANK: usize = 10;
/// A line this many standard deviations too long or too short is none of its counterpart.
const ODD: f32 = 3.5;

/// The lines of two plain texts as links, if both have the same number of physical lines and it is plausible that they
/// face each other: hardly a line faces a blank one, and most have the length that the others make one expect.
pub(super) fn facing(doc: &Document) -> Option<Vec<Link>> {
    let source_file = doc.source_file.as_ref().filter(|f| f.path.ends_with(".txt"))?;
    if !doc.file.path.ends_with(".txt") || count(source_file) != count(&doc.file) {
        return None;
    }
    let (source, target) = (by_line(source_file, &doc.source)?, by_line(&doc.file, &doc.target)?);
    let mut links = Vec::new();
    let (mut s, mut t) = (source.iter().peekable(), target.iter().peekable());
    loop {
        let line = match (s.peek(), t.peek()) {
            (None, None) => break,
            (Some(a), Some(b)) => a.0.min(b.0),
            (Some(a), None) | (None, Some(a)) => a.0,
        };
        let take = |side: &mut std::iter::Peekable<std::slice::Iter<'_, (usize, u32)>>| {
            side.next_if(|l| l.0 == line).map(|l| l.1).into_iter().collect::<Vec<u32>>()
        };
        links.push(Link { source: take(&mut s), target: take(&mut t) });
    }
    let alone = links.iter().filter(|l| l.source.is_empty() || l.target.is_empty()).count();
    (alone <= 1.max(links.len() / BLANK) && lengths_fit(doc, &links)).then_some(links)
}

/// Physical lines, blank ones at the end apart.
fn count(file: &SourceFile) -> usize {
    let text = file.text.trim_end_matches(['\n', '\r', ' ', '\t']);
    file.lines().line_of(text.len() as u32)
}

/// The line of each segment; `None` if one takes several lines.
fn by_line(file: &SourceFile, segments: &[Segment]) -> Option<Vec<(usize, u32)>> {
    let line = |(i, s): (usize, &Segment)| {
        let span = s.text.raw(0..s.shown().len() as u32);
        let first = file.lines().line_of(span.start);
        (first == file.lines().line_of(span.end)).then_some((first, i as u32))
    };
    segments.iter().enumerate().map(line).collect()
}

fn lengths_fit(doc: &Document, links: &[Link]) -> bool {
    let mut sides = [Side::default(), Side::default()];
    for link in links.iter().filter(|l| !l.source.is_empty() && !l.target.is_empty()) {
        for (side, segment) in
            sides.iter_mut().zip([&doc.source[link.source[0] as usize], &doc.target[link.target[0] as usize]])
        {
            side.begin_segment();
            side.push(0, 0..0, segment.shown(), Vec::new(), false);
        }
    }
    let [source, target] = &sides;
    let lexicon = super::lexicon::Lexicon::default();
    let model = Model::new(source, target, &lexicon);
    let pairs = source.units.iter().zip(&target.units);
    let odd = pairs.filter(|(s, t)| model.deviation(s.length, t.length).abs() > ODD).count();
    odd * 5 <= source.units.len()
}
