use std::collections::{HashMap, HashSet};

use crate::analysis::Analysis;
use crate::declare_rule;
use crate::document::Role;
use crate::finding::{Label, Message, Raw, Severity};
use crate::lang::english;
use crate::rule::Source;
use crate::text::acronym::fit::{Word, gives, is_function, is_initials};
use crate::text::acronym::{Acronyms, Use, is_in_row, known};

declare_rule! {
    /// ## What it does
    /// Finds initialisms that are used before they are introduced, or never introduced.
    ///
    /// ## Why it matters
    /// The source wrote a name that its readers know; the letters alone tell a reader of the translation nothing.
    ///
    /// ## Examples
    /// ```flags
    /// The [[QRTK]] met. The leaders of the QRTK were glad.
    /// ```
    /// ```flags
    /// The [[QRT]] met. Later the Quiet Rivers Trust (QRT) was praised.
    /// ```
    /// ```passes
    /// The Quiet Rivers Trust (QRT) met. UNESCO and the QRT wrote to NASA.
    /// ```
    ///
    /// ## Limits
    /// What needs no introduction is a list: countries, bodies of the United Nations, units, technology, currencies,
    /// companies known by their letters. An initialism whose letters are the first letters of words anywhere in the text
    /// counts as introduced. One finding each, at the first place.
    UndefinedAcronym {
        id: "undefined-acronym",
        summary: "an initialism that is used before it is introduced",
        category: "terminology/unexplained",
        severity: Severity::Info,
        source: Source::Unneeded,
        yields_to: &["acronym-conflict"],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    if !a.doc.langs.target.is("en") {
        return;
    }
    let acronyms = a.acronyms();
    let mut introduced: HashMap<&str, (usize, u32)> = HashMap::new();
    for intro in &acronyms.introductions {
        introduced.entry(&intro.letters).or_insert((intro.segment, intro.range.start));
    }
    let unknown: Vec<&str> = acronyms
        .distinct()
        .filter(|l| {
            l.len() >= 3 && !known::is_known(l) && !english::is_ordinary(l) && !english::is_known_name(l)
        })
        .collect();
    let spelled = spelled_out(a, &unknown);
    for letters in unknown {
        let Some(first) = acronyms.of(letters).find(|u| !is_heading(a, u)) else { continue };
        let late = introduced.get(letters);
        let is_intro =
            late.is_some_and(|&(segment, start)| (segment, start) <= (first.segment, first.range.start));
        let model = acronyms.of(letters).any(|u| u.joined);
        if is_intro
            || model
            || late.is_none() && (spelled.contains(letters) || !is_used(a, acronyms, letters))
        {
            continue;
        }
        out.push(finding(first, late.copied()));
    }
}

/// One place may be a brand, or a word that somebody put in capitals; in a row of initialisms it is one of many examples.
fn is_used(a: &Analysis<'_>, acronyms: &Acronyms, letters: &str) -> bool {
    acronyms.of(letters).len() >= 2 && !acronyms.of(letters).any(|u| in_row(a, u))
}

fn is_heading(a: &Analysis<'_>, used: &Use) -> bool {
    matches!(a.doc.target[used.segment].role, Role::Title | Role::Heading)
}

fn in_row(a: &Analysis<'_>, used: &Use) -> bool {
    is_in_row(a.doc.target[used.segment].shown(), a.words(used.segment), &used.range)
}

fn finding(first: &Use, late: Option<(usize, u32)>) -> Raw {
    let at = Label::target(first.segment, first.range.clone());
    let template = if late.is_some() {
        "`{text}` is used before it is introduced"
    } else {
        "`{text}` is never introduced"
    };
    let raw = UndefinedAcronym::META
        .finding(at, Message::new(template).with("text", &*first.letters))
        .help("write the name out at its first place, with the letters in brackets");
    match late {
        Some((segment, start)) => {
            let end = start + first.letters.len() as u32;
            raw.related(Label::target(segment, start..end), "introduced here")
        }
        None => raw,
    }
}

/// Those whose letters are the first letters of words that stand in a row somewhere in the text.
fn spelled_out<'l>(a: &Analysis<'_>, wanted: &[&'l str]) -> HashSet<&'l str> {
    let mut by_first: HashMap<u8, Vec<(&'l str, Vec<char>)>> = HashMap::new();
    for &letters in wanted {
        by_first.entry(letters.as_bytes()[0]).or_default().push((letters, letters.chars().collect()));
    }
    let mut out = HashSet::new();
    if wanted.is_empty() {
        return out;
    }
    for (i, segment) in a.target() {
        let text = segment.shown();
        let words: Vec<Word<'_>> = a
            .words(i)
            .iter()
            .map(|r| Word {
                text: &text[r.start as usize..r.end as usize],
                joined: text[..r.start as usize].ends_with('-'),
            })
            .collect();
        let gives = gives(&words);
        for (at, word) in words.iter().enumerate() {
            let first = word.text.bytes().next().unwrap_or_default().to_ascii_uppercase();
            let Some(wanted) = by_first.get_mut(&first).filter(|_| !is_function(word.text)) else { continue };
            wanted.retain(|(letters, chars)| {
                let found = is_initials(chars, &gives[at..]);
                if found {
                    out.insert(*letters);
                }
                !found
            });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::assert_english;

    #[test]
    fn what_is_known_or_spelled_out_passes() {
        for text in [
            "UNESCO and NASA met. UNESCO and NASA agreed.",
            "The quiet rivers trust met. The QRT was glad, and the QRT said so.",
            "Louis XIV and the M25. BREAKING NEWS ABOUT QRTK. BREAKING NEWS ABOUT QRTK.",
            "The QRTK-25 and the QRTK-30 are engines.",
        ] {
            assert_english("undefined-acronym", text);
        }
    }
}
