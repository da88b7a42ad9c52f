//! `mtlint terms`: the names and terms of all texts with their renderings, counts and places.

mod by_name;
mod by_source;
mod entry;
mod write;

use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::inputs::Inputs;
use super::{Exit, Failure, complain};
use crate::analysis::Analysis;
use crate::collection::Facts;
use crate::config::{Overrides, Resolver};
use crate::error::Error;
use crate::run::{each_document, load};
use crate::walk::Input;
use by_source::Mentions;
use entry::Entry;

const ABOUT: &str = "List the names in texts with their renderings, or by their source all names and terms

With a source (given by `--source`, beside the text, or in a bilingual file) each name, title and term of the source is \
listed with what renders it, the most frequent rendering first. Renderings of which one has all words of the other are \
forms of one; others compete, and one of them is most likely to go. Without a source the names of the translations are \
listed, those together that are taken for one.

  mtlint terms --source a.zh.md a.en.md                       a table
  mtlint terms --format csv articles/ > terms.csv             a row a mention
  mtlint terms --format glossary articles/ > glossary.csv     to edit, for `check --glossary`
  mtlint terms --format tbx --source a.zh.md a.en.md > a.tbx  for other programs";

#[derive(clap::Args)]
#[command(about = "List the names and terms in texts with their renderings", long_about = ABOUT, verbatim_doc_comment)]
pub(super) struct Args {
    #[command(flatten)]
    inputs: Inputs,
    /// How to print them
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
    /// Leave out names and terms in one rendering that are mentioned less often
    #[arg(long, value_name = "N", default_value_t = 2)]
    at_least: usize,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// A line a name or term, the most frequent first
    Table,
    /// A row a mention, for a spreadsheet
    Csv,
    /// A termbase to edit: check the targets, and fill in the sources where none is known
    Glossary,
    /// A termbase in TBX-Core (ISO 30042:2019); what competes with a rendering is told in its notes
    Tbx,
}

/// What one file has.
#[derive(Default)]
struct Read {
    facts: Facts,
    mentions: Mentions,
    errors: Vec<Error>,
}

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let (resolver, found) = args.inputs.find(Overrides::default())?;
    found.skipped.iter().for_each(|line| complain(line));
    let results: Vec<Read> = found.inputs.par_iter().map(|input| read(input, &resolver)).collect();
    let errors: Vec<_> = found.errors.iter().chain(results.iter().flat_map(|r| &r.errors)).collect();
    for error in &errors {
        complain(&error.to_string());
    }
    let failed = !errors.is_empty();
    let (mut facts, mut mentions) = (Facts::default(), Mentions::default());
    for result in results {
        facts.merge(result.facts);
        mentions.merge(result.mentions);
    }
    let mut entries = mentions.entries(args.at_least);
    entries.extend(by_name::entries(&mut facts, args.at_least));
    entries.sort_by(|a, b| (b.count, &a.source, a.main()).cmp(&(a.count, &b.source, b.main())));
    let mut out = BufWriter::new(std::io::stdout().lock());
    print(args.format, &entries, &mut out)?;
    out.flush()?;
    Ok(if failed { Exit::Failed } else { Exit::Clean })
}

fn print(format: Format, entries: &[Entry], out: &mut dyn Write) -> std::io::Result<()> {
    match format {
        Format::Table => write::table(entries, out),
        Format::Csv => write::csv(entries, out),
        Format::Glossary => write::glossary(entries, out),
        Format::Tbx => write::tbx(entries, out),
    }
}

/// Reads a file: documents with a source by it, the names of the others.
fn read(input: &Input, resolver: &Resolver) -> Read {
    let mut out = Read::default();
    let done = resolver.settings_for(Path::new(&input.name)).and_then(|settings| {
        let file = Arc::new(load(&input.name, &input.origin)?);
        let mut nth = 0;
        each_document(input, &settings, &file, &mut |doc| {
            let analysis = Analysis::new(&doc, &settings);
            if !out.mentions.add(&analysis) {
                let names = analysis.mentions().clone();
                drop(analysis);
                out.facts.add(nth, doc, &settings, names, Vec::new());
            }
            nth += 1;
        })
    });
    out.errors.extend(done.err());
    out
}
