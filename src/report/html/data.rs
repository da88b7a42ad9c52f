//! What the page is drawn from: an index of all articles, and each article with its findings. Keys are short where they come
//! again with every segment. Offsets count UTF-16 units of a segment's text.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value, json};

use super::offsets::Offsets;
use crate::align::Bead;
use crate::document::{Role, Side};
use crate::finding::{Label, Severity};
use crate::report::Report;
use crate::report::wire::{FindingReport, FixReport, RelatedReport};
use crate::rule::registry;
use crate::transcript::{Passage, Transcript};

/// What the page needs before an article is opened.
pub(super) fn index(report: &Report) -> Value {
    let findings = by_file(report);
    let articles: Vec<Value> = report
        .files
        .iter()
        .zip(&findings)
        .zip(&report.transcripts)
        .map(|((file, own), transcript)| {
            let (mut rules, mut severities) = (BTreeMap::<&str, usize>::new(), [0; 3]);
            for f in own {
                *rules.entry(&f.rule).or_default() += 1;
                severities[2 - f.severity as usize] += 1;
            }
            json!({
                "path": &*file.path, "source": file.source.as_deref(), "score": file.score, "words": file.words,
                "segments": file.segments, "rules": rules, "severities": severities,
                "hash": hash(transcript.as_ref()),
            })
        })
        .collect();
    json!({
        "version": report.tool.version,
        "show_info": report.show_info,
        "score": report.summary.score,
        "suppressed": report.summary.suppressed,
        "articles": articles,
        "rules": rules(report),
        "groups": wide_groups(&findings),
        "errors": report.errors.iter().map(|e| &e.message).collect::<Vec<_>>(),
    })
}

fn hash(transcript: Option<&Transcript>) -> String {
    format!("{:016x}", transcript.map_or(0, |t| t.hash))
}

/// The findings of each file.
fn by_file(report: &Report) -> Vec<Vec<&FindingReport>> {
    let mut rest = report.findings.iter();
    // They come file by file, as many as each has; one in a source comes with the file that was checked.
    report.files.iter().map(|file| rest.by_ref().take(file.findings).collect()).collect()
}

/// The rules that found something, with what they are about.
fn rules(report: &Report) -> Map<String, Value> {
    let mut out = Map::new();
    for f in &report.findings {
        if !out.contains_key(&f.rule) {
            let meta = registry::meta(&f.rule);
            let summary = meta.map_or("an entry of a rule pack", |m| m.summary);
            out.insert(f.rule.clone(), json!({"summary": summary, "doc": meta.map_or("", |m| m.doc)}));
        }
    }
    out
}

/// The conflicts that go through several articles, with the numbers of these.
fn wide_groups<'r>(findings: &[Vec<&'r FindingReport>]) -> BTreeMap<&'r str, Vec<usize>> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (i, own) in findings.iter().enumerate() {
        for group in own.iter().filter_map(|f| f.group.as_deref()) {
            let articles = groups.entry(group).or_default();
            if articles.last() != Some(&i) {
                articles.push(i);
            }
        }
    }
    groups.retain(|_, articles| articles.len() > 1);
    groups
}

/// An article with its findings.
pub(super) fn article(report: &Report, number: usize) -> Value {
    let file = &report.files[number];
    let empty = Transcript::default();
    let transcript = report.transcripts.get(number).and_then(Option::as_ref).unwrap_or(&empty);
    let first: usize = report.files[..number].iter().map(|f| f.findings).sum();
    let places = Places::new(transcript, file.source.as_deref());
    let findings: Vec<Value> = report
        .findings
        .iter()
        .skip(first)
        .take(file.findings)
        .map(|f| finding(f, &file.path, &places))
        .collect();
    let tag = |side: usize| transcript.langs[side].as_ref().map(|lang| lang.tag().to_owned());
    json!({
        "path": &*file.path, "source": file.source.as_deref(), "encoding": file.encoding,
        "hash": hash(Some(transcript)), "langs": [tag(0), tag(1)],
        "text": [passages(transcript, Side::Source), passages(transcript, Side::Target)],
        "rows": transcript.rows.iter().map(|row| json!([row.source, row.target])).collect::<Vec<_>>(),
        "beads": transcript.beads.iter().map(|bead| places.bead(bead)).collect::<Vec<_>>(),
        "names": names(transcript, &places),
        "findings": findings,
    })
}

/// `[text, role, line, unit, language]`, the last only where it is not that of the article.
fn passages(transcript: &Transcript, side: Side) -> Vec<Value> {
    let (list, lang) = match side {
        Side::Source => (&transcript.source, &transcript.langs[0]),
        Side::Target => (&transcript.target, &transcript.langs[1]),
    };
    let one = |p: &Passage| match &p.lang {
        Some(own) if p.lang != *lang => json!([&*p.text, role(p.role), p.line, p.unit.as_deref(), own.tag()]),
        _ => json!([&*p.text, role(p.role), p.line, p.unit.as_deref()]),
    };
    list.iter().map(one).collect()
}

fn role(role: Role) -> &'static str {
    match role {
        Role::Title => "title",
        Role::Heading => "heading",
        Role::Paragraph => "paragraph",
        Role::Item => "item",
        Role::Cell => "cell",
        Role::Quote => "quote",
        Role::Code => "code",
        Role::Image => "image",
        Role::Note => "note",
        Role::Meta => "meta",
        Role::Unit => "unit",
    }
}

/// `[[rendering, [segment, start, end, segment, …]], …]` of each name.
fn names(transcript: &Transcript, places: &Places<'_>) -> Vec<Value> {
    let entry = |e: &crate::transcript::Entry| {
        let renderings: Vec<Value> = e
            .renderings
            .iter()
            .map(|r| json!([&*r.text, r.places.iter().flat_map(|&at| places.label(at)).collect::<Vec<_>>()]))
            .collect();
        json!({"term": e.is_term, "source": e.source.as_deref(), "renderings": renderings})
    };
    transcript.names.iter().map(entry).collect()
}

fn finding(f: &FindingReport, file: &str, places: &Places<'_>) -> Value {
    let severity = match f.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    };
    json!({
        "id": f.fingerprint, "rule": f.rule, "entry": f.entry.as_deref(), "group": f.group, "severity": severity,
        "confidence": f.confidence, "message": f.message, "help": f.help, "text": f.text, "unit": f.unit.as_deref(),
        "line": f.span.line, "column": f.span.column, "span": [f.span.start, f.span.end],
        "at": places.place(f.side, f.segment, f.shown),
        "related": f.related.iter().map(|r| related(r, file, places)).collect::<Vec<_>>(),
        "fixes": f.fixes.iter().map(|fix| self::fix(fix, f)).collect::<Vec<_>>(),
    })
}

/// A further place; one in another article has no place here, but its path.
fn related(r: &RelatedReport, file: &str, places: &Places<'_>) -> Value {
    let here = *r.path == *file || places.source.is_some_and(|source| *r.path == *source);
    let at = if here { places.place(r.side, r.shown.0, r.shown.1) } else { Value::Null };
    json!({
        "at": at, "text": r.text, "message": r.message, "path": &*r.path, "line": r.span.line,
        "span": [r.span.start, r.span.end],
    })
}

fn fix(fix: &FixReport, f: &FindingReport) -> Value {
    let edits: Vec<Value> = fix
        .edits
        .iter()
        .map(|e| json!({"path": &*e.path, "start": e.span.start, "end": e.span.end, "replacement": e.replacement}))
        .collect();
    let own = |e: &crate::report::wire::EditReport| {
        e.path == f.path && f.span.start <= e.span.start && e.span.end <= f.span.end
    };
    let shown: String = fix.edits.iter().map(|e| &*e.shown).collect();
    json!({
        "applicability": fix.applicability, "shown": shown, "own": fix.edits.iter().all(own), "edits": edits,
    })
}

/// Where the segments of an article are, and how their offsets are counted.
struct Places<'t> {
    source: Option<&'t str>,
    /// Positions by the numbers that findings have, source and target.
    positions: [HashMap<u32, u32>; 2],
    offsets: [Vec<Offsets<'t>>; 2],
}

impl<'t> Places<'t> {
    fn new(transcript: &'t Transcript, source: Option<&'t str>) -> Self {
        let sides = [&transcript.source, &transcript.target];
        let positions = sides.map(|side| side.iter().zip(0..).map(|(p, i)| (p.index, i)).collect());
        Self {
            source,
            positions,
            offsets: sides.map(|side| side.iter().map(|p| Offsets::new(&p.text)).collect()),
        }
    }

    /// `[side, segment, start, end]`, the target being side 1; start and end are -1 where no text is shown.
    fn place(&self, side: Side, index: u32, shown: Option<(u32, u32)>) -> Value {
        let side = usize::from(side == Side::Target);
        let Some(&segment) = self.positions[side].get(&index) else { return Value::Null };
        let Some((start, end)) = shown else { return json!([side, segment, -1, -1]) };
        let offsets = &self.offsets[side][segment as usize];
        json!([side, segment, offsets.of(start), offsets.of(end)])
    }

    /// Segment, start and end.
    fn label(&self, at: Label) -> [u32; 3] {
        let side = usize::from(at.side == Side::Target);
        match self.offsets[side].get(at.segment as usize) {
            Some(offsets) => [at.segment, offsets.of(at.start), offsets.of(at.end)],
            None => [at.segment, at.start, at.end],
        }
    }

    fn bead(&self, bead: &Bead) -> [Vec<u32>; 2] {
        [&bead.source, &bead.target].map(|side| side.iter().flat_map(|&at| self.label(at)).collect())
    }
}
