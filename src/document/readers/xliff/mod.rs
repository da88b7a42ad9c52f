//! XLIFF 1.2, 2.0 and 2.1: a document for each `<file>`, a segment for each side of a unit or of its segments.
//!
//! Notes, `<alt-trans>`, texts inside codes and units that say themselves that they are not translated yet are left out.

mod inline;
mod unit;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use super::units::{Units, malformed};
use super::xml::{Fault, Token, Tokens, attribute, local};
use super::{Defaults, Sink};
use crate::document::{Lang, Langs};
use crate::error::Error;
use crate::source::{SourceFile, Span};

/// Reads a file.
///
/// # Errors
/// [`Error::Malformed`] where it is no XML, or not XLIFF; units before the fault have been given out.
pub(super) fn read(file: &Arc<SourceFile>, defaults: &Defaults, sink: Sink<'_>) -> Result<(), Error> {
    let langs =
        Langs { source: defaults.source.clone(), target: defaults.target.clone().unwrap_or_else(Lang::en) };
    let start = file.start() as usize;
    let mut reader = Reader { file, tokens: Tokens::new(&file.text, start), units: Units::new(file, langs) };
    let done = reader.read(sink);
    reader.units.hand_on(sink);
    done.map_err(|f| malformed(file, f.at, f.problem))
}

/// What the elements around say of a unit.
#[derive(Clone, Copy)]
struct Around {
    translate: bool,
    preserve: bool,
    start: u32,
}

impl Around {
    /// What holds inside `tag`.
    fn inside(self, tag: &str, start: u32) -> Self {
        Self {
            translate: attribute(tag, &["translate"]).map_or(self.translate, |v| v != "no"),
            preserve: attribute(tag, &["xml:space"]).map_or(self.preserve, |v| v == "preserve"),
            start,
        }
    }
}

struct Reader<'f> {
    file: &'f Arc<SourceFile>,
    tokens: Tokens<'f>,
    units: Units,
}

impl Reader<'_> {
    fn read(&mut self, sink: Sink<'_>) -> Result<(), Fault> {
        let mut around = vec![Around { translate: true, preserve: false, start: 0 }];
        let mut is_xliff = false;
        while let Some((token, span)) = self.tokens.next()? {
            match token {
                Token::Start { name, tag, empty } => {
                    let name = local(name);
                    if !is_xliff && name != "xliff" {
                        return Err(fault(
                            span,
                            format!(
                                "the root is `<{name}>`, not `<xliff>`; give the file the extension of its format"
                            ),
                        ));
                    }
                    is_xliff = true;
                    let outer = around.last().copied().unwrap_or(around[0]);
                    let inner = outer.inside(tag, span.start);
                    self.languages(name, tag);
                    match name {
                        _ if empty => {}
                        "trans-unit" => self.trans_unit(tag, inner)?,
                        "unit" => self.unit(tag, inner)?,
                        _ => around.push(inner),
                    }
                }
                Token::End(name) => {
                    around.pop();
                    if local(name) == "file" {
                        self.units.hand_on(sink);
                    }
                }
                Token::Comment(inside) => self.units.ignores.comment(self.file, span, inside),
                Token::Text if is_xliff => {}
                Token::Text if self.file.slice(span).trim().is_empty() => {}
                Token::Text | Token::Cdata(_) if !is_xliff => return Err(no_xliff(span)),
                Token::Text | Token::Cdata(_) | Token::Other => {}
            }
        }
        if is_xliff { Ok(()) } else { Err(no_xliff(Span::default())) }
    }

    fn languages(&mut self, element: &str, tag: &str) {
        let (source, target) = match element {
            "file" => ("source-language", "target-language"),
            "xliff" => ("srcLang", "trgLang"),
            _ => return,
        };
        let lang = |name: &str| attribute(tag, &[name]).as_deref().and_then(Lang::parse);
        let langs = self.units.langs();
        if let Some(lang) = lang(source) {
            langs.source = Some(lang);
        }
        if let Some(lang) = lang(target) {
            langs.target = lang;
        }
    }
}

fn no_xliff(span: Span) -> Fault {
    fault(span, "no `<xliff>` element; give the file the extension of its format")
}

fn fault(span: Span, problem: impl Into<String>) -> Fault {
    Fault { at: span.start as usize, problem: problem.into() }
}
