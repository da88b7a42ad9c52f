//! Pure functions on text: scripts, words, sentences, case. Nothing here knows of files or rules.

pub mod acronym;
mod bounds;
pub(crate) mod fit;
pub mod inflect;
pub(crate) mod nearest;
pub(crate) mod phrase;
pub mod quotes;
pub mod runs;
pub mod script;
pub mod sentences;
pub(crate) mod spelling;
pub mod stem;
pub(crate) mod tables;
pub mod window;
pub mod words;
