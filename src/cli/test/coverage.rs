//! What the tests and a corpus leave out.

use std::path::Path;
use std::sync::Arc;

use super::packs::{Packs, shown};
use crate::analysis::Analysis;
use crate::cli::Failure;
use crate::config::{Overrides, Resolver};
use crate::pack::{Coverage, Remark, Usage, audit, unseen};
use crate::run::{each_document, load};
use crate::walk::{Plan, walk};

/// What tests bring up, what gets in the way, what stands in a corpus.
#[derive(serde::Serialize)]
pub(super) struct Covered {
    #[serde(flatten)]
    pub(super) counts: Coverage,
    /// Number of texts in the corpus.
    pub(super) corpus: Option<usize>,
    /// Entries of which something stands in it.
    pub(super) entries_seen: Option<usize>,
    /// By kind and place.
    pub(super) remarks: Vec<Remark>,
}

pub(super) fn cover(
    packs: &Packs,
    exercised: &Usage,
    corpus: Option<&Path>,
    errors: &mut Vec<String>,
) -> Result<Covered, Failure> {
    let (counts, mut remarks) = audit(&packs.set, &packs.own, exercised)?;
    let mut covered = Covered { counts, corpus: None, entries_seen: None, remarks: Vec::new() };
    if let Some(folder) = corpus {
        let (usage, texts) = read(folder, packs, errors)?;
        let missing = unseen(&packs.own, &usage)?;
        covered.corpus = Some(texts);
        covered.entries_seen = Some(counts.entries - missing.len());
        remarks.extend(missing);
    }
    for remark in &mut remarks {
        remark.path = shown(&remark.path);
    }
    covered.remarks = remarks;
    Ok(covered)
}

/// What of the packs stands in the texts of a folder, and how many these are.
fn read(folder: &Path, packs: &Packs, errors: &mut Vec<String>) -> Result<(Usage, usize), Failure> {
    let overrides = Overrides { packs: Some(packs.set.clone()), ..Overrides::default() };
    let resolver = Resolver::new(true, None, overrides)?;
    let plan = Plan { paths: vec![folder.to_owned()], pairing: true, ..Plan::default() };
    let found = walk(&plan, &resolver.settings_for(folder)?)?;
    errors.extend(found.errors.iter().map(ToString::to_string));
    let (mut usage, mut texts) = (Usage::default(), 0);
    for input in &found.inputs {
        let settings = resolver.settings_for(input.name.as_ref())?;
        let read = load(&input.name, &input.origin).and_then(|file| {
            each_document(input, &settings, &Arc::new(file), &mut |doc| {
                texts += 1;
                usage.add(&Analysis::new(&doc, &settings));
            })
        });
        errors.extend(read.err().map(|e| e.to_string()));
    }
    Ok((usage, texts))
}
