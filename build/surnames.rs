//! Collects the surnames: entries whose gloss says so, and a short file of facts that comes first.

use std::collections::BTreeMap;

use crate::cedict::Entry;

/// Surnames that the dictionary lacks, and the order of readings where it lists several.
pub(crate) const EXTRA: &str = "src/lang/data/surnames.tsv";

/// Lines `head TAB reading/reading`, sorted by head; readings are numbered pinyin, the usual one first.
pub(crate) fn build(entries: &[Entry], extra: &str) -> String {
    let mut table: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let facts = extra.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
    for (head, readings) in facts {
        table.entry(head).or_default().extend(readings.split('/'));
    }
    for entry in entries.iter().filter(|entry| is_surname(entry)) {
        for head in [entry.simplified, entry.traditional] {
            let readings = table.entry(head).or_default();
            if !readings.contains(&entry.pinyin) {
                readings.push(entry.pinyin);
            }
        }
    }
    let lines = table.iter().map(|(head, readings)| format!("{head}\t{}\n", readings.join("/")));
    lines.collect()
}

fn is_surname(entry: &Entry) -> bool {
    let names_one =
        |gloss: &str| gloss.starts_with("surname ") || gloss.starts_with("two-character surname ");
    entry.glosses.split('/').any(names_one) && entry.pinyin.starts_with(|c: char| c.is_ascii_uppercase())
}
