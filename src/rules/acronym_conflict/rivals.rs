//! Two initialisms for one long form, and one initialism for two long forms.

use std::collections::{BTreeMap, HashSet};

use super::AcronymConflict;
use crate::analysis::Analysis;
use crate::finding::{Label, Message, Raw, Severity};
use crate::text::acronym::fit::is_function;
use crate::text::acronym::{Acronyms, Fit, Introduction, Use};
use crate::text::quotes::is_quoted;
use crate::text::tables::pairs;
use crate::text::words::{fold, words};

/// Adds a finding for each introduction that disagrees with an earlier one.
pub(super) fn find(a: &Analysis<'_>, acronyms: &Acronyms, out: &mut Vec<Raw>) {
    let mut by_long: BTreeMap<String, &Introduction> = BTreeMap::new();
    let mut by_letters: BTreeMap<&str, (Vec<String>, &Introduction)> = BTreeMap::new();
    for intro in &acronyms.introductions {
        let Some(text) = long(a, intro) else { continue };
        let content = content(text);
        let key = content.join(" ");
        match by_long.get(&key) {
            Some(first) if first.letters != intro.letters => out.push(two_short(a, first, intro)),
            Some(_) => {}
            None => _ = by_long.insert(key, intro),
        }
        if !matches!(intro.fit, Fit::Whole(_)) {
            continue;
        }
        match by_letters.get(&*intro.letters) {
            Some((words, first)) if words.iter().all(|w| !content.contains(w)) => {
                out.push(two_long(a, first, intro));
            }
            Some(_) => {}
            None => _ = by_letters.insert(&intro.letters, (content, intro)),
        }
    }
}

/// Adds a finding for each place of an initialism that stands for the same body as a more usual one of the text. What
/// somebody is quoted with stays as it was said.
pub(super) fn find_bodies(a: &Analysis<'_>, acronyms: &Acronyms, out: &mut Vec<Raw>) {
    for (letters, name) in pairs(include_str!("bodies.tsv")) {
        if letters.split(' ').filter(|l| acronyms.of(l).len() > 0).count() < 2 {
            continue;
        }
        let names: HashSet<String> = content(name).into_iter().collect();
        let own = |used: &&Use| {
            let text = a.doc.target[used.segment].shown();
            !used.joined && !is_quoted(text, used.range.start as usize)
        };
        let members = letters.split(' ').map(|l| acronyms.of(l).filter(own).collect::<Vec<_>>());
        let mut members: Vec<Vec<&Use>> = members.filter(|m| !m.is_empty()).collect();
        if members.len() < 2 || letters.split(' ').any(|l| is_other(a, acronyms, l, &names)) {
            continue;
        }
        members.sort_by_key(|m| (std::cmp::Reverse(m.len()), (m[0].segment, m[0].range.start)));
        let usual = members[0][0];
        for used in members[1..].iter().flatten() {
            let message = Message::new("`{text}` and `{other}` stand for one body")
                .with("text", &*used.letters)
                .with("other", &*usual.letters);
            let raw = AcronymConflict::META
                .finding(Label::target(used.segment, used.range.clone()), message)
                .related(Label::target(usual.segment, usual.range.clone()), Message::new("here"))
                .help(format!("both are letters of {name}: keep to one of them"));
            out.push(raw);
        }
    }
}

/// Whether a text introduces an initialism for something else than the body of these words.
fn is_other(a: &Analysis<'_>, acronyms: &Acronyms, letters: &str, names: &HashSet<String>) -> bool {
    acronyms
        .introductions
        .iter()
        .filter(|i| &*i.letters == letters)
        .any(|i| long(a, i).is_some_and(|long| !content(long).iter().any(|w| names.contains(w))))
}

fn long<'a>(a: &Analysis<'a>, intro: &Introduction) -> Option<&'a str> {
    let long = intro.long()?;
    Some(&a.doc.target[intro.segment].shown()[long.start as usize..long.end as usize])
}

fn content(long: &str) -> Vec<String> {
    let of = |r: std::ops::Range<u32>| &long[r.start as usize..r.end as usize];
    words(long).into_iter().map(of).filter(|w| !is_function(w)).map(fold).collect()
}

fn two_short(a: &Analysis<'_>, first: &Introduction, intro: &Introduction) -> Raw {
    let message = Message::new("`{text}` and `{other}` stand for `{long}`")
        .with("text", &*intro.letters)
        .with("other", &*first.letters)
        .with("long", long(a, intro).unwrap_or_default());
    AcronymConflict::META
        .finding(Label::target(intro.segment, intro.range.clone()), message)
        .related(Label::target(first.segment, first.range.clone()), Message::new("introduced otherwise here"))
        .help("both are introduced for one name: keep to one of them")
}

fn two_long(a: &Analysis<'_>, first: &Introduction, intro: &Introduction) -> Raw {
    let message = Message::new("`{text}` stands for `{long}` and for `{other}`")
        .with("text", &*intro.letters)
        .with("long", long(a, intro).unwrap_or_default())
        .with("other", long(a, first).unwrap_or_default());
    AcronymConflict::META
        .finding(Label::target(intro.segment, intro.range.clone()), message)
        .severity(Severity::Info)
        .related(Label::target(first.segment, first.range.clone()), Message::new("introduced otherwise here"))
        .help("if they are two names, give one of them other letters; if they are one, write it one way")
}
