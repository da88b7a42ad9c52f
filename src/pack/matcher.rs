//! All entries for a pair of languages, indexed so that a text is read once.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use aho_corasick::AhoCorasick;

use super::entry::{Entry, WrongAt};
use super::pattern::Pattern;
use super::phrase::{Endings, Phrase, Token, UNKNOWN, Vocabulary, tokens};
use super::schema::Kind;
use crate::text::inflect::Ending;

/// What a phrase says when it is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Means {
    /// A right form.
    Right,
    /// A wrong rendering.
    Wrong(WrongAt, /* only beside the source */ bool),
    /// A phrase of a pattern.
    Pattern,
    /// One of the spellings of an either.
    Form(usize),
}

/// Something found in a segment.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    pub(super) entry: u32,
    pub(super) means: Means,
    pub(super) segment: usize,
    pub(super) range: Range<u32>,
    pub(super) ending: Ending,
    /// What the template of a pattern makes of it.
    pub(super) expanded: Option<String>,
}

/// The entries and their index.
#[derive(Debug)]
pub(crate) struct Matcher {
    pub(super) entries: Vec<Arc<Entry>>,
    vocabulary: Vocabulary,
    phrases: Vec<(Phrase, u32, Means)>,
    /// For each word the phrases that begin with it: those of several words, then those of one.
    by_first: Vec<Vec<u32>>,
    substrings: HashMap<char, Vec<(Box<str>, u32, Means)>>,
    patterns: Vec<Pattern>,
    literals: OnceLock<Literals>,
    pub(super) near: OnceLock<super::near_miss::Index>,
}

#[derive(Debug)]
struct Literals {
    automaton: Option<AhoCorasick>,
    /// The pattern of each literal.
    owner: Vec<usize>,
    /// Patterns without a literal.
    always: Vec<usize>,
}

impl Matcher {
    pub(super) fn new(entries: Vec<Arc<Entry>>, target_is_cjk: bool) -> Self {
        let mut matcher = Self {
            entries: Vec::new(),
            vocabulary: Vocabulary::default(),
            phrases: Vec::new(),
            by_first: Vec::new(),
            substrings: HashMap::new(),
            patterns: Vec::new(),
            literals: OnceLock::new(),
            near: OnceLock::new(),
        };
        for (i, entry) in entries.iter().enumerate() {
            let mut add = |text: &str, means| matcher.add(entry, i as u32, text, means, target_is_cjk);
            entry.right().for_each(|text| add(text, Means::Right));
            entry.wrong().for_each(|(at, w, with_source)| add(&w.text, Means::Wrong(at, with_source)));
            entry.spec.phrases.iter().for_each(|text| add(text, Means::Pattern));
            for (form, texts) in entry.spec.forms.iter().enumerate() {
                texts.iter().for_each(|text| add(text, Means::Form(form)));
            }
            if let Some(regex) = &entry.spec.regex {
                matcher.patterns.push(Pattern::new(i as u32, regex));
            }
        }
        matcher.by_first = vec![Vec::new(); matcher.vocabulary.len()];
        for (i, (phrase, ..)) in matcher.phrases.iter().enumerate() {
            matcher.by_first[phrase.first().0 as usize].push(i as u32);
        }
        matcher.entries = entries;
        matcher
    }

    fn add(&mut self, entry: &Entry, index: u32, text: &str, means: Means, target_is_cjk: bool) {
        if target_is_cjk {
            if let Some(first) = text.chars().next() {
                self.substrings.entry(first).or_default().push((text.into(), index, means));
            }
            return;
        }
        let inflect = entry.spec.inflect;
        let endings = match entry.kind {
            Kind::Name if inflect != Some(false) => Endings::Name,
            Kind::Term if inflect != Some(false) => Endings::All,
            _ if inflect == Some(true) => Endings::All,
            _ => Endings::None,
        };
        if let Some(phrase) = Phrase::new(text, entry.case(), endings, &mut self.vocabulary) {
            self.phrases.push((phrase, index, means));
        }
    }

    /// Everything that stands in a segment, conditions apart.
    pub(super) fn hits(&self, segment: usize, text: &str, words: &[Range<u32>], out: &mut Vec<Hit>) {
        if self.substrings.is_empty() {
            let tokens = tokens(text, words, &self.vocabulary);
            for at in 0..tokens.len() {
                self.hits_at(segment, text, &tokens, at, out);
            }
        } else {
            self.substring_hits(segment, text, out);
        }
        self.pattern_hits(segment, text, out);
    }

    fn hits_at(&self, segment: usize, text: &str, tokens: &[Token], at: usize, out: &mut Vec<Hit>) {
        let token = &tokens[at];
        let mut try_word = |word: u32, inflected: bool| {
            for &i in &self.by_first[word as usize] {
                let (phrase, entry, means) = &self.phrases[i as usize];
                if inflected && !phrase.first().1 {
                    continue;
                }
                if let Some(found) = phrase.find(text, tokens, at) {
                    out.push(Hit {
                        entry: *entry,
                        means: *means,
                        segment,
                        range: found.range,
                        ending: found.ending,
                        expanded: None,
                    });
                }
            }
        };
        if token.id != UNKNOWN {
            try_word(token.id, false);
        }
        for &(word, _) in &token.bases {
            try_word(word, true);
        }
    }

    fn substring_hits(&self, segment: usize, text: &str, out: &mut Vec<Hit>) {
        for (at, c) in text.char_indices() {
            let Some(phrases) = self.substrings.get(&c) else { continue };
            for (phrase, entry, means) in phrases {
                if text[at..].starts_with(&**phrase) && has_edges(text, at, at + phrase.len()) {
                    out.push(Hit {
                        entry: *entry,
                        means: *means,
                        segment,
                        range: at as u32..(at + phrase.len()) as u32,
                        ending: Ending::None,
                        expanded: None,
                    });
                }
            }
        }
    }

    fn pattern_hits(&self, segment: usize, text: &str, out: &mut Vec<Hit>) {
        let literals = self.literals.get_or_init(|| Literals::new(&self.patterns));
        let mut wanted: Vec<usize> = literals.always.clone();
        if let Some(automaton) = &literals.automaton {
            wanted.extend(
                automaton.find_overlapping_iter(text).map(|m| literals.owner[m.pattern().as_usize()]),
            );
        }
        wanted.sort_unstable();
        wanted.dedup();
        for pattern in wanted.into_iter().map(|i| &self.patterns[i]) {
            let Some(regex) = pattern.regex() else { continue };
            let template = self.entries[pattern.entry as usize].spec.fix.as_deref();
            for captures in regex.captures_iter(text) {
                let Some(found) = captures.get(0).filter(|m| !m.is_empty()) else { continue };
                let expanded = template.map(|t| {
                    let mut out = String::new();
                    captures.expand(t, &mut out);
                    out
                });
                out.push(Hit {
                    entry: pattern.entry,
                    means: Means::Pattern,
                    segment,
                    range: found.start() as u32..found.end() as u32,
                    ending: Ending::None,
                    expanded,
                });
            }
        }
    }

    /// Whether nothing can be found.
    pub(super) fn is_empty(&self) -> bool {
        self.phrases.is_empty() && self.substrings.is_empty() && self.patterns.is_empty()
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

/// A phrase that begins or ends in Latin letters does so at the edge of a word.
fn has_edges(text: &str, start: usize, end: usize) -> bool {
    let joined = |a: Option<char>, b: Option<char>| {
        a.is_some_and(|c| c.is_ascii_alphanumeric()) && b.is_some_and(|c| c.is_ascii_alphanumeric())
    };
    let inside = &text[start..end];
    !joined(text[..start].chars().next_back(), inside.chars().next())
        && !joined(inside.chars().next_back(), text[end..].chars().next())
}
