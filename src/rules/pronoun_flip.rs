mod people;
mod runs;
#[cfg(test)]
mod tests;

use self::people::{Event, Gender, What};
use crate::analysis::Analysis;
use crate::declare_rule;
use crate::finding::{Applicability, Message, Raw, Severity};
use crate::rule::Source;
use crate::text::quotes::is_quoted;

declare_rule! {
    /// ## What it does
    /// Finds `he` in the middle of a text about one woman, and `she` in the middle of a text about one man.
    ///
    /// ## Why it matters
    /// Languages that leave pronouns out make the machine guess, sentence by sentence: one person becomes two.
    ///
    /// ## Examples
    /// ```flags
    /// Lin Dawei was born in Lindale. He studied there, and he taught there. [[She]] wrote two books. He retired in May.
    /// ```
    /// ```passes
    /// Lin Dawei was born in Lindale. He studied there, and he met a young woman. She wrote two books. He retired in May.
    /// ```
    ///
    /// ## Limits
    /// Only where nobody else stands near: no other name, no noun for a person of the other gender, no other pronoun of
    /// its kind. What is said in quotation marks is left alone. A text that changes half of its pronouns passes.
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
    for flip in runs::flips(&people) {
        let at = people.events[flip.event].at;
        // Who speaks may mean somebody else than the text around does.
        if !is_quoted(a.doc.target[at.segment as usize].shown(), at.start as usize) {
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
    let text = a.doc.target[event.at.segment as usize].shown();
    match counterpart(shown(event), &text[event.at.end as usize..]) {
        Some(with) => raw.replace(Applicability::Unsafe, with),
        None => raw,
    }
}

/// The same form of the other pronoun, with its capital.
fn counterpart(pronoun: &str, after: &str) -> Option<String> {
    let noun_follows = after.strip_prefix(' ').is_some_and(|r| r.starts_with(char::is_alphabetic));
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
