//! A man in her thirties: the age of somebody whose sex the word before it says.

use super::people::{Event, Gender, What};
use crate::analysis::Analysis;
use crate::text::words::fold;

/// Pronouns of an age that are not of the gender of the noun before them: noun and pronoun, by their places among the
/// events.
pub(super) fn flips(a: &Analysis<'_>, events: &[Event]) -> Vec<(usize, usize)> {
    let is_flip = |noun: &Event, pronoun: &Event| {
        let What::Noun { gender, plural: false } = noun.what else { return false };
        if pronoun.pronoun() != Some(other(gender)) || noun.at.segment != pronoun.at.segment {
            return false;
        }
        let text = a.doc.target[noun.at.segment as usize].shown();
        let between = text.get(noun.at.end as usize..pronoun.at.start as usize).unwrap_or_default();
        between == " in " && is_age(&text[pronoun.at.end as usize..])
    };
    let pairs = events.windows(2).enumerate();
    pairs.filter(|(_, pair)| is_flip(&pair[0], &pair[1])).map(|(n, _)| (n, n + 1)).collect()
}

fn other(gender: Gender) -> Gender {
    if gender == Gender::He { Gender::She } else { Gender::He }
}

/// `40s`, `early thirties`, `mid-50s`.
fn is_age(after: &str) -> bool {
    let words = after.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(fold);
    let mut words = words.skip_while(|w| matches!(w.as_str(), "early" | "mid" | "late"));
    words.next().is_some_and(|w| {
        let tens = matches!(
            w.as_str(),
            "teens"
                | "twenties"
                | "thirties"
                | "forties"
                | "fifties"
                | "sixties"
                | "seventies"
                | "eighties"
                | "nineties"
        );
        tens || w.strip_suffix("0s").is_some_and(|w| w.len() == 1 && w.bytes().all(|b| b.is_ascii_digit()))
    })
}
