//! Options as they are written, settings as they are resolved, and where they are looked for.

mod allow;
mod discover;
mod options;
mod resolve;
mod select;

use std::sync::Arc;

pub use allow::AllowList;
pub use discover::{Config, Discovery, FILE_NAME};
pub use options::Options;
pub use resolve::{Overrides, Resolver};
pub use select::Selection;

use crate::document::Lang;
use crate::glossary::Glossary;
use crate::pack::PackSet;

/// What a run does with one file, with nothing left open.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Language translated from, if the user said.
    pub source_lang: Option<Lang>,
    /// Language translated into, if the user said.
    pub target_lang: Option<Lang>,
    /// Which rules run, and how bad their findings are.
    pub selection: Selection,
    /// What is right here.
    pub allow: Arc<AllowList>,
    /// Whether ignore comments are left unread.
    pub no_ignores: bool,
    /// Whether names are compared over all articles of the run.
    pub across: bool,
    /// Whether texts are kept for a format that shows the articles.
    pub transcripts: bool,
    /// The user's termbase.
    pub glossary: Arc<Glossary>,
    /// The rule packs in use.
    pub packs: PackSet,
}
