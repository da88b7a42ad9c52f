//! Reads any bytes as two snapshots and compares them.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mtlint_fuzz::snapshots(bytes));
