//! For people at a terminal: each finding with its line, carets under it, and what to do.

use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Element, Group, Level, Renderer, Snippet};

use super::decisions::{Decision, decisions};
use super::wire::{FindingReport, SpanReport};
use super::{Report, Style};
use crate::finding::{Applicability, Excerpt, Severity};
use crate::rule::registry;
use crate::text::words::counted;

/// At most so many further places of a finding are shown with their lines; the rest are counted.
const MOST_RELATED: usize = 4;

/// Where the rules are explained.
const RULES: &str = "https://docs.rs/mtlint/latest/mtlint/book/rules/index.html";

pub(super) fn render(report: &Report, style: Style, out: &mut dyn Write) -> io::Result<()> {
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(style.width);
    for Decision { first: f, others } in decisions(report) {
        let text = renderer.render(&[block(f, &others, style.links)]);
        let places = std::iter::once((&f.path, &f.excerpt, f.span));
        let places = places.chain(f.related.iter().map(|r| (&r.path, &r.excerpt, r.span)));
        writeln!(
            out,
            "{}\n",
            places.fold(text, |text, (path, excerpt, span)| mend_column(text, path, excerpt, span))
        )?;
    }
    if style.summary { summary(report, out) } else { Ok(()) }
}

fn block<'a>(f: &'a FindingReport, others: &[&'a FindingReport], links: bool) -> Group<'a> {
    let level = match f.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Info => Level::INFO,
    };
    let id =
        f.entry.as_deref().filter(|e| *e != f.rule).map_or(f.rule.clone(), |e| format!("{} {e}", f.rule));
    let mut title = level.primary_title(f.message.as_str()).id(id);
    if links && registry::meta(&f.rule).is_some() {
        title = title.id_url(format!("{RULES}#{}", f.rule));
    }
    let mut elements =
        vec![Element::from(snippet(&f.path, &f.excerpt, f.span, AnnotationKind::Primary, None))];
    for r in f.related.iter().take(MOST_RELATED) {
        elements.push(snippet(&r.path, &r.excerpt, r.span, AnnotationKind::Context, Some(&r.message)).into());
    }
    let more = f.related.len().saturating_sub(MOST_RELATED);
    if more > 0 {
        elements.push(Level::NOTE.message(format!("and {more} more places")).into());
    }
    for other in others {
        let at = format!("also `{}` at {}:{}:{}", other.text, other.path, other.span.line, other.span.column);
        elements.push(Level::NOTE.message(at).into());
    }
    if let Some(help) = &f.help {
        elements.push(Level::HELP.message(help.as_str()).into());
    }
    title.elements(elements)
}

/// The renderer counts columns in the excerpt that it was given; a long line's excerpt begins further on.
fn mend_column(text: String, path: &str, excerpt: &Excerpt, span: SpanReport) -> String {
    if !excerpt.cut.0 {
        return text;
    }
    let counted = excerpt.text[..excerpt.start].chars().count() + 2;
    let at = |column: usize| format!("{path}:{}:{column}", span.line);
    text.replacen(&at(counted), &at(span.column as usize), 1)
}

fn snippet<'a>(
    path: &'a str,
    excerpt: &Excerpt,
    span: SpanReport,
    kind: AnnotationKind,
    label: Option<&'a str>,
) -> Snippet<'a, annotate_snippets::Annotation<'a>> {
    let mut text = String::new();
    if excerpt.cut.0 {
        text.push('…');
    }
    let shift = text.len();
    text.push_str(&excerpt.text);
    if excerpt.cut.1 {
        text.push('…');
    }
    let annotation = kind.span(excerpt.start + shift..excerpt.end + shift).label(label);
    Snippet::source(text).path(path).line_start(span.line as usize).annotation(annotation)
}

fn summary(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let s = &report.summary;
    let count = |name: &str| s.by_severity.get(name).copied().unwrap_or(0);
    let (errors, warnings, infos) = (count("error"), count("warning"), count("info"));
    let mut line = match errors + warnings {
        0 => "nothing to report".to_owned(),
        _ => format!("{}, {}", counted(errors, "error"), counted(warnings, "warning")),
    };
    line += &format!(" in {}, {}", counted(s.files, "file"), counted(s.words, "word"));
    if errors + warnings > 0 {
        line += &format!("; score {}", s.score);
    }
    let safe =
        report.shown().filter(|f| f.fixes.iter().any(|x| x.applicability == Applicability::Safe)).count();
    if safe > 0 {
        line += &format!("; {safe} with a safe fix");
    }
    if s.suppressed > 0 {
        line += &format!("; {} known or silenced", s.suppressed);
    }
    if s.left_out > 0 {
        line += &format!("; {} left out", s.left_out);
    }
    if infos > 0 && !report.show_info {
        line += &format!("; {infos} more with --show info");
    }
    writeln!(out, "{line}")
}
