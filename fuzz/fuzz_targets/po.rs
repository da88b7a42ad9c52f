//! Reads any bytes as `a.po`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mtlint_fuzz::read("a.po", bytes));
