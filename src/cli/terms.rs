//! `mtlint terms`: the names of all texts with their renderings, counts and places.

use std::collections::BTreeSet;
use std::io::{BufWriter, Write};

use super::inputs::Inputs;
use super::{Exit, Failure, complain};
use crate::collection::{Facts, RULE, Whole};
use crate::config::Overrides;
use crate::names::{Conflict, Kind, Mention, Name, NameId, Pairs, conflicts};
use crate::report::cell;
use crate::run;
use crate::text::words::thousands;
use crate::transcript::names::is_own;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    inputs: Inputs,
    /// How to print them
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    /// Leave out names in one rendering that are mentioned less often
    #[arg(long, value_name = "N", default_value_t = 2)]
    at_least: usize,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// A line a name, the most frequent first
    Table,
    /// A row a place, for a spreadsheet
    Csv,
    /// A termbase to edit: fill in the sources, check the targets
    Glossary,
}

/// One name in all its renderings, the one to keep first.
struct Entry<'n> {
    renderings: Vec<&'n Name>,
    count: usize,
}

impl Entry<'_> {
    /// The mentions to count: all where renderings compete, else those that are no part of a longer name.
    fn mentions<'n>(&self, name: &'n Name) -> impl Iterator<Item = &'n Mention> {
        let all = self.renderings.len() > 1;
        name.mentions.iter().filter(move |m| all || m.free)
    }
}

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let only = Overrides { across: true, select: vec![RULE.to_owned()], ..Overrides::default() };
    let (resolver, found) = args.inputs.find(only)?;
    found.skipped.iter().for_each(|line| complain(line));
    let mut results = run::run(&found.inputs, &resolver);
    let errors: Vec<_> = found.errors.iter().chain(results.iter().flat_map(|r| &r.errors)).collect();
    for error in &errors {
        complain(&error.to_string());
    }
    let failed = !errors.is_empty();
    let mut facts = Facts::default();
    for result in &mut results {
        facts.merge(std::mem::take(&mut result.facts));
    }
    let whole = facts.whole();
    let pairs = Pairs::of(&whole.names, false);
    let conflicts = conflicts(&whole.names, &pairs);
    let entries = entries(&whole, &conflicts, args.at_least);
    let mut out = BufWriter::new(std::io::stdout().lock());
    match args.format {
        Format::Table => table(&whole, &entries, &mut out)?,
        Format::Csv => csv(&whole, &entries, &mut out)?,
        Format::Glossary => glossary(&entries, &mut out)?,
    }
    out.flush()?;
    Ok(if failed { Exit::Failed } else { Exit::Clean })
}

/// The names to list: those in several renderings, and those that are mentioned often enough.
fn entries<'w>(whole: &'w Whole<'_>, conflicts: &[Conflict], at_least: usize) -> Vec<Entry<'w>> {
    let mut listed: BTreeSet<&str> = BTreeSet::new();
    let mut out: Vec<Entry<'w>> = Vec::new();
    let mut add = |ids: &[NameId], least: usize| {
        let names = ids.iter().map(|&id| whole.names.get(id));
        let renderings: Vec<&Name> = names.filter(|n| !listed.contains(&*n.text)).collect();
        let mut entry = Entry { renderings, count: 0 };
        entry.count = entry.renderings.iter().map(|n| entry.mentions(n).count()).sum();
        if entry.renderings.len() >= ids.len().min(2) && entry.count >= least {
            listed.extend(entry.renderings.iter().map(|n| &*n.text));
            out.push(entry);
        }
    };
    for conflict in conflicts {
        add(&conflict.names, 1);
    }
    for kind in [Kind::Body, Kind::Person, Kind::Run, Kind::Word] {
        let wanted = |(_, name): &(NameId, &Name)| name.words.iter().any(|w| is_own(w));
        whole.names.of(kind).filter(wanted).for_each(|(id, _)| add(&[id], at_least.max(1)));
    }
    out.sort_by(|a, b| (b.count, &a.renderings[0].text).cmp(&(a.count, &b.renderings[0].text)));
    out
}

fn table(whole: &Whole<'_>, entries: &[Entry<'_>], out: &mut dyn Write) -> std::io::Result<()> {
    for entry in entries {
        let renderings = entry.renderings.iter().map(|name| match entry.renderings.len() {
            1 => name.text.to_string(),
            _ => format!("{} ({})", name.text, thousands(name.count())),
        });
        let first = whole.place(entry.renderings[0].place().at);
        let at = format!("{}:{}:{}", first.path, first.start.line, first.start.column);
        let names: Vec<String> = renderings.collect();
        writeln!(out, "{:>6}  {}  {at}", thousands(entry.count), names.join(" | "))?;
    }
    Ok(())
}

fn csv(whole: &Whole<'_>, entries: &[Entry<'_>], out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "name,rendering,path,line,column")?;
    for entry in entries {
        for name in &entry.renderings {
            for mention in entry.mentions(name) {
                let at = whole.place(mention.at);
                let cells = [&entry.renderings[0].text, &*name.text, &at.path].map(cell);
                writeln!(out, "{},{},{}", cells.join(","), at.start.line, at.start.column)?;
            }
        }
    }
    Ok(())
}

fn glossary(entries: &[Entry<'_>], out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "source,target,alternatives,forbidden")?;
    for entry in entries {
        let others: Vec<&str> = entry.renderings[1..].iter().map(|n| &*n.text).collect();
        writeln!(out, ",{},,{}", cell(&entry.renderings[0].text), cell(&others.join("|")))?;
    }
    Ok(())
}
