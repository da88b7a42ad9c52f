//! Findings on titles and other strings between marks.

use super::{NameVariant, SHOWN};
use crate::finding::{Fnv, Message, Raw, Severity};
use crate::names::source::Title;

/// Every wording but the most frequent one, at each of its places.
pub(super) fn findings(titles: &[Title]) -> Vec<Raw> {
    let mut out = Vec::new();
    for title in titles {
        let Some((kept, others)) = title.wordings.split_first() else { continue };
        let group = title.wordings.iter().fold(Fnv::new(), |h, w| h.text(&w.text)).finish();
        for own in others {
            for &(at, source) in &own.places {
                let message = Message::new("`{text}` renders what is `{other}` elsewhere")
                    .with("text", &*own.text)
                    .with("other", &*kept.text);
                let mut raw = NameVariant::META
                    .finding(at, message)
                    .help(format!("keep to one wording; the source has `{}` in both places", title.text));
                // What is merely quoted may be an everyday word: seven in ten were one name.
                let (class, severity) = if title.is_name {
                    ("source-title", Severity::Warning)
                } else {
                    ("source-quoted", Severity::Info)
                };
                raw.severity = severity;
                raw.entry = Some(format!("{}/{class}", NameVariant::META.id).into());
                let competing = title.wordings.iter().filter(|w| w.text != own.text).take(SHOWN);
                for (place, other) in competing.filter_map(|w| w.places.first().map(|p| (p.0, w))) {
                    raw = raw.related(place, Message::new("`{text}` here").with("text", &*other.text));
                }
                raw = raw.related(source, Message::new("in the source"));
                raw.group = Some(group);
                out.push(raw);
            }
        }
    }
    out
}
