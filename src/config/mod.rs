//! Options as they are written, settings as they are resolved, and where they are looked for.

mod allow;
mod discover;
mod file;
mod layers;
mod options;
mod place;
mod resolve;
mod rules;
mod select;
mod weights;

use std::sync::Arc;

pub use allow::AllowList;
pub use discover::{Discovery, FILE_NAME};
pub use file::Config;
pub use options::{Options, Part, RuleOptions};
pub use resolve::{Overrides, Resolver};
pub use rules::Rules;
pub use select::Selection;
pub use weights::Weights;

use crate::document::Lang;
use crate::glossary::Glossary;
use crate::pack::PackSet;
use crate::rule::OwnRules;

/// What a run does with one file, with nothing left open.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Language translated from, if the user said.
    pub source_lang: Option<Lang>,
    /// Language translated into, if the user said.
    pub target_lang: Option<Lang>,
    /// Which rules run, and how bad their findings are.
    pub selection: Selection,
    /// Options of rules.
    pub rules: Arc<Rules>,
    /// What is right here.
    pub allow: Arc<AllowList>,
    /// Whether ignore comments are left unread.
    pub no_ignores: bool,
    /// Whether names are compared over all articles of the run.
    pub across: bool,
    /// What findings cost in the score.
    pub weights: Weights,
    /// Whether texts are kept for a format that shows the articles.
    pub transcripts: bool,
    /// The user's termbase.
    pub glossary: Arc<Glossary>,
    /// The rule packs in use.
    pub packs: PackSet,
    /// Rules besides those of this crate.
    pub own_rules: OwnRules,
}
