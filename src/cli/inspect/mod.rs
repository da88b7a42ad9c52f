//! `mtlint inspect`: what the checker sees, for authors of rules. One file a view; each prints what the rules read.

mod alignment;
mod names;
mod numbers;
mod segments;
mod terms;

use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::Arc;

use super::inputs::Inputs;
use super::{Exit, Failure, complain};
use crate::analysis::Analysis;
use crate::config::Overrides;
use crate::run::{each_document, load};

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    view: View,
}

#[derive(clap::Subcommand)]
enum View {
    /// The names in the translation, and which renderings are taken for one name or for two
    Names(Texts),
    /// The terms that come again in the source, and the renderings of each mention
    Terms(Texts),
    /// The segments that a reader makes of a file
    Segments(Texts),
    /// The numerals of each line of a text, by value
    Numbers(numbers::Args),
    /// Which lines or paragraphs of a source and its translation belong together
    Alignment(Texts),
}

/// Texts to look at, and how to print what is seen.
#[derive(clap::Args)]
struct Texts {
    #[command(flatten)]
    inputs: Inputs,
    /// How to print it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For people
    Text,
    /// One JSON object a line
    Jsonl,
}

/// Prints what is seen of one document.
type Show = fn(&Analysis<'_>, Format, &mut dyn Write) -> std::io::Result<()>;

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    match &args.view {
        View::Names(texts) => each(texts, names::show),
        View::Terms(texts) => each(texts, terms::show),
        View::Segments(texts) => each(texts, segments::show),
        View::Numbers(args) => numbers::run(args),
        View::Alignment(texts) => each(texts, alignment::show),
    }
}

/// Shows the documents of all inputs, in the order of their paths.
fn each(texts: &Texts, show: Show) -> Result<Exit, Failure> {
    let (resolver, found) = texts.inputs.find(Overrides::default())?;
    found.skipped.iter().for_each(|line| complain(line));
    let mut failed = !found.errors.is_empty();
    found.errors.iter().for_each(|error| complain(&error.to_string()));
    let mut out = BufWriter::new(std::io::stdout().lock());
    for input in &found.inputs {
        let settings = resolver.settings_for(Path::new(&input.name))?;
        let mut printed = Ok(());
        let read = load(&input.name, &input.origin).and_then(|file| {
            each_document(input, &settings, &Arc::new(file), &mut |doc| {
                if printed.is_ok() {
                    printed = show(&Analysis::new(&doc, &settings), texts.format, &mut out);
                }
            })
        });
        printed?;
        if let Err(error) = read {
            failed = true;
            complain(&error.to_string());
        }
    }
    out.flush()?;
    Ok(if failed { Exit::Failed } else { Exit::Clean })
}
