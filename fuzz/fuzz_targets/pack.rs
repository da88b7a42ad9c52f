//! Reads any bytes as a rule pack, runs its tests and tells its gaps.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mtlint_fuzz::pack(bytes));
