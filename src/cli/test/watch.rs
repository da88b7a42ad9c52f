//! `mtlint test --watch`: a round whenever a file changes.
//!
//! The files are asked for their times of change five times a second. That costs less than a thousandth of a
//! processor for some hundred files, works on every file system, in containers and on network drives, and needs no
//! library; notice comes a tenth of a second later than the system's own would.

use std::collections::BTreeMap;
use std::io::{IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

use super::{Args, config, print, round, samples};
use crate::cli::{Exit, Failure, complain};

const PAUSE: Duration = Duration::from_millis(200);

/// Files with their sizes and times of change.
type Times = BTreeMap<PathBuf, (u64, Option<SystemTime>)>;

/// Rounds until the user ends it, or nobody reads the output any more.
pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let terminal = std::io::stdout().is_terminal();
    // Packs that others extend may lie anywhere.
    let mut extended: Vec<PathBuf> = Vec::new();
    loop {
        let paths: Vec<PathBuf> = paths(args).into_iter().chain(extended.drain(..)).collect();
        let before = times(&paths);
        if terminal {
            // Clears what is seen; what was printed before stays above it.
            write!(std::io::stdout(), "\x1b[2J\x1b[H")?;
        }
        let start = Instant::now();
        match round(args) {
            Ok(round) => {
                print::print(&round, args)?;
                extended = round.read;
            }
            Err(Failure::Error(error)) => complain(&error.to_string()),
            Err(pipe) => return Err(pipe),
        }
        let taken = start.elapsed().as_secs_f64();
        writeln!(std::io::stdout(), "{taken:.2} s; waiting for changes, Ctrl-C ends")?;
        std::io::stdout().flush()?;
        let more = times(&extended);
        while times(&paths) == before && times(&extended) == more {
            sleep(PAUSE);
        }
    }
}

/// The files and folders that a round reads.
fn paths(args: &Args) -> Vec<PathBuf> {
    let config = config(args).ok().flatten();
    let mut paths: Vec<PathBuf> = args.packs.clone();
    paths.extend(config.iter().flat_map(|c| c.packs.iter().chain(&c.files).chain(&c.clean).cloned()));
    paths.push(args.config.clone().unwrap_or_else(|| crate::config::FILE_NAME.into()));
    paths.extend(args.clean.iter().chain(&args.corpus).cloned());
    paths.extend(samples::folders(args, config.as_deref()));
    paths
}

fn times(paths: &[PathBuf]) -> Times {
    let mut out = BTreeMap::new();
    for path in paths {
        add(path, &mut out);
    }
    out
}

fn add(path: &Path, out: &mut Times) {
    let Ok(meta) = path.metadata() else { return };
    if meta.is_dir() {
        for entry in std::fs::read_dir(path).into_iter().flatten().flatten() {
            add(&entry.path(), out);
        }
    } else {
        out.insert(path.to_owned(), (meta.len(), meta.modified().ok()));
    }
}
