//! Reads any bytes as `a.tmx`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mtlint_fuzz::read("a.tmx", bytes));
