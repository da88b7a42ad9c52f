//! Compares the values of a text and its translation: which say the same, and which of the rest contradict each other.

use std::collections::BTreeMap;

use crate::align::{Alignment, Bead};
use crate::document::Document;
use crate::finding::Label;
use crate::share;

use super::agree::agreement;
use super::conflict::{Class, class};
pub use super::items::Item;
use super::items::{Read, items, joined};
use super::number::{Force, Kind, Language, Number};

/// A value of the target that contradicts one of the source.
#[derive(Clone, Debug)]
pub struct Conflict {
    /// How they differ.
    pub class: Class,
    /// In the source.
    pub source: Item,
    /// In the target.
    pub target: Item,
}

/// A bead's values, each with the partner that it has.
struct Link {
    source: Vec<Item>,
    target: Vec<Item>,
    /// For each value of the source the one of the target that says the same.
    of_source: Vec<Option<usize>>,
    of_target: Vec<Option<usize>>,
    /// Values that a neighbouring link explains.
    source_elsewhere: Vec<bool>,
    target_elsewhere: Vec<bool>,
}

/// Links that are worth a thread.
const SHARE: usize = 500;
/// Partners are sought within so many values of the same relative place, so that a page of figures costs no square.
const REACH: usize = 60;

/// Contradictions between the two sides of a document, in the order of its beads; none if numerals of one of the
/// languages are not read.
pub(crate) fn conflicts(doc: &Document, alignment: &Alignment) -> Vec<Conflict> {
    let source = doc.langs.source.as_ref().and_then(Language::of);
    let (Some(source), Some(target)) = (source, Language::of(&doc.langs.target)) else { return Vec::new() };
    let of_share = |_, beads: &[Bead]| -> Vec<Link> {
        beads.iter().map(|b| Link::new(doc, b, &alignment.numbers, source, target)).collect()
    };
    let mut links: Vec<Link> =
        share::map(&joined(&alignment.beads), SHARE, of_share).into_iter().flatten().collect();
    for i in 1..links.len() {
        let (head, tail) = links.split_at_mut(i);
        if let (Some(a), Some(b)) = (head.last_mut(), tail.first_mut()) {
            explain(a, b);
            explain(b, a);
        }
    }
    let mut out = Vec::new();
    for link in &links {
        link.contradictions(doc, &mut out);
    }
    drop_permuted(&mut out);
    let customs = super::customs::Customs::new(links.iter().flat_map(Link::pairs));
    out.extend(links.iter().flat_map(Link::pairs).filter_map(|(s, t)| customs.conflict(s, t)));
    out.sort_by_key(|c| c.target.at);
    out
}

/// So many values that only changed places are a list in another order, or sentences that were cut elsewhere.
const LIST: usize = 3;

/// Takes out conflicts between two segments whose values are the same, one for one.
fn drop_permuted(out: &mut Vec<Conflict>) {
    let key = |c: &Conflict| (c.source.at.segment, c.target.at.segment);
    let mut groups: BTreeMap<(u32, u32), [Vec<f64>; 2]> = BTreeMap::new();
    for conflict in out.iter() {
        let [source, target] = groups.entry(key(conflict)).or_default();
        source.push(conflict.source.number.value.to_f64());
        target.push(conflict.target.number.value.to_f64());
    }
    groups.values_mut().flatten().for_each(|side| side.sort_by(f64::total_cmp));
    out.retain(|c| groups.get(&key(c)).is_none_or(|[s, t]| s.len() < LIST || s != t));
}

/// Values without partner in one link that say the same as one without partner in the next: the sentence border falls
/// elsewhere. A small value stays where its own link has one that it may be meant for.
fn explain(a: &mut Link, b: &mut Link) {
    if [&a.source, &a.target, &b.source, &b.target].iter().any(|side| side.len() > 2 * REACH) {
        return;
    }
    for (i, s) in a.source.iter().enumerate() {
        if a.of_source[i].is_some() || a.source_elsewhere[i] || s.number.is_word && s.number.soft {
            continue;
        }
        let rival = |link: &Link, n: &Number| {
            let near = |(j, x): (usize, &Item)| {
                link.of_target[j].is_none() && x.number.kind == n.kind && !x.number.soft
            };
            n.value.to_f64().abs() <= 31.0 && link.target.iter().enumerate().any(near)
        };
        if rival(a, &s.number) {
            continue;
        }
        let fits = |(j, t): &(usize, &Item)| {
            b.of_target[*j].is_none() && !b.target_elsewhere[*j] && agreement(&s.number, &t.number) >= 2.0
        };
        let found = b.target.iter().enumerate().find(fits).map(|(j, _)| j);
        if let Some(j) = found {
            let own = b.source.iter().enumerate().any(|(k, x)| {
                b.of_source[k].is_none() && x.number.kind == b.target[j].number.kind && !x.number.soft
            });
            if !own || s.number.value.to_f64().abs() > 31.0 {
                a.source_elsewhere[i] = true;
                b.target_elsewhere[j] = true;
            }
        }
    }
}

impl Link {
    fn new(doc: &Document, bead: &Bead, read: &Read, source: Language, target: Language) -> Self {
        let (source, target) =
            (items(doc, &bead.source, read, source), items(doc, &bead.target, read, target));
        let mut link = Link {
            of_source: vec![None; source.len()],
            of_target: vec![None; target.len()],
            source_elsewhere: vec![false; source.len()],
            target_elsewhere: vec![false; target.len()],
            source,
            target,
        };
        link.pair();
        link
    }

    /// The values of the source that can answer to one of the target, by their place.
    fn near(&self, target: usize) -> std::ops::Range<usize> {
        let middle = target * self.source.len() / self.target.len().max(1);
        middle.saturating_sub(REACH)..(middle + REACH + 1).min(self.source.len())
    }

    /// Gives each value its partner: the best agreement first, then the nearest.
    fn pair(&mut self) {
        let mut all = Vec::new();
        for (j, t) in self.target.iter().enumerate() {
            for i in self.near(j) {
                let score = agreement(&self.source[i].number, &t.number);
                if score > 0.0 {
                    all.push((score, (self.source[i].place - t.place).abs(), i, j));
                }
            }
        }
        all.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.total_cmp(&b.1)).then((a.2, a.3).cmp(&(b.2, b.3))));
        for (_, _, i, j) in all {
            if self.of_source[i].is_none() && self.of_target[j].is_none() {
                (self.of_source[i], self.of_target[j]) = (Some(j), Some(i));
            }
        }
    }

    fn pairs(&self) -> impl Iterator<Item = (&Item, &Item)> {
        self.of_source.iter().enumerate().filter_map(|(i, j)| Some((&self.source[i], &self.target[(*j)?])))
    }

    /// Values without partner on both sides that one may be meant for the other, the surest class first.
    fn contradictions(&self, doc: &Document, out: &mut Vec<Conflict>) {
        let mut all = Vec::new();
        for (j, t) in self.target.iter().enumerate() {
            if self.of_target[j].is_some()
                || self.target_elsewhere[j]
                || !accuses(&t.number)
                || self.is_literal(doc, j)
            {
                continue;
            }
            let repeats = self.source[self.near(j)]
                .iter()
                .any(|s| !s.number.soft && agreement(&s.number, &t.number) >= 2.0);
            for i in self.near(j) {
                let s = &self.source[i];
                if self.of_source[i].is_some() || self.source_elsewhere[i] || !accuses(&s.number) {
                    continue;
                }
                if let Some(class) = class(&s.number, &t.number, repeats) {
                    all.push((class, (s.place - t.place).abs(), i, j));
                }
            }
        }
        all.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        all.extend(self.months_of_days());
        let (mut sources, mut targets) = (vec![false; self.source.len()], vec![false; self.target.len()]);
        for (class, _, i, j) in all {
            if !sources[i] && !targets[j] {
                (sources[i], targets[j]) = (true, true);
                out.push(Conflict { class, source: self.source[i].clone(), target: self.target[j].clone() });
            }
        }
    }

    /// Months of the target without partner beside a day that has one whose month is another: "from November 22 to
    /// October 24" for 10月22日至24日.
    fn months_of_days(&self) -> Vec<(Class, f64, usize, usize)> {
        let mut out = Vec::new();
        for (j, t) in self.target.iter().enumerate() {
            if t.number.kind != Kind::Month
                || t.number.soft
                || self.of_target[j].is_some()
                || self.target_elsewhere[j]
            {
                continue;
            }
            let beside = |k: usize| {
                let day = self.target.get(k).filter(|d| d.number.kind == Kind::Day)?;
                let (first, second) = if k < j { (day, t) } else { (t, day) };
                (second.at.start <= first.whole.end.max(first.at.end) + 4).then_some(self.of_target[k]?)
            };
            let Some(day) = beside(j + 1).or_else(|| beside(j.checked_sub(1)?)) else { continue };
            let month = (0..day)
                .rev()
                .take(REACH)
                .find(|&i| self.source[i].number.kind == Kind::Month && !self.source[i].number.soft);
            if let Some(i) = month.filter(|&i| agreement(&self.source[i].number, &t.number) == 0.0) {
                out.push((Class::Part, 0.0, i, j));
            }
        }
        out
    }

    /// Whether the source has the figure as it stands: a code, a model, a year that is read otherwise.
    fn is_literal(&self, doc: &Document, index: usize) -> bool {
        let t = &self.target[index];
        let text = |label: &Label| {
            doc.side(label.side)[label.segment as usize].shown().get(label.start as usize..label.end as usize)
        };
        let Some(figure) = text(&t.at).filter(|f| f.bytes().filter(u8::is_ascii_digit).count() >= 3) else {
            return false;
        };
        let plain = figure.bytes().all(|b| b.is_ascii_digit());
        let stands = |s: &Item| text(&s.at).is_some_and(|x| x.contains(figure) && x.len() > figure.len());
        plain
            && self.near(index).any(|i| {
                self.of_source[i].is_none() && self.source[i].number.glued && stands(&self.source[i])
            })
    }
}

/// Whether a value may be held against another; codes are compared as codes elsewhere.
fn accuses(n: &Number) -> bool {
    let word = n.is_word && !n.kind.is_date();
    !n.soft && !n.glued && !word && n.force > Force::Hint && n.kind != Kind::Multiple
}
