//! The words of a body or title as they are compared, whatever their spelling: one form for a country and its adjective, for
//! British and American spelling, for a word and its plural.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::Name;
use super::facts::{self, Trait};
use crate::lang::english;
use crate::text::tables::pairs;

/// The first word of each row of spellings.
static SPELLINGS: LazyLock<BTreeMap<&str, &str>> = LazyLock::new(|| {
    let rows = pairs(include_str!("data/bodies.tsv")).filter(|(class, _)| *class == "spelling");
    let pairs = rows.filter_map(|(_, words)| words.split_once(' '));
    pairs.map(|(first, other)| (other, first)).collect()
});

/// The names of the party that rules China.
const PARTY: [[&str; 3]; 2] = [["communist", "party", "china"], ["china", "communist", "party"]];

/// The words that matter, in their order; the party that rules China by its initials.
pub(super) fn core(name: &Name) -> Vec<String> {
    let content = name.words.iter().filter(|w| !w.is(Trait::Connector) && !w.is(Trait::Closed));
    let mut core: Vec<String> = content
        .map(|word| match word.country {
            Some(country) => country.to_owned(),
            None => form(&word.lower, || word.ordinary),
        })
        .collect();
    // Alone it is the whole name.
    while let Some(at) = core.windows(3).position(|w| PARTY.iter().any(|p| w == p)).filter(|_| core.len() > 3)
    {
        core.splice(at..at + 3, ["cpc".to_owned()]);
    }
    core
}

/// The form of a word in lower case.
pub(super) fn of(lower: &str) -> String {
    match facts::country(lower) {
        Some(country) => country.to_owned(),
        None => form(lower, || english::is_ordinary(lower)),
    }
}

fn form(lower: &str, ordinary: impl FnOnce() -> bool) -> String {
    let lower = SPELLINGS.get(lower).copied().unwrap_or(lower);
    let plural = lower.len() > 4 && lower.ends_with('s') && !lower.ends_with("ss") && ordinary();
    // People's and peoples', Affairs and Affair.
    let bare = lower.trim_end_matches(['\'', '’']);
    if plural { bare[..bare.len().min(lower.len() - 1)].to_owned() } else { bare.to_owned() }
}
