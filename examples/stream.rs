//! Counts the findings in a file or folder as they come, without keeping them: `cargo run --example stream [PATH]`.
#![allow(clippy::print_stdout)]

use std::collections::BTreeMap;
use std::path::PathBuf;

use mtlint::Checker;

fn main() -> Result<(), mtlint::error::Error> {
    let path = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("samples"), PathBuf::from);
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    Checker::new()
        .each_finding(&path, |finding| *counts.entry(finding.rule.into_owned()).or_default() += 1)?;
    for (rule, count) in counts {
        println!("{count:>5} {rule}");
    }
    Ok(())
}
