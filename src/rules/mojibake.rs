mod pages;

use std::ops::Range;

use super::shield::Shield;
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Applicability, Label, Message, Raw, Severity};
use crate::rule::Source;
use crate::text::script::{Script, script};

declare_rule! {
    /// ## What it does
    /// Finds text that was written in one encoding and read in another, and the signs that stand for what could not be
    /// read at all.
    ///
    /// ## Why it matters
    /// A reader sees `â€™` for an apostrophe, and knows that nobody has looked at the page.
    ///
    /// ## Examples
    /// ```flags
    /// China[[â€™]]s caf[[Ã©]] is here, and we don[[�]]t care.
    /// ```
    /// ```passes
    /// São Paulo, Ångström, MAÇÃ”, «déjà », 5 Å–10 Å.
    /// ```
    ///
    /// ## Limits
    /// What was misread is told by reading it back: the characters must make the UTF-8 of something plausible. One
    /// letter for another, as Latin-2 read as Latin-1 gives, makes no such sequence.
    Mojibake {
        id: "mojibake",
        summary: "text in a broken encoding",
        category: "design/character-encoding",
        severity: Severity::Error,
        source: Source::Unneeded,
        yields_to: &["machine-residue"],
    }
    check
}

/// A stretch of broken text and what it was, where that is known.
struct Broken {
    range: Range<usize>,
    was: Option<(Applicability, String)>,
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let target = &a.doc.langs.target;
    for (i, segment) in a.target() {
        let text = segment.shown();
        if text.is_ascii() && !text.contains('?') {
            continue;
        }
        let mut shield = None;
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let Some(broken) =
                (!c.is_ascii() || c == '?').then(|| broken(text, at, c, target.is_cjk())).flatten()
            else {
                at += c.len_utf8();
                continue;
            };
            at = broken.range.end;
            if !shield.get_or_insert_with(|| Shield::of(segment, target)).touches(broken.range.clone()) {
                out.push(finding(i, text, broken));
            }
        }
    }
}

fn broken(text: &str, at: usize, c: char, cjk: bool) -> Option<Broken> {
    match c {
        '?' => lost_apostrophe(text, at),
        '\u{fffd}' => Some(replacement(text, at)),
        '锟' | '烫' | '屯' => filler(text, at, c, cjk),
        '鈥' | '銆' | '锛' | '锘' | '窶' | '縺' | '繧' => Some(east_asian(text, at, cjk)),
        _ => {
            let before = text[..at].chars().next_back();
            if let Some(found) = han_run(text, at, before) {
                return Some(found);
            }
            if let Some((was, len)) = pages::reread(before, &text[at..]) {
                let applicability = if was.contains('\u{fffd}') { None } else { Some(Applicability::Safe) };
                return Some(Broken { range: at..at + len, was: applicability.map(|a| (a, was)) });
            }
            remains(text, at, c)
        }
    }
}

/// An apostrophe or quotation mark that became a question mark inside a word: `don?t`, `China?s`.
fn lost_apostrophe(text: &str, at: usize) -> Option<Broken> {
    let before = text[..at].bytes().next_back()?;
    before.is_ascii_alphabetic().then_some(())?;
    is_word_end(&text[at + 1..])
        .then(|| Broken { range: at..at + 1, was: Some((Applicability::Unsafe, "’".to_owned())) })
}

/// Whether a text begins with what follows an apostrophe in English: `s`, `t`, `re` and so on, then no letter.
fn is_word_end(after: &str) -> bool {
    let len = after.bytes().take_while(u8::is_ascii_lowercase).count();
    matches!(&after[..len], "s" | "t" | "re" | "ve" | "ll" | "d" | "m")
        && after[len..]
            .chars()
            .next()
            .is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '=' | '&' | '_' | '/' | '\''))
}

fn replacement(text: &str, at: usize) -> Broken {
    let end = at + (text[at..].len() - text[at..].trim_start_matches('\u{fffd}').len());
    let in_word = text[..at].bytes().next_back().is_some_and(|b| b.is_ascii_alphabetic());
    let was = (in_word && is_word_end(&text[end..])).then(|| (Applicability::Unsafe, "’".to_owned()));
    Broken { range: at..end, was }
}

/// Replacement characters read as GBK, and the two fillers of fresh memory.
fn filler(text: &str, at: usize, c: char, cjk: bool) -> Option<Broken> {
    let of = |d: char| if c == '锟' { matches!(d, '锟' | '斤' | '拷') } else { d == c };
    let len = text[at..].find(|d| !of(d)).unwrap_or(text.len() - at);
    let chars = text[at..at + len].chars().count();
    // In Chinese a cry may say 烫 three times; 锟斤 is no word of any language.
    (chars
        >= if c == '锟' {
            2
        } else if cjk {
            5
        } else {
            3
        })
    .then(|| Broken { range: at..at + len, was: None })
}

/// UTF-8 read as GBK or Shift-JIS: the first bytes of punctuation and kana make rare characters.
fn east_asian(text: &str, at: usize, cjk: bool) -> Broken {
    let first = text[at..].chars().next().map_or(1, char::len_utf8);
    let joins =
        |c: char| !c.is_ascii() && script(c) != Script::Latin && !matches!(c, '\u{2010}'..='\u{203a}');
    let limit = if cjk { 1 } else { usize::MAX };
    let mut end = at + first;
    end += text[end..].chars().take(limit).take_while(|&c| joins(c)).map(char::len_utf8).sum::<usize>();
    if end == at + first && text[end..].starts_with(['?', '\u{fffd}']) {
        end += text[end..].chars().next().map_or(0, char::len_utf8);
    }
    let was = [encoding_rs::GBK, encoding_rs::SHIFT_JIS].iter().find_map(|e| {
        let (bytes, _, failed) = e.encode(&text[at..end]);
        let was = String::from_utf8(bytes.into_owned()).ok()?;
        (!failed && was.chars().all(|c| !c.is_control())).then_some((Applicability::Safe, was))
    });
    Broken { range: at..end, was }
}

/// A run of Han characters that as a whole is the UTF-8 of others: too unlikely for words.
fn han_run(text: &str, at: usize, before: Option<char>) -> Option<Broken> {
    let han = |c: char| script(c) == Script::Han;
    if before.is_some_and(han) || !text[at..].starts_with(han) {
        return None;
    }
    let end = text[at..].find(|c| !han(c)).map_or(text.len(), |i| at + i);
    let (bytes, _, failed) = encoding_rs::GBK.encode(&text[at..end]);
    if failed || bytes.len() < 6 {
        return None;
    }
    let was = String::from_utf8(bytes.into_owned()).ok()?;
    let likely = was
        .chars()
        .all(|c| script(c).is_cjk() || matches!(c, '\u{3000}'..='\u{303f}' | '\u{ff01}'..='\u{ff65}'));
    likely.then_some(Broken { range: at..end, was: Some((Applicability::Safe, was)) })
}

/// What is left of a sequence that lost its last character, or of a no-break space; a quotation mark of Windows that
/// was read as a control character.
fn remains(text: &str, at: usize, c: char) -> Option<Broken> {
    let rest = &text[at + c.len_utf8()..];
    let (before, after) = (text[..at].chars().next_back(), rest.chars().next());
    let found = |len: usize, was: Option<(Applicability, String)>| Some(Broken { range: at..at + len, was });
    match c {
        'â' if rest.starts_with('€') => found("â€".len(), None),
        'Ã' if rest.starts_with("¢â") => found("Ã¢â".len(), None),
        'Â' | 'Ã' => {
            let ends = after.is_none_or(|c| c.is_whitespace() || c.is_ascii_punctuation());
            let glued = before.is_some_and(|c| {
                c.is_ascii_lowercase()
                    || c.is_ascii_digit()
                    || c.is_ascii_punctuation() && !matches!(c, '(' | '"' | '\'' | '`' | '[')
            });
            (ends && glued).then_some(())?;
            // The second half of a no-break space was normalised to a plain one: the two belong together.
            match (c, after) {
                ('Â', Some(' ')) => found(3, Some((Applicability::Safe, " ".to_owned()))),
                ('Â', _) => found(2, Some((Applicability::Safe, String::new()))),
                _ => found(2, Some((Applicability::Unsafe, "à".to_owned()))),
            }
        }
        '\u{80}'..='\u{9f}' => {
            let byte = [u32::from(c) as u8];
            let (was, _, _) = encoding_rs::WINDOWS_1252.decode(&byte);
            was.chars().all(|c| !c.is_control()).then_some(())?;
            found(c.len_utf8(), Some((Applicability::Safe, was.into_owned())))
        }
        _ => None,
    }
}

fn finding(segment: usize, text: &str, broken: Broken) -> Raw {
    let Range { start, end } = broken.range;
    let at = Label::target(segment, start as u32..end as u32);
    let seen: String =
        text[start..end].chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    let named = if seen.chars().all(|c| c == '\u{fffd}') {
        Message::new("a character that could not be read")
    } else if seen == "?" {
        Message::new("`?` where an apostrophe was lost")
    } else {
        Message::new("`{text}` is text in a broken encoding").with("text", seen)
    };
    let found = Mojibake::META.finding(at, named);
    match broken.was {
        Some((applicability, was)) if was.is_empty() => found.help("take it out").replace(applicability, was),
        Some((applicability, was)) => found.help(format!("write `{was}`")).replace(applicability, was),
        None => {
            found.help("look up in the source what stood there, and convert the file from its true encoding")
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::{assert_english, assert_marked, check};

    #[test]
    fn each_way_of_misreading() {
        for text in [
            "their[[Â ]]studies and 5[[Â°]]C, worth [[Â£]]5",
            "as well as [[锟斤拷]] on bringing",
            "China[[鈥檚]] part, he said [[鈥渙]]k, it[[鈥?]] no",
            "China[[?]]s plan, we don[[?]]t, they[[?]]ll.",
            "naÃ¯ve".replace("Ã¯", "[[Ã¯]]").as_str(),
            "don[[\u{92}]]t, [[â\u{80}\u{9c}]]well[[â\u{80}\u{9d}]]",
            "well[[â€]] he said; [[��]] lost",
            "[[烫烫烫烫]] and [[窶廬]], [[鎴戜滑]], [[ÐŸÐµÑ‚Ñ€]]",
        ] {
            assert_marked("mojibake", "a.txt", text, ("zh", "en"));
        }
    }

    #[test]
    fn what_is_right_stays() {
        for text in [
            "Is it his? So it is. What?",
            "See https://a.b/c?s and `don?t`.",
            "CÂ MAU, SÃO, Irmã, São, Ü», 20 °C, £5, naïve—“façade”.",
            "He said 烫烫 was the word.",
        ] {
            assert_english("mojibake", text);
        }
        assert_marked("mojibake", "a.txt", "« voilà\u{a0}», « été\u{a0}» — l’œuvre", ("en", "fr"));
    }

    #[test]
    fn it_is_read_back() {
        let found = check("a.txt", "Chinaâ€™s", ("zh", "en"));
        assert_eq!(found[0].fixes[0].edits[0].replacement, "’");
    }
}
