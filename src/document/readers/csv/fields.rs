//! Rows and fields with their places, as RFC 4180 writes them: a field in quotation marks may hold anything, a quotation
//! mark in it is doubled.

use std::sync::Arc;

use crate::document::{Escape, Text, TextBuilder};
use crate::source::{SourceFile, Span};

/// One field.
#[derive(Debug)]
pub(crate) struct Field {
    /// What stands in it, without the quotation marks around it.
    pub(crate) span: Span,
    /// Whether there are any.
    pub(crate) quoted: bool,
}

impl Field {
    /// What it says.
    pub(crate) fn value(&self, text: &str) -> String {
        let raw = text.get(self.span.range()).unwrap_or_default().trim();
        if self.quoted { raw.replace("\"\"", "\"") } else { raw.to_owned() }
    }

    /// Its text; `None` if it is blank.
    pub(crate) fn text(&self, file: &Arc<SourceFile>) -> Option<Text> {
        if !self.quoted {
            let mut text = TextBuilder::new(file, Escape::Field);
            text.verbatim(self.span);
            return text.finish_unit();
        }
        let mut text = TextBuilder::new(file, Escape::Quoted);
        let mut at = self.span.start;
        for (mark, _) in file.slice(self.span).match_indices("\"\"") {
            let mark = self.span.start + mark as u32;
            text.verbatim(Span::new(at, mark));
            text.atom(Span::new(mark, mark + 2), "\"");
            at = mark + 2;
        }
        text.verbatim(Span::new(at, self.span.end));
        text.finish_unit()
    }
}

/// One row.
#[derive(Debug)]
pub(crate) struct Row {
    /// All of it, without its line end.
    pub(crate) span: Span,
    /// Its fields; at least one.
    pub(crate) fields: Vec<Field>,
}

/// Reads rows one by one.
pub(crate) struct Rows<'t> {
    text: &'t str,
    separator: u8,
    at: usize,
}

impl<'t> Rows<'t> {
    /// `separator` is a character of ASCII.
    pub(crate) fn new(text: &'t str, separator: u8) -> Self {
        let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
        Self { text, separator, at }
    }

    fn field(&mut self) -> Result<Field, (usize, String)> {
        let rest = &self.text.as_bytes()[self.at..];
        if rest.first() == Some(&b'"') {
            match self.quoted(rest) {
                Some(length) => {
                    let span = Span::from(self.at + 1..self.at + length - 1);
                    self.at += length;
                    return Ok(Field { span, quoted: true });
                }
                // In a table with tabs a quotation mark is a character like any other.
                None if self.separator == b'\t' => {}
                None => {
                    let problem = "a quotation mark that is not closed before a separator or a line end; one inside a field is doubled";
                    return Err((self.at, problem.to_owned()));
                }
            }
        }
        let is_end = |b: &u8| *b == self.separator || matches!(b, b'\n' | b'\r');
        let length = rest.iter().position(is_end).unwrap_or(rest.len());
        let span = Span::from(self.at..self.at + length);
        self.at += length;
        Ok(Field { span, quoted: false })
    }

    /// Length of the field in quotation marks that `rest` begins with; `None` if it does not end as one must.
    fn quoted(&self, rest: &[u8]) -> Option<usize> {
        let mut at = 1;
        loop {
            let stops = |b: &u8| *b == b'"' || self.separator == b'\t' && matches!(b, b'\n' | b'\r' | b'\t');
            at += rest[at..].iter().position(stops)?;
            if rest[at] != b'"' {
                return None;
            }
            match rest.get(at + 1) {
                Some(b'"') => at += 2,
                None | Some(b'\n' | b'\r') => return Some(at + 1),
                Some(b) if *b == self.separator => return Some(at + 1),
                Some(_) => return None,
            }
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, (usize, String)>;

    fn next(&mut self) -> Option<Self::Item> {
        let start = self.at;
        if start >= self.text.len() {
            return None;
        }
        let mut fields = Vec::new();
        loop {
            match self.field() {
                Ok(field) => fields.push(field),
                Err(fault) => {
                    self.at = self.text.len();
                    return Some(Err(fault));
                }
            }
            let end = self.at;
            match self.text.as_bytes().get(self.at) {
                Some(b) if *b == self.separator => {
                    self.at += 1;
                    continue;
                }
                Some(b'\r') if self.text.as_bytes().get(self.at + 1) == Some(&b'\n') => self.at += 2,
                Some(_) => self.at += 1,
                None => {}
            }
            return Some(Ok(Row { span: Span::from(start..end), fields }));
        }
    }
}
