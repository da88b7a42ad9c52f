//! An entry of a pack as matching and reporting read it.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use globset::{Glob, GlobSet, GlobSetBuilder};
use regex::Regex;

use super::schema::{Case, EntrySpec, Kind, Many, Scope, Wrong};
use crate::finding::Severity;
use crate::rule::registry;

/// An entry, with what is compiled of it when it is first needed.
#[derive(Debug)]
pub struct Entry {
    /// `PACK/ENTRY`.
    pub id: Arc<str>,
    /// What kind it is.
    pub kind: Kind,
    /// As it is written.
    pub spec: EntrySpec,
    pub(super) unless: Expressions,
    pub(super) near: Expressions,
    files: OnceLock<GlobSet>,
}

/// Where a wrong rendering stands in its entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct WrongAt {
    /// The key of the list.
    pub(super) key: &'static str,
    /// The item.
    pub(super) item: usize,
}

impl Entry {
    /// Takes an entry as it was read.
    pub(super) fn new(pack: &str, kind: Kind, index: usize, mut spec: EntrySpec) -> Self {
        let id = format!("{pack}/{}", entry_id(kind, index, &spec)).into();
        let unless = Expressions::new(std::mem::take(&mut spec.unless));
        let near = Expressions::new(std::mem::take(&mut spec.near));
        Self { id, kind, spec, unless, near, files: OnceLock::new() }
    }

    /// The form to write, of a name or term.
    pub fn standard(&self) -> Option<&str> {
        self.spec.canonical.as_deref().or(self.spec.preferred.as_deref())
    }

    /// The forms that are right: the standard one and those accepted.
    pub fn right(&self) -> impl Iterator<Item = &str> {
        self.standard().into_iter().chain(self.spec.accepted.iter().map(String::as_str))
    }

    /// All wrong renderings, with where they stand and whether they are wrong only beside the source.
    pub(super) fn wrong(&self) -> impl Iterator<Item = (WrongAt, &Wrong, bool)> {
        wrong(&self.spec)
    }

    pub(super) fn wrong_at(&self, at: WrongAt) -> Option<&Wrong> {
        let list = match at.key {
            "wrong" => &self.spec.wrong,
            "forbidden" => &self.spec.forbidden,
            _ => &self.spec.wrong_with_source,
        };
        list.get(at.item)
    }

    /// The rule that it reports under, or its own id.
    pub fn rule(&self) -> Cow<'_, str> {
        match (&self.spec.rule, self.kind) {
            (Some(rule), _) => Cow::Borrowed(rule),
            (None, Kind::Name) => Cow::Borrowed("nonstandard-name"),
            (None, Kind::Term) => Cow::Borrowed("nonstandard-term"),
            (None, Kind::Either) => Cow::Borrowed("term-drift"),
            (None, Kind::Pattern | Kind::Pair) => Cow::Borrowed(&self.id),
        }
    }

    /// How bad a finding of it is under a rule.
    pub(super) fn severity(&self, rule: &str) -> Severity {
        use super::schema::Level;
        match self.spec.severity {
            Some(Level::Info) => Severity::Info,
            Some(Level::Warning) => Severity::Warning,
            Some(Level::Error) => Severity::Error,
            // That two spellings are mixed is no fact that somebody could be wrong about.
            None if self.spec.from.is_none() && self.kind != Kind::Either => Severity::Info,
            None => registry::meta(rule).map_or(Severity::Warning, |m| m.severity),
        }
    }

    pub(super) fn case(&self) -> Case {
        self.spec.case.unwrap_or(if self.kind == Kind::Name { Case::Exact } else { Case::Any })
    }

    /// Whether it is for a file of this path.
    pub(super) fn is_for(&self, path: &str) -> bool {
        if self.spec.files.is_empty() {
            return true;
        }
        let files = self.files.get_or_init(|| {
            let mut set = GlobSetBuilder::new();
            self.spec.files.iter().filter_map(|glob| Glob::new(glob).ok()).for_each(|glob| {
                set.add(glob);
            });
            set.build().unwrap_or_default()
        });
        files.is_match(path)
    }

    pub(super) fn has_scope(&self, scope: Scope) -> bool {
        self.spec.scope.contains(&scope)
    }
}

/// The id of an entry inside its pack.
pub(super) fn entry_id(kind: Kind, index: usize, spec: &EntrySpec) -> String {
    let standard = spec.canonical.as_deref().or(spec.preferred.as_deref());
    match (&spec.id, standard.map(slug)) {
        (Some(id), _) => id.clone(),
        (None, Some(slug)) if !slug.is_empty() => slug,
        _ => format!("{}-{}", kind.key(), index + 1),
    }
}

fn slug(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with('-') && !out.is_empty() && c != '\'' && c != '’' {
            out.push('-');
        }
    }
    out.trim_end_matches('-').to_owned()
}

/// All wrong renderings of an entry, with where they stand and whether they are wrong only beside the source.
pub(super) fn wrong(spec: &EntrySpec) -> impl Iterator<Item = (WrongAt, &Wrong, bool)> {
    let lists = [
        ("wrong", &spec.wrong, false),
        ("forbidden", &spec.forbidden, false),
        ("wrong_with_source", &spec.wrong_with_source, true),
    ];
    lists.into_iter().flat_map(|(key, list, with_source)| {
        list.iter()
            .enumerate()
            .map(move |(item, w)| (WrongAt { key, item }, w, w.with_source.unwrap_or(with_source)))
    })
}

/// Conditions on a text: phrases or regular expressions, compiled when they are first asked.
#[derive(Debug)]
pub(super) struct Expressions {
    written: Many<String>,
    compiled: OnceLock<Vec<Regex>>,
}

impl Expressions {
    pub(super) fn new(written: Many<String>) -> Self {
        Self { written, compiled: OnceLock::new() }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.written.is_empty()
    }

    /// Whether one of them stands in the text.
    pub(super) fn any(&self, text: &str) -> bool {
        // What does not compile was refused when its pack was loaded.
        let compiled =
            self.compiled.get_or_init(|| self.written.iter().filter_map(|e| expression(e).ok()).collect());
        compiled.iter().any(|e| e.is_match(text))
    }
}

/// A condition: plain words are a phrase, whatever their capitals; anything else is a regular expression.
pub(super) fn expression(written: &str) -> Result<Regex, regex::Error> {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’');
    if !written.chars().all(is_plain) {
        return Regex::new(written);
    }
    let words: Vec<String> = written.split(' ').map(regex::escape).collect();
    let edge = |c: Option<char>| if c.is_some_and(|c| c.is_ascii_alphanumeric()) { r"\b" } else { "" };
    let (first, last) = (written.chars().next(), written.chars().next_back());
    Regex::new(&format!("(?i){}{}{}", edge(first), words.join(r"[\s-]+"), edge(last)))
}

#[cfg(test)]
mod tests {
    use super::{expression, slug};

    #[test]
    fn ids_come_from_the_standard_form() {
        assert_eq!(slug("L'Oréal (China) Co."), "loréal-china-co");
    }

    #[test]
    fn plain_words_are_a_phrase() {
        let plain = expression("supply chain").expect("compiles");
        assert!(plain.is_match("A Supply-Chain") && !plain.is_match("supply chains"));
        assert!(expression("供应链").expect("compiles").is_match("在供应链上"));
        assert!(expression(r"\bI\b").expect("compiles").is_match("I am") && expression("(").is_err());
    }
}
