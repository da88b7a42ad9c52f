//! Writes the dictionary as three tables: keys (an fst), records, and lists of record addresses for the keys whose records do not lie together. `src/lang/store.rs` reads them.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use crate::cedict::Entry;

// With this bit the low half is an index into the lists, else it is the address of the first record.
const LIST: u64 = 1 << 40;
// Some entry of the head is read with a capital: it can be a name.
const NAME: u64 = 1 << 41;

/// The three tables as they go into files.
pub(crate) struct Tables {
    pub(crate) keys: Vec<u8>,
    /// One line each, not deflated: an article asks for a thousand of them, all over the table.
    pub(crate) records: String,
    pub(crate) lists: Vec<u8>,
    /// The address of each entry's record, in the order of the entries.
    pub(crate) addresses: Vec<u32>,
}

/// Lays out all entries.
pub(crate) fn build(entries: &[Entry]) -> Result<Tables, Box<dyn Error>> {
    let mut by_simplified: BTreeMap<&str, Vec<(usize, &Entry)>> = BTreeMap::new();
    for (at, entry) in entries.iter().enumerate() {
        by_simplified.entry(entry.simplified).or_default().push((at, entry));
    }
    let mut by_entry = vec![0; entries.len()];
    let mut records = String::new();
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for entry in entries.iter().filter(|e| e.pinyin.starts_with(|c: char| c.is_ascii_uppercase())) {
        names.extend([entry.simplified, entry.traditional]);
    }
    let mut addresses: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for group in by_simplified.values() {
        for (at, entry) in group {
            let start = u32::try_from(records.len())?;
            records.push_str(&record(entry));
            by_entry[*at] = start;
            addresses.entry(entry.simplified).or_default().push(start);
            if entry.traditional != entry.simplified {
                addresses.entry(entry.traditional).or_default().push(start);
            }
        }
    }
    let mut lists: Vec<u32> = Vec::new();
    let mut keys = fst::MapBuilder::memory();
    for (head, found) in &mut addresses {
        let own_group = by_simplified.get(head).map_or(1, Vec::len);
        let value = if found.len() == own_group {
            // Groups were written in one piece, so the first address and a count say it all.
            (own_group as u64 - 1) << 32 | u64::from(found[0])
        } else {
            found.sort_unstable();
            let at = lists.len() as u64;
            lists.push(u32::try_from(found.len())?);
            lists.extend_from_slice(found);
            LIST | at
        };
        let name = if names.contains(head) { NAME } else { 0 };
        keys.insert(head, value | name)?;
    }
    let lists = lists.iter().flat_map(|address| address.to_le_bytes()).collect();
    Ok(Tables { keys: keys.into_inner()?, records, lists, addresses: by_entry })
}

// `simplified TAB traditional TAB pinyin TAB glosses NEWLINE`. Characters that the two heads share are
// `-` in the traditional one, as CEDICT itself writes variants.
fn record(entry: &Entry) -> String {
    let same_length = entry.traditional.chars().count() == entry.simplified.chars().count();
    let traditional: String = if entry.traditional == entry.simplified {
        String::new()
    } else if same_length && !entry.traditional.contains('-') {
        let pairs = entry.traditional.chars().zip(entry.simplified.chars());
        pairs.map(|(t, s)| if t == s { '-' } else { t }).collect()
    } else {
        entry.traditional.to_owned()
    };
    format!("{}\t{traditional}\t{}\t{}\n", entry.simplified, entry.pinyin, entry.glosses)
}
