use std::sync::Arc;

use proptest::prelude::*;

use super::read;
use crate::document::readers::Defaults;
use crate::document::readers::tests::check_pieces;
use crate::document::{Document, Lang, Side};
use crate::error::Error;
use crate::source::SourceFile;

fn read_all(text: &str) -> (Option<Document>, Result<(), Error>) {
    let file = Arc::new(SourceFile::new("a.po", text));
    let mut out = None;
    let done = read(&file, &Defaults::default(), &mut |d| out = Some(d));
    (out, done)
}

fn document(text: &str) -> Document {
    let (doc, done) = read_all(text);
    done.expect("reads");
    doc.expect("a document")
}

fn units(doc: &Document) -> Vec<String> {
    let shown =
        |side: Side, at: &[u32]| at.first().map_or("", |i| doc.side(side)[*i as usize].shown()).to_owned();
    let links = doc.given.iter().flatten();
    links
        .map(|l| format!("{} -> {}", shown(Side::Source, &l.source), shown(Side::Target, &l.target)))
        .collect()
}

const CATALOGUE: &str = r#"# Translators: nobody
msgid ""
msgstr ""
"Language: pl_PL\n"
"Content-Type: text/plain; charset=UTF-8\n"

#: src/well.c:12
#, c-format
msgid "The \"well\"\n"
"is dry"
msgstr "Studnia \"x\"\n"
"jest sucha"

msgctxt "door"
msgid "Open"
msgstr "Otwarte"
#, fuzzy
msgid "Shut"
msgstr "Gruby"

msgid "One bucket"
msgid_plural "%d buckets"
msgstr[0] "Jedno wiadro"
msgstr[1] "%d wiadra"
msgstr[2] "%d wiader"

msgid "Not yet"
msgstr ""

#~ msgid "Old"
#~ msgstr "Stary"
"#;

#[test]
fn entries_are_units() {
    let doc = document(CATALOGUE);
    assert_eq!(
        units(&doc),
        [
            "The \"well\"\nis dry -> Studnia \"x\"\njest sucha",
            "Open -> Otwarte",
            "One bucket -> Jedno wiadro",
            "%d buckets -> %d wiadra",
            "%d buckets -> %d wiader",
        ]
    );
    assert_eq!((doc.langs.target.tag(), doc.langs.source.as_ref().map(Lang::tag)), ("pl-pl", Some("en")));
    assert_eq!(doc.target[1].unit.as_deref(), Some("door"));
    assert_eq!(doc.target[3].index, 3);
}

#[test]
fn a_language_with_one_form_uses_it_for_any_number() {
    let doc = document("msgid \"a door\"\nmsgid_plural \"%d doors\"\nmsgstr[0] \"%d 扇门\"\n");
    assert_eq!(units(&doc), ["%d doors -> %d 扇门"]);
}

#[test]
fn escapes_and_lines_map_to_their_place() {
    let doc = document(CATALOGUE);
    let text = &doc.target[0].text;
    let raw = |part: &str| {
        let at = text.shown().find(part).expect("shown") as u32;
        &CATALOGUE[text.raw(at..at + part.len() as u32).range()]
    };
    assert_eq!(raw("\""), "\\\"");
    assert_eq!(raw("\"\njest"), "\\\"\\n\"\n\"jest");
    let at = text.shown().find("sucha").expect("shown") as u32;
    assert_eq!(text.edit(at..at + 5, "a\\ \"b\"\n").expect("can be")[0].replacement, r#"a\\ \"b\"\n"#);
}

#[test]
fn ignore_comments_cover_the_entry() {
    let text = CATALOGUE.replace("msgctxt", "# mtlint-ignore doubled-word: so it is\nmsgctxt");
    let doc = document(&text);
    assert_eq!(&text[doc.ignores[0].covers.range()], "msgctxt \"door\"\nmsgid \"Open\"\nmsgstr \"Otwarte\"");
}

#[test]
fn faults_are_named_and_what_stands_before_them_is_kept() {
    for (bad, line, remedy) in [
        ("msgid \"a\nmsgstr \"b\"", 4, "add `\"`"),
        ("msgid \"a\"b\"\nmsgstr \"b\"", 4, "written `\\\"`"),
        ("msgid \"a\"\n\nmsgid \"b\"\nmsgstr \"c\"", 4, "without `msgstr`"),
        ("msgstr \"b\"", 4, "add the `msgid`"),
        ("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"c\"", 6, "write `msgstr[0]`"),
        ("\"b\"", 4, "put `msgid`"),
        ("msgid \"a\"\nmsgstr b", 5, "no line of PO"),
        ("msgid \"a\"", 4, "without `msgstr`"),
    ] {
        let (doc, done) = read_all(&format!("msgid \"ok\"\nmsgstr \"gut\"\n\n{bad}\n"));
        assert_eq!(units(&doc.expect("what stands before")), ["ok -> gut"]);
        let error = done.expect_err(bad);
        assert!(error.line() == Some(line) && error.to_string().contains(remedy), "{error} for {bad}");
    }
}

proptest! {
    #[test]
    fn any_string_survives(text in "\\PC{0,30}[\\n\\t\\\\\"]{0,4}\\PC{0,10}", cut in 0usize..8) {
        prop_assume!(!text.trim().is_empty());
        let escaped = text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\t', "\\t");
        let at = escaped.char_indices().map(|(i, _)| i).filter(|i| !escaped[..*i].ends_with('\\')).nth(cut).unwrap_or(0);
        let file = format!("msgid \"a\"\nmsgstr \"{}\"\n\"{}\"\n", &escaped[..at], &escaped[at..]);
        let (doc, done) = read_all(&file);
        prop_assert!(done.is_ok());
        let shown = doc.as_ref().map_or("", |d| d.target[0].shown()).to_owned();
        prop_assert_eq!(shown, text.trim_matches([' ', '\t', '\n', '\r']));
        if let Some(doc) = doc {
            check_pieces(&doc.file, &doc.target)?;
            let whole = doc.target[0].shown().len() as u32;
            for edit in doc.target[0].text.edit(0..whole, "x\"y").iter().flatten().rev() {
                prop_assert!(doc.file.text.get(edit.span.range()).is_some());
            }
        }
    }

    #[test]
    fn hostile_files_never_panic(text in "(msg(id|str|ctxt|id_plural)|msgstr\\[[0-9]{1,22}\\]|\"|\\\\(n|x|0|7|\")?|#[,~|. ]?|\\n| |\\PC){0,60}") {
        let _ = read_all(&text);
    }
}
