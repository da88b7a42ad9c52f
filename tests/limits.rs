//! What is reported and what fails a run: scores, counts, confidence.

mod common;

use common::Folder;

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder
        .file(
            "a.en.md",
            "Riding on the东风 of it.\n\nOn the南风 and on the西风.\n\nIt went to the the council.\n",
        )
        .file("b.en.md", "All is well in this file, and nothing at all is wrong.\n");
    folder
}

#[test]
fn at_most_so_many_of_a_rule_and_the_rest_counted() {
    let folder = folder("limits-most");
    let check = |more: &[&str]| {
        let run = folder.run(&[&["check", "--isolated", "--format", "json"], more].concat());
        serde_json::from_str::<serde_json::Value>(&run.stdout).expect("JSON")
    };
    let (all, few) = (check(&[]), check(&["--max-per-rule", "1"]));
    let rules: Vec<&str> =
        few["findings"].as_array().expect("findings").iter().filter_map(|f| f["rule"].as_str()).collect();
    assert_eq!(rules.iter().filter(|r| **r == "untranslated-text").count(), 1);
    assert!(rules.contains(&"doubled-word"));
    let count = |report: &serde_json::Value, what: &str| report["summary"][what].as_u64().expect("a number");
    assert_eq!(count(&few, "findings") + count(&few, "left_out"), count(&all, "findings"));
    assert_eq!((&all["summary"]["score"], count(&all, "left_out")), (&few["summary"]["score"], 0));
}

#[test]
fn a_score_that_is_too_low_fails_and_is_named() {
    let folder = folder("limits-score");
    let run = folder.run(&["check", "--isolated", "--fail-on", "never", "--min-score", "90", "--quiet"]);
    let lines: Vec<&str> = run.stderr.lines().collect();
    assert_eq!(run.status, 1);
    assert!(
        lines[0].starts_with("mtlint: a.en.md: score ") && lines[0].ends_with(" is below 90"),
        "{lines:?}"
    );
    assert!(lines[1].starts_with("mtlint: all files together: score "), "{lines:?}");
    assert_eq!(lines.len(), 2);
    let run = folder.run(&["check", "--isolated", "--min-score", "90", "b.en.md"]);
    assert_eq!((run.status, &*run.stderr), (0, ""));
}

#[test]
fn weights_come_from_the_configuration() {
    let folder = folder("limits-weights");
    folder.file("mtlint.toml", "[score]\nerror = 0\nwarning = 0\n");
    let run = folder.run(&["check", "--fail-on", "never", "--min-score", "100"]);
    assert_eq!((run.status, &*run.stderr), (0, ""));
}

#[test]
fn findings_of_low_measured_confidence_are_left_out() {
    let folder = folder("limits-confidence");
    let run = folder.run(&["check", "--isolated", "--min-confidence", "1", "--format", "compact"]);
    assert!(!run.stdout.contains("untranslated-text"), "{}", run.stdout);
    // Nobody measured this one.
    assert!(run.stdout.contains("doubled-word"), "{}", run.stdout);
    let run = folder.run(&["check", "--min-confidence", "90"]);
    assert!(run.status == 2 && run.stderr.contains("a number from 0 to 1 is wanted"), "{}", run.stderr);
}

#[test]
fn a_report_that_cannot_be_written_does_not_take_the_others_with_it() {
    let folder = folder("limits-outputs");
    let run = folder.run(&["check", "--isolated", "--output", "no/such/a.json", "--output", "b.json"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("no/such/a.json: "), "{}", run.stderr);
    assert!(folder.read("b.json").contains("\"findings\""));
}
