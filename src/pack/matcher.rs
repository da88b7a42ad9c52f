//! All entries for a pair of languages, indexed so that a text is read once.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::entry::{Entry, WrongAt};
use super::pattern::{Pattern, Patterns};
use super::schema::{Case, Kind};
use super::substrings::Substrings;
use crate::finding::Fnv;
use crate::text::inflect::Ending;
use crate::text::phrase::{Endings, Manner, Phrase, Token, first_word, tokens};
use crate::text::spelling::Spelling;

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
    /// The position in the list that `means` speaks of.
    pub(super) item: u32,
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
    phrases: Vec<Lazy>,
    /// The phrases that begin with a word.
    by_first: HashMap<Box<str>, Vec<u32>, BuildHasherDefault<Fnv>>,
    substrings: Substrings,
    patterns: Patterns,
    /// What pairs look for in the source.
    pub(super) pairs: Patterns,
    pub(super) near: OnceLock<super::near_miss::Index>,
    pub(super) usage: OnceLock<super::usage::Index>,
}

/// A phrase, compiled when its first word is met.
#[derive(Debug)]
struct Lazy {
    entry: u32,
    means: Means,
    /// The position in its list.
    item: u32,
    phrase: OnceLock<Option<Phrase>>,
}

impl Matcher {
    pub(super) fn new(entries: Vec<Arc<Entry>>, target_is_cjk: bool) -> Self {
        let mut matcher = Self {
            entries: Vec::new(),
            phrases: Vec::new(),
            // Room for a word an entry, so that it is seldom moved.
            by_first: HashMap::with_capacity_and_hasher(2 * entries.len(), BuildHasherDefault::default()),
            substrings: Substrings::default(),
            patterns: Patterns::default(),
            pairs: Patterns::default(),
            near: OnceLock::new(),
            usage: OnceLock::new(),
        };
        for (i, entry) in entries.iter().enumerate() {
            let mut add = |item: usize, text: &str, means| {
                matcher.add(Lazy::new(i as u32, means, item), text, target_is_cjk);
            };
            entry.right().enumerate().for_each(|(n, text)| add(n, text, Means::Right));
            entry
                .wrong()
                .for_each(|(at, w, with_source)| add(at.item, &w.text, Means::Wrong(at, with_source)));
            entry.spec.phrases.iter().enumerate().for_each(|(n, text)| add(n, text, Means::Pattern));
            for (form, texts) in entry.spec.forms.iter().enumerate() {
                texts.iter().enumerate().for_each(|(n, text)| add(n, text, Means::Form(form)));
            }
            match (&entry.spec.source_regex, &entry.spec.regex) {
                (Some(regex), _) => matcher.pairs.push(Pattern::new(i as u32, regex)),
                (None, Some(regex)) => matcher.patterns.push(Pattern::new(i as u32, regex)),
                (None, None) => {}
            }
        }
        matcher.entries = entries;
        matcher
    }

    fn add(&mut self, lazy: Lazy, text: &str, target_is_cjk: bool) {
        if target_is_cjk {
            self.substrings.add(text, lazy.entry, lazy.means, lazy.item);
            return;
        }
        let Some(first) = first_word(text) else { return };
        let index = self.phrases.len() as u32;
        match self.by_first.get_mut(&*first) {
            Some(list) => list.push(index),
            None => drop(self.by_first.insert(first.into(), vec![index])),
        }
        self.phrases.push(lazy);
    }

    fn phrase<'s>(&'s self, lazy: &'s Lazy) -> Option<&'s Phrase> {
        let make = || {
            let entry = &*self.entries[lazy.entry as usize];
            let text = match lazy.means {
                Means::Right => entry.right().nth(lazy.item as usize)?,
                Means::Wrong(at, _) => &entry.wrong_at(at)?.text,
                Means::Pattern => entry.spec.phrases.get(lazy.item as usize)?,
                Means::Form(form) => entry.spec.forms.get(form)?.get(lazy.item as usize)?,
            };
            let exact = entry.case() == Case::Exact;
            Phrase::new(text, Manner { exact, endings: endings(entry), spelling: Spelling::Written })
        };
        lazy.phrase.get_or_init(make).as_ref()
    }

    /// Everything that stands in a segment, conditions apart.
    pub(super) fn hits(&self, segment: usize, text: &str, words: &[Range<u32>], out: &mut Vec<Hit>) {
        if self.substrings.is_empty() {
            let tokens = tokens(text, words, Spelling::Written);
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
        let mut try_word = |word: &str, inflected: bool| {
            for &i in self.by_first.get(word).into_iter().flatten() {
                let lazy = &self.phrases[i as usize];
                let Some(phrase) = self.phrase(lazy).filter(|p| !inflected || p.is_word()) else { continue };
                if let Some(found) = phrase.find(text, tokens, at) {
                    out.push(Hit {
                        entry: lazy.entry,
                        means: lazy.means,
                        item: lazy.item,
                        segment,
                        range: found.range,
                        ending: found.ending,
                        expanded: None,
                    });
                }
            }
        };
        try_word(&token.folded, false);
        for (base, _) in &token.bases {
            try_word(base, true);
        }
    }

    fn substring_hits(&self, segment: usize, text: &str, out: &mut Vec<Hit>) {
        out.extend(self.substrings.find(text).map(|(phrase, range)| Hit {
            entry: phrase.entry,
            means: phrase.means,
            item: phrase.item,
            segment,
            range,
            ending: Ending::None,
            expanded: None,
        }));
    }

    fn pattern_hits(&self, segment: usize, text: &str, out: &mut Vec<Hit>) {
        for (entry, regex) in self.patterns.possible(text) {
            let template = self.entries[entry as usize].spec.fix.as_deref();
            for captures in regex.captures_iter(text) {
                let Some(found) = captures.get(0).filter(|m| !m.is_empty()) else { continue };
                let expanded = template.map(|t| {
                    let mut out = String::new();
                    captures.expand(t, &mut out);
                    out
                });
                out.push(Hit {
                    entry,
                    means: Means::Pattern,
                    item: 0,
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
        self.phrases.is_empty()
            && self.substrings.is_empty()
            && self.patterns.is_empty()
            && self.pairs.is_empty()
    }
}

impl Lazy {
    fn new(entry: u32, means: Means, item: usize) -> Self {
        Self { entry, means, item: item as u32, phrase: OnceLock::new() }
    }
}

/// Which endings the phrases of an entry may take.
fn endings(entry: &Entry) -> Endings {
    let inflect = entry.spec.inflect;
    match entry.kind {
        Kind::Name if inflect != Some(false) => Endings::Name,
        Kind::Term if inflect != Some(false) => Endings::All,
        _ if inflect == Some(true) => Endings::All,
        _ => Endings::None,
    }
}
