//! Writes the dictionary as three tables: keys (an fst), deflated blocks of records, and lists of
//! record addresses for the keys whose records do not lie together. `src/lang/store.rs` reads them.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use crate::cedict::Entry;

// An address is `block << 16 | offset`, so a block must stay under 64 KiB.
const BLOCK: usize = 65_000;
// With this bit the low half is an index into the lists, else it is the address of the first record.
const LIST: u64 = 1 << 40;
// Some entry of the head is read with a capital: it can be a name.
const NAME: u64 = 1 << 41;

/// The three tables as they go into files.
pub(crate) struct Tables {
    pub(crate) keys: Vec<u8>,
    pub(crate) blocks: Vec<u8>,
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
    let mut writer = Blocks::default();
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for entry in entries.iter().filter(|e| e.pinyin.starts_with(|c: char| c.is_ascii_uppercase())) {
        names.extend([entry.simplified, entry.traditional]);
    }
    let mut addresses: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for group in by_simplified.values() {
        let records: Vec<String> = group.iter().map(|(_, entry)| record(entry)).collect();
        let starts = writer.push(&records)?;
        for ((at, entry), start) in group.iter().zip(starts) {
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
    Ok(Tables { keys: keys.into_inner()?, blocks: writer.finish()?, lists, addresses: by_entry })
}

// `simplified TAB traditional TAB pinyin TAB glosses NEWLINE`. Characters that the two heads share are
// `-` in the traditional one, as CEDICT itself writes variants: it deflates to much less.
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

#[derive(Default)]
struct Blocks {
    done: Vec<Vec<u8>>,
    open: Vec<u8>,
}

impl Blocks {
    fn push(&mut self, records: &[String]) -> Result<Vec<u32>, Box<dyn Error>> {
        let size: usize = records.iter().map(String::len).sum();
        if size > BLOCK {
            return Err(format!("the entries of one head take {size} bytes, more than a block").into());
        }
        if self.open.len() + size > BLOCK {
            self.close();
        }
        let block = u32::from(u16::try_from(self.done.len())?);
        let mut starts = Vec::with_capacity(records.len());
        for record in records {
            starts.push(block << 16 | u32::try_from(self.open.len())?);
            self.open.extend_from_slice(record.as_bytes());
        }
        Ok(starts)
    }

    fn close(&mut self) {
        self.done.push(miniz_oxide::deflate::compress_to_vec(&self.open, 10));
        self.open.clear();
    }

    // A count, the end of each block within the data, the data.
    fn finish(mut self) -> Result<Vec<u8>, Box<dyn Error>> {
        self.close();
        let mut out = u32::try_from(self.done.len())?.to_le_bytes().to_vec();
        let mut end = 0;
        for block in &self.done {
            end += block.len();
            out.extend_from_slice(&u32::try_from(end)?.to_le_bytes());
        }
        out.extend(self.done.into_iter().flatten());
        Ok(out)
    }
}
