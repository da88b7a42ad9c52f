//! Regular expressions of packs: compiled only where a text holds what a match of them must hold.

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use regex::Regex;
use regex_syntax::hir::{Class, Hir, HirKind};

/// A regular expression that waits for its literals.
#[derive(Debug)]
pub(super) struct Pattern {
    /// The entry that it belongs to.
    entry: u32,
    written: Box<str>,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    pub(super) fn new(entry: u32, written: &str) -> Self {
        Self { entry, written: written.into(), compiled: OnceLock::new() }
    }

    /// The expression; `None` if it does not compile, which loading its pack has reported.
    fn regex(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| Regex::new(&self.written).ok()).as_ref()
    }

    /// Strings, in lower case, of which every match holds at least one, ASCII capitals aside; empty if there are none.
    fn literals(&self) -> Vec<String> {
        regex_syntax::parse(&self.written).ok().and_then(|hir| required(&hir)).unwrap_or_default()
    }
}

/// Many regular expressions, of which a text is asked all at once.
#[derive(Debug, Default)]
pub(super) struct Patterns {
    all: Vec<Pattern>,
    literals: OnceLock<Literals>,
}

#[derive(Debug)]
struct Literals {
    automaton: Option<AhoCorasick>,
    /// The pattern of each literal.
    owner: Vec<usize>,
    /// Patterns without a literal.
    always: Vec<usize>,
}

impl Patterns {
    pub(super) fn push(&mut self, pattern: Pattern) {
        self.all.push(pattern);
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// The expressions that may match in a text, each with the entry that it belongs to.
    pub(super) fn possible(&self, text: &str) -> impl Iterator<Item = (u32, &Regex)> {
        let literals = self.literals.get_or_init(|| Literals::new(&self.all));
        let mut wanted: Vec<usize> = literals.always.clone();
        if let Some(automaton) = &literals.automaton {
            wanted.extend(
                automaton.find_overlapping_iter(text).map(|m| literals.owner[m.pattern().as_usize()]),
            );
        }
        wanted.sort_unstable();
        wanted.dedup();
        wanted.into_iter().filter_map(|i| Some((self.all[i].entry, self.all[i].regex()?)))
    }
}

impl Literals {
    fn new(patterns: &[Pattern]) -> Self {
        let (mut words, mut owner, mut always) = (Vec::new(), Vec::new(), Vec::new());
        for (i, pattern) in patterns.iter().enumerate() {
            let literals = pattern.literals();
            if literals.is_empty() {
                always.push(i);
            }
            owner.extend(literals.iter().map(|_| i));
            words.extend(literals);
        }
        let automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(&words).ok();
        if automaton.is_none() {
            always = (0..patterns.len()).collect();
        }
        Self { automaton, owner, always }
    }
}

/// A literal shorter than this stands in every text.
const SHORTEST: usize = 3;
/// More alternatives than this are dearer than the expression.
const MOST: usize = 64;

fn required(hir: &Hir) -> Option<Vec<String>> {
    match hir.kind() {
        HirKind::Capture(c) => required(&c.sub),
        HirKind::Repetition(r) if r.min > 0 => required(&r.sub),
        HirKind::Alternation(branches) => {
            let mut all = Vec::new();
            for branch in branches {
                all.extend(required(branch)?);
            }
            (all.len() <= MOST).then_some(all)
        }
        HirKind::Concat(parts) => required_of_concat(parts),
        HirKind::Literal(_) => required_of_concat(std::slice::from_ref(hir)),
        _ => None,
    }
}

fn required_of_concat(parts: &[Hir]) -> Option<Vec<String>> {
    let mut best: Option<Vec<String>> = None;
    let mut run = String::new();
    for part in parts {
        if push_folded(part, &mut run) {
            continue;
        }
        best = better(best, vec![std::mem::take(&mut run)]);
        if let Some(inner) = required(part) {
            best = better(best, inner);
        }
    }
    better(best, vec![run])
}

/// Adds a part that stands for one string, ASCII capitals aside.
fn push_folded(part: &Hir, run: &mut String) -> bool {
    match part.kind() {
        HirKind::Literal(l) => match std::str::from_utf8(&l.0) {
            Ok(text) => {
                run.push_str(&text.to_ascii_lowercase());
                true
            }
            Err(_) => false,
        },
        HirKind::Class(Class::Unicode(class)) => match single_letter(class) {
            Some(c) => {
                run.push(c);
                true
            }
            None => false,
        },
        // What matches no character parts no run: `\b` stands between two letters of it.
        HirKind::Look(_) | HirKind::Empty => true,
        _ => false,
    }
}

/// The letter of `[Mm]` and of the classes that `(?i)` makes.
fn single_letter(class: &regex_syntax::hir::ClassUnicode) -> Option<char> {
    let mut letter = None;
    for range in class.ranges() {
        if range.end() as u32 - range.start() as u32 > 1 {
            return None;
        }
        for c in range.start()..=range.end() {
            // The Kelvin sign and the long s fold to k and s; no translation has them.
            if matches!(c, '\u{212A}' | 'ſ') {
                continue;
            }
            let lower = c.is_ascii().then(|| c.to_ascii_lowercase())?;
            if *letter.get_or_insert(lower) != lower {
                return None;
            }
        }
    }
    letter
}

/// The set whose shortest member is longer; sets with a short member are of no use.
fn better(best: Option<Vec<String>>, other: Vec<String>) -> Option<Vec<String>> {
    let shortest = |set: &[String]| set.iter().map(|s| s.chars().count()).min().unwrap_or_default();
    let cjk = |set: &[String]| set.iter().all(|s| s.chars().all(|c| c > '\u{2E80}'));
    let useful = shortest(&other) >= SHORTEST || cjk(&other) && shortest(&other) >= 1;
    match best {
        Some(best) if !useful || shortest(&best) >= shortest(&other) => Some(best),
        _ if useful => Some(other),
        best => best,
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;
    use proptest::prelude::*;

    fn literals(regex: &str) -> Vec<String> {
        Pattern::new(0, regex).literals()
    }

    #[test]
    fn a_literal_of_every_match_is_found() {
        assert_eq!(literals(r"\b[Mm]y country\b"), ["my country"]);
        assert_eq!(literals(r"(?i)five.year (?:plan|period)s?"), ["year p"]);
        assert_eq!(literals(r"\b(?:145|155) (?:plan|period)"), ["plan", "period"]);
        assert!(literals(r"\d+ (?:a|plan)").is_empty() && literals(r"(?:plan)?").is_empty());
        assert_eq!(literals("东.风"), ["东"]);
    }

    proptest! {
        #[test]
        fn every_match_holds_a_literal(
            regex in "(\\(\\?i\\))?([a-c]{1,4}|\\[[a-c]{1,3}\\]|\\([a-c]{1,4}\\|[a-c]{1,4}\\)[+?*]?|\\\\b| ){1,6}",
            text in "[a-cA-C ]{0,40}",
        ) {
            let pattern = Pattern::new(0, &regex);
            let literals = pattern.literals();
            if let Some(found) = pattern.regex().and_then(|r| r.find(&text)) && !literals.is_empty() {
                let found = found.as_str().to_lowercase();
                prop_assert!(literals.iter().any(|l| found.contains(l.as_str())), "{regex} {found} {literals:?}");
            }
        }
    }
}
