//! What stands twice in a document: passages, sentences, paragraphs.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::Run;
use super::passages::{Stretch, key, passages, weight};
use super::tokens::Token;
use super::verse::is_verse;
use crate::analysis::Analysis;
use crate::document::{Role, Segment};
use crate::text::sentences::sentences;

/// Words of a sentence that repeats the one before it; shorter ones are called out twice on purpose.
const SENTENCE: usize = 6;
/// Words of a sentence that is copied nearby.
const LONG_SENTENCE: usize = 14;
/// Words of a paragraph that is copied from elsewhere in the document.
const PARAGRAPH: usize = 8;
/// Words of a copied paragraph that needs no source to be a fault, close to the first and elsewhere.
const NEAR_PARAGRAPH: usize = 14;
const LONG_PARAGRAPH: usize = 60;
/// How many segments may part copies that are close to each other.
const NEAR: usize = 3;
/// Paragraphs that come more often are refrains or notices.
const MOST_COPIES: usize = 3;

/// A repeated stretch, its first occurrence before it.
type Copy = (Stretch, Stretch);

/// Whether any sentence of the source stands twice; where the source repeats itself so may the translation.
pub(super) fn source_repeats(a: &Analysis<'_>) -> bool {
    let mut seen = HashSet::new();
    a.doc.source.iter().any(|s| {
        let text = s.shown();
        sentences(text).into_iter().any(|r| {
            let sentence = &text[r.start as usize..r.end as usize];
            sentence.chars().count() >= SENTENCE && !seen.insert(sentence)
        })
    })
}

impl Run<'_, '_> {
    /// Everything that stands twice.
    pub(super) fn copies(&self) -> Vec<Copy> {
        let mut out = Vec::new();
        let prose: Vec<(usize, &[Token])> = self
            .a
            .target()
            .filter(|(_, s)| s.role.is_prose() && !is_verse(s))
            .map(|(i, _)| (i, &self.tokens[i][..]))
            .collect();
        let lead = self.a.target().next().map(|(i, _)| i);
        for (first, second, adjacent) in passages(&prose) {
            // The title comes again as a heading or behind the dateline, and rows of lists begin alike.
            let text = self.a.doc.target[second.segment].shown();
            let own = !text.ends_with(char::is_alphanumeric) && !is_spoken(text);
            let fits = first.segment == second.segment || Some(first.segment) != lead && own;
            if fits && (adjacent || self.a.doc.has_source()) {
                out.push((first, second));
            }
        }
        self.sentences(&mut out);
        self.paragraphs(&mut out);
        out
    }

    /// Sentences that repeat the one before them, or a long one of this segment or the one before.
    fn sentences(&self, out: &mut Vec<Copy>) {
        let mut seen: HashMap<u64, (usize, Stretch)> = HashMap::new();
        let mut number = 0;
        for (i, segment) in self.a.target() {
            if is_row(segment) || is_verse(segment) {
                continue;
            }
            for sentence in self.a.sentences(i) {
                let range = self.range(i, sentence);
                let tokens = &self.tokens[i][range.clone()];
                if weight(tokens) < SENTENCE {
                    number += 1;
                    continue;
                }
                let here = Stretch { segment: i, tokens: range };
                if let Some((n, first)) = seen.insert(key(tokens), (number, here.clone())) {
                    let (one, two) = (&self.a.doc.target[first.segment], segment);
                    let alike = one.role == two.role && one.role != Role::Title && !is_spoken(two.shown());
                    // Items of a list say the same of several things, and lines without a stop are verses.
                    let sure = two.role != Role::Item && is_stopped(two.shown());
                    let apart = alike && (sure || self.a.doc.has_source());
                    let next = n + 1 == number && (first.segment == i || apart);
                    let near =
                        first.segment + 1 >= i && two.role.is_prose() && weight(tokens) >= LONG_SENTENCE;
                    // What other text parts an author may have said again, but for a source that says it once.
                    if next || near && self.a.doc.has_source() {
                        out.push((first, here));
                    }
                }
                number += 1;
            }
        }
    }

    /// Whole paragraphs that stand elsewhere in the document.
    fn paragraphs(&self, out: &mut Vec<Copy>) {
        let mut seen: HashMap<u64, Vec<usize>> = HashMap::new();
        for (i, segment) in self.a.target() {
            if segment.role == Role::Paragraph
                && weight(&self.tokens[i]) >= PARAGRAPH
                && !is_verse(segment)
                && !segment.shown().trim_end().ends_with([':', '：'])
            {
                seen.entry(key(&self.tokens[i])).or_default().push(i);
            }
        }
        let mut copies: Vec<Vec<usize>> =
            seen.into_values().filter(|c| c.len() > 1 && c.len() <= MOST_COPIES).collect();
        copies.sort_unstable();
        for places in copies {
            let whole = |i: usize| Stretch { segment: i, tokens: 0..self.tokens[i].len() };
            let weight = weight(&self.tokens[places[0]]);
            for pair in places.windows(2) {
                let near = pair[1] - pair[0] <= NEAR
                    && weight >= NEAR_PARAGRAPH
                    && is_stopped(self.a.doc.target[pair[1]].shown());
                if self.a.doc.has_source() || near || weight >= LONG_PARAGRAPH {
                    out.push((whole(places[0]), whole(pair[1])));
                }
            }
        }
    }

    /// The tokens of a segment inside a range of its text.
    fn range(&self, i: usize, at: &Range<u32>) -> Range<usize> {
        let tokens = &self.tokens[i];
        tokens.partition_point(|t| t.start < at.start)..tokens.partition_point(|t| t.end <= at.end)
    }
}

/// Whether a segment is speech, in which people say things again.
fn is_spoken(text: &str) -> bool {
    text.starts_with(['“', '"', '「', '『', '‘', '【'])
}

/// Whether a segment ends as a sentence does.
fn is_stopped(text: &str) -> bool {
    text.trim_end_matches(['"', '”', '’', ')']).ends_with(['.', '!', '?', '。', '！', '？', '…'])
}

/// Rows of lists and tables repeat what they have in common.
fn is_row(segment: &Segment) -> bool {
    matches!(segment.role, Role::Cell | Role::Meta | Role::Image)
}
