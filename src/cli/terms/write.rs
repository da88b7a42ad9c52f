//! The list as it is printed: a table, CSV, a glossary, TBX.

use std::io::Write;

use super::entry::{Entry, Mention, Rendering, Site};
use crate::document::Lang;
use crate::report::{cell, xml};
use crate::text::words::thousands;

pub(super) fn table(entries: &[Entry], out: &mut dyn Write) -> std::io::Result<()> {
    for entry in entries {
        let renderings = entry.renderings.iter().map(|rendering| match entry.renderings.len() {
            1 => rendering.text.to_string(),
            _ => format!("{} ({})", rendering.text, thousands(rendering.mentions.len())),
        });
        let names: Vec<String> = renderings.collect();
        let source = if entry.source.is_empty() { String::new() } else { format!("{}  ", entry.source) };
        let count = thousands(entry.count);
        writeln!(out, "{count:>6}  {source}{}  {}", names.join(" | "), entry.at)?;
    }
    Ok(())
}

pub(super) fn csv(entries: &[Entry], out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "name,rendering,path,line,column,source,kind,source_path,source_line,source_column")?;
    let site = |site: Option<&Site>| match site {
        Some(at) => format!("{},{},{}", cell(&at.path), at.line, at.column),
        None => ",,".to_owned(),
    };
    for entry in entries {
        let main = cell(entry.main().unwrap_or_default());
        let source = cell(&entry.source);
        let mut row = |text: &str, target: Option<&Site>, from: Option<&Site>| {
            let (text, target, from) = (cell(text), site(target), site(from));
            writeln!(out, "{main},{text},{target},{source},{},{from}", entry.kind)
        };
        for rendering in &entry.renderings {
            for Mention { target, source } in &rendering.mentions {
                row(&rendering.text, Some(target), source.as_ref())?;
            }
        }
        entry.open.iter().try_for_each(|at| row("", None, Some(at)))?;
    }
    Ok(())
}

pub(super) fn glossary(entries: &[Entry], out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "source,target,alternatives,forbidden")?;
    for entry in entries {
        let Some((main, others)) = entry.renderings.split_first() else { continue };
        let texts = |competing: bool| {
            let some = others.iter().filter(|r| r.competes == competing);
            cell(&some.map(|r| &*r.text).collect::<Vec<_>>().join("|"))
        };
        writeln!(out, "{},{},{},{}", cell(&entry.source), cell(&main.text), texts(false), texts(true))?;
    }
    Ok(())
}

pub(super) fn tbx(entries: &[Entry], out: &mut dyn Write) -> std::io::Result<()> {
    out.write_all(
        b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
          <tbx style=\"dct\" type=\"TBX-Core\" xml:lang=\"en\" xmlns=\"urn:iso:std:iso:30042:ed-2\">\n\
          <tbxHeader><fileDesc><sourceDesc><p>Listed by mtlint from texts and their sources</p></sourceDesc></fileDesc></tbxHeader>\n\
          <text><body>\n",
    )?;
    for (nth, entry) in entries.iter().enumerate() {
        writeln!(out, "<conceptEntry id=\"c{}\">", nth + 1)?;
        if let (Some(lang), false) = (&entry.langs.0, entry.source.is_empty()) {
            let note = format!("{}, mentions: {}", entry.kind, entry.count);
            section(lang, &[(&entry.source, note)], out)?;
        }
        let kept = entry.renderings.iter().filter(|r| !r.competes);
        let mut forms: Vec<(&str, String)> = kept.map(|r| (&*r.text, counted(r))).collect();
        let rivals = entry.renderings.iter().filter(|r| r.competes);
        let rivals: Vec<String> = rivals.map(|r| format!("{} ({})", r.text, counted(r))).collect();
        if let Some((_, note)) = forms.first_mut().filter(|_| !rivals.is_empty()) {
            *note = format!("{note}; competes with {}", rivals.join(", "));
        }
        section(&entry.langs.1, &forms, out)?;
        writeln!(out, "</conceptEntry>")?;
    }
    writeln!(out, "</body></text>\n</tbx>")
}

fn counted(rendering: &Rendering) -> String {
    format!("mentions: {}", rendering.mentions.len())
}

/// The terms of one language, each with a note.
fn section(lang: &Lang, terms: &[(&str, String)], out: &mut dyn Write) -> std::io::Result<()> {
    writeln!(out, "  <langSec xml:lang=\"{}\">", xml(lang.tag()))?;
    for (term, note) in terms {
        writeln!(out, "    <termSec><term>{}</term><note>{}</note></termSec>", xml(term), xml(note))?;
    }
    writeln!(out, "  </langSec>")
}
