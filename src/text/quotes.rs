//! Quotation marks within one text.

/// Whether a place lies inside quotation marks that are open in its own segment.
pub fn is_quoted(text: &str, at: usize) -> bool {
    let (mut curly, mut straight) = (0_i32, false);
    for c in text[..at].chars() {
        match c {
            '“' | '«' | '「' | '『' => curly += 1,
            '”' | '»' | '」' | '』' => curly = (curly - 1).max(0),
            '"' => straight = !straight,
            _ => {}
        }
    }
    let closes = text[at..].contains(['”', '»', '」', '』']);
    curly > 0 && closes || straight && text[at..].contains('"')
}

#[cfg(test)]
mod tests {
    use super::is_quoted;

    #[test]
    fn quotations_are_seen_when_they_close() {
        let at = |text: &str| is_quoted(text, text.find('x').unwrap_or_default());
        assert!(at("He said “x” to me") && at("\"a x\"") && !at("“a” x “b”") && !at("5\" x") && !at("“x"));
    }
}
