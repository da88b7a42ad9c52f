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
    /// Byte, characters and UTF-16 units since the start of its line, every [`STEP`] bytes or so of a long line: a
    /// column is found without counting from the line's start.
    marks: Vec<(u32, u32, u32)>,
}

/// Bytes between two marks in a long line.
const STEP: u32 = 512;

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
        let mut index = Self { starts, marks: Vec::new() };
        for line in 0..index.len() {
            let span = index.span(line, text);
            if span.len() > STEP {
                index.mark(span, text);
            }
        }
        index
    }

    fn mark(&mut self, line: Span, text: &str) {
        let (mut chars, mut units, mut next) = (0, 0, line.start + STEP);
        for (i, c) in text[line.range()].char_indices() {
            let at = line.start + i as u32;
            if at >= next {
                self.marks.push((at, chars, units));
                next = at + STEP;
            }
            chars += 1;
            units += c.len_utf16() as u32;
        }
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
        let start = self.starts[line];
        let near = self.marks.partition_point(|m| m.0 <= at).checked_sub(1).map(|i| self.marks[i]);
        let (from, chars, units) = near.filter(|m| m.0 >= start).unwrap_or((start, 0, 0));
        let before = text.get(from as usize..at as usize).unwrap_or_default();
        let (mut column, mut utf16) = (chars + 1, units + 1);
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
    fn long_lines_are_counted_from_the_nearest_mark() {
        let text = format!("short\n{}\nlast", "a东𠮷".repeat(500));
        let index = LineIndex::new(&text);
        for (n, (i, _)) in text.char_indices().enumerate().skip(6).take(1500) {
            let p = index.position(&text, i as u32);
            assert_eq!((p.line, p.column as usize), (2, n - 5));
            assert_eq!(p.utf16 as usize, 1 + text[6..i].encode_utf16().count());
        }
        assert_eq!(index.position(&text, text.len() as u32).line, 3);
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
