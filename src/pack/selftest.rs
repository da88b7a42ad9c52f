//! The tests that packs hold: texts that an entry must flag, just where they are marked, and texts that it must pass.

use std::fmt;
use std::sync::Arc;

use super::entry::Entry;
use super::fault::{Fault, line_of, locate};
use super::schema::{CaseText, EntrySpec, Kind, PackFile, Scope};
use super::set::{Pack, PackSet, parse};
use crate::analysis::Analysis;
use crate::config::Settings;
use crate::document::{Document, Lang, Langs, Link, Role, Segment, Side, Text};
use crate::error::Error;
use crate::finding::{Label, Raw};
use crate::source::{SourceFile, Span};

/// How a test went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It fired on a text of `passes`.
    Noisy,
    /// It found nothing in a text of `flags`.
    Missing,
    /// It found something else than what is marked, or its fix makes another text.
    Wrong,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Verdict::Noisy => "noisy",
            Verdict::Missing => "missing",
            Verdict::Wrong => "wrong",
        })
    }
}

/// A test that does not hold.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The file of the pack.
    pub path: Arc<str>,
    /// The line, from 1.
    pub line: u32,
    /// `PACK/ENTRY`.
    pub entry: Arc<str>,
    /// How it went wrong.
    pub verdict: Verdict,
    /// The test's text, with marks, and what was found.
    pub detail: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}: {}", self.path, self.line, self.verdict, self.entry, self.detail)
    }
}

/// What came out of the tests of a pack.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// How many tests there are.
    pub tests: usize,
    /// Those that do not hold, in the order of the kinds and the file.
    pub failures: Vec<Failure>,
}

/// Runs the tests of a pack, with all packs of `set` at work.
///
/// # Errors
/// If the pack cannot be read.
pub fn run(set: &PackSet, pack: &Pack) -> Result<Outcome, Error> {
    let text = pack.text();
    let file = parse(&pack.path, &text)?;
    let langs = Langs {
        source: pack.header.source_lang.as_deref().and_then(Lang::parse),
        target: pack.header.target_lang.as_deref().and_then(Lang::parse).unwrap_or_else(Lang::en),
    };
    let bench = Bench { settings: Settings { packs: set.clone(), ..Settings::default() }, langs };
    let mut outcome = Outcome::default();
    for (entry, (at, flags, passes, becomes)) in pack.entries().iter().zip(tests(&file)) {
        let mut add = |key, item, verdict: Option<(Verdict, String)>| {
            outcome.tests += 1;
            if let Some((verdict, detail)) = verdict {
                let at = Fault::key(at.clone(), key).item(item).at;
                let line = locate(&text, &at).map_or(1, |r| line_of(&text, r.start));
                let (path, entry) = (Arc::clone(&pack.path), Arc::clone(&entry.id));
                outcome.failures.push(Failure { path, line, entry, verdict, detail });
            }
        };
        for (i, case) in flags.iter().enumerate() {
            add("flags", i, bench.flags(entry, case, becomes.get(i).map(String::as_str)));
        }
        for (i, case) in passes.iter().enumerate() {
            add("passes", i, bench.passes(entry, case));
        }
    }
    Ok(outcome)
}

/// For each entry, in the order of [`Pack::entries`]: where it is, and its `flags`, `passes` and `becomes`.
fn tests(file: &PackFile) -> impl Iterator<Item = (Fault, &[CaseText], &[CaseText], &[String])> {
    Kind::ALL.into_iter().flat_map(move |kind| {
        file.entries(kind)
            .iter()
            .enumerate()
            .map(move |(i, e)| (Fault::entry(kind, i, ""), &*e.flags, &*e.passes, &*e.becomes))
    })
}

/// The entries of a pack with their tests, in the order of [`Pack::entries`].
///
/// # Errors
/// If the pack cannot be read.
pub(super) fn written(pack: &Pack) -> Result<Vec<EntrySpec>, Error> {
    let file = parse(&pack.path, &pack.text())?;
    Ok(Kind::ALL.into_iter().flat_map(|kind| file.entries(kind).to_vec()).collect())
}

struct Bench {
    settings: Settings,
    langs: Langs,
}

impl Bench {
    fn flags(&self, entry: &Entry, case: &CaseText, becomes: Option<&str>) -> Option<(Verdict, String)> {
        let (text, marks) = unmark(&case.target);
        let (source, source_marks) = case.source.as_deref().map(unmark).unzip();
        let doc = self.document(entry, &text, source.as_deref());
        let found = self.check(&doc);
        let own: Vec<&Raw> = found.iter().filter(|f| f.entry.as_ref() == Some(&entry.id)).collect();
        let marks: Vec<(Side, Span)> =
            [(Side::Source, source_marks.unwrap_or_default()), (Side::Target, marks)]
                .into_iter()
                .flat_map(|(side, spans)| spans.into_iter().map(move |span| (side, span)))
                .collect();
        let mut spans: Vec<(Side, Span)> = own.iter().map(|f| (f.at.side, span(&doc, f.at))).collect();
        spans.sort_by_key(|(side, span)| (*side == Side::Target, *span));
        if own.is_empty() {
            return Some((Verdict::Missing, describe(case, &doc, &found)));
        }
        if spans != marks {
            return Some((Verdict::Wrong, describe(case, &doc, &found)));
        }
        let fixed = fix(&doc, &text, &own);
        match becomes {
            Some(want) if fixed != want => {
                Some((Verdict::Wrong, format!("the fix makes `{fixed}`, not `{want}`")))
            }
            _ => None,
        }
    }

    fn passes(&self, entry: &Entry, case: &CaseText) -> Option<(Verdict, String)> {
        let doc = self.document(entry, &case.target, case.source.as_deref());
        let mut found = self.check(&doc);
        found.retain(|f| f.entry.as_ref() == Some(&entry.id));
        (!found.is_empty()).then(|| (Verdict::Noisy, describe(case, &doc, &found)))
    }

    fn check(&self, doc: &Document) -> Vec<Raw> {
        let analysis = Analysis::new(doc, &self.settings);
        let mut found = analysis.pack_findings().to_vec();
        found.sort_by_key(|f| f.at);
        found
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

/// A document of plain paragraphs from Chinese to English, for tests of rules.
#[cfg(test)]
pub(super) fn document(target: &str, source: Option<&str>) -> Document {
    let langs = Langs { source: Lang::parse("zh"), target: Lang::en() };
    let bench = Bench { settings: Settings::default(), langs };
    let spec = EntrySpec::default();
    bench.document(&Entry::new("t", Kind::Term, 0, spec), target, source)
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

fn span(doc: &Document, at: Label) -> Span {
    doc.side(at.side).get(at.segment as usize).map_or(Span::default(), |s| s.text.raw(at.range()))
}

fn fix(doc: &Document, text: &str, findings: &[&Raw]) -> String {
    let mut edits: Vec<(Span, &str)> = findings
        .iter()
        .filter_map(|f| f.fixes.first())
        .flat_map(|f| &f.edits)
        .filter(|e| e.at.side == Side::Target)
        .map(|e| (span(doc, e.at), e.with.as_str()))
        .collect();
    edits.sort_by_key(|e| e.0);
    let mut out = text.to_owned();
    for (span, with) in edits.iter().rev() {
        out.replace_range(span.range(), with);
    }
    out
}

fn describe(case: &CaseText, doc: &Document, found: &[Raw]) -> String {
    let found: Vec<String> = found
        .iter()
        .map(|f| {
            let entry = f.entry.as_deref().unwrap_or_default();
            let file = match f.at.side {
                Side::Source => doc.source_file.as_ref().unwrap_or(&doc.file),
                Side::Target => &doc.file,
            };
            format!("`{}` at byte {} ({entry})", file.slice(span(doc, f.at)), span(doc, f.at).start)
        })
        .collect();
    let found = if found.is_empty() { "nothing".to_owned() } else { found.join(", ") };
    format!("in `{}` found {found}", case.target)
}

/// Takes the `[[…]]` marks out of a text; an open one stays as it is.
fn unmark(marked: &str) -> (String, Vec<Span>) {
    let (mut text, mut spans, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, tail)) = rest.split_once("[[") {
        let Some((inside, after)) = tail.split_once("]]") else { break };
        text.push_str(before);
        let start = text.len() as u32;
        text.push_str(inside);
        spans.push(Span::new(start, text.len() as u32));
        rest = after;
    }
    text.push_str(rest);
    (text, spans)
}

#[cfg(test)]
mod tests {
    use super::Verdict::{Missing, Noisy, Wrong};
    use super::run;
    use crate::pack::check::check;
    use crate::pack::schema::Kind;
    use crate::pack::set::parse;
    use crate::pack::{Pack, PackSet};

    #[test]
    fn the_packs_that_ship_hold() {
        let set = PackSet::default();
        let mut problems = Vec::new();
        for pack in set.packs() {
            let text = pack.text();
            let file = parse(&pack.path, &text).expect("the build script has read it");
            problems.extend(check(&file).into_iter().map(|f| f.into_error(&pack.path, &text).to_string()));
            assert_eq!(
                pack.entries().len(),
                Kind::ALL.iter().map(|kind| file.entries(*kind).len()).sum::<usize>(),
                "{}",
                pack.path
            );
            problems.extend(run(&set, pack).expect("reads").failures.iter().map(ToString::to_string));
        }
        assert!(problems.is_empty(), "{}", problems.join("\n"));
    }

    #[test]
    fn a_test_that_does_not_hold_is_told_apart() {
        let text = r#"
[pack]
id = "t"
version = "1"
summary = "a test"
[[term]]
source = ["新质生产力"]
preferred = "new forces"
wrong = ["new powers"]
from = "here"
flags = ["the old [[powers]]", "[[the new powers]]", "[[New Powers]] rose"]
passes = ["a new power plant", "the new powers"]
becomes = ["", "", "New forces fell"]
"#;
        let pack = Pack::parse("t.toml", text).expect("a pack");
        let outcome = run(&PackSet::of(pack), &Pack::parse("t.toml", text).expect("a pack")).expect("runs");
        let got: Vec<_> = outcome.failures.iter().map(|f| (f.line, f.verdict)).collect();
        assert_eq!((outcome.tests, got), (5, vec![(11, Missing), (11, Wrong), (11, Wrong), (12, Noisy)]));
    }
}
