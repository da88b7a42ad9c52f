//! The sample articles through the binary: what is printed, and that fixes mend without breaking.

mod common;

use common::{Folder, mtlint};

fn samples() -> Vec<String> {
    let folder = format!("{}/samples", env!("CARGO_MANIFEST_DIR"));
    let names = std::fs::read_dir(folder).expect("samples").map(|e| e.expect("an entry").file_name());
    let mut names: Vec<String> = names.map(|n| n.into_string().expect("UTF-8")).collect();
    names.sort();
    names
}

/// The second witness after the marks of `tests/marked/samples`: all that is said, in the words in which it is said.
#[test]
fn every_sample_reads_as_before() {
    for name in samples().iter().filter(|n| n.contains(".en.") || n.contains(".jsonl")) {
        let path = format!("samples/{name}");
        let run = mtlint(&["check", "--isolated", "--show", "info", "--format", "compact", &path]);
        insta::assert_snapshot!(name.replace('.', "-"), run.stdout);
    }
}

#[test]
fn a_report_for_people_of_a_whole_article() {
    let run = mtlint(&["check", "--isolated", "--show", "info", "samples/policy-speech.en.md"]);
    insta::assert_snapshot!("pretty", run.stdout);
}

/// Safe fixes leave nothing that is safe to fix, and what they write is read as before but for the mended places.
#[test]
fn safe_fixes_converge() {
    let folder = Folder::new("fix");
    for name in samples() {
        let path = format!("{}/samples/{name}", env!("CARGO_MANIFEST_DIR"));
        folder.file(&name, std::fs::read(path).expect("a sample"));
    }
    let count = |run: &common::Run, what: &str| {
        let report: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
        let is = |f: &&serde_json::Value| {
            f["fixes"].as_array().is_some_and(|x| x.iter().any(|x| x["applicability"] == what))
        };
        report["findings"].as_array().expect("findings").iter().filter(is).count()
    };
    let before =
        folder.run(&["check", "--isolated", "--no-pairing", "--target-lang", "en", "--format", "json"]);
    assert!(count(&before, "safe") > 5);
    let fixed = folder.run(&[
        "check",
        "--isolated",
        "--no-pairing",
        "--target-lang",
        "en",
        "--fix",
        "--format",
        "json",
    ]);
    assert_eq!(count(&fixed, "safe"), 0, "{}", fixed.stdout);
    let after =
        folder.run(&["check", "--isolated", "--no-pairing", "--target-lang", "en", "--format", "json"]);
    assert_eq!(count(&after, "safe"), 0);
    assert!(!folder.read("policy-speech.en.md").contains('，'));
}
