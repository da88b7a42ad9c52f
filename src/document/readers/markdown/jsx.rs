//! Tags of JSX, which HTML and so Markdown would not take for tags: `<Note kind={a > b}>`.

use std::ops::Range;

use crate::document::readers::html::{braces, is_element};

/// No tag is longer, braces included.
const LONGEST: usize = 20_000;

/// A tag, of JSX or not.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag {
    pub(super) range: Range<usize>,
    /// Where its name ends.
    pub(super) name_end: usize,
    /// The change it makes to the number of components that are open.
    pub(super) depth: i32,
    /// Whether it names a component, so that HTML has nothing to do with it.
    pub(super) component: bool,
    /// The values and spreads in braces, each with the `=` before it.
    pub(super) braces: Vec<Range<usize>>,
}

/// The tag that begins at the `<` at `start`, or how far there is certainly none.
pub(super) fn tag(bytes: &[u8], start: usize) -> Result<Tag, usize> {
    let closing = bytes.get(start + 1) == Some(&b'/');
    let name = start + 1 + usize::from(closing);
    let is_name = |b: &u8| b.is_ascii_alphanumeric() || b"_.:-".contains(b);
    let name_end = name + bytes[name..].iter().take_while(|b| is_name(b)).count();
    // `<motion.div>` is a component, `<stdio.h>` is none.
    let dotted = std::str::from_utf8(&bytes[name..name_end]).ok().and_then(|n| n.rsplit_once('.'));
    let component = bytes.get(name).is_some_and(u8::is_ascii_uppercase)
        || dotted.is_some_and(|(_, element)| is_element(element))
        || name == name_end && bytes.get(name) == Some(&b'>');
    let is_letter = bytes.get(name).is_some_and(u8::is_ascii_alphabetic);
    let next = bytes.get(name_end).copied().unwrap_or(b'<');
    if !(is_letter || component) || !(next.is_ascii_whitespace() || matches!(next, b'/' | b'>' | b'{')) {
        return Err(start + 1);
    }
    let limit = (start + LONGEST).min(bytes.len());
    let mut found = Vec::new();
    let mut at = name_end;
    loop {
        match bytes.get(at).filter(|_| at < limit) {
            Some(b'>') => break,
            Some(b'<') => return Err(at),
            Some(quote @ (b'"' | b'\'')) if bytes[at - 1] == b'=' => {
                let length = bytes[at + 1..limit].iter().position(|b| b == quote).ok_or(limit)?;
                at += length + 2;
            }
            Some(b'{') => {
                let end = braces(&bytes[..limit], at).ok_or(limit)?;
                found.push(at - usize::from(bytes[at - 1] == b'=')..end);
                at = end;
            }
            Some(b'\n') if bytes[at + 1..].iter().find(|b| !b" \t\r".contains(b)) == Some(&b'\n') => {
                return Err(at);
            }
            // Anything else is no attribute, and what stands here is a remark in angle brackets.
            Some(b) if b.is_ascii_alphanumeric() || b.is_ascii_whitespace() || b"_:.@#=/-".contains(b) => {
                at += 1;
            }
            Some(_) => return Err(at),
            None => return Err(limit),
        }
    }
    let depth = if bytes[at - 1] == b'/' { 0 } else { 1 - 2 * i32::from(closing) };
    Ok(Tag { range: start..at + 1, name_end, depth, component, braces: found })
}

#[cfg(test)]
mod tests {
    use super::tag;

    #[test]
    fn a_tag_ends_outside_of_braces_and_strings() {
        let text = "<Note a={b > {c: '}>'}} d=\"e>\" {...f}>x";
        let found = tag(text.as_bytes(), 0).expect("a tag");
        assert_eq!(&text[found.range.end..], "x");
        assert!(found.component && found.depth == 1);
        let braces: Vec<_> = found.braces.iter().map(|r| &text[r.clone()]).collect();
        assert_eq!(braces, ["={b > {c: '}>'}}", "{...f}"]);
    }

    #[test]
    fn html_and_text_are_told_apart() {
        let tag = |text: &str| tag(text.as_bytes(), 0).ok().map(|t| (t.component, t.depth));
        assert_eq!(tag("<div className={a}>"), Some((false, 1)));
        assert_eq!(tag("</A.B>"), Some((true, -1)));
        assert_eq!((tag("<m.div>"), tag("<stdio.h>")), (Some((true, 1)), Some((false, 1))));
        assert_eq!(tag("<Img/>"), Some((true, 0)));
        assert_eq!(tag("<></>"), Some((true, 1)));
        for text in ["<", "< a>", "<A\n\n>", "<A b", "<A <b>", "<A b={c>", "<A b (c) d>", "<Abc 东>"] {
            assert_eq!(tag(text), None, "{text}");
        }
    }
}
