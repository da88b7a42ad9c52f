//! Cross-checks of a pack: what reads well and could still never work.

use std::borrow::Cow;
use std::collections::HashSet;

use regex::Regex;

use super::entry::{entry_id, expression, wrong};
use super::fault::{Fault, Step};
use super::pair;
use super::schema::{EntrySpec, Kind, Many, PackFile};
use crate::document::Lang;
use crate::rule::registry;
use crate::text::words;

/// Everything that is wrong with a pack, in the order of the kinds and the file.
pub fn check(file: &PackFile) -> Vec<Fault> {
    let mut faults = check_header(file);
    let mut ids: HashSet<String> = HashSet::new();
    for kind in Kind::ALL {
        for (i, spec) in file.entries(kind).iter().enumerate() {
            let id = entry_id(kind, i, spec);
            let at = Fault::entry(kind, i, "");
            let mut add = |at: Fault, problem: String| faults.push(Fault { problem, ..at });
            if !is_id(&id, false) {
                let problem = format!(
                    "`{id}` is no id: letters in lower case, digits and hyphens; give it one with `id`"
                );
                add(at.clone().key("id"), problem);
            } else if !ids.insert(id.clone()) {
                let problem =
                    format!("the id `{id}` is used twice in this pack; give one of them another `id`");
                add(at.clone(), problem);
            }
            check_keys(kind, &at, spec, &mut add);
            check_rules(&at, spec, &format!("{}/{id}", file.pack.id), &mut add);
            check_expressions(&at, spec, &mut add);
            check_forms(kind, &at, spec, &mut add);
            check_tests(kind, &at, spec, &mut add);
        }
    }
    faults
}

fn check_header(file: &PackFile) -> Vec<Fault> {
    let header = &file.pack;
    let at = |key, problem: String| Fault { at: vec![Step::Key("pack"), Step::Key(key)], problem };
    let mut faults = Vec::new();
    if !is_id(&header.id, true) {
        faults.push(at("id", format!("`{}` is no id: lower case, digits, hyphens and slashes", header.id)));
    }
    for (key, tag) in [("source_lang", &header.source_lang), ("target_lang", &header.target_lang)] {
        if tag.as_deref().is_some_and(|t| Lang::parse(t).is_none()) {
            faults.push(at(key, "no language tag; examples are zh, zh-TW, ja, en".to_owned()));
        }
    }
    faults
}

fn is_id(id: &str, slashes: bool) -> bool {
    !id.is_empty()
        && id.chars().all(|c| c.is_alphanumeric() && !c.is_uppercase() || c == '-' || slashes && c == '/')
}

const COMMON: &[&str] = &[
    "id",
    "rule",
    "source",
    "near",
    "unless",
    "scope",
    "max",
    "files",
    "message",
    "help",
    "note",
    "severity",
    "category",
    "applicability",
    "from",
    "flags",
    "passes",
    "becomes",
];

fn check_keys(kind: Kind, at: &Fault, spec: &EntrySpec, add: &mut impl FnMut(Fault, String)) {
    let (own, needed): (&[&str], &[&str]) = match kind {
        Kind::Name => (
            &["canonical", "kind", "accepted", "wrong", "wrong_with_source", "case", "inflect", "near_miss"],
            &["canonical"],
        ),
        Kind::Term => (
            &["preferred", "accepted", "wrong", "forbidden", "wrong_with_source", "case", "inflect"],
            &["preferred"],
        ),
        Kind::Pattern => (&["regex", "phrases", "case", "inflect", "fix"], &["message"]),
        Kind::Either => (&["forms", "case", "inflect"], &["forms"]),
        Kind::Pair => (&["source_regex", "regex", "expects", "fix"], &["source_regex", "message"]),
    };
    let keys = spec.keys();
    for key in &keys {
        if !COMMON.contains(key) && !own.contains(key) {
            add(at.clone().key(key), format!("`{key}` is no key of [[{}]]", kind.key()));
        }
    }
    for key in needed.iter().filter(|k| !keys.contains(k)) {
        add(at.clone(), format!("this [[{}]] has no `{key}`", kind.key()));
    }
}

fn check_rules(at: &Fault, spec: &EntrySpec, id: &str, add: &mut impl FnMut(Fault, String)) {
    let known = |rule: &str| rule == id || registry::meta(rule).is_some();
    let problem = |rule: &str| format!("there is no rule `{rule}`; `mtlint rules` lists them");
    if let Some(rule) = spec.rule.as_deref().filter(|r| !known(r)) {
        add(at.clone().key("rule"), problem(rule));
    }
    for (place, item, _) in wrong(spec) {
        if let Some(rule) = item.rule.as_deref().filter(|r| !known(r)) {
            add(at.clone().key(place.key).item(place.item), problem(rule));
        }
    }
}

fn check_expressions(at: &Fault, spec: &EntrySpec, add: &mut impl FnMut(Fault, String)) {
    let problem = |e: &regex::Error| {
        let text = e.to_string();
        let last = text.lines().rev().map(str::trim).find(|l| !l.is_empty()).unwrap_or_default();
        format!("not a regular expression: {}", last.trim_start_matches("error: "))
    };
    for (key, list) in [("unless", &spec.unless), ("near", &spec.near)] {
        for (i, written) in list.iter().enumerate() {
            if let Err(e) = expression(written) {
                add(at.clone().key(key).item(i), problem(&e));
            }
        }
    }
    for (i, e) in spec.files.iter().enumerate().filter_map(|(i, g)| Some((i, globset::Glob::new(g).err()?))) {
        add(at.clone().key("files").item(i), format!("no glob: {}", e.kind()));
    }
    for (place, item, _) in wrong(spec) {
        if let Some(e) = item.unless.iter().find_map(|w| expression(w).err()) {
            add(at.clone().key(place.key).item(place.item), problem(&e));
        }
    }
    if let Some(source) = &spec.source_regex {
        check_pair(at, spec, source, &problem, add);
    }
    match spec.regex.as_deref().map(|written| Regex::new(&target_side(spec, written))) {
        Some(Err(e)) => add(at.clone().key("regex"), problem(&e)),
        Some(Ok(regex)) => {
            if regex.is_match("") {
                add(at.clone().key("regex"), "it matches the empty text, so that it is everywhere".into());
            }
            let groups = regex.captures_len();
            if let Some(n) = spec.fix.as_deref().and_then(|f| missing_group(f, groups)) {
                add(at.clone().key("fix"), format!("`${n}` stands for a group that the regex does not have"));
            }
        }
        None if spec.fix.as_deref().is_some_and(|f| missing_group(f, 1).is_some()) => {
            add(at.clone().key("fix"), "a group in a fix needs a `regex`".into());
        }
        None => {}
    }
}

/// An expression of the target; that of a pair may speak of groups of its source.
fn target_side<'w>(spec: &EntrySpec, written: &'w str) -> Cow<'w, str> {
    if spec.source_regex.is_some() { pair::plain(written).into() } else { written.into() }
}

fn check_pair(
    at: &Fault,
    spec: &EntrySpec,
    source: &str,
    problem: &impl Fn(&regex::Error) -> String,
    add: &mut impl FnMut(Fault, String),
) {
    let groups = match Regex::new(source) {
        Err(e) => return add(at.clone().key("source_regex"), problem(&e)),
        Ok(regex) if regex.is_match("") => {
            let everywhere = "it matches the empty text, so that it is everywhere".into();
            return add(at.clone().key("source_regex"), everywhere);
        }
        Ok(regex) => regex.captures_len(),
    };
    if let Some(Err(e)) = spec.expects.as_deref().map(|e| Regex::new(&pair::plain(e))) {
        add(at.clone().key("expects"), problem(&e));
    }
    for (key, written) in [("regex", &spec.regex), ("expects", &spec.expects), ("fix", &spec.fix)] {
        let all = pair::references(written.as_deref().unwrap_or_default());
        if let Some(n) = all.into_iter().filter(|n| *n >= groups).max() {
            let missing = format!("`\\{n}` stands for a group that the source_regex does not have");
            add(at.clone().key(key), missing);
        }
    }
    if spec.regex.is_none() && spec.expects.is_none() {
        add(
            at.clone(),
            "a [[pair]] has `regex`, what is wrong in the translation, or `expects`, what it must have"
                .into(),
        );
    }
}

/// A numbered group of a template that is beyond those there are.
fn missing_group(template: &str, groups: usize) -> Option<usize> {
    let numbers = template.split('$').skip(1).map(|rest| {
        let rest = rest.trim_start_matches('{');
        rest[..rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len())].parse().unwrap_or(0)
    });
    numbers.filter(|&n| n >= groups).max()
}

fn check_forms(kind: Kind, at: &Fault, spec: &EntrySpec, add: &mut impl FnMut(Fault, String)) {
    let lists: [(&'static str, &Many<String>); 2] =
        [("accepted", &spec.accepted), ("phrases", &spec.phrases)];
    for (key, list) in lists {
        for (i, _) in list.iter().enumerate().filter(|(_, text)| words::words(text).is_empty()) {
            add(at.clone().key(key).item(i), "a phrase without words never matches".into());
        }
    }
    let exact = kind == Kind::Name && spec.case != Some(super::schema::Case::Any);
    let norm = |text: &str| if exact { text.trim().to_owned() } else { words::fold(text.trim()) };
    let right: Vec<String> =
        spec.canonical.iter().chain(&spec.preferred).chain(spec.accepted.iter()).map(|r| norm(r)).collect();
    for (place, item, with_source) in wrong(spec) {
        let at = at.clone().key(place.key).item(place.item);
        if words::words(&item.text).is_empty() {
            add(at, "a phrase without words never matches".into());
        } else if right.contains(&norm(&item.text)) {
            add(
                at,
                format!("`{}` is a right form of this entry, too, so that it is never reported", item.text),
            );
        } else if with_source && spec.source.is_empty() {
            add(at, "it is wrong only beside the source, and the entry has no `source`".into());
        }
    }
    if kind == Kind::Pattern && spec.regex.is_some() != spec.phrases.is_empty() {
        add(at.clone(), "a [[pattern]] has either `regex` or `phrases`".into());
    }
    if kind == Kind::Either && spec.forms.len() < 2 {
        add(at.clone(), "an [[either]] needs two or more `forms`".into());
    }
}

fn check_tests(kind: Kind, at: &Fault, spec: &EntrySpec, add: &mut impl FnMut(Fault, String)) {
    let reports = matches!(kind, Kind::Pattern | Kind::Either | Kind::Pair) || wrong(spec).next().is_some();
    if reports && spec.flags.is_empty() {
        add(at.clone(), "it has no test: give it `flags`, a text with [[marks]] round what is wrong".into());
    }
    if reports && spec.passes.is_empty() {
        add(at.clone(), "it has no counter-test: give it `passes`, its nearest innocent neighbour".into());
    }
    for (i, case) in spec.flags.iter().enumerate() {
        // What a pair misses is marked in the source.
        let source = case.source.as_deref().filter(|_| kind == Kind::Pair);
        if !is_marked(&case.target) && !source.is_some_and(is_marked) {
            add(
                at.clone().key("flags").item(i),
                "nothing is marked in it: put [[…]] round what is wrong".into(),
            );
        }
    }
    for (i, _) in spec.passes.iter().enumerate().filter(|(_, c)| c.target.contains("[[")) {
        add(at.clone().key("passes").item(i), "a text of `passes` has no marks".into());
    }
    if spec.becomes.len() > spec.flags.len() {
        add(at.clone().key("becomes"), "there are more texts in `becomes` than in `flags`".into());
    }
}

fn is_marked(text: &str) -> bool {
    let open = text.matches("[[").count();
    open > 0 && open == text.matches("]]").count()
}

#[cfg(test)]
mod tests;
