//! What the marks of the source tell of those of the target: some are left open there, too, and some lie in others.

use std::collections::HashMap;

use super::marks::{KINDS, Kind, Mark, Side, marks};
use super::pair;
use super::paragraphs::Lone;
use crate::analysis::Analysis;
use crate::document::Lang;

/// The marks of the source that belong to one segment of the target.
#[derive(Clone, Copy, Default)]
struct Counts {
    /// All quotation marks.
    quotes: usize,
    /// Those without partner that open, and that close.
    lone_quotes: [usize; 2],
    /// The same of brackets.
    lone_brackets: [usize; 2],
}

/// The marks of the source, counted where they are asked for.
#[derive(Default)]
pub(super) struct Theirs {
    counts: HashMap<usize, Counts>,
}

impl Theirs {
    fn of(&mut self, a: &Analysis<'_>, segment: usize) -> Counts {
        *self.counts.entry(segment).or_insert_with(|| {
            let mut out = Counts::default();
            let lang = a.doc.langs.source.clone().unwrap_or_else(Lang::en);
            for &source in a.sources(segment) {
                out.add(a.doc.source[source as usize].shown(), &lang);
            }
            out
        })
    }

    /// Takes out straight marks that lie inside one another, which no mark itself can tell: there are as many as the
    /// source has, and there all are paired.
    pub(super) fn drop_nested(&mut self, a: &Analysis<'_>, segment: usize, found: &mut Vec<Mark>) {
        let straight = found.iter().filter(|m| m.kind == Kind::Straight).count();
        if straight < 4 || straight % 2 == 1 || !a.doc.has_source() {
            return;
        }
        let theirs = self.of(a, segment);
        if theirs.quotes == straight && theirs.lone_quotes == [0, 0] {
            found.retain(|m| m.kind != Kind::Straight);
        }
    }

    /// Takes out what is left open by the source as often.
    pub(super) fn drop_carried(&mut self, a: &Analysis<'_>, lone: &mut Vec<Lone>) {
        if lone.is_empty() || !a.doc.has_source() {
            return;
        }
        let mut ours: HashMap<(usize, bool, usize), usize> = HashMap::new();
        let key = |l: &Lone| (l.segment, l.mark.kind.is_quote(), usize::from(l.mark.side != Side::Open));
        for l in lone.iter() {
            *ours.entry(key(l)).or_default() += 1;
        }
        lone.retain(|l| {
            let theirs = self.of(a, l.segment);
            let (segment, is_quote, side) = key(l);
            let count = if is_quote { theirs.lone_quotes } else { theirs.lone_brackets }[side];
            count < ours[&(segment, is_quote, side)]
        });
    }
}

impl Counts {
    fn add(&mut self, text: &str, lang: &Lang) {
        let found = marks(text, lang);
        for kind in KINDS {
            let mut left = Vec::new();
            pair(text, kind, found.iter().copied().filter(|m| m.kind == kind), &mut left);
            let lone = if kind.is_quote() { &mut self.lone_quotes } else { &mut self.lone_brackets };
            for m in &left {
                lone[usize::from(m.side != Side::Open)] += 1;
            }
        }
        self.quotes += found.iter().filter(|m| m.kind.is_quote() || m.kind == Kind::Title).count();
    }
}
