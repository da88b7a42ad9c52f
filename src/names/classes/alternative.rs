//! Two spellings of a well-known place, person or people that are both in use: `Kyiv` and `Kiev`.

use std::collections::{BTreeMap, HashMap};
use std::sync::LazyLock;

use crate::finding::Severity;
use crate::names::facts::rows;
use crate::names::{Class, Kind, NameId, Names, Pairs};

pub(super) const CLASS: Class = Class {
    id: "alternative",
    severity: Severity::Warning,
    message: "`{text}` is spelt `{other}` elsewhere",
    find,
};

/// The row of each spelling.
static ROWS: LazyLock<HashMap<&str, usize>> = LazyLock::new(|| {
    let rows = rows(include_str!("../data/alternatives.tsv")).enumerate();
    rows.flat_map(|(row, (_, spellings))| spellings.split(' ').map(move |s| (s, row))).collect()
});

fn find(names: &Names, pairs: &mut Pairs) {
    let mut seen: BTreeMap<usize, Vec<NameId>> = BTreeMap::new();
    for (id, name) in names.of(Kind::Word) {
        let Some(&row) = ROWS.get(&*name.text) else { continue };
        // "Peking University" and "Bombay Stock Exchange" keep the old spelling.
        if name.mentions.iter().any(|m| m.free) {
            seen.entry(row).or_default().push(id);
        }
    }
    for ids in seen.values() {
        for (i, &a) in ids.iter().enumerate() {
            for &b in &ids[i + 1..] {
                if names.get(a).shares_sentence(names.get(b)) {
                    pairs.veto(a, b, "both stand in one sentence, as where a spelling is explained");
                } else {
                    pairs.join(a, b, "both spellings are in use for it");
                }
            }
        }
    }
}
