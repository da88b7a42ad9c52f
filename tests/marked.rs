//! Texts whose faults were marked by hand before any rule ran: every mark must be found, and nothing else.

mod common;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use common::mtlint_in;

/// A fault as it was marked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Fault {
    start: usize,
    end: usize,
    rule: String,
    text: String,
}

/// Takes `[[text|rule]]` and `[[text|rule|later]]` out of a text; the latter are faults that need more than one place.
fn unmark(marked: &str) -> (String, Vec<Fault>, Vec<Fault>) {
    let (mut text, mut now, mut later) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked;
    while let Some(open) = rest.find("[[") {
        let Some((inside, after)) = mark(&rest[open + 2..]) else {
            text.push_str(&rest[..=open]);
            rest = &rest[open + 1..];
            continue;
        };
        text.push_str(&rest[..open]);
        let (body, is_later) = match inside.strip_suffix("|later") {
            Some(body) => (body, true),
            None => (inside, false),
        };
        let (what, rule) = body.rsplit_once('|').expect("a mark names its rule");
        let fault =
            Fault { start: text.len(), end: text.len() + what.len(), rule: rule.into(), text: what.into() };
        let list = if is_later { &mut later } else { &mut now };
        list.push(fault);
        text.push_str(what);
        rest = after;
    }
    text.push_str(rest);
    (text, now, later)
}

/// The inside of the mark that `rest` begins with: up to the first `]]` behind a bar and a rule's id.
fn mark(rest: &str) -> Option<(&str, &str)> {
    for (at, _) in rest.match_indices("]]") {
        let inside = &rest[..at];
        let id = inside.strip_suffix("|later").unwrap_or(inside).rsplit('|').next()?;
        let is_id = !id.is_empty() && id.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
        if inside.contains("[[") {
            return None;
        }
        if is_id && inside.contains('|') {
            return Some((inside, &rest[at + 2..]));
        }
    }
    None
}

/// What the binary reports in a text, and whether it is only worth a look.
fn found(name: &str, text: &str) -> Vec<(Fault, bool)> {
    let folder = std::env::temp_dir().join(format!("mtlint-marked-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for the text");
    std::fs::write(folder.join(name), text).expect("the text is written");
    let args = ["check", "--isolated", "--no-pairing", "--format", "json", "--fail-on", "never", name];
    let run = mtlint_in(folder.to_str().expect("UTF-8"), &args, b"");
    assert_eq!(run.status, 0, "{name}: {}", run.stderr);
    let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let findings = report["findings"].as_array().expect("findings");
    let fault = |f: &serde_json::Value| {
        let at = |key: &str| usize::try_from(f["span"][key].as_u64().expect("a number")).expect("fits");
        let (start, end) = (at("start"), at("end"));
        Fault { start, end, rule: f["rule"].as_str().expect("a rule").into(), text: text[start..end].into() }
    };
    findings.iter().map(|f| (fault(f), f["severity"] == "info")).collect()
}

fn marked_files(folder: &Path) -> Vec<PathBuf> {
    let mut out: Vec<PathBuf> = std::fs::read_dir(folder)
        .expect("a folder")
        .map(|e| e.expect("an entry").path())
        .filter(|p| p.is_file())
        .collect();
    out.sort();
    out
}

fn compare(path: &Path, only: Option<&str>, report: &mut String) {
    let name = path.file_name().and_then(|n| n.to_str()).expect("UTF-8");
    let (text, want, later) = unmark(&std::fs::read_to_string(path).expect("readable"));
    // What is worth a look counts where a mark asks for it; elsewhere it is no noise, but for the rule that says no more.
    let asked = |f: &Fault| {
        f.rule == "scare-quotes"
            || want.iter().any(|w| w.rule == f.rule && w.start < f.end && f.start < w.end)
    };
    let mut got: Vec<Fault> =
        found(name, &text).into_iter().filter(|(f, slight)| !slight || asked(f)).map(|(f, _)| f).collect();
    let allowed = |f: &Fault| later.iter().any(|l| l.rule == f.rule && l.start < f.end && f.start < l.end);
    got.retain(|f| {
        only.is_none_or(|rule| rule == f.rule || !want.iter().any(|w| w.start < f.end && f.start < w.end))
            && !allowed(f)
    });
    let line = |f: &Fault| 1 + text[..f.start].matches('\n').count();
    let mut all: BTreeMap<&Fault, (bool, bool)> = BTreeMap::new();
    for f in &want {
        all.entry(f).or_default().0 = true;
    }
    for f in &got {
        all.entry(f).or_default().1 = true;
    }
    for (f, seen) in all {
        let what = match seen {
            (true, false) => "missing",
            (false, true) => "noisy",
            _ => continue,
        };
        writeln!(report, "{}:{}: {what}: {} `{}`", path.display(), line(f), f.rule, f.text)
            .expect("a string");
    }
}

#[test]
fn texts_of_each_rule() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/marked");
    let mut report = String::new();
    for entry in std::fs::read_dir(&root).expect("a folder") {
        let folder = entry.expect("an entry").path();
        let rule = folder.file_name().and_then(|n| n.to_str()).expect("UTF-8").to_owned();
        if folder.is_dir() && rule != "samples" {
            for path in marked_files(&folder) {
                compare(&path, Some(&rule), &mut report);
            }
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn samples() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut report = String::new();
    for path in marked_files(&root.join("tests/marked/samples")) {
        let (text, ..) = unmark(&std::fs::read_to_string(&path).expect("readable"));
        let sample = root.join("samples").join(path.file_name().expect("a name"));
        assert_eq!(std::fs::read_to_string(&sample).expect("a sample"), text, "{}", sample.display());
        let name = path.to_string_lossy();
        if ![".zh.", ".ja.", ".ko."].iter().any(|tag| name.contains(tag)) {
            compare(&path, None, &mut report);
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn marks_are_read() {
    let (text, now, later) =
        unmark("a [[[INST]|machine-residue]] b [[x|name-variant|later]] [[1]] [[|unpaired-punctuation]]");
    assert_eq!(text, "a [INST] b x [[1]] ");
    assert_eq!((now.len(), later.len(), now[0].text.as_str()), (2, 1, "[INST]"));
}
