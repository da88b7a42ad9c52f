//! Bounded views of a text around a place, cut on character boundaries: what looks at them costs the same in a paragraph
//! of any length.

/// The last character boundary at or before `at`.
pub fn floor(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0)
}

/// At most `most` bytes before `at`.
pub fn before(text: &str, at: usize, most: usize) -> &str {
    let from = at.saturating_sub(most);
    let from = (from..=at).find(|&i| text.is_char_boundary(i)).unwrap_or(at);
    &text[from..at]
}

/// At most `most` bytes from `at` on.
pub fn after(text: &str, at: usize, most: usize) -> &str {
    &text[at..floor(text, at.saturating_add(most)).max(at)]
}

#[cfg(test)]
mod tests {
    use super::{after, before};

    #[test]
    fn windows_cut_no_character() {
        let text = "a东风b";
        assert_eq!((before(text, 7, 4), before(text, 7, 3), before(text, 7, 99)), ("风", "风", "a东风"));
        assert_eq!((after(text, 1, 4), after(text, 1, 2), after(text, 7, 99)), ("东", "", "b"));
    }
}
