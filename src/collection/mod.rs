//! Names over all articles of a run: facts are collected while each document is checked, and concluded once.
//!
//! Facts are a map from a document to what is known of it, so they merge in any order and grouping, and what is
//! concluded depends on the documents alone. They keep the texts of the run in memory.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::Analysis;
use crate::config::Settings;
use crate::document::{Document, Side};
use crate::engine::wanted;
use crate::finding::{
    Label, Place, Placed, Raw, Silenced, Suppressed, arbitrate, place, resolve_in, suppress,
};
use crate::names::{Gathered, Names, gather};
use crate::rule::registry;
use crate::rules::name_variant;
use crate::source::Span;

/// The rule that is concluded over all documents.
pub const RULE: &str = "name-variant";

/// What is known of one document.
#[derive(Debug)]
struct Article {
    doc: Document,
    settings: Settings,
    names: Names,
    /// Places where a rule that displaces this one has found something.
    taken: Vec<Span>,
}

/// What is known of the documents of a run, by path and number in the file.
#[derive(Debug, Default)]
pub struct Facts(BTreeMap<(Arc<str>, usize), Article>);

/// What was concluded about the documents of one file.
#[derive(Debug, Default)]
pub struct Concluded {
    /// Findings.
    pub findings: Vec<Placed>,
    /// Findings that ignore comments silenced.
    pub silenced: Vec<Silenced>,
}

/// Takes out of an analysis what a collection needs; `found` is what the document's own rules have found.
pub fn names_and_taken(analysis: &Analysis<'_>, found: &[Placed]) -> (Names, Vec<Span>) {
    let displaces = |f: &&Placed| f.at.side == Side::Target && registry::yields(RULE, &f.rule);
    (analysis.mentions().clone(), found.iter().filter(displaces).map(|f| f.at.span).collect())
}

impl Facts {
    /// Adds what is known of a document, the `nth` of its file.
    pub fn add(&mut self, nth: usize, doc: Document, settings: &Settings, names: Names, taken: Vec<Span>) {
        let key = (Arc::clone(&doc.file.path), nth);
        self.0.insert(key, Article { doc, settings: settings.clone(), names, taken });
    }

    /// Puts two collections together.
    pub fn merge(&mut self, other: Facts) {
        self.0.extend(other.0);
    }

    /// All documents as one.
    pub fn whole(&mut self) -> Whole<'_> {
        let each = self.0.values_mut();
        let Gathered { names, firsts } =
            gather(each.map(|a| (std::mem::take(&mut a.names), a.doc.target.len() as u32)));
        Whole { names, articles: self.0.values().collect(), firsts }
    }

    /// What disagrees over all documents, by the path of the file that it is reported in.
    pub fn conclude(mut self) -> BTreeMap<Arc<str>, Concluded> {
        let whole = self.whole();
        let mut found = name_variant::findings(&whole.names);
        found.retain_mut(|raw| {
            let (nth, here) = whole.find(raw.at);
            whole.articles[nth].wants(raw, here)
        });
        let mut by_article: BTreeMap<usize, Vec<Placed>> = BTreeMap::new();
        for raw in arbitrate(found) {
            let nth = whole.find(raw.at).0;
            by_article.entry(nth).or_default().push(resolve_in(|label| whole.document(label), raw));
        }
        let mut out: BTreeMap<Arc<str>, Concluded> = BTreeMap::new();
        for (nth, findings) in by_article {
            let article = whole.articles[nth];
            let left = article.sift(findings);
            let file = out.entry(Arc::clone(&article.doc.file.path)).or_default();
            file.silenced.extend(left.silenced);
            file.findings.extend(left.kept);
        }
        out
    }
}

/// The documents of a run as if they were one.
#[derive(Debug)]
pub struct Whole<'f> {
    /// The names of all of them. Labels count segments through all documents.
    pub names: Names,
    articles: Vec<&'f Article>,
    firsts: Vec<u32>,
}

impl Whole<'_> {
    /// The number of the document that a label of the whole is in, and what the label is there.
    fn find(&self, label: Label) -> (usize, Label) {
        let nth = self.firsts.partition_point(|&first| first <= label.segment) - 1;
        (nth, Label { segment: label.segment - self.firsts[nth], ..label })
    }

    fn document(&self, label: Label) -> (&Document, Label) {
        let (nth, label) = self.find(label);
        (&self.articles[nth].doc, label)
    }

    /// Where a label of the whole is.
    pub fn place(&self, label: Label) -> Place {
        let (doc, label) = self.document(label);
        place(doc, label)
    }
}

impl Article {
    /// Whether the settings of its file want a finding, which is at `here` in it.
    fn wants(&self, raw: &mut Raw, here: Label) -> bool {
        let in_all = std::mem::replace(&mut raw.at, here);
        let wanted = wanted(raw, &self.doc, &self.settings);
        raw.at = in_all;
        wanted
    }

    /// Leaves out what is reported by another rule, or silenced by a comment.
    fn sift(&self, mut findings: Vec<Placed>) -> Suppressed {
        findings.retain(|f| !self.taken.iter().any(|span| span.overlaps(f.at.span)));
        suppress(findings, if self.settings.no_ignores { &[] } else { &self.doc.ignores })
    }
}

#[cfg(test)]
mod tests;
