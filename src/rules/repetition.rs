mod copies;
mod loops;
mod passages;
mod tokens;

use self::copies::source_repeats;
use self::loops::{Loop, Use, loops};
use self::passages::Stretch;
use self::tokens::{Token, tokens};
use super::doubled_word::{is_connective, is_emphatic};
use crate::analysis::Analysis;
use crate::declare_rule;
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

#[cfg(test)]
mod tests;
