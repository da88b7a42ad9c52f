//! Fixes through the binary: what is written, what is only shown, and what is left alone.

mod common;

use common::Folder;

const ROUGH: &str = "The the harbour opened in 1998，and it it grew.\nNobody knew the the reason.\n";

#[test]
fn safe_fixes_are_written_and_the_report_is_on_what_is_left() {
    let folder = Folder::new("fix-safe");
    folder.file("a.en.txt", ROUGH);
    let run = folder.run(&["check", "--isolated", "--fix", "a.en.txt"]);
    assert_eq!(
        folder.read("a.en.txt"),
        "The harbour opened in 1998, and it grew.\nNobody knew the reason.\n",
        "{}",
        run.stdout
    );
    assert_eq!(run.status, 0, "{}", run.stdout);
}

#[test]
fn a_patch_is_shown_and_nothing_written() {
    let folder = Folder::new("fix-diff");
    folder.file("a.en.txt", ROUGH);
    let run = folder.run(&["check", "--isolated", "--diff", "a.en.txt"]);
    assert_eq!((run.status, folder.read("a.en.txt").as_str()), (1, ROUGH));
    insta::assert_snapshot!(run.stdout, @r"
    --- a/a.en.txt
    +++ b/a.en.txt
    @@ -1,2 +1,2 @@
    -The the harbour opened in 1998，and it it grew.
    -Nobody knew the the reason.
    +The harbour opened in 1998, and it grew.
    +Nobody knew the reason.
    ");
    folder.file("a.en.txt", "Nobody knew the reason.\n");
    let run = folder.run(&["check", "--isolated", "--diff", "a.en.txt"]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
}

#[test]
fn unsafe_fixes_only_when_asked_for() {
    let folder = Folder::new("fix-unsafe");
    let twice = "The old harbour harbour opened in in May.\n";
    folder.file("a.en.txt", twice);
    folder.run(&["check", "--isolated", "--fix", "a.en.txt"]);
    assert_eq!(folder.read("a.en.txt"), "The old harbour harbour opened in May.\n");
    folder.run(&["check", "--isolated", "--fix", "--unsafe-fixes", "a.en.txt"]);
    assert_eq!(folder.read("a.en.txt"), "The old harbour opened in May.\n");
    let alone = folder.run(&["check", "--unsafe-fixes", "a.en.txt"]);
    assert!(alone.status == 2 && alone.stderr.contains("--fix"), "{}", alone.stderr);
}

#[test]
fn other_encodings_keep_theirs() {
    let folder = Folder::new("fix-utf16");
    let encode = |text: &str| -> Vec<u8> {
        format!("\u{feff}{text}").replace('\n', "\r\n").encode_utf16().flat_map(u16::to_le_bytes).collect()
    };
    folder.file("a.en.txt", encode(ROUGH));
    let run = folder.run(&["check", "--isolated", "--fix", "a.en.txt"]);
    let fixed = folder.bytes("a.en.txt");
    let expected = encode("The harbour opened in 1998, and it grew.\nNobody knew the reason.\n");
    assert_eq!(fixed, expected, "{}{}", run.stdout, run.stderr);
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_written_is_told_of_and_the_others_are_fixed() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("fix-read-only");
    folder.file("a.en.txt", ROUGH).file("b.en.txt", ROUGH);
    let mode =
        |mode| std::fs::set_permissions(folder.path().join("a.en.txt"), PermissionsExt::from_mode(mode));
    mode(0o444).expect("permissions");
    let run = folder.run(&["check", "--isolated", "--fix", "."]);
    mode(0o644).expect("permissions");
    assert_eq!((run.status, folder.read("a.en.txt").as_str()), (2, ROUGH));
    assert!(
        run.stderr.contains("a.en.txt: not written: it is read-only; make it writable"),
        "{}",
        run.stderr
    );
    assert!(!folder.read("b.en.txt").contains("the the"));
}

#[cfg(unix)]
#[test]
fn a_link_is_followed_and_permissions_are_kept() {
    use std::os::unix::fs::PermissionsExt;
    let folder = Folder::new("fix-link");
    folder.file("real/a.txt", ROUGH);
    let real = folder.path().join("real/a.txt");
    std::fs::set_permissions(&real, PermissionsExt::from_mode(0o640)).expect("permissions");
    std::os::unix::fs::symlink(&real, folder.path().join("a.en.txt")).expect("a link");
    folder.run(&["check", "--isolated", "--fix", "a.en.txt"]);
    assert!(std::fs::symlink_metadata(folder.path().join("a.en.txt")).expect("there").is_symlink());
    assert!(!folder.read("real/a.txt").contains("the the"));
    assert_eq!(std::fs::metadata(&real).expect("there").permissions().mode() & 0o777, 0o640);
    assert_eq!(std::fs::read_dir(folder.path().join("real")).expect("a folder").count(), 1);
}

#[test]
fn standard_input_is_shown_as_a_patch_only() {
    let folder = Folder::new("fix-stdin");
    let shown = folder
        .pipe(&["check", "--isolated", "--diff", "--stdin-filename", "x.en.txt", "-"], ROUGH.as_bytes());
    assert!(shown.stdout.contains("+Nobody knew the reason."), "{}{}", shown.stdout, shown.stderr);
    let fixed =
        folder.pipe(&["check", "--isolated", "--fix", "--stdin-filename", "x.en.txt", "-"], ROUGH.as_bytes());
    assert!(fixed.status == 2 && fixed.stderr.contains("--diff prints"), "{}", fixed.stderr);
}
