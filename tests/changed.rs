//! `--changed`: only what touches lines that were changed in git.

mod common;

use std::process::Command;

use common::Folder;

const TWO: &str = "Riding on the东风 of it.\n\nThe plan was sent to the the council.\n";

/// A repository with one commit of `a.en.md`.
fn repository(name: &str) -> Folder {
    let folder = Folder::new(name);
    folder.file("a.en.md", TWO);
    git(&folder, &["init", "--quiet", "--initial-branch", "main"]);
    commit(&folder);
    folder
}

fn commit(folder: &Folder) {
    git(folder, &["add", "--all"]);
    git(folder, &["-c", "user.name=T", "-c", "user.email=t@example.org", "commit", "--quiet", "-m", "x"]);
}

fn git(folder: &Folder, args: &[&str]) {
    let out = Command::new("git").args(args).current_dir(folder.path()).output().expect("git runs");
    assert!(out.status.success(), "git {args:?}: {}", String::from_utf8_lossy(&out.stderr));
}

fn changed(folder: &Folder, revision: &str) -> (i32, String, String) {
    let run = folder.run(&["check", "--isolated", "--format", "compact", "--changed", revision]);
    (run.status, run.stdout, run.stderr)
}

#[test]
fn the_work_tree_the_index_and_new_files() {
    let folder = repository("changed-tree");
    assert_eq!(changed(&folder, "HEAD"), (0, String::new(), String::new()));
    folder.file("a.en.md", TWO.replace("plan", "scheme"));
    let (status, stdout, _) = changed(&folder, "HEAD");
    assert_eq!((status, &*stdout), (1, "a.en.md:3:24: warning doubled-word: `the` stands twice\n"));
    git(&folder, &["add", "a.en.md"]);
    folder.file("new 东.en.md", "It went on and and on.\n");
    let (_, stdout, _) = changed(&folder, "HEAD");
    let lines: Vec<&str> = stdout.lines().map(|l| l.split(": ").next().unwrap_or_default()).collect();
    assert_eq!(lines, ["a.en.md:3:24", "new 东.en.md:1:12"]);
}

#[test]
fn a_branch_is_compared_with_where_it_began_and_a_renamed_file_is_followed() {
    let folder = repository("changed-branch");
    git(&folder, &["switch", "--quiet", "-c", "work"]);
    git(&folder, &["mv", "a.en.md", "b.en.md"]);
    folder.file("b.en.md", format!("{TWO}\nA line with 南风 in it.\n"));
    commit(&folder);
    git(&folder, &["switch", "--quiet", "main"]);
    folder.file("a.en.md", "All is new here.\n");
    commit(&folder);
    git(&folder, &["switch", "--quiet", "work"]);
    let (_, stdout, _) = changed(&folder, "main");
    assert_eq!(stdout, "b.en.md:5:13: error untranslated-text: `南风` is left untranslated\n");
}

#[test]
fn a_folder_below_the_root_and_paths_written_in_other_ways() {
    let folder = repository("changed-below");
    folder.file("sub/c.en.md", "Riding on the东风.\n");
    let sub = folder.path().join("sub");
    let run = common::mtlint_in(
        sub.to_str().expect("UTF-8"),
        &["check", "--isolated", "--format", "compact", "--changed", "HEAD", "../sub/c.en.md"],
        b"",
    );
    assert!(run.stdout.starts_with("../sub/c.en.md:1:14"), "{}{}", run.stdout, run.stderr);
}

#[test]
fn what_git_cannot_tell_is_said_with_a_remedy() {
    let folder = repository("changed-bad");
    let (status, _, stderr) = changed(&folder, "nowhere");
    assert_eq!(status, 2);
    assert!(stderr.contains("--changed nowhere: git knows no such commit; name a branch"), "{stderr}");
    folder.file("a.en.md", "More.\n");
    commit(&folder);
    let clone = Folder::new("changed-shallow");
    let url = format!("file://{}", folder.path().display());
    git(&clone, &["clone", "--quiet", "--depth", "1", &url, "."]);
    let (status, _, stderr) = changed(&clone, "HEAD~1");
    assert_eq!(status, 2);
    assert!(stderr.contains("the clone is shallow: `git fetch --unshallow`"), "{stderr}");
    let none = Folder::new("changed-none");
    let (status, _, stderr) = changed(&none, "HEAD");
    assert!(status == 2 && stderr.contains("run it inside a git repository"), "{stderr}");
}
