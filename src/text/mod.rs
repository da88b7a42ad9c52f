//! Pure functions on text: scripts, words, sentences, case. Nothing here knows of files or rules.

pub mod acronym;
pub mod inflect;
pub mod quotes;
pub mod runs;
pub mod script;
pub mod sentences;
pub mod window;
pub mod words;
