//! Aligns the two halves of any bytes as articles.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    mtlint_fuzz::align("a.txt", bytes, ("zh", "en"));
    mtlint_fuzz::align("a.md", bytes, ("ko", "en"));
});
