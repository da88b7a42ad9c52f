//! Addresses in running text.

use std::ops::Range;

/// The addresses in a text: `https://…`, `www.…` and e-mail addresses, without the punctuation behind them.
pub fn urls(text: &str) -> Vec<Range<u32>> {
    let bytes = text.as_bytes();
    let mut out: Vec<Range<u32>> = Vec::new();
    if !text.contains("://") && !text.contains("www.") && !text.contains('@') {
        return out;
    }
    let mut at = 0;
    while let Some(start) = next_start(bytes, at) {
        let end = start + text[start..].find(|c: char| !is_address(c)).unwrap_or(text.len() - start);
        let trimmed = trim_end(&text[start..end]);
        at = end.max(start + 1);
        let is_mail = trimmed.contains('@') && !trimmed.contains("://");
        let whole = if is_mail { mail(trimmed) } else { trimmed.len() > 6 };
        if whole {
            out.push(start as u32..(start + trimmed.len()) as u32);
        }
    }
    out
}

/// The next place where an address may begin: a scheme, `www.` or the local part of an e-mail address.
fn next_start(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while at < bytes.len() {
        if !bytes[at].is_ascii_alphanumeric() {
            at += 1;
            continue;
        }
        let start = at;
        while at < bytes.len() && is_local(bytes[at]) {
            at += 1;
        }
        let rest = &bytes[at..];
        let word = &bytes[start..at];
        if rest.starts_with(b"://")
            || rest.starts_with(b"@") && at + 1 < bytes.len()
            || word.starts_with(b"www.")
        {
            return Some(start);
        }
    }
    None
}

fn is_local(b: u8) -> bool {
    b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'+' | b'-' | b'%')
}

fn is_address(c: char) -> bool {
    c.is_ascii_graphic() && !matches!(c, '"' | '<' | '>' | '`' | '{' | '}' | '|' | '\\' | '^')
}

/// Without stops, and without a bracket that was opened before the address.
fn trim_end(address: &str) -> &str {
    let mut out = address.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*', '_']);
    for (open, close) in [('(', ')'), ('[', ']')] {
        while out.ends_with(close) && out.matches(close).count() > out.matches(open).count() {
            out = out[..out.len() - 1].trim_end_matches(['.', ',', ';', ':', '!', '?']);
        }
    }
    out
}

fn mail(address: &str) -> bool {
    address.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && domain.split('.').count() >= 2
            && domain
                .split('.')
                .all(|p| !p.is_empty() && p.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
    })
}

#[cfg(test)]
mod tests {
    use super::urls;

    #[test]
    fn addresses_end_before_punctuation() {
        let text =
            "See https://a.org/x_(y)?q=1, (www.b.com) or mail to me.too@c-d.org. A@ b@c 3:4 http://例.cn";
        let got: Vec<_> = urls(text).into_iter().map(|r| &text[r.start as usize..r.end as usize]).collect();
        assert_eq!(got, ["https://a.org/x_(y)?q=1", "www.b.com", "me.too@c-d.org", "http://"]);
    }
}
