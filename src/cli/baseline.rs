//! `mtlint baseline`: writes the findings that there are, so that later only new ones are reported.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use super::checking::{Checked, Checking, Wanted};
use super::{Exit, Failure, complain};
use crate::baseline::{FILE_NAME, write};
use crate::error::Error;
use crate::report::Report;
use crate::text::words::counted;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    checking: Checking,
    /// The file to write
    #[arg(long, value_name = "FILE", default_value = FILE_NAME)]
    output: PathBuf,
}

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let Checked { results, errors, .. } = args.checking.run(Wanted::default())?;
    let report = Report::new(results, errors, true);
    for error in &report.errors {
        complain(&error.message);
    }
    let fail = |e: &std::io::Error| Failure::Error(Error::io(&args.output, e));
    let mut file = BufWriter::new(File::create(&args.output).map_err(|e| fail(&e))?);
    write(&report, &mut file).map_err(|e| fail(&e))?;
    file.flush().map_err(|e| fail(&e))?;
    let n = report.findings.len();
    writeln!(std::io::stdout().lock(), "{} in {}", counted(n, "finding"), args.output.display())?;
    Ok(if report.errors.is_empty() { Exit::Clean } else { Exit::Failed })
}
