//! Decodes any bytes; what comes out must have lines and columns everywhere.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| mtlint_fuzz::decode(bytes));
