//! Machinery that shows in a text: control tokens, entities, escape sequences, fences, wrappers. Found by the character
//! that each begins with, in one pass.

use std::ops::Range;
use std::sync::LazyLock;

/// A mark that was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// What kind it is.
    pub(super) class: &'static str,
    /// Where.
    pub(super) at: Range<u32>,
    /// What should stand there, if that is known.
    pub(super) instead: Option<String>,
}

static TOKENS: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| table(include_str!("tokens.tsv")));
static ENTITIES: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| table(include_str!("entities.tsv")));

fn table(data: &'static str) -> Vec<(&'static str, &'static str)> {
    data.lines().filter(|l| !l.starts_with("# ")).filter_map(|l| l.split_once('\t')).collect()
}

/// Every mark in a text.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(next) = text[from..].find(['<', '[', '_', '&', '\\', '@', '#', '`', '⁇', '▁']) {
        let at = from + next;
        let rest = &text[at..];
        let found = match rest.as_bytes()[0] {
            b'&' => entity(rest),
            b'\\' => escape(&text[..at], rest),
            b'@' => joiner(&text[..at], rest),
            b'`' => fence(&text[..at], rest),
            _ if rest.starts_with('▁') => word_mark(rest),
            _ => token(rest),
        };
        from = at + rest.chars().next().map_or(1, char::len_utf8);
        if let Some((class, len, instead)) = found {
            out.push(Mark { class, at: at as u32..(at + len) as u32, instead });
            from = from.max(at + len);
        }
    }
    out
}

type Found = Option<(&'static str, usize, Option<String>)>;

fn token(rest: &str) -> Found {
    TOKENS.iter().find_map(|(class, mark)| {
        prefix(rest, mark).map(|len| (*class, len + role(&rest[..len], &rest[len..]), None))
    })
}

/// The length of the role that opens a turn of a chat behind its token: `<|im_start|>assistant`.
fn role(token: &str, rest: &str) -> usize {
    let word = rest.find(|c: char| !c.is_alphanumeric()).map_or(rest, |end| &rest[..end]);
    let opens = token.contains("start");
    let is_role = matches!(word, "assistant" | "user" | "system" | "model" | "tool" | "developer");
    if opens && is_role { word.len() } else { 0 }
}

/// The length of what a mark matches at the beginning of a text, without regard to case.
fn prefix(rest: &str, mark: &str) -> Option<usize> {
    let same = |text: &str, part: &str| text.get(..part.len()).is_some_and(|t| t.eq_ignore_ascii_case(part));
    let Some((head, tail)) = mark.split_once('*') else { return same(rest, mark).then_some(mark.len()) };
    if !same(rest, head) {
        return None;
    }
    let inner =
        rest[head.len()..].find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '_' | '-' | '▁'))?;
    let end = head.len() + inner;
    (inner > 0 && inner < 40 && same(&rest[end..], tail)).then_some(end + tail.len())
}

/// `&quot;`, `&amp;quot;`, `&#39;`, `&#x27;`.
fn entity(rest: &str) -> Found {
    let mut len = 1;
    while rest[len..].starts_with("amp;") {
        len += 4;
    }
    let name = rest[len..].split_once(';').map(|(name, _)| name).filter(|n| n.len() <= 8 && !n.is_empty());
    if let Some(instead) = name.and_then(decode) {
        return Some(("entity", len + name?.len() + 1, Some(instead)));
    }
    (len > 1).then(|| ("entity", len, Some("&".to_owned())))
}

fn decode(name: &str) -> Option<String> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16),
            None => number.parse(),
        };
        return char::from_u32(code.ok()?).filter(|c| !c.is_control()).map(String::from);
    }
    ENTITIES.iter().find(|(n, _)| *n == name).map(|(_, c)| (*c).to_owned())
}

/// `\n` between sentences or words that have no other white space there; `\u4e2d`. A path (`C:\new`) has a letter, a
/// colon or a dot before the backslash.
fn escape(before: &str, rest: &str) -> Found {
    let hex = |s: &str| s.len() == 4 && s.bytes().all(|b| b.is_ascii_hexdigit());
    if rest.starts_with("\\u") && rest.get(2..6).is_some_and(hex) {
        return Some(("escape", 6, None));
    }
    let mut len = 0;
    while rest[len..].starts_with("\\n") || rest[len..].starts_with("\\r") || rest[len..].starts_with("\\t") {
        len += 2;
    }
    let next = rest[len..].chars().next();
    let open = before.chars().next_back();
    let parts =
        open.is_none_or(|c| matches!(c, '.' | '!' | '?' | '"' | '”' | '。' | '！' | '？' | ')' | '）'));
    let alone = open.is_some_and(char::is_whitespace) && next.is_none_or(char::is_whitespace);
    let fits = len >= 4 || parts && next.is_none_or(|c| !c.is_lowercase()) || alone;
    (len > 0 && fits).then(|| ("escape", len, Some(" ".to_owned())))
}

/// The joiner of subword pieces: `trans@@ lation`, or `@@` on its own.
fn joiner(before: &str, rest: &str) -> Found {
    let follows = rest.strip_prefix("@@")?.chars().next();
    let open = before.chars().next_back();
    let hunk = rest.starts_with("@@ -") || before.contains("@@ -");
    let fits = follows != Some('@')
        && open != Some('@')
        && !hunk
        && (open.is_some_and(char::is_alphabetic) || follows.is_none_or(|c| !c.is_ascii_alphabetic()));
    fits.then_some(("control", 2, None))
}

/// Three backticks: around prose, or around code if the name of no format that prose comes in follows.
fn fence(before: &str, rest: &str) -> Found {
    let info = rest.strip_prefix("```")?;
    let name = info.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let prose = matches!(
        name,
        "" | "text" | "txt" | "plaintext" | "markdown" | "md" | "json" | "english" | "chinese"
    );
    let class = if prose { "fence" } else { "code" };
    (!before.ends_with('`') && !info.starts_with('`')).then_some((class, 3 + name.len(), None))
}

/// The mark of subword pieces for a space: `▁The▁city`.
fn word_mark(rest: &str) -> Found {
    let next = rest['▁'.len_utf8()..].chars().next()?;
    next.is_alphabetic().then(|| ("control", '▁'.len_utf8(), Some(" ".to_owned())))
}

/// The head of a JSON object around the translation: `{"translation": "`, and the tail that closes it.
pub(super) fn wrapper(text: &str) -> Option<(Range<u32>, Option<Range<u32>>)> {
    let body = text.trim_start();
    let at = text.len() - body.len();
    let inner = body.strip_prefix('{')?.trim_start();
    let (key, value) = inner.strip_prefix('"')?.split_once('"')?;
    let value = value.trim_start().strip_prefix(':')?.trim_start();
    let value = value.strip_prefix('"')?;
    if key.is_empty() || key.len() > 40 || key.contains(char::is_whitespace) && key.len() > 20 {
        return None;
    }
    let head = text.len() - value.len();
    let trimmed = text.trim_end();
    let tail = trimmed.strip_suffix('}').map(str::trim_end).and_then(|t| t.strip_suffix('"')).map(str::len);
    let tail = tail.filter(|t| *t > head).map(|t| t as u32..trimmed.len() as u32);
    Some((at as u32..head as u32, tail))
}

#[cfg(test)]
mod tests {
    use super::{marks, wrapper};

    fn found(text: &str) -> Vec<(&str, &str)> {
        marks(text).iter().map(|m| (m.class, &text[m.at.start as usize..m.at.end as usize])).collect()
    }

    #[test]
    fn marks_are_found_whole() {
        assert_eq!(found("a <|im_end|> b</s>"), [("control", "<|im_end|>"), ("control", "</s>")]);
        assert_eq!(found("<Think> so </think>"), [("reasoning", "<Think>"), ("reasoning", "</think>")]);
        assert_eq!(
            found("x &amp;quot;y&quot; &#39;z&amp; w"),
            [("entity", "&amp;quot;"), ("entity", "&quot;"), ("entity", "&#39;"), ("entity", "&amp;")]
        );
        assert_eq!(found("One.\\n\\nTwo.\\nThree"), [("escape", "\\n\\n"), ("escape", "\\n")]);
        assert_eq!(found("the @@ word trans@@ lated"), [("control", "@@"), ("control", "@@")]);
        assert_eq!(
            found("▁The▁city <0x0A> ⁇"),
            [("control", "▁"), ("control", "▁"), ("control", "<0x0A>"), ("control", "⁇")]
        );
        assert_eq!(found("```json then ```"), [("fence", "```json"), ("fence", "```")]);
        assert_eq!(found("<|im_start|>user"), [("control", "<|im_start|>user")]);
        assert_eq!(found("```rust"), [("code", "```rust")]);
    }

    #[test]
    fn likenesses_are_none() {
        let text = "C:\\new a@@@b @@ -1 +1 @@ @@name A&B; Q&A x < y, <b>, [1], a & b, \\begin AT&T; #### x";
        assert_eq!(found(text), []);
    }

    #[test]
    fn a_wrapper_has_a_head_and_a_tail() {
        assert_eq!(wrapper("{\"translation\": \"Good.\"}"), Some((0..17, Some(22..24))));
        assert_eq!(wrapper("{\"translation\": \"Good."), Some((0..17, None)));
        assert_eq!(wrapper("{a: \"b\"}"), None);
    }
}
