//! The table of words that tell a citation from a leftover.

use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use crate::text::tables::pairs;

/// Cue words and phrases by kind; the kinds are explained in the table.
pub(super) struct Cues {
    kinds: HashMap<&'static str, HashSet<&'static str>>,
}

impl Cues {
    /// Whether `phrase`, in lower case, is a cue of this kind.
    pub(super) fn has(&self, kind: &str, phrase: &str) -> bool {
        self.kinds.get(kind).is_some_and(|set| set.contains(phrase))
    }
}

/// The table, read once.
pub(super) fn cues() -> &'static Cues {
    static TABLE: OnceLock<Cues> = OnceLock::new();
    TABLE.get_or_init(|| {
        let mut kinds: HashMap<&str, HashSet<&str>> = HashMap::new();
        for (kind, phrase) in pairs(include_str!("cues.tsv")) {
            kinds.entry(kind).or_default().insert(phrase);
        }
        Cues { kinds }
    })
}
