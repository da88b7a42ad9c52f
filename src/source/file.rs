//! One file as it was read.

use std::sync::{Arc, OnceLock};

use super::{Encoding, LineIndex, Position, Span, decode};
use crate::error::Error;

/// A file's text, decoded to UTF-8, with what is needed to say where something stands in it.
#[derive(Debug)]
pub struct SourceFile {
    /// The path as the user gave it or the walk found it, with `/` between its parts.
    pub path: Arc<str>,
    /// The decoded text. A byte order mark is kept, so that spans count it.
    pub text: Arc<str>,
    /// How the bytes were encoded.
    pub encoding: Encoding,
    lines: OnceLock<LineIndex>,
}

impl SourceFile {
    /// A file out of text that is already decoded.
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Self {
        Self { path: path.into(), text: text.into(), encoding: Encoding::Utf8, lines: OnceLock::new() }
    }

    /// Decodes the bytes of a file.
    ///
    /// # Errors
    /// [`Error::Decode`] if the bytes are no text in an encoding that is known, [`Error::TooLarge`] over 4 GiB.
    pub fn from_bytes(path: impl Into<Arc<str>>, bytes: Vec<u8>) -> Result<Self, Error> {
        let path = path.into();
        if u32::try_from(bytes.len()).is_err() {
            return Err(Error::TooLarge { path: path.to_string() });
        }
        let (text, encoding) = decode(&path, bytes)?;
        Ok(Self { path, text: text.into(), encoding, lines: OnceLock::new() })
    }

    /// The line index, built when it is first asked for.
    pub fn lines(&self) -> &LineIndex {
        self.lines.get_or_init(|| LineIndex::new(&self.text))
    }

    /// Line and columns of the byte `at`.
    pub fn position(&self, at: u32) -> Position {
        self.lines().position(&self.text, at)
    }

    /// The text of a span; empty if it is not on character boundaries of this file.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).unwrap_or_default()
    }

    /// Where the text begins: after a byte order mark, if there is one.
    pub fn start(&self) -> u32 {
        if self.text.starts_with('\u{feff}') { 3 } else { 0 }
    }
}
