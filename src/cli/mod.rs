//! The command line: one file a command.

mod apply;
mod baseline;
mod check;
mod checking;
mod explain;
mod init;
mod inputs;
mod inspect;
mod new;
mod output;
mod progress;
mod reporting;
mod rules;
mod schema;
mod terms;
mod test;

use std::io::Write;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// A linter for machine translation.
#[derive(Parser)]
#[command(name = "mtlint", version, about, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check translations and report what went wrong in them.
    Check(Box<check::Args>),
    /// Write down the findings that there are, so that later runs report new ones only
    Baseline(Box<baseline::Args>),
    /// Put decisions into effect that were made on a page of findings
    Apply(apply::Args),
    /// List the rules
    Rules(rules::Args),
    /// Tell what a rule means, with examples
    Explain(explain::Args),
    Terms(Box<terms::Args>),
    /// Show what the checker sees in texts
    Inspect(Box<inspect::Args>),
    /// Run the tests inside rule packs, and compare sample articles with their snapshots
    Test(Box<test::Args>),
    /// Write a rule pack to begin with
    New(new::Args),
    /// Write a commented mtlint.toml from what is found in a folder
    Init(init::Args),
    /// Print a JSON schema, with which editors complete configurations and packs
    Schema(schema::Args),
}

/// How a command ended.
enum Exit {
    /// Nothing at or above the level that fails.
    Clean,
    /// There are findings.
    Findings,
    /// It could not do its work, or not all of it.
    Failed,
}

/// Runs the command line. A closed pipe ends quietly.
pub fn main() -> ExitCode {
    let cli = Cli::parse();
    let done = match cli.command {
        Command::Check(args) => check::run(&args),
        Command::Baseline(args) => baseline::run(&args),
        Command::Apply(args) => apply::run(&args),
        Command::Rules(args) => rules::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Terms(args) => terms::run(&args),
        Command::Inspect(args) => inspect::run(&args),
        Command::Test(args) => test::run(&args),
        Command::New(args) => new::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Schema(args) => schema::run(&args),
    };
    match done {
        Ok(Exit::Clean) | Err(Failure::Pipe) => ExitCode::SUCCESS,
        Ok(Exit::Findings) => ExitCode::from(1),
        Ok(Exit::Failed) => ExitCode::from(2),
        Err(Failure::Error(error)) => {
            complain(&error.to_string());
            ExitCode::from(2)
        }
    }
}

/// Why a command could not go on.
enum Failure {
    /// Whoever read the output has gone.
    Pipe,
    /// Anything else.
    Error(crate::error::Error),
}

impl From<crate::error::Error> for Failure {
    fn from(error: crate::error::Error) -> Self {
        Failure::Error(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::BrokenPipe => Failure::Pipe,
            _ => Failure::Error(crate::error::Error::io("standard output", &error)),
        }
    }
}

/// A line on standard error; that it cannot be written is no reason to stop.
fn complain(message: &str) {
    let _ = writeln!(std::io::stderr().lock(), "mtlint: {message}");
}
