mod copies;
mod loops;
mod passages;
mod tokens;
mod verse;

use std::ops::Range;

use self::copies::source_repeats;
use self::loops::{Loop, Use, letters, loops};
use self::passages::Stretch;
use self::tokens::{Gap, Token, tokens};
pub(super) use self::verse::is_verse;
use super::doubled_word::{is_connective, is_emphatic, is_nesting, meets_at_border};
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Applicability, Label, Message, Raw, Replace, Severity};
use crate::rule::Source;
use crate::text::words::{fold, is_all_caps, is_capitalised};

declare_rule! {
    /// ## What it does
    /// Finds loops, in which a word or phrase comes again and again, and sentences, passages and paragraphs that stand
    /// twice. A loop is marked as a whole; of a copy the second is marked, and the first is a related place.
    ///
    /// ## Why it matters
    /// A machine that loops loses the text behind the loop, and one that translates in pieces translates some twice.
    ///
    /// ## Examples
    /// ```flags
    /// The plant is [[one of the one of the one of the]] largest of its kind.
    /// ```
    /// ```flags
    /// The bridge was closed for repairs. [[The bridge was closed for repairs.]] It opens in May.
    /// ```
    /// ```flags a.zh.txt en zh
    /// 他整理了[[资料资料资料资料资料]]。
    /// ```
    /// ```passes
    /// Never, never, never give up! Ha ha ha ha. It rained day after day after day, over and over and over.
    /// ```
    ///
    /// ## Limits
    /// Short exclamations, laughter and sounds may repeat, and so may the lines of verse. Copies with other text between
    /// are reported with a source at hand; without it only paragraphs that stand close to each other or are long. A
    /// paragraph that stands four times or more is taken for a refrain or a notice, and with a source that repeats
    /// itself nothing but loops is reported. A passage that was translated twice in other words is not seen.
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

/// Tokens of a loop that swallows its segment.
const SWALLOWS: usize = 24;

/// How often a line of verse may come again without a break.
const VERSE: usize = 8;

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

impl Run<'_, '_> {
    fn loops(&mut self) {
        let lang = self.a.doc.langs.target.primary();
        for i in 0..self.tokens.len() {
            let (tokens, segment) = (&self.tokens[i], &self.a.doc.target[i]);
            let text = segment.shown();
            let use_of = |t: &Token| {
                let shown = &text[t.start as usize..t.end as usize];
                match fold(shown) {
                    word if is_emphatic(lang, &word) => Use::Emphatic,
                    word if is_connective(lang, &word) => Use::Connective,
                    word if is_nesting(lang, &word) => Use::Nesting,
                    _ if is_capitalised(shown) && !is_all_caps(shown) => Use::Name,
                    _ => Use::Plain,
                }
            };
            let mut found: Vec<Loop> = loops(tokens, &use_of);
            found.retain(|l| !self.is_border(i, *l) && (l.times >= VERSE || !is_verse(segment)));
            for l in found {
                let finding = self.report_loop(i, l);
                self.out.push(finding);
                self.taken.push(Stretch { segment: i, tokens: l.start..l.end() });
            }
            self.letters(i);
        }
    }

    /// Whether what looks like a loop is the end of one phrase and the beginning of the next: "how it does it does", or
    /// two parts that markup sets off.
    fn is_border(&self, i: usize, l: Loop) -> bool {
        let (tokens, segment) = (&self.tokens[i], &self.a.doc.target[i]);
        let text = segment.shown();
        let whole = tokens[l.start].start..tokens[l.end() - 1].end;
        let raw = segment.text.raw(whole.clone());
        if l.times == 2 && raw.end - raw.start > whole.end - whole.start {
            return true;
        }
        l.period == 2 && l.times == 2 && {
            let (one, two) = (tokens[l.start], tokens[l.start + 1]);
            let words = [one.start..one.end, two.start..two.end];
            meets_at_border(self.a, i, text, &words)
        }
    }

    /// Words in which a few letters come again and again.
    fn letters(&mut self, i: usize) {
        let segment = &self.a.doc.target[i];
        let text = segment.shown();
        for (n, t) in self.tokens[i].iter().enumerate() {
            let Some((unit, run)) = letters(&text[t.start as usize..t.end as usize]) else { continue };
            let (start, end) = (t.start + run.start, t.start + run.end);
            if segment.text.marks_at(start..end).any(|m| m.kind.is_literal()) {
                continue;
            }
            let unit = start..start + unit;
            self.out.push(looped(text, i, unit.clone(), start..end, unit.end..end));
            self.taken.push(Stretch { segment: i, tokens: n..n + 1 });
        }
    }

    fn report_loop(&self, i: usize, l: Loop) -> Raw {
        let (tokens, text) = (&self.tokens[i], self.a.doc.target[i].shown());
        let unit = tokens[l.start].start..tokens[l.start + l.period - 1].end;
        let end = tokens[l.end() - 1].end;
        // Looped sentences are marked with their last stop.
        let stop = if tokens[l.start + l.period].gap == Gap::Stop { stops(text, end) } else { 0 };
        let size = l.end() - l.start;
        let swallows = size >= SWALLOWS && size * 2 >= tokens.len();
        let severity = if swallows { Severity::Error } else { Severity::Warning };
        looped(text, i, unit.clone(), unit.start..end + stop, unit.end..end).severity(severity)
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
        Label::target(s.segment, tokens[s.tokens.start].start..end + stops(text, end))
    }
}

/// The finding for a loop: its unit, all of it, and what has to go.
fn looped(text: &str, i: usize, unit: Range<u32>, whole: Range<u32>, surplus: Range<u32>) -> Raw {
    let shown = &text[unit.start as usize..unit.end as usize];
    let edit = Replace { at: Label::target(i, surplus), with: String::new() };
    Repetition::META
        .finding(Label::target(i, whole), Message::new("`{unit}` comes again and again").with("unit", shown))
        .help("delete the repetitions, and check in the source what the loop has swallowed")
        .fix(Applicability::Unsafe, vec![edit])
}

/// The bytes of the marks that end a sentence at `end`.
fn stops(text: &str, end: u32) -> u32 {
    let rest = &text[end as usize..];
    let stop = rest.find(|c| !matches!(c, '.' | '!' | '?' | '。' | '！' | '？' | '…'));
    stop.unwrap_or(rest.len()) as u32
}

#[cfg(test)]
mod tests;
