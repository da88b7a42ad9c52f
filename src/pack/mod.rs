//! Rule packs: names, terms and patterns written in TOML, with their tests.
//!
//! [`schema`] is the file as written, [`PackSet`] the packs in use. The text of a document is read once by the
//! matcher, what it finds is sorted out, and the rules report it under their names.
//!
//! A pack is read, its tests are run ([`selftest`]), and what these leave out is told ([`audit()`]):
//!
//! ```
//! use std::sync::Arc;
//! use mtlint::pack::{Pack, PackSet, audit, selftest};
//!
//! let text = r#"
//! [pack]
//! id = "our/terms"
//! version = "1"
//! summary = "Terms of ours"
//!
//! [[term]]
//! preferred = "ground lens"
//! wrong = ["milled lens", "polished eye"]
//! from = "our term list"
//! flags = "A [[milled lens]]."
//! passes = "A ground lens."
//! "#;
//! let pack = Arc::new(Pack::parse("terms.toml", text)?);
//! let set = PackSet::with(vec![Pack::parse("terms.toml", text)?])?;
//! let outcome = selftest::run(&set, &pack)?;
//! assert_eq!((outcome.tests, outcome.failed), (2, 0));
//! let (coverage, remarks) = audit(&set, &[pack], &outcome.exercised)?;
//! assert_eq!((coverage.forms, coverage.forms_tested), (2, 1));
//! assert_eq!(remarks[0].detail, "no test brings up `polished eye`");
//! # Ok::<(), mtlint::error::Error>(())
//! ```

mod audit;
mod check;
mod choose;
mod either;
mod entry;
mod explain;
mod extend;
mod fault;
mod file;
mod matcher;
mod near_miss;
mod pair;
mod pattern;
mod report;
mod scene;
pub mod schema;
pub mod selftest;
mod set;
mod shipped;
mod substrings;
mod usage;

pub use audit::{About, Coverage, Remark, audit, unseen};
pub use check::check;
pub use entry::Entry;
pub use explain::explain;
pub use fault::{Fault, Step};
pub use file::{Pack, pack_files};
pub use set::PackSet;
pub use usage::{Seen, Usage};

use crate::analysis::Analysis;
use crate::finding::Raw;

/// Everything that the packs find in a document, by place. [`Analysis::pack_findings`] keeps it.
pub fn findings(a: &Analysis<'_>) -> Vec<Raw> {
    let matcher = a.settings.packs.matcher(&a.doc.langs);
    if matcher.is_empty() {
        return Vec::new();
    }
    let mut hits = Vec::new();
    for (i, segment) in a.target() {
        matcher.hits(i, segment.shown(), a.words(i), &mut hits);
    }
    let scene = scene::Scene::new(a);
    let chosen = choose::choose(&matcher, &scene, &hits);
    let mut out: Vec<Raw> = chosen.iter().map(|c| report::finding(&scene, c)).collect();
    either::find(&matcher, &scene, &hits, &mut out);
    pair::find(&matcher, &scene, &mut out);
    near_miss::find(&matcher, &scene, &hits, &chosen, &mut out);
    out
}

/// Adds what the packs find under a rule.
pub(crate) fn report_as(rule: &str, a: &Analysis<'_>, out: &mut Vec<Raw>) {
    out.extend(a.pack_findings().iter().filter(|f| f.rule == rule).cloned());
}

/// The rules that report their own findings of packs.
const OWN: &[&str] = &["calque", "nonstandard-name", "nonstandard-term", "romanized-term", "term-drift"];

/// Adds what the packs find under their own ids and under rules that do more than packs.
pub(crate) fn report_others(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    out.extend(a.pack_findings().iter().filter(|f| !OWN.contains(&&*f.rule)).cloned());
}

#[cfg(test)]
mod tests;
