//! Attributes of a tag with their places; also of the tags of JSX and of Hugo's shortcodes, which are written alike.

use std::ops::Range;

/// One attribute.
pub(in crate::document::readers) struct Attr<'a> {
    /// Its name as it is written.
    pub(in crate::document::readers) name: &'a str,
    /// Where its value stands in the tag, without quotation marks; `None` if it has none, or one that is no string.
    pub(in crate::document::readers) value: Option<Range<usize>>,
}

/// Reads the attributes of `tag` from the byte `at` on, which lies behind the tag's name.
pub(in crate::document::readers) struct Attrs<'a> {
    tag: &'a str,
    at: usize,
}

impl<'a> Attrs<'a> {
    pub(in crate::document::readers) fn new(tag: &'a str, at: usize) -> Self {
        Self { tag, at }
    }

    fn skip(&mut self, skip: impl Fn(u8) -> bool) {
        let rest = &self.tag.as_bytes()[self.at..];
        self.at += rest.iter().take_while(|&&b| skip(b)).count();
    }

    fn peek(&self) -> Option<u8> {
        self.tag.as_bytes().get(self.at).copied()
    }

    fn value(&mut self) -> Option<Range<usize>> {
        match self.peek()? {
            quote @ (b'"' | b'\'' | b'`') => Some(self.quoted(quote)),
            b'{' => {
                let end = braces(self.tag.as_bytes(), self.at).unwrap_or(self.tag.len());
                let inner = self.at + 1..end.saturating_sub(1).max(self.at + 1);
                self.at = end;
                let text = self.tag.get(inner.clone())?;
                let quote = text.chars().next().filter(|c| "\"'`".contains(*c))?;
                let body = text.strip_prefix(quote)?.strip_suffix(quote)?;
                let plain = !body.contains([quote, '\\', '{']);
                plain.then(|| inner.start + 1..inner.end - 1)
            }
            _ => {
                let start = self.at;
                self.skip(|b| !b.is_ascii_whitespace() && b != b'>');
                Some(start..self.at)
            }
        }
    }

    fn quoted(&mut self, quote: u8) -> Range<usize> {
        let start = self.at + 1;
        let rest = &self.tag.as_bytes()[start..];
        let length = rest.iter().position(|&b| b == quote).unwrap_or(rest.len());
        self.at = (start + length + 1).min(self.tag.len());
        start..start + length
    }
}

impl<'a> Iterator for Attrs<'a> {
    type Item = Attr<'a>;

    fn next(&mut self) -> Option<Attr<'a>> {
        loop {
            self.skip(|b| b.is_ascii_whitespace() || b == b'/' || b == b'=');
            match self.peek()? {
                b'>' => return None,
                b'{' => self.at = braces(self.tag.as_bytes(), self.at).unwrap_or(self.tag.len()),
                quote @ (b'"' | b'`') => _ = self.quoted(quote),
                _ => break,
            }
        }
        let start = self.at;
        self.skip(|b| !b.is_ascii_whitespace() && !matches!(b, b'=' | b'>' | b'/'));
        let name = &self.tag[start..self.at];
        let behind = self.at;
        self.skip(|b| b.is_ascii_whitespace());
        if self.peek() != Some(b'=') {
            self.at = behind;
            return Some(Attr { name, value: None });
        }
        self.at += 1;
        self.skip(|b| b.is_ascii_whitespace());
        Some(Attr { name, value: self.value() })
    }
}

/// The end of the braces that open at `start`, with strings inside passed over.
pub(in crate::document::readers) fn braces(bytes: &[u8], start: usize) -> Option<usize> {
    let (mut depth, mut at) = (0, start);
    while let Some(&b) = bytes.get(at) {
        match b {
            b'{' => depth += 1,
            b'}' => {
                depth -= 1;
                if depth == 0 {
                    return Some(at + 1);
                }
            }
            // An apostrophe is no string where none closes on the line.
            b'"' | b'`' | b'\'' => {
                let line = bytes[at + 1..].iter().position(|&c| c == b || b != b'`' && c == b'\n');
                match line.map(|n| at + 1 + n) {
                    Some(end) if bytes[end] == b => at = end,
                    _ => {}
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::Attrs;

    #[test]
    fn attributes_of_three_kinds_of_tags() {
        let list = |tag: &str| {
            let one = |a: super::Attr<'_>| format!("{}={}", a.name, a.value.map_or("-", |r| &tag[r]));
            Attrs::new(tag, 2).map(one).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(list("<a b='x y' c = \"z\" d e=f/>"), "b=x y c=z d=- e=f/");
        assert_eq!(list("<T {...p} a={1 + {b: '}'}} t={\"x y\"} u>"), "a=- t=x y u=-");
        assert_eq!(list("< x=`y z` \"q\" w='"), "x=y z w=");
        assert_eq!(list("<a b={"), "b=-");
    }
}
