//! TMX 1.4: a translation unit has a variant for each language; which two are compared the flags say, or the header.

#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::units::{Half, Units, malformed};
use super::xml::{Content, Fault, Inline, Token, Tokens, attribute, local, name};
use super::{Defaults, Sink};
use crate::document::{Lang, Langs};
use crate::error::Error;
use crate::source::{SourceFile, Span};

/// The most bytes of units that make one document.
const LARGEST: u32 = 64 << 20;

/// Reads a file.
///
/// # Errors
/// [`Error::Malformed`] where it is no XML, or not TMX, or does not say which of many languages is the target; units
/// before the fault have been given out.
pub(super) fn read(file: &Arc<SourceFile>, defaults: &Defaults, sink: Sink<'_>) -> Result<(), Error> {
    let langs =
        Langs { source: defaults.source.clone(), target: defaults.target.clone().unwrap_or_else(Lang::en) };
    let mut reader = Reader {
        file,
        tokens: Tokens::new(&file.text, file.start() as usize),
        units: Units::new(file, langs),
        defaults,
        header: None,
        start: 0,
    };
    let done = reader.read(sink);
    reader.units.hand_on(sink);
    done.map_err(|f| malformed(file, f.at, f.problem))
}

/// One language's text in a unit.
struct Variant {
    lang: Lang,
    half: Half,
}

struct Reader<'f> {
    file: &'f Arc<SourceFile>,
    tokens: Tokens<'f>,
    units: Units,
    defaults: &'f Defaults,
    /// The source language that the header names.
    header: Option<Lang>,
    /// Where the document at hand begins.
    start: u32,
}

impl Reader<'_> {
    fn read(&mut self, sink: Sink<'_>) -> Result<(), Fault> {
        let mut is_tmx = false;
        while let Some((token, span)) = self.tokens.next()? {
            match token {
                Token::Start { name, tag, empty } => match local(name) {
                    "tmx" => is_tmx = true,
                    other if !is_tmx => {
                        return Err(fault(
                            span,
                            format!(
                                "the root is `<{other}>`, not `<tmx>`; give the file the extension of its format"
                            ),
                        ));
                    }
                    "header" => self.header = language(tag, &["srclang"]),
                    "tu" if !empty => self.unit(tag, span, sink)?,
                    _ => {}
                },
                Token::Comment(inside) => self.units.ignores.comment(self.file, span, inside),
                _ => {}
            }
        }
        if is_tmx {
            return Ok(());
        }
        Err(fault(Span::default(), "no `<tmx>` element; give the file the extension of its format"))
    }

    /// A `<tu>`, behind its start tag.
    fn unit(&mut self, tag: &str, start: Span, sink: Sink<'_>) -> Result<(), Fault> {
        let id: Option<Arc<str>> = attribute(tag, &["tuid"]).map(Into::into);
        let own = language(tag, &["srclang"]).or_else(|| self.header.clone());
        let mut variants = Vec::new();
        let mut lang = None;
        let mut depth = 0;
        while let Some((token, _)) = self.tokens.next()? {
            match token {
                Token::Start { name, tag, empty } => match local(name) {
                    "seg" => {
                        let half = self.segment(tag, empty)?;
                        variants.extend(lang.take().map(|lang| Variant { lang, half }));
                    }
                    element => {
                        if element == "tuv" {
                            lang = language(tag, &["xml:lang", "lang"]);
                        }
                        depth += usize::from(!empty);
                    }
                },
                Token::End(_) if depth == 0 => break,
                Token::End(_) => depth -= 1,
                _ => {}
            }
        }
        self.pair(id.as_ref(), variants, own.as_ref(), start, sink)
    }

    fn segment(&mut self, tag: &str, empty: bool) -> Result<Half, Fault> {
        if empty {
            return Ok(Half::default());
        }
        let preserve = attribute(tag, &["xml:space"]).is_some_and(|v| v == "preserve");
        let segments = Content::new(self.file, kind, preserve).read(&mut self.tokens)?;
        Ok(segments.into_iter().next().map(|(_, half)| half).unwrap_or_default())
    }

    fn pair(
        &mut self,
        id: Option<&Arc<str>>,
        mut variants: Vec<Variant>,
        own: Option<&Lang>,
        start: Span,
        sink: Sink<'_>,
    ) -> Result<(), Fault> {
        let Some(target) = self.target(&variants, own, start)? else { return Ok(()) };
        let Variant { lang: into, half: target } = variants.swap_remove(target);
        let source = self.source(&variants, own, &into).map(|i| variants.swap_remove(i));
        let (from, source) = match source {
            Some(v) => (Some(v.lang), v.half),
            None => (None, Half::default()),
        };
        let langs = Langs { source: from.or_else(|| self.defaults.source.clone()), target: into };
        if *self.units.langs() != langs || start.start - self.start > LARGEST {
            self.units.hand_on(sink);
            *self.units.langs() = langs;
            self.start = start.start;
        }
        self.units.add(id, source, target, true);
        self.units.cover(Span::new(start.start, self.tokens.at() as u32));
        Ok(())
    }

    /// Which variant is the target: the flags' language, or the only one besides the source, or English.
    fn target(&self, variants: &[Variant], own: Option<&Lang>, unit: Span) -> Result<Option<usize>, Fault> {
        if let Some(wanted) = &self.defaults.target {
            return Ok(variants.iter().position(|v| v.lang.is(wanted.primary())));
        }
        let source = self.defaults.source.as_ref().or(own);
        let is_other = |v: &&Variant| source.is_none_or(|s| !v.lang.is(s.primary()));
        let mut others: Vec<&Lang> = variants.iter().filter(is_other).map(|v| &v.lang).collect();
        others.sort_unstable();
        let chosen = match &others[..] {
            [] => return Ok(None),
            [one] => *one,
            several => several.iter().find(|l| l.is("en")).ok_or_else(|| {
                let tags: Vec<&str> = several.iter().map(|l| l.tag()).collect();
                let tags = tags.join(", ");
                let problem =
                    format!("a unit in {tags}; --target-lang says which of them is the translation");
                fault(unit, problem)
            })?,
        };
        Ok(variants.iter().position(|v| v.lang == *chosen))
    }

    fn source(&self, variants: &[Variant], own: Option<&Lang>, target: &Lang) -> Option<usize> {
        let wanted = self.defaults.source.as_ref().or(own).filter(|l| !l.is(target.primary()));
        match wanted {
            Some(wanted) => variants.iter().position(|v| v.lang.is(wanted.primary())),
            None => (variants.len() == 1).then_some(0),
        }
    }
}

/// The language that an attribute names; none for `*all*`.
fn language(tag: &str, names: &[&str]) -> Option<Lang> {
    attribute(tag, names).as_deref().and_then(Lang::parse)
}

/// What the inline elements of TMX are: native code inside `bpt`, `ept`, `it`, `ph` and `ut`, text inside `hi`.
fn kind(element: &str, tag: &str) -> Inline {
    match element {
        "bpt" | "ept" => Inline::Border(name(element, tag, &["x", "i"])),
        "ph" | "it" | "ut" => Inline::Instead(name(element, tag, &["x", "type"]), None),
        "sub" => Inline::Foreign,
        _ => Inline::Plain,
    }
}

fn fault(span: Span, problem: impl Into<String>) -> Fault {
    Fault { at: span.start as usize, problem: problem.into() }
}
