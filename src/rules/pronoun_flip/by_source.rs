//! A pronoun of one gender where the source says the other, and nobody of the first stands near.

use std::ops::Range;

use super::people::{Event, Gender, People, What, is_double, is_owned};
use super::theirs::{self, Part, Said, Says};
use crate::analysis::Analysis;
use crate::finding::Label;
use crate::text::words::fold;

/// A pronoun that the source contradicts.
#[derive(Debug)]
pub(super) struct Flip {
    /// The pronoun, by its place among the events.
    pub(super) event: usize,
    /// The pronoun of the source.
    pub(super) theirs: Label,
}

/// A stretch of the source and what it became.
struct Pair {
    /// What the source says of persons.
    theirs: Vec<(Label, Said)>,
    /// What the target does, by its places among the events.
    ours: Vec<usize>,
}

/// What the source says of the pronouns of a target.
pub(super) struct BySource {
    /// Pronouns that it contradicts.
    pub(super) flips: Vec<Flip>,
    /// Pronouns of a gender that it says, too, by their places among the events, in order.
    pub(super) borne_out: Vec<usize>,
}

/// Compares the pronouns of source and target; `None` where the language of the source tells nothing.
pub(super) fn read(a: &Analysis<'_>, people: &People) -> Option<BySource> {
    let reader = theirs::of(a.doc.langs.source.as_ref()?.primary())?;
    let pairs = pairs(a, people, reader);
    let mut out = BySource { flips: Vec::new(), borne_out: Vec::new() };
    for (n, pair) in pairs.iter().enumerate() {
        for &event in &pair.ours {
            let Some(gender) = people.events[event].pronoun() else { continue };
            if pair.pronouns().any(|(_, _, g)| g == gender) {
                out.borne_out.push(event);
            } else if !has_other(people, pair, gender)
                && (pair.agrees(people, gender)
                    || n.checked_sub(1).is_none_or(|n| !has_any(people, &pairs[n], gender)))
                && let Some(theirs) = pair.contradicts(a, people, event)
            {
                out.flips.push(Flip { event, theirs });
            }
        }
    }
    out.borne_out.sort_unstable();
    Some(out)
}

fn pairs(a: &Analysis<'_>, people: &People, reader: &theirs::Reader) -> Vec<Pair> {
    let place = |e: &Event| (e.at.segment, e.at.start);
    let within = |label: &Label| -> Range<usize> {
        let before = |at: u32| people.events.partition_point(|e| place(e) < (label.segment, at));
        before(label.start)..before(label.end)
    };
    let read = |label: &Label| {
        let text = a.doc.source[label.segment as usize].shown();
        let text = text.get(label.start as usize..label.end as usize).unwrap_or_default();
        let at = |r: &Range<u32>| Label { start: label.start + r.start, end: label.start + r.end, ..*label };
        reader.read(text).into_iter().map(move |said| (at(&said.at), said)).collect::<Vec<_>>()
    };
    let pair = |bead: &crate::align::Bead| Pair {
        theirs: bead.source.iter().flat_map(read).collect(),
        ours: bead.target.iter().flat_map(within).collect(),
    };
    a.beads().iter().map(pair).collect()
}

/// Whether a pair tells of somebody of a gender otherwise than by a pronoun of the target.
fn has_other(people: &People, pair: &Pair, gender: Gender) -> bool {
    pair.theirs.iter().any(|(_, said)| matches!(said.says, Says::Noun(g) | Says::Pronoun(g) if g == gender))
        || pair.ours.iter().any(|&e| match people.events[e].what {
            What::Noun { gender: g, plural } => g == gender && !plural,
            What::Name { who, .. } => people.genders.get(&who).is_some_and(|g| g.contains(&gender)),
            What::Pronoun { .. } | What::Person => false,
        })
}

/// Whether a pair tells of somebody of a gender at all.
fn has_any(people: &People, pair: &Pair, gender: Gender) -> bool {
    has_other(people, pair, gender) || pair.ours.iter().any(|&e| people.events[e].pronoun() == Some(gender))
}

impl Pair {
    /// The pronouns of the source.
    fn pronouns(&self) -> impl Iterator<Item = (Label, Part, Gender)> {
        self.theirs.iter().filter_map(|(at, said)| match said.says {
            Says::Pronoun(gender) => Some((*at, said.part, gender)),
            Says::Noun(_) => None,
        })
    }

    /// Whether another pronoun of the target says what those of the source do: they speak of one person here, whoever
    /// was spoken of before.
    fn agrees(&self, people: &People, gender: Gender) -> bool {
        self.ours.iter().any(|&e| people.events[e].pronoun().is_some_and(|g| g != gender))
    }

    /// The pronoun of the source that a pronoun of the target renders by the other gender. Source and target may drop
    /// pronouns, so there must be as many of the source as of the target, doing what those do.
    fn contradicts(&self, a: &Analysis<'_>, people: &People, event: usize) -> Option<Label> {
        let gender = people.events[event].pronoun()?;
        let ours: Vec<usize> =
            self.ours.iter().copied().filter(|&e| people.events[e].pronoun().is_some()).collect();
        let theirs: Vec<(Label, Part)> = self.pronouns().map(|(at, part, _)| (at, part)).collect();
        let is_usual = |g: Gender| g != gender;
        let is_noun = |e: &Event| {
            matches!(e.what, What::Noun { gender: g, plural: false } if is_usual(g)) && !is_title(a, e)
        };
        let here = self.ours.iter().filter(|&&e| is_noun(&people.events[e])).count();
        let there =
            self.theirs.iter().filter(|(_, s)| matches!(s.says, Says::Noun(g) if is_usual(g))).count();
        // A noun that the source has not renders one of its pronouns: `the girl`.
        if ours.len() + here.saturating_sub(there) > theirs.len() {
            return None;
        }
        let is_named = self.ours.iter().any(|&e| matches!(people.events[e].what, What::Name { .. }));
        let mut rest = theirs.iter();
        let mut found = None;
        for &e in &ours {
            let part = part(a, &people.events[e]);
            let fits = |theirs: Part| match (part, theirs) {
                (Part::Owner, Part::Subject) => !is_named,
                // Beside `the girl` another pronoun may be about somebody else.
                (_, Part::Unknown) if here > 0 => false,
                (Part::Subject | Part::Owner, Part::Object) | (Part::Object, Part::Subject) => false,
                _ => true,
            };
            let (at, _) = rest.find(|(_, theirs)| fits(*theirs))?;
            if e == event {
                found = Some(*at);
            }
        }
        found
    }
}

/// Whether a noun is a part of a name: Ms. Alder.
fn is_title(a: &Analysis<'_>, event: &Event) -> bool {
    let text = a.doc.target[event.at.segment as usize].shown();
    text[event.at.start as usize..].starts_with(char::is_uppercase)
}

/// What an English pronoun does.
fn part(a: &Analysis<'_>, event: &Event) -> Part {
    let text = a.doc.target[event.at.segment as usize].shown();
    match fold(&text[event.at.start as usize..event.at.end as usize]).as_str() {
        "he" | "she" => Part::Subject,
        "him" => Part::Object,
        "her" if !is_owned(&text[event.at.end as usize..]) => Part::Object,
        // `let her take`, `gave her books`.
        "her" if is_double(&text[..event.at.start as usize]) => Part::Unknown,
        "his" | "her" | "hers" => Part::Owner,
        _ => Part::Unknown,
    }
}
