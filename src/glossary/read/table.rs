//! A termbase as a table, CSV or TSV: `source,target[,alternatives]` and columns of flags.

use super::{line, malformed, place};
use crate::document::readers::csv::Rows;
use crate::error::Error;
use crate::glossary::Term;
use crate::source::SourceFile;

/// The columns that are known; any others are left alone.
const COLUMNS: &[&str] = &[
    "source",
    "target",
    "alternatives",
    "forbidden",
    "case",
    "whole-word",
    "inflect",
    "do-not-translate",
    "note",
];

/// The terms of a file.
pub(super) fn read(file: &SourceFile, separator: u8) -> Result<Vec<Term>, Error> {
    let (mut out, mut columns) = (Vec::new(), None);
    for row in Rows::new(&file.text, separator) {
        let row = row.map_err(|(at, problem)| malformed(file, line(file, at), problem))?;
        let cells: Vec<String> = row.fields.iter().map(|field| field.value(&file.text)).collect();
        let Some(columns) = &columns else {
            columns = Some(self::columns(file, &cells)?);
            continue;
        };
        if cells.iter().any(|cell| !cell.is_empty()) {
            let line = line(file, row.span.start as usize);
            let term = Row { file, line, columns, cells: &cells }.term()?;
            super::check(&term).map_err(|problem| malformed(file, line, problem))?;
            out.push(term);
        }
    }
    match columns {
        Some(_) => Ok(out),
        None => self::columns(file, &[]).map(|_| out),
    }
}

/// The column of each heading.
fn columns(file: &SourceFile, header: &[String]) -> Result<Vec<Option<&'static str>>, Error> {
    let known = |heading: &String| {
        let name = heading.trim().to_lowercase().replace([' ', '_'], "-");
        if let Some(column) = COLUMNS.iter().find(|c| **c == name) {
            return Ok(Some(*column));
        }
        // A flag that is misspelt would be left out in silence.
        match COLUMNS.iter().find(|c| strsim::osa_distance(c, &name) <= 2 && name.len() > 3) {
            Some(column) => {
                Err(malformed(file, 1, format!("unknown column `{name}`; did you mean `{column}`?")))
            }
            None => Ok(None),
        }
    };
    let columns: Vec<Option<&'static str>> = header.iter().map(known).collect::<Result<_, _>>()?;
    for needed in ["source", "target"] {
        if !columns.contains(&Some(needed)) {
            let problem = format!(
                "no column `{needed}`; the first line is to name the columns: source,target,alternatives"
            );
            return Err(malformed(file, 1, problem));
        }
    }
    Ok(columns)
}

/// One row under the header.
struct Row<'a> {
    file: &'a SourceFile,
    line: u32,
    columns: &'a [Option<&'static str>],
    cells: &'a [String],
}

impl Row<'_> {
    fn cell(&self, column: &str) -> &str {
        let at = self.columns.iter().position(|c| *c == Some(column));
        at.and_then(|at| self.cells.get(at)).map_or("", |cell| cell.trim())
    }

    /// The parts of a cell between `|`.
    fn list(&self, column: &str) -> Vec<String> {
        self.cell(column).split('|').map(|part| part.trim().to_owned()).collect()
    }

    fn flag(&self, column: &str, unless_set: bool) -> Result<bool, Error> {
        match self.cell(column).to_lowercase().as_str() {
            "" => Ok(unless_set),
            "yes" | "true" | "1" | "x" | "y" => Ok(true),
            "no" | "false" | "0" | "n" => Ok(false),
            other => {
                let problem = format!("`{other}` under `{column}` is neither yes nor no");
                Err(malformed(self.file, self.line, problem))
            }
        }
    }

    fn term(&self) -> Result<Term, Error> {
        let mut term = Term::new(self.cell("source"), place(self.file, self.line));
        if self.flag("do-not-translate", false)? {
            term.renderings.push(term.source.clone());
        }
        term.renderings.push(self.cell("target").to_owned());
        term.renderings.extend(self.list("alternatives"));
        term.forbidden = self.list("forbidden");
        term.exact = self.flag("case", false)?;
        term.whole_word = self.flag("whole-word", true)?;
        term.inflect = self.flag("inflect", true)?;
        term.note = Some(self.cell("note").to_owned()).filter(|note| !note.is_empty());
        Ok(term)
    }
}

#[cfg(test)]
mod tests {
    use crate::glossary::Glossary;
    use crate::source::SourceFile;

    fn read(name: &str, text: &str) -> Result<Glossary, String> {
        Glossary::parse(&SourceFile::new(name, text)).map_err(|e| e.to_string())
    }

    #[test]
    fn cells_are_read_by_their_column() {
        let text = "\u{feff}Target,source,Alternatives,case,do not translate,Domain,note\n\
            \"risk, control\",风控,RC | \"\"rc\"\",,,banking,\"see\nbelow\"\n,iOS,,yes,x,,\n\n";
        let glossary = read("t.csv", text).expect("a termbase");
        let [one, two] = glossary.terms() else { panic!("{glossary:?}") };
        assert_eq!(
            (&*one.source, &one.renderings[..]),
            ("风控", &["risk, control".to_owned(), "RC".into(), "\"\"rc\"\"".into()][..])
        );
        assert_eq!((one.note.as_deref(), &*one.place, one.exact), (Some("see\nbelow"), "t.csv:2", false));
        assert_eq!((&two.renderings[..], &*two.place, two.exact), (&["iOS".to_owned()][..], "t.csv:4", true));
    }

    #[test]
    fn what_cannot_be_used_is_told_with_its_line() {
        let error = |text: &str| read("t.tsv", text).expect_err("an error");
        assert!(error("").starts_with("t.tsv:1: no column `source`"), "{}", error(""));
        assert!(error("source\ttarget\n风控\t\n").starts_with("t.tsv:2: a term without a rendering"));
        assert!(error("source\ttarget\tcase\n风控\tx\tmaybe\n").contains("`maybe` under `case`"));
        assert!(error("source\ttarget\tforbiden\n").contains("did you mean `forbidden`?"));
        assert!(read("t.xls", "").expect_err("an error").contains("known are .csv"));
    }
}
