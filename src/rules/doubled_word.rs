mod context;
mod source;

use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

pub(super) use self::context::meets_at_border;
use self::context::{after_question_word, is_called, is_part_marked, is_set_apart};
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::{Role, Segment};
use crate::finding::{Applicability, Label, Message, Raw, Replace, Severity};
use crate::rule::Source;
use crate::text::script::{Script, script};
use crate::text::tables::lines;
use crate::text::words::{fold, is_all_caps, is_capitalised};

declare_rule! {
    /// ## What it does
    /// Finds a word that stands twice in a row.
    ///
    /// ## Why it matters
    /// Machines stutter where two pieces of a sentence are joined, and editors leave a word behind when they rewrite.
    ///
    /// ## Examples
    /// ```flags
    /// The plan was sent to [[the the]] council.
    /// ```
    /// ```flags
    /// [[The the]] council agreed.
    /// ```
    /// ```passes
    /// He had had a very very long day in Walla Walla, and that that helped is no wonder.
    /// ```
    /// ```flags a.jsonl zh en
    /// {"source": "灯塔在北海。", "target": "The lighthouse stands on the shore of the North [[Sea Sea]]."}
    /// ```
    /// ```passes
    /// What it is is a loss. Training on on-policy data helps.
    /// ```
    ///
    /// ## Limits
    /// Names that double (`Duran Duran`) are told by their capitals, so `Berlin Berlin` passes unless the source is known and
    /// doubles nothing there. Words that are doubled for force (`very very`) or stand beside another doubled word pass. Chinese and Japanese, which double words without a space, are left alone.
    DoubledWord {
        id: "doubled-word",
        summary: "a word that stands twice in a row",
        category: "fluency/duplication",
        severity: Severity::Warning,
        source: Source::Helps,
        yields_to: &["repetition", "machine-residue"],
    }
    check
}

/// Class and word, by language.
type Table = HashMap<&'static str, HashSet<(&'static str, &'static str)>>;

static WORDS: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::new();
    for line in lines(include_str!("doubled_word/words.tsv")) {
        let mut columns = line.split('\t');
        if let (Some(lang), Some(class), Some(words)) = (columns.next(), columns.next(), columns.next()) {
            table.entry(lang).or_default().extend(words.split(' ').map(|word| (class, word)));
        }
    }
    table
});

/// Whether a folded word of a language is doubled for force, as a call or as a sound.
pub(super) fn is_emphatic(lang: &str, word: &str) -> bool {
    is(lang, "emphasis", word)
}

/// Whether a folded word can join another with itself: "on and on".
pub(super) fn is_connective(lang: &str, word: &str) -> bool {
    is(lang, "connective", word)
}

/// Whether a folded word can hang a phrase on one like it: "the heir of the heir of".
pub(super) fn is_nesting(lang: &str, word: &str) -> bool {
    is(lang, "nesting", word)
}

fn is(lang: &str, class: &'static str, word: &str) -> bool {
    WORDS.get(lang).is_some_and(|words| words.contains(&(class, word)))
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    if a.doc.langs.target.is_cjk() && !a.doc.langs.target.is("ko") {
        return;
    }
    for (i, segment) in a.target() {
        let (text, words) = (segment.shown(), a.words(i));
        let runs = runs(text, words);
        for (n, run) in runs.iter().enumerate() {
            // "Horse horse tiger tiger" was doubled on purpose.
            let beside = |m: usize| {
                runs.get(m).is_some_and(|r: &Range<usize>| r.end == run.start || r.start == run.end)
            };
            if n.checked_sub(1).is_some_and(beside) || beside(n + 1) {
                continue;
            }
            let doubled = Doubled::new(a, i, segment, words, run.clone());
            if !doubled.is_meant() {
                out.push(doubled.finding());
            }
        }
    }
}

/// Every row of words that are the same.
fn runs(text: &str, words: &[Range<u32>]) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut at = 0;
    while at + 1 < words.len() {
        let mut last = at;
        while last + 1 < words.len() && same(text, &words[last], &words[last + 1]) {
            last += 1;
        }
        if last > at {
            out.push(at..last + 1);
        }
        at = last + 1;
    }
    out
}

fn of<'t>(text: &'t str, r: &Range<u32>) -> &'t str {
    &text[r.start as usize..r.end as usize]
}

/// Two words that differ in case at most, with nothing but white space between them.
fn same(text: &str, one: &Range<u32>, two: &Range<u32>) -> bool {
    one.end - one.start == two.end - two.start
        && text.as_bytes()[two.start as usize - 1].is_ascii_whitespace()
        && of(text, &(one.end..two.start)).chars().all(char::is_whitespace)
        && fold(of(text, one)) == fold(of(text, two))
}

/// Words that are the same, in the segment where they stand.
struct Doubled<'a> {
    a: &'a Analysis<'a>,
    segment_number: usize,
    segment: &'a Segment,
    text: &'a str,
    words: &'a [Range<u32>],
    run: Range<usize>,
    /// From the first of them to the last.
    whole: Range<u32>,
    /// What they are, folded.
    word: String,
    lang: &'a str,
    is_function: bool,
}

impl<'a> Doubled<'a> {
    fn new(
        a: &'a Analysis<'a>,
        segment_number: usize,
        segment: &'a Segment,
        words: &'a [Range<u32>],
        run: Range<usize>,
    ) -> Self {
        let (text, lang) = (segment.shown(), a.doc.langs.target.primary());
        let whole = words[run.start].start..words[run.end - 1].end;
        let word = fold(of(text, &words[run.start]));
        let is_function = is(lang, "function", &word);
        Self { a, segment_number, segment, text, words, run, whole, word, lang, is_function }
    }

    fn first(&self) -> &Range<u32> {
        &self.words[self.run.start]
    }

    fn second(&self) -> &Range<u32> {
        &self.words[self.run.start + 1]
    }

    fn is_capitalised(&self, at: &Range<u32>) -> bool {
        is_capitalised(of(self.text, at))
    }

    fn are_alike(&self) -> bool {
        self.is_capitalised(self.first()) == self.is_capitalised(self.second())
    }

    fn ends_sentence(&self) -> bool {
        let behind = &self.text[self.whole.end as usize..];
        behind.starts_with(". ") || behind.trim_end_matches(['"', '”', '’', ')']).trim_end() == "."
    }

    /// Whether the source says once what no name and no force doubles here: the end of a sentence, or words with capitals.
    fn is_once_in_source(&self) -> bool {
        (self.ends_sentence() || self.are_alike() && self.is_capitalised(self.first()))
            && self.segment.role.is_prose()
            && source::says_once(self.a, self.segment_number, &self.word)
    }

    /// Whether somebody may have meant it.
    fn is_meant(&self) -> bool {
        let once = self.is_once_in_source();
        !(self.is_told_as_word(once) && stands_free(self.text, &self.whole))
            || is_part_marked(self.segment, self.first(), self.second())
            || self.is_grammar()
            || !once && self.is_force()
            || self.is_name(once)
            || !self.is_function && self.is_set_apart()
    }

    fn is_told_as_word(&self, once: bool) -> bool {
        let year = || self.ends_sentence() && self.word.bytes().all(|b| b.is_ascii_digit());
        is_word(&self.word) || once && year()
    }

    /// A word that a sentence can have twice: "that that helped", "what it is is a loss".
    fn is_grammar(&self) -> bool {
        let sentence = || self.a.sentence_at(self.segment_number, self.first().start);
        is(self.lang, "grammar", &self.word)
            || is(self.lang, "clause", &self.word)
                && after_question_word(self.text, self.words, &sentence(), self.run.start)
            || context::has_two_uses(self.lang, self.text, self.words, &self.run)
    }

    /// Doubled for force: "very very", "No no!".
    fn is_force(&self) -> bool {
        is(self.lang, "emphasis", &self.word) && (!self.is_function || is_called(self.text, self.whole.end))
    }

    fn is_name(&self, once: bool) -> bool {
        let before = self.run.start.checked_sub(1).map(|p| &self.words[p]);
        let fits =
            || case_fits(self.lang, self.segment, before, self.first(), self.second(), self.is_function);
        !(once && self.are_alike() || fits())
            || self.is_capitalised(self.second()) && context::is_name(self.a, self.text, &self.whole)
    }

    /// Short, marked, sung, or of a program.
    fn is_set_apart(&self) -> bool {
        self.words.len() <= 4
            || is_set_apart(self.segment, &self.whole)
            || self.text.contains(['♪', '♫'])
            || context::is_in_code(self.a, &self.word)
    }

    fn finding(&self) -> Raw {
        let fix = if self.is_function { Applicability::Safe } else { Applicability::Unsafe };
        let label = |range| Label::target(self.segment_number, range);
        let surplus = Replace { at: label(self.first().end..self.whole.end), with: String::new() };
        let message = Message::new("`{word}` stands twice").with("word", of(self.text, self.first()));
        DoubledWord::META
            .finding(label(self.whole.clone()), message)
            .help("delete the second, or put back the word that it replaced")
            .fix(fix, vec![surplus])
    }
}

/// Letters of a script with spaces, and not a letter on its own that is spelled out.
fn is_word(word: &str) -> bool {
    let spaced = |c: char| !matches!(script(c), Script::Han | Script::Kana | Script::Bopomofo);
    word.chars().any(char::is_alphabetic)
        && word.chars().all(|c| !c.is_numeric() && spaced(c))
        && (word.chars().count() > 1
            || matches!(word, "a" | "i" | "y" | "o" | "à" | "é" | "그" | "이" | "저"))
}

/// Whether neither end is part of something longer: `Object.is is`, `on on-policy`, `the the_end`.
fn stands_free(text: &str, at: &Range<u32>) -> bool {
    let before = text[..at.start as usize].chars().next_back();
    let mut after = text[at.end as usize..].chars();
    let next = after.next();
    before.is_none_or(|c| {
        c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '‘' | '—' | '–' | '¿' | '¡' | '*')
    }) && next.is_none_or(|c| {
        c.is_whitespace()
            || !matches!(c, '-' | '_' | '/' | '@' | '=' | '‑' | '(' | '*' | '\'' | '’' | '\\')
                && after.next().is_none_or(|d| !d.is_alphanumeric())
    })
}

fn case_fits(
    lang: &str,
    segment: &Segment,
    before: Option<&Range<u32>>,
    first: &Range<u32>,
    second: &Range<u32>,
    is_function: bool,
) -> bool {
    let text = segment.shown();
    let (one, two) = (of(text, first), of(text, second));
    let after_capital = before.is_some_and(|w| {
        is_capitalised(of(text, w)) && of(text, &(w.end..first.start)).chars().all(char::is_whitespace)
    });
    match (is_capitalised(one), is_capitalised(two)) {
        (false, false) => true,
        // "The the"; not "US us", "Will will".
        (true, false) => {
            is_function
                && !is_all_caps(one)
                && !is(lang, "name", &fold(one))
                && (!after_capital || one.len() == 1)
        }
        // "in the The Secret": the title of a work begins there.
        (false, true) => false,
        (true, true) if one.chars().count() == 1 => is_function && one == "I" && !after_capital,
        // A long word that ends a name of several ("Example University University") is no syllable of a name.
        (true, true) => {
            is_function && !is(lang, "name", &fold(one)) && !is_all_caps(one)
                || after_capital && one.chars().count() >= 7 && !is_all_caps(one)
                // Headings write every word with a capital.
                || matches!(segment.role, Role::Title | Role::Heading) && is(lang, "attribute", &fold(one))
        }
    }
}

#[cfg(test)]
mod tests;
