use std::ops::Range;

use super::shield::Shield;
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Label, Message, Raw, Severity};
use crate::rule::Source;
use crate::text::script::has_cjk;

declare_rule! {
    /// ## What it does
    /// Finds texts full of quotation marks round ordinary words: Chinese puts them round every new word, nickname and
    /// figure of speech, English does not.
    ///
    /// ## Why it matters
    /// In English they say that the writer does not mean the word, or makes fun of it.
    ///
    /// ## Examples
    /// ```flags
    /// They bought a [[“three-piece set”]], "went out", found a “small fortune” and a “warm heart” on the way.
    /// ```
    /// ```passes
    /// The term “guochao” means “national tide”; Li said “we won”, and so “Hero” was called “the film of the year”.
    /// ```
    ///
    /// ## Limits
    /// A count, not a reading: only short phrases in lower case count, and none after a verb of speech or a word
    /// that introduces a term. One finding a document, at the first place.
    ScareQuotes {
        id: "scare-quotes",
        summary: "quotation marks round ordinary words, as Chinese sets them",
        category: "style/unidiomatic-style",
        severity: Severity::Info,
        source: Source::Unneeded,
        yields_to: &[],
    }
    check
}

/// From this many places on, and at least one in so many words, the marks are a habit.
const PLACES: usize = 4;
const WORDS: usize = 250;
/// The most places listed beside the first.
const LISTED: usize = 20;
/// The longest phrase in words.
const LONGEST: usize = 5;

/// Words shortly before a quotation that make it speech, a name, a term or an input.
const INTRODUCTIONS: &str = "call calls called known as means mean meaning meant word words term terms phrase phrases \
    named titled dubbed entitled nicknamed termed labelled labeled expression slogan motto so-called said says say \
    saying asked asks replied wrote writes told answer answered added shouted character characters title name verb noun \
    button click select option column field key value return returns display displays shows contains version spelled \
    spelt read reads reading headline sign according by sounds heard pronounced";
/// How many words before a quotation may introduce it.
const NEAR: usize = 5;

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    let target = &a.doc.langs.target;
    if !target.is("en") {
        return;
    }
    let mut places: Vec<Label> = Vec::new();
    for (i, segment) in a.target() {
        let text = segment.shown();
        if !text.contains(['“', '"']) {
            continue;
        }
        let shield = Shield::of(segment, target);
        let quoted = quoted(text).into_iter().filter(|r| is_scare(text, r) && !shield.touches(r.clone()));
        places.extend(quoted.map(|r| Label::target(i, r.start as u32..r.end as u32)));
    }
    if places.len() < PLACES || places.len() * WORDS < a.word_count() {
        return;
    }
    let mut found = ScareQuotes::META
        .finding(places[0], Message::new("quotation marks round ordinary words, as Chinese sets them"))
        .help("keep them for speech, titles and words that are spoken of, and take them off the rest");
    for &place in places[1..].iter().take(LISTED) {
        found = found.related(place, "here too");
    }
    out.push(found);
}

/// Quotations within a text, their marks included.
fn quoted(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.char_indices() {
        match (c, open) {
            ('“', _) | ('"', None) => open = Some((at, c)),
            ('”', Some((start, '“'))) | ('"', Some((start, '"'))) => {
                out.push(start..at + c.len_utf8());
                open = None;
            }
            _ => {}
        }
    }
    out
}

fn is_scare(text: &str, range: &Range<usize>) -> bool {
    let inside = text[range.clone()].trim_matches(['“', '”', '"']).trim();
    let small =
        inside.chars().all(|c| c.is_lowercase() || c.is_ascii_digit() || matches!(c, ' ' | '-' | '’' | '\''));
    let letters = inside.chars().filter(|c| c.is_alphabetic()).count();
    if !small || letters < 3 || inside.split(' ').count() > LONGEST {
        return false;
    }
    let before = text[..range.start].trim_end();
    // A gloss in brackets, or one beside the word that it explains, is rightly in quotation marks.
    if before.ends_with(['(', ':', '=']) || is_gloss(text, range) {
        return false;
    }
    let clause = &before[before.rfind(['.', '!', '?', ';']).map_or(0, |i| i + 1)..];
    // What other quotations say introduces nothing.
    let outside: Vec<&str> = clause.split(['"', '“', '”']).step_by(2).collect();
    let words = outside.iter().flat_map(|part| part.split_whitespace());
    !words.rev().take(NEAR).any(|word| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '-').to_lowercase();
        INTRODUCTIONS.split_whitespace().any(|w| w == word)
    })
}

/// Whether a word in another script stands within a few characters.
fn is_gloss(text: &str, range: &Range<usize>) -> bool {
    const AWAY: usize = 16;
    let start = text[..range.start].char_indices().rev().nth(AWAY).map_or(0, |(i, _)| i);
    let end = text[range.end..].char_indices().nth(AWAY).map_or(text.len(), |(i, _)| range.end + i);
    has_cjk(&text[start..end])
}

#[cfg(test)]
mod tests {
    use crate::rule::testing::{assert_english, check};

    #[test]
    fn a_few_are_no_habit() {
        assert_english("scare-quotes", "A “warm heart” and a “small fortune” and “good luck”.");
        let long = format!("{} “a b” “cold call” “good luck” “hard work” “new deal”.", "word ".repeat(2000));
        assert_english("scare-quotes", &long);
    }

    #[test]
    fn the_other_places_are_listed() {
        let text =
            "A [“cold call”] is “hard work” with “good luck” and a “new deal”.".replace(['[', ']'], "");
        let found = check("a.txt", &text, ("zh", "en"));
        let related: Vec<_> = found[0].related.iter().map(|r| r.at.text.as_str()).collect();
        assert_eq!((found.len(), related), (1, vec!["“hard work”", "“good luck”", "“new deal”"]));
    }
}
