//! `mtlint init`: a commented `mtlint.toml` from what is found in a folder.

mod scan;
mod write;

use std::io::Write;
use std::path::{Path, PathBuf};

use self::scan::Found;
use super::new::write_new;
use super::{Exit, Failure};
use crate::config::FILE_NAME;
use crate::error::Error;

#[derive(clap::Args)]
pub(super) struct Args {
    /// The folder [default: the current one]
    folder: Option<PathBuf>,
}

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let folder = args.folder.clone().unwrap_or_else(|| ".".into());
    if !folder.is_dir() {
        return Err(Error::Usage(format!("{}: no such folder", folder.display())).into());
    }
    let found = Found::scan(&folder);
    let above = above(&folder);
    let path = match &args.folder {
        Some(folder) => folder.join(FILE_NAME),
        None => FILE_NAME.into(),
    };
    write_new(&path, &write::config(&found), "edit it, or remove it first")?;
    let mut out = std::io::stdout().lock();
    for line in tell(&found) {
        writeln!(out, "{line}")?;
    }
    if let Some(above) = above {
        writeln!(out, "{} held here until now; name it in `extends` to build on it", above.display())?;
    }
    writeln!(out, "wrote {}; `mtlint check` obeys it here and in the folders below", path.display())?;
    Ok(Exit::Clean)
}

/// The configuration of a folder above, which a new one takes the place of.
fn above(folder: &Path) -> Option<PathBuf> {
    let absolute = folder.canonicalize().ok()?;
    let folders = absolute.ancestors().skip(1);
    folders.map(|f| f.join(FILE_NAME)).find(|path| path.is_file())
}

/// What was found, in lines for people.
fn tell(found: &Found) -> Vec<String> {
    let mut out = Vec::new();
    let of = |(what, n): (&String, &usize)| format!("{what} ({n})");
    match found.formats.is_empty() {
        true => out.push("found no texts yet".to_owned()),
        false => out.push(format!("found {}", found.formats.iter().map(of).collect::<Vec<_>>().join(", "))),
    }
    if !found.languages.is_empty() {
        let list: Vec<String> = found.languages.iter().map(|(lang, n)| format!("{lang} ({n})")).collect();
        out.push(format!("languages: {}", list.join(", ")));
    }
    for ((source, target), n) in &found.pairs {
        out.push(format!("{source} to {target}: {n} {}", if *n == 1 { "pair" } else { "pairs" }));
    }
    for (what, files) in [("termbase", &found.glossaries), ("pack", &found.packs)] {
        out.extend(files.iter().map(|file| format!("{what}: {file}")));
    }
    out.extend(found.unread.iter().cloned());
    out
}
