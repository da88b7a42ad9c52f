//! Which entries of the dictionary have an English name: `new york times` is that of 纽约时报.

use std::sync::OnceLock;

use fst::Map;

use super::dictionary::{Dictionary, Entry};
use super::store::number;

static NAMES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/names.fst"));
static LISTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/names.lists"));

const LIST: u64 = 1 << 40;

/// The entries that have a name, which is given by its [`key`](super::forms::key); empty if it is none, or no gloss is
/// that name alone.
pub(crate) fn entries(key: &str) -> Vec<Entry> {
    let Some(value) = map().get(key) else { return Vec::new() };
    let low = value as u32;
    let at = |address| Dictionary::at(address);
    if value & LIST == 0 {
        return at(low).into_iter().collect();
    }
    let start = low as usize;
    (start + 1..=start + number(LISTS, start) as usize).filter_map(|i| at(number(LISTS, i))).collect()
}

/// Whether a key is a name.
pub(crate) fn contains(key: &str) -> bool {
    map().contains_key(key)
}

fn map() -> &'static Map<&'static [u8]> {
    static MAP: OnceLock<Map<&'static [u8]>> = OnceLock::new();
    MAP.get_or_init(|| Map::new(NAMES).expect("the build script wrote this table"))
}

#[cfg(test)]
mod tests {
    use super::entries;

    #[test]
    fn names_lead_to_entries() {
        let heads = |key: &str| -> Vec<String> { entries(key).into_iter().map(|e| e.simplified).collect() };
        assert!(heads("new zealand").contains(&"新西兰".to_owned()));
        assert!(heads("denver") == ["丹佛"] && heads("xyzzy").is_empty());
    }
}
