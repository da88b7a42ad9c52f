//! `mtlint new`: files to begin with.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::{Exit, Failure};
use crate::config::FILE_NAME;
use crate::error::Error;

#[derive(clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(clap::Subcommand)]
enum What {
    /// A rule pack with an entry of each kind, and tests that hold
    Pack {
        /// The id of the pack, such as our/names, or the path of its file, such as style/names.toml
        name: String,
    },
}

pub(super) fn run(args: &Args) -> Result<Exit, Failure> {
    let What::Pack { name } = &args.what;
    let (id, path) = id_and_path(name)?;
    let shown = path.display().to_string().replace('\\', "/");
    let text = include_str!("new/pack.toml").replace("{path}", &shown).replace("{id}", &id);
    write_new(&path, &text, "choose another name, or edit it")?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "wrote {shown}: an entry of each kind, each with its tests\n\nnext:")?;
    writeln!(out, "  mtlint test {shown}    run the tests; they hold")?;
    writeln!(out, "  put your own names, terms and phrases in the place of the examples")?;
    match Path::new(FILE_NAME).exists() {
        true => writeln!(out, "  add it to `packs` in {FILE_NAME}: packs = [\"{shown}\"]")?,
        false => writeln!(out, "  mtlint init    write {FILE_NAME}, which will name the pack")?,
    }
    Ok(Exit::Clean)
}

/// Writes a file that is not there yet, with the folders on its way.
///
/// # Errors
/// If it is there, with what to do; or whatever the system says.
pub(super) fn write_new(path: &Path, text: &str, remedy: &str) -> Result<(), Error> {
    if let Some(folder) = path.parent().filter(|f| !f.as_os_str().is_empty()) {
        std::fs::create_dir_all(folder).map_err(|e| Error::io(folder, &e))?;
    }
    let mut file =
        OpenOptions::new().write(true).create_new(true).open(path).map_err(|e| match e.kind() {
            std::io::ErrorKind::AlreadyExists => {
                Error::Usage(format!("{}: is there already and is left as it is; {remedy}", path.display()))
            }
            _ => Error::io(path, &e),
        })?;
    file.write_all(text.as_bytes()).map_err(|e| Error::io(path, &e))
}

/// The id and the file that a name stands for.
fn id_and_path(name: &str) -> Result<(String, PathBuf), Error> {
    let (id, path) = match name.strip_suffix(".toml") {
        Some(stem) => {
            let parts: Vec<&str> =
                stem.split(['/', '\\']).filter(|p| !matches!(*p, "" | "." | "..")).collect();
            (parts[parts.len().saturating_sub(2)..].join("/"), PathBuf::from(name))
        }
        None => (name.to_owned(), PathBuf::from(format!("{name}.toml"))),
    };
    let fits = |part: &str| {
        !part.is_empty() && part.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase() || c == '-')
    };
    match !id.is_empty() && id.split('/').all(fits) {
        true => Ok((id, path)),
        false => Err(Error::Usage(format!(
            "`{id}` is no id of a pack: lower case, digits, hyphens and slashes, such as our/names"
        ))),
    }
}

#[cfg(test)]
mod tests {
    use super::id_and_path;

    #[test]
    fn a_name_is_an_id_or_a_path() {
        let of = |name| id_and_path(name).map(|(id, path)| (id, path.display().to_string())).ok();
        assert_eq!(of("our/names"), Some(("our/names".into(), "our/names.toml".into())));
        assert_eq!(of("../a/style/names.toml"), Some(("style/names".into(), "../a/style/names.toml".into())));
        assert_eq!(of("Our Names"), None);
        assert_eq!(of(".toml"), None);
        assert_eq!(of("a//b"), None);
    }
}
