//! The names of persons in a text.

use std::collections::HashMap;

use super::words::{given, of};
use super::{Event, Gender, What, sentence_of};
use crate::analysis::Analysis;
use crate::finding::Label;
use crate::names::Kind;
use crate::text::words::is_capitalised;

/// Adds the names of persons: full names, and single words that are a part of one or do what persons do.
pub(super) fn names(
    a: &Analysis<'_>,
    first_sentence: &HashMap<u32, u32>,
    out: &mut Vec<Event>,
) -> HashMap<usize, Vec<Gender>> {
    let names = a.mentions();
    let mut by_word: HashMap<&str, usize> = HashMap::new();
    let mut count = 0;
    let mut genders: HashMap<usize, Vec<Gender>> = HashMap::new();
    let mut add = |who: usize, at: Label, sure: bool, known: bool| {
        let segment = at.segment as usize;
        let (subject, aside) = stands(a, at, sure);
        if sure || subject {
            let sentence = first_sentence.get(&at.segment).copied().unwrap_or_default()
                + sentence_of(a, segment, at.start);
            out.push(Event { at, sentence, what: What::Name { who, subject, aside, known } });
        }
    };
    for (_, name) in names.of(Kind::Person) {
        let titled = name.mentions.iter().any(|m| m.title.is_some() || m.speaks);
        let gender = given(&name.words[0].lower);
        if !titled
            && gender.is_none()
            && name.words.iter().all(|w| w.known)
            && !name.words.iter().all(|w| w.pinyin > 0)
        {
            continue;
        }
        let known = name.words.iter().rev().find_map(|w| by_word.get(&*w.fold)).copied();
        let who = known.unwrap_or(count);
        count += usize::from(known.is_none());
        genders.entry(who).or_default().extend(gender);
        for word in name.words.iter().filter(|w| given(&w.lower).is_none()) {
            by_word.entry(&word.fold).or_insert(who);
        }
        for mention in name.mentions.iter().filter(|m| m.free) {
            let known = mention.title.is_none() && name.words.iter().any(|w| w.known && w.pinyin == 0);
            add(who, mention.at, true, known);
        }
    }
    for (_, name) in names.of(Kind::Word) {
        let word = name.last();
        let known = by_word.get(&*word.fold).copied();
        let titled = name.mentions.iter().any(|m| m.title.is_some());
        if known.is_none() && (word.ordinary && !titled || !word.may_be_personal()) {
            continue;
        }
        let who = known.unwrap_or(count);
        count += usize::from(known.is_none());
        for mention in name.mentions.iter().filter(|m| m.free) {
            let sure = known.is_some() || mention.speaks || mention.title.is_some();
            add(who, mention.at, sure, word.known);
        }
    }
    genders
}

/// Whether a name does something where it stands, and whether it is only mentioned aside. Of a single word that no full name
/// has (`sure`), only what persons do says that it is one: places and firms have things and are things, too.
fn stands(a: &Analysis<'_>, at: Label, sure: bool) -> (bool, bool) {
    let segment = at.segment as usize;
    let text = a.doc.target[segment].shown();
    let words = a.words(segment);
    let first = words.partition_point(|w| w.start < at.start);
    let before: Vec<&str> = words[first.saturating_sub(4)..first].iter().map(|r| of(text, r)).collect();
    let led = before.last().is_some_and(|w| {
        matches!(*w, "in" | "of" | "at" | "from" | "to" | "for" | "by" | "with" | "under" | "on")
    });
    let place = before.last().is_some_and(|w| matches!(*w, "in" | "of" | "at" | "on"));
    let aside = place
        || before.iter().any(|w| {
            matches!(
                *w,
                "under"
                    | "by"
                    | "supervisor"
                    | "tutelage"
                    | "supervision"
                    | "guidance"
                    | "instruction"
                    | "Supervisor"
            )
        });
    let rest = &text[at.end as usize..];
    let owner = rest.starts_with("'s ") || rest.starts_with("’s ");
    let next = rest
        .strip_prefix(' ')
        .and_then(|r| r.split(|c: char| !c.is_alphanumeric()).next())
        .unwrap_or_default();
    let past = next.ends_with("ed")
        || matches!(next, "said" | "told" | "went" | "came" | "thought" | "felt" | "saw");
    let acts = past
        || next.ends_with('s')
        || matches!(
            next,
            "had"
                | "said"
                | "told"
                | "went"
                | "came"
                | "did"
                | "could"
                | "would"
                | "will"
                | "also"
                | "then"
                | "who"
                | "took"
                | "gave"
                | "made"
                | "felt"
                | "thought"
                | "saw"
                | "won"
                | "ran"
                | "left"
                | "began"
                | "kept"
                | "got"
                | "can"
                | "must"
                | "may"
                | "might"
                | "should"
        );
    let acts = acts && next.starts_with(char::is_lowercase);
    let paired = next == "and" && is_capitalised(rest.trim_start_matches(" and "));
    (!led && if sure { owner || acts || paired } else { past || paired }, aside)
}
