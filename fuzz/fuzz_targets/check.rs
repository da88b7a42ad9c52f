//! Checks any bytes as `a.md`, by all rules and packs.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mtlint_fuzz::check_article("a.md", bytes));
