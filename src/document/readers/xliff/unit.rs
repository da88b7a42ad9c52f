//! The units: which source belongs to which target, and which of them are translated at all.

use std::sync::Arc;

use super::inline::kind;
use super::{Around, Reader};
use crate::document::readers::units::Half;
use crate::document::readers::xml::{Content, Fault, Token, attribute, local};
use crate::source::Span;

/// A side of a unit: its segments by id.
type Side = Vec<(Option<String>, Half)>;

/// What a unit says of its translation.
struct Target {
    side: Side,
    /// The state as it is written.
    state: String,
}

impl Reader<'_> {
    /// A `<trans-unit>` of version 1.2, behind its start tag.
    pub(super) fn trans_unit(&mut self, tag: &str, around: Around) -> Result<(), Fault> {
        let id = attribute(tag, &["resname", "id"]);
        let approved = attribute(tag, &["approved"]).is_some_and(|v| v == "yes");
        let (mut source, mut target) = (Side::new(), None);
        while let Some((token, span)) = self.tokens.next()? {
            match token {
                Token::End(_) => break,
                Token::Comment(inside) => self.units.ignores.comment(self.file, span, inside),
                Token::Start { name, tag, empty } => match local(name) {
                    "source" if source.is_empty() => source = self.content(tag, empty, around)?,
                    "seg-source" => source = self.content(tag, empty, around)?,
                    "target" => {
                        let state = if approved { Some("final".to_owned()) } else { None };
                        let state = attribute(tag, &["state"]).or(state).unwrap_or_default();
                        target = Some(Target { side: self.content(tag, empty, around)?, state });
                    }
                    _ if empty => {}
                    _ => self.skip()?,
                },
                _ => {}
            }
        }
        self.pair(id.as_deref(), source, target, around);
        Ok(())
    }

    /// A `<unit>` of version 2, behind its start tag.
    pub(super) fn unit(&mut self, tag: &str, around: Around) -> Result<(), Fault> {
        let id = attribute(tag, &["name", "id"]);
        let mut segments = Vec::new();
        while let Some((token, span)) = self.tokens.next()? {
            match token {
                Token::End(_) => break,
                Token::Comment(inside) => self.units.ignores.comment(self.file, span, inside),
                Token::Start { name, tag, empty: false } if local(name) == "segment" => {
                    let around = around.inside(tag, around.start);
                    let own = attribute(tag, &["id"]);
                    let state = attribute(tag, &["state"]).unwrap_or_default();
                    let (source, target) = self.segment(around)?;
                    segments.push((own, source, target.map(|side| Target { side, state }), around));
                }
                Token::Start { empty: false, .. } => self.skip()?,
                _ => {}
            }
        }
        let single = segments.len() == 1;
        for (own, source, target, around) in segments {
            let id = match (&id, &own) {
                (Some(unit), Some(own)) if !single => Some(format!("{unit}/{own}")),
                (unit, own) => unit.clone().or(own.clone()),
            };
            self.pair(id.as_deref(), source, target, around);
        }
        Ok(())
    }

    fn segment(&mut self, around: Around) -> Result<(Side, Option<Side>), Fault> {
        let (mut source, mut target) = (Side::new(), None);
        while let Some((token, _)) = self.tokens.next()? {
            match token {
                Token::End(_) => break,
                Token::Start { name, tag, empty } => match local(name) {
                    "source" => source = self.content(tag, empty, around)?,
                    "target" => target = Some(self.content(tag, empty, around)?),
                    _ if empty => {}
                    _ => self.skip()?,
                },
                _ => {}
            }
        }
        Ok((source, target))
    }

    fn content(&mut self, tag: &str, empty: bool, around: Around) -> Result<Side, Fault> {
        if empty {
            return Ok(vec![(None, Half::default())]);
        }
        let preserve = around.inside(tag, around.start).preserve;
        Content::new(self.file, kind, preserve).read(&mut self.tokens)
    }

    /// Adds what a unit holds: segment by segment where both sides are segmented alike.
    fn pair(&mut self, id: Option<&str>, mut source: Side, target: Option<Target>, around: Around) {
        let span = Span::new(around.start, self.tokens.at() as u32);
        if let Some(Target { side, state }) = target {
            let several = side.len() > 1;
            for (mid, half) in side {
                let facing = source.iter().position(|(other, _)| *other == mid);
                let facing = facing.or((!several && source.len() == 1).then_some(0));
                let own = facing.map(|i| std::mem::take(&mut source[i].1)).unwrap_or_default();
                let unit: Option<Arc<str>> = match (id, &mid) {
                    (Some(id), Some(mid)) if several => Some(format!("{id}/{mid}").into()),
                    (id, mid) => id.or(mid.as_deref()).map(Into::into),
                };
                if is_translated(&state, &own, &half) {
                    self.units.add(unit.as_ref(), own, half, around.translate);
                }
            }
        }
        self.units.cover(span);
    }

    /// Passes over the element whose start tag was read last.
    fn skip(&mut self) -> Result<(), Fault> {
        let mut depth = 0;
        while let Some((token, _)) = self.tokens.next()? {
            match token {
                Token::Start { empty: false, .. } => depth += 1,
                Token::End(_) if depth == 0 => break,
                Token::End(_) => depth -= 1,
                _ => {}
            }
        }
        Ok(())
    }
}

/// Whether a target is one: a file may hold the source in its place until it is translated, or nothing.
fn is_translated(state: &str, source: &Half, target: &Half) -> bool {
    let shown = |half: &Half| half.text.as_ref().map(|t| t.shown().to_owned());
    match &target.text {
        None => matches!(state, "translated" | "signed-off" | "final" | "reviewed"),
        Some(_) => {
            !matches!(state, "new" | "needs-translation" | "initial") || shown(source) != shown(target)
        }
    }
}
