//! Places inside what the parser gives out as one event: the inside of code, the title of a link or an image.

use std::ops::Range;

use crate::document::readers::flow::Flow;
use crate::source::Span;

/// Shows the code `shown`, which stands at `range` between backticks. It may differ from what stands there by line
/// ends with marks of quotations behind them, and by the backslash before a `|` in a table.
pub(super) fn code(flow: &mut Flow, copy: &str, range: Range<usize>, shown: &str) {
    let whole = &copy[range.clone()];
    let ticks = whole.len() - whole.trim_start_matches('`').len();
    let inner = range.start + ticks..range.end.saturating_sub(ticks).max(range.start + ticks);
    aligned(flow, copy, inner, shown);
}

/// Shows `shown`, which stands at `range` but for such differences.
pub(super) fn aligned(flow: &mut Flow, copy: &str, range: Range<usize>, shown: &str) {
    let raw = copy.as_bytes();
    let want = shown.as_bytes();
    let (mut at, mut next, mut run) = (range.start, 0, range.start);
    while at < range.end && next < want.len() {
        if raw[at] == want[next] {
            at += 1;
            next += 1;
            continue;
        }
        if !copy.is_char_boundary(at) {
            break;
        }
        flow.verbatim(Span::from(run..at));
        match (raw[at], want[next]) {
            (b'\\', b'|') if raw.get(at + 1) == Some(&b'|') => {
                flow.atom(Span::from(at..at + 2), "|");
                at += 2;
                next += 1;
            }
            (b'\n' | b'\r', b' ') => {
                let start = at;
                at += if raw[at..range.end].starts_with(b"\r\n") { 2 } else { 1 };
                flow.space(Span::from(start..at));
                next += 1;
                let ahead = want.get(next);
                while at < range.end && matches!(raw[at], b' ' | b'\t' | b'>') && Some(&raw[at]) != ahead {
                    at += 1;
                }
            }
            _ => at += copy[at..].chars().next().map_or(1, char::len_utf8),
        }
        run = at;
    }
    if copy.is_char_boundary(at) {
        flow.verbatim(Span::from(run..at));
    }
}

/// Where the title of the link or image at `range` stands, if it is written there.
pub(super) fn title(copy: &str, range: Range<usize>) -> Option<Range<usize>> {
    let whole = copy.get(range.clone())?.strip_suffix(')')?.trim_end();
    let last = whole.chars().next_back()?;
    let open = match last {
        '"' | '\'' => last,
        ')' => '(',
        _ => return None,
    };
    let end = whole.len() - 1;
    let mut starts = whole[..end].char_indices().rev().filter(|(_, c)| *c == open);
    let start = starts.find(|(i, _)| whole[..*i].ends_with([' ', '\t', '\n', '\r']))?.0 + 1;
    Some(range.start + start..range.start + end)
}

#[cfg(test)]
mod tests {
    use super::title;

    #[test]
    fn a_title_is_found_from_the_end() {
        let find = |s: &'static str| title(s, 0..s.len()).map(|r| &s[r]);
        assert_eq!(find("[a](b \"c \\\"d\\\"\")"), Some("c \\\"d\\\""));
        assert_eq!(find("![a](b 'c' )"), Some("c"));
        assert_eq!(find("[a](b)"), None);
        assert_eq!(find("[a][b]"), None);
    }
}
