//! From what was chosen to findings: messages, help, fixes.

use std::borrow::Cow;
use std::sync::Arc;

use super::choose::Chosen;
use super::entry::Entry;
use super::matcher::Hit;
use super::scene::Scene;
use super::schema::{Apply, Kind};
use crate::document::Role;
use crate::finding::{Applicability, Finding, Label, Message, Raw};
use crate::rule::registry;
use crate::text::fit::{with_case, with_ending};

/// The finding for something chosen.
pub(super) fn finding(scene: &Scene<'_>, chosen: &Chosen<'_, '_>) -> Raw {
    let Chosen { entry, wrong, hit, .. } = chosen;
    let text = scene.shown(hit.segment, &hit.range);
    let source = chosen.source.map(|s| s.1).or(entry.spec.source.first().map(String::as_str));
    let template = wrong.and_then(|w| w.message.clone()).or_else(|| entry.spec.message.clone());
    let mut message = match template {
        Some(template) => Message::new(template),
        None => Message::new(default_message(&chosen.rule, source.is_some())),
    };
    message = message.with("text", text);
    if let Some(source) = source {
        message = message.with("source", source);
    }
    if let Some(standard) = entry.standard() {
        message = message.with("preferred", standard);
    }
    let mut raw = new(entry, &chosen.rule, Label::target(hit.segment, hit.range.clone()), message);
    raw.help = help(entry);
    if let Some((label, _)) = chosen.source {
        raw = raw.related(label, Message::new("the source has it here"));
    }
    match replacement(scene, chosen) {
        Some(with) if with != text => raw.replace(applicability(entry, &chosen.rule), with),
        _ => raw,
    }
}

/// A finding of an entry without help, places and fixes.
pub(super) fn new(entry: &Entry, rule: &str, at: Label, message: Message) -> Raw {
    let meta = registry::meta(rule);
    let category: Cow<'static, str> = match (&entry.spec.category, meta) {
        (Some(category), _) => Cow::Owned(category.clone()),
        (None, Some(meta)) => Cow::Borrowed(meta.category),
        (None, None) if entry.kind == Kind::Pattern => Cow::Borrowed("style/awkward"),
        (None, None) if entry.kind == Kind::Pair => Cow::Borrowed("accuracy/mistranslation"),
        (None, None) => Cow::Borrowed("terminology/wrong"),
    };
    Finding {
        rule: meta.map_or_else(|| Cow::Owned(rule.to_owned()), |m| Cow::Borrowed(m.id)),
        entry: Some(Arc::clone(&entry.id)),
        severity: entry.severity(rule),
        category,
        at,
        related: Vec::new(),
        message,
        help: None,
        fixes: Vec::new(),
        group: None,
    }
}

fn default_message(rule: &str, has_source: bool) -> &'static str {
    match (rule, has_source) {
        ("nonstandard-name", true) => "`{text}` is a wrong rendering of {source}",
        ("nonstandard-name", false) => "`{text}` is a wrong form of `{preferred}`",
        ("romanized-term", true) => "`{text}` spells {source} out and does not translate it",
        ("romanized-term", false) => "`{text}` is no English word",
        ("calque", true) => "`{text}` carries {source} over word for word",
        ("calque", false) => "`{text}` is carried over word for word",
        (_, true) => "`{text}` is not how {source} is rendered",
        (_, false) => "`{text}` is not the usual term",
    }
}

/// What an entry says to do.
pub(super) fn help(entry: &Entry) -> Option<String> {
    let write = entry.spec.help.clone().or_else(|| Some(format!("write `{}`", entry.standard()?)));
    match (write, &entry.spec.note) {
        (Some(write), Some(note)) => Some(format!("{write}. {}", note.trim_end_matches('.'))),
        (write, note) => write.or_else(|| note.clone()),
    }
}

pub(super) fn applicability(entry: &Entry, rule: &str) -> Applicability {
    match entry.spec.applicability {
        Some(Apply::Safe) => Applicability::Safe,
        Some(Apply::Manual) => Applicability::Manual,
        // What renders an idiom seldom fits into its sentence as it is.
        None if rule == "calque" && entry.kind == Kind::Term => Applicability::Manual,
        Some(Apply::Unsafe) | None => Applicability::Unsafe,
    }
}

/// What is to stand there instead.
fn replacement(scene: &Scene<'_>, chosen: &Chosen<'_, '_>) -> Option<String> {
    let Chosen { entry, hit, .. } = chosen;
    if entry.kind == Kind::Pattern {
        return hit.expanded.clone().or_else(|| entry.spec.fix.clone());
    }
    fitted(scene, hit, entry.standard()?)
}

/// A form with the ending and the capitals that a hit has; `None` where that needs a person.
pub(super) fn fitted(scene: &Scene<'_>, hit: &Hit, form: &str) -> Option<String> {
    let text = scene.shown(hit.segment, &hit.range);
    let inflected = with_ending(form, hit.ending)?;
    let starts_sentence = {
        let sentence = scene.a.sentence_at(hit.segment, hit.range.start);
        let before = scene.shown(hit.segment, &(sentence.start..hit.range.start));
        before.chars().all(|c| !c.is_alphanumeric())
    };
    let title = matches!(scene.a.doc.target[hit.segment].role, Role::Title | Role::Heading);
    Some(with_case(&inflected, text, starts_sentence, title))
}
