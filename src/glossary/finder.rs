//! Many forms looked for in one pass over a text.

use std::collections::HashMap;
use std::ops::Range;

use aho_corasick::AhoCorasick;

use super::Term;
use crate::lang::edges::stands_alone;
use crate::text::inflect::Ending;
use crate::text::phrase::{Phrase, Token, tokens};
use crate::text::script;
use crate::text::spelling::Spelling;

/// A form found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// The position of its term.
    pub(super) term: u32,
    /// Where it stands, without a possessive ending.
    pub(super) range: Range<u32>,
    /// The ending of its last word.
    pub(super) ending: Ending,
}

/// Forms, indexed: those of words by their first word, the others by their letters.
#[derive(Debug)]
pub(super) struct Finder {
    phrases: Vec<(u32, Phrase)>,
    by_first: HashMap<String, Vec<usize>>,
    letters: Vec<Letters>,
    automaton: Option<AhoCorasick>,
}

/// A form that is no string of words: of a script without word breaks, or one that may stand inside words.
#[derive(Debug)]
struct Letters {
    term: u32,
    form: String,
    exact: bool,
    whole_word: bool,
}

impl Finder {
    /// Takes forms with the position of their term.
    pub(super) fn new<'t>(forms: impl Iterator<Item = (u32, &'t str, &'t Term)>) -> Self {
        let (phrases, letters) = (Vec::new(), Vec::new());
        let mut finder = Self { phrases, by_first: HashMap::new(), letters, automaton: None };
        for (index, form, term) in forms {
            let by_letters = !term.whole_word || form.chars().any(|c| script::script(c).is_cjk());
            match Phrase::new(form, term.manner()).filter(|_| !by_letters) {
                Some(phrase) => {
                    let list = finder.by_first.entry(phrase.first().to_owned()).or_default();
                    list.push(finder.phrases.len());
                    finder.phrases.push((index, phrase));
                }
                None => finder.letters.push(Letters {
                    term: index,
                    form: form.to_owned(),
                    exact: term.exact,
                    whole_word: term.whole_word,
                }),
            }
        }
        if !finder.letters.is_empty() {
            let forms = finder.letters.iter().map(|l| &l.form);
            finder.automaton = AhoCorasick::builder().ascii_case_insensitive(true).build(forms).ok();
        }
        finder
    }

    /// Every form that stands in a text, whose words are given, by place.
    pub(super) fn find(&self, text: &str, words: &[Range<u32>]) -> Vec<Found> {
        let mut out = Vec::new();
        if !self.phrases.is_empty() {
            let tokens = tokens(text, words, Spelling::Either);
            (0..tokens.len()).for_each(|at| self.phrases_at(text, &tokens, at, &mut out));
        }
        self.by_letters(text, &mut out);
        out.sort_by_key(|f| (f.range.start, std::cmp::Reverse(f.range.end), f.term));
        out.dedup();
        out
    }

    fn phrases_at(&self, text: &str, tokens: &[Token], at: usize, out: &mut Vec<Found>) {
        let token = &tokens[at];
        let firsts = std::iter::once(&token.folded).chain(token.bases.iter().map(|(base, _)| base));
        for (nth, first) in firsts.enumerate() {
            for &i in self.by_first.get(first).into_iter().flatten() {
                let (term, phrase) = &self.phrases[i];
                // Only the last word of a phrase is inflected.
                if nth > 0 && !phrase.is_word() {
                    continue;
                }
                if let Some(found) = phrase.find(text, tokens, at) {
                    out.push(Found { term: *term, range: found.range, ending: found.ending });
                }
            }
        }
    }

    fn by_letters(&self, text: &str, out: &mut Vec<Found>) {
        let Some(automaton) = &self.automaton else { return };
        for found in automaton.find_overlapping_iter(text) {
            let letters = &self.letters[found.pattern().as_usize()];
            let same = !letters.exact || text[found.range()] == letters.form;
            if same && (!letters.whole_word || stands_alone(text, found.start(), found.end())) {
                let range = found.start() as u32..found.end() as u32;
                out.push(Found { term: letters.term, range, ending: Ending::None });
            }
        }
    }
}

/// Leaves out what lies inside something longer.
pub(super) fn longest(found: Vec<Found>) -> Vec<Found> {
    // By place, the longer first: what reaches no further than something before it lies inside that.
    let mut reach = 0..0;
    let mut out = found;
    out.retain(|f| {
        let inside = f.range.end <= reach.end && f.range != reach;
        if !inside {
            reach = f.range.clone();
        }
        !inside
    });
    out
}
