mod addresses;
pub(super) mod pairing;
mod slips;

use std::collections::{HashMap, HashSet};

use self::addresses::{Address, addresses, anchor};
use self::pairing::{Gap, gaps};
use self::slips::{difference, is_moved, is_near};
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::{MarkKind, Side};
use crate::finding::{Applicability, Label, Message, Raw, Severity};
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Compares the addresses of links, images and mail in the translation with those of the source: one that lost
    /// its end, one with a letter or digit changed, one that stands where another belongs, and one that is gone.
    ///
    /// ## Why it matters
    /// A link that leads nowhere, or to another page, is seen only when a reader follows it.
    ///
    /// ## Examples
    /// ```flags a.jsonl zh en
    /// {"source": "见https://kiln.example/glaze/4471。", "target": "See [[https://kiln.example/glaze/447]]."}
    /// ```
    /// ```flags a.jsonl zh en
    /// {"source": "写信给master@kiln.example。", "target": "Write to [[master@kilm.example]]."}
    /// ```
    /// ```passes a.jsonl zh en
    /// {"source": "见https://kiln.example/zh-cn/glaze。", "target": "See https://kiln.example/en/glaze."}
    /// ```
    ///
    /// ## Limits
    /// An address that was exchanged for a wholly different one, as for the English edition of a page, is left alone. A
    /// lost address is reported only where most of the others are there. Anchors are compared only where both are in
    /// the source's own letters.
    UrlMismatch {
        id: "url-mismatch",
        summary: "an address of a link or mail that was lost, cut or changed",
        category: "accuracy/url",
        severity: Severity::Error,
        source: Source::Needed,
        yields_to: &[],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    if !a.doc.has_source() {
        return;
    }
    let source = addresses(a.doc, Side::Source);
    if source.is_empty() {
        return;
    }
    let target = addresses(a.doc, Side::Target);
    let lists = Lists::new(a, &source, &target);
    let mut changed = Vec::new();
    for gap in &lists.gaps {
        lists.changed(gap, &mut changed);
    }
    lists.report(&changed, out);
    let used: HashSet<usize> = changed.iter().map(|c| c.source).collect();
    for gap in &lists.gaps {
        lists.lost(gap, &used, out);
    }
    lists.anchors(out);
}

/// A target address that is not what the source has in its place.
struct Changed {
    source: usize,
    target: usize,
    /// What was exchanged for what, to tell a rule from a slip.
    how: (String, String),
}

struct Lists<'a> {
    a: &'a Analysis<'a>,
    source: &'a [Address],
    target: &'a [Address],
    gaps: Vec<Gap>,
    /// How much more often a key stands in the target than in the source.
    surplus: HashMap<&'a str, i64>,
}

impl<'a> Lists<'a> {
    fn new(a: &'a Analysis<'a>, source: &'a [Address], target: &'a [Address]) -> Self {
        let keys = |list: &'a [Address]| list.iter().map(|x| x.key.as_str()).collect::<Vec<_>>();
        let (from, to) = (keys(source), keys(target));
        let mut surplus: HashMap<&str, i64> = HashMap::new();
        for key in &to {
            *surplus.entry(key).or_default() += 1;
        }
        for key in &from {
            *surplus.entry(key).or_default() -= 1;
        }
        Self { a, source, target, gaps: gaps(&from, &to), surplus }
    }

    fn extra(&self, key: &str) -> i64 {
        self.surplus.get(key).copied().unwrap_or_default()
    }

    /// Addresses of a gap that are slips of one in the source, or stand in the place of another.
    fn changed(&self, gap: &Gap, out: &mut Vec<Changed>) {
        let missing: Vec<usize> =
            gap.source.clone().filter(|&i| self.extra(&self.source[i].key) < 0).take(MOST).collect();
        let added: Vec<usize> =
            gap.target.clone().filter(|&i| self.extra(&self.target[i].key) > 0).take(MOST).collect();
        let mut left: Vec<usize> = missing.clone();
        let mut strange: Vec<usize> = Vec::new();
        for &t in &added {
            let near =
                left.iter().position(|&s| difference(&self.source[s].key, &self.target[t].key).is_some());
            match near.map(|i| left.remove(i)) {
                Some(s) => {
                    let how = difference(&self.source[s].key, &self.target[t].key).unwrap_or_default();
                    out.push(Changed { source: s, target: t, how });
                }
                None => strange.push(t),
            }
        }
        // One for one, and the wrong one is known from elsewhere in the source.
        if let ([s], [t]) = (&left[..], &strange[..])
            && gap.source.len() == gap.target.len()
            && self.source.iter().any(|a| a.key == self.target[*t].key)
            && !is_moved(&self.source[*s].key, &self.target[*t].key)
        {
            out.push(Changed { source: *s, target: *t, how: Default::default() });
        }
    }

    fn report(&self, changed: &[Changed], out: &mut Vec<Raw>) {
        // The same exchange in several addresses was meant: a new host, a new version.
        let mut often: HashMap<&(String, String), HashSet<&str>> = HashMap::new();
        for c in changed {
            often.entry(&c.how).or_default().insert(&self.source[c.source].key);
        }
        for c in changed {
            let is_rule = c.how != <(String, String)>::default()
                && often.get(&c.how).is_some_and(|keys| keys.len() > 1);
            if is_rule {
                continue;
            }
            let (source, target) = (&self.source[c.source], &self.target[c.target]);
            let message = Message::new("`{text}` is `{source}` in the source")
                .with("text", target.text.as_str())
                .with("source", source.text.as_str());
            out.push(put_back(source, target, message, "the page has moved"));
        }
    }

    /// Addresses that the translation has no longer.
    fn lost(&self, gap: &Gap, used: &HashSet<usize>, out: &mut Vec<Raw>) {
        let kept = self.source.iter().filter(|s| self.extra(&s.key) >= 0).count();
        if gap.target.len() >= gap.source.len() || kept * 100 < self.source.len() * 85 || kept < 3 {
            return;
        }
        let mut told = HashSet::new();
        for i in gap.source.clone().filter(|i| self.extra(&self.source[*i].key) < 0 && !used.contains(i)) {
            let source = &self.source[i];
            // A link may have its address as its text.
            if !told.insert(&source.key) {
                continue;
            }
            let Some(place) = self.place_of(gap, source, gap.target.is_empty()) else { continue };
            let message = Message::new("the link to `{source}` is lost").with("source", source.text.as_str());
            out.push(
                UrlMismatch::META
                    .finding(place, message)
                    .severity(Severity::Warning)
                    .help("put the link back")
                    .related(source.at, "the address in the source"),
            );
        }
    }

    /// Where a lost address should stand: the text of its link if that is the same on both sides, or all of the
    /// segment that the source has as a link, or behind the address before it.
    /// Unless `is_sure`, only the first will do.
    fn place_of(&self, gap: &Gap, lost: &Address, is_sure: bool) -> Option<Label> {
        let doc = self.a.doc;
        let number =
            doc.source.partition_point(|s| s.text.raw(0..1).start <= lost.span.start).checked_sub(1)?;
        let segment = &doc.source[number];
        let is_near = |m: &&crate::document::Mark| {
            m.kind == MarkKind::Link
                && lost.span.start.saturating_sub(segment.text.raw(m.range.clone()).end) <= 3
        };
        let link = segment.text.marks().iter().find(is_near)?;
        let shown = &segment.shown()[link.range.start as usize..link.range.end as usize];
        let bead = self.a.beads().iter().find(|b| b.source.iter().any(|l| l.segment as usize == number));
        if let Some(target) = bead.and_then(|b| b.target.first())
            && is_sure
            && link.range == (0..segment.shown().len() as u32)
            && target.end - target.start <= LONGEST_LINK
        {
            return Some(*target);
        }
        // Between the addresses before and behind.
        let from = gap.target.start.checked_sub(1).map_or(0, |i| self.target[i].span.end);
        let to = self.target.get(gap.target.end).map_or(u32::MAX, |t| t.span.start);
        for (i, s) in doc.target.iter().enumerate() {
            let raw = s.text.raw(0..s.shown().len() as u32);
            if raw.end < from || raw.start > to || !s.is_text() {
                continue;
            }
            if let Some(at) = s.shown().find(shown).filter(|_| shown.len() > 2) {
                let range = at as u32..(at + shown.len()) as u32;
                let is_link = s.text.marks_at(range.clone()).any(|m| m.kind == MarkKind::Link);
                return (is_sure || !is_link).then(|| Label::target(i, range));
            }
        }
        if !is_sure {
            return None;
        }
        let last = bead.and_then(|b| b.target.last())?;
        Some(Label { start: last.end, ..*last })
    }

    /// Anchors in the source's own letters, which nobody translated, and which differ all the same.
    fn anchors(&self, out: &mut Vec<Raw>) {
        let mut by_key: HashMap<&str, Vec<&Address>> = HashMap::new();
        for source in self.source {
            by_key.entry(&source.key).or_default().push(source);
        }
        for target in self.target {
            let Some(anchor_of) = anchor(&target.text).filter(|a| !a.is_ascii()) else { continue };
            let all = by_key.get(target.key.as_str()).map(Vec::as_slice).unwrap_or_default();
            let anchors = || all.iter().filter_map(|s| Some((s, anchor(&s.text)?)));
            if anchors().any(|(_, a)| a == anchor_of) {
                continue;
            }
            let Some((source, _)) = anchors().find(|(_, a)| !a.is_ascii() && is_near(a, &anchor_of)) else {
                continue;
            };
            let message = Message::new("the anchor of `{text}` is another in the source")
                .with("text", target.text.as_str());
            out.push(put_back(source, target, message, "the heading was renamed"));
        }
    }
}

/// A finding on an address that is another in the source, right `unless` something else holds.
fn put_back(source: &Address, target: &Address, message: Message, unless: &str) -> Raw {
    UrlMismatch::META
        .finding(target.at, message)
        .help(format!("put back the address of the source, unless {unless}"))
        .related(source.at, "the address in the source")
        .replace(Applicability::Unsafe, source.text.as_str())
}

/// Bytes of a segment that can be taken for the text of a link.
const LONGEST_LINK: u32 = 100;

/// More addresses than this in one gap are compared with no others: the lists have nothing to do with one another.
const MOST: usize = 40;

#[cfg(test)]
mod tests;
