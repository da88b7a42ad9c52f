//! The binary as a user calls it.

use std::process::Command;

#[test]
fn compact_output_of_a_sample() {
    let out = Command::new(env!("CARGO_BIN_EXE_mtlint"))
        .args(["check", "--isolated", "--format", "compact", "samples/first.en.md"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("runs");
    assert_eq!(out.status.code(), Some(1));
    insta::assert_snapshot!(String::from_utf8_lossy(&out.stdout), @"samples/first.en.md:1:14: error untranslated-text: `东风` is left untranslated");
}
