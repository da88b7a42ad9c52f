//! `mtlint rules`: what there is.

use std::io::Write;

use super::{Exit, Failure};
use crate::rule::{Source, registry};

#[derive(clap::Args)]
pub(super) struct Args {
    /// How to print them
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// A line a rule
    Text,
    /// A JSON array
    Json,
}

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let mut out = std::io::stdout().lock();
    match args.format {
        Format::Text => {
            for meta in registry::metas() {
                let source = match meta.source {
                    Source::Unneeded => "",
                    Source::Helps => "  (better with the source)",
                    Source::Needed => "  (needs the source)",
                };
                writeln!(out, "{:<24} {:<8} {}{source}", meta.id, meta.severity.name(), meta.summary)?;
            }
        }
        Format::Json => {
            let rules: Vec<_> = registry::metas()
                .map(|m| {
                    serde_json::json!({
                        "id": m.id, "summary": m.summary, "category": m.category, "severity": m.severity,
                        "source": format!("{:?}", m.source).to_lowercase(), "yields_to": m.yields_to,
                    })
                })
                .collect();
            serde_json::to_writer_pretty(&mut out, &rules).map_err(std::io::Error::from)?;
            writeln!(out)?;
        }
    }
    Ok(Exit::Clean)
}
