//! Pairs: where the source matches one expression, the translation must match another, or must not.

use std::collections::{HashMap, HashSet};

use regex::{Captures, Regex};

use super::entry::Entry;
use super::matcher::{Hit, Matcher, Means};
use super::report;
use super::scene::Scene;
use crate::document::Link;
use crate::finding::{Label, Message, Raw};
use crate::text::inflect::Ending;

/// Adds what the pairs find, link by link.
pub(super) fn find(matcher: &Matcher, scene: &Scene<'_>, out: &mut Vec<Raw>) {
    if matcher.pairs.is_empty() || scene.a.doc.source.is_empty() {
        return;
    }
    let mut finder =
        Finder { scene, filled: HashMap::new(), counts: HashMap::new(), told: HashSet::new(), out };
    for link in scene.a.links() {
        for &segment in &link.source {
            let text = scene.a.doc.source[segment as usize].shown();
            for (id, regex) in matcher.pairs.possible(text) {
                let entry = &*matcher.entries[id as usize];
                for groups in regex.captures_iter(text) {
                    finder.judge(id, entry, link, segment, &groups);
                }
            }
        }
    }
}

struct Finder<'o, 's, 'a> {
    scene: &'s Scene<'a>,
    /// Expressions with the groups of the source filled in; none for what does not compile so.
    filled: HashMap<String, Option<Regex>>,
    /// How often each entry was reported, and where.
    counts: HashMap<u32, u32>,
    told: HashSet<(u32, Label)>,
    out: &'o mut Vec<Raw>,
}

impl Finder<'_, '_, '_> {
    /// What a place of the source asks of its translation.
    fn judge(&mut self, id: u32, entry: &Entry, link: &Link, segment: u32, groups: &Captures<'_>) {
        let Some(found) = groups.get(0).filter(|m| !m.is_empty()) else { return };
        let source = Label::source(segment as usize, found.start() as u32..found.end() as u32);
        if !entry.is_for(&self.scene.a.doc.file.path) || !self.scene.is_near(entry, id) {
            return;
        }
        if let Some(expects) = &entry.spec.expects {
            self.expect(id, entry, link, (source, found.as_str()), &fill(expects, groups));
        }
        let Some(regex) = &entry.spec.regex else { return };
        let Some(regex) = self.compiled(fill(regex, groups)) else { return };
        for &t in &link.target {
            for wrong in regex.captures_iter(self.scene.text(t as usize)) {
                let Some(place) = wrong.get(0).filter(|m| !m.is_empty()) else { continue };
                let fix = entry.spec.fix.as_deref().map(|template| {
                    let mut out = String::new();
                    wrong.expand(&insert(template, groups, str::to_owned), &mut out);
                    out
                });
                let hit = Hit {
                    entry: id,
                    means: Means::Pattern,
                    item: 0,
                    segment: t as usize,
                    range: place.start() as u32..place.end() as u32,
                    ending: Ending::None,
                    expanded: None,
                };
                if self.scene.admits(entry, None, &hit) {
                    let at = Label::target(hit.segment, hit.range);
                    let raw = message(entry, at, place.as_str(), found.as_str())
                        .related(source, Message::new("the source has it here"));
                    let fix = fix.filter(|with| with != place.as_str());
                    self.push(
                        id,
                        entry,
                        match fix {
                            Some(with) => raw.replace(report::applicability(entry, &entry.rule()), with),
                            None => raw,
                        },
                    );
                }
            }
        }
    }

    /// Reports a place of the source whose translation lacks what it must have.
    fn expect(&mut self, id: u32, entry: &Entry, link: &Link, source: (Label, &str), expects: &str) {
        let Some(regex) = self.compiled(expects.to_owned()) else { return };
        let mut texts = link.target.iter().map(|&t| self.scene.text(t as usize));
        if texts.clone().any(|text| regex.is_match(text) || entry.unless.any(text)) {
            return;
        }
        let raw = message(entry, source.0, texts.next().unwrap_or_default(), source.1);
        let raw = match link.target.last() {
            Some(&last) => {
                let end = self.scene.text(last as usize).len() as u32;
                raw.related(Label::target(last as usize, end..end), "its translation ends here")
            }
            None => raw,
        };
        self.push(id, entry, raw);
    }

    fn compiled(&mut self, written: String) -> Option<Regex> {
        let compile = |written: &String| Regex::new(written).ok();
        self.filled.entry(written).or_insert_with_key(compile).clone()
    }

    fn push(&mut self, id: u32, entry: &Entry, raw: Raw) {
        // Two places of one source segment may find the same.
        if !self.told.insert((id, raw.at)) {
            return;
        }
        let count = self.counts.entry(id).or_default();
        *count += 1;
        if entry.spec.max.is_none_or(|max| *count <= max) {
            self.out.push(raw);
        }
    }
}

fn message(entry: &Entry, at: Label, text: &str, source: &str) -> Raw {
    let template = entry.spec.message.clone().unwrap_or_default();
    let message = Message::new(template).with("text", text).with("source", source);
    let mut raw = report::new(entry, &entry.rule(), at, message);
    raw.help = report::help(entry);
    raw
}

/// An expression in which `\1` is what the first group of the source matched, letter by letter.
fn fill(expression: &str, groups: &Captures<'_>) -> String {
    insert(expression, groups, regex::escape)
}

/// Puts what the source's groups matched in the place of `\1` to `\9`.
fn insert(template: &str, groups: &Captures<'_>, write: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(template.len());
    let mut chars = template.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        match chars.next() {
            Some(digit @ '1'..='9') => {
                let group = groups.get(digit as usize - '0' as usize);
                out.push_str(&write(group.map_or("", |m| m.as_str())));
            }
            other => {
                out.push('\\');
                out.extend(other);
            }
        }
    }
    out
}

/// The groups of the source that an expression or a template speaks of, as numbers.
pub(super) fn references(template: &str) -> Vec<usize> {
    let mut out = Vec::new();
    let mut chars = template.chars();
    while let Some(c) = chars.next() {
        if c == '\\'
            && let Some(digit @ '1'..='9') = chars.next()
        {
            out.push(digit as usize - '0' as usize);
        }
    }
    out
}

/// An expression with every group of the source taken for a word, to see whether it compiles.
pub(super) fn plain(expression: &str) -> String {
    references(expression)
        .into_iter()
        .fold(expression.to_owned(), |text, n| text.replace(&format!("\\{n}"), "x"))
}

#[cfg(test)]
mod tests {
    use super::{fill, plain, references};
    use proptest::prelude::*;
    use regex::Regex;

    #[test]
    fn groups_of_the_source_are_taken_letter_by_letter() {
        let source = Regex::new(r"([A-Z.]+)-(\d+)").expect("compiles");
        let groups = source.captures("用A.B-12型").expect("matches");
        assert_eq!(fill(r"\b\1\s?\2\d", &groups), r"\bA\.B\s?12\d");
        assert_eq!(references(r"\\1 \1 \d \2"), [1, 2]);
        assert_eq!(plain(r"\1-\d"), r"x-\d");
    }

    proptest! {
        #[test]
        fn any_template_is_filled(template in "([a-z\\\\0-9$ ]){0,12}") {
            let source = Regex::new("(一)(二)?").expect("compiles");
            let groups = source.captures("一").expect("matches");
            fill(&template, &groups);
            plain(&template);
        }
    }
}
