mod figures;
mod negation;
mod words;

use std::ops::Range;

use self::figures::{Extent, Reach, beside, extent_in_chinese, extent_in_english, shared};
use self::words::{Dimension, Hit, Kind, Words};
use crate::align::Bead;
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Label, Message, Raw, Severity};
use crate::rule::Source;

declare_rule! {
    /// ## What it does
    /// Finds a word that says the opposite of the source: a rise for a fall, "more than" for "less than", "to" for "by"
    /// before a figure, "oppose" for "support", "before" for "after", a comparison with the year for one with the
    /// month, and a "not" that the source has nothing of.
    ///
    /// ## Why it matters
    /// The sentence reads well and says the contrary, which no reader can see.
    ///
    /// ## Examples
    /// ```flags a.jsonl zh en
    /// {"source": "窑温下降3.5%。", "target": "The temperature of the kiln [[rose]] by 3.5 percent."}
    /// ```
    /// ```flags a.jsonl zh en
    /// {"source": "陶土价格上涨了12%。", "target": "The price of clay rose [[to]] 12%."}
    /// ```
    /// ```flags a.jsonl zh en
    /// {"source": "学徒不足40人。", "target": "There are [[more than]] 40 apprentices."}
    /// ```
    /// ```passes a.jsonl zh en
    /// {"source": "窑温由1280度降到900度，降幅很大。", "target": "The kiln cooled from 1,280 degrees to 900, a steep fall."}
    /// ```
    ///
    /// ## Limits
    /// From Chinese, Japanese and Korean to English. Words beside one figure that both sides have are compared with each
    /// other; elsewhere a sentence must have as many such words as its source, and nothing else that leans either way.
    /// A "not" that was lost is not found: English has too many ways to deny without one.
    PolarityMismatch {
        id: "polarity-mismatch",
        summary: "a word that says the opposite of the source",
        category: "accuracy/mistranslation",
        severity: Severity::Error,
        source: Source::Needed,
        yields_to: &["omission", "addition"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let Some(lang) = a.doc.langs.source.as_ref() else { return };
    if !a.doc.has_source() || !lang.is_cjk() || !a.doc.langs.target.is("en") {
        return;
    }
    let (Some(from), Some(to)) = (words::of(lang.primary()), words::of("en")) else { return };
    for bead in a.beads() {
        let is_text = |label: &Label| a.doc.side(label.side)[label.segment as usize].is_text();
        if bead.source.is_empty()
            || bead.target.is_empty()
            || !bead.target.iter().chain(&bead.source).all(is_text)
        {
            continue;
        }
        Pair::new(a, bead, from, to).check(lang.is("zh"), out);
    }
}

/// A stretch of the source and what it became.
struct Pair {
    source: Joined,
    target: Joined,
    theirs: Vec<Hit>,
    ours: Vec<Hit>,
    /// Whether one sentence of prose faces one, of a length that fits.
    is_plain: bool,
}

/// The sentences of one side of a bead as one text.
struct Joined {
    text: String,
    /// Where each part begins in the text, and where it stands.
    parts: Vec<(usize, Label)>,
}

impl Joined {
    fn new(a: &Analysis<'_>, labels: &[Label]) -> Self {
        let (mut text, mut parts) = (String::new(), Vec::new());
        for label in labels {
            if !text.is_empty() {
                text.push('\n');
            }
            parts.push((text.len(), *label));
            let shown = a.doc.side(label.side)[label.segment as usize].shown();
            text.push_str(shown.get(label.start as usize..label.end as usize).unwrap_or_default());
        }
        Self { text, parts }
    }

    /// The place of a range of the text.
    fn label(&self, range: &Range<usize>) -> Label {
        let i = self.parts.partition_point(|(at, _)| *at <= range.start).saturating_sub(1);
        let (at, label) = self.parts[i];
        let start = label.start + (range.start - at) as u32;
        Label { start, end: (start + range.len() as u32).min(label.end), ..label }
    }
}

impl Pair {
    fn new(a: &Analysis<'_>, bead: &Bead, from: &Words, to: &Words) -> Self {
        let (source, target) = (Joined::new(a, &bead.source), Joined::new(a, &bead.target));
        let (theirs, ours) = (from.find(&source.text), to.find(&target.text));
        let is_prose = |label: &Label| {
            let segment = &a.doc.side(label.side)[label.segment as usize];
            segment.is_text() && segment.role.is_prose()
        };
        let single = bead.source.len() == 1 && bead.target.len() == 1;
        let is_plain = single
            && is_prose(&bead.source[0])
            && is_prose(&bead.target[0])
            && negation::fit_in_length(&source.text, &target.text);
        Self { source, target, theirs, ours, is_plain }
    }

    fn check(&self, chinese: bool, out: &mut Vec<Raw>) {
        if !self.ours.is_empty() && !self.theirs.is_empty() {
            let settled = self.by_figures(chinese, out);
            for dimension in [Dimension::Trend, Dimension::Stand, Dimension::Order, Dimension::Base] {
                self.by_order(dimension, &settled, out);
            }
        }
        if chinese && self.is_plain {
            let at = negation::added(&self.source.text, &self.target.text);
            out.extend(at.map(|range| {
                let message = Message::new("`{text}` denies what the source does not")
                    .with("text", &self.target.text[range.clone()]);
                PolarityMismatch::META
                    .finding(self.target.label(&range), message)
                    .help("nothing in the source says no")
            }));
        }
    }

    /// Compares what stands beside figures. Gives back the words that were compared.
    fn by_figures(&self, chinese: bool, out: &mut Vec<Raw>) -> Vec<usize> {
        let (source, target) = (&self.source.text, &self.target.text);
        let mut settled = Vec::new();
        for (there, here) in shared(source, target) {
            for (dimension, near, reach) in [
                (Dimension::Trend, Reach { before: 15, after: 9 }, Reach { before: 24, after: 10 }),
                (Dimension::Bound, Reach { before: 6, after: 24 }, Reach { before: 12, after: 30 }),
            ] {
                let theirs = beside(source, &there, &self.theirs, dimension, near);
                let ours = beside(target, &here, &self.ours, dimension, reach);
                if let (Some(theirs), Some(ours)) = (theirs, ours) {
                    settled.push(ours.range.start);
                    if theirs.first != ours.first && !self.is_denied(theirs, ours) {
                        out.push(self.finding(theirs, ours));
                    }
                }
            }
            if chinese
                && let Some(is) = extent_in_chinese(source, &there, &self.theirs)
                && let Some((said, range)) = extent_in_english(target, &here, &self.ours)
                && is != said
            {
                out.push(self.extent(is, &range, &there.range));
            }
        }
        settled
    }

    fn extent(&self, is: Extent, word: &Range<usize>, figure: &Range<usize>) -> Raw {
        let message = match is {
            Extent::By => "the source says how far it went, not where it arrived",
            Extent::To => "the source says where it arrived, not how far it went",
        };
        let with = if is == Extent::By { "by" } else { "to" };
        PolarityMismatch::META
            .finding(self.target.label(word), message)
            .help(format!("`{with}` the figure"))
            .related(self.source.label(figure), "the figure in the source")
            .replace(crate::finding::Applicability::Unsafe, with)
    }

    /// Compares the words of a dimension one by one, if there are as many on both sides and just one differs.
    fn by_order(&self, dimension: Dimension, settled: &[usize], out: &mut Vec<Raw>) {
        let words = |hits: &'_ [Hit]| -> Vec<Hit> {
            hits.iter().filter(|h| h.dimension == dimension && h.kind == Kind::Word).cloned().collect()
        };
        let (theirs, ours) = (words(&self.theirs), words(&self.ours));
        if dimension == Dimension::Stand && self.opposes(&theirs, &ours, out) {
            return;
        }
        if theirs.is_empty() || theirs.len() != ours.len() || theirs.len() > MOST {
            return;
        }
        let mut unlike = theirs.iter().zip(&ours).filter(|(t, o)| t.first != o.first);
        let (Some((their, our)), None) = (unlike.next(), unlike.next()) else { return };
        // Something else on either side may be what the word renders.
        let leans = |hits: &[Hit], first: bool| {
            hits.iter().any(|h| h.dimension == dimension && h.kind == Kind::Hint && h.first == first)
        };
        // "Won there before losing here": what comes after stands before.
        let turned = dimension == Dimension::Order
            && self.target.text[our.range.end..]
                .split_whitespace()
                .next()
                .is_some_and(|word| word.ends_with("ing"));
        let is_sure = !turned && !leans(&self.theirs, our.first) && !leans(&self.ours, their.first);
        if is_sure && !settled.contains(&our.range.start) && !self.is_denied(their, our) {
            out.push(self.finding(their, our));
        }
    }

    /// Nobody opposes in a source in which somebody supports and nothing is against anything.
    fn opposes(&self, theirs: &[Hit], ours: &[Hit], out: &mut Vec<Raw>) -> bool {
        let against = |h: &&Hit| h.dimension == Dimension::Stand && !h.first;
        let mut opposing = ours.iter().filter(against);
        if let (Some(their), Some(our), None, 0) =
            (theirs.first(), opposing.next(), opposing.next(), self.theirs.iter().filter(against).count())
        {
            out.push(self.finding(their, our));
            return true;
        }
        false
    }

    fn is_denied(&self, theirs: &Hit, ours: &Hit) -> bool {
        negation::before_chinese(&self.source.text, theirs.range.start)
            || negation::before_english(&self.target.text, ours.range.start)
    }

    fn finding(&self, theirs: &Hit, ours: &Hit) -> Raw {
        let (is, said) = (&self.source.text[theirs.range.clone()], &self.target.text[ours.range.clone()]);
        let message =
            Message::new("`{text}` says the opposite of `{source}`").with("text", said).with("source", is);
        PolarityMismatch::META
            .finding(self.target.label(&ours.range), message)
            .help("say it the other way round, unless the sentence was turned as a whole")
            .related(self.source.label(&theirs.range), "in the source")
    }
}

/// With more words than this in a sentence their order says little.
const MOST: usize = 3;

#[cfg(test)]
mod tests;
