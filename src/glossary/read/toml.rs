//! A termbase in TOML: `[[term]]` tables with the keys of the table format's columns.

use serde::Deserialize;
use toml::Spanned;

use super::place;
use crate::error::Error;
use crate::glossary::Term;
use crate::report::in_place;
use crate::source::SourceFile;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    term: Vec<Spanned<Entry>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[allow(clippy::struct_excessive_bools)]
struct Entry {
    #[serde(default)]
    source: String,
    #[serde(default)]
    target: String,
    #[serde(default)]
    alternatives: Vec<String>,
    #[serde(default)]
    forbidden: Vec<String>,
    #[serde(default)]
    case: bool,
    #[serde(default = "yes")]
    whole_word: bool,
    #[serde(default = "yes")]
    inflect: bool,
    #[serde(default)]
    do_not_translate: bool,
    note: Option<String>,
}

fn yes() -> bool {
    true
}

/// The terms of a file.
pub(super) fn read(file: &SourceFile) -> Result<Vec<Term>, Error> {
    let text = file.text.trim_start_matches('\u{feff}');
    let fault = |span, problem: &str| in_place(&file.path, text, span, problem);
    let parsed: File = toml::from_str(text).map_err(|e| fault(e.span().unwrap_or(0..0), e.message()))?;
    let mut out = Vec::new();
    for entry in parsed.term {
        let span = entry.span();
        let line = super::line(file, span.start);
        let entry = entry.into_inner();
        let mut term = Term::new(entry.source.trim(), place(file, line));
        term.renderings.extend([entry.target].into_iter().chain(entry.alternatives));
        if entry.do_not_translate {
            term.renderings.insert(0, term.source.clone());
        }
        term.forbidden = entry.forbidden;
        (term.exact, term.whole_word, term.inflect) = (entry.case, entry.whole_word, entry.inflect);
        term.note = entry.note;
        if let Err(problem) = super::check(&term) {
            // A whole table is shown by its first line.
            let end = text[span.start..].find('\n').map_or(text.len(), |i| span.start + i);
            return Err(fault(span.start..end, problem));
        }
        out.push(term);
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use crate::glossary::Glossary;
    use crate::source::SourceFile;

    fn read(text: &str) -> Result<Glossary, String> {
        Glossary::parse(&SourceFile::new("t.toml", text)).map_err(|e| e.to_string())
    }

    #[test]
    fn keys_are_the_columns_of_a_table() {
        let text = "[[term]]\nsource = \"风控\"\ntarget = \"risk control\"\nalternatives = [\"RC\"]\ncase = true\n\
            \n[[term]]\nforbidden = [\"motherland\"]\n";
        let glossary = read(text).expect("a termbase");
        let [one, two] = glossary.terms() else { panic!("{glossary:?}") };
        assert_eq!((one.exact, one.renderings.len(), &*one.place), (true, 2, "t.toml:1"));
        assert_eq!((&*two.source, two.renderings.len(), &*two.place), ("", 0, "t.toml:7"));
    }

    #[test]
    fn what_cannot_be_used_is_shown() {
        assert!(read("[[term]]\nsource = \"风控\"\n").expect_err("an error").contains("without a rendering"));
        assert!(read("[[term]]\ntargt = \"x\"\n").expect_err("an error").contains("targt"));
    }
}
