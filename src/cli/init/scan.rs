//! What a folder holds: texts by format and language, translations beside their sources, termbases, packs.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read as _;
use std::path::Path;

use crate::config::FILE_NAME;
use crate::document::readers::{Read, reader_for, reason_to_skip};
use crate::text::script::{Script, script};
use crate::walk::tag_of;

/// What was found; paths are relative to the folder.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// Number of files by format.
    pub(super) formats: BTreeMap<String, usize>,
    /// Number of articles by language, as names or scripts tell.
    pub(super) languages: BTreeMap<String, usize>,
    /// Number of articles that stand in both languages, by source and target.
    pub(super) pairs: BTreeMap<(String, String), usize>,
    pub(super) glossaries: Vec<String>,
    pub(super) packs: Vec<String>,
    /// What could not be read, a line each.
    pub(super) unread: Vec<String>,
    /// For each name without its tag, the languages that it stands in.
    groups: BTreeMap<String, Vec<String>>,
}

/// Bytes of a file that are looked at.
const HEAD: u64 = 16 << 10;

impl Found {
    pub(super) fn scan(folder: &Path) -> Self {
        let mut found = Self::default();
        let walk = ignore::WalkBuilder::new(folder).require_git(false).sort_by_file_path(Ord::cmp).build();
        for entry in walk {
            match entry {
                Ok(entry) if entry.file_type().is_some_and(|t| t.is_file()) => {
                    let path = entry.path();
                    let name = path.strip_prefix(folder).unwrap_or(path);
                    found.add(path, &name.to_string_lossy().replace('\\', "/"));
                }
                Ok(_) => {}
                Err(e) => found.unread.push(format!("left out: {e}")),
            }
        }
        found.pair();
        found
    }

    fn add(&mut self, path: &Path, name: &str) {
        let extension = name.rsplit_once('.').map(|(_, e)| e.to_ascii_lowercase()).unwrap_or_default();
        if extension == "tbx" || is_termbase(path, name, &extension) {
            self.glossaries.push(name.to_owned());
        } else if extension == "toml" && name.rsplit('/').next() != Some(FILE_NAME) {
            if head(path).lines().any(|l| l.trim() == "[pack]") {
                self.packs.push(name.to_owned());
            }
        } else if let Ok(reader) = reader_for(name) {
            if reason_to_skip(&path.to_string_lossy()).is_some() {
                return;
            }
            *self.formats.entry(reader.name.to_owned()).or_default() += 1;
            if matches!(reader.read, Read::Article(_)) {
                self.add_article(path, name);
            }
        }
    }

    fn add_article(&mut self, path: &Path, name: &str) {
        let Some(tagged) = tag_of(name) else {
            if let Some(lang) = by_script(&head(path)) {
                *self.languages.entry(lang.to_owned()).or_default() += 1;
            }
            return;
        };
        let lang = tagged.lang.tag().to_owned();
        *self.languages.entry(lang.clone()).or_default() += 1;
        self.groups.entry(tagged.key).or_default().push(lang);
    }

    /// Counts the pairs: out of Chinese, Japanese or Korean, or else out of English.
    fn pair(&mut self) {
        let is_source = |lang: &str| ["zh", "ja", "ko", "yue"].iter().any(|s| lang.starts_with(s));
        for langs in self.groups.values() {
            for source in langs.iter().filter(|l| is_source(l)) {
                for target in langs.iter().filter(|l| !is_source(l)) {
                    *self.pairs.entry((source.clone(), target.clone())).or_default() += 1;
                }
            }
        }
    }

    /// The languages that all pairs share: a configuration's go before what names say, and would be wrong for the others.
    pub(super) fn shared_langs(&self) -> (Option<&str>, Option<&str>) {
        if self.pairs.is_empty() {
            let target = self.languages.keys().find(|l| l.starts_with("en"));
            return (None, target.map(String::as_str));
        }
        let langs = || self.pairs.keys().map(|(source, target)| (source.as_str(), target.as_str()));
        (only(langs().map(|l| l.0)), only(langs().map(|l| l.1)))
    }
}

/// The one language of a set, if there is only one.
fn only<'l>(langs: impl Iterator<Item = &'l str>) -> Option<&'l str> {
    let langs: BTreeSet<&str> = langs.collect();
    langs.first().copied().filter(|_| langs.len() == 1)
}

/// A table whose name says that it is a termbase.
fn is_termbase(path: &Path, name: &str, extension: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name).to_lowercase();
    let named = ["gloss", "term"].iter().any(|part| file.contains(part));
    let first =
        || head(path).lines().next().unwrap_or_default().trim_start_matches('\u{FEFF}').to_lowercase();
    let is_table = matches!(extension, "csv" | "tsv");
    named && is_table && first().contains("source") && first().contains("target")
}

/// The beginning of a file; nothing of one that cannot be read.
fn head(path: &Path) -> String {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut bytes));
    read.map_or_else(|_| String::new(), |_| String::from_utf8_lossy(&bytes).into_owned())
}

/// The language that the letters of a text tell, if they do: kana are Japanese, Hangul is Korean, Han alone Chinese.
fn by_script(text: &str) -> Option<&'static str> {
    let (mut latin, mut han, mut kana, mut hangul) = (0usize, 0usize, 0usize, 0usize);
    for c in text.chars() {
        match script(c) {
            Script::Latin => latin += 1,
            Script::Han => han += 1,
            Script::Kana => kana += 1,
            Script::Hangul => hangul += 1,
            _ => {}
        }
    }
    match () {
        () if (han + kana + hangul) * 3 <= latin => None,
        () if hangul > han + kana => Some("ko"),
        () if kana * 10 > han => Some("ja"),
        () if han > 0 => Some("zh"),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::by_script;

    #[test]
    fn letters_tell_the_language() {
        assert_eq!(by_script("镜头来自岚禾光学。"), Some("zh"));
        assert_eq!(by_script("レンズは新しいものです。"), Some("ja"));
        assert_eq!(by_script("렌즈는 새것입니다."), Some("ko"));
        assert_eq!(by_script("The lens 镜头 is new."), None);
        assert_eq!(by_script("1, 2, 3"), None);
    }
}
