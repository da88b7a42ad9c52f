//! As much of YAML as front matter is written in: keys, strings of the five kinds, lists.

use std::sync::Arc;

use super::front::{self, add};
use crate::document::{Escape, Role, Text, TextBuilder};
use crate::source::{SourceFile, Span};

struct Yaml<'a> {
    file: &'a Arc<SourceFile>,
    text: &'a str,
    /// Where `text` begins in the file.
    base: usize,
    at: usize,
    out: Vec<(Role, Text)>,
}

/// The values for readers among the lines at `span`.
pub(super) fn read(file: &Arc<SourceFile>, span: Span) -> Vec<(Role, Text)> {
    let mut yaml = Yaml { file, text: file.slice(span), base: span.start as usize, at: 0, out: Vec::new() };
    // Keys without a value of their own, with how far in they stand.
    let mut open: Vec<(usize, Option<Role>)> = Vec::new();
    while yaml.at < yaml.text.len() {
        let (start, end) = (yaml.at, yaml.line_end(yaml.at));
        let mut from = start + yaml.text[start..end].bytes().take_while(|b| *b == b' ').count();
        let mut is_item = false;
        while yaml.text[from..end].starts_with("- ") {
            is_item = true;
            from = end - yaml.text[from + 2..end].trim_start().len();
        }
        yaml.at = yaml.next(end);
        let line = &yaml.text[from..end];
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let indent = from - start;
        match key(line) {
            Some((name, value)) => {
                open.retain(|(i, _)| *i < indent);
                let role = front::role(name, indent == 0);
                open.push((indent, role));
                yaml.value(from + value, end, indent, role);
            }
            None if is_item => {
                let role = open.iter().rev().find(|(i, _)| *i < indent).and_then(|(_, role)| *role);
                yaml.value(from, end, indent, role);
            }
            None => {}
        }
    }
    yaml.out
}

/// The key that a line begins with, and where its value begins.
fn key(line: &str) -> Option<(&str, usize)> {
    let quote = line.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (name, behind) = if let Some(quote) = quote {
        let end = line[1..].find(quote)? + 1;
        (&line[1..end], end + 1)
    } else {
        let end = line.find(':')?;
        (&line[..end], end)
    };
    let value = line[behind..].strip_prefix(':')?;
    let is_key = value.is_empty() || value.starts_with([' ', '\t']);
    (is_key && !name.starts_with(['[', '{'])).then(|| (name.trim(), line.len() - value.trim_start().len()))
}

impl Yaml<'_> {
    fn line_end(&self, at: usize) -> usize {
        self.text[at..].find(['\n', '\r']).map_or(self.text.len(), |i| at + i)
    }

    /// The start of the next line, from the end of one.
    fn next(&self, end: usize) -> usize {
        let length = if self.text[end..].starts_with("\r\n") { 2 } else { 1 };
        (end + length).min(self.text.len())
    }

    fn span(&self, from: usize, to: usize) -> Span {
        Span::from(self.base + from..self.base + to)
    }

    /// Reads a value that begins at `from`, on the line that ends at `end`; it may go on over lines further in than
    /// `indent`.
    fn value(&mut self, from: usize, end: usize, indent: usize, role: Option<Role>) {
        match self.text[from..end].chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let close = self.close(from, quote);
                self.string(from, close, role);
                self.at = self.at.max(self.next(self.line_end(close)));
            }
            Some('[') => self.list(from, role),
            Some('|' | '>') => self.block(end, indent, self.text[from..].starts_with('>'), role),
            None | Some('{' | '&' | '*' | '!' | '#' | '%' | '@' | '`') => {}
            Some(_) => self.plain(from, end, indent, role),
        }
    }

    /// The quotation mark that closes the string at `from`, or the end of the front matter.
    fn close(&self, from: usize, quote: char) -> usize {
        let bytes = self.text.as_bytes();
        let mut at = from + 1;
        while at < bytes.len() {
            match bytes[at] {
                b'\\' if quote == '"' => at += 1,
                b'\'' if quote == '\'' && bytes.get(at + 1) == Some(&b'\'') => at += 1,
                b if b == quote as u8 => return at,
                _ => {}
            }
            at += 1;
        }
        bytes.len()
    }

    fn string(&mut self, from: usize, close: usize, role: Option<Role>) {
        let Some(role) = role else { return };
        if self.text[from..].starts_with('"') {
            let text = front::quoted(self.file, self.span(from + 1, close), " ");
            return add(&mut self.out, role, text);
        }
        let mut text = TextBuilder::new(self.file, Escape::Single);
        let (mut at, mut run) = (from + 1, from + 1);
        while at < close {
            let (length, shown) = match self.text.as_bytes()[at] {
                b'\'' => (2.min(close - at), "'"),
                b'\n' | b'\r' => (front::line_end(&self.text[at..close]), " "),
                _ => {
                    at += 1;
                    continue;
                }
            };
            text.verbatim(self.span(run, at));
            text.atom(self.span(at, at + length), shown);
            at += length;
            run = at;
        }
        text.verbatim(self.span(run, close));
        add(&mut self.out, role, text);
    }

    /// `[one, "two"]`
    fn list(&mut self, from: usize, role: Option<Role>) {
        let mut at = from + 1;
        loop {
            at += front::line_end(&self.text[at..]);
            let rest = &self.text[at..];
            match rest.chars().next() {
                None | Some(']' | '[' | '{') => break,
                Some(',') => at += 1,
                Some(quote @ ('"' | '\'')) => {
                    let close = self.close(at, quote);
                    self.string(at, close, role);
                    at = (close + 1).min(self.text.len());
                }
                Some(_) => {
                    let length = rest.find([',', ']', '\n', '\r']).unwrap_or(rest.len());
                    self.plain_text(&[(at, at + length)], role);
                    at += length;
                }
            }
        }
        self.at = self.at.max(self.next(self.line_end(at)));
    }

    /// A string without quotation marks.
    fn plain(&mut self, from: usize, end: usize, indent: usize, role: Option<Role>) {
        let without_comment =
            |from: usize, end: usize| self.text[from..end].find(" #").map_or(end, |i| from + i);
        let mut lines = vec![(from, without_comment(from, end))];
        while self.at < self.text.len() {
            let (start, end) = (self.at, self.line_end(self.at));
            let line = &self.text[start..end];
            let text = start + line.len() - line.trim_start().len();
            let inside = line.trim();
            if text - start <= indent
                || inside.is_empty()
                || inside.starts_with(['-', '#'])
                || key(inside).is_some()
            {
                break;
            }
            lines.push((text, without_comment(text, end)));
            self.at = self.next(end);
        }
        self.plain_text(&lines, role);
    }

    fn plain_text(&mut self, lines: &[(usize, usize)], role: Option<Role>) {
        let Some(role) = role else { return };
        let mut text = TextBuilder::new(self.file, Escape::None);
        for (i, &(from, to)) in lines.iter().enumerate() {
            if i > 0 {
                text.atom(self.span(lines[i - 1].1, from), " ");
            }
            text.verbatim(self.span(from, to));
        }
        add(&mut self.out, role, text);
    }

    /// `|` and `>`: all lines further in than the key.
    fn block(&mut self, end: usize, indent: usize, folded: bool, role: Option<Role>) {
        let mut text = TextBuilder::new(self.file, Escape::None);
        let mut last = end;
        while self.at < self.text.len() {
            let (start, end) = (self.at, self.line_end(self.at));
            let line = &self.text[start..end];
            let from = start + line.len() - line.trim_start().len();
            if from - start <= indent && !line.trim().is_empty() {
                break;
            }
            self.at = self.next(end);
            if line.trim().is_empty() {
                continue;
            }
            if !text.is_empty() {
                let blank = self.text[last..start].matches('\n').count() > 1;
                text.atom(self.span(last, from), if folded && !blank { " " } else { "\n" });
            }
            text.verbatim(self.span(from, end));
            last = end;
        }
        if let Some(role) = role {
            add(&mut self.out, role, text);
        }
    }
}
