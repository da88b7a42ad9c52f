//! Where lines begin, and what column a byte is in.

use super::Span;

/// A place for people and editors: line and column, both from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// Line, from 1; LF, CRLF and a lone CR end one.
    pub line: u32,
    /// Column in characters (Unicode scalar values), from 1.
    pub column: u32,
    /// Column in UTF-16 code units, from 1, as editors and the language server protocol count.
    pub utf16: u32,
}

/// The first byte of every line of a text.
#[derive(Debug)]
pub struct LineIndex {
    starts: Vec<u32>,
}

impl LineIndex {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (i, &b) in bytes.iter().enumerate() {
            if b == b'\n' || b == b'\r' && bytes.get(i + 1) != Some(&b'\n') {
                starts.push(i as u32 + 1);
            }
        }
        Self { starts }
    }

    /// Number of lines; an empty text has one.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Never: an empty text has one line.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// The line (from 0) that holds the byte `at`.
    pub fn line_of(&self, at: u32) -> usize {
        self.starts.partition_point(|&s| s <= at) - 1
    }

    /// The bytes of line `line` (from 0), its end mark included.
    pub fn span(&self, line: usize, text: &str) -> Span {
        let start = self.starts.get(line).copied().unwrap_or(text.len() as u32);
        let end = self.starts.get(line + 1).copied().unwrap_or(text.len() as u32);
        Span::new(start, end)
    }

    /// Line and columns of the byte `at` of `text`.
    pub fn position(&self, text: &str, at: u32) -> Position {
        let line = self.line_of(at);
        let before = text.get(self.starts[line] as usize..at as usize).unwrap_or_default();
        let (mut column, mut utf16) = (1, 1);
        for c in before.chars() {
            column += 1;
            utf16 += c.len_utf16() as u32;
        }
        Position { line: line as u32 + 1, column, utf16 }
    }
}

#[cfg(test)]
mod tests {
    use super::LineIndex;

    #[test]
    fn three_kinds_of_line_end() {
        let text = "a\nb\r\nc\rd";
        let index = LineIndex::new(text);
        assert_eq!(index.len(), 4);
        let lines: Vec<_> = (0..4).map(|i| &text[index.span(i, text).range()]).collect();
        assert_eq!(lines, ["a\n", "b\r\n", "c\r", "d"]);
    }

    #[test]
    fn columns_count_characters_and_utf16_units() {
        let text = "the 东风 𠮷x";
        let index = LineIndex::new(text);
        let at = text.find('x').map_or(0, |i| i as u32);
        let p = index.position(text, at);
        assert_eq!((p.line, p.column, p.utf16), (1, 9, 10));
    }
}
