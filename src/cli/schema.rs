//! `mtlint schema`: JSON schemas, with which editors complete and check configurations and packs.

use std::io::Write;

use super::{Exit, Failure};

#[derive(clap::Args)]
pub(super) struct Args {
    /// Of what
    #[arg(value_enum)]
    of: Of,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Of {
    /// `mtlint.toml`
    Config,
    /// A rule pack
    Pack,
    /// The JSON report of `mtlint check`
    Report,
}

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let schema = match args.of {
        Of::Config => include_str!("../../schemas/config.json"),
        Of::Pack => include_str!("../../schemas/pack.json"),
        Of::Report => include_str!("../../schemas/report.json"),
    };
    std::io::stdout().lock().write_all(schema.as_bytes())?;
    Ok(Exit::Clean)
}
