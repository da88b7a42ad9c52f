//! Reads any bytes as `a.csv`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mtlint_fuzz::read("a.csv", bytes));
