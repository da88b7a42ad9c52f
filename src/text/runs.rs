//! Runs of letters of a script that a text should not have.

use std::ops::Range;

use super::script::{Script, is_cjk_punctuation, script};

/// A run from its first foreign letter to its last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Bytes of the text.
    pub range: Range<u32>,
    /// The script of its first letter.
    pub script: Script,
    /// Number of foreign letters in it.
    pub letters: u32,
}

impl Run {
    /// The run's own text.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        &text[self.range.start as usize..self.range.end as usize]
    }
}

/// The most characters between two letters of one run.
const LONGEST_GAP: usize = 12;

/// The runs of letters for which `is_foreign` holds. Spaces, CJK punctuation and digits between two such letters belong to
/// the run (1994年，经, 第 18 回); ASCII punctuation and letters of another script end it. A run that says the same as the
/// one before it, with only signs between, is taken into it: a loop is one run.
pub fn foreign_runs(text: &str, is_foreign: impl Fn(Script) -> bool) -> Vec<Run> {
    let mut out: Vec<Run> = Vec::new();
    let mut open: Option<Run> = None;
    let mut gap = 0;
    for (at, c) in text.char_indices() {
        let kind = script(c);
        let end = (at + c.len_utf8()) as u32;
        if is_foreign(kind) {
            match &mut open {
                Some(run) => {
                    run.range.end = end;
                    run.letters += 1;
                }
                None => open = Some(Run { range: at as u32..end, script: kind, letters: 1 }),
            }
            gap = 0;
        } else if open.is_some() {
            gap += 1;
            if gap > LONGEST_GAP || !joins(c) {
                push(text, &mut out, open.take());
            }
        }
    }
    push(text, &mut out, open);
    out
}

fn joins(c: char) -> bool {
    c == ' '
        || c.is_ascii_digit()
        || is_cjk_punctuation(c) && !matches!(c, '＃' | '＠' | '｜' | '〇')
        || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·' | '\u{200b}'..='\u{200d}' | '\u{fe00}'..='\u{fe0f}')
}

fn push(text: &str, out: &mut Vec<Run>, run: Option<Run>) {
    let Some(run) = run else { return };
    if let Some(last) = out.last_mut() {
        let between = &text[last.range.end as usize..run.range.start as usize];
        let unit = run.of(text);
        if between.chars().count() <= 3
            && !between.chars().any(char::is_alphanumeric)
            && last.of(text).ends_with(unit)
        {
            last.range.end = run.range.end;
            last.letters += run.letters;
            return;
        }
    }
    out.push(run);
}

#[cfg(test)]
mod tests {
    use super::foreign_runs;
    use crate::text::script::Script;

    fn runs(text: &str) -> Vec<&str> {
        foreign_runs(text, Script::is_cjk)
            .iter()
            .map(|r| &text[r.range.start as usize..r.range.end as usize])
            .collect()
    }

    #[test]
    fn what_stands_inside_belongs_to_it() {
        assert_eq!(
            runs("made有两种，分别为。 And第 18 回日本 (苏轼, x)"),
            ["有两种，分别为", "第 18 回日本", "苏轼"]
        );
        assert_eq!(runs("kit里有“东风”二字, 3.5亿 yuan"), ["里有“东风”二字", "亿"]);
        assert_eq!(runs("主办,承办 a b 三星s4升级"), ["主办", "承办", "三星", "升级"]);
    }

    #[test]
    fn a_loop_is_one_run() {
        assert_eq!(runs("x 来源,来源, 来源; 其他"), ["来源,来源, 来源", "其他"]);
    }
}
