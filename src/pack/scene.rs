//! A document as conditions of entries see it.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::ops::Range;

use super::entry::{Entry, Expressions};
use super::matcher::Hit;
use super::schema::{Scope, Wrong};
use crate::analysis::Analysis;
use crate::document::{Link, Role, Side};
use crate::finding::Label;
use crate::lang::edges::stands_alone;
use crate::text::quotes::is_quoted;
use crate::text::window;

/// The document, with what was already asked of it.
pub(super) struct Scene<'a> {
    pub(super) a: &'a Analysis<'a>,
    first: Option<usize>,
    last: Option<usize>,
    near: RefCell<HashMap<u32, bool>>,
    /// For each target segment, the links that hold it.
    links: OnceCell<Vec<Vec<u32>>>,
}

impl<'a> Scene<'a> {
    pub(super) fn new(a: &'a Analysis<'a>) -> Self {
        let is_prose = |(_, s): &(usize, &crate::document::Segment)| s.role.is_prose();
        let (first, last) = (a.target().find(is_prose), a.target().rfind(is_prose));
        Self {
            a,
            first: first.map(|s| s.0),
            last: last.map(|s| s.0),
            near: RefCell::default(),
            links: OnceCell::new(),
        }
    }

    pub(super) fn text(&self, segment: usize) -> &'a str {
        self.a.doc.target[segment].shown()
    }

    pub(super) fn shown(&self, segment: usize, range: &Range<u32>) -> &'a str {
        self.text(segment).get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    pub(super) fn sentence(&self, segment: usize, at: u32) -> &'a str {
        self.shown(segment, &self.a.sentence_at(segment, at))
    }

    /// Whether everything that an entry asks of a place holds there, the source apart.
    pub(super) fn admits(&self, entry: &Entry, wrong: Option<&Wrong>, hit: &Hit) -> bool {
        self.is_prose(hit.segment, &hit.range)
            && !is_cited(self.text(hit.segment), &hit.range)
            && self.in_scope(entry, hit)
            && entry.is_for(&self.a.doc.file.path)
            && !self.excused(&entry.unless, wrong, hit)
            && self.is_near(entry, hit.entry)
    }

    /// Neither code nor an address, a handle, a file name or anything else that is no text of the translation.
    pub(super) fn is_prose(&self, segment: usize, range: &Range<u32>) -> bool {
        let text = &self.a.doc.target[segment].text;
        let marked = text.marks_at(range.clone()).any(|m| m.kind.hides(&self.a.doc.langs.target));
        !marked && !is_machine_readable(self.text(segment), range)
    }

    fn in_scope(&self, entry: &Entry, hit: &Hit) -> bool {
        let role = self.a.doc.target[hit.segment].role;
        let mut places = entry.spec.scope.iter().filter(|s| **s != Scope::NotInQuotation).peekable();
        let placed = places.peek().is_none()
            || places.any(|scope| match scope {
                Scope::Title => role == Role::Title,
                Scope::Heading => role == Role::Heading,
                Scope::Quote => role == Role::Quote,
                Scope::First => self.first == Some(hit.segment),
                Scope::Last => self.last == Some(hit.segment),
                Scope::NotInQuotation => true,
            });
        let quoted = || role == Role::Quote || is_quoted(self.text(hit.segment), hit.range.start as usize);
        placed && !(entry.has_scope(Scope::NotInQuotation) && quoted())
    }

    fn excused(&self, unless: &Expressions, wrong: Option<&Wrong>, hit: &Hit) -> bool {
        let own = wrong.map(|w| &w.unless).filter(|u| !u.is_empty());
        if unless.is_empty() && own.is_none() {
            return false;
        }
        let sentence = self.sentence(hit.segment, hit.range.start);
        unless.any(sentence) || own.is_some_and(|own| Expressions::new(own.clone()).any(sentence))
    }

    pub(super) fn is_near(&self, entry: &Entry, index: u32) -> bool {
        if entry.near.is_empty() {
            return true;
        }
        let look = || {
            let doc = self.a.doc;
            doc.target.iter().chain(&doc.source).any(|s| entry.near.any(s.shown()))
        };
        *self.near.borrow_mut().entry(index).or_insert_with(look)
    }

    /// The source segments that belong to a target segment.
    pub(super) fn linked(&self, segment: usize) -> Vec<u32> {
        let links = self.links_of(segment);
        links.flat_map(|l| l.source.iter().copied()).collect()
    }

    /// The target segments that share a source segment with this one.
    pub(super) fn fellows(&self, segment: usize) -> Vec<usize> {
        let links = self.links_of(segment);
        links.flat_map(|l| l.target.iter().map(|&t| t as usize)).collect()
    }

    fn links_of(&self, segment: usize) -> impl Iterator<Item = &'a Link> {
        let links = self.a.links();
        let by_target = self.links.get_or_init(|| {
            let mut by_target = vec![Vec::new(); self.a.doc.target.len()];
            for (i, link) in links.iter().enumerate() {
                link.target.iter().for_each(|&t| by_target[t as usize].push(i as u32));
            }
            by_target
        });
        by_target[segment].iter().map(|&i| &links[i as usize])
    }

    /// Where one of the source forms of an entry stands in the linked source, each place once.
    pub(super) fn in_source(&self, entry: &Entry, segment: usize) -> Vec<(Label, &'a str)> {
        let mut out: Vec<(Label, &str)> = Vec::new();
        if entry.spec.source.is_empty() {
            return out;
        }
        for at in self.linked(segment) {
            let Some(source) = self.a.doc.source.get(at as usize) else { continue };
            let text = source.shown();
            for form in entry.spec.source.iter().filter(|f| !f.is_empty()) {
                for (start, found) in text.match_indices(form.as_str()) {
                    let end = start + found.len();
                    let label =
                        Label { side: Side::Source, segment: at, start: start as u32, end: end as u32 };
                    if stands_alone(text, start, end) && !out.iter().any(|(l, _)| l.overlaps(label)) {
                        out.push((label, found));
                    }
                }
            }
        }
        out.sort_by_key(|(l, _)| *l);
        out
    }
}

/// The most bytes that are looked at on each side of a place.
const NEAR: usize = 400;

/// Whether a place is what the text says that something means word for word: in quotation marks or brackets, behind
/// "literally" or right behind the original.
fn is_cited(text: &str, range: &Range<u32>) -> bool {
    const MARKS: [char; 8] = ['"', '“', '‘', '\'', '(', '（', '「', '*'];
    let before = window::before(text, range.start as usize, NEAR);
    // The whole of what is quoted, of which this may be a part.
    let quoted = before.rfind(MARKS).filter(|_| {
        window::after(text, range.end as usize, NEAR).contains(['"', '”', '’', '\'', ')', '）', '」', '*'])
    });
    let head = before[..quoted.unwrap_or(before.len())].trim_end_matches([' ', ',', ':', '.', '–', '—']);
    let head = head.trim_end_matches(MARKS).trim_end();
    let literally = head.ends_with("literally") || head.ends_with("word for word");
    let original = head.chars().next_back().is_some_and(|c| crate::text::script::script(c).is_cjk());
    literally || quoted.is_some() && original
}

/// Whether a place is part of an address, a handle, a tag or a file name.
fn is_machine_readable(text: &str, range: &Range<u32>) -> bool {
    let (start, end) = (range.start as usize, range.end as usize);
    let head = window::before(text, start, NEAR).rsplit(char::is_whitespace).next().unwrap_or_default();
    let tail = window::after(text, end, NEAR).split(char::is_whitespace).next().unwrap_or_default();
    let file = tail.strip_prefix('.').is_some_and(|t| {
        t.chars().take_while(char::is_ascii_alphanumeric).count() >= 2
            && t.starts_with(|c: char| c.is_ascii_lowercase())
    });
    let path = head.contains("://")
        || head.contains("www.")
        || head.matches('/').count() > 1
        || head.ends_with('\\');
    head.ends_with(['@', '#', '_', '$']) || tail.starts_with(['@', '_']) || path || file
}

#[cfg(test)]
mod tests {
    use super::{is_cited, is_machine_readable};
    use crate::text::quotes::is_quoted;
    use proptest::prelude::*;

    #[test]
    fn addresses_and_files_are_no_text() {
        let is = |marked: &str| {
            let m = crate::rule::testing::unmark(marked);
            let (at, inside) = &m.spans[0];
            is_machine_readable(&m.text, &(*at..at + inside.len() as u32))
        };
        for yes in [
            "see https://a.cn/[[labulu]]/x",
            "#[[LaBulu]]",
            "@[[LaBulu]]",
            "[[labulu]].png",
            "a [[labulu]]@x.cn",
        ] {
            assert!(is(yes), "{yes}");
        }
        for no in ["the [[La Bulu]].", "a toy/[[La Bulu]]", "([[La Bulu]]).", "[[La Bulu]].The end"] {
            assert!(!is(no), "{no}");
        }
    }

    #[test]
    fn what_is_said_to_be_the_sense_is_cited() {
        let is = |marked: &str| {
            let m = crate::rule::testing::unmark(marked);
            let (at, inside) = &m.spans[0];
            is_cited(&m.text, &(*at..at + inside.len() as u32))
        };
        assert!(
            is("why 马马虎虎, literally \"[[horse horse]]\", means") && is("马马虎虎 (“[[horse horse]]”)")
        );
        assert!(!is("He said \"[[horse horse]]\".") && !is("on 马路 [[horse horse]]"));
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "(\\PC|[美的 ./@“”\"]){0,30}") {
            for (i, c) in text.char_indices() {
                let end = i + c.len_utf8();
                is_machine_readable(&text, &(i as u32..end as u32));
                is_quoted(&text, i);
                is_cited(&text, &(i as u32..end as u32));
            }
        }
    }
}
