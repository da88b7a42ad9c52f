//! The formats for other programs, as the binary writes them.

mod common;

use common::Folder;
use insta::assert_snapshot;

/// Two articles: one with a leftover and a name in two spellings, one with nothing wrong.
fn articles(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder
        .file(
            "a b.en.md",
            "Riding on the东风 of it, 50%.\n\nOld Brandvold rose. Then Brandvold sat.\n\nAt last Brandvolt slept; Brandvolt dreamt.\n",
        )
        .file("clean.en.md", "All is well.\n");
    folder
}

fn written(name: &str, format: &str) -> String {
    let run = articles(name).run(&["check", "--format", format]);
    assert_eq!((run.status, &*run.stderr), (1, ""));
    run.stdout
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn github() {
    assert_snapshot!(written("github", "github"));
}

#[test]
fn github_shows_ten_and_counts_the_rest() {
    let folder = Folder::new("github-many");
    let line = |i: u32| format!("Line {i} has 东风{i} left.\n\n");
    folder.file("a.en.md", (0..14).map(line).collect::<String>());
    let run = folder.run(&["check", "--format", "github"]);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines.len(), 10);
    assert!(lines[9].starts_with("::notice title=mtlint::5 more "), "{}", lines[9]);
}

#[test]
fn markdown() {
    assert_snapshot!(written("markdown", "markdown"));
}

#[test]
fn markdown_fits_into_a_comment() {
    let folder = Folder::new("markdown-many");
    let line = |i: u32| format!("Line {i} has 东风{i} left in it and goes on.\n\n");
    folder.file("a.en.md", (0..2_000).map(line).collect::<String>());
    let text = folder.run(&["check", "--format", "markdown"]).stdout;
    assert!(text.chars().count() < 65_536 && text.trim_end().ends_with("more are not shown here."));
}

#[test]
fn csv() {
    assert_snapshot!(written("csv", "csv"));
}

#[test]
fn checkstyle() {
    assert_snapshot!(written("checkstyle", "checkstyle"));
}

#[test]
fn junit() {
    let folder = articles("junit");
    folder.file("bad.en.jsonl", "{\"target\": \n");
    let run = folder.run(&["check", "--format", "junit"]);
    assert_eq!(run.status, 2);
    assert_snapshot!(run.stdout);
}

#[test]
fn gitlab_tells_equal_faults_of_two_files_apart() {
    let folder = Folder::new("gitlab");
    folder.file("a.en.txt", "Riding on the东风 of it.\n").file("b.en.txt", "Riding on the东风 of it.\n");
    let all = json(&folder.run(&["check", "--format", "gitlab"]).stdout);
    assert_ne!(all[0]["fingerprint"], all[1]["fingerprint"]);
    assert_eq!(all[1]["location"]["path"], "b.en.txt");
    assert_eq!(all[1]["severity"], "major");
    assert_eq!(json(&written("gitlab-name", "gitlab"))[1]["check_name"], "name-variant/spelling");
}

#[test]
fn rdjsonl_counts_columns_in_bytes() {
    let text = written("rdjsonl", "rdjsonl");
    let first = json(text.lines().next().expect("a line"));
    let range = &first["location"]["range"];
    assert_eq!((&range["start"]["column"], &range["end"]["column"]), (&14.into(), &20.into()));
    assert_eq!(
        (first["severity"].as_str(), first["code"]["value"].as_str()),
        (Some("ERROR"), Some("untranslated-text"))
    );
    assert_eq!(text.lines().count(), 3);
}

#[test]
fn jsonl_has_the_findings_of_the_json_report() {
    let lines: Vec<serde_json::Value> = written("jsonl", "jsonl").lines().map(json).collect();
    let report = json(&written("jsonl-json", "json"));
    assert_eq!(report["findings"], serde_json::Value::Array(lines));
}

#[test]
fn sarif() {
    // The documentation of the rules has tests of its own.
    insta::with_settings!({ filters => vec![(r#""markdown": ".*""#, r#""markdown": "…""#)] }, {
        assert_snapshot!(written("sarif", "sarif"));
    });
}

#[test]
fn sarif_tells_what_could_not_be_read_and_where_bytes_are_not_known() {
    let folder = Folder::new("sarif-odd");
    folder
        .file("bad.en.jsonl", "{\"target\": \n")
        .file("old.en.txt", b"\xff\xfeR\0i\0d\0e\0 \0\x1cN\x1cN.\0\n\0");
    let run = folder.run(&["check", "--format", "sarif"]);
    let log = json(&run.stdout);
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let notice = &invocation["toolExecutionNotifications"][0];
    assert_eq!(notice["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "bad.en.jsonl");
    let region = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"];
    assert!(region["startColumn"].is_number() && region["byteOffset"].is_null(), "{region}");
}

#[test]
fn several_at_once_each_in_its_file() {
    let folder = articles("several");
    let run =
        folder.run(&["check", "--output", "out.sarif", "--output", "junit:out.xml", "--output", "out.csv"]);
    assert_eq!((run.status, &*run.stdout), (1, ""));
    assert!(folder.read("out.sarif").contains("\"version\": \"2.1.0\""));
    assert!(
        folder.read("out.xml").contains("<testsuites") && folder.read("out.csv").starts_with("\u{feff}path,")
    );
    let failed = folder.run(&["check", "--output", "sarif:no/such/folder/out"]);
    assert_eq!(failed.status, 2);
    assert!(failed.stderr.contains("no/such/folder/out"), "{}", failed.stderr);
}

#[test]
fn mqm() {
    assert_snapshot!(written("mqm", "mqm"));
}

#[test]
fn sarif_has_what_was_decided() {
    let folder = Folder::new("sarif-suppressed");
    folder.file(
        "a.en.md",
        "Riding on the东风 of it.\n\n<!-- mtlint-ignore untranslated-text: a quotation -->\nRiding on the南风 here.\n",
    );
    folder.run(&["baseline"]);
    let run = folder.run(&["check", "--format", "sarif", "--baseline", "mtlint-baseline.json"]);
    let log = json(&run.stdout);
    let results = log["runs"][0]["results"].as_array().expect("results");
    let of = |text: &str| {
        let is = |r: &&serde_json::Value| {
            r["locations"][0]["physicalLocation"]["region"]["snippet"]["text"] == text
        };
        &results.iter().find(is).expect("a result")["suppressions"][0]
    };
    assert_eq!((run.status, results.len()), (0, 2));
    assert_eq!((&of("东风")["kind"], &of("南风")["kind"]), (&"external".into(), &"inSource".into()));
    assert_eq!(of("南风")["justification"], "a quotation");
}
