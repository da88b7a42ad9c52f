//! Texts that have nothing to find, in which no pack may find anything.

use std::path::Path;

use crate::cli::Failure;
use crate::config::{Overrides, Resolver};
use crate::pack::PackSet;
use crate::report::Report;
use crate::run::run as run_inputs;
use crate::walk::{Plan, walk};

/// What the packs find in the texts of a folder, a line each.
pub(super) fn check(folder: &Path, set: &PackSet, errors: &mut Vec<String>) -> Result<Vec<String>, Failure> {
    let overrides = Overrides { packs: Some(set.clone()), ..Overrides::default() };
    let resolver = Resolver::new(true, None, overrides)?;
    let plan = Plan { paths: vec![folder.to_owned()], pairing: true, ..Plan::default() };
    let found = walk(&plan, &resolver.settings_for(folder)?)?;
    let mut results = run_inputs(&found.inputs, &resolver);
    for result in &mut results {
        result.findings.retain(|f| f.entry.as_deref().is_some_and(|id| set.entry(id).is_some()));
    }
    let report = Report::new(results, found.errors, true);
    errors.extend(report.errors.iter().map(|e| e.message.clone()));
    let line = |f: &crate::report::FindingReport| {
        let entry = f.entry.as_deref().unwrap_or_default();
        format!("{}:{}:{}: noisy: {entry}: {}", f.path, f.span.line, f.span.column, f.message)
    };
    Ok(report.findings.iter().map(line).collect())
}
