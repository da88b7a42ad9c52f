//! The names that glosses give, each with the entries that have it: a map from the key of a form to the address of a
//! record, or to a list of addresses.

use std::collections::BTreeMap;
use std::error::Error;

use crate::cedict::Entry;

#[path = "../src/lang/forms.rs"]
#[allow(dead_code)]
mod forms;

/// With this bit a value is an index into the lists.
const LIST: u64 = 1 << 40;
/// Shorter forms are too often something else.
const SHORTEST: usize = 5;

/// The map and its lists; `addresses` has the address of each entry's record.
pub(crate) fn build(entries: &[Entry], addresses: &[u32]) -> Result<(Vec<u8>, Vec<u8>), Box<dyn Error>> {
    let mut table: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    let mut full: BTreeMap<String, bool> = BTreeMap::new();
    for (entry, &address) in entries.iter().zip(addresses) {
        for form in entry.glosses.split('/').filter(|_| is_name(entry)).flat_map(forms::forms) {
            let Some(key) = forms::key(&form.text).filter(|key| key.len() >= SHORTEST) else { continue };
            *full.entry(key.clone()).or_default() |= form.full;
            let row = table.entry(key).or_default();
            if !row.contains(&address) {
                row.push(address);
            }
        }
    }
    let mut map = fst::MapBuilder::memory();
    let mut lists: Vec<u32> = Vec::new();
    for (key, row) in table.iter().filter(|(key, _)| full[*key]) {
        let value = if let [address] = row[..] {
            u64::from(address)
        } else {
            let at = lists.len() as u64;
            lists.push(u32::try_from(row.len())?);
            lists.extend(row);
            LIST | at
        };
        map.insert(key, value)?;
    }
    Ok((map.into_inner()?, lists.iter().flat_map(|address| address.to_le_bytes()).collect()))
}

/// A capitalised reading, or a gloss that begins with two capitalised words.
fn is_name(entry: &Entry) -> bool {
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let mut words = entry.glosses.split(' ');
    entry.pinyin.starts_with(char::is_uppercase)
        || words.next().is_some_and(is_capital) && words.next().is_some_and(is_capital)
}
