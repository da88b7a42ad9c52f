mod loops;
mod passages;
mod tokens;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use self::loops::{Loop, Use, loops};
use self::passages::{Stretch, key, passages, weight};
use self::tokens::{Token, tokens};
use super::doubled_word::{is_connective, is_emphatic};
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::{Role, Segment};
use crate::finding::{Applicability, Label, Message, Raw, Replace, Severity};
use crate::rule::Source;
use crate::text::words::fold;

declare_rule! {
    /// ## What it does
    /// Finds loops, in which a word or phrase comes again and again, and sentences, passages and paragraphs that stand
    /// twice. What is marked is what has to go; the first occurrence is a related place.
    ///
    /// ## Why it matters
    /// A machine that loops loses the text behind the loop, and one that translates in pieces translates some twice.
    ///
    /// ## Examples
    /// ```flags
    /// The plant is one of the [[one of the one of the]] largest of its kind.
    /// ```
    /// ```flags
    /// The bridge was closed for repairs. [[The bridge was closed for repairs.]] It opens in May.
    /// ```
    /// ```flags a.zh.txt en zh
    /// 他整理了资料[[资料资料资料资料]]。
    /// ```
    /// ```passes
    /// Never, never, never give up! Ha ha ha ha. It rained day after day after day, over and over and over.
    /// ```
    ///
    /// ## Limits
    /// Short exclamations, laughter and sounds may repeat. Copies with other text between are reported with a source at
    /// hand; without it only long paragraphs are. A paragraph that stands four times or more is taken for a refrain or
    /// a notice, and with a source that repeats itself nothing but loops is reported. A passage that was translated
    /// twice in other words is not seen.
    Repetition {
        id: "repetition",
        summary: "a loop, or a passage that stands twice",
        category: "accuracy/addition",
        severity: Severity::Warning,
        source: Source::Helps,
        yields_to: &["machine-residue"],
    }
    check
}

/// Words of a sentence that repeats the one before it; shorter ones are called out twice on purpose.
const SENTENCE: usize = 6;
/// Words of a sentence that is copied nearby.
const LONG_SENTENCE: usize = 14;
/// Words of a paragraph that is copied from elsewhere in the document.
const PARAGRAPH: usize = 8;
/// Words of a copied paragraph that needs no source to be a fault.
const LONG_PARAGRAPH: usize = 30;
/// Paragraphs that come more often are refrains or notices.
const MOST_COPIES: usize = 3;
/// Tokens of a loop that swallows its segment.
const SWALLOWS: usize = 24;

/// The tokens of all segments, and what was reported already.
struct Run<'a, 'b> {
    a: &'b Analysis<'a>,
    tokens: Vec<Vec<Token>>,
    taken: Vec<Stretch>,
    out: &'b mut Vec<Raw>,
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let tokens: Vec<Vec<Token>> =
        a.doc.target.iter().map(|s| if s.is_text() { tokens(s.shown()) } else { Vec::new() }).collect();
    let mut run = Run { a, tokens, taken: Vec::new(), out };
    run.loops();
    let copies = run.copies();
    if copies.is_empty() || source_repeats(a) {
        return;
    }
    for (first, second) in copies {
        run.copy(&first, &second);
    }
}

/// Whether any sentence of the source stands twice; where the source repeats itself so may the translation.
fn source_repeats(a: &Analysis<'_>) -> bool {
    let mut seen = HashSet::new();
    a.doc.source.iter().any(|s| {
        let text = s.shown();
        crate::text::sentences::sentences(text).into_iter().any(|r| {
            let sentence = &text[r.start as usize..r.end as usize];
            sentence.chars().count() >= SENTENCE && !seen.insert(sentence)
        })
    })
}

/// A repeated stretch, its first occurrence before it.
type Copy = (Stretch, Stretch);

impl Run<'_, '_> {
    fn loops(&mut self) {
        let lang = self.a.doc.langs.target.primary();
        for i in 0..self.tokens.len() {
            let tokens = &self.tokens[i];
            let text = self.a.doc.target[i].shown();
            let use_of = |t: &Token| match fold(&text[t.start as usize..t.end as usize]) {
                word if is_emphatic(lang, &word) => Use::Emphatic,
                word if is_connective(lang, &word) => Use::Connective,
                _ => Use::Plain,
            };
            let found: Vec<Loop> = loops(tokens, &use_of);
            for l in found {
                let finding = self.report_loop(i, l);
                self.out.push(finding);
                self.taken.push(Stretch { segment: i, tokens: l.start..l.end() });
            }
        }
    }

    fn report_loop(&self, i: usize, l: Loop) -> Raw {
        let (tokens, text) = (&self.tokens[i], self.a.doc.target[i].shown());
        let unit = tokens[l.start].start..tokens[l.start + l.period - 1].end;
        let surplus = tokens[l.start + l.period].start..tokens[l.end() - 1].end;
        let size = l.end() - l.start;
        let swallows = size >= SWALLOWS && size * 2 >= tokens.len();
        let severity = if swallows { Severity::Error } else { Severity::Warning };
        let shown = &text[unit.start as usize..unit.end as usize];
        let edit = Replace { at: Label::target(i, unit.end..surplus.end), with: String::new() };
        Repetition::META
            .finding(
                Label::target(i, surplus),
                Message::new("`{unit}` comes again and again").with("unit", shown),
            )
            .help("delete the repetitions, and check in the source what the loop has swallowed")
            .related(Label::target(i, unit), "first here")
            .severity(severity)
            .fix(Applicability::Unsafe, vec![edit])
    }

    fn copies(&self) -> Vec<Copy> {
        let mut out = Vec::new();
        let prose: Vec<(usize, &[Token])> = self
            .a
            .target()
            .filter(|(_, s)| s.role.is_prose())
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
                    let apart = one.role == two.role && one.role != Role::Title && !is_spoken(two.shown());
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
            if self.a.doc.has_source() || weight(&self.tokens[places[0]]) >= LONG_PARAGRAPH {
                out.extend(places[1..].iter().map(|&i| (whole(places[0]), whole(i))));
            }
        }
    }

    /// The tokens of a segment inside a range of its text.
    fn range(&self, i: usize, at: &Range<u32>) -> Range<usize> {
        let tokens = &self.tokens[i];
        tokens.partition_point(|t| t.start < at.start)..tokens.partition_point(|t| t.end <= at.end)
    }

    fn copy(&mut self, first: &Stretch, second: &Stretch) {
        let meets = |s: &Stretch| {
            s.segment == second.segment
                && s.tokens.start < second.tokens.end
                && second.tokens.start < s.tokens.end
        };
        if self.taken.iter().any(meets) {
            return;
        }
        self.taken.push(second.clone());
        let (from, at) = (self.label(first), self.label(second));
        let text = &self.a.doc.target[second.segment].shown()[at.start as usize..at.end as usize];
        let edit = Replace { at, with: String::new() };
        self.out.push(
            Repetition::META
                .finding(at, Message::new("`{text}` stands twice").with("text", text))
                .help("delete it if the source says it once")
                .related(from, "first here")
                .fix(Applicability::Unsafe, vec![edit]),
        );
    }

    /// From the first token to the last, with the marks that end its sentence.
    fn label(&self, s: &Stretch) -> Label {
        let (tokens, text) = (&self.tokens[s.segment], self.a.doc.target[s.segment].shown());
        let end = tokens[s.tokens.end - 1].end;
        let stop = text[end as usize..].find(|c| !matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '…'));
        let stop = stop.unwrap_or(text.len() - end as usize);
        Label::target(s.segment, tokens[s.tokens.start].start..end + stop as u32)
    }
}

/// Whether a segment is speech, in which people say things again.
fn is_spoken(text: &str) -> bool {
    text.starts_with(['“', '"', '「', '『', '‘', '【'])
}

/// Rows of lists and tables repeat what they have in common.
fn is_row(segment: &Segment) -> bool {
    matches!(segment.role, Role::Cell | Role::Meta | Role::Image)
}

/// Whether a segment looks like a line of a poem or song.
fn is_verse(segment: &Segment) -> bool {
    let text = segment.shown();
    text.contains(['♪', '♫'])
        || segment.role == Role::Quote && !text.ends_with(['.', '!', '?', '。', '”', '"'])
}

#[cfg(test)]
mod tests;
