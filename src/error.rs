//! What can go wrong before a rule runs. Every message names the file, the place and what to do.

use std::path::PathBuf;

/// An input, a setting or a rule pack that cannot be used.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The file system said no.
    #[error("{}: {problem}", path.display())]
    Io {
        /// What was to be read or written.
        path: PathBuf,
        /// The system's own words.
        problem: String,
    },
    /// The bytes are no text that can be read.
    #[error(
        "{path}:{line}: cannot be read as text: {problem}; save it as UTF-8, or leave it out with --exclude"
    )]
    Decode {
        /// The file.
        path: String,
        /// The line (from 1) of the first bad byte.
        line: u32,
        /// What is wrong with it.
        problem: String,
    },
    /// The file is larger than spans can address.
    #[error("{path}: larger than 4 GiB; split it")]
    TooLarge {
        /// The file.
        path: String,
    },
    /// The file is not what its format asks for.
    #[error("{path}:{line}: {problem}")]
    Malformed {
        /// The file.
        path: String,
        /// The line (from 1).
        line: u32,
        /// What is wrong and what to do about it.
        problem: String,
    },
    /// A format that no reader is known for.
    #[error("{path}: no reader for this kind of file; known are {known}")]
    UnknownFormat {
        /// The file.
        path: String,
        /// The known extensions.
        known: String,
    },
    /// A setting or an option that makes no sense.
    #[error("{0}")]
    Usage(String),
    /// A configuration file or rule pack with something wrong in it, shown in place.
    #[error("{rendered}")]
    Config {
        /// The file.
        path: String,
        /// The line (from 1) of the fault.
        line: u32,
        /// The fault, in one line.
        problem: String,
        /// The message with the file's own lines, ready to print.
        rendered: String,
    },
}

impl Error {
    /// The file that the error is about, if it is about one.
    pub fn path(&self) -> Option<String> {
        match self {
            Error::Io { path, .. } => Some(path.display().to_string()),
            Error::Decode { path, .. }
            | Error::TooLarge { path }
            | Error::Malformed { path, .. }
            | Error::UnknownFormat { path, .. }
            | Error::Config { path, .. } => Some(path.clone()),
            Error::Usage(_) => None,
        }
    }

    /// The line (from 1) of the fault, where one is known.
    pub fn line(&self) -> Option<u32> {
        match self {
            Error::Decode { line, .. } | Error::Malformed { line, .. } | Error::Config { line, .. } => {
                Some(*line)
            }
            _ => None,
        }
    }

    /// An input or output error on `path`.
    pub fn io(path: impl Into<PathBuf>, error: &std::io::Error) -> Self {
        Error::Io { path: path.into(), problem: error.to_string() }
    }
}
