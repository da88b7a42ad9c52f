use std::ops::Range;
use std::sync::LazyLock;

use super::shield::Shield;
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Applicability, Label, Message, Raw, Replace, Severity};
use crate::rule::Source;
use crate::text::script::{Script, script};

declare_rule! {
    /// ## What it does
    /// Finds characters that show nothing and have no business where they stand: zero-width spaces and joiners, byte
    /// order marks, soft hyphens, direction controls, control characters, tag characters, fillers.
    ///
    /// ## Why it matters
    /// A word with a zero-width space inside is not found by any search and breaks at the wrong place; a direction
    /// override makes a reader see another text than the file has, and is an error.
    ///
    /// ## Examples
    /// ```flags a.jsonl
    /// {"target": "The wo[[\u200b]]rd is broken, and so is the e[[\u202e]]nd."}
    /// ```
    /// ```passes
    /// A family 👨‍👩‍👧 in Tehran (می‌خواهم) wrote ❤️ to us.
    /// ```
    ///
    /// ## Limits
    /// Joiners are left alone beside scripts that need them and inside emoji, direction marks in a paragraph with
    /// Hebrew or Arabic, and the soft hyphen in German where the typesetter put it.
    InvisibleCharacter {
        id: "invisible-character",
        summary: "a character that shows nothing, where it has no business",
        category: "design/character-formatting",
        severity: Severity::Warning,
        source: Source::Unneeded,
        yields_to: &["mojibake"],
    }
    check
}

/// What decides whether an invisible character may stand.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// Never part of a text.
    Control,
    /// Never of use inside a translation.
    Format,
    /// Needed by some scripts and by emoji.
    Joiner,
    /// Needed beside text that runs from right to left.
    Mark,
    /// The same, by embedding or isolating a stretch.
    Bidi,
    /// Turns the text round whatever its script.
    Override,
    /// A line end that plain text never has.
    Break,
    /// Chooses the picture of the sign before it.
    Variation,
    /// Spells a region inside a flag.
    Tag,
}

struct Invisible {
    first: u32,
    last: u32,
    class: Class,
    name: &'static str,
}

static TABLE: LazyLock<Vec<Invisible>> =
    LazyLock::new(|| include_str!("invisible_character/names.tsv").lines().filter_map(parse).collect());

fn parse(line: &'static str) -> Option<Invisible> {
    let mut fields = line.split('\t');
    let mut next = || fields.next();
    let first = u32::from_str_radix(next()?, 16).ok()?;
    let last = u32::from_str_radix(next()?, 16).ok()?;
    let class = match next()? {
        "control" => Class::Control,
        "format" => Class::Format,
        "joiner" => Class::Joiner,
        "mark" => Class::Mark,
        "bidi" => Class::Bidi,
        "override" => Class::Override,
        "break" => Class::Break,
        "variation" => Class::Variation,
        _ => Class::Tag,
    };
    Some(Invisible { first, last, class, name: next()? })
}

fn look_up(c: char) -> Option<&'static Invisible> {
    // Most text is decided here: printable ASCII, Latin letters, Han, kana, Hangul syllables.
    if matches!(c, ' '..='~' | '\t' | '\n' | '\r' | '®'..='\u{2ff}' | '\u{3165}'..='\u{fdff}') {
        return None;
    }
    let i = TABLE.partition_point(|r| r.last < u32::from(c));
    TABLE.get(i).filter(|r| r.first <= u32::from(c))
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let target = &a.doc.langs.target;
    for (i, segment) in a.target() {
        let text = segment.shown();
        if !text.bytes().any(|b| (b < b' ' && !matches!(b, b'\t' | b'\n' | b'\r')) || b >= 0x7F) {
            continue;
        }
        let shield = Shield::of(segment, target);
        let right_to_left = text.chars().any(is_right_to_left);
        let mut run: Option<(Range<usize>, &'static Invisible)> = None;
        for (at, c) in text.char_indices() {
            let Some(found) = look_up(c) else { continue };
            let end = at + c.len_utf8();
            let allowed = match found.class {
                Class::Control | Class::Break => c == '\u{c}' && (at == 0 || end == text.len()),
                Class::Format => c == '\u{ad}' && target.is("de"),
                Class::Joiner => may_join(c, &text[..at], &text[end..]) || c == '\u{200c}' && target.is("de"),
                Class::Mark | Class::Bidi => right_to_left,
                Class::Override => false,
                Class::Variation => takes_selector(&text[..at]),
                Class::Tag => text[..at]
                    .chars()
                    .next_back()
                    .is_some_and(|p| p == '🏴' || ('\u{e0000}'..='\u{e007f}').contains(&p)),
            };
            let dangerous = matches!(found.class, Class::Bidi | Class::Override);
            if allowed || (shield.covers(at) && !dangerous) {
                continue;
            }
            match &mut run {
                Some((r, first)) if r.end == at => {
                    r.end = end;
                    if dangerous {
                        *first = found;
                    }
                }
                _ => {
                    out.extend(run.take().map(|(r, f)| finding(i, text, r, f)));
                    run = Some((at..end, found));
                }
            }
        }
        out.extend(run.map(|(r, f)| finding(i, text, r, f)));
    }
}

fn finding(segment: usize, text: &str, range: Range<usize>, what: &Invisible) -> Raw {
    let c = text[range.clone()].chars().find(|&c| (what.first..=what.last).contains(&u32::from(c)));
    let code = format!("U+{:04X}", c.map_or(what.first, u32::from));
    let at = Label::target(segment, range.start as u32..range.end as u32);
    let is_space = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let parts_words = what.class == Class::Break
        && !is_space(text[..range.start].chars().next_back())
        && !is_space(text[range.end..].chars().next());
    let with = if parts_words { " " } else { "" };
    let message = Message::new("invisible {code} {name}").with("code", code).with("name", what.name);
    let dangerous = matches!(what.class, Class::Bidi | Class::Override);
    InvisibleCharacter::META
        .finding(at, message)
        .severity(if dangerous { Severity::Error } else { Severity::Warning })
        .help(if with.is_empty() { "take it out" } else { "put a space in its place" })
        .fix(Applicability::Safe, vec![Replace { at, with: with.to_owned() }])
}

fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
        && look_up(c).is_none()
}

/// Whether a joiner has something to do: a script that shapes its letters beside it, or emoji on both sides.
fn may_join(c: char, before: &str, after: &str) -> bool {
    let shaped = |c: Option<char>| {
        c.is_some_and(|c| matches!(script(c), Script::Other(s) if !matches!(s, unicode_script::Script::Cyrillic | unicode_script::Script::Greek)))
    };
    let visible = |c: &char| !matches!(c, '\u{200b}'..='\u{200d}' | '\u{fe0f}' | '\u{fe0e}');
    let (prev, next) = (before.chars().rev().find(visible), after.chars().find(visible));
    shaped(prev)
        || shaped(next)
        || c == '\u{200d}' && prev.is_some_and(is_pictograph) && next.is_some_and(is_pictograph)
}

fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1fbff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}' | '©' | '®')
}

/// A selector may follow signs, digits of keycaps, Han characters and Mongolian letters, not Latin letters or nothing.
fn takes_selector(before: &str) -> bool {
    let Some(c) = before.chars().next_back() else { return false };
    !(c.is_whitespace()
        || matches!(script(c), Script::Latin)
        || c.is_ascii_punctuation() && !matches!(c, '#' | '*'))
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::{assert_english, assert_marked, check};

    #[test]
    fn each_kind_is_found() {
        for c in "\u{1b}\u{8}\u{7f}\u{ad}\u{200b}\u{200c}\u{200d}\u{200e}\u{202e}\u{2066}\u{2060}\u{feff}\u{fe0f}\u{3164}\u{e0041}\u{2028}".chars() {
            assert_marked("invisible-character", "a.txt", &format!("A wo[[{c}]]rd."), ("zh", "en"));
        }
    }

    #[test]
    fn a_run_is_one_finding() {
        assert_english("invisible-character", "A wo[[\u{200b}\u{202e}\u{200b}]]rd.");
        let found = check("a.txt", "A wo\u{200b}\u{202e}\u{200b}rd.", ("zh", "en"));
        assert_eq!(found[0].message.to_string(), "invisible U+202E right-to-left override");
    }

    #[test]
    fn what_scripts_and_emoji_need_stays() {
        for text in [
            "שלום\u{200f}, she said.",
            "क्‍ष",
            "👩🏽‍💻 and 🏴‍☠️ and 1️⃣",
            "🏴\u{e0067}\u{e0062}\u{e007f}",
            "葛\u{e0100}城",
            "a\u{a0}b\u{2009}c",
        ] {
            assert_english("invisible-character", text);
        }
    }
}
