mod ages;
mod by_source;
mod people;
mod runs;
#[cfg(test)]
mod tests;
mod theirs;

use self::people::{Event, Gender, What};
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Applicability, Label, Message, Raw, Severity};
use crate::rule::Source;
use crate::text::quotes::is_quoted;

declare_rule! {
    /// ## What it does
    /// Finds `he` in the middle of a text about one woman, and `she` in the middle of a text about one man; `he` where
    /// the source says 她, 彼女 or 그녀, and `she` where it says 他 or 彼; and a man in "her" thirties.
    ///
    /// ## Why it matters
    /// Languages that leave pronouns out make the machine guess, sentence by sentence: one person becomes two.
    ///
    /// ## Examples
    /// ```flags
    /// Lin Dawei was born in Lindale. He studied there, and he taught there. [[She]] wrote two books. He retired in May.
    /// ```
    /// ```flags a.jsonl zh en
    /// {"source": "她把陶罐放进窑里。", "target": "[[He]] put the pot into the kiln."}
    /// ```
    /// ```passes
    /// Lin Dawei was born in Lindale. He studied there, and he met a young woman. She wrote two books. He retired in May.
    /// ```
    ///
    /// ## Limits
    /// Only where nobody else stands near: no other name, no noun for a person of the other gender, no other pronoun of
    /// its kind. What is said in quotation marks is left alone. A text that changes half of its pronouns passes.
    /// Against the source only where that has as many pronouns as the translation, all of the other gender, and neither
    /// side speaks of anybody else in the sentence or the one before.
    PronounFlip {
        id: "pronoun-flip",
        summary: "he and she for one person",
        category: "accuracy/mistranslation",
        severity: Severity::Warning,
        source: Source::Helps,
        yields_to: &[],
    }
    check
}

fn check(a: &Analysis<'_>, out: &mut Vec<Raw>) {
    if !a.doc.langs.target.is("en") {
        return;
    }
    let people = people::events(a);
    let shown = |event: usize| {
        let at = people.events[event].at;
        &a.doc.target[at.segment as usize].shown()[at.start as usize..at.end as usize]
    };
    let by_source = by_source::read(a, &people);
    for flip in by_source.iter().flat_map(|s| &s.flips) {
        let message =
            Message::new("`{text}` where the source says the other").with("text", shown(flip.event));
        let raw = PronounFlip::META
            .finding(people.events[flip.event].at, message)
            .related(flip.theirs, Message::new("the source"))
            .help("the pronoun of the source is of the other gender, and nobody else stands near");
        out.push(with_counterpart(a, raw, people.events[flip.event].at));
    }
    for (noun, pronoun) in ages::flips(a, &people.events) {
        let at = people.events[pronoun].at;
        let message = Message::new("`{text}` in the age of a `{other}`")
            .with("text", shown(pronoun))
            .with("other", shown(noun).to_lowercase());
        let raw = PronounFlip::META
            .finding(at, message)
            .related(people.events[noun].at, Message::new("the person"))
            .help("the word before it says of what sex the person is");
        out.push(with_counterpart(a, raw, at));
    }
    for flip in runs::flips(&people) {
        let at = people.events[flip.event].at;
        let told = by_source.as_ref().is_some_and(|s| {
            s.borne_out.binary_search(&flip.event).is_ok() || s.flips.iter().any(|f| f.event == flip.event)
        });
        // Who speaks may mean somebody else than the text around does.
        if !told && !is_quoted(a.doc.target[at.segment as usize].shown(), at.start as usize) {
            out.push(finding(a, &people.events, &flip));
        }
    }
}

fn finding(a: &Analysis<'_>, events: &[Event], flip: &runs::Flip) -> Raw {
    let shown = |e: &Event| {
        let text = a.doc.target[e.at.segment as usize].shown();
        &text[e.at.start as usize..e.at.end as usize]
    };
    let (event, usual) = (&events[flip.event], &events[flip.usual]);
    let message = Message::new("`{text}` for a person who is `{other}` around it")
        .with("text", shown(event))
        .with("other", shown(usual).to_lowercase());
    let mut raw = PronounFlip::META
        .finding(event.at, message)
        .related(usual.at, Message::new("here"))
        .help("nobody else stands near whom it could mean: read up in the source who is spoken of");
    if let Some(name) = flip.name {
        raw = raw.related(events[name].at, Message::new("the person"));
    }
    with_counterpart(a, raw, event.at)
}

/// A finding with the other pronoun as a fix.
fn with_counterpart(a: &Analysis<'_>, raw: Raw, at: Label) -> Raw {
    let text = a.doc.target[at.segment as usize].shown();
    match counterpart(&text[at.start as usize..at.end as usize], &text[at.end as usize..]) {
        Some(with) => raw.replace(Applicability::Unsafe, with),
        None => raw,
    }
}

/// The same form of the other pronoun, with its capital.
fn counterpart(pronoun: &str, after: &str) -> Option<String> {
    let noun_follows = people::is_owned(after);
    let with = match pronoun.to_lowercase().as_str() {
        "he" => "she",
        "she" => "he",
        "him" => "her",
        "himself" => "herself",
        "herself" => "himself",
        "his" if noun_follows => "her",
        "his" => "hers",
        "hers" => "his",
        // "her" before a noun and "her" alone are two words in the other gender.
        "her" if noun_follows => "his",
        "her" => "him",
        _ => return None,
    };
    if !pronoun.starts_with(char::is_uppercase) {
        return Some(with.to_owned());
    }
    let mut letters = with.chars();
    Some(letters.next()?.to_uppercase().chain(letters).collect())
}

impl Event {
    /// The gender that a pronoun says, if it is one.
    fn pronoun(&self) -> Option<Gender> {
        match self.what {
            What::Pronoun { gender } => Some(gender),
            _ => None,
        }
    }
}
