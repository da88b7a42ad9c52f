//! A baseline: what it knows is silent, what is new is told.

mod common;

use common::Folder;

const OLD: &str = "Riding on the东风 of it.\n\nThe plan was sent to the the council.\n";

fn folder(name: &str) -> Folder {
    let folder = Folder::new(name);
    let run = folder.file("a.en.md", OLD).run(&["baseline"]);
    assert_eq!((run.status, run.stdout.trim_end()), (0, "2 findings in mtlint-baseline.json"));
    folder
}

fn check(folder: &Folder) -> (i32, String, String) {
    let run = folder.run(&["check", "--baseline", "mtlint-baseline.json", "--format", "compact"]);
    (run.status, run.stdout, run.stderr)
}

#[test]
fn what_is_known_stays_silent_when_it_moves() {
    let folder = folder("baseline-moved");
    assert_eq!(check(&folder), (0, String::new(), String::new()));
    // Above it a paragraph was added, and the file has another name.
    folder.file("b.en.md", format!("A paragraph more.\n\n{OLD}")).file("a.en.md", "Nothing is left here.\n");
    assert_eq!(check(&folder), (0, String::new(), String::new()));
}

#[test]
fn what_is_new_is_told_and_what_is_gone() {
    let folder = folder("baseline-new");
    folder.file("a.en.md", "Riding on the东风 of it.\n\nThe wind is 东风 here.\n");
    let (status, stdout, stderr) = check(&folder);
    assert_eq!(
        (status, &*stdout),
        (1, "a.en.md:3:13: error untranslated-text: `东风` is left untranslated\n")
    );
    assert_eq!(
        stderr,
        "mtlint: mtlint-baseline.json: 1 finding of it was not met; `mtlint baseline` writes it anew\n"
    );
    let report = folder.run(&["check", "--baseline", "mtlint-baseline.json", "--format", "json"]).stdout;
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    assert_eq!((&report["summary"]["suppressed"], &report["summary"]["findings"]), (&1.into(), &1.into()));
}

#[test]
fn one_is_known_as_often_as_it_was() {
    let folder = folder("baseline-twice");
    folder.file("b.en.md", OLD);
    let (status, stdout, _) = check(&folder);
    assert_eq!((status, stdout.lines().count()), (1, 2));
}

#[test]
fn what_is_no_baseline_is_refused() {
    let folder = Folder::new("baseline-bad");
    folder
        .file("a.en.md", OLD)
        .file("old.json", "{\"version\": 9, \"findings\": []}")
        .file("no.json", "{\n]");
    for (name, problem) in [
        ("none.json", "none.json: no such baseline; `mtlint baseline --output none.json` writes one"),
        ("old.json", "old.json:1: a baseline of version 9"),
        ("no.json", "no.json:2: no baseline: "),
    ] {
        let run = folder.run(&["check", "--baseline", name]);
        assert_eq!((run.status, &*run.stdout), (2, ""));
        assert!(run.stderr.contains(problem), "{}", run.stderr);
    }
    let run = folder.run(&["baseline", "--output", "no/such/folder/b.json"]);
    assert!(run.status == 2 && run.stderr.contains("no/such/folder/b.json"), "{}", run.stderr);
}
