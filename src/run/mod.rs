//! A whole run: inputs in, one result a file out, in the order of their paths whatever thread did them.

mod batch;
mod read;
mod result;

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use batch::Batch;
pub use read::{bytes, each_document, load};
pub use result::FileResult;

use crate::collection::Facts;
use crate::config::{Resolver, Settings};
use crate::error::Error;
use crate::source::SourceFile;
use crate::walk::Input;

/// Checks all inputs; results are in the order of the inputs.
pub fn run(inputs: &[Input], resolver: &Resolver) -> Vec<FileResult> {
    run_telling(inputs, resolver, &|| {})
}

/// The same; `done` hears of each file that is done, in any order.
pub fn run_telling(inputs: &[Input], resolver: &Resolver, done: &(dyn Fn() + Sync)) -> Vec<FileResult> {
    // A thread pool costs more than a small file.
    if let [one] = inputs {
        return vec![run_one(one, resolver)];
    }
    let one = |input| {
        let result = run_one(input, resolver);
        done();
        result
    };
    inputs.par_iter().map(one).collect()
}

/// Checks one input.
pub fn run_one(input: &Input, resolver: &Resolver) -> FileResult {
    match bytes(&input.origin) {
        Ok(bytes) => run_on(input, bytes, resolver),
        Err(error) => FileResult::failed(input, error),
    }
}

/// Checks one input whose bytes are at hand.
pub fn run_on(input: &Input, bytes: Vec<u8>, resolver: &Resolver) -> FileResult {
    let mut result = FileResult::of(input);
    let settings = resolver.settings_for(Path::new(&input.name));
    if let Err(error) = settings.and_then(|s| fill(input, bytes, &s, &mut result)) {
        result.errors.push(error);
    }
    result.sort();
    result
}

/// Concludes what was collected of all files, and adds it to their results.
pub fn conclude(results: &mut [FileResult]) {
    let mut facts = Facts::default();
    for result in &mut *results {
        facts.merge(std::mem::take(&mut result.facts));
    }
    let mut concluded = facts.conclude();
    for result in results {
        let Some(found) = concluded.remove(&result.path) else { continue };
        result.silenced.extend(found.silenced);
        result.findings.extend(found.findings);
        result.sort();
    }
}

fn fill(input: &Input, bytes: Vec<u8>, settings: &Settings, result: &mut FileResult) -> Result<(), Error> {
    let file = Arc::new(SourceFile::from_bytes(input.name.as_str(), bytes)?);
    result.encoding = file.encoding.name();
    result.weights = settings.weights;
    let mut batch = Batch::new(settings);
    let read = each_document(input, settings, &file, &mut |doc| batch.add(doc, result));
    batch.check(result);
    if let Some(transcript) = &mut result.transcript {
        transcript.finish(&file);
    }
    read
}
