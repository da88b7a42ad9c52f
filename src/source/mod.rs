//! Files as they were read: decoded text, spans into it, lines and columns.
//!
//! Everything that a report underlines is a [`Span`] made here or by a reader and never searched for again.

mod decode;
mod file;
mod lines;
mod span;

pub use decode::{Encoding, decode};
pub use file::SourceFile;
pub use lines::{LineIndex, Position};
pub use span::Span;
