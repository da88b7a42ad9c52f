//! Shortcodes and the like (`{{< note >}}`, `{% raw %}`, `<Card title="…">`): code between two of them, and texts among
//! their values.

use std::ops::Range;

use super::inline::LONGEST;
use super::scan::Scanner;
use crate::document::readers::html::{Attrs, attribute};
use crate::document::{CodeKind, Escape, Role, TextBuilder};
use crate::source::Span;

impl Scanner<'_> {
    /// Hides a shortcode, or all up to the one that closes it if code stands between.
    pub(super) fn shortcode(&mut self, range: Range<usize>, open: usize) -> usize {
        let tag = &self.text[range.clone()];
        let body = tag[open..].trim_start_matches(['-', ' ', '\t', '\n', '\r']);
        let name_at = tag.len() - body.len();
        let name =
            &body[..body.find(|c: char| c.is_whitespace() || "%>}/-".contains(c)).unwrap_or(body.len())];
        let shown = self.texts_of(&range, range.start + name_at + name.len(), Escape::Json);
        let is_code = matches!(name, "highlight" | "mermaid" | "codeblock" | "raw" | "math");
        if (is_code || name == "tab" && tag.contains("codelang")) && range.end >= self.inline.no_code {
            if let Some(end) = self.end_of_code(range.end, name) {
                return self.hide(range.start..end, false, Vec::new());
            }
            self.inline.no_code = range.end + LONGEST;
        }
        self.hide(range, false, shown)
    }

    /// The end of the shortcode that closes `name`; what stands between is code.
    fn end_of_code(&mut self, start: usize, name: &str) -> Option<usize> {
        let limit = (start + LONGEST).min(self.text.len());
        let limit = (limit..=self.text.len()).find(|i| self.text.is_char_boundary(*i))?;
        let inside = &self.text[start..limit];
        let close = inside.match_indices(name).find_map(|(i, _)| {
            let before = inside[..i].trim_end_matches([' ', '/']);
            let ends = before.len() < i && inside[..i].ends_with(['/', ' ']) && before.ends_with(['<', '%']);
            (ends || before.ends_with("end")).then_some(i)
        })?;
        let open = inside[..close].rfind('{')?;
        let open = if inside[..open].ends_with('{') { open - 1 } else { open };
        let end = start + close + inside[close..].find('}')? + 1;
        let end = end + usize::from(self.bytes.get(end) == Some(&b'}'));
        self.code(start..start + open);
        Some(end)
    }

    /// Texts among the values of a component or a shortcode: titles and the like become segments of their own, the
    /// text of a tooltip is given back, as it is part of the sentence.
    pub(super) fn texts_of(
        &mut self,
        range: &Range<usize>,
        name_end: usize,
        escape: Escape,
    ) -> Vec<Range<usize>> {
        let tag = &self.text[range.clone()];
        let mut shown = Vec::new();
        for attr in Attrs::new(tag, name_end - range.start) {
            let Some(value) = attr.value.filter(|v| !v.is_empty()) else { continue };
            let at = range.start + value.start..range.start + value.end;
            let role = match attr.name {
                "src" | "href" | "link" | "url" => {
                    self.codes.push((CodeKind::Address, Span::from(at)));
                    continue;
                }
                "text" if escape == Escape::Json => {
                    shown.push(at);
                    continue;
                }
                "alt" | "caption" => Role::Image,
                "name" if matches!(&self.text[name_end.saturating_sub(3)..name_end], "tab") => Role::Meta,
                "title" | "description" | "label" | "summary" | "placeholder" | "header" | "heading"
                | "subtitle" | "tip" | "aria-label" => Role::Meta,
                _ => continue,
            };
            let text = if escape == Escape::Attribute {
                attribute(self.file, Span::from(at))
            } else {
                let mut text = TextBuilder::new(self.file, escape);
                text.verbatim(Span::from(at));
                text.finish()
            };
            self.apart.extend(text.map(|t| (role, t, true)));
        }
        shown
    }
}
