//! The README shows what the program prints: with `MTLINT_BLESS=1` these tests write it, else they compare.

mod common;

use common::mtlint;

fn path() -> String {
    format!("{}/README.md", env!("CARGO_MANIFEST_DIR"))
}

/// Compares a part of the README with what it should be, or writes it.
fn hold(mend: impl Fn(&str) -> String) {
    let now = std::fs::read_to_string(path()).expect("a README");
    let want = mend(&now);
    if std::env::var_os("MTLINT_BLESS").is_some() {
        std::fs::write(path(), want).expect("can be written");
    } else {
        assert!(
            now == want,
            "README.md is behind the program; MTLINT_BLESS=1 cargo test --test readme writes it"
        );
    }
}

#[test]
fn it_is_true() {
    hold(|text| commands(&rules(text)));
}

/// The table of rules.
fn rules(text: &str) -> String {
    let run = mtlint(&["rules", "--format", "json"]);
    let rules: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let mut table = String::from("\n| rule | severity | what |\n|---|---|---|\n");
    for rule in rules.as_array().expect("a list") {
        let field = |key: &str| rule[key].as_str().expect("a string").to_owned();
        table += &format!("| `{}` | {} | {} |\n", field("id"), field("severity"), field("summary"));
    }
    let (before, rest) = text.split_once("<!-- rules -->").expect("a place for the rules");
    let (_, after) = rest.split_once("<!-- /rules -->").expect("its end");
    format!("{before}<!-- rules -->{table}<!-- /rules -->{after}")
}

/// The output of each command in a `console` block.
fn commands(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, block)) = rest.split_once("```console\n$ mtlint ") {
        let (command, tail) = block.split_once('\n').expect("a command");
        let (_, after) = tail.split_once("```").expect("the end of the block");
        let run = mtlint(&command.split(' ').collect::<Vec<_>>());
        assert!(!run.stdout.trim().is_empty(), "`mtlint {command}` shows nothing: {}", run.stderr);
        let lines: Vec<&str> = run.stdout.lines().map(str::trim_end).collect();
        out += &format!("{before}```console\n$ mtlint {command}\n{}\n```", lines.join("\n").trim_end());
        rest = after;
    }
    out + rest
}
