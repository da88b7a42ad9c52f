//! Near misses of names: what is no known form of anything and can hardly be anything but a name of the packs.
//!
//! Three ways to miss: a letter or two, the source form spelt out, spaces and capitals. Each alone may be another
//! name; it is shown only where the name itself stands in the document or its source, else it is worth a look.

mod candidate;
mod index;

use std::collections::HashMap;

use candidate::{Candidate, candidates, is_pinyin, without_possessive};
pub(super) use index::Index;
use index::{Form, join};

use super::choose::Chosen;
use super::entry::Entry;
use super::matcher::{Hit, Matcher, Means};
use super::report;
use super::scene::Scene;
use crate::finding::{Applicability, Label, Message, Raw, Severity};
use crate::lang::english;
use crate::text::words;

const RULE: &str = "nonstandard-name";

/// How a candidate misses a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Letters,
    SpeltOut { syllables: usize, source: usize },
    Shape,
}

/// The name that was missed.
struct Miss {
    entry: u32,
    way: Way,
    /// The right form that is nearest.
    right: String,
}

/// Adds near misses of names.
pub(super) fn find(
    matcher: &Matcher,
    scene: &Scene<'_>,
    hits: &[Hit],
    chosen: &[Chosen<'_, '_>],
    out: &mut Vec<Raw>,
) {
    let index = matcher.near.get_or_init(|| Index::new(matcher));
    let search = Search { matcher, scene, index, hits };
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut found: Vec<(Candidate<'_>, Miss)> = Vec::new();
    for (segment, _) in scene.a.target() {
        let mut from = 0;
        for candidate in candidates(scene, segment) {
            if candidate.range.start < from {
                continue;
            }
            let Some(miss) = search.miss(&candidate) else { continue };
            from = candidate.range.end;
            *seen.entry(candidate.joined.clone()).or_default() += 1;
            let taken = chosen.iter().any(|c| {
                c.hit.segment == segment
                    && c.hit.range.start < from
                    && candidate.range.start < c.hit.range.end
            });
            if !taken {
                found.push((candidate, miss));
            }
        }
    }
    for (candidate, miss) in found {
        let often = seen.get(&candidate.joined).is_some_and(|n| *n >= 3);
        if let Some(raw) = search.report(&candidate, &miss, often) {
            out.push(raw);
        }
    }
}

struct Search<'s, 'a> {
    matcher: &'s Matcher,
    scene: &'s Scene<'a>,
    index: &'s Index,
    hits: &'s [Hit],
}

impl Search<'_, '_> {
    fn entry(&self, index: u32) -> &Entry {
        &self.matcher.entries[index as usize]
    }

    /// The name that a candidate misses, and how.
    fn miss(&self, candidate: &Candidate<'_>) -> Option<Miss> {
        let by_form = |way| move |form: &Form| Miss { entry: form.entry, way, right: form.text.to_string() };
        if self.index.is_known(&candidate.joined) {
            let form = self.index.form(&candidate.joined);
            return form.filter(|form| self.is_misshapen(candidate, form)).map(by_form(Way::Shape));
        }
        if candidate.words.iter().all(|w| is_word(w)) || self.is_derived(candidate) {
            return None;
        }
        let spelt = is_pinyin(&candidate.joined);
        let readings =
            if spelt { self.index.readings(&candidate.joined, &self.matcher.entries) } else { &[] };
        let best = readings.iter().min_by_key(|r| !self.is_in_source(candidate, r.entry));
        if let Some(r) = best {
            let way = Way::SpeltOut { syllables: r.syllables, source: r.source };
            let right = self.entry(r.entry).spec.canonical.clone()?;
            return Some(Miss { entry: r.entry, way, right });
        }
        let near = self.index.neighbours(&candidate.joined);
        near.into_iter().find(|form| is_slip(candidate, form)).map(by_form(Way::Letters))
    }

    /// Whether it is a right form but for its spaces, hyphens and capitals.
    fn is_misshapen(&self, candidate: &Candidate<'_>, form: &Form) -> bool {
        let entry = self.entry(form.entry);
        let same = |right: &str| {
            right == candidate.text
                || words::words(right).len() == candidate.words.len() && candidate.words.len() > 1
        };
        let split_into_words = candidate.words.len() > 1 && candidate.words.iter().all(|w| is_word(w));
        form.joined.len() >= index::SHORTEST
            && !words::is_all_caps(candidate.text)
            && !split_into_words
            && !entry.right().any(same)
            // Forms that differ by capitals alone say that capitals are free.
            && !entry.right().any(|a| entry.right().any(|b| a != b && join(a) == join(b)))
    }

    /// A plural, a possessive or an adjective of a known form.
    fn is_derived(&self, candidate: &Candidate<'_>) -> bool {
        let joined = candidate.joined.as_str();
        ["s", "es", "n", "an", "ian", "ese", "er", "ers", "ing", "ed", "i"]
            .iter()
            .filter_map(|ending| joined.strip_suffix(ending))
            .any(|base| self.index.is_known(base) || self.index.is_known(&format!("{base}a")))
    }

    fn is_in_source(&self, candidate: &Candidate<'_>, entry: u32) -> bool {
        !self.scene.in_source(self.entry(entry), candidate.segment).is_empty()
    }

    /// Whether the target itself has a right form of the name somewhere.
    fn is_in_target(&self, entry: u32) -> bool {
        self.hits.iter().any(|h| h.entry == entry && h.means == Means::Right)
    }

    fn report(&self, candidate: &Candidate<'_>, miss: &Miss, often: bool) -> Option<Raw> {
        let Miss { entry: index, way, right } = miss;
        let (index, way) = (*index, *way);
        let entry = self.entry(index);
        let places = self.scene.in_source(entry, candidate.segment);
        let sourced = !places.is_empty();
        let person = entry.spec.kind.as_deref() == Some("person");
        let in_target = self.is_in_target(index);
        // A name that looks like Chinese spelt out, or that the text keeps to, may be somebody else's.
        let pinyin = is_pinyin(&candidate.joined);
        let shown = match way {
            Way::SpeltOut { syllables, .. } => {
                let alone = syllables >= 3 && !person && candidate.words.len() == 1;
                if !sourced && (person || syllables < 3) {
                    return None;
                }
                sourced || alone
            }
            Way::Letters | Way::Shape if often && !sourced => return None,
            Way::Letters | Way::Shape if person && !sourced => return None,
            Way::Letters if pinyin && !sourced => return None,
            Way::Letters => sourced || in_target,
            // An editor may have spelt a brand by the rules of his house.
            Way::Shape if candidate.text.eq_ignore_ascii_case(right) => false,
            Way::Shape => sourced && !person || in_target && !person && !pinyin,
        };
        let mut at = candidate.range.clone();
        at.end = at.start + without_possessive(candidate.text).len() as u32;
        let text = self.scene.shown(candidate.segment, &at);
        let message = match way {
            Way::Letters => Message::new("`{text}` looks like a slip for `{preferred}`"),
            Way::SpeltOut { source, .. } => {
                let source = entry.spec.source.get(source).cloned().unwrap_or_default();
                Message::new("`{text}` looks like {source} spelt out, whose name is `{preferred}`")
                    .with("source", source)
            }
            Way::Shape => Message::new("`{text}` looks like `{preferred}` written another way"),
        };
        let message = message.with("text", text).with("preferred", right);
        let mut raw = report::new(entry, RULE, Label::target(candidate.segment, at), message);
        raw.help = Some(format!("write `{right}` if it is meant"));
        if !shown {
            raw.severity = raw.severity.min(Severity::Info);
        }
        if let [(label, _), ..] = places[..] {
            raw = raw.related(label, Message::new("the source has it here"));
        }
        Some(raw.replace(Applicability::Unsafe, right))
    }
}

/// Whether a candidate can be a slip for a form: words that both have are the same, and none of those that differ
/// is a word of its own.
fn is_slip(candidate: &Candidate<'_>, form: &Form) -> bool {
    if form.words.len() == candidate.words.len() && form.words.len() > 1 {
        return form.words.iter().zip(&candidate.words).all(|(right, word)| {
            let word = words::fold(word);
            *right == word
                || !is_word(&word) && right.len() >= 4 && !right.bytes().all(|b| b.is_ascii_digit())
        });
    }
    // Digits tell models apart; they are no slips.
    let digits = |s: &str| s.chars().filter(char::is_ascii_digit).collect::<String>();
    digits(&form.joined) == digits(&candidate.joined)
        && (form.words.len() == 1 || candidate.words.len() == 1)
        && candidate.words.iter().all(|w| w.len() <= 3 || !is_word(w))
}

/// Whether a word is English or another known name.
fn is_word(word: &str) -> bool {
    english::is_ordinary(word) || english::is_known_name(word)
}

#[cfg(test)]
mod tests;
