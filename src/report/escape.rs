//! How text is written in each host: the one place for escaping.

use std::borrow::Cow;
use std::fmt::Write;

/// Text or an attribute of XML 1.0; what XML cannot hold becomes U+FFFD.
pub(crate) fn xml(text: &str) -> Cow<'_, str> {
    let plain = |c: char| !matches!(c, '&' | '<' | '>' | '"' | '\'' | '\t' | '\n' | '\r') && is_xml(c);
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            // An attribute would turn them into blanks.
            '\t' | '\n' | '\r' => drop(write!(out, "&#{};", c as u32)),
            c if is_xml(c) => out.push(c),
            _ => out.push('\u{fffd}'),
        }
    }
    Cow::Owned(out)
}

/// Whether XML 1.0 allows a character (production 2).
fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}

/// A cell of a CSV file (RFC 4180) that programs read.
pub(crate) fn cell(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r', ';', '\t']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text.to_owned()
}

/// A cell for people: one that a spreadsheet would take for a formula gets an apostrophe in front.
pub(super) fn csv(cell: &str) -> String {
    let formula = cell.trim_start_matches([' ', '"', '\'']).starts_with(['=', '+', '-', '@'])
        || cell.starts_with(['\t', '\r', '\n']);
    if formula { self::cell(&format!("'{cell}")) } else { self::cell(cell) }
}

/// JSON inside a `script` element: nothing in it can end the element, begin a comment or end a line of a script.
pub(super) fn script(json: &str) -> String {
    let mut out = String::with_capacity(json.len() + json.len() / 32);
    for c in json.chars() {
        match c {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => drop(write!(out, "\\u{:04x}", c as u32)),
            c => out.push(c),
        }
    }
    out
}

/// The message of a workflow command of GitHub.
pub(super) fn github(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property of a workflow command of GitHub.
pub(super) fn github_property(text: &str) -> String {
    github(text).replace(':', "%3A").replace(',', "%2C")
}

/// A line of a message in Markdown that GitHub and GitLab show: what stands in backticks as code, all else as it is written.
pub(super) fn markdown(message: &str) -> String {
    if !message.matches('`').count().is_multiple_of(2) {
        return markdown_text(message);
    }
    let parts = message.split('`').enumerate();
    let written = parts.map(|(i, part)| match (i % 2, markdown_text(part)) {
        (1, text) => format!("<code>{text}</code>"),
        (_, text) => text,
    });
    written.collect()
}

fn markdown_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' | '\r' | '\t' => out.push(' '),
            // A name behind it would be told of the report.
            '@' => out.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '#' | '|' | '~' | '!' | '$' | ':' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// The path of a file as a URI reference (RFC 3986), with slashes.
pub(super) fn uri(path: &str) -> String {
    let path = path.replace('\\', "/");
    let absolute = path.starts_with('/');
    // `C:/x` would be read as a scheme.
    let drive = path.as_bytes().get(1) == Some(&b':');
    let mut out = match (absolute, drive) {
        (true, _) => "file://".to_owned(),
        (_, true) => "file:///".to_owned(),
        _ => String::new(),
    };
    for byte in path.strip_prefix("./").unwrap_or(&path).bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            byte => drop(write!(out, "%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{csv, github, github_property, markdown, script, uri, xml};
    use proptest::prelude::*;

    #[test]
    fn every_host_has_its_way() {
        assert_eq!(xml("a<b & \"c\"\u{1}\n"), "a&lt;b &amp; &quot;c&quot;\u{fffd}&#10;");
        assert_eq!(csv("=1+1"), "'=1+1");
        assert_eq!(csv("a, \"b\""), "\"a, \"\"b\"\"\"");
        assert_eq!(csv("“-5” degrees"), "“-5” degrees");
        assert_eq!(github("50%\nnext"), "50%25%0Anext");
        assert_eq!(github_property("a:b,c"), "a%3Ab%2Cc");
        assert_eq!(markdown("`a*b` is *not* <b>"), "<code>a\\*b</code> is \\*not\\* &lt;b&gt;");
        assert_eq!(markdown("`` is odd`"), "\\`\\` is odd\\`");
        assert_eq!(uri("./a b/东.md"), "a%20b/%E4%B8%9C.md");
        assert_eq!(uri("/x/a.md"), "file:///x/a.md");
        assert_eq!(uri("C:\\x\\a.md"), "file:///C%3A/x/a.md");
    }

    proptest! {
        #[test]
        fn a_cell_is_never_a_formula(text in "[ \"'=+@\\-\\t\\ra-z,]{0,8}") {
            let cell = csv(&text);
            let shown = cell.strip_prefix('"').unwrap_or(&cell);
            prop_assert!(!shown.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }

        #[test]
        fn a_script_holds_any_json(text in "[<>&/!a\\-\"'\u{2028}\u{2029}]{0,16}") {
            let json = serde_json::to_string(&text).expect("JSON");
            let inside = script(&json);
            let bare = inside.contains(['<', '>', '&', '\u{2028}', '\u{2029}']);
            prop_assert!(!bare, "{}", inside);
            prop_assert_eq!(serde_json::from_str::<String>(&inside).expect("JSON"), text);
        }

        #[test]
        fn markdown_has_no_tag_of_the_text(text in "[<>&`a|\\n@]{0,12}") {
            let out = markdown(&text).replace("<code>", "").replace("</code>", "");
            prop_assert!(!out.contains(['<', '\n', '@']));
        }
    }
}
