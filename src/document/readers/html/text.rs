//! Text between tags: references are atoms, runs of white space are shown as one space.

use super::Html;
use super::entities::reference;
use crate::source::Span;

impl Html {
    /// Adds text with references in it. `view` is the file at `base`, with blanks where something is not shown.
    pub(in crate::document::readers) fn text(&mut self, view: &str, base: u32) {
        self.characters(view, base, true);
    }

    /// Adds text in which a reference is none.
    pub(super) fn literal(&mut self, view: &str, base: u32) {
        self.characters(view, base, false);
    }

    fn characters(&mut self, view: &str, base: u32, references: bool) {
        if self.flow.hidden > 0 {
            return;
        }
        let exact = self.is_exact();
        let bytes = view.as_bytes();
        if !self.ignores.waiting.is_empty()
            && let Some(first) = bytes.iter().position(|b| !is_space(*b))
        {
            let waiting = self.ignores.waiting.drain(..);
            self.loose.extend(waiting.map(|number| (base + first as u32, number)));
        }
        let span = |a: usize, z: usize| Span::new(base + a as u32, base + z as u32);
        let (mut at, mut run) = (0, 0);
        while at < bytes.len() {
            let special = match bytes[at] {
                b'&' if references => {
                    reference(&view[at..], false).map(|(length, shown)| (at + length, Some(shown)))
                }
                b if is_space(b) && !exact => {
                    let end = at + bytes[at..].iter().take_while(|b| is_space(**b)).count();
                    (end - at > 1 || b != b' ').then_some((end, None))
                }
                _ => None,
            };
            let Some((end, shown)) = special else {
                at += 1;
                continue;
            };
            self.add(span(run, at), exact);
            match shown {
                Some(shown) => self.flow.atom(span(at, end), &shown),
                None => self.flow.space(span(at, end)),
            }
            (at, run) = (end, end);
        }
        self.add(span(run, bytes.len()), exact);
    }

    fn add(&mut self, span: Span, exact: bool) {
        if exact { self.flow.exact(span) } else { self.flow.verbatim(span) }
    }
}

fn is_space(b: u8) -> bool {
    matches!(b, b' ' | b'\t' | b'\n' | b'\r' | 0xC)
}
