//! Reads the numerals of any text in every language.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mtlint_fuzz::numerals_of(bytes));
