//! Texts of tests made into documents and checked.

use std::sync::Arc;

use super::Verdict;
use super::judge::{self, Marks};
use crate::analysis::Analysis;
use crate::config::Settings;
use crate::document::{Document, Lang, Langs, Link, Role, Segment, Text};
use crate::finding::Raw;
use crate::pack::entry::Entry;
use crate::pack::file::Pack;
use crate::pack::schema::{CaseText, Scope};
use crate::pack::set::PackSet;
use crate::pack::usage::Usage;
use crate::source::{SourceFile, Span};

/// Where the entries of a pack are tested.
pub(super) struct Bench {
    settings: Settings,
    langs: Langs,
}

impl Bench {
    pub(super) fn new(set: &PackSet, pack: &Pack) -> Self {
        let langs = Langs {
            source: pack.header.source_lang.as_deref().and_then(Lang::parse),
            target: pack.header.target_lang.as_deref().and_then(Lang::parse).unwrap_or_else(Lang::en),
        };
        Self { settings: Settings { packs: set.clone(), ..Settings::default() }, langs }
    }

    /// What is wrong in a text that must be reported where it is marked.
    pub(super) fn flags(
        &self,
        entry: &Entry,
        case: &CaseText,
        becomes: Option<&str>,
        exercised: &mut Usage,
    ) -> Vec<(Verdict, String)> {
        let marks = Marks::read(case);
        let doc = self.document(entry, &marks.target, marks.source.as_deref());
        let analysis = Analysis::new(&doc, &self.settings);
        exercised.add_entry(&analysis, entry);
        let found = by_place(&analysis);
        let mut problems = judge::marks(entry, case, &doc, &marks, &found);
        if problems.is_empty()
            && let Some(want) = becomes
        {
            let fixed = judge::fixed(entry, &doc, &marks.target, &found);
            if fixed != want {
                problems.push((Verdict::Wrong, format!("the fix makes `{fixed}`, not `{want}`")));
            }
        }
        problems
    }

    /// What is wrong in a text in which nothing must be reported.
    pub(super) fn passes(&self, entry: &Entry, case: &CaseText) -> Vec<(Verdict, String)> {
        let doc = self.document(entry, &case.target, case.source.as_deref());
        let found = by_place(&Analysis::new(&doc, &self.settings));
        let marks = Marks::none(case);
        judge::marks(entry, case, &doc, &marks, &found)
    }

    fn document(&self, entry: &Entry, target: &str, source: Option<&str>) -> Document {
        let role =
            [(Scope::Title, Role::Title), (Scope::Heading, Role::Heading), (Scope::Quote, Role::Quote)]
                .into_iter()
                .find(|(scope, _)| entry.has_scope(*scope))
                .map_or(Role::Paragraph, |(_, role)| role);
        // An entry for some files only is tested in a file of that name.
        let name = entry.spec.files.first().map_or("test.txt".into(), |glob| glob.replace(['*', '?'], "a"));
        let file = Arc::new(SourceFile::new(name, target));
        let source_file = source.map(|s| Arc::new(SourceFile::new("source.txt", s)));
        let target = segments(&file, role);
        let source = source_file.as_ref().map(|f| segments(f, Role::Paragraph)).unwrap_or_default();
        let all = |side: &[Segment]| (0..side.len() as u32).collect();
        let given = source_file.is_some().then(|| vec![Link { source: all(&source), target: all(&target) }]);
        Document {
            file,
            source_file,
            langs: self.langs.clone(),
            target,
            source,
            given,
            ignores: Vec::new(),
            target_codes: Vec::new(),
            source_codes: Vec::new(),
        }
    }
}

/// What the packs find, by place.
fn by_place(analysis: &Analysis<'_>) -> Vec<Raw> {
    let mut found = analysis.pack_findings().to_vec();
    found.sort_by_key(|f| f.at);
    found
}

/// A document of plain paragraphs from Chinese to English, for tests of rules.
#[cfg(test)]
pub(in crate::pack) fn document(target: &str, source: Option<&str>) -> Document {
    use crate::pack::schema::{EntrySpec, Kind};
    let langs = Langs { source: Lang::parse("zh"), target: Lang::en() };
    let bench = Bench { settings: Settings::default(), langs };
    bench.document(&Entry::new("t", Kind::Term, 0, EntrySpec::default()), target, source)
}

/// A segment for every line that is not blank.
fn segments(file: &Arc<SourceFile>, role: Role) -> Vec<Segment> {
    let mut at = 0;
    let mut out = Vec::new();
    for line in file.text.split_inclusive('\n') {
        let span = Span::new(at, at + line.trim_end().len() as u32);
        at += line.len() as u32;
        if !line.trim().is_empty() {
            let text = Text::slice(Arc::clone(file), span);
            out.push(Segment { index: out.len() as u32, unit: None, role, text, translate: true });
        }
    }
    out
}
