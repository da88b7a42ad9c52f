//! PO catalogues of gettext: an entry is a unit, a plural form a unit of its own.
//!
//! Untranslated, fuzzy and obsolete entries are left out: the file itself says that they are no translations.

mod entry;
mod strings;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use entry::{Entry, Keyword};

use super::units::{Units, malformed};
use super::{Defaults, Sink};
use crate::document::{Lang, Langs};
use crate::error::Error;
use crate::source::{SourceFile, Span};

/// Reads a file as one document.
///
/// # Errors
/// [`Error::Malformed`] at the first line that is no PO; entries before it are given out.
pub(super) fn read(file: &Arc<SourceFile>, defaults: &Defaults, sink: Sink<'_>) -> Result<(), Error> {
    let langs =
        Langs { source: defaults.source.clone(), target: defaults.target.clone().unwrap_or_else(Lang::en) };
    let mut reader = Reader { file, units: Units::new(file, langs), entry: Entry::default() };
    let done = reader.read();
    reader.units.hand_on(sink);
    done
}

struct Reader<'f> {
    file: &'f Arc<SourceFile>,
    units: Units,
    /// The entry at hand.
    entry: Entry,
}

impl Reader<'_> {
    fn read(&mut self) -> Result<(), Error> {
        let lines = self.file.lines();
        for number in 0..lines.len() {
            let mut line = lines.span(number, &self.file.text);
            line.start = line.start.max(self.file.start()).min(line.end);
            let text = self.file.slice(line);
            let start = line.start + (text.len() - text.trim_start().len()) as u32;
            let line = Span::new(start, start + text.trim().len() as u32);
            self.line(line)?;
        }
        self.end_entry()
    }

    fn line(&mut self, line: Span) -> Result<(), Error> {
        let text = self.file.slice(line);
        if text.is_empty() {
            return self.end_entry();
        }
        if let Some(comment) = text.strip_prefix('#') {
            if !comment.starts_with('~') {
                self.comment(comment, line)?;
            }
            return Ok(());
        }
        let (keyword, rest) = match text.find('"') {
            Some(quote) => text.split_at(quote),
            None => (text, ""),
        };
        let keyword = keyword.trim_end();
        if !keyword.is_empty() {
            let keyword = Keyword::parse(keyword).ok_or_else(|| {
                self.fault(
                    line,
                    "no line of PO; a comment begins with `#`, a string stands in quotation marks",
                )
            })?;
            if self.entry.is_over_before(keyword) {
                self.end_entry()?;
            }
            self.entry.begin(keyword, line).map_err(|problem| self.fault(line, problem))?;
        }
        let quoted = strings::body(rest).map_err(|problem| self.fault(line, problem))?;
        let start = line.end - rest.len() as u32 + 1;
        let body = Span::new(start, start + quoted.len() as u32);
        self.entry.add(body, line).map_err(|problem| self.fault(line, problem))
    }

    fn comment(&mut self, comment: &str, line: Span) -> Result<(), Error> {
        if self.entry.has_translation() {
            self.end_entry()?;
        }
        if let Some(flags) = comment.strip_prefix(',') {
            self.entry.fuzzy |= flags.split(',').any(|flag| flag.trim() == "fuzzy");
        } else if comment.starts_with([' ', '\t', 'm']) {
            self.units.ignores.comment(self.file, line, comment);
        }
        Ok(())
    }

    /// Takes in the entry at hand, if there is one.
    fn end_entry(&mut self) -> Result<(), Error> {
        let entry = std::mem::take(&mut self.entry);
        let Some(span) = entry.span() else { return Ok(()) };
        entry.check().map_err(|problem| self.fault(span, problem))?;
        if entry.is_header() {
            let header = strings::text(self.file, entry.translations[0].spans());
            self.header(header.as_ref().map_or("", |t| t.shown()));
        } else if !entry.fuzzy {
            entry.units(self.file, |id, source, target| {
                self.units.add(Some(&id), source.into(), Some(target).into(), true);
            });
        }
        self.units.cover(span);
        Ok(())
    }

    fn header(&mut self, header: &str) {
        let langs = self.units.langs();
        let field = |name: &str| {
            let value = header.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
            // `zh_CN`, `sr@latin`, `ca_ES.UTF-8`
            Lang::parse(value.split(['@', '.']).next()?)
        };
        if let Some(lang) = field("Language") {
            langs.target = lang;
        }
        if let Some(lang) = field("X-Source-Language") {
            langs.source = Some(lang);
        }
        // Messages are written in English unless something else is said.
        if langs.source.is_none() && !langs.target.is("en") {
            langs.source = Some(Lang::en());
        }
    }

    fn fault(&self, span: Span, problem: impl Into<String>) -> Error {
        malformed(self.file, span.start as usize, problem)
    }
}
