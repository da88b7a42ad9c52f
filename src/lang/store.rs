//! Reads the dictionary tables that the build script laid out: keys in an fst, and records of a line each.
//!
//! A value of the fst is `count - 1 << 32 | address` for records that lie together, or a list's index
//! with bit 40 set; bit 41 is set for a head that some entry reads with a capital. An address is a
//! byte of the records.

use fst::raw::{Fst, Output};

static KEYS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/cedict.fst"));
static RECORDS: &str = include_str!(concat!(env!("OUT_DIR"), "/cedict.records"));
static LISTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/cedict.lists"));

const LIST: u64 = 1 << 40;
const NAME: u64 = 1 << 41;
/// Bits of a count.
const COUNT: u64 = 0xff;

pub(super) struct Store {
    keys: Fst<&'static [u8]>,
}

impl Store {
    pub(super) fn open() -> Self {
        Self { keys: Fst::new(KEYS).expect("the build script wrote this table") }
    }

    /// The value of a key.
    pub(super) fn get(&self, head: &str) -> Option<u64> {
        self.keys.get(head).map(Output::value)
    }

    /// Whether some entry of a key is read with a capital.
    pub(super) fn is_name(&self, head: &str) -> bool {
        self.get(head).is_some_and(|value| value & NAME != 0)
    }

    /// The longest key that `text` starts with: its length in bytes and its value.
    pub(super) fn longest(&self, text: &str) -> Option<(usize, u64)> {
        let mut best = None;
        self.each_prefix(text, |length, value| best = Some((length, value)));
        best
    }

    /// Hands over every key that `text` starts with, shortest first: its length in bytes and its value.
    pub(super) fn each_prefix(&self, text: &str, mut found: impl FnMut(usize, u64)) {
        let mut node = self.keys.root();
        let mut output = Output::zero();
        for (at, &byte) in text.as_bytes().iter().enumerate() {
            let Some(index) = node.find_input(byte) else { break };
            let transition = node.transition(index);
            output = output.cat(transition.out);
            node = self.keys.node(transition.addr);
            if node.is_final() {
                found(at + 1, output.cat(node.final_output()).value());
            }
        }
    }

    /// The keys that take one character of each of `choices`, in order.
    pub(super) fn spelt(&self, choices: &[&str]) -> Vec<String> {
        let mut out = Vec::new();
        self.spell(self.keys.root().addr(), choices, String::new(), &mut out);
        out
    }

    fn spell(&self, from: fst::raw::CompiledAddr, choices: &[&str], before: String, out: &mut Vec<String>) {
        let Some((first, rest)) = choices.split_first() else {
            if self.keys.node(from).is_final() {
                out.push(before);
            }
            return;
        };
        for c in first.chars() {
            let mut bytes = [0; 4];
            let step = |addr, byte: &u8| {
                let node = self.keys.node(addr);
                node.find_input(*byte).map(|i| node.transition(i).addr)
            };
            if let Some(addr) = c.encode_utf8(&mut bytes).as_bytes().iter().try_fold(from, step) {
                self.spell(addr, rest, format!("{before}{c}"), out);
            }
        }
    }

    /// The records behind a value of the fst, one line each.
    pub(super) fn records(value: u64) -> Vec<&'static str> {
        let low = value as u32;
        if value & LIST != 0 {
            let at = low as usize;
            let count = number(LISTS, at) as usize;
            return (at + 1..=at + count).filter_map(|i| record(number(LISTS, i))).collect();
        }
        lines_at(low).take((value >> 32 & COUNT) as usize + 1).collect()
    }
}

/// The record at an address.
pub(super) fn record(address: u32) -> Option<&'static str> {
    lines_at(address).next()
}

fn lines_at(address: u32) -> impl Iterator<Item = &'static str> {
    RECORDS.get(address as usize..).unwrap_or_default().lines()
}

pub(super) fn number(table: &[u8], index: usize) -> u32 {
    let bytes = table[4 * index..].first_chunk().expect("the build script wrote whole numbers");
    u32::from_le_bytes(*bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_has_records_that_name_it() {
        use fst::Streamer;
        let store = Store::open();
        let mut keys = store.keys.stream();
        let mut count = 0;
        while let Some((key, value)) = keys.next() {
            let records = Store::records(value.value());
            assert!(!records.is_empty());
            assert!(records.iter().all(|record| record.split('\t').count() == 4), "{records:?}");
            assert!(std::str::from_utf8(key).is_ok());
            count += 1;
        }
        assert!(count > 190_000, "{count}");
    }
}
