//! SARIF 2.1.0, the interchange format of static analysis (OASIS standard of 27 March 2020).

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::Report;
use super::escape::uri;
use super::wire::{FindingReport, FixReport, SpanReport, Suppression};
use crate::finding::{Applicability, Severity};
use crate::rule::registry;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn render(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    let shown: Vec<&FindingReport> = report.shown().collect();
    let decided = report.suppressed.iter().map(|(f, _)| f).filter(|f| report.shows(f));
    let all: Vec<&FindingReport> = shown.iter().copied().chain(decided).collect();
    let mut rules: BTreeMap<&str, usize> = all.iter().map(|f| (id(f), 0)).collect();
    rules.values_mut().enumerate().for_each(|(i, at)| *at = i);
    // Bytes are those of the file only where it is UTF-8.
    let bytes: BTreeMap<&str, bool> =
        report.files.iter().map(|f| (&*f.path, f.encoding.eq_ignore_ascii_case("utf-8"))).collect();
    let has_bytes = |path: &str| bytes.get(path).copied().unwrap_or(false);
    let results: Vec<Value> = shown
        .iter()
        .map(|f| result(f, rules[id(f)], &has_bytes))
        .chain(report.suppressed.iter().filter(|(f, _)| report.shows(f)).map(|(f, by)| {
            let mut out = result(f, rules[id(f)], &has_bytes);
            out["suppressions"] = json!([suppression(by)]);
            out
        }))
        .collect();
    let descriptors: Vec<Value> = rules.keys().map(|id| descriptor(id, &all)).collect();
    let notifications: Vec<Value> = report
        .errors
        .iter()
        .map(|e| {
            let place = e.path.as_deref().map(|path| {
                let region = e.line.map(|line| json!({ "startLine": line }));
                location(path, region)
            });
            json!({ "level": "error", "message": { "text": e.message }, "locations": place.into_iter().collect::<Vec<_>>() })
        })
        .collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": report.tool.name,
                "semanticVersion": report.tool.version,
                "rules": descriptors,
            } },
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": report.errors.is_empty(),
                "toolExecutionNotifications": notifications,
            }],
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &log)?;
    writeln!(out)
}

/// A reader of the log shows what was decided, and does not count it.
fn suppression(by: &Suppression) -> Value {
    match by {
        Suppression::Comment(None) => json!({ "kind": "inSource" }),
        Suppression::Comment(Some(reason)) => json!({ "kind": "inSource", "justification": reason }),
        Suppression::Baseline => json!({ "kind": "external", "justification": "listed in the baseline" }),
    }
}

/// Entries of packs are rules of their own: what is turned off, explained and counted is the entry.
fn id(f: &FindingReport) -> &str {
    f.entry.as_deref().unwrap_or(&f.rule)
}

fn descriptor(id: &str, all: &[&FindingReport]) -> Value {
    let first = all.iter().find(|f| self::id(f) == id);
    let meta = first.and_then(|f| registry::meta(&f.rule));
    let mut rule = Map::new();
    rule.insert("id".into(), id.into());
    let summary = meta.map_or("an entry of a rule pack", |m| m.summary);
    rule.insert("shortDescription".into(), json!({ "text": summary }));
    if let Some(meta) = meta {
        let level = json!({ "level": level(meta.severity) });
        rule.insert("defaultConfiguration".into(), level);
        let text = format!("mtlint explain {id}");
        rule.insert("help".into(), json!({ "text": text, "markdown": meta.doc }));
    }
    if let Some(f) = first {
        let confidence = f.confidence;
        rule.insert(
            "properties".into(),
            json!({ "category": f.category, "precision": precision(confidence) }),
        );
    }
    Value::Object(rule)
}

/// The words that code scanning sorts by.
fn precision(confidence: Option<f64>) -> &'static str {
    match confidence {
        Some(c) if c >= 0.95 => "very-high",
        Some(c) if c >= 0.85 => "high",
        Some(c) if c < 0.6 => "low",
        _ => "medium",
    }
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

fn result(f: &FindingReport, rule: usize, has_bytes: &impl Fn(&str) -> bool) -> Value {
    let text = match &f.help {
        Some(help) => format!("{}; {help}", f.message),
        None => f.message.clone(),
    };
    let related: Vec<Value> = f
        .related
        .iter()
        .enumerate()
        .map(|(i, r)| {
            let mut place = location(&r.path, Some(region(r.span, has_bytes(&r.path))));
            place["id"] = (i + 1).into();
            place["message"] = json!({ "text": r.message });
            place
        })
        .collect();
    let mut own = region(f.span, has_bytes(&f.path));
    own["snippet"] = json!({ "text": f.text });
    let mut properties = json!({ "category": f.category, "side": f.side });
    for (key, value) in [("group", &f.group), ("unit", &f.unit.as_deref().map(str::to_owned))] {
        if let Some(value) = value {
            properties[key] = value.as_str().into();
        }
    }
    let mut out = json!({
        "ruleId": id(f),
        "ruleIndex": rule,
        "level": level(f.severity),
        "message": { "text": text },
        "locations": [location(&f.path, Some(own))],
        "relatedLocations": related,
        "partialFingerprints": { "mtlint/v1": f.fingerprint },
        "properties": properties,
    });
    let fixes: Vec<Value> = f.fixes.iter().filter_map(|fix| self::fix(fix, has_bytes)).collect();
    if !fixes.is_empty() {
        out["fixes"] = fixes.into();
    }
    out
}

fn location(path: &str, region: Option<Value>) -> Value {
    let mut place = json!({ "artifactLocation": { "uri": uri(path) } });
    if let Some(region) = region {
        place["region"] = region;
    }
    json!({ "physicalLocation": place })
}

fn region(span: SpanReport, bytes: bool) -> Value {
    let mut out = json!({
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    });
    if bytes {
        out["byteOffset"] = span.start.into();
        out["byteLength"] = (span.end - span.start).into();
    }
    out
}

/// A fix that a program may offer; nothing where its bytes are not those of the file.
fn fix(fix: &FixReport, has_bytes: &impl Fn(&str) -> bool) -> Option<Value> {
    if fix.applicability == Applicability::Manual || !fix.edits.iter().all(|e| has_bytes(&e.path)) {
        return None;
    }
    let mut files: BTreeMap<&str, Vec<Value>> = BTreeMap::new();
    for edit in &fix.edits {
        files.entry(&edit.path).or_default().push(json!({
            "deletedRegion": { "byteOffset": edit.span.start, "byteLength": edit.span.end - edit.span.start },
            "insertedContent": { "text": edit.replacement },
        }));
    }
    let changes: Vec<Value> = files
        .into_iter()
        .map(|(path, replacements)| json!({ "artifactLocation": { "uri": uri(path) }, "replacements": replacements }))
        .collect();
    Some(json!({ "artifactChanges": changes }))
}
