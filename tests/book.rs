//! README and book show what the program prints: with `MTLINT_BLESS=1` these tests write it, else they compare.

mod common;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use common::mtlint;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The README and the pages under `docs/`.
fn pages() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(root().join("docs")).expect("a book");
    let mut pages: Vec<PathBuf> = entries.map(|e| e.expect("an entry").path()).collect();
    pages.retain(|p| p.extension().is_some_and(|e| e == "md"));
    pages.extend(["README.md", "ARCHITECTURE.md", "CHANGELOG.md"].map(|name| root().join(name)));
    // The guide writes the files that its commands read, and has a test of its own.
    pages.retain(|p| !p.ends_with("rule-teams.md"));
    pages.sort();
    pages
}

/// Compares a page with what it should be, or writes it.
fn hold(page: &Path, want: &str) {
    if std::env::var_os("MTLINT_BLESS").is_some() {
        std::fs::write(page, want).expect("can be written");
    } else {
        assert!(
            read(page) == want,
            "{} is behind the program; MTLINT_BLESS=1 cargo test --test book writes it",
            page.display()
        );
    }
}

#[test]
fn what_pages_show_was_printed() {
    for page in pages() {
        let text = read(&page);
        let text =
            if page.ends_with("README.md") && text.contains("<!-- rules -->") { table(&text) } else { text };
        hold(&page, &commands(&text));
    }
}

#[test]
fn every_rule_has_its_page() {
    let mut text = String::from(
        "# Rules\n\nWhat each rule finds, why it matters, and examples that are run as tests: `mtlint explain RULE` prints the \
         same. An `info` is shown with `--show info`.\n",
    );
    for rule in rules() {
        let page = mtlint(&["explain", &rule["id"]]).stdout;
        let mut in_block = false;
        for line in page.lines() {
            in_block ^= line.starts_with("```");
            let deeper = if line.starts_with('#') && !in_block { "#" } else { "" };
            text += &format!("\n{deeper}{}", line.trim_end());
        }
        text.push('\n');
    }
    hold(&root().join("docs/rules.md"), &text);
}

fn rules() -> Vec<BTreeMap<String, String>> {
    let run = mtlint(&["rules", "--format", "json"]);
    let rules: Vec<BTreeMap<String, serde_json::Value>> = serde_json::from_str(&run.stdout).expect("JSON");
    let text =
        |(key, value): (String, serde_json::Value)| (key, value.as_str().unwrap_or_default().to_owned());
    rules.into_iter().map(|rule| rule.into_iter().map(text).collect()).collect()
}

/// The table of rules.
fn table(text: &str) -> String {
    let mut table = String::from("\n| rule | severity | what |\n|---|---|---|\n");
    for rule in rules() {
        let id = &rule["id"];
        table += &format!("| [`{id}`](docs/rules.md#{id}) | {} | {} |\n", rule["severity"], rule["summary"]);
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

#[test]
fn links_lead_somewhere() {
    let mut lost = Vec::new();
    for page in pages() {
        let text = read(&page);
        for (at, _) in text.match_indices("](") {
            let target = text[at + 2..].split([')', ' ']).next().unwrap_or_default();
            if target.contains("://") || target.contains('`') || target.is_empty() {
                continue;
            }
            let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
            let to = if file.is_empty() { page.clone() } else { page.with_file_name(file) };
            let is_there = to.exists() && (anchor.is_empty() || anchors(&read(&to)).contains(anchor));
            if !is_there {
                lost.push(format!("{}: {target}", page.display()));
            }
        }
    }
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

/// The names that headings go by, as GitHub makes them.
fn anchors(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|l| l.starts_with('#')).map(|l| l.trim_start_matches('#').trim());
    let plain = |c: &char| c.is_alphanumeric() || matches!(c, '-' | '_' | ' ');
    headings.map(|h| h.to_lowercase().chars().filter(plain).collect::<String>().replace(' ', "-")).collect()
}

/// Every option of `check` is in the book.
#[test]
fn every_option_of_check_is_told_of() {
    let help = mtlint(&["check", "--help"]).stdout;
    let book: String = pages().iter().map(|p| read(p)).collect();
    let names = help.split_whitespace().filter(|w| w.starts_with("--"));
    let names: BTreeSet<&str> =
        names.map(|w| w.trim_end_matches(|c: char| !c.is_ascii_lowercase())).collect();
    let untold: Vec<&&str> =
        names.iter().filter(|n| n.len() > 2 && **n != "--help" && !book.contains(**n)).collect();
    assert!(untold.is_empty(), "{untold:?}");
}
