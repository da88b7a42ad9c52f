//! The guide for rule teams shows what the program prints: its files are written and its commands run, in their order.
//! With `MTLINT_BLESS=1` this writes their output, else it compares.

mod common;

use common::Folder;

/// A fenced block: what stands behind the fence, and its lines.
struct Block<'t> {
    info: &'t str,
    lines: Vec<&'t str>,
}

#[test]
fn the_guide_is_true() {
    let path = format!("{}/docs/rule-teams.md", env!("CARGO_MANIFEST_DIR"));
    let now = std::fs::read_to_string(&path).expect("a guide");
    let want = played(&now);
    if std::env::var_os("MTLINT_BLESS").is_some() {
        std::fs::write(&path, want).expect("can be written");
    } else {
        let remedy = "MTLINT_BLESS=1 cargo test --test guide writes it";
        assert!(now == want, "docs/rule-teams.md is behind the program; {remedy}");
    }
}

/// The guide with the output of its commands.
fn played(text: &str) -> String {
    let folder = Folder::new("guide");
    let mut out = String::new();
    let mut block: Option<Block<'_>> = None;
    for line in text.lines() {
        match (line.strip_prefix("```"), &mut block) {
            (Some(info), None) => block = Some(Block { info, lines: Vec::new() }),
            (Some(_), Some(open)) => {
                out += &format!("```{}\n{}```\n", open.info, body(&folder, open));
                block = None;
            }
            (None, Some(open)) => open.lines.push(line),
            (None, None) => out += &format!("{line}\n"),
        }
    }
    out
}

/// What is to stand in a block. A block with a path behind its language is a file.
fn body(folder: &Folder, block: &Block<'_>) -> String {
    let text: String = block.lines.iter().flat_map(|line| [line, "\n"]).collect();
    match block.info.split_once(' ') {
        Some(("snapshot", path)) => return folder.read(path),
        Some((_, path)) => _ = folder.file(path, &text),
        None => {}
    }
    if block.info != "console" {
        return text;
    }
    let mut out = String::new();
    for command in block.lines.iter().filter_map(|line| line.strip_prefix("$ mtlint ")) {
        let run = folder.run(&command.split(' ').collect::<Vec<_>>());
        out += &format!("$ mtlint {command}\n{}{}", run.stdout, run.stderr);
    }
    out
}
