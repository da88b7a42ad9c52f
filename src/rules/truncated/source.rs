//! What the source says of an end: whether a sentence is over there.

use std::collections::BTreeSet;

use crate::analysis::Analysis;
use crate::document::{Role, Segment};

/// How many other segments must end as their source does.
const FEW: usize = 3;
/// One in so many of them may not.
const ODD: usize = 20;
/// How long a segment is at most that lost its end, of what its source makes one expect.
const SHORT: f32 = 0.9;

/// Target segments that have no stop although their source has one.
pub(super) struct Stops {
    /// Those that are too short as well.
    short: BTreeSet<usize>,
    open: usize,
    /// Segments that end with a stop as their source does.
    closed: usize,
}

impl Stops {
    /// Looks at the paragraphs that face one of the source.
    pub(super) fn new(a: &Analysis<'_>) -> Self {
        let is_prose =
            |s: &Segment| s.is_text() && matches!(s.role, Role::Paragraph | Role::Unit | Role::Heading);
        let facing = a.links().iter().filter_map(|link| {
            let ([s], [t]) = (&link.source[..], &link.target[..]) else { return None };
            let (source, target) = (a.doc.source.get(*s as usize)?, a.doc.target.get(*t as usize)?);
            (is_closed(source.shown()) && is_prose(source) && is_prose(target))
                .then(|| (*t as usize, source.shown(), target.shown().trim_end()))
        });
        let facing: Vec<_> = facing.collect();
        let (mut open, closed): (Vec<_>, Vec<_>) =
            facing.iter().partition(|(_, _, target)| target.ends_with(char::is_alphanumeric));
        let count = |text: &str| text.chars().count() as f32;
        let sum = |which: fn(&(usize, &str, &str)) -> f32| closed.iter().map(&which).sum::<f32>();
        let ratio = sum(|f| f.2.chars().count() as f32) / sum(|f| f.1.chars().count() as f32).max(1.0);
        let all = open.len();
        open.retain(|(_, source, target)| count(target) <= SHORT * ratio * count(source));
        Self { short: open.iter().map(|f| f.0).collect(), open: all, closed: closed.len() }
    }

    /// Whether a segment lost its stop and more, and hardly any other has none.
    pub(super) fn only_here(&self, segment: usize) -> bool {
        self.short.contains(&segment) && self.closed >= FEW && self.open - 1 <= self.closed / ODD
    }
}

/// Whether a text ends as a sentence does.
fn is_closed(text: &str) -> bool {
    let bare = text.trim_end().trim_end_matches(['”', '’', '」', '』', '"', ')', '）', ' ']);
    bare.ends_with(['。', '！', '？', '!', '?']) || bare.ends_with('.') && !bare.ends_with("..")
}
