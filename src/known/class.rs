//! A kind of evidence, and what it finds.

use super::scene::Scene;
use crate::finding::{Applicability, Label, Severity};

/// A kind of evidence: how to find it, how to tell it, how often it is right.
#[derive(Debug)]
pub(crate) struct Class {
    /// Last part of the id of its findings: `given-name` for `name-mismatch/given-name`.
    pub(crate) id: &'static str,
    /// The rule that reports it.
    pub(crate) rule: &'static str,
    /// `Info` unless nine in ten of its findings were right in real translations.
    pub(crate) severity: Severity,
    /// Template with `{text}` and, where a place in the source is known, `{source}`.
    pub(crate) message: &'static str,
    /// Adds what it finds in a document.
    pub(super) find: fn(&Scene<'_>, &mut Vec<Wrong>),
}

/// A rendering that is wrong.
#[derive(Debug)]
pub(crate) struct Wrong {
    /// The evidence.
    pub(crate) class: &'static Class,
    /// The rendering.
    pub(crate) at: Label,
    /// What it renders, where that is known.
    pub(crate) source: Option<Label>,
    /// What to do, and on what evidence.
    pub(crate) help: String,
    /// What should stand there.
    pub(crate) fix: Option<(Applicability, String)>,
}
