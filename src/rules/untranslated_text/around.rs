//! What stands around a run: quotation marks, brackets, words before and after.

use std::ops::Range;

use crate::text::runs::Run;
use crate::text::script::{Script, script};
use crate::text::window;
use crate::text::words::{fold, words};

/// The most bytes that are looked at on each side.
const NEAR: usize = 200;

/// A run and its neighbourhood in one segment.
pub(super) struct Around<'t> {
    /// The segment's text.
    pub(super) text: &'t str,
    /// The run's bytes.
    pub(super) run: Range<usize>,
    /// The text of the sentence before the run.
    pub(super) before: &'t str,
    /// The text of the sentence after it.
    pub(super) after: &'t str,
}

impl<'t> Around<'t> {
    /// The neighbourhood of `run` inside `sentence`.
    pub(super) fn new(text: &'t str, run: &Run, sentence: Range<u32>) -> Self {
        let (start, end) = (run.range.start as usize, run.range.end as usize);
        let from = (start - window::before(text, start, NEAR).len()).max(sentence.start as usize).min(start);
        let to = (end + window::after(text, end, NEAR).len()).min((sentence.end as usize).max(end));
        Self { text, run: start..end, before: &text[from..start], after: &text[end..to] }
    }

    /// The run itself.
    pub(super) fn inside(&self) -> &'t str {
        &self.text[self.run.clone()]
    }

    /// Whether a Latin letter or digit touches the run on either side.
    pub(super) fn is_glued(&self) -> bool {
        let latin = |c: Option<char>| c.is_some_and(|c| script(c) == Script::Latin || c.is_ascii_digit());
        latin(self.before.chars().next_back()) || latin(self.after.chars().next())
    }

    /// Whether quotation marks (or book-title marks) close the run in, with nothing else inside but signs.
    pub(super) fn is_quoted(&self) -> bool {
        let opens = self.before.trim_end_matches([',', '.', ' ', '#']).chars().next_back();
        let closes = self
            .after
            .trim_start_matches([',', '.', '。', '，', '!', '?', '！', '？', '…', ' '])
            .chars()
            .next();
        opens.is_some_and(is_opening_quote) && closes.is_some_and(is_closing_quote)
    }

    /// The text between the nearest quotation marks around the run, whatever else is in it.
    pub(super) fn quotation(&self) -> Option<&'t str> {
        let open = self.before.char_indices().rev().find(|(_, c)| is_opening_quote(*c))?;
        let close = self.after.char_indices().find(|(_, c)| is_closing_quote(*c))?;
        let from = self.run.start - (self.before.len() - open.0 - open.1.len_utf8());
        Some(&self.text[from..self.run.end + close.0])
    }

    /// The inside of the brackets around the run, and the text before them.
    pub(super) fn bracket(&self) -> Option<Bracket<'t>> {
        let mut depth = 0;
        let open = self.before.char_indices().rev().find(|(_, c)| {
            match c {
                ')' | '）' | ']' | '］' => depth += 1,
                '(' | '（' | '[' | '［' if depth == 0 => return true,
                '(' | '（' | '[' | '［' => depth -= 1,
                _ => {}
            }
            false
        })?;
        let close =
            self.after.char_indices().find(|(_, c)| matches!(c, ')' | '）' | ']' | '］' | '(' | '（'))?;
        if matches!(close.1, '(' | '（') {
            return None;
        }
        let lead = &self.before[open.0 + open.1.len_utf8()..];
        Some(Bracket { outside: self.before[..open.0].trim_end(), lead, tail: &self.after[..close.0] })
    }

    /// The words before the run, folded, the nearest first, at most `n`; not over the end of a sentence.
    pub(super) fn words_before(&self, n: usize) -> Vec<String> {
        let all = words(self.before);
        all.iter().rev().take(n).map(|r| fold(&self.before[r.start as usize..r.end as usize])).collect()
    }

    /// The first words after the run and the marks that close it in, folded, joined by spaces.
    pub(super) fn words_after(&self, n: usize) -> String {
        let near = window::after(self.after, 0, 80);
        let words = words(near);
        let words: Vec<String> =
            words.iter().take(n).map(|r| fold(&near[r.start as usize..r.end as usize])).collect();
        words.join(" ")
    }
}

/// Brackets around a run.
pub(super) struct Bracket<'t> {
    /// What stands before the brackets, without the space.
    pub(super) outside: &'t str,
    /// From the opening bracket to the run.
    pub(super) lead: &'t str,
    /// From the run to the closing bracket.
    pub(super) tail: &'t str,
}

fn is_opening_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '“' | '‘' | '«' | '「' | '『' | '＂' | '”' | '’' | '„' | '‚')
}

fn is_closing_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '」' | '』' | '＂' | '“')
}
