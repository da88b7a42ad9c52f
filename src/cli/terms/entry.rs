//! One line of the list, whatever it was told by.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use crate::document::Lang;
use crate::finding::Place;
use crate::text::stem::stem;
use crate::text::words::words;

/// Where something stands, as people look it up.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Site {
    pub(super) path: Arc<str>,
    pub(super) line: u32,
    pub(super) column: u32,
}

impl Site {
    pub(super) fn of(place: &Place) -> Self {
        Self { path: Arc::clone(&place.path), line: place.start.line, column: place.start.column }
    }
}

impl std::fmt::Display for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}:{}:{}", self.path, self.line, self.column)
    }
}

/// A mention of a rendering; the place in the source if that is known.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Mention {
    pub(super) target: Site,
    pub(super) source: Option<Site>,
}

/// A way in which a name or term is rendered.
#[derive(Debug)]
pub(super) struct Rendering {
    pub(super) text: Box<str>,
    /// Whether it is another rendering than the first, and no form of it.
    pub(super) competes: bool,
    pub(super) mentions: Vec<Mention>,
}

/// A name or term in all its renderings, the one to keep first.
#[derive(Debug)]
pub(super) struct Entry {
    /// What it is in the source; empty where that is not known.
    pub(super) source: Box<str>,
    /// What kind of thing it is: `name`, `title`, `term`.
    pub(super) kind: &'static str,
    pub(super) langs: (Option<Lang>, Lang),
    pub(super) renderings: Vec<Rendering>,
    /// Mentions in the source whose rendering cannot be told.
    pub(super) open: Vec<Site>,
    /// How often it is mentioned.
    pub(super) count: usize,
    /// The place to look it up.
    pub(super) at: Site,
}

impl Entry {
    /// The rendering to keep; none if no mention has one that can be told.
    pub(super) fn main(&self) -> Option<&str> {
        self.renderings.first().map(|r| &*r.text)
    }
}

/// Whether one of two renderings has all words of the other, in any form and order: the surname of a full name, a plural.
pub(super) fn is_form(a: &str, b: &str) -> bool {
    let stems = |text: &str| -> HashSet<String> {
        let word = |range: Range<u32>| &text[range.start as usize..range.end as usize];
        words(text).into_iter().map(|range| stem(&word(range).to_lowercase())).collect()
    };
    let (x, y) = (stems(a), stems(b));
    x.is_subset(&y) || y.is_subset(&x)
}
