//! Where sentences may end by the Unicode rules (UAX #29). Plain ASCII, which most English is, takes no tables.

use unicode_segmentation::UnicodeSegmentation;

/// The stretches between sentence boundaries, with their places; together they are the text.
pub(super) fn bounds(text: &str) -> Vec<(usize, &str)> {
    if !text.is_ascii() {
        return text.split_sentence_bound_indices().collect();
    }
    let mut out = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let (next, ends) = step(bytes, at);
        at = next;
        if ends && at < bytes.len() {
            out.push((start, &text[start..at]));
            start = at;
        }
    }
    if start < text.len() {
        out.push((start, &text[start..]));
    }
    out
}

/// Where to go on from a byte, and whether a boundary is there.
fn step(bytes: &[u8], at: usize) -> (usize, bool) {
    let here = |i: usize| bytes.get(i).copied().unwrap_or(b' ');
    if is_line_end(here(at)) {
        return (behind_line_end(bytes, at), true);
    }
    if !is_stop(here(at)) {
        return (at + 1, false);
    }
    let dot = bytes[at] == b'.';
    // SB6 and SB7: `3.4`, `U.S`.
    let letter_before = at > 0 && bytes[at - 1].is_ascii_alphabetic();
    if dot && (here(at + 1).is_ascii_digit() || here(at + 1).is_ascii_uppercase() && letter_before) {
        return (at + 1, false);
    }
    // SB9 and SB10: what closes, and white space.
    let mut next = at + 1;
    while bytes.get(next).is_some_and(|b| matches!(b, b'"' | b'\'' | b'(' | b')' | b'[' | b']' | b'{' | b'}'))
    {
        next += 1;
    }
    while bytes.get(next).is_some_and(|b| matches!(b, b' ' | b'\t' | 0x0b | 0x0c)) {
        next += 1;
    }
    if bytes.get(next).is_some_and(|b| is_line_end(*b)) {
        return (behind_line_end(bytes, next), true);
    }
    // SB8: a small letter before anything else that could begin or end a sentence.
    let telling = |b: &&u8| b.is_ascii_alphabetic() || is_line_end(**b) || is_stop(**b);
    let goes_on = dot && bytes[next..].iter().find(telling).is_some_and(u8::is_ascii_lowercase);
    let is_inner = matches!(here(next), b',' | b'-' | b':' | b';') || is_stop(here(next));
    let is_last = next == bytes.len();
    (next, is_last || !goes_on && !is_inner)
}

fn is_stop(b: u8) -> bool {
    matches!(b, b'.' | b'!' | b'?')
}

fn is_line_end(b: u8) -> bool {
    matches!(b, b'\n' | b'\r')
}

fn behind_line_end(bytes: &[u8], at: usize) -> usize {
    at + if bytes[at..].starts_with(b"\r\n") { 2 } else { 1 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_segmentation::UnicodeSegmentation;

    use super::bounds;

    fn same(text: &str) {
        assert_eq!(bounds(text), text.split_sentence_bound_indices().collect::<Vec<_>>(), "{text:?}");
    }

    #[test]
    fn ascii_needs_no_tables() {
        for text in [
            "",
            "It is 3.4. U.S.A. \"Go!\" he said. (No.) ok. No?! - Yes",
            "a.\r\n b.\n\nC. 5 d. 5 D",
            "a. ; b",
        ] {
            same(text);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        #[test]
        fn ascii_is_as_the_tables_say(text in "[ab AB1.!?,;:'\"()\\-\\n\\r\t_\u{7f}\u{0}\u{b}\u{c}/%#]{0,24}") {
            same(&text);
        }

        #[test]
        fn all_ascii(text in "[\u{0}-\u{7f}]{0,30}") {
            same(&text);
        }
    }
}
