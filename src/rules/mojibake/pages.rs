//! Code pages backwards: which UTF-8 a few characters were before they were read in the wrong encoding.

use std::sync::LazyLock;

/// A single-byte encoding that UTF-8 is taken for.
pub(super) struct Page {
    /// Characters of the bytes from 0x80, sorted.
    bytes: Vec<(char, u8)>,
    /// Whether letters of its language follow one another as the bytes of UTF-8 do, so that only sequences which no
    /// language has count.
    strict: bool,
}

static PAGES: LazyLock<Vec<Page>> = LazyLock::new(|| {
    use encoding_rs::{MACINTOSH, WINDOWS_1250, WINDOWS_1251, WINDOWS_1252};
    let mut pages = vec![page(known(WINDOWS_1252), false)];
    pages.extend([WINDOWS_1250, WINDOWS_1251, MACINTOSH].map(|e| page(known(e), true)));
    let dos = include_str!("pages.tsv").lines().filter_map(|l| l.split_once('\t'));
    pages.extend(dos.map(|(_, chars)| page(chars.chars().zip(0x80..=0xFF).collect(), true)));
    pages
});

/// Bytes that a page leaves undefined are read as the control character of the same number, as Latin-1 reads all of
/// 0x80 to 0x9F.
fn known(encoding: &'static encoding_rs::Encoding) -> Vec<(char, u8)> {
    let mut out: Vec<(char, u8)> = Vec::new();
    for byte in 0x80..=0xFF_u8 {
        let (text, _) = encoding.decode_without_bom_handling(std::slice::from_ref(&byte));
        out.extend(text.chars().next().map(|c| (c, byte)));
        if encoding == encoding_rs::WINDOWS_1252 && byte < 0xA0 {
            out.push((char::from(byte), byte));
        }
    }
    out
}

fn page(mut bytes: Vec<(char, u8)>, strict: bool) -> Page {
    bytes.sort_unstable();
    bytes.dedup_by_key(|(c, _)| *c);
    Page { bytes, strict }
}

impl Page {
    fn byte(&self, c: char) -> Option<u8> {
        if c.is_ascii() {
            return None;
        }
        let i = self.bytes.binary_search_by_key(&c, |&(c, _)| c).ok()?;
        Some(self.bytes[i].1)
    }

    /// The character whose UTF-8 the first characters of `text` are, and how many bytes of `text` they take.
    fn sequence(&self, text: &str) -> Option<(char, usize)> {
        let mut bytes = [0_u8; 4];
        let mut chars = text.chars();
        bytes[0] = self.byte(chars.next()?)?;
        let n = match bytes[0] {
            0xC2..=0xDF => 2,
            0xE0..=0xEF => 3,
            0xF0..=0xF4 => 4,
            _ => return None,
        };
        for slot in &mut bytes[1..n] {
            *slot = self.byte(chars.next()?)?;
        }
        let c = std::str::from_utf8(&bytes[..n]).ok()?.chars().next()?;
        Some((c, text.len() - chars.as_str().len()))
    }
}

/// Where a sequence stands among others: one alone may be chance.
#[derive(Clone, Copy)]
struct Chain {
    inside: bool,
    goes_on: bool,
}

/// What the beginning of `text` was before it was misread, and how many bytes of it that takes.
pub(super) fn reread(before: Option<char>, text: &str) -> Option<(String, usize)> {
    PAGES.iter().find_map(|page| {
        let (mut out, mut at, mut prev) = (String::new(), 0, before);
        while let Some((c, len)) = page.sequence(&text[at..]) {
            let rest = &text[at + len..];
            let chain = Chain { inside: !out.is_empty(), goes_on: page.sequence(rest).is_some() };
            if !page.accepts(prev, c, &text[at..at + len], rest.chars().next(), chain) {
                break;
            }
            prev = text[at..at + len].chars().next_back();
            out.push(c);
            at += len;
        }
        (at > 0).then(|| (unfold(&out), at))
    })
}

/// Text that was misread several times over.
fn unfold(text: &str) -> String {
    let (mut out, mut at, mut changed) = (String::new(), 0, false);
    while at < text.len() {
        if let Some((c, len)) = PAGES[0].sequence(&text[at..]) {
            out.push(c);
            at += len;
            changed = true;
        } else {
            let Some(c) = text[at..].chars().next() else { break };
            out.push(c);
            at += c.len_utf8();
        }
    }
    if changed { unfold(&out) } else { out }
}

impl Page {
    /// Whether `c` is what a text may have held and `seen` is what no language writes.
    fn accepts(&self, before: Option<char>, c: char, seen: &str, after: Option<char>, chain: Chain) -> bool {
        let lower = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase());
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        if self.strict {
            let general = matches!(c, '\u{2010}'..='\u{203a}' | '€' | '™');
            let accented =
                matches!(c, 'à'..='ÿ') && (lower(before) || lower(after)) && letter(before.or(after));
            return general || accented && !closes(seen);
        }
        match c {
            '\u{2000}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}' => true,
            '\u{1e00}'..='\u{1eff}'
            | '\u{3000}'..='\u{9fff}'
            | '\u{ac00}'..='\u{d7a3}'
            | '\u{f900}'..='\u{ffff}' => !closes(seen),
            // A capital before it and a quotation mark in it: the end of a word in capitals, as in `MAÇÃ”`.
            '\u{80}'..='\u{ff}' => !(closes(seen) && before.is_some_and(char::is_uppercase)),
            '\u{100}'..='\u{17f}' => {
                chain.goes_on || chain.inside || lower(after) || lower(before) && !closes(seen)
            }
            '\u{180}'..='\u{dff}' | '\u{e00}'..='\u{1dff}' => chain.inside || chain.goes_on && !closes(seen),
            _ => false,
        }
    }
}

/// Whether all that follows the first character may follow the last letter of a word: spaces, closing marks, dashes.
fn closes(seen: &str) -> bool {
    seen.chars().skip(1).all(|c| {
        matches!(
            c,
            '\u{a0}'
                | '»'
                | '«'
                | '”'
                | '“'
                | '„'
                | '’'
                | '‘'
                | '‚'
                | '…'
                | '–'
                | '—'
                | '›'
                | '‹'
                | '·'
                | '°'
                | '†'
                | '®'
                | '™'
                | '©'
        )
    })
}

#[cfg(test)]
mod tests {
    use super::reread;

    #[test]
    fn text_is_read_back() {
        for (seen, was) in [
            ("â€™", "’"),
            ("Ã©", "é"),
            ("â\u{80}\u{9d}", "”"),
            ("Ã¢â‚¬â„¢", "’"),
            ("‚Äô", "’"),
            ("ÔÇÖ", "’"),
            ("ΓÇÖ", "’"),
            ("вЂ™", "’"),
            ("ä¸\u{ad}æ–‡", "中文"),
            ("Ð¿Ñ€Ð¸", "при"),
            ("ðŸ˜€", "😀"),
            ("ï¿½", "\u{fffd}"),
        ] {
            assert_eq!(reread(Some('n'), seen), Some((was.to_owned(), seen.len())), "{seen}");
        }
    }

    #[test]
    fn languages_are_left_alone() {
        for (before, text) in [
            ('Ç', "Ã”"),
            ('l', "à\u{a0}»"),
            ('t', "é\u{a0}»"),
            ('t', "é…»"),
            ('L', "É®"),
            ('a', "ß”"),
            ('5', "Å”"),
            ('A', "Ê "),
            ('с', "В»"),
            (' ', "“É"),
        ] {
            assert_eq!(reread(Some(before), text), None, "{text}");
        }
    }
}
