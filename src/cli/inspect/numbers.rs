//! `inspect numbers`: the numerals of each line of a text, as the rules on values read them.

use std::io::Write;
use std::path::PathBuf;

use super::Format;
use crate::cli::inputs::language;
use crate::cli::{Exit, Failure};
use crate::document::Lang;
use crate::error::Error;
use crate::numerals::{Kind, Language, Number, numerals};
use crate::run::load;
use crate::walk::Origin;

/// A text whose lines are read one by one.
#[derive(clap::Args)]
pub(super) struct Args {
    /// The file to read; `-` is standard input
    path: PathBuf,
    /// Its language: zh, ja, ko or en
    #[arg(long, value_name = "LANG", value_parser = language)]
    lang: Lang,
    /// How to print it
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let Some(language) = Language::of(&args.lang) else {
        let problem = format!("numerals of `{}` are not read; those of zh, ja, ko and en are", args.lang);
        return Err(Error::Usage(problem).into());
    };
    let origin = if args.path.as_os_str() == "-" { Origin::Stdin } else { Origin::File(args.path.clone()) };
    let file = load(origin.name(), &origin)?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for (i, line) in file.text.lines().enumerate() {
        let found = numerals(line, language);
        match args.format {
            Format::Jsonl => jsonl(line, &found, &mut out)?,
            Format::Text => text(i + 1, line, &found, &mut out)?,
        }
    }
    out.flush()?;
    Ok(Exit::Clean)
}

fn kind(number: &Number) -> &'static str {
    match number.kind {
        Kind::Ordinal => "ordinal",
        Kind::Percent => "percent",
        _ => "number",
    }
}

/// One object a line of the input; places in characters.
fn jsonl(line: &str, found: &[Number], out: &mut dyn Write) -> std::io::Result<()> {
    let (mut byte, mut chars) = (0, 0);
    let mut place = |to: u32| {
        chars += line[byte..to as usize].chars().count();
        byte = to as usize;
        chars
    };
    let number = |n: &Number| {
        let (start, end) = (place(n.span.start), place(n.span.end));
        serde_json::json!({"start": start, "end": end, "kind": kind(n), "value": n.value.to_string()})
    };
    let numbers: Vec<_> = found.iter().map(number).collect();
    writeln!(out, "{}", serde_json::json!({"numbers": numbers}))
}

fn text(row: usize, line: &str, found: &[Number], out: &mut dyn Write) -> std::io::Result<()> {
    for n in found {
        let column = 1 + line[..n.span.start as usize].chars().count();
        let shown = &line[n.span.start as usize..n.span.end as usize];
        writeln!(out, "{row}:{column}: {} {} `{shown}`", kind(n), n.value)?;
    }
    Ok(())
}
