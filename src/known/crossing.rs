//! Whether a stretch of Chinese is a word of its own: no other word of the dictionary begins in it or before it and ends
//! elsewhere.

use crate::lang::dictionary::Dictionary;

/// How many characters before a stretch a word may begin that ends inside it.
const BEFORE: usize = 3;

/// Whether a word begins before `start` and goes on behind it.
pub(crate) fn is_crossed_before(text: &str, start: usize) -> bool {
    let earlier = text[..start].char_indices().rev().take(BEFORE);
    earlier.into_iter().any(|(at, _)| ends(text, at).any(|e| e > start))
}

/// Whether a word begins inside the stretch and goes on behind its end.
pub(crate) fn is_crossed_behind(text: &str, start: usize, end: usize) -> bool {
    let inside = text[start..end].char_indices().skip(1);
    inside.into_iter().any(|(at, _)| ends(text, start + at).any(|e| e > end))
}

/// Where the words end that begin at a byte.
fn ends(text: &str, at: usize) -> impl Iterator<Item = usize> {
    Dictionary::get().prefixes(&text[at..]).into_iter().map(move |length| at + length)
}

#[cfg(test)]
mod tests {
    use super::{is_crossed_before, is_crossed_behind};

    #[test]
    fn words_cross() {
        let text = "别再种草药了";
        let (start, end) = ("别再".len(), "别再种草".len());
        assert!(is_crossed_behind(text, start, end) && !is_crossed_before(text, start));
        assert!(!is_crossed_behind("我种草", 3, 9) && is_crossed_before(text, "别再种草".len()));
    }
}
