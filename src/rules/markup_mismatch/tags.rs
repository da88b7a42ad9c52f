//! Tags of HTML and of components in articles: closing ones that are lost, or have a blank in them.

use std::collections::{HashMap, HashSet};

use super::MarkupMismatch;
use crate::analysis::Analysis;
use crate::document::{CodeKind, Document, Role, Side};
use crate::finding::{Applicability, Label, Message, Raw};
use crate::rules::url_mismatch::pairing::gaps;
use crate::source::Span;

/// A tag.
struct Tag<'a> {
    span: Span,
    name: &'a str,
    closing: bool,
    /// Whether it is closed in itself.
    empty: bool,
    /// How it is compared: `<b`, `</b`, `<b/`.
    key: String,
}

pub(super) fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let source = tags(a.doc, Side::Source);
    if source.is_empty() {
        return;
    }
    let target = tags(a.doc, Side::Target);
    let broken = spaced(a.doc, &source, out);
    lost(a.doc, &source, &target, &broken, out);
}

fn tags(doc: &Document, side: Side) -> Vec<Tag<'_>> {
    let file = if side == Side::Target { Some(&doc.file) } else { doc.source_file.as_ref() };
    let tag = |span: Span| {
        let text = file?.slice(span).strip_prefix('<')?;
        let closing = text.starts_with('/');
        let rest = text.trim_start_matches('/');
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | '.' | ':'))?;
        let (name, empty) = (&rest[..end], text.ends_with("/>"));
        if name.is_empty() {
            return None;
        }
        let key = format!("<{}{name}{}", if closing { "/" } else { "" }, if empty { "/" } else { "" });
        Some(Tag { span, name, closing, empty, key })
    };
    doc.codes(side).iter().filter(|c| c.kind == CodeKind::Tag).filter_map(|c| tag(c.span)).collect()
}

/// How many more tags open than close, by name; names that are never closed are left out.
fn open<'a>(tags: &[Tag<'a>]) -> HashMap<&'a str, i32> {
    let mut out: HashMap<&str, i32> = HashMap::new();
    for tag in tags.iter().filter(|t| !t.empty) {
        *out.entry(tag.name).or_default() += if tag.closing { -1 } else { 1 };
    }
    let is_closed = |name: &str| tags.iter().any(|t| t.closing && t.name == name);
    out.retain(|name, _| is_closed(name));
    out
}

/// `</ b>` for a tag that the source has. Gives back the names.
fn spaced<'a>(doc: &'a Document, source: &[Tag<'_>], out: &mut Vec<Raw>) -> Vec<&'a str> {
    let text = &*doc.file.text;
    let mut names = Vec::new();
    let known: HashSet<&str> = source.iter().filter(|t| t.closing).map(|t| t.name).collect();
    let code = doc.target.iter().filter(|s| s.role == Role::Code);
    let code: Vec<Span> = code.map(|s| s.text.raw(0..s.shown().len() as u32)).collect();
    for (at, _) in text.match_indices("</ ").chain(text.match_indices("< /")) {
        let rest = &text[at + 3..];
        let name = rest.get(..rest.bytes().take(60).position(|b| b == b'>').unwrap_or(0)).unwrap_or_default();
        let span = Span::from(at..at + 3 + name.len() + 1);
        let before = code.partition_point(|c| c.start <= span.start);
        let in_code = before.checked_sub(1).is_some_and(|i| code[i].contains(span));
        if known.contains(name.trim()) && !in_code {
            names.push(name.trim());
            out.push(
                MarkupMismatch::META
                    .finding(
                        Label::hidden(Side::Target, span),
                        Message::new("a blank in `{tag}` keeps it from closing")
                            .with("tag", &text[span.range()]),
                    )
                    .help("take the blank out")
                    .replace(Applicability::Safe, format!("</{}>", name.trim())),
            );
        }
    }
    names
}

/// Where more differs, the two pages are not built alike.
const MOST: usize = 100;

/// Closing tags of the source that the target does not have, where the source closes all that it opens.
fn lost(doc: &Document, source: &[Tag<'_>], target: &[Tag<'_>], broken: &[&str], out: &mut Vec<Raw>) {
    let (there, here) = (open(source), open(target));
    let all_lost = |name: &str| target.iter().any(|t| t.name == name && !t.empty) && !here.contains_key(name);
    let keys = |tags: &[Tag<'_>]| tags.iter().map(|t| t.key.clone()).collect::<Vec<_>>();
    let (from, to) = (keys(source), keys(target));
    let from: Vec<&str> = from.iter().map(String::as_str).collect();
    let to: Vec<&str> = to.iter().map(String::as_str).collect();
    let (unclosed, closes) = pairs(target);
    for gap in gaps(&from, &to).into_iter().take(MOST) {
        let is_lost = |s: &usize| {
            let name = source[*s].name;
            let surplus = here.get(name).copied().unwrap_or(i32::from(all_lost(name)));
            source[*s].closing && there.get(name) == Some(&0) && surplus > 0 && !broken.contains(&name)
        };
        if let Some(s) = gap.source.clone().find(is_lost) {
            let name = source[s].name;
            let Some(opening) = unclosed.iter().map(|&t| &target[t]).rfind(|t| {
                t.name == name && target.get(gap.target.end).is_none_or(|next| t.span.start < next.span.start)
            }) else {
                continue;
            };
            let at = place(doc, &source[s], opening, end_of_tags(doc, target, &closes, opening));
            out.push(
                MarkupMismatch::META
                    .finding(
                        Label::hidden(Side::Target, Span::empty(at)),
                        Message::new("`<{name}>` is not closed").with("name", name),
                    )
                    .help(format!("put `</{name}>` where the source has it"))
                    .related(Label::hidden(Side::Target, opening.span), "opened here")
                    .related(Label::hidden(Side::Source, source[s].span), "closed here in the source"),
            );
        }
    }
}

/// Tags of the target that nothing closes, in order, and for each other one the tag that closes it.
fn pairs(target: &[Tag<'_>]) -> (Vec<usize>, HashMap<usize, usize>) {
    let mut open: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut closes = HashMap::new();
    for (i, tag) in target.iter().enumerate().filter(|(_, t)| !t.empty) {
        let list = open.entry(tag.name).or_default();
        if !tag.closing {
            list.push(i);
        } else if let Some(opening) = list.pop() {
            closes.insert(opening, i);
        }
    }
    let mut out: Vec<usize> = open.into_values().flatten().collect();
    out.sort_unstable();
    (out, closes)
}

/// The end of the elements that follow a tag with nothing but blanks between.
fn end_of_tags(doc: &Document, target: &[Tag<'_>], closes: &HashMap<usize, usize>, opening: &Tag<'_>) -> u32 {
    let mut end = opening.span.end;
    let mut next = target.partition_point(|t| t.span.start < end);
    while let Some(tag) = target.get(next) {
        let between = doc.file.slice(Span::new(end, tag.span.start));
        if !between.trim().is_empty() || tag.closing || tag.name == opening.name {
            break;
        }
        let last = closes.get(&next).copied().unwrap_or(next);
        end = target[last].span.end;
        next = last + 1;
    }
    end
}

/// Where a closing tag that is lost should stand: behind the elements that follow the opening one, or, if text follows,
/// before what stands behind it in the source.
fn place(doc: &Document, lost: &Tag<'_>, opening: &Tag<'_>, behind: u32) -> u32 {
    let Some(file) = doc.source_file.as_ref() else { return behind };
    if behind > opening.span.end {
        return behind;
    }
    let rest = &doc.file.text[behind as usize..];
    let next = file.text[lost.span.end as usize..].chars().next();
    let is_end = |c: char| match next {
        None | Some('\n' | '\r') => c == '\n',
        Some('，' | '、' | ',') => matches!(c, ',' | '\n' | '<'),
        Some('。' | '.') => matches!(c, '.' | '\n' | '<'),
        Some('：' | ':') => matches!(c, ':' | '\n' | '<'),
        Some('）' | ')') => matches!(c, ')' | '\n' | '<'),
        _ => matches!(c, ',' | '.' | ':' | ';' | '\n' | '<'),
    };
    let end = rest.find(is_end).unwrap_or(rest.len());
    behind + rest[..end].trim_end().len() as u32
}
