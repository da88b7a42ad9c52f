//! The outcome of a round, for people and for programs.

use std::io::{self, BufWriter, Write};

use super::samples::{Sample, State};
use super::{Args, Format, Round};
use crate::cli::{Failure, complain};
use crate::snapshot::Difference;
use crate::text::words::{counted, thousands};

/// Prints a round to standard output, and what could not be read to standard error.
pub(super) fn print(round: &Round, args: &Args) -> Result<(), Failure> {
    round.errors.iter().for_each(|error| complain(error));
    let mut out = BufWriter::new(io::stdout().lock());
    match args.format {
        Format::Text => text(round, args.color.is_on(), &mut out)?,
        Format::Json => {
            serde_json::to_writer_pretty(&mut out, round).map_err(io::Error::from)?;
            writeln!(out)?;
        }
    }
    out.flush()?;
    Ok(())
}

fn text(round: &Round, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    for failure in &round.tested.failures {
        writeln!(out, "{failure}")?;
    }
    for sample in &round.samples {
        of_sample(sample, colour, out)?;
    }
    for noise in round.clean.iter().flatten() {
        writeln!(out, "{noise}")?;
    }
    for remark in round.coverage.iter().flat_map(|c| &c.remarks) {
        writeln!(out, "{remark}")?;
    }
    sums(round, out)
}

fn of_sample(sample: &Sample, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    let Sample { path, snapshot, state, differences } = sample;
    match state {
        State::Same => Ok(()),
        State::New => writeln!(out, "{path}: new: there is no snapshot of it; --update writes {snapshot}"),
        State::Stale => writeln!(out, "{snapshot}: stale: its article is gone; --update removes it"),
        State::Written => writeln!(out, "{path}: wrote {snapshot}"),
        State::Removed => writeln!(out, "{path}: removed, its article is gone"),
        State::Changed if differences.is_empty() => {
            writeln!(out, "{path}: changed: {snapshot} is written otherwise; --update writes it anew")
        }
        State::Changed => differences.iter().try_for_each(|d| difference(path, d, colour, out)),
    }
}

fn difference(path: &str, difference: &Difference, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    let (line, column) = difference.at();
    writeln!(out, "{path}:{line}:{column}: {}: {}", difference.verdict, difference.summary())?;
    for line in difference.diff() {
        let paint = match line.as_bytes().first() {
            Some(b'-') if colour => "\x1b[31m",
            Some(b'+') if colour => "\x1b[32m",
            _ => "",
        };
        let end = if paint.is_empty() { "" } else { "\x1b[0m" };
        writeln!(out, "    {paint}{line}{end}")?;
    }
    Ok(())
}

fn sums(round: &Round, out: &mut dyn Write) -> io::Result<()> {
    let (tests, failed) = (round.tested.tests(), round.tested.failed());
    let packs = counted(round.tested.packs.len(), "pack");
    writeln!(
        out,
        "{packs}, {}: {} hold, {failed} do not",
        counted(tests, "test"),
        thousands(tests - failed)
    )?;
    if !round.samples.is_empty() {
        let count = |state| round.samples.iter().filter(|s| s.state == state).count();
        let mut parts = Vec::new();
        for (state, what) in [
            (State::Same, "as before"),
            (State::Changed, "changed"),
            (State::New, "new"),
            (State::Stale, "stale"),
            (State::Written, "written"),
            (State::Removed, "removed"),
        ] {
            if count(state) > 0 {
                parts.push(format!("{} {what}", count(state)));
            }
        }
        let wrong = round.samples.iter().any(Sample::is_wrong);
        let hint = if wrong { "; `mtlint test --update` accepts what is found" } else { "" };
        writeln!(out, "{}: {}{hint}", counted(round.samples.len(), "sample"), parts.join(", "))?;
    }
    if let Some(clean) = &round.clean {
        writeln!(out, "{} in clean text", counted(clean.len(), "finding"))?;
    }
    if let Some(covered) = &round.coverage {
        let c = &covered.counts;
        let of = |some, all, what| format!("{} of {}", thousands(some), counted(all, what));
        let (entries, forms) =
            (of(c.entries_tested, c.entries, "entry"), of(c.forms_tested, c.forms, "rendering"));
        writeln!(out, "tests bring up {entries} and {forms}")?;
        if let (Some(texts), Some(seen)) = (covered.corpus, covered.entries_seen) {
            let seen = of(seen, c.entries, "entry");
            writeln!(out, "the corpus of {} has something of {seen}", counted(texts, "text"))?;
        }
    }
    Ok(())
}
