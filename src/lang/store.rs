//! Reads the dictionary tables that the build script laid out: keys in an fst, records in blocks that
//! are inflated one at a time when first asked for.
//!
//! A value of the fst is `count - 1 << 32 | address` for records that lie together, or a list's index
//! with bit 40 set; bit 41 is set for a head that some entry reads with a capital. An address is `block << 16 | offset`.

use std::sync::OnceLock;

use fst::raw::{Fst, Output};
use miniz_oxide::inflate::decompress_to_vec;

static KEYS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/cedict.fst"));
static BLOCKS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/cedict.blocks"));
static LISTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/cedict.lists"));

const LIST: u64 = 1 << 40;
const NAME: u64 = 1 << 41;
/// Bits of a count.
const COUNT: u64 = 0xff;

pub(super) struct Store {
    keys: Fst<&'static [u8]>,
    blocks: Vec<OnceLock<String>>,
}

impl Store {
    pub(super) fn open() -> Self {
        let keys = Fst::new(KEYS).expect("the build script wrote this table");
        let blocks = (0..number(BLOCKS, 0)).map(|_| OnceLock::new()).collect();
        Self { keys, blocks }
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
    pub(super) fn records(&self, value: u64) -> Vec<&str> {
        let low = value as u32;
        if value & LIST != 0 {
            let at = low as usize;
            let count = number(LISTS, at) as usize;
            return (at + 1..=at + count).filter_map(|i| self.lines_at(number(LISTS, i)).next()).collect();
        }
        self.lines_at(low).take((value >> 32 & COUNT) as usize + 1).collect()
    }

    /// The record at an address.
    pub(super) fn record(&self, address: u32) -> Option<&str> {
        self.lines_at(address).next()
    }

    fn lines_at(&self, address: u32) -> impl Iterator<Item = &str> {
        let block = self.block(address >> 16);
        block.get((address & 0xffff) as usize..).unwrap_or_default().lines()
    }

    fn block(&self, index: u32) -> &str {
        self.blocks.get(index as usize).map_or("", |cell| cell.get_or_init(|| inflate(index as usize)))
    }
}

fn inflate(index: usize) -> String {
    let data = &BLOCKS[4 * (1 + number(BLOCKS, 0) as usize)..];
    let start = if index == 0 { 0 } else { number(BLOCKS, index) as usize };
    let end = number(BLOCKS, index + 1) as usize;
    let bytes = decompress_to_vec(&data[start..end]).expect("the build script deflated this block");
    String::from_utf8(bytes).expect("the build script read UTF-8 text")
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
            let records = store.records(value.value());
            assert!(!records.is_empty());
            assert!(records.iter().all(|record| record.split('\t').count() == 4), "{records:?}");
            assert!(std::str::from_utf8(key).is_ok());
            count += 1;
        }
        assert!(count > 190_000, "{count}");
    }
}
