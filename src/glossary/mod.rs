//! The user's termbase: how terms of the source are to be rendered, and how not.
//!
//! [`Glossary::load`] reads files; `mentions` finds, once for a document, where terms and renderings stand; the
//! rules `missing-term` and `forbidden-term` report.

mod finder;
mod mentions;
mod read;

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

pub(crate) use mentions::{Mention, Unit, units};

use crate::document::{Lang, Langs};
use crate::error::Error;
use crate::source::SourceFile;
use crate::text::phrase::{Endings, Manner};
use crate::text::spelling::Spelling;
use finder::Finder;

/// One entry of a termbase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// The term in the source language; empty for renderings that are forbidden whatever the source has.
    pub source: String,
    /// The renderings that are right, the preferred one first.
    pub renderings: Vec<String>,
    /// Renderings that are not to be used.
    pub forbidden: Vec<String>,
    /// Whether capitals must be as they are written.
    pub exact: bool,
    /// Whether a rendering must stand as a word of its own.
    pub whole_word: bool,
    /// Whether the last word may be inflected.
    pub inflect: bool,
    /// What to tell the translator.
    pub note: Option<String>,
    /// The languages of its two sides, where the file says so.
    pub langs: Option<(Lang, Lang)>,
    /// Where it is written: `terms.csv:12`.
    pub place: Arc<str>,
}

impl Term {
    /// A term with the usual flags: any capitals, whole words, inflected.
    pub(crate) fn new(source: &str, place: Arc<str>) -> Self {
        Self {
            source: source.to_owned(),
            renderings: Vec::new(),
            forbidden: Vec::new(),
            exact: false,
            whole_word: true,
            inflect: true,
            note: None,
            langs: None,
            place,
        }
    }

    /// Whether it is for a document in these languages.
    pub(crate) fn is_for(&self, langs: &Langs) -> bool {
        let fits = |own: &Lang, lang: &Lang| lang.matches(own.primary()) || own.matches(lang.primary());
        self.langs.as_ref().is_none_or(|(source, target)| {
            langs.source.as_ref().is_none_or(|lang| fits(source, lang)) && fits(target, &langs.target)
        })
    }

    fn manner(&self) -> Manner {
        let endings = if self.inflect { Endings::All } else { Endings::None };
        Manner { exact: self.exact, endings, spelling: Spelling::Either }
    }
}

/// All terms in use, indexed when they are first looked for.
#[derive(Debug, Default)]
pub struct Glossary {
    terms: Vec<Term>,
    finders: OnceLock<Finders>,
}

#[derive(Debug)]
struct Finders {
    source: Finder,
    right: Finder,
    forbidden: Finder,
    by_source: HashMap<String, Vec<u32>>,
}

impl Glossary {
    /// Reads the files: CSV, TSV, TOML or TBX, by their extension.
    ///
    /// # Errors
    /// If a file cannot be read, or something in it cannot be used; the message names the line.
    pub fn load(paths: &[PathBuf]) -> Result<Self, Error> {
        let mut terms = Vec::new();
        for path in paths {
            let bytes = std::fs::read(path).map_err(|e| Error::io(path, &e))?;
            let name = path.to_string_lossy().replace('\\', "/");
            terms.extend(read::read(&SourceFile::from_bytes(name, bytes)?)?);
        }
        Ok(Self { terms, finders: OnceLock::new() })
    }

    /// Reads one file that is already open.
    ///
    /// # Errors
    /// As [`Glossary::load`].
    pub fn parse(file: &SourceFile) -> Result<Self, Error> {
        Ok(Self { terms: read::read(file)?, finders: OnceLock::new() })
    }

    /// The terms, in the order of the files.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The renderings that are right for a source term, of all entries that it has.
    pub(crate) fn renderings(&self, source: &str) -> Vec<&str> {
        let entries = self.finders().by_source.get(source).into_iter().flatten();
        entries.flat_map(|&i| self.terms[i as usize].renderings.iter().map(String::as_str)).collect()
    }

    fn finders(&self) -> &Finders {
        self.finders.get_or_init(|| {
            let forms = |of: fn(&Term) -> &[String]| {
                let each = self.terms.iter().enumerate();
                each.flat_map(move |(i, t)| of(t).iter().map(move |form| (i as u32, form.as_str(), t)))
            };
            // A source term is a word of its own, in any capitals but where it says otherwise.
            let source = self.terms.iter().enumerate().map(|(i, t)| (i as u32, t.source.as_str(), t));
            let mut by_source: HashMap<String, Vec<u32>> = HashMap::new();
            for (i, term) in self.terms.iter().enumerate() {
                by_source.entry(term.source.clone()).or_default().push(i as u32);
            }
            Finders {
                by_source,
                source: Finder::new(source.filter(|(_, form, _)| !form.is_empty())),
                right: Finder::new(forms(|t| &t.renderings)),
                forbidden: Finder::new(forms(|t| &t.forbidden)),
            }
        })
    }
}
