//! Placeholders and tags that stand in the text of units.

use std::collections::HashMap;
use std::ops::Range;

use super::MarkupMismatch;
use super::facing::Facing;
use crate::document::{Document, Link, placeholders};
use crate::finding::{Applicability, Label, Message, Raw};

/// A placeholder or a tag: how it is compared, and where it stands.
type Item = (String, Range<u32>);

pub(super) fn check(facing: &Facing<'_>, out: &mut Vec<Raw>) {
    let links = facing.a.links();
    let doc = facing.a.doc;
    for (number, link) in links.iter().enumerate() {
        let ([s], [t]) = (&link.source[..], &link.target[..]) else { continue };
        let (source, target) = (&doc.source[*s as usize], &doc.target[*t as usize]);
        if !may_have(source.shown()) && !may_have(target.shown()) {
            continue;
        }
        let (from, to) = (items(source.shown()), items(target.shown()));
        let lost = missing(&from, &to);
        let added = missing(&to, &from);
        if lost.is_empty() && added.is_empty() || fits_another_form(doc, links, number, &to) {
            continue;
        }
        report(link, &lost, &added, target.shown(), source.shown(), out);
    }
}

fn may_have(text: &str) -> bool {
    text.contains(['%', '{', '<'])
}

/// The placeholders and tags of a text. Of a tag its name counts, not its attributes; of `{{ name }}` not the blanks.
fn items(text: &str) -> Vec<Item> {
    let item = |range: Range<u32>| {
        let raw = &text[range.start as usize..range.end as usize];
        let key = match raw.strip_prefix('<') {
            Some(tag) => {
                let end = tag.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(tag.len());
                format!("<{}", tag[..end].trim_end_matches('/').to_ascii_lowercase())
            }
            None => raw.replace(' ', ""),
        };
        (key, range)
    };
    placeholders(text).into_iter().map(item).collect()
}

/// What is in `one` and not in `two`, as often as it is there more often.
fn missing(one: &[Item], two: &[Item]) -> Vec<Item> {
    let mut left: HashMap<&str, usize> = HashMap::new();
    for (key, _) in two {
        *left.entry(key).or_default() += 1;
    }
    let mut is_missing = |item: &&Item| match left.get_mut(item.0.as_str()) {
        Some(count) if *count > 0 => {
            *count -= 1;
            false
        }
        _ => true,
    };
    one.iter().filter(|item| is_missing(item)).cloned().collect()
}

/// Whether a target has what another number of the same message has in the source, less a figure at most: plural
/// forms may spell it out.
fn fits_another_form(doc: &Document, links: &[Link], number: usize, target: &[Item]) -> bool {
    let unit = |link: &Link| doc.target.get(*link.target.first()? as usize)?.unit.clone();
    let own = unit(&links[number]);
    let near = links[number.saturating_sub(6)..(number + 7).min(links.len())].iter();
    let forms: Vec<&Link> = near.filter(|l| own.is_some() && unit(l) == own).collect();
    let is_figure =
        |item: &Item| item.0.starts_with('%') && item.0.ends_with(['d', 'i', 'u']) || item.0.starts_with('{');
    forms.len() > 1
        && forms.iter().flat_map(|l| &l.source).any(|&s| {
            let source = items(doc.source[s as usize].shown());
            let lost = missing(&source, target);
            missing(target, &source).is_empty() && (lost.is_empty() || lost.len() == 1 && is_figure(&lost[0]))
        })
}

fn report(link: &Link, lost: &[Item], added: &[Item], target: &str, source: &str, out: &mut Vec<Raw>) {
    let (s, t) = (link.source[0] as usize, link.target[0] as usize);
    let text = |range: &Range<u32>, of: &str| of[range.start as usize..range.end as usize].to_owned();
    let mut added = added.to_vec();
    for (key, range) in lost {
        let was = text(range, source);
        let is_tag = key.starts_with('<');
        let twin = added.iter().position(|(other, _)| other.starts_with('<') == is_tag && !is_tag);
        let related = Label::source(s, range.clone());
        let finding = match twin.map(|i| added.remove(i).1) {
            Some(place) => changed(t, place, &was, target),
            None => absent(t, key, &was, target),
        };
        out.push(finding.related(related, "in the source"));
    }
    for (_, range) in added {
        let message = Message::new("`{text}` is not in the source").with("text", text(&range, target));
        out.push(MarkupMismatch::META.finding(Label::target(t, range), message).help("take it out"));
    }
}

/// Characters that a placeholder may be spread over.
const MOST: usize = 100;

/// Another placeholder in the place of one.
fn changed(t: usize, place: Range<u32>, was: &str, target: &str) -> Raw {
    let message = Message::new("`{text}` is `{source}` in the source")
        .with("text", &target[place.start as usize..place.end as usize])
        .with("source", was);
    MarkupMismatch::META
        .finding(Label::target(t, place), message)
        .help("placeholders are not translated")
        .replace(Applicability::Unsafe, was)
}

/// A placeholder or tag that is not there, or not so that a program could read it.
fn absent(t: usize, key: &str, was: &str, target: &str) -> Raw {
    let spoilt = spoilt(target, was);
    let is_spoilt = spoilt.is_some();
    let at = spoilt.unwrap_or_else(|| place(target, key));
    let message = Message::new("`{source}` of the source is lost").with("source", was);
    let finding =
        MarkupMismatch::META.finding(Label::target(t, at), message).help("put it where the source has it");
    if is_spoilt { finding.replace(Applicability::Unsafe, was) } else { finding }
}

/// A placeholder that blanks or full-width signs have spoilt: `% s`, `{ 0}`, `｛0｝`, `</ b>`.
fn spoilt(target: &str, was: &str) -> Option<Range<u32>> {
    let plain = |c: char| match c {
        '｛' => Some('{'),
        '｝' => Some('}'),
        '％' => Some('%'),
        '＜' => Some('<'),
        '＞' => Some('>'),
        ' ' | '\u{a0}' => None,
        _ => Some(c),
    };
    let want: Vec<char> = was.chars().filter_map(plain).collect();
    let starts = target.char_indices().filter(|(_, c)| plain(*c) == want.first().copied());
    for (start, _) in starts {
        let (mut next, mut end) = (0, start);
        for c in target[start..].chars().take(MOST) {
            match plain(c) {
                Some(c) if want.get(next).is_some_and(|w| w.eq_ignore_ascii_case(&c)) => next += 1,
                None => {}
                Some(_) => break,
            }
            end += c.len_utf8();
            if next == want.len() {
                return Some(start as u32..end as u32);
            }
        }
    }
    None
}

/// Where what is lost should stand: behind the tag that it closes, at the end of the text there, or at the end.
fn place(target: &str, key: &str) -> Range<u32> {
    let end = target.trim_end_matches(['.', '。', '!', '?', '！', '？']).len() as u32;
    let end = if key.starts_with("</") { target.len() as u32 } else { end };
    end..end
}
