use std::sync::Arc;

use proptest::prelude::*;

use super::{is_no_table, read};
use crate::document::readers::Defaults;
use crate::document::readers::tests::check_pieces;
use crate::document::{Document, Lang};
use crate::error::Error;
use crate::source::SourceFile;

fn read_as(name: &str, text: &str, target: Option<&str>) -> (Vec<Document>, Result<(), Error>) {
    let file = Arc::new(SourceFile::new(name, text));
    let defaults = Defaults { source: None, target: target.and_then(Lang::parse) };
    let mut out = Vec::new();
    let done = read(&file, &defaults, &mut |d| out.push(d));
    (out, done)
}

fn pairs(docs: &[Document]) -> Vec<Vec<String>> {
    let pair = |d: &Document| {
        let shown = |list: &[crate::document::Segment], at: &[u32]| {
            at.first().map_or("", |i| list[*i as usize].shown()).to_owned()
        };
        let links = d.given.iter().flatten();
        links.map(|l| format!("{}={}", shown(&d.source, &l.source), shown(&d.target, &l.target))).collect()
    };
    docs.iter().map(pair).collect()
}

#[test]
fn columns_are_known_by_their_names() {
    for (name, text) in [
        ("a.csv", "\u{feff}Source Text,Target_Text\r\n门,door\r\n"),
        ("a.csv", "id;source;translation\n1;门;door"),
        ("a.tsv", "key\ttarget\tsource\n1\tdoor\t门\n\n"),
        ("a.csv", "zh-CN,en\n门,door\n"),
        ("a.csv", "id,Chinese,English\n1,门,door\n"),
    ] {
        let (docs, done) = read_as(name, text, None);
        done.expect(text);
        assert_eq!(pairs(&docs), [["门=door"]], "{text}");
    }
    let many = "zh,en,de\n门,door,Tür\n";
    assert!(read_as("a.csv", many, None).1.is_err());
    let two = "source,en,de\n门,door,Tür\n";
    assert_eq!(pairs(&read_as("a.csv", two, Some("de")).0), [["门=Tür"]]);
}

#[test]
fn documents_and_languages_are_columns() {
    let text = "doc,id,source,target,target_lang\na,1,门,door,en\na,2,窗,,en\nb,3,门,Tür,de\n";
    let (docs, _) = read_as("a.csv", text, None);
    assert_eq!(pairs(&docs), [vec!["门=door", "窗="], vec!["门=Tür"]]);
    assert_eq!((docs[1].langs.target.tag(), docs[1].target[0].unit.as_deref()), ("de", Some("3")));
    assert_eq!(docs[1].target[0].index, 1);
}

#[test]
fn fields_in_quotation_marks_hold_anything() {
    let text = "source,target\n\"门\",\"the \"\"door\"\",\nshut\"\n窗,a window\n";
    let (docs, _) = read_as("a.csv", text, None);
    let quoted = &docs[0].target[0].text;
    assert_eq!(quoted.shown(), "the \"door\",\nshut");
    assert_eq!(&text[quoted.raw(4..5).range()], "\"\"");
    assert_eq!(quoted.edit(5..9, "\"x\"").expect("can be")[0].replacement, "\"\"x\"\"");
    let bare = &docs[0].target[1].text;
    assert!(bare.edit(0..1, "one, two").is_none() && bare.edit(0..1, "the").is_some());
}

#[test]
fn a_quotation_mark_in_a_table_with_tabs_is_a_character() {
    let (docs, _) = read_as("a.tsv", "source\ttarget\n门\t\"Door,\" he said\n窗\t\"a window\"\n", None);
    assert_eq!(pairs(&docs), [["门=\"Door,\" he said", "窗=a window"]]);
}

#[test]
fn faults_are_named_and_what_stands_before_them_is_kept() {
    for (bad, remedy) in [
        ("窗,a, b", "quotation marks"),
        ("窗", "quotation marks"),
        ("窗,\"a\" b", "doubled"),
        ("窗,\"a", "doubled"),
    ] {
        let (docs, done) = read_as("a.csv", &format!("source,target\n门,door\n{bad}\n"), None);
        assert_eq!(pairs(&docs), [["门=door"]]);
        let error = done.expect_err(bad);
        assert!(error.line() == Some(3) && error.to_string().contains(remedy), "{error}");
    }
    let error = read_as("a.csv", "name,price\nx,1\n", None).1.expect_err("no table").to_string();
    assert!(error.contains("name two columns `source` and `target`"), "{error}");
}

#[test]
fn other_tables_are_told_apart() {
    assert!(is_no_table("a.csv", "name,price\nx,1").is_some());
    assert!(is_no_table("a.csv", "").is_some());
    assert_eq!(is_no_table("a.csv", "source,target,alternatives\n"), Some("a glossary"));
    assert_eq!(is_no_table("a.csv", "source,target\n"), None);
}

proptest! {
    #[test]
    fn any_text_survives(text in "\\PC{0,20}[\",;\\n\\t]{0,4}\\PC{0,10}") {
        prop_assume!(!text.trim().is_empty());
        let file = format!("source,target\nx,\"{}\"\n", text.replace('"', "\"\""));
        let (docs, done) = read_as("a.csv", &file, None);
        prop_assert!(done.is_ok());
        prop_assert_eq!(docs[0].target[0].shown(), text.trim_matches([' ', '\t', '\n', '\r']));
        check_pieces(&docs[0].file, &docs[0].target)?;
    }

    #[test]
    fn hostile_tables_never_panic(text in "([\",;\\t\\n\\r]|source|target|\\PC){0,60}") {
        let _ = read_as("a.csv", &text, None);
        let _ = read_as("a.csv", &format!("source,target\n{text}"), None);
        let _ = read_as("a.tsv", &format!("source\ttarget\n{text}"), None);
    }
}
