//! `inspect names`: the renderings of names with their mentions, and which of them were joined or not, and why.

use std::io::Write;

use super::Format;
use crate::analysis::Analysis;
use crate::document::Document;
use crate::names::{Mention, Name, NameId, Names, Pairs, Renderings, conflicts};

pub(super) fn show(a: &Analysis<'_>, format: Format, out: &mut dyn Write) -> std::io::Result<()> {
    let names = a.mentions();
    let renderings = a.renderings();
    let pairs = Pairs::with_source(names, renderings, true);
    match format {
        Format::Text => {
            text(a.doc, names, &pairs, out)?;
            source_text(a.doc, renderings, out)
        }
        Format::Jsonl => {
            jsonl(a.doc, names, &pairs, out)?;
            source_jsonl(a.doc, renderings, out)
        }
    }
}

fn text(doc: &Document, names: &Names, pairs: &Pairs, out: &mut dyn Write) -> std::io::Result<()> {
    for (_, name) in names.iter() {
        let first = name.place();
        let titles: Vec<&str> = name.titles().into_iter().collect();
        let titles = if titles.is_empty() { String::new() } else { format!(" ({})", titles.join("; ")) };
        let times = name.count();
        writeln!(
            out,
            "{}:{}: {} {times}x {}{titles}",
            doc.file.path,
            line(doc, first),
            kind(name),
            name.text
        )?;
    }
    for conflict in conflicts(names, pairs) {
        let all: Vec<&str> = conflict.names.iter().map(|&id| &*names.get(id).text).collect();
        writeln!(out, "one name: {}", all.join(" | "))?;
        for join in &conflict.joins {
            let (a, b) = (names.get(join.a), names.get(join.b));
            writeln!(out, "    {} | {}: {}, {}", a.text, b.text, join.class.id, join.because)?;
        }
    }
    for veto in &pairs.vetoes {
        let (a, b) = (names.get(veto.a), names.get(veto.b));
        writeln!(out, "two names: {} | {}: not by {}, {}", a.text, b.text, veto.class.id, veto.because)?;
    }
    Ok(())
}

/// Each name of the source with the words that render it, and by what they were told.
fn source_text(doc: &Document, renderings: &Renderings, out: &mut dyn Write) -> std::io::Result<()> {
    for (id, name) in renderings.names.iter().enumerate() {
        let origin = format!("{:?}", name.origin).to_lowercase();
        let full = match renderings.names.get(name.family as usize) {
            Some(full) if name.family as usize != id => format!(", short for {}", full.text),
            _ => String::new(),
        };
        writeln!(out, "source: {} {}x ({origin}{full})", name.text, name.mentions.len())?;
        for rendering in renderings.all.iter().filter(|r| r.name as usize == id) {
            let shown = doc.target[rendering.target.segment as usize].shown();
            let text =
                shown.get(rendering.target.start as usize..rendering.target.end as usize).unwrap_or_default();
            let evidence = format!("{:?}", rendering.evidence).to_lowercase();
            let segment = rendering.target.segment;
            writeln!(out, "    {text} (segment {segment}): {evidence} {:.2}", rendering.strength)?;
        }
    }
    Ok(())
}

fn source_jsonl(doc: &Document, renderings: &Renderings, out: &mut dyn Write) -> std::io::Result<()> {
    let path = &*doc.file.path;
    for (id, name) in renderings.names.iter().enumerate() {
        let of_name = renderings.all.iter().filter(|r| r.name as usize == id);
        let places: Vec<_> = of_name
            .map(|r| {
                let text = &doc.target[r.target.segment as usize].text;
                let span = text.raw(r.target.range());
                let shown = text.shown().get(r.target.start as usize..r.target.end as usize);
                serde_json::json!({
                    "text": shown, "segment": r.target.segment, "span": {"start": span.start, "end": span.end},
                    "evidence": r.evidence, "strength": r.strength,
                })
            })
            .collect();
        let line = serde_json::json!({
            "source": &name.text, "path": path, "origin": name.origin, "mentions": name.mentions.len(),
            "renderings": places,
        });
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn jsonl(doc: &Document, names: &Names, pairs: &Pairs, out: &mut dyn Write) -> std::io::Result<()> {
    let path = &*doc.file.path;
    for (_, name) in names.iter() {
        for mention in &name.mentions {
            let span = doc.target[mention.at.segment as usize].text.raw(mention.at.range());
            let line = serde_json::json!({
                "mention": &name.text, "kind": name.kind, "path": path, "segment": mention.at.segment,
                "span": {"start": span.start, "end": span.end}, "free": mention.free, "headline": mention.headline,
                "title": mention.title, "role": mention.role, "speaks": mention.speaks,
            });
            writeln!(out, "{line}")?;
        }
    }
    let texts = |ids: &[NameId]| ids.iter().map(|&id| names.get(id).text.to_string()).collect::<Vec<_>>();
    for conflict in conflicts(names, pairs) {
        writeln!(out, "{}", serde_json::json!({"path": path, "one": texts(&conflict.names)}))?;
    }
    for join in &pairs.joins {
        let line = serde_json::json!({
            "path": path, "pair": texts(&[join.a, join.b]), "joined": true, "class": join.class.id, "because": join.because,
        });
        writeln!(out, "{line}")?;
    }
    for veto in &pairs.vetoes {
        let line = serde_json::json!({
            "path": path, "pair": texts(&[veto.a, veto.b]), "joined": false, "class": veto.class.id, "because": veto.because,
        });
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn line(doc: &Document, mention: &Mention) -> usize {
    let segment = &doc.target[mention.at.segment as usize];
    doc.file.lines().line_of(segment.text.raw(mention.at.range()).start) as usize + 1
}

fn kind(name: &Name) -> String {
    format!("{:?}", name.kind).to_lowercase()
}
