//! Bare addresses in running text: `https://…`, `www.…` and e-mail addresses.

use std::ops::Range;

/// The addresses in `text`, in order, without the punctuation that follows them.
pub fn urls(text: &str) -> Vec<Range<u32>> {
    let bytes = text.as_bytes();
    let mut out: Vec<Range<u32>> = Vec::new();
    let (mut at, mut floor) = (0, 0);
    while at < bytes.len() {
        let found = match bytes[at] {
            b':' if bytes[at..].starts_with(b"://") => scheme(text, floor, at),
            b'w' | b'W' => www(text, floor, at),
            b'@' => mail(bytes, floor, at),
            _ => None,
        };
        match found {
            Some(range) => {
                (at, floor) = (range.end, range.end);
                out.push(range.start as u32..range.end as u32);
            }
            None => at += 1,
        }
    }
    out
}

fn scheme(text: &str, floor: usize, colon: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let known = ["https", "http", "ftp"].into_iter().find(|s| {
        let start = colon.wrapping_sub(s.len());
        start <= colon
            && start >= floor
            && bytes[start..colon].eq_ignore_ascii_case(s.as_bytes())
            && !bytes[floor..start].last().is_some_and(u8::is_ascii_alphanumeric)
    })?;
    let body = colon + 3;
    let end = extent(text, body);
    (end > body).then(|| colon - known.len()..end)
}

fn www(text: &str, floor: usize, at: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let begins = bytes.get(at..at + 4).is_some_and(|b| b.eq_ignore_ascii_case(b"www."))
        && !bytes[floor..at].last().is_some_and(u8::is_ascii_alphanumeric);
    if !begins {
        return None;
    }
    let end = extent(text, at + 4);
    text.get(at + 4..end).is_some_and(|host| host.contains('.')).then_some(at..end)
}

fn mail(bytes: &[u8], floor: usize, at: usize) -> Option<Range<usize>> {
    let is_local = |b: &u8| b.is_ascii_alphanumeric() || b"._%+-".contains(b);
    let is_host = |b: &u8| b.is_ascii_alphanumeric() || b".-".contains(b);
    let start = at - bytes[floor..at].iter().rev().take_while(|b| is_local(b)).count();
    let mut end = at + 1 + bytes[at + 1..].iter().take_while(|b| is_host(b)).count();
    while end > at + 1 && b".-".contains(&bytes[end - 1]) {
        end -= 1;
    }
    let top = bytes[at + 1..end].rsplit(|&b| b == b'.').next().unwrap_or_default();
    let dotted = top.len() + 1 < end - at - 1 && top.len() >= 2;
    (start < at && dotted && top.iter().all(u8::is_ascii_alphabetic)).then_some(start..end)
}

/// Whether [`urls`] may find anything.
pub(super) fn may_have_urls(text: &str) -> bool {
    text.contains("://")
        || text.contains('@')
        || text.bytes().any(|b| b == b'w' || b == b'W') && has_www(text)
}

fn has_www(text: &str) -> bool {
    text.as_bytes().windows(4).any(|w| w.eq_ignore_ascii_case(b"www."))
}

/// Where an address ends whose host begins at `start`. A letter beyond ASCII belongs to it where it stands right
/// behind a `/`, `=` or the like, as in the addresses of Wikipedia; behind a Latin letter it is the next word.
fn extent(text: &str, start: usize) -> usize {
    let (mut end, mut path, mut last) = (start, false, '.');
    let (mut round, mut square) = (0i32, 0i32);
    for (i, c) in text[start..].char_indices() {
        let inside = match c {
            '<' | '>' | '"' | '`' | '|' | '\\' | '^' | '{' | '}' => false,
            _ if c.is_ascii() => c.is_ascii_graphic(),
            _ => c.is_alphanumeric() && path && (!last.is_ascii() || "/=_-#?&%.(+".contains(last)),
        };
        if !inside {
            break;
        }
        path |= c == '/';
        round += i32::from(c == '(') - i32::from(c == ')');
        square += i32::from(c == '[') - i32::from(c == ']');
        last = c;
        end = start + i + c.len_utf8();
    }
    loop {
        match text[start..end].chars().next_back() {
            Some('.' | ',' | ':' | ';' | '!' | '?' | '*' | '\'' | '~') => {}
            Some(')') if round < 0 => round += 1,
            Some(']') if square < 0 => square += 1,
            _ => return end,
        }
        end -= 1;
    }
}

#[cfg(test)]
mod tests {
    fn urls(text: &str) -> Vec<&str> {
        super::urls(text).into_iter().map(|r| &text[r.start as usize..r.end as usize]).collect()
    }

    #[test]
    fn addresses_end_before_the_punctuation_of_the_sentence() {
        assert_eq!(
            urls("See https://a.example/x_(y), or (http://b.example/)."),
            ["https://a.example/x_(y)", "http://b.example/"]
        );
        assert_eq!(
            urls("at www.a.example. Ask me@b.example; not a@b or www.x"),
            ["www.a.example", "me@b.example"]
        );
    }

    #[test]
    fn han_belongs_to_an_address_only_behind_a_delimiter() {
        assert_eq!(urls("见https://a.example/wiki/东风_(词)。"), ["https://a.example/wiki/东风_(词)"]);
        assert_eq!(
            urls("https://a.example/x的网站，www.b.example是"),
            ["https://a.example/x", "www.b.example"]
        );
    }
}
