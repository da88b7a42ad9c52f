//! The addresses of one side of a document, shown or not, in the order of the file.

use crate::document::{CodeKind, Document, MarkKind, Side};
use crate::finding::Label;
use crate::source::Span;

/// An address, and where it stands.
pub(super) struct Address {
    pub(super) at: Label,
    /// Where it stands in the file.
    pub(super) span: Span,
    /// As it is written.
    pub(super) text: String,
    /// What it is compared by.
    pub(super) key: String,
}

/// The addresses of a side. What is only an anchor in the same page is left out: headings are translated.
pub(super) fn addresses(doc: &Document, side: Side) -> Vec<Address> {
    let mut out: Vec<Address> = Vec::new();
    let file = if side == Side::Target { Some(&doc.file) } else { doc.source_file.as_ref() };
    for code in doc.codes(side).iter().filter(|c| c.kind == CodeKind::Address) {
        let Some(text) = file.map(|f| f.slice(code.span)) else { continue };
        out.push(address(Label::hidden(side, code.span), code.span, text));
    }
    for (i, segment) in doc.side(side).iter().enumerate().filter(|(_, s)| s.is_text()) {
        for mark in segment.text.marks().iter().filter(|m| m.kind == MarkKind::Url) {
            let text = &segment.shown()[mark.range.start as usize..mark.range.end as usize];
            let at = Label { side, segment: i as u32, start: mark.range.start, end: mark.range.end };
            out.push(address(at, segment.text.raw(mark.range.clone()), text));
        }
    }
    out.retain(|a| !a.key.is_empty());
    out.sort_by_key(|a| a.span);
    // A bare address may stand in an attribute, too.
    out.dedup_by(|b, a| a.span.contains(b.span));
    out
}

fn address(at: Label, span: Span, text: &str) -> Address {
    Address { at, span, text: text.to_owned(), key: key(text) }
}

/// Parts of an address that tell one language's page from another's.
fn is_language(part: &str) -> bool {
    matches!(
        part.to_ascii_lowercase().as_str(),
        "zh" | "cn"
            | "tw"
            | "hk"
            | "hans"
            | "hant"
            | "chs"
            | "cht"
            | "en"
            | "us"
            | "gb"
            | "ja"
            | "jp"
            | "ko"
            | "kr"
    )
}

/// What addresses are compared by: without scheme, `www.`, parts that name a language, anchor and final slash.
fn key(text: &str) -> String {
    let text = text.replace("&amp;", "&");
    let text = text.split('#').next().unwrap_or_default();
    let text = decode(text);
    let text = text.strip_prefix("mailto:").unwrap_or(&text);
    let rest = text.split_once("://").map_or(text, |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let mut out = String::with_capacity(rest.len());
    let is_separator = |c: char| matches!(c, '/' | '.' | '-' | '_' | '=');
    let mut at = 0;
    while at <= rest.len() {
        let end = rest[at..].find(is_separator).map_or(rest.len(), |i| at + i);
        if !is_language(&rest[at..end]) {
            // The separator before a part goes with it.
            if !out.is_empty() {
                out.push_str(&rest[at - 1..at]);
            }
            out.push_str(&rest[at..end]);
        }
        at = end + 1;
    }
    let host = out.find('/').filter(|_| text.contains("://"));
    if let Some(host) = host {
        out[..host].make_ascii_lowercase();
    }
    out.trim_matches(['/', '.', '-', '_', '=', '(']).to_owned()
}

/// Percent-encoded UTF-8 as characters; as it is where it is none.
fn decode(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let (mut bytes, mut rest) = (Vec::with_capacity(text.len()), text.as_bytes());
    while let Some((&first, tail)) = rest.split_first() {
        let hex = tail.get(..2).filter(|_| first == b'%').and_then(|h| std::str::from_utf8(h).ok());
        if let Some(byte) = hex.and_then(|h| u8::from_str_radix(h, 16).ok()) {
            bytes.push(byte);
            rest = &tail[2..];
        } else {
            bytes.push(first);
            rest = tail;
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// The anchor of an address, decoded.
pub(super) fn anchor(text: &str) -> Option<String> {
    text.split_once('#').map(|(_, anchor)| decode(anchor)).filter(|a| !a.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{anchor, key};

    #[test]
    fn editions_of_one_page_have_one_key() {
        for (one, two) in [
            ("http://a.example/zh-cn/docs/", "https://www.a.example/docs"),
            ("https://zh.a.example/x", "https://en.a.example/x"),
            ("guide.zh-CN.md", "guide.md"),
            ("docs/README-CN.md", "docs/README.md"),
            ("docs/%E9%97%A8", "docs/门"),
            ("https://A.example/x#top", "https://a.example/x"),
            ("/zh/", "/en/"),
        ] {
            assert_eq!(key(one), key(two), "{one}");
        }
        assert_ne!(key("https://a.example/X"), key("https://a.example/x"));
        assert_eq!((key("#门"), anchor("a#%E9%97%A8").as_deref()), (String::new(), Some("门")));
    }
}
