//! The right forms of names and the readings of their source forms, to be looked up by what a text has.

use std::collections::{HashMap, HashSet};
use std::hash::BuildHasherDefault;
use std::sync::OnceLock;

use crate::finding::Fnv;
use crate::lang::english;
use crate::lang::pinyin::pinyin_forms;
use crate::pack::entry::Entry;
use crate::pack::matcher::Matcher;
use crate::pack::schema::Kind;
use crate::text::words;

type Map<K, V> = HashMap<K, V, BuildHasherDefault<Fnv>>;

/// A right form of a name, without spaces and capitals.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) joined: Box<str>,
    /// As it is written.
    pub(super) text: Box<str>,
    pub(super) entry: u32,
    /// Its words, folded; more than one only for forms of several words.
    pub(super) words: Box<[String]>,
    letters: u64,
}

/// What near misses are looked up in.
#[derive(Debug)]
pub(in crate::pack) struct Index {
    forms: Vec<Form>,
    /// Forms of six letters and more by first letter and length.
    by_shape: HashMap<(u8, usize), Vec<u32>>,
    /// Every right form of every entry, joined, with the form of a name if it is one.
    known: Map<String, Option<u32>>,
    readings: OnceLock<Map<String, Vec<Reading>>>,
}

/// The reading of a source form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Reading {
    pub(super) entry: u32,
    /// Which source form.
    pub(super) source: usize,
    pub(super) syllables: usize,
}

/// Names shorter than this have too many neighbours.
pub(super) const SHORTEST: usize = 6;

impl Index {
    pub(super) fn new(matcher: &Matcher) -> Self {
        let mut index = Self {
            forms: Vec::new(),
            by_shape: HashMap::new(),
            known: Map::with_capacity_and_hasher(4 * matcher.entries.len(), BuildHasherDefault::default()),
            readings: OnceLock::new(),
        };
        for (i, entry) in matcher.entries.iter().enumerate() {
            for right in entry.right() {
                let joined = join(right);
                let form = wants(entry).then(|| index.add(i as u32, right, &joined)).flatten();
                let known = index.known.entry(joined).or_default();
                *known = known.or(form);
            }
        }
        index
    }

    fn add(&mut self, entry: u32, right: &str, joined: &str) -> Option<u32> {
        if !joined.is_ascii() || joined.is_empty() {
            return None;
        }
        let words: Box<[String]> = words::words(right)
            .iter()
            .map(|r| words::fold(&right[r.start as usize..r.end as usize]))
            .collect();
        let id = self.forms.len() as u32;
        // A name of ordinary words has neighbours that are ordinary, too.
        if joined.len() >= SHORTEST && words.iter().any(|w| !english::is_ordinary(w)) {
            self.by_shape.entry((joined.as_bytes()[0], joined.len())).or_default().push(id);
        }
        self.forms.push(Form {
            joined: joined.into(),
            text: right.into(),
            entry,
            words,
            letters: letters(joined),
        });
        Some(id)
    }

    /// Whether this is a right form of anything.
    pub(super) fn is_known(&self, joined: &str) -> bool {
        self.known.contains_key(joined)
    }

    /// The right form of a name that this is.
    pub(super) fn form(&self, joined: &str) -> Option<&Form> {
        self.known.get(joined).copied().flatten().map(|f| &self.forms[f as usize])
    }

    /// Forms that few letters part from `joined`.
    pub(super) fn neighbours(&self, joined: &str) -> Vec<&Form> {
        let own = letters(joined);
        let Some(&first) = joined.as_bytes().first() else { return Vec::new() };
        let mut out = Vec::new();
        for length in joined.len().saturating_sub(2)..=joined.len() + 2 {
            for form in self.by_shape.get(&(first, length)).into_iter().flatten() {
                let form = &self.forms[*form as usize];
                let most = most_edits(&form.joined);
                let lengths = form.joined.len().abs_diff(joined.len());
                // Each edit changes two kinds of letters at most.
                if lengths <= most
                    && (own ^ form.letters).count_ones() as usize <= 2 * most
                    && strsim::osa_distance(joined, &form.joined) <= most
                {
                    out.push(form);
                }
            }
        }
        out
    }

    /// Names whose source form is read like this, and which are not written so.
    pub(super) fn readings(&self, joined: &str, entries: &[std::sync::Arc<Entry>]) -> &[Reading] {
        let readings = self.readings.get_or_init(|| read(entries));
        readings.get(joined).map_or(&[], Vec::as_slice)
    }
}

fn wants(entry: &Entry) -> bool {
    entry.kind == Kind::Name && entry.spec.near_miss != Some(false)
}

fn read(entries: &[std::sync::Arc<Entry>]) -> Map<String, Vec<Reading>> {
    let mut out: Map<String, Vec<Reading>> = Map::default();
    for (i, entry) in entries.iter().enumerate().filter(|(_, e)| wants(e)) {
        let right: HashSet<String> = entry.right().map(join).collect();
        for (source, form) in entry.spec.source.iter().enumerate() {
            let syllables = form.chars().count();
            if syllables < 2 || !form.chars().all(crate::lang::is_han) {
                continue;
            }
            for reading in pinyin_forms(form).into_iter().filter(|r| !right.contains(r)) {
                let list = out.entry(reading).or_default();
                if list.iter().all(|r| r.entry != i as u32) {
                    list.push(Reading { entry: i as u32, source, syllables });
                }
            }
        }
    }
    out
}

/// How many letters may differ.
fn most_edits(joined: &str) -> usize {
    if joined.len() >= 10 { 2 } else { 1 }
}

/// A form without spaces, signs and capitals.
pub(super) fn join(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Which letters and digits a string has, one bit each.
fn letters(joined: &str) -> u64 {
    joined.bytes().fold(0, |set, b| match b {
        b'a'..=b'z' => set | 1 << (b - b'a'),
        b'0'..=b'9' => set | 1 << (26 + b - b'0'),
        _ => set,
    })
}
