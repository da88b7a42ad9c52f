//! Ignore comments as readers of markup meet them: the comment is known first, what it covers later.

use crate::document::{Directive, Ignore, directive, reason};
use crate::source::{SourceFile, Span};

/// The ignore comments of a file.
#[derive(Default)]
pub(super) struct Ignores {
    list: Vec<Ignore>,
    /// Regions that are open, by their place in the list.
    starts: Vec<usize>,
    /// Comments that wait for the next block, by their place in the list.
    pub(super) waiting: Vec<usize>,
}

impl Ignores {
    /// Reads the comment at `span`, whose inside is `inside`.
    pub(super) fn comment(&mut self, file: &SourceFile, span: Span, inside: &str) {
        let Some(directive) = directive(inside) else { return };
        let number = self.list.len();
        let (rules, covers) = match directive {
            Directive::Here(rules) => {
                let line = file.lines().span(file.lines().line_of(span.start), &file.text);
                if has_text(tail(file.slice(Span::new(line.start.max(file.start()), span.start)))) {
                    (rules, line)
                } else {
                    self.waiting.push(number);
                    (rules, Span::empty(span.start))
                }
            }
            Directive::Start(rules) => {
                self.starts.push(number);
                (rules, Span::new(span.start, file.text.len() as u32))
            }
            Directive::File(rules) => (rules, Span::new(0, file.text.len() as u32)),
            Directive::End => {
                if let Some(ignore) = self.starts.pop().and_then(|i| self.list.get_mut(i)) {
                    ignore.covers.end = span.end;
                }
                return;
            }
        };
        self.list.push(Ignore { rules, covers, comment: span, reason: reason(inside) });
    }

    /// The block that the comment `number` waited for.
    pub(super) fn cover(&mut self, number: usize, block: Span) {
        if let Some(ignore) = self.list.get_mut(number) {
            ignore.covers = block;
        }
    }

    /// Where the comment `number` stands.
    pub(super) fn comment_of(&self, number: usize) -> Span {
        self.list.get(number).map_or(Span::empty(0), |i| i.comment)
    }

    /// All of them, in the order of the file.
    pub(super) fn finish(self) -> Vec<Ignore> {
        self.list
    }
}

/// The end of a long line is enough, and keeps many comments on one line cheap.
fn tail(before: &str) -> &str {
    let start = before.len().saturating_sub(1000);
    before
        .get((start..=before.len()).find(|i| before.is_char_boundary(*i)).unwrap_or(start)..)
        .unwrap_or_default()
}

/// Whether the part of a line before a comment holds anything but tags, marks of lists and quotations.
fn has_text(before: &str) -> bool {
    let rest = before.trim_start_matches([' ', '\t', '>', '\u{feff}']);
    let rest = rest.strip_prefix(['-', '*', '+']).unwrap_or(rest);
    let number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = (number.len() < rest.len()).then(|| number.strip_prefix(['.', ')'])).flatten();
    let mut rest = numbered.unwrap_or(rest);
    while let Some(start) = rest.find('<') {
        if rest[..start].contains(is_content) {
            return true;
        }
        rest = rest[start..].find('>').map_or("", |end| &rest[start + end + 1..]);
    }
    rest.contains(is_content)
}

fn is_content(c: char) -> bool {
    !matches!(c, ' ' | '\t' | '>')
}

#[cfg(test)]
mod tests {
    use super::has_text;

    #[test]
    fn marks_and_tags_before_a_comment_are_no_text() {
        for before in ["", "  ", "> > ", "- ", "12. ", "<p class=\"a\">", "  <td><b>", "> - "] {
            assert!(!has_text(before), "{before}");
        }
        for before in ["a ", "- a ", "| a |", "<p>a", "12 ", "a <b>"] {
            assert!(has_text(before), "{before}");
        }
    }
}
