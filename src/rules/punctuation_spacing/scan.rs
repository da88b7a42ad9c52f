//! One pass over a text that finds wrong spaces, and asks [`super::missing`] about missing ones.

use std::ops::Range;

use super::Place;
use crate::text::window::floor;

/// What the pass needs to know.
pub(super) struct Scan<'a> {
    pub(super) text: &'a str,
    /// Whether a space before `;`, `:`, `!`, `?` is right.
    pub(super) french: bool,
    /// Whether two spaces after a full stop are a habit of the text.
    pub(super) typed: bool,
}

impl Scan<'_> {
    /// Adds the places of the text in order.
    pub(super) fn run(&self, out: &mut Vec<Place>) {
        let bytes = self.text.as_bytes();
        let first = out.len();
        let mut at = 0;
        while at < bytes.len() {
            let end = match bytes[at] {
                b' ' => self.spaces(at, out),
                b',' | b';' => self.comma(at, out),
                b'.' => self.stop(at, out),
                b'!' | b'?' => self.sentence(at, out),
                b'(' => self.opening(at, out),
                b')' => self.closing(at, out),
                b'\'' => self.apostrophe(at, 1, out),
                0xE2 if self.text[at..].starts_with(['“', '”']) => self.curly(at, out),
                0xE2 if self.text[at..].starts_with('’') => self.apostrophe(at, '’'.len_utf8(), out),
                _ => at + 1,
            };
            at = end.max(at + 1);
        }
        self.quotes(out);
        out[first..].sort_by_key(|p| p.range.start);
    }

    pub(super) fn prev(&self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    pub(super) fn next(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    /// The letters that end at `at`.
    pub(super) fn word_before(&self, at: usize) -> &str {
        let head = &self.text[..at];
        let start = head
            .char_indices()
            .rev()
            .take_while(|&(_, c)| c.is_alphabetic() || matches!(c, '\'' | '’'))
            .last();
        &head[start.map_or(at, |(i, _)| i)..]
    }

    pub(super) fn word_after(&self, at: usize) -> &str {
        let tail = &self.text[at..];
        &tail[..tail.find(|c: char| !c.is_alphabetic()).unwrap_or(tail.len())]
    }

    /// What stands between white space round `at`.
    pub(super) fn token(&self, at: usize) -> &str {
        let at = floor(self.text, at);
        let before = self.text[..at].char_indices().rev().find(|(_, c)| c.is_whitespace());
        let start = before.map_or(0, |(i, c)| i + c.len_utf8());
        let end = self.text[at..].find(char::is_whitespace).map_or(self.text.len(), |i| at + i);
        &self.text[start..end]
    }

    pub(super) fn is_technical(&self, at: usize) -> bool {
        self.token(at)
            .contains(['=', '_', '/', '\\', '<', '>', '{', '}', '$', '#', '@', '&', '|', '+', '*', '^', '~'])
    }

    fn spaces(&self, at: usize, out: &mut Vec<Place>) -> usize {
        let len = self.text[at..].bytes().take_while(|&b| b == b' ').count();
        let end = at + len;
        let (Some(prev), Some(next)) = (self.prev(at), self.next(end)) else { return end };
        let spaces = at..end;
        if matches!(next, ',' | '.' | ';' | ':' | '!' | '?') && self.is_stray(prev, next, end) {
            let marks =
                if next == '.' { self.text[end..].bytes().take_while(|&b| b == b'.').count() } else { 1 };
            out.push(place(at..end + marks, spaces, "", "a space before `{text}`"));
        } else if matches!(next, ')' | ']' | '”')
            && (prev.is_alphanumeric() || matches!(prev, '.' | ',' | '!' | '?' | '%'))
            && self.encloses_words(end)
        {
            let mark = if next == '”' { next.len_utf8() } else { 0 };
            out.push(place(at..end + mark, spaces, "", before_closing(next)));
        } else if matches!(prev, '(' | '[' | '“')
            && (next.is_alphanumeric() || matches!(next, '"' | '“'))
            && self.opens_words(at, end)
        {
            let mark = if prev == '“' { prev.len_utf8() } else { 0 };
            out.push(place(at - mark..end, spaces, "", after_opening(prev)));
        } else if matches!(next, '\'' | '’')
            && prev.is_ascii_alphabetic()
            && is_suffix(&self.text[end + next.len_utf8()..])
        {
            out.push(place(at..end + next.len_utf8(), spaces, "", "a space before an apostrophe"));
        } else if len > 1 && !self.is_gap(at, prev, len) {
            out.push(place(spaces.clone(), spaces, " ", "two spaces for one"));
        }
        end
    }

    /// Whether a space before the mark at `at` is wrong.
    fn is_stray(&self, prev: char, mark: char, at: usize) -> bool {
        let french = self.french || self.text[..at].rfind('«') > self.text[..at].rfind('»');
        if self.is_named(at) {
            return false;
        }
        let after = self.next(at + 1);
        let ends = after.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '"' | '”' | '’' | '\'' | ')' | ']' | '»' | '」')
        });
        let word = prev.is_alphanumeric() || matches!(prev, ')' | ']' | '”' | '’' | '"' | '%' | '」' | '》');
        match mark {
            ',' => word && after.is_none_or(|c| c != ',' && !c.is_ascii_digit()),
            '.' => {
                (word && ends || self.is_carried_ellipsis(prev, at))
                    && !self.is_technical(at.saturating_sub(2))
            }
            '!' | '?' => !french && word && (ends && after != Some(')') || matches!(after, Some('!' | '?'))),
            // `;` and `:` begin faces, stand in ratios and part the times of a day.
            _ => {
                let ratio = prev.is_ascii_digit()
                    && self.text[at + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit());
                !french && word && after.is_none_or(char::is_whitespace) && !ratio
            }
        }
    }

    /// Whether marks are spoken of, one after the other: `the operators , and ;`.
    fn is_named(&self, at: usize) -> bool {
        let joined = |s: &str| s.trim_end().ends_with(" and") || s.trim_end().ends_with(" or");
        let after = &self.text[at + 1..];
        let next = after.strip_prefix(" and ").or_else(|| after.strip_prefix(" or ")).unwrap_or_default();
        joined(&self.text[..at])
            || next.starts_with([',', '.', ';', ':', '!', '?']) && next[1..].starts_with([' ', '.'])
    }

    /// Three dots after a space at the end of a sentence: `……` stands apart in Chinese. Inside a quotation they may mark
    /// what was left out.
    fn is_carried_ellipsis(&self, prev: char, at: usize) -> bool {
        let rest = self.text[at..].trim_start_matches('.');
        let dots = self.text.len() - at - rest.len();
        let next = rest.trim_start_matches(' ').chars().next();
        let quoted = self.text[..at].matches('"').count() % 2 == 1
            || self.text[..at].matches('“').count() > self.text[..at].matches('”').count();
        let word = prev.is_alphanumeric() || matches!(prev, '"' | '”');
        (3..=7).contains(&dots)
            && word
            && !quoted
            && next.is_none_or(|c| c.is_uppercase() || matches!(c, '"' | '”' | ')'))
    }

    /// Whether the closing mark at `at` ends a stretch of words, not a tick box or a face.
    fn encloses_words(&self, at: usize) -> bool {
        let open = match self.next(at) {
            Some(')') => '(',
            Some(']') => '[',
            // One that stands before a word faces the wrong way: no question of space.
            _ if self.next(at + '”'.len_utf8()).is_some_and(char::is_alphanumeric) => return false,
            _ => '“',
        };
        let Some(start) = self.text[..at].rfind(open) else { return false };
        self.text[start..at].chars().filter(|c| c.is_alphanumeric()).count() > 1
    }

    fn opens_words(&self, at: usize, end: usize) -> bool {
        let open = self.prev(at).unwrap_or_default();
        if open == '“' && self.prev(at - open.len_utf8()).is_some_and(char::is_alphanumeric) {
            return false;
        }
        let close = match open {
            '(' => ')',
            '[' => ']',
            _ => '”',
        };
        let inside = &self.text[end..];
        let inside = &inside[..inside.find(close).unwrap_or(inside.len())];
        let before = self.prev(at - open.len_utf8());
        inside.chars().filter(|c| c.is_alphanumeric()).count() > 1
            && before.is_none_or(|c| !matches!(c, ':' | ';' | '=' | '-'))
    }

    /// Whether a gap is meant: alignment, or the habit after full stops.
    fn is_gap(&self, at: usize, prev: char, len: usize) -> bool {
        len > 3
            || self.text.contains(['|', '\t'])
            || self.text.contains("    ")
            || is_list_marker(&self.text[..at])
            || self.typed && matches!(prev, '.' | '!' | '?' | ':' | '"' | '”' | ')')
    }

    fn comma(&self, at: usize, out: &mut Vec<Place>) -> usize {
        let mark = self.text.as_bytes()[at];
        let rest = &self.text[at + 1..];
        let again = rest.trim_start_matches(' ');
        let skipped = rest.len() - again.len();
        let prev = self.prev(at);
        if again.as_bytes().first() == Some(&mark)
            && prev.is_some_and(|c| c.is_alphanumeric() || c == ')')
            && !again[1..].starts_with([',', ';'])
        {
            let end = at + 2 + skipped;
            out.push(place(at..end, at + 1..end, "", "a doubled mark `{text}`"));
            return end;
        }
        if mark == b','
            && skipped == 0
            && rest.starts_with('.')
            && !rest[1..].starts_with(|c: char| c.is_alphanumeric() || c == '.')
            && prev.is_some_and(char::is_alphabetic)
        {
            out.push(place(at..at + 2, at..at + 1, "", "a comma and a full stop `{text}`"));
            return at + 2;
        }
        self.after_comma(at, out);
        at + 1
    }

    fn stop(&self, at: usize, out: &mut Vec<Place>) -> usize {
        let dots = self.text[at..].bytes().take_while(|&b| b == b'.').count();
        let end = at + dots;
        let prev = self.prev(at);
        let after = self.next(end);
        let word = prev.is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | '”' | '"' | ']'));
        match dots {
            2 if word && after.is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '”' | ')')) => {
                out.push(place(at..end, at + 1..end, "", "a doubled mark `{text}`"));
            }
            5..=7 if prev.is_none_or(|c| c != ' ') || out.last().is_none_or(|p| p.edit.end != at) => {
                out.push(place(at..end, at..end, "...", "the six dots of a Chinese ellipsis"));
            }
            1 => return self.sentence(at, out),
            _ => {}
        }
        end
    }

    /// A space after an apostrophe inside a word: `China' s`.
    fn apostrophe(&self, at: usize, len: usize, out: &mut Vec<Place>) -> usize {
        let end = at + len;
        let rest = &self.text[end..];
        let tail = rest.trim_start_matches(' ');
        let gap = rest.len() - tail.len();
        let before = self.prev(at).is_some_and(|c| c.is_ascii_alphabetic() && c != 's');
        let quoted = self.text[..at].ends_with('\'') || self.opens_quote(at);
        if gap > 0 && before && !quoted && is_suffix(tail) && !tail.starts_with(['d', 'm']) {
            out.push(place(at..end + gap, end..end + gap, "", "a space after an apostrophe"));
            return end + gap;
        }
        end
    }

    /// Whether a single quotation mark is open before `at`, so that this one closes it.
    fn opens_quote(&self, at: usize) -> bool {
        let head = &self.text[..at];
        let open = head.rfind('‘').max(head.rfind(" '").map(|i| i + 1));
        open.is_some_and(|i| head[i..].matches(['\'', '‘', '’']).count() == 1)
    }

    /// Spaces inside pairs of straight quotation marks, where it is certain which mark opens and which closes.
    fn quotes(&self, out: &mut Vec<Place>) {
        let marks: Vec<usize> = self.text.match_indices('"').map(|(i, _)| i).collect();
        if marks.len() % 2 == 1 {
            return;
        }
        let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let fits = |pair: &[usize]| {
            let (before, after) = (self.prev(pair[0]), self.next(pair[1] + 1));
            (blank(before) || before.is_some_and(|c| matches!(c, '(' | '[' | '—' | '-')))
                && (blank(after) || after.is_some_and(|c| c.is_ascii_punctuation() && c != '('))
        };
        if !marks.chunks(2).all(fits) {
            return;
        }
        for pair in marks.chunks(2) {
            let inside = &self.text[pair[0] + 1..pair[1]];
            let lead = inside.len() - inside.trim_start_matches(' ').len();
            let tail = inside.len() - inside.trim_end_matches(' ').len();
            if lead == inside.len() {
                continue;
            }
            if lead > 0 {
                let end = pair[0] + 1 + lead;
                out.push(place(pair[0]..end, pair[0] + 1..end, "", after_opening('"')));
            }
            if tail > 0 {
                let start = pair[1] - tail;
                out.push(place(start..pair[1] + 1, start..pair[1], "", before_closing('"')));
            }
        }
    }
}

pub(super) fn place(
    range: Range<usize>,
    edit: Range<usize>,
    with: &'static str,
    what: &'static str,
) -> Place {
    Place { range, edit, with, what }
}

fn before_closing(mark: char) -> &'static str {
    if matches!(mark, ')' | ']') {
        "a space before a closing bracket"
    } else {
        "a space before a closing quotation mark"
    }
}

fn after_opening(mark: char) -> &'static str {
    if matches!(mark, '(' | '[') {
        "a space after an opening bracket"
    } else {
        "a space after an opening quotation mark"
    }
}

/// Whether a text is the number or sign of a list item.
fn is_list_marker(text: &str) -> bool {
    text.len() <= 4 && !text.contains(' ') && text.ends_with(['.', ')', '-', '*', '+', ':', '•'])
}

/// Whether a text begins with what follows an apostrophe, as a word of its own.
fn is_suffix(text: &str) -> bool {
    let len = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    matches!(&text[..len], "s" | "t" | "re" | "ve" | "ll" | "d" | "m")
        && text[len..].chars().next().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '\'' | '’'))
}
