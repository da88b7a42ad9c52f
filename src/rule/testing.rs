//! Helpers for tests of rules: texts in which `[[…]]` marks what must be reported.

use std::sync::Arc;

use crate::config::Settings;
use crate::document::readers::{Defaults, Read, reader_for};
use crate::document::{Document, Lang, Langs, Link, Side};
use crate::engine;
use crate::finding::Placed;
use crate::glossary::Glossary;
use crate::rule::docs::Example;
use crate::source::SourceFile;

/// A text without its marks, and where they were.
pub(crate) struct Marked {
    /// The text to check.
    pub(crate) text: String,
    /// What is marked, with its first byte in the text.
    pub(crate) spans: Vec<(u32, String)>,
}

/// Takes the `[[…]]` marks out of a text.
pub(crate) fn unmark(marked: &str) -> Marked {
    let (mut text, mut spans, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, tail)) = rest.split_once("[[") {
        let (inside, after) = tail.split_once("]]").expect("a mark that is closed");
        text.push_str(before);
        spans.push((text.len() as u32, inside.to_owned()));
        text.push_str(inside);
        rest = after;
    }
    text.push_str(rest);
    Marked { text, spans }
}

/// All findings in a text, whose name decides its format; Chinese to English unless `langs` says otherwise.
pub(crate) fn check(name: &str, text: &str, langs: (&str, &str)) -> Vec<Placed> {
    let file = Arc::new(SourceFile::new(name, text));
    let lang = |tag| Lang::parse(tag).expect("a language tag");
    let settings = Settings::default();
    let mut out = Vec::new();
    match reader_for(name).expect("a known format").read {
        Read::Article(read) => {
            let article = read(&file);
            let doc =
                Document::alone(file, article, Langs { source: Some(lang(langs.0)), target: lang(langs.1) });
            out.extend(engine::check(&doc, &settings).findings);
        }
        Read::Bilingual(read) => {
            let defaults = Defaults { source: Some(lang(langs.0)), target: Some(lang(langs.1)) };
            read(&file, &defaults, &mut |doc| out.extend(engine::check(&doc, &settings).findings))
                .expect("reads");
        }
    }
    out
}

/// Asserts that a rule reports just what is marked in `marked`, span by span.
#[track_caller]
pub(crate) fn assert_marked(rule: &str, name: &str, marked: &str, langs: (&str, &str)) {
    let Marked { text, spans } = unmark(marked);
    let mut found: Vec<(u32, String)> = check(name, &text, langs)
        .iter()
        .filter(|f| f.rule == rule)
        .map(|f| (f.at.span.start, text[f.at.span.range()].to_owned()))
        .collect();
    found.sort();
    assert_eq!(found, spans, "{rule} in: {marked}");
}

/// Asserts that a rule reports just what is marked in an example, in its source and in its target.
#[track_caller]
pub(crate) fn assert_example(rule: &str, example: &Example<'_>) {
    if example.source.is_empty() && example.terms.is_empty() {
        return assert_marked(rule, example.name, &example.text, example.langs);
    }
    assert_pair(rule, &example.source, &example.text, &example.terms, example.langs);
}

/// Asserts that a rule reports just what is marked in two texts whose lines face one another.
#[track_caller]
pub(crate) fn assert_pair(rule: &str, source: &str, target: &str, terms: &str, langs: (&str, &str)) {
    let (source, target) = (unmark(source.trim_end()), unmark(target.trim_end()));
    let found = pair(&source.text, &target.text, terms, langs);
    let on = |side, marked: &Marked| -> Vec<(u32, String)> {
        let mine = found.iter().filter(|f| f.rule == rule && f.at.side == side);
        mine.map(|f| (f.at.span.start, marked.text[f.at.span.range()].to_owned())).collect()
    };
    assert_eq!(on(Side::Target, &target), target.spans, "{rule} in: {}", target.text);
    assert_eq!(on(Side::Source, &source), source.spans, "{rule} in the source: {}", source.text);
}

/// All findings in two texts whose lines face one another, with rows of a termbase under the header
/// `source,target,alternatives,forbidden`.
pub(crate) fn pair(source: &str, target: &str, terms: &str, langs: (&str, &str)) -> Vec<Placed> {
    let doc = document(source, target, langs);
    let rows = format!("source,target,alternatives,forbidden\n{terms}");
    let glossary = Arc::new(Glossary::parse(&SourceFile::new("terms.csv", rows)).expect("a termbase"));
    engine::check(&doc, &Settings { glossary, ..Settings::default() }).findings
}

/// Two texts as one document, lines facing one another if there are as many.
pub(crate) fn document(source: &str, target: &str, langs: (&str, &str)) -> Document {
    let lang = |tag| Lang::parse(tag).expect("a language tag");
    let file = |name, text: &str| Arc::new(SourceFile::new(name, text));
    let (source_file, target_file) = (file("a.src.txt", source), file("a.txt", target));
    let read = |file: &Arc<SourceFile>| match reader_for(&file.path).expect("a known format").read {
        Read::Article(read) => read(file),
        Read::Bilingual(_) => unreachable!("plain text is an article"),
    };
    let (source_text, target_text) = (read(&source_file), read(&target_file));
    let line = |i| Link { source: vec![i], target: vec![i] };
    let given = (source_text.segments.len() == target_text.segments.len())
        .then(|| (0..target_text.segments.len() as u32).map(line).collect());
    let langs = Langs { source: Some(lang(langs.0)), target: lang(langs.1) };
    let mut doc = Document::alone(target_file, target_text, langs);
    (doc.source_file, doc.source, doc.given) = (Some(source_file), source_text.segments, given);
    doc
}

/// [`assert_marked`] for a line of English out of Chinese.
#[track_caller]
pub(crate) fn assert_english(rule: &str, marked: &str) {
    assert_marked(rule, "a.en.md", marked, ("zh", "en"));
}
