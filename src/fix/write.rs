//! Writing a file so that nobody ever meets half of it, and its old content stays if anything fails.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::error::Error;

/// Puts `after` in the place of a file that held `before`.
///
/// # Errors
/// If the file may not be written, holds something else by now, or the disk says no.
pub fn write(path: &Path, before: &[u8], after: &[u8]) -> Result<(), Error> {
    if fs::read(path).map_err(|e| Error::io(path, &e))? != before {
        return Err(refused(path, "it was changed since it was read; run again"));
    }
    put(path, after)
}

/// Makes a file hold `bytes`, a new one if it is not there: written beside it, forced to the disk, moved over it. Links are
/// followed, permissions kept.
///
/// # Errors
/// If the file may not be written, or the disk says no.
pub fn put(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let io = |e: &io::Error| Error::io(path, e);
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let permissions = fs::metadata(&real).ok().map(|meta| meta.permissions());
    if permissions.as_ref().is_some_and(fs::Permissions::readonly) {
        return Err(refused(path, "it is read-only; make it writable"));
    }
    let (beside, mut file) = create_beside(&real).map_err(|e| io(&e))?;
    let done = file
        .write_all(bytes)
        .and_then(|()| permissions.map_or(Ok(()), |p| file.set_permissions(p)))
        .and_then(|()| file.sync_all())
        .and_then(|()| fs::rename(&beside, &real));
    done.map_err(|e| {
        let _ = fs::remove_file(&beside);
        io(&e)
    })
}

fn refused(path: &Path, why: &str) -> Error {
    Error::Usage(format!("{}: not written: {why}", path.display()))
}

/// A new file in the same folder, with a name that nobody has.
fn create_beside(path: &Path) -> io::Result<(PathBuf, File)> {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut n = 0;
    loop {
        let beside = path.with_file_name(format!(".{name}.mtlint-{}-{n}", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&beside) {
            Ok(file) => return Ok((beside, file)),
            Err(e) if e.kind() == io::ErrorKind::AlreadyExists && n < 100 => n += 1,
            Err(e) => return Err(e),
        }
    }
}
