//! `mtlint apply`: puts the decisions into effect that were made on a page of findings.

use std::io::Write;
use std::path::{Path, PathBuf};

use super::inputs::language;
use super::{Exit, Failure, complain};
use crate::baseline::{FILE_NAME, Known, extended};
use crate::config::{Overrides, Resolver};
use crate::decisions::{Counts, Decisions, Plan, plan};
use crate::document::Lang;
use crate::error::Error;
use crate::fix::{self, Change};

#[derive(clap::Args)]
pub(super) struct Args {
    /// The file that the page exported
    #[arg(value_name = "DECISIONS")]
    decisions: PathBuf,
    /// Where findings go that are ignored and that no comment can silence
    #[arg(long, value_name = "FILE", default_value = FILE_NAME)]
    baseline: PathBuf,
    /// Write no ignore comments: all that is ignored goes into the baseline
    #[arg(long)]
    no_comments: bool,
    /// Say what would be done, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// Show what would change in the files, and write nothing
    #[arg(long)]
    diff: bool,
    /// Language translated from, where the files do not say
    #[arg(long, value_name = "LANG", value_parser = language)]
    source_lang: Option<Lang>,
    /// Language translated into, where the files do not say
    #[arg(long, value_name = "LANG", value_parser = language)]
    target_lang: Option<Lang>,
}

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let decisions = Decisions::read(&args.decisions)?;
    let languages = Overrides {
        source_lang: args.source_lang.clone(),
        target_lang: args.target_lang.clone(),
        ..Overrides::default()
    };
    let resolver = Resolver::new(false, None, languages)?;
    let (mut plans, mut failed) = (Vec::new(), false);
    let mut fail = |error: Error| {
        complain(&error.to_string());
        failed = true;
    };
    for own in &decisions.files {
        let settings = resolver.settings_for(Path::new(&own.path));
        match settings.and_then(|s| plan(own, &s, !args.no_comments)) {
            Ok(plan) => plans.push(plan),
            Err(error) => fail(error),
        }
    }
    plans.iter_mut().flat_map(|plan| plan.errors.drain(..)).for_each(&mut fail);
    if !args.dry_run && !args.diff {
        // Before the files: once these have changed, the decisions are for them no more.
        keep_known(&args.baseline, plans.iter_mut().flat_map(|plan| plan.known.drain(..)).collect())?;
        plans.retain(|plan| write_file(plan).map_err(&mut fail).is_ok());
    }
    let mut out = std::io::stdout().lock();
    for plan in &plans {
        if args.diff {
            write!(out, "{}", changed(plan)?.patch())?;
        } else {
            writeln!(out, "{}: {}", plan.file.path, told(plan.counts, &args.baseline))?;
        }
    }
    Ok(if failed { Exit::Failed } else { Exit::Clean })
}

fn keep_known(baseline: &Path, known: Vec<Known>) -> Result<(), Error> {
    if known.is_empty() {
        return Ok(());
    }
    fix::put(baseline, extended(baseline, known)?.as_bytes())
}

fn write_file(plan: &Plan) -> Result<(), Error> {
    if plan.edits.is_empty() {
        return Ok(());
    }
    let after = fix::splice(&plan.file.path, &plan.bytes, &plan.edits.iter().collect::<Vec<_>>())?;
    fix::write(Path::new(&*plan.file.path), &plan.bytes, &after)
}

/// What becomes of a file's text.
fn changed(plan: &Plan) -> Result<Change, Error> {
    let edits: Vec<_> = plan.edits.iter().collect();
    let before = plan.file.text.to_string();
    let after = fix::splice(&plan.file.path, before.as_bytes(), &edits)?;
    let after = String::from_utf8_lossy(&after).into_owned();
    Ok(Change { path: plan.file.path.to_string(), before, after })
}

/// What is done with a file, in words.
fn told(counts: Counts, baseline: &Path) -> String {
    let count =
        |n: usize, one: &str, many: &str| (n > 0).then(|| format!("{n} {}", if n == 1 { one } else { many }));
    let parts = [
        count(counts.fixes, "fix", "fixes"),
        count(counts.wordings, "new wording", "new wordings"),
        count(counts.comments, "ignored by a comment", "ignored by comments"),
        (counts.known > 0).then(|| format!("{} ignored in {}", counts.known, baseline.display())),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "nothing to do".to_owned() } else { parts.join(", ") }
}
