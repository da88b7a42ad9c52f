//! What `omission` and `addition` share: which sentences without counterpart are reported, and how.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use crate::align::{Gap, Gaps};
use crate::analysis::Analysis;
use crate::document::{Lang, MarkKind, Side};
use crate::finding::{Label, Message, Raw, Severity};
use crate::rule::RuleMeta;
use crate::text::script::has_cjk;

/// Fewer tokens say too little to miss a sentence by.
const ENOUGH: usize = 6;
/// How sure an alignment must be that a sentence has no counterpart, by its margin and by what it has to say: where the
/// dictionary knows the words of a language, and where it knows those only that come from Chinese.
const SURE: f32 = 0.0;
const SURE_OF_FEW_WORDS: f32 = 1.0;
const MARGIN_PER_TOKEN: f32 = 0.4;
/// How much of a sentence may be in a neighbour that is longer than its counterpart, before it is taken for a part of that
/// one which was split off; what is as sure as this is none.
const ROOM: f32 = 0.55;
const ROOM_OF_FEW_WORDS: f32 = 0.25;
const SURE_AGAINST_ROOM: f32 = 4.0;
/// How much of a sentence may be said near its place: what is much better left out may share more words by chance.
const COVERED: f32 = 0.62;
const COVERED_PER_MARGIN: f32 = 0.03;
const COVERED_MORE: f32 = 0.15;
/// What stands between soft ends need be no sentence.
const COVERED_SOFT: f32 = 0.5;
/// What shares the counterpart of a neighbour is judged by what it alone explains there.
const COVERED_MERGED: f32 = 0.36;
/// What such a sentence may lose at most by standing alone.
const LOST: f32 = 2.0;
/// More than one place without counterpart in so many sentences of both sides makes two versions, or more than so many where
/// there are few: of those that are reported, and of all.
const VERSIONS: usize = 100;
const FEW: usize = 3;
const LOOSE: usize = 50;
const FEW_LOOSE: usize = 5;

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
    let list = if side == Side::Source { &gaps.source } else { &gaps.target };
    let shown = |list: &[Gap]| list.iter().filter(|g| is_text(a, g) && is_missing(a, g)).cloned().collect();
    let own: Vec<Gap> = shown(list);
    let Some(first) = own.first() else { return };
    let other: Vec<Gap> = shown(if side == Side::Source { &gaps.target } else { &gaps.source });
    if are_versions(gaps, runs(&own) + runs(&other)) {
        out.push(meta.finding(first.at, Message::new(wording.versions)).severity(Severity::Info));
        return;
    }
    for (i, gap) in own.iter().enumerate().filter(|(_, gap)| is_certain(a, gap)) {
        let mut finding =
            meta.finding(gap.at, wording.missing).help(wording.help).related(gap.place, wording.place);
        let beside = [i.checked_sub(1), Some(i + 1)].into_iter().flatten();
        if beside.filter_map(|n| own.get(n)).any(|g| g.run == gap.run) {
            finding.group = Some(group(meta, gap));
        }
        out.push(finding);
    }
}

/// Whether two texts differ in so many places that they are versions of one another rather than source and translation.
/// A passage counts once, however long: a machine leaves out whole passages, too.
fn are_versions(gaps: &Gaps, shown: usize) -> bool {
    let loose = |list: &[Gap]| runs(&list.iter().filter(|g| !g.merged).cloned().collect::<Vec<_>>());
    let sentences = gaps.sentences[0] + gaps.sentences[1];
    let many = |few: usize, one_in: usize| few.max(sentences / one_in);
    shown > many(FEW, VERSIONS) || loose(&gaps.source) + loose(&gaps.target) > many(FEW_LOOSE, LOOSE)
}

/// Number of runs of neighbouring gaps.
fn runs(gaps: &[Gap]) -> usize {
    usize::from(!gaps.is_empty()) + gaps.windows(2).filter(|pair| pair[0].run != pair[1].run).count()
}

fn group(meta: &RuleMeta, gap: &Gap) -> u64 {
    let mut hasher = DefaultHasher::new();
    (meta.id, gap.run).hash(&mut hasher);
    hasher.finish()
}

fn is_missing(a: &Analysis<'_>, gap: &Gap) -> bool {
    let is_known = has_words(a);
    if gap.tokens < ENOUGH || gap.merged && !is_known {
        return false;
    }
    let sure = gap.margin + MARGIN_PER_TOKEN * (gap.tokens - ENOUGH) as f32;
    let limit = COVERED + (COVERED_PER_MARGIN * gap.margin).min(COVERED_MORE);
    if gap.merged {
        return gap.coverage <= COVERED_MERGED;
    }
    let least = if is_known { SURE } else { SURE_OF_FEW_WORDS };
    sure >= if gap.room > ROOM { SURE_AGAINST_ROOM.max(least) } else { least }
        && gap.coverage <= if gap.soft { limit.min(COVERED_SOFT) } else { limit }
}

/// What is reported of the gaps that count: more is asked of a sentence that shares a counterpart, and of one beside a long
/// counterpart where the dictionary knows few words.
fn is_certain(a: &Analysis<'_>, gap: &Gap) -> bool {
    let sure = gap.margin + MARGIN_PER_TOKEN * (gap.tokens - ENOUGH) as f32;
    if gap.merged {
        return gap.margin >= -LOST || sure >= SURE;
    }
    has_words(a) || gap.room <= ROOM_OF_FEW_WORDS || sure >= SURE_AGAINST_ROOM
}

/// Whether the dictionary knows the words of one side.
fn has_words(a: &Analysis<'_>) -> bool {
    let langs = &a.doc.langs;
    langs.target.is("zh") || langs.source.as_ref().is_none_or(|l| l.is("zh"))
}

/// How translators begin what they say themselves.
const NOTES: [&str; 9] =
    ["译者注", "譯者註", "译注", "譯註", "訳注", "訳者注", "역주", "옮긴이", "Translator's note"];

/// Whether a gap is a sentence of prose: in markup no heading, cell or caption, no link or code alone; in its own language,
/// and no note of the translator.
fn is_text(a: &Analysis<'_>, gap: &Gap) -> bool {
    let (doc, range) = (a.doc, gap.at.range());
    let segment = &doc.side(gap.at.side)[gap.at.segment as usize];
    let plain = segment.text.file().path.ends_with(".txt");
    let lang = if gap.at.side == Side::Target { Some(&doc.langs.target) } else { doc.langs.source.as_ref() };
    let shown = &segment.shown()[gap.at.start as usize..gap.at.end as usize];
    let own = !lang.is_some_and(Lang::is_cjk) || has_cjk(shown);
    let marked =
        segment.text.marks_at(range.clone()).filter(|m| m.kind == MarkKind::Link || m.kind.is_literal());
    // A Chinese character takes three bytes and a Latin letter one: length is what the reader sees.
    let letters = |r: Range<u32>| segment.shown()[r.start as usize..r.end as usize].chars().count();
    let aside: usize =
        marked.map(|m| letters(m.range.start.max(range.start)..m.range.end.min(range.end))).sum();
    let is_own =
        NOTES.iter().any(|note| shown.trim_start_matches(['（', '(', '[', '【', '*']).starts_with(note));
    segment.is_text() && own && (plain || segment.role.is_prose()) && aside * 2 < letters(range) && !is_own
}

/// Reports source segments whose target says nothing: it is empty, or has no letter and no figure.
pub(super) fn empty_targets(a: &Analysis<'_>, meta: &'static RuleMeta, out: &mut Vec<Raw>) {
    let says = |side: Side, i: u32| {
        let segment = &a.doc.side(side)[i as usize];
        !segment.translate || segment.shown().contains(|c: char| c.is_alphanumeric())
    };
    for link in a.links() {
        // In articles a line opposite nothing has its sentences reported.
        if a.doc.given.is_none() || link.target.iter().any(|&t| says(Side::Target, t)) {
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
