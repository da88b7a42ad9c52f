//! Words with an opposite, found in a stretch of text.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};

use crate::text::tables;

/// What a word is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Dimension {
    Trend,
    Bound,
    Stand,
    Order,
    Base,
}

impl Dimension {
    fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "trend" => Self::Trend,
            "bound" => Self::Bound,
            "stand" => Self::Stand,
            "order" => Self::Order,
            "base" => Self::Base,
            _ => return None,
        })
    }
}

/// How much a word proves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Enough for a finding.
    Word,
    /// Enough to make a case uncertain.
    Hint,
    /// Counts in front of a figure.
    Before,
    /// Counts behind a figure.
    After,
    /// Nothing.
    None,
}

/// A word in a text.
#[derive(Clone, Debug)]
pub(super) struct Hit {
    pub(super) range: Range<usize>,
    pub(super) dimension: Dimension,
    /// Whether it is the first of the two poles: up, more, for, before, year.
    pub(super) first: bool,
    pub(super) kind: Kind,
}

/// What a form of the table stands for.
#[derive(Clone, Copy)]
struct Entry {
    dimension: Dimension,
    first: bool,
    kind: Kind,
}

/// The forms of one language with what they stand for.
type Forms = BTreeMap<Dimension, Vec<(String, Entry)>>;

/// The words of one language.
pub(super) struct Words {
    /// One matcher a dimension: a form may belong to two of them.
    matchers: Vec<(AhoCorasick, Vec<Entry>)>,
    spaced: bool,
}

impl Words {
    /// The words in `text`, dimension by dimension in the order of the text.
    pub(super) fn find(&self, text: &str) -> Vec<Hit> {
        let mut out = Vec::new();
        for (matcher, entries) in &self.matchers {
            for m in matcher.find_iter(text) {
                let Entry { dimension, first, kind } = entries[m.pattern().as_usize()];
                if kind != Kind::None && (!self.spaced || is_whole(text, m.range())) {
                    out.push(Hit { range: m.range(), dimension, first, kind });
                }
            }
        }
        out
    }
}

fn is_whole(text: &str, range: Range<usize>) -> bool {
    let inside = |c: char| c.is_alphanumeric() || c == '_';
    let before = text[..range.start].chars().next_back();
    !before.is_some_and(|c| inside(c) || c == '-')
        && !text[range.end..].starts_with(|c: char| inside(c) || c == '-')
}

fn read(lang: &str) -> Option<Words> {
    let mut rows = Forms::new();
    for columns in tables::rows(include_str!("words.tsv")).filter(|columns| columns.first() == Some(&lang)) {
        let [_, dimension, pole, kind, forms] = columns[..] else { continue };
        let Some(dimension) = Dimension::parse(dimension) else { continue };
        let first = matches!(pole, "up" | "more" | "for" | "before" | "year");
        let kind = match kind {
            "word" => Kind::Word,
            "hint" => Kind::Hint,
            "before" => Kind::Before,
            "after" => Kind::After,
            _ => Kind::None,
        };
        let entry = Entry { dimension, first, kind };
        let list = rows.entry(dimension).or_default();
        list.extend(forms.split(' ').map(|form| (form.replace('_', " "), entry)));
    }
    if rows.is_empty() { None } else { words(lang == "en", rows) }
}

fn words(spaced: bool, dimensions: Forms) -> Option<Words> {
    let mut matchers = Vec::new();
    for list in dimensions.into_values() {
        let (forms, entries): (Vec<String>, Vec<Entry>) = list.into_iter().unzip();
        let matcher = AhoCorasickBuilder::new()
            .match_kind(MatchKind::LeftmostLongest)
            .ascii_case_insensitive(true)
            .build(&forms)
            .ok()?;
        matchers.push((matcher, entries));
    }
    Some(Words { matchers, spaced })
}

/// The words of a language, by its primary tag.
pub(super) fn of(lang: &str) -> Option<&'static Words> {
    const LANGS: [&str; 4] = ["en", "ja", "ko", "zh"];
    static TABLES: [OnceLock<Option<Words>>; 4] = [const { OnceLock::new() }; 4];
    let at = LANGS.iter().position(|known| *known == lang)?;
    TABLES[at].get_or_init(|| read(lang)).as_ref()
}
