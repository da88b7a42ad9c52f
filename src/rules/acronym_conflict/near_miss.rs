//! An initialism one letter away from another that the text uses: introduced with its long form, used again and again, or
//! known to everyone.

use std::collections::{BTreeMap, HashSet};

use super::{AcronymConflict, neighbours};
use crate::analysis::Analysis;
use crate::document::Role;
use crate::finding::{Applicability, Label, Message, Raw};
use crate::lang::english;
use crate::text::acronym::{Acronyms, Use, is_in_row, known};

/// An initialism that has so many places is none that slipped.
const SLIPS: usize = 2;

/// One letter apart from so many others it is one of a family: the schools of a university, the methods of a field.
const FAMILY: usize = 3;

/// So much code inside sentences makes a text technical.
const CODE: usize = 5;

/// Adds a finding for each place of a near miss.
pub(super) fn find(a: &Analysis<'_>, acronyms: &Acronyms, out: &mut Vec<Raw>) {
    let introduced: HashSet<&str> =
        acronyms.introductions.iter().filter(|i| i.is_own()).map(|i| &*i.letters).collect();
    let mut by_gap: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for letters in acronyms.distinct().filter(|l| l.len() >= 3) {
        for key in keys(letters) {
            by_gap.entry(key).or_default().push(letters);
        }
    }
    // Texts with code name many things by letters that differ in one.
    let code = a.doc.target.iter().flat_map(|s| s.text.marks()).filter(|m| m.kind.is_literal());
    let technical = code.count() >= CODE || a.doc.target.iter().any(|s| s.role == Role::Code);
    for letters in acronyms.distinct().filter(|l| l.len() >= 3) {
        let places = acronyms.of(letters).len();
        let told =
            introduced.contains(letters) || known::is_known(letters) || english::is_known_name(letters);
        if places > SLIPS || told || acronyms.of(letters).any(|u| u.joined) {
            continue;
        }
        let mut rivals: Vec<&str> =
            keys(letters).iter().filter_map(|k| by_gap.get(k)).flatten().copied().collect();
        rivals.sort_unstable();
        rivals.dedup();
        rivals.retain(|&r| r != letters && r.len() >= 3);
        if rivals.len() >= FAMILY {
            continue;
        }
        let told = |r: &str| !technical || introduced.contains(r) && r.len() >= 4 && r.len() == letters.len();
        let weight =
            |r: &str| acronyms.of(r).len() + usize::from(introduced.contains(r) || known::is_known(r));
        let rivals = rivals.into_iter().filter(|&r| weight(r) > places && told(r));
        let rival = rivals
            .filter(|r| is_evident(a, acronyms, letters, r, introduced.contains(r)))
            .max_by_key(|r| (introduced.contains(r), acronyms.of(r).len(), std::cmp::Reverse(*r)));
        if let Some(rival) = rival {
            out.extend(acronyms.of(letters).filter_map(|used| finding(acronyms, used, rival)));
        }
    }
}

/// What two words have in common that differ in one letter, in the order of two neighbours, or by a letter that only one
/// of them has.
fn keys(letters: &str) -> Vec<String> {
    let bytes = letters.as_bytes();
    let mut out: Vec<String> = Vec::with_capacity(3 * bytes.len() + 1);
    if bytes.len() >= 4 {
        out.extend((0..bytes.len()).map(|at| format!("{}{}", &letters[..at], &letters[at + 1..])));
    }
    out.push(letters.to_owned());
    for at in 0..bytes.len() {
        let key = |middle: &str, end: usize| format!("{}{middle}{}", &letters[..at], &letters[end..]);
        out.push(key("*", at + 1));
        if let Some(&next) = bytes.get(at + 1) {
            let (low, high) = (bytes[at].min(next) as char, bytes[at].max(next) as char);
            out.push(key(&format!("<{low}{high}>"), at + 2));
        }
    }
    out
}

/// Whether the two can hardly be two things.
fn is_evident(a: &Analysis<'_>, acronyms: &Acronyms, letters: &str, rival: &str, introduced: bool) -> bool {
    let listed = |used: &Use| acronyms.of(rival).any(|r| r.segment == used.segment && is_listed(a, used, r));
    if acronyms.of(letters).any(listed) {
        return false;
    }
    // One of many examples, unless the other is introduced or stands beside the same words.
    let in_row =
        |used: &Use| is_in_row(a.doc.target[used.segment].shown(), a.words(used.segment), &used.range);
    let example = !introduced && acronyms.of(letters).any(in_row);
    let beside: HashSet<_> = acronyms.of(rival).flat_map(|u| neighbours::of(a, u)).collect();
    let alike = acronyms.of(letters).any(|u| neighbours::of(a, u).iter().any(|n| beside.contains(n)));
    let frequent = acronyms.of(rival).len() > 2 * acronyms.of(letters).len();
    let long = letters.len() >= 4 && rival.len() >= 4;
    let word = english::is_ordinary(letters);
    if word {
        alike && (introduced || frequent)
    } else if !long || example {
        introduced || known::is_known(rival) && !example || frequent && !example || alike
    } else {
        true
    }
}

/// Whether two stand in one list: nothing but other names and signs between them.
fn is_listed(a: &Analysis<'_>, one: &Use, other: &Use) -> bool {
    let text = a.doc.target[one.segment].shown();
    let (first, second) = if one.range.start < other.range.start { (one, other) } else { (other, one) };
    let between = &text[first.range.end as usize..second.range.start as usize];
    between.len() < 80
        && between.split(|c: char| !c.is_alphabetic()).all(|w| {
            !w.starts_with(char::is_lowercase)
                || matches!(w, "s" | "and" | "or" | "to" | "of" | "the" | "than" | "vs" | "versus")
        })
}

fn finding(acronyms: &Acronyms, used: &Use, rival: &str) -> Option<Raw> {
    let other = acronyms.of(rival).next()?;
    let message =
        Message::new("`{text}` is `{other}` elsewhere").with("text", &*used.letters).with("other", rival);
    let raw = AcronymConflict::META
        .finding(Label::target(used.segment, used.range.clone()), message)
        .related(Label::target(other.segment, other.range.clone()), Message::new("here"))
        .help("the two differ in one letter, and only the other is used throughout or introduced: write one of them, or introduce both")
        .replace(Applicability::Unsafe, rival);
    Some(raw)
}
