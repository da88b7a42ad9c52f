//! The binary as a user calls it.

mod common;

use common::mtlint;

#[test]
fn compact_output_of_a_sample() {
    let run = mtlint(&[
        "check",
        "--isolated",
        "--no-pairing",
        "--format",
        "compact",
        "samples/policy-speech.en.md",
    ]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("samples/policy-speech.en.md:5:"), "{}", run.stdout);
}
