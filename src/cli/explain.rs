//! `mtlint explain RULE`: what a rule means, with examples.

use std::io::Write;

use super::inputs::HERE;
use super::{Exit, Failure};
use crate::config::{Overrides, Resolver};
use crate::error::Error;
use crate::pack;
use crate::rule::{RuleMeta, registry};

#[derive(clap::Args)]
pub(super) struct Args {
    /// A rule's id, or PACK/ENTRY of the packs that ship and those of `mtlint.toml`
    rule: String,
}

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let meta = match registry::meta(&args.rule) {
        Some(meta) => meta,
        None if args.rule.contains('/') => {
            let here = Resolver::new(false, None, Overrides::default())?.settings_for(HERE.as_ref())?;
            let page = pack::explain(&here.packs, &args.rule)?;
            let page = page.ok_or_else(|| Error::Usage(format!("no pack entry `{}`", args.rule)))?;
            write!(std::io::stdout().lock(), "{page}")?;
            return Ok(Exit::Clean);
        }
        None => {
            let problem = registry::check_selector(&args.rule).err().unwrap_or_default();
            return Err(Error::Usage(problem).into());
        }
    };
    write!(std::io::stdout().lock(), "{}", page(meta))?;
    Ok(Exit::Clean)
}

/// The rule's documentation as Markdown.
fn page(meta: &RuleMeta) -> String {
    let mut out = format!("# {}\n\n{}; {}, {}\n", meta.id, meta.summary, meta.severity.name(), meta.category);
    for line in meta.doc.lines() {
        let line = line.strip_prefix(' ').unwrap_or(line);
        out.push('\n');
        // An example stands apart from the one above it.
        if (line.starts_with("```flags") || line.starts_with("```passes")) && !out.ends_with("\n\n") {
            out.push('\n');
        }
        match line {
            l if l.starts_with("```flags") => out.push_str("Reported (what is marked):\n\n```text"),
            l if l.starts_with("```passes") => out.push_str("Left alone:\n\n```text"),
            l => out.push_str(l),
        }
    }
    if !meta.yields_to.is_empty() {
        out += &format!("\n\nGives way on the same place to: {}.", meta.yields_to.join(", "));
    }
    out.push('\n');
    out
}
