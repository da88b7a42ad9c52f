//! What `omission` and `addition` share: which sentences without counterpart are reported, and how.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::align::Gap;
use crate::analysis::Analysis;
use crate::document::Side;
use crate::finding::{Label, Message, Raw, Severity};
use crate::rule::RuleMeta;

/// Fewer tokens say too little to miss a sentence by.
const ENOUGH: usize = 6;
/// How sure an alignment must be that a sentence has no counterpart, by its margin and by what it has to say: where the
/// dictionary knows the words of a language, and where it knows those only that come from Chinese.
const SURE: f32 = 0.5;
const SURE_OF_FEW_WORDS: f32 = 1.5;
const MARGIN_PER_TOKEN: f32 = 0.4;
/// How much of a sentence may be said near its place: what is much better left out may share more words by chance.
const COVERED: f32 = 0.62;
const COVERED_PER_MARGIN: f32 = 0.03;
const COVERED_MORE: f32 = 0.15;
/// What stands between soft ends need be no sentence.
const COVERED_SOFT: f32 = 0.5;
/// What shares the counterpart of a neighbour is judged by what it alone explains there.
const COVERED_MERGED: f32 = 0.36;
/// More than this share of all sentences, or than so many where there are few, is another version of the text.
const VERSIONS: f32 = 0.08;
const FEW: usize = 3;

/// What the two rules say.
pub(super) struct Wording {
    pub(super) missing: &'static str,
    pub(super) place: &'static str,
    pub(super) help: &'static str,
    pub(super) versions: &'static str,
}

/// Reports the sentences of one side that have no counterpart.
pub(super) fn report(
    a: &Analysis<'_>,
    side: Side,
    meta: &'static RuleMeta,
    wording: &Wording,
    out: &mut Vec<Raw>,
) {
    let gaps = &a.alignment().gaps;
    let (list, sentences) = match side {
        Side::Source => (&gaps.source, gaps.sentences[0]),
        Side::Target => (&gaps.target, gaps.sentences[1]),
    };
    let shown: Vec<&Gap> = list.iter().filter(|g| is_text(a, g) && is_missing(a, g)).collect();
    if shown.len() > FEW.max((sentences as f32 * VERSIONS) as usize) {
        let first = shown[0];
        out.push(meta.finding(first.at, Message::new(wording.versions)).severity(Severity::Info));
        return;
    }
    for gap in shown {
        let mut finding =
            meta.finding(gap.at, wording.missing).help(wording.help).related(gap.place, wording.place);
        let neighbours = list.iter().filter(|g| g.run == gap.run).count();
        if neighbours > 1 {
            finding.group = Some(group(meta, gap));
        }
        out.push(finding);
    }
}

fn group(meta: &RuleMeta, gap: &Gap) -> u64 {
    let mut hasher = DefaultHasher::new();
    (meta.id, gap.run).hash(&mut hasher);
    hasher.finish()
}

fn is_missing(a: &Analysis<'_>, gap: &Gap) -> bool {
    let langs = &a.doc.langs;
    let is_known = langs.target.is("zh") || langs.source.as_ref().is_none_or(|l| l.is("zh"));
    if gap.tokens < ENOUGH || gap.merged && !is_known {
        return false;
    }
    let sure = gap.margin + MARGIN_PER_TOKEN * (gap.tokens - ENOUGH) as f32;
    let limit = COVERED + (COVERED_PER_MARGIN * gap.margin).min(COVERED_MORE);
    match gap.merged {
        true => gap.coverage <= COVERED_MERGED,
        false => {
            sure >= if is_known { SURE } else { SURE_OF_FEW_WORDS }
                && gap.coverage <= if gap.soft { limit.min(COVERED_SOFT) } else { limit }
        }
    }
}

fn is_text(a: &Analysis<'_>, gap: &Gap) -> bool {
    a.doc.side(gap.at.side)[gap.at.segment as usize].is_text()
}

/// Reports source segments whose target says nothing: it is empty, or has no letter and no figure.
pub(super) fn empty_targets(a: &Analysis<'_>, meta: &'static RuleMeta, out: &mut Vec<Raw>) {
    let says = |side: Side, i: u32| {
        let segment = &a.doc.side(side)[i as usize];
        !segment.translate || segment.shown().contains(|c: char| c.is_alphanumeric())
    };
    for link in a.links() {
        let empty = !link.target.iter().any(|&t| says(Side::Target, t));
        if !empty || link.target.is_empty() && a.doc.given.is_none() {
            continue;
        }
        for &s in link.source.iter().filter(|&&s| a.doc.source[s as usize].is_text() && says(Side::Source, s))
        {
            let end = a.doc.source[s as usize].shown().len() as u32;
            let mut finding = meta
                .finding(Label::source(s as usize, 0..end), "the translation says nothing of this")
                .help("translate it");
            if let Some(&t) = link.target.first() {
                finding = finding.related(Label::target(t as usize, 0..0), "its translation belongs here");
            }
            out.push(finding);
        }
    }
}
