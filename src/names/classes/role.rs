//! One role in apposition to two names: `vice chairman of the Harbour Council, Tao Lin` and `the vice chairman of the Harbour
//! Council, Dao Ling`.

use std::collections::BTreeMap;

use crate::finding::Severity;
use crate::names::facts::{Trait, traits};
use crate::names::{Class, Kind, Name, NameId, Names, Pairs};

use super::person::veto;

pub(super) const CLASS: Class = Class {
    id: "role",
    severity: Severity::Warning,
    message: "`{text}` is called `{other}` elsewhere",
    find,
};

/// A role that more people have says nothing.
const HOLDERS: usize = 6;

fn find(names: &Names, pairs: &mut Pairs) {
    let mut holders: BTreeMap<&str, Vec<NameId>> = BTreeMap::new();
    for (id, name) in names.of(Kind::Person) {
        for mention in &name.mentions {
            let phrases = [mention.role.as_deref(), mention.title.as_deref()];
            for role in phrases.into_iter().flatten().filter(|r| is_telling(r)) {
                let ids = holders.entry(role).or_default();
                if ids.last() != Some(&id) {
                    ids.push(id);
                }
            }
        }
    }
    for (role, ids) in holders.iter().filter(|(_, ids)| (2..=HOLDERS).contains(&ids.len())) {
        for (i, &a) in ids.iter().enumerate() {
            ids[i + 1..].iter().for_each(|&b| judge(names, role, a, b, pairs));
        }
    }
}

/// An office, with at least two words more that say whose.
fn is_telling(role: &str) -> bool {
    let words: Vec<_> = role.split(' ').map(traits).collect();
    let bare = |t: &&crate::names::facts::Traits| !t.any(&[Trait::Title, Trait::Rank]);
    words.iter().filter(bare).count() >= 2 && !words.iter().any(|t| t.has(Trait::Past)) && spokes(role)
}

/// A body has many speakers and members, and one head.
fn spokes(role: &str) -> bool {
    !["spokesman", "spokesperson", "spokeswoman", "member", "researcher", "professor", "reporter", "expert"]
        .iter()
        .any(|many| role.split(' ').any(|w| w == *many))
}

fn judge(names: &Names, role: &str, a: NameId, b: NameId, pairs: &mut Pairs) {
    let share = |x: &Name, y: &Name| x.words.iter().any(|w| y.words.iter().any(|v| v.fold == w.fold));
    let (x, y) = (names.get(a), names.get(b));
    if let Some(why) = veto(x, y) {
        pairs.veto(a, b, why);
    } else if share(x, y) && x.words.len() != y.words.len() {
        pairs.veto(a, b, "they share a word, and are judged by it");
    } else {
        pairs.join(a, b, format!("both are `{role}`"));
    }
}
