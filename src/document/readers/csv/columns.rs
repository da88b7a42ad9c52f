//! Which column holds what, by the names in the header.

use crate::document::readers::Defaults;
use crate::document::{Lang, Langs};

/// The columns by number.
#[derive(Debug, Default)]
pub(super) struct Columns {
    pub(super) source: Option<usize>,
    pub(super) target: usize,
    pub(super) id: Option<usize>,
    pub(super) doc: Option<usize>,
    pub(super) source_lang: Option<usize>,
    pub(super) target_lang: Option<usize>,
    /// How many there are.
    pub(super) count: usize,
    /// The languages that the names of the columns say.
    named: (Option<Lang>, Option<Lang>),
    is_glossary: bool,
}

/// Names that columns go by, without spaces and the like between their words.
const SOURCE: &[&str] = &["source", "src", "sourcetext", "sourcesegment", "original", "originaltext"];
const TARGET: &[&str] =
    &["target", "tgt", "targettext", "targetsegment", "translation", "translated", "translatedtext"];
const ID: &[&str] = &["id", "key", "unit", "segmentid", "segid", "stringid"];
const DOC: &[&str] = &["doc", "document", "docid", "file", "filename"];
const SOURCE_LANG: &[&str] = &["sourcelang", "sourcelanguage", "srclang"];
const TARGET_LANG: &[&str] = &["targetlang", "targetlanguage", "tgtlang"];

impl Columns {
    /// Finds the columns: by what they are called, or two by their languages.
    ///
    /// # Errors
    /// Why they cannot be known, with a remedy.
    pub(super) fn find(names: &[String], defaults: &Defaults) -> Result<Self, String> {
        let plain: Vec<String> = names
            .iter()
            .map(|name| {
                name.chars()
                    .filter(|c| !matches!(c, ' ' | '_' | '-' | '.'))
                    .collect::<String>()
                    .to_lowercase()
            })
            .collect();
        let find = |known: &[&str]| plain.iter().position(|name| known.contains(&name.as_str()));
        let mut columns = Self {
            source: find(SOURCE),
            id: find(ID),
            doc: find(DOC),
            source_lang: find(SOURCE_LANG),
            target_lang: find(TARGET_LANG),
            count: names.len(),
            is_glossary: plain.iter().any(|name| name == "alternatives"),
            ..Self::default()
        };
        if let Some(target) = find(TARGET) {
            columns.target = target;
            return Ok(columns);
        }
        columns.by_language(names, defaults)?;
        Ok(columns)
    }

    /// Finds the target among columns that are named after languages.
    fn by_language(&mut self, names: &[String], defaults: &Defaults) -> Result<(), String> {
        let langs: Vec<(usize, Lang)> = names
            .iter()
            .enumerate()
            // `id` is a language, too.
            .filter(|(i, _)| Some(*i) != self.id)
            .filter_map(|(i, name)| Some((i, language(name)?)))
            .collect();
        let of = |wanted: &Lang| langs.iter().find(|(_, l)| l.is(wanted.primary()));
        let target = match &defaults.target {
            Some(lang) => of(lang),
            None => of(&Lang::en()),
        };
        let Some((target, target_lang)) = target else {
            return Err(remedy("the first line names no column for the translation"));
        };
        let mut others = langs.iter().filter(|(i, _)| i != target);
        let source = match &defaults.source {
            Some(lang) => of(lang),
            None => others.next().filter(|_| others.next().is_none()),
        };
        if self.source.is_none() && source.is_none() {
            return Err(remedy("the first line does not say which column holds the source"));
        }
        self.target = *target;
        self.named.1 = Some(target_lang.clone());
        if let (None, Some((source, lang))) = (self.source, source) {
            self.source = Some(*source);
            self.named.0 = Some(lang.clone());
        }
        Ok(())
    }

    /// The languages of rows that do not name their own.
    pub(super) fn langs(&self, defaults: &Defaults) -> Langs {
        Langs {
            source: self.named.0.clone().or_else(|| defaults.source.clone()),
            target: self.named.1.clone().or_else(|| defaults.target.clone()).unwrap_or_else(Lang::en),
        }
    }

    /// Whether the header is that of a glossary, with a column of alternatives.
    pub(super) fn is_glossary(&self) -> bool {
        self.is_glossary
    }
}

pub(super) fn remedy(problem: &str) -> String {
    format!(
        "{problem}; name two columns `source` and `target`, or after their languages, such as `zh` and `en`"
    )
}

/// The language that a column is named after: a tag, or its name in English.
fn language(name: &str) -> Option<Lang> {
    let name = name.trim();
    let tag = match name.to_lowercase().as_str() {
        "chinese" => "zh",
        "japanese" => "ja",
        "korean" => "ko",
        "english" => "en",
        // Words of three letters are seldom tags: `new`, `old`, `tag`.
        other if other.split(['-', '_']).next().is_some_and(|primary| primary.len() == 2) => {
            return Lang::parse(name);
        }
        _ => return None,
    };
    Lang::parse(tag)
}
