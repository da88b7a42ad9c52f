//! One reader a format, found by file extension in one registry.

pub(crate) mod csv;
mod flow;
mod html;
mod ignores;
mod jsonl;
mod markdown;
mod plain;
mod po;
mod tmx;
mod units;
mod xliff;
pub(crate) mod xml;

use std::io::Read as _;
use std::sync::Arc;

use super::{Article, Document};
use crate::error::Error;
use crate::source::SourceFile;

/// Takes the documents of a bilingual file one by one, so that memory is bounded by the largest of them.
pub type Sink<'a> = &'a mut dyn FnMut(Document);

/// How a format is read.
#[derive(Clone, Copy)]
pub enum Read {
    /// One language a file.
    Article(fn(&Arc<SourceFile>) -> Article),
    /// Both languages in one file, which may hold many documents. The flags' languages stand in where it names none.
    Bilingual(fn(&Arc<SourceFile>, &Defaults, Sink<'_>) -> Result<(), Error>),
}

/// What the command line or the configuration says of a bilingual file that says nothing itself.
#[derive(Clone, Debug, Default)]
pub struct Defaults {
    /// Source language.
    pub source: Option<super::Lang>,
    /// Target language.
    pub target: Option<super::Lang>,
}

/// A file format.
pub struct Reader {
    /// Its name, as `--stdin-filename` and the docs use it.
    pub name: &'static str,
    /// The extensions it goes by, in lower case.
    pub extensions: &'static [&'static str],
    /// How it is read.
    pub read: Read,
}

/// Every format, in the order of the documentation.
pub static READERS: &[Reader] = &[
    Reader { name: "plain text", extensions: &["txt", "text"], read: Read::Article(plain::read) },
    Reader {
        name: "Markdown",
        extensions: &["md", "markdown", "mdx", "mdown"],
        read: Read::Article(markdown::read),
    },
    Reader { name: "HTML", extensions: &["html", "htm", "xhtml"], read: Read::Article(html::read) },
    Reader { name: "JSON Lines", extensions: &["jsonl", "ndjson"], read: Read::Bilingual(jsonl::read) },
    Reader { name: "table", extensions: &["csv", "tsv"], read: Read::Bilingual(csv::read) },
    Reader { name: "XLIFF", extensions: &["xlf", "xliff"], read: Read::Bilingual(xliff::read) },
    Reader { name: "TMX", extensions: &["tmx"], read: Read::Bilingual(tmx::read) },
    Reader { name: "PO", extensions: &["po", "pot"], read: Read::Bilingual(po::read) },
];

/// The reader for a path, by its last extension.
///
/// # Errors
/// [`Error::UnknownFormat`] if there is none.
pub fn reader_for(path: &str) -> Result<&'static Reader, Error> {
    let extension = extension(path).unwrap_or_default();
    READERS.iter().find(|r| r.extensions.contains(&extension.as_str())).ok_or_else(|| Error::UnknownFormat {
        path: path.to_owned(),
        known: READERS
            .iter()
            .flat_map(|r| r.extensions)
            .map(|e| format!(".{e}"))
            .collect::<Vec<_>>()
            .join(" "),
    })
}

/// Whether a walk should take this file.
pub fn is_known(path: &str) -> bool {
    reader_for(path).is_ok()
}

/// Why a walk should leave a file out although its extension is known: tables hold anything.
pub fn reason_to_skip(path: &str) -> Option<&'static str> {
    if !matches!(extension(path)?.as_str(), "csv" | "tsv") {
        return None;
    }
    let mut head = Vec::new();
    std::fs::File::open(path).ok()?.take(HEAD).read_to_end(&mut head).ok()?;
    // The end may be cut inside a character; the header is at the beginning.
    let head = match &head[..] {
        [0xFF, 0xFE, ..] => encoding_rs::UTF_16LE.decode(&head).0,
        [0xFE, 0xFF, ..] => encoding_rs::UTF_16BE.decode(&head).0,
        _ => String::from_utf8_lossy(&head),
    };
    csv::is_no_table(path, &head)
}

/// Bytes of a table in which its header is looked for.
const HEAD: u64 = 16 << 10;

fn extension(path: &str) -> Option<String> {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase())
}

#[cfg(test)]
pub(crate) mod tests {
    use std::sync::Arc;

    use proptest::prelude::*;

    use super::reader_for;
    use crate::document::{Article, Segment};
    use crate::source::SourceFile;

    /// What must hold of every reader: segments in the order of the file, every shown character maps to a place on
    /// character boundaries, places never go back inside a segment, and what is verbatim is the file's own bytes.
    pub(crate) fn check_pieces(file: &Arc<SourceFile>, segments: &[Segment]) -> Result<(), TestCaseError> {
        for segment in segments {
            let shown = segment.shown();
            prop_assert!(!shown.trim().is_empty());
            let mut last = 0;
            for (i, c) in shown.char_indices() {
                let span = segment.text.raw(i as u32..(i + c.len_utf8()) as u32);
                prop_assert!(file.text.get(span.range()).is_some(), "{span:?} cuts a character");
                // An atom stands for something that is written in one of these ways; the rest is the file's own.
                let raw = &file.text[span.range()];
                let is_atom =
                    raw.starts_with(['&', '\\', '<', '{', '\'', '"', ' ', '\t', '\n', '\r', '\u{c}']);
                // A tab in code that is indented itself is shown as several spaces, of which the first has its place.
                let is_atom = is_atom || raw.is_empty() && c == ' ';
                prop_assert!(is_atom || raw == c.encode_utf8(&mut [0; 4]), "{c:?} is shown for {raw:?}");
                prop_assert!(span.start >= last || span.end >= last, "{span:?} goes back behind {last}");
                last = span.start;
            }
            for edit in segment.text.edit(0..shown.len() as u32, "x").unwrap_or_default() {
                prop_assert!(file.text.get(edit.span.range()).is_some());
            }
        }
        Ok(())
    }

    /// Changing one word of the last segment that shows `old` changes the file there only, and reading it again gives
    /// the changed text in the same segment.
    pub(crate) fn check_edit(
        file: &Arc<SourceFile>,
        read: &dyn Fn(&Arc<SourceFile>) -> Article,
        old: &str,
        new: &str,
    ) -> Result<(), TestCaseError> {
        let before = read(file).segments;
        let Some(number) = before.iter().rposition(|s| s.shown().contains(old)) else { return Ok(()) };
        let segment = &before[number];
        let at = segment.shown().rfind(old).unwrap_or_default();
        let Some(edits) = segment.text.edit(at as u32..(at + old.len()) as u32, new) else { return Ok(()) };
        let mut text = file.text.to_string();
        for edit in edits.iter().rev() {
            prop_assert_eq!(&file.text[edit.span.range()], old);
            text.replace_range(edit.span.range(), &edit.replacement);
        }
        let after = read(&Arc::new(SourceFile::new(Arc::clone(&file.path), text))).segments;
        prop_assert_eq!(after.len(), before.len());
        for (i, (a, b)) in after.iter().zip(&before).enumerate() {
            let mut want = b.shown().to_owned();
            if i == number {
                want.replace_range(at..at + old.len(), new);
            }
            prop_assert_eq!(a.shown(), want);
        }
        Ok(())
    }

    #[test]
    fn formats_go_by_their_last_extension() {
        assert_eq!(reader_for("a/b.en.MD").map(|r| r.name).ok(), Some("Markdown"));
        assert!(reader_for("a.md/README").is_err());
    }
}
