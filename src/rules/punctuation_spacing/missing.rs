//! Spaces that are missing: after a comma or full stop, before and after brackets.

use super::Place;
use super::scan::{Scan, place};

/// Words that begin a sentence and hardly ever a name.
const OPENERS: &str = "The This That These Those It In He She We They But And However At On For After As If When There To \
    With You From Since So According Although While During By Its His Her Their Our My Not Now Then";
/// What stands before a name, with a full stop.
const TITLES: &str = "Mr Mrs Ms Dr Prof";
/// Second parts of host names and file names.
const EXTENSIONS: &str =
    "com net org io ai cn js ts py rs md app dev gov edu info co tv txt pdf html doc xml json";
/// What may stand in brackets as part of a word: `employee(s)`, `man(kind)`.
const ENDINGS: &str = "s es ies ed d er r n al ly ing men man kind ren e en te le";

impl Scan<'_> {
    /// A comma or semicolon between two words.
    pub(super) fn after_comma(&self, at: usize, out: &mut Vec<Place>) {
        let (prev, mark, rest) = (self.prev(at), self.text.as_bytes()[at], &self.text[at + 1..]);
        let (before, after) = (self.word_before(at), self.word_after(at + 1));
        let closes = prev.is_some_and(|c| c.is_ascii_digit() || matches!(c, ')' | '”' | '%'));
        let word = after.len() > 1 || matches!(after, "a" | "I") && self.text[at + 2..].starts_with(' ');
        let quote = rest.starts_with('“');
        let entity = mark == b';' && self.token(at).contains('&');
        if (before.len() > 1 || closes)
            && (word || quote)
            && self.text.contains(' ')
            && !entity
            && !self.is_technical(at)
            && is_latin(after)
        {
            out.push(missing_after(at, "no space after `{text}`"));
        }
    }

    /// A sentence that begins right after the stop of the one before.
    pub(super) fn sentence(&self, at: usize, out: &mut Vec<Place>) -> usize {
        let end = at + 1;
        let (before, after) = (self.word_before(at), self.word_after(end));
        let prev = self.prev(at);
        let mut letters = after.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        let plain = capital && letters.clone().next().is_some() && letters.all(char::is_lowercase);
        let single = matches!(after, "A" | "I") && self.text[end + 1..].starts_with(' ');
        let quoted = self.text[end..].starts_with('“') && before.len() > 1;
        let follows = self.next(end + after.len());
        let beyond = follows.map_or("", |c| &self.text[end + after.len() + c.len_utf8()..]);
        let name = listed(EXTENSIONS, &after.to_ascii_lowercase())
            || follows.is_some_and(|c| matches!(c, '(' | '_') || c.is_ascii_digit())
            || follows == Some('.') && beyond.starts_with(char::is_alphanumeric);
        let lower =
            before.chars().count() > 1 && before.chars().all(|c| c.is_lowercase() || matches!(c, '\'' | '’'));
        let title = before.len() > 1 && before.chars().skip(1).all(char::is_lowercase);
        let closed = prev.is_some_and(|c| c.is_ascii_digit() || matches!(c, ')' | '”' | '%'));
        // After a year or a sum that ends a sentence, not after the number of a list item or a version.
        let number = self.text[..at].trim_end_matches(|c: char| c.is_ascii_digit());
        let summed = number.len() < at
            && number.strip_suffix(' ').is_some_and(|s| s.ends_with(char::is_lowercase))
            && plain
            && follows == Some(' ');
        let begins = summed
            || (plain || single) && (lower || listed(TITLES, before))
            || (title || closed || before.len() > 1)
                && listed(OPENERS, after)
                && follows.is_none_or(|c| c == ' ' || c == ',');
        if (begins && !name || quoted) && !self.is_technical(at) && is_latin(after) {
            out.push(missing_after(at, "no space after `{text}`"));
        }
        end
    }

    /// A quotation mark between two words. One with a space on its inner side faces the wrong way instead.
    pub(super) fn curly(&self, at: usize, out: &mut Vec<Place>) -> usize {
        let end = at + '“'.len_utf8();
        let (before, after) = (self.word_before(at), self.word_after(end));
        if self.text[at..].starts_with('“') {
            if before.len() > 1 && !after.is_empty() && is_latin(before) {
                out.push(place(at..end, at..at, " ", "no space before `{text}`"));
            }
        } else if after.len() > 1 && self.prev(at).is_some_and(|c| !c.is_whitespace()) && is_latin(after) {
            out.push(place(at..end, end..end, " ", "no space after `{text}`"));
        }
        end
    }

    pub(super) fn opening(&self, at: usize, out: &mut Vec<Place>) -> usize {
        let before = self.word_before(at);
        let rest = &self.text[at + 1..];
        let Some(len) = rest.find([')', '(']).filter(|&i| rest.as_bytes()[i] == b')') else { return at + 1 };
        let inside = &rest[..len];
        let prose = inside.contains(' ')
            && inside.chars().any(char::is_alphabetic)
            && !inside.contains(['=', '_', ';', '"', '\'']);
        let name = inside.len() > 1
            && inside.chars().all(|c| c.is_ascii_alphabetic() || c == '-')
            && !listed(ENDINGS, inside)
            && !is_roman(inside);
        let after = rest[len + 1..].chars().next();
        let ends = after.is_none_or(|c| {
            c.is_whitespace() || c.is_ascii_punctuation() && !matches!(c, '(' | '[' | '{' | '_') || c == '’'
        });
        let call = self.text[..at].ends_with(|c: char| c.is_ascii_digit())
            || before.chars().skip(1).any(char::is_uppercase) && !is_acronym(inside);
        if before.chars().count() > 2
            && (prose || name && !call)
            && (ends || prose || is_acronym(inside))
            && !self.is_technical(at)
            && is_latin(before)
        {
            out.push(place(at..at + 1, at..at, " ", "no space before `{text}`"));
        }
        at + 1
    }

    pub(super) fn closing(&self, at: usize, out: &mut Vec<Place>) -> usize {
        let after = self.word_after(at + 1);
        let Some(open) = self.text[..at].rfind('(') else { return at + 1 };
        let inside = &self.text[open + 1..at];
        let part = !inside.contains(' ') && inside.chars().all(char::is_lowercase);
        let chemical = inside.len() < 3 || inside.chars().all(|c| c.is_ascii_digit());
        if after.len() > 1
            && after.chars().all(char::is_lowercase)
            && !part
            && !chemical
            && !self.is_technical(at)
            && is_latin(after)
        {
            out.push(missing_after(at, "no space after `{text}`"));
        }
        at + 1
    }
}

fn missing_after(at: usize, what: &'static str) -> Place {
    place(at..at + 1, at + 1..at + 1, " ", what)
}

/// Whether a word is on a list.
fn listed(list: &str, word: &str) -> bool {
    list.split(' ').any(|w| w == word)
}

fn is_roman(text: &str) -> bool {
    text.chars().all(|c| matches!(c, 'I' | 'V' | 'X'))
}

fn is_acronym(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_uppercase() || c == '-')
}

/// Spacing of other scripts is another matter.
fn is_latin(word: &str) -> bool {
    word.chars().all(|c| !crate::text::script::script(c).is_cjk())
}
