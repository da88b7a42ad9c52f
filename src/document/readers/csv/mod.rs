//! Tables of translations, CSV and TSV: a row is a unit. The header says which columns hold what.

mod columns;
mod fields;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use columns::Columns;
use fields::{Field, Row, Rows};

use super::units::{Units, malformed};
use super::{Defaults, Sink};
use crate::document::{Lang, Langs};
use crate::error::Error;
use crate::source::SourceFile;

/// The most bytes of rows without a column for the document that make one.
const LARGEST: u32 = 64 << 20;

/// Reads a file, one document for each run of rows with the same `doc`.
///
/// # Errors
/// [`Error::Malformed`] if the header does not say which columns hold the texts, and at the first row that is broken; rows
/// before it have been given out.
pub(super) fn read(file: &Arc<SourceFile>, defaults: &Defaults, sink: Sink<'_>) -> Result<(), Error> {
    let (columns, mut rows) = open(&file.path, &file.text, defaults)
        .map_err(|problem| malformed(file, file.start() as usize, problem))?;
    let mut table = Table {
        file,
        units: Units::new(file, columns.langs(defaults)),
        columns,
        defaults,
        key: None,
        start: 0,
    };
    let done = loop {
        match rows.next() {
            None => break Ok(()),
            Some(Err(fault)) => break Err(fault),
            Some(Ok(row)) => {
                if let Err(fault) = table.row(&row, sink) {
                    break Err(fault);
                }
            }
        }
    };
    table.units.hand_on(sink);
    done.map_err(|(at, problem)| malformed(file, at, problem))
}

/// Why the file that begins with `head` is no table of translations, if it is none.
pub(super) fn is_no_table(path: &str, head: &str) -> Option<&'static str> {
    match open(path, head, &Defaults::default()) {
        Ok((columns, _)) if columns.is_glossary() => Some("a glossary"),
        Ok(_) => None,
        Err(_) => Some("no table of translations: its first line names no columns `source` and `target`"),
    }
}

/// Reads the header. The separator is the one of the extension, or the first other with which the header makes sense.
fn open<'t>(path: &str, text: &'t str, defaults: &Defaults) -> Result<(Columns, Rows<'t>), String> {
    let is_csv = path.rsplit('.').next().is_some_and(|e| e.eq_ignore_ascii_case("csv"));
    let separators = if is_csv { [',', ';', '\t'] } else { ['\t', ',', ';'] };
    let mut problem = None;
    for separator in separators {
        let mut rows = Rows::new(text, separator as u8);
        let names: Vec<String> = match rows.next() {
            Some(Ok(row)) => row.fields.iter().map(|f| f.value(text)).collect(),
            _ => continue,
        };
        match Columns::find(&names, defaults) {
            Ok(columns) => return Ok((columns, rows)),
            Err(other) => problem = problem.or(Some(other)),
        }
    }
    Err(problem.unwrap_or_else(|| columns::remedy("the file has no header")))
}

struct Table<'f> {
    file: &'f Arc<SourceFile>,
    units: Units,
    columns: Columns,
    defaults: &'f Defaults,
    /// The document of the rows at hand.
    key: Option<String>,
    /// Where they begin.
    start: u32,
}

impl Table<'_> {
    fn row(&mut self, row: &Row, sink: Sink<'_>) -> Result<(), (usize, String)> {
        let text = &*self.file.text;
        if row.fields.len() == 1 && row.fields[0].value(text).trim().is_empty() {
            return Ok(());
        }
        if row.fields.len() != self.columns.count {
            return Err((
                row.span.start as usize,
                format!(
                    "a row of {} fields where the header has {}; put a text that holds the separator or a line end in quotation marks",
                    row.fields.len(),
                    self.columns.count
                ),
            ));
        }
        let value =
            |column: Option<usize>| column.map(|i| row.fields[i].value(text)).filter(|v| !v.is_empty());
        let lang = |column, other: Option<Lang>| value(column).as_deref().and_then(Lang::parse).or(other);
        let general = self.columns.langs(self.defaults);
        let langs = Langs {
            source: lang(self.columns.source_lang, general.source),
            target: lang(self.columns.target_lang, None).unwrap_or(general.target),
        };
        let key = value(self.columns.doc);
        let is_full = key.is_none() && row.span.end - self.start > LARGEST;
        if key != self.key || langs != *self.units.langs() || is_full {
            self.units.hand_on(sink);
            *self.units.langs() = langs;
            (self.key, self.start) = (key, row.span.start);
        }
        let id: Option<Arc<str>> = value(self.columns.id).map(Into::into);
        let half = |field: &Field| field.text(self.file).into();
        let source = self.columns.source.map(|i| half(&row.fields[i])).unwrap_or_default();
        self.units.add(id.as_ref(), source, half(&row.fields[self.columns.target]), true);
        Ok(())
    }
}
