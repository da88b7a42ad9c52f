//! Character references: how long one is in the file, and what it shows.

use html5gum::Token;

/// Length and meaning of the reference that `rest` begins with; `None` where the `&` stands for itself.
pub(in crate::document::readers) fn reference(rest: &str, in_attribute: bool) -> Option<(usize, String)> {
    let body = rest.strip_prefix('&')?;
    let number = usize::from(body.starts_with('#'));
    let length = body[number..].bytes().take(40).take_while(u8::is_ascii_alphanumeric).count();
    if length == 0 {
        return None;
    }
    let mut end = 1 + number + length;
    let closed = rest.as_bytes().get(end) == Some(&b';');
    end += usize::from(closed);
    if let Some((_, shown)) = COMMON.iter().find(|(name, _)| rest[..end] == **name) {
        return Some((end, (*shown).to_owned()));
    }
    // In an attribute `&copy=1` is an address, not a sign.
    let next = if closed { None } else { rest.as_bytes().get(end) };
    if in_attribute && next == Some(&b'=') {
        return None;
    }
    let shown = decode(&rest[..end], in_attribute)?;
    if shown == rest[..end] {
        return None;
    }
    // A name without semicolon may end inside the word, as in `&notit`; what follows stands for itself.
    let first = shown.chars().next().map_or(0, char::len_utf8);
    let tail = rest.as_bytes()[1..end].iter().rev().zip(shown.as_bytes()[first..].iter().rev());
    let same = tail.take_while(|(a, b)| a == b).count();
    Some((end - same, shown[..shown.len() - same].to_owned()))
}

/// `entity` as the tokenizer understands it: the table of 2,231 names is its own.
fn decode(entity: &str, in_attribute: bool) -> Option<String> {
    let tag = in_attribute.then(|| format!("<a b=\"{entity}\">"));
    let mut shown = Vec::new();
    for token in html5gum::Tokenizer::new(tag.as_deref().unwrap_or(entity)) {
        match token {
            Ok(Token::String(s)) => shown.extend_from_slice(&s.value),
            Ok(Token::StartTag(tag)) => {
                shown.extend(tag.attributes.values().flat_map(|v| v.value.0.iter()));
            }
            _ => {}
        }
    }
    String::from_utf8(shown).ok().filter(|s| !s.is_empty())
}

/// The references that nearly all texts are content with.
const COMMON: &[(&str, &str)] = &[
    ("&amp;", "&"),
    ("&lt;", "<"),
    ("&gt;", ">"),
    ("&quot;", "\""),
    ("&nbsp;", "\u{a0}"),
    ("&#39;", "'"),
    ("&apos;", "'"),
    ("&mdash;", "—"),
    ("&ndash;", "–"),
    ("&hellip;", "…"),
    ("&ldquo;", "“"),
    ("&rdquo;", "”"),
    ("&lsquo;", "‘"),
    ("&rsquo;", "’"),
];

#[cfg(test)]
mod tests {
    use super::reference;

    fn read(rest: &str) -> Option<(usize, String)> {
        reference(rest, false)
    }

    #[test]
    fn named_decimal_and_hexadecimal() {
        assert_eq!(read("&amp; x"), Some((5, "&".into())));
        assert_eq!(read("&eacute;t"), Some((8, "é".into())));
        assert_eq!(read("&#19996;"), Some((8, "东".into())));
        assert_eq!(read("&#x4E1C;风"), Some((8, "东".into())));
        assert_eq!(read("&semi;"), Some((6, ";".into())));
        assert_eq!(read("&fjlig;"), Some((7, "fj".into())));
    }

    #[test]
    fn without_semicolon_the_longest_name_counts() {
        assert_eq!(read("&notit; x"), Some((4, "¬".into())));
        assert_eq!(read("&ampamp"), Some((4, "&".into())));
        assert_eq!(read("&copy 2020"), Some((5, "©".into())));
        assert_eq!(read("&#65 b"), Some((4, "A".into())));
        assert_eq!(reference("&copy=1", true), None);
        assert_eq!(reference("&copyx", true), None);
        assert_eq!(reference("&copy", true), Some((5, "©".into())));
    }

    #[test]
    fn a_mere_ampersand_stands_for_itself() {
        for text in ["& x", "&", "&;", "&#;", "&nosuchname;", "&东;"] {
            assert_eq!(read(text), None, "{text}");
        }
        assert_eq!(read("&#0;"), Some((4, "\u{fffd}".into())));
    }
}
