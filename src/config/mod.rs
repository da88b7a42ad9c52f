//! Options as written, settings as resolved.

use crate::document::Lang;
use crate::pack::PackSet;

/// What a run does, with nothing left open.
#[derive(Debug, Clone, Default)]
pub struct Settings {
    /// Language translated from, if the user said.
    pub source_lang: Option<Lang>,
    /// Language translated into, if the user said.
    pub target_lang: Option<Lang>,
    /// Whether ignore comments count.
    pub no_ignores: bool,
    /// The rule packs in use.
    pub packs: PackSet,
}
