//! JSON Lines: one translation unit a line, both sides in it, spans exact through the escapes.

use std::sync::Arc;

use serde::Deserialize;
use serde_json::value::RawValue;

use super::{Defaults, Sink};
use crate::document::{Document, Escape, Ignore, Lang, Langs, Link, Role, Segment, Text, TextBuilder};
use crate::error::Error;
use crate::source::{SourceFile, Span};

/// The most bytes that consecutive lines without `doc` make one document of.
const LARGEST: u32 = 64 << 20;

#[derive(Deserialize)]
struct Row<'a> {
    #[serde(borrow)]
    id: Option<&'a RawValue>,
    #[serde(borrow)]
    doc: Option<&'a RawValue>,
    #[serde(borrow)]
    source: Option<&'a RawValue>,
    #[serde(borrow)]
    target: Option<&'a RawValue>,
    source_lang: Option<String>,
    target_lang: Option<String>,
    #[serde(rename = "mtlint-ignore", default)]
    ignore: Vec<String>,
}

/// Reads a file, one document for each run of lines with the same `doc`.
///
/// # Errors
/// [`Error::Malformed`] at the first line that is no object with a string `target`; documents before it were given out.
pub(super) fn read(file: &Arc<SourceFile>, defaults: &Defaults, sink: Sink<'_>) -> Result<(), Error> {
    let mut open = None;
    let done = rows(file, defaults, &mut open, sink);
    // What stands before a fault was read.
    if let Some(last) = open {
        sink(last.document);
    }
    done
}

fn rows(
    file: &Arc<SourceFile>,
    defaults: &Defaults,
    open: &mut Option<Open>,
    sink: Sink<'_>,
) -> Result<(), Error> {
    let lines = file.lines();
    for number in 0..lines.len() {
        let mut line = lines.span(number, &file.text);
        line.start = line.start.max(file.start()).min(line.end);
        let text = file.slice(line);
        if text.trim().is_empty() {
            continue;
        }
        let malformed = |problem: String| Error::Malformed {
            path: file.path.to_string(),
            line: number as u32 + 1,
            problem: format!("{problem}; a line is an object like {{\"source\": \"…\", \"target\": \"…\"}}"),
        };
        let row: Row<'_> =
            serde_json::from_str(text.trim_end()).map_err(|e| malformed(without_line(&e.to_string())))?;
        let langs = langs(&row, defaults);
        let key = row.doc.map(|d| d.get().to_owned());
        if !open.as_ref().is_some_and(|o| o.takes(key.as_deref(), &langs, line)) {
            if let Some(done) = open.take() {
                sink(done.document);
            }
            *open = Some(Open::new(file, key, langs, line.start));
        }
        if let Some(open) = open {
            open.add(file, &row, number as u32, line).map_err(malformed)?;
        }
    }
    Ok(())
}

/// serde counts lines inside the one line that it was given.
fn without_line(message: &str) -> String {
    message.replace(" at line 1 column", " at column")
}

fn langs(row: &Row<'_>, defaults: &Defaults) -> Langs {
    let tag = |own: &Option<String>, other: &Option<Lang>| {
        own.as_deref().and_then(Lang::parse).or_else(|| other.clone())
    };
    Langs {
        source: tag(&row.source_lang, &defaults.source),
        target: tag(&row.target_lang, &defaults.target).unwrap_or_else(Lang::en),
    }
}

struct Open {
    key: Option<String>,
    start: u32,
    document: Document,
}

impl Open {
    fn new(file: &Arc<SourceFile>, key: Option<String>, langs: Langs, start: u32) -> Self {
        Self { key, start, document: Document::linked(file, langs) }
    }

    fn takes(&self, key: Option<&str>, langs: &Langs, line: Span) -> bool {
        self.key.as_deref() == key
            && self.document.langs == *langs
            && (key.is_some() || line.end - self.start <= LARGEST)
    }

    fn add(&mut self, file: &Arc<SourceFile>, row: &Row<'_>, number: u32, line: Span) -> Result<(), String> {
        let target = row.target.ok_or("`target` is missing")?;
        let unit: Option<Arc<str>> = row.id.map(|id| id.get().trim_matches('"').into());
        let mut link = Link::default();
        let segment =
            |text| Segment { index: number, unit: unit.clone(), role: Role::Unit, text, translate: true };
        if let Some(text) = string(file, target).map_err(|()| "`target` is no string")? {
            link.target.push(self.document.target.len() as u32);
            self.document.target.push(segment(text));
        }
        if let Some(source) = row.source.filter(|s| s.get() != "null")
            && let Some(text) = string(file, source).map_err(|()| "`source` is no string")?
        {
            link.source.push(self.document.source.len() as u32);
            self.document.source.push(segment(text));
        }
        if let Some(given) = &mut self.document.given {
            given.push(link);
        }
        if !row.ignore.is_empty() {
            self.document.ignores.push(Ignore {
                rules: row.ignore.clone(),
                covers: line,
                comment: Span::empty(line.start),
                reason: None,
            });
        }
        Ok(())
    }
}

/// The text of a JSON string, piece by piece; `None` if it is blank.
fn string(file: &Arc<SourceFile>, value: &RawValue) -> Result<Option<Text>, ()> {
    let raw = value.get();
    // serde_json borrows from the line, which borrows from the file: the distance of the pointers is the offset.
    let start = (raw.as_ptr() as usize).checked_sub(file.text.as_ptr() as usize).ok_or(())? as u32 + 1;
    let body = raw.strip_prefix('"').and_then(|s| s.strip_suffix('"')).ok_or(())?;
    let mut text = TextBuilder::new(file, Escape::Json);
    let mut at = 0;
    while at < body.len() {
        let next = body[at..].find('\\').map_or(body.len(), |i| at + i);
        text.verbatim(Span::new(start + at as u32, start + next as u32));
        if next == body.len() {
            break;
        }
        let (length, c) = escape(&body[next..]);
        text.atom(Span::new(start + next as u32, start + (next + length) as u32), c.encode_utf8(&mut [0; 4]));
        at = next + length;
    }
    Ok(text.finish_unit())
}

/// Length and meaning of the escape that `rest` begins with; the JSON is known to be well formed.
fn escape(rest: &str) -> (usize, char) {
    let unit = |at: usize| rest.get(at..at + 4).and_then(|hex| u32::from_str_radix(hex, 16).ok());
    match rest.as_bytes().get(1) {
        Some(b'n') => (2, '\n'),
        Some(b't') => (2, '\t'),
        Some(b'r') => (2, '\r'),
        Some(b'b') => (2, '\u{8}'),
        Some(b'f') => (2, '\u{c}'),
        Some(b'u') => {
            let high = unit(2).unwrap_or(0xFFFD);
            if let (0xD800..0xDC00, Some("\\u"), Some(low @ 0xDC00..0xE000)) = (high, rest.get(6..8), unit(8))
            {
                let c = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
                return (12, char::from_u32(c).unwrap_or('\u{FFFD}'));
            }
            (6, char::from_u32(high).unwrap_or('\u{FFFD}'))
        }
        Some(&c) => (2, c as char),
        None => (1, '\\'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read_all(text: &str) -> Result<Vec<Document>, Error> {
        let file = Arc::new(SourceFile::new("a.jsonl", text));
        let mut out = Vec::new();
        read(&file, &Defaults::default(), &mut |d| out.push(d))?;
        Ok(out)
    }

    #[test]
    fn escapes_map_to_their_place() {
        let line = r#"{"id": 7, "target": "a \u4e1c\n\"风\" \ud842\udfb7x", "source": "东"}"#;
        let docs = read_all(line).expect("reads");
        let t = &docs[0].target[0];
        assert_eq!(t.shown(), "a 东\n\"风\" 𠮷x");
        let at = t.shown().find('东').expect("there") as u32;
        assert_eq!(&line[t.text.raw(at..at + 3).range()], "\\u4e1c");
        assert_eq!(t.unit.as_deref(), Some("7"));
        let edits = t.text.edit(at..at + 3, "\"east\"").expect("editable");
        assert_eq!(edits[0].replacement, "\\\"east\\\"");
    }

    #[test]
    fn a_document_is_a_run_of_lines_with_one_doc() {
        let docs = read_all("{\"doc\":\"a\",\"target\":\"x\"}\n\n{\"doc\":\"a\",\"target\":\"y\"}\n{\"doc\":\"b\",\"target\":\"z\"}\n").expect("reads");
        let index: Vec<Vec<u32>> = docs.iter().map(|d| d.target.iter().map(|s| s.index).collect()).collect();
        assert_eq!(index, [vec![0, 2], vec![3]]);
    }

    #[test]
    fn a_bad_line_is_named() {
        for bad in [
            "{\"target\":\"x\"}\n{\"target\":",
            "{\"target\":\"x\"}\n{\"source\":\"x\"}",
            "{\"target\":\"x\"}\n{\"target\":5}",
            "{\"target\":\"x\"}\n[1]",
        ] {
            let e = read_all(bad).expect_err(bad);
            assert_eq!(e.line(), Some(2), "{e}");
        }
        let cut = read_all("{\"target\":\n{\"target\":\"x\"}\n").expect_err("cut off");
        assert!(cut.to_string().contains("EOF while parsing a value at column 10;"), "{cut}");
    }

    proptest! {
        #[test]
        fn any_string_survives(text in "\\PC{0,40}", extra in "[\\n\\t\\\\\"/\u{8}]{0,5}") {
            let want = format!("{extra}{text}");
            let json = serde_json::to_string(&serde_json::json!({"target": want})).expect("serialises");
            let docs = read_all(&json).expect("reads");
            let got = docs[0].target.first().map_or("", |s| s.shown());
            prop_assert_eq!(got, want.trim_matches([' ', '\t', '\n', '\r']));
            super::super::tests::check_pieces(&docs[0].file, &docs[0].target)?;
        }

        #[test]
        fn hostile_lines_never_panic(text in "[{}\\[\\]\":,\\\\u0-9a-f target东\\n]{0,120}") {
            let _ = read_all(&text);
        }
    }
}
