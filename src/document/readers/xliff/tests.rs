use std::sync::Arc;

use proptest::prelude::*;

use super::read;
use crate::document::readers::Defaults;
use crate::document::readers::tests::check_pieces;
use crate::document::{Document, MarkKind};
use crate::error::Error;
use crate::source::SourceFile;

fn read_all(text: &str) -> (Vec<Document>, Result<(), Error>) {
    let file = Arc::new(SourceFile::new("a.xlf", text));
    let mut out = Vec::new();
    let done = read(&file, &Defaults::default(), &mut |d| out.push(d));
    (out, done)
}

fn documents(text: &str) -> Vec<Document> {
    let (out, done) = read_all(text);
    done.expect("reads");
    out
}

/// Every link as `unit: source -> target`.
fn links(doc: &Document) -> Vec<String> {
    let side = |list: &[crate::document::Segment], at: &[u32]| {
        at.iter().map(|i| list[*i as usize].shown().to_owned()).collect::<String>()
    };
    let unit = |at: &[u32]| at.first().and_then(|i| doc.target[*i as usize].unit.clone());
    let link = |l: &crate::document::Link| {
        format!(
            "{}: {} -> {}",
            unit(&l.target).as_deref().unwrap_or("-"),
            side(&doc.source, &l.source),
            side(&doc.target, &l.target)
        )
    };
    doc.given.iter().flatten().map(link).collect()
}

const OLD: &str = r#"<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="zh-CN" target-language="en-GB" datatype="html"><body>
<trans-unit id="1"><source>井口 <g id="1">很窄</g>。</source><target>The well mouth is <g id="1">narrow &amp; old</g>.</target><note>not text</note>
<alt-trans><target>Another</target></alt-trans></trans-unit>
<trans-unit id="2"><source>未译</source><target state="new">未译</target></trans-unit>
<trans-unit id="3"><source>空</source><target state="translated"/></trans-unit>
<trans-unit id="4" translate="no"><source>KX-4</source><target>KX-4</target></trans-unit>
<trans-unit id="5"><source>一。二。</source><seg-source><mrk mtype="seg" mid="0">一。</mrk><mrk mtype="seg" mid="1">二。</mrk></seg-source>
<target><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1">Two.</mrk></target></trans-unit>
<trans-unit id="6"><source>无</source></trans-unit>
</body></file>
<file original="b" source-language="ja" target-language="en"><body><trans-unit id="7"><source>三</source><target><![CDATA[Th<r>ee]]></target></trans-unit></body></file>
</xliff>"#;

#[test]
fn units_of_version_1() {
    let docs = documents(OLD);
    assert_eq!(
        links(&docs[0]),
        [
            "1: 井口 很窄。 -> The well mouth is narrow & old.",
            "-: 空 -> ",
            "4: KX-4 -> KX-4",
            "5/0: 一。 -> One.",
            "5/1: 二。 -> Two.",
        ]
    );
    assert_eq!(docs[0].langs.target.tag(), "en-gb");
    assert!(!docs[0].target[1].translate);
    assert_eq!(links(&docs[1]), ["7: 三 -> Th<r>ee"]);
    assert_eq!(
        (docs[1].langs.source.as_ref().map(crate::document::Lang::tag), docs[1].target[0].index),
        (Some("ja"), 4)
    );
}

#[test]
fn edits_are_written_as_their_place_asks() {
    let docs = documents(OLD);
    let text = &docs[0].target[0].text;
    let at = text.shown().find('&').expect("there") as u32;
    assert_eq!(&OLD[text.raw(at..at + 1).range()], "&amp;");
    assert_eq!(text.edit(at..at + 1, "<").expect("can be")[0].replacement, "&lt;");
    let cdata = &docs[1].target[0].text;
    assert_eq!(cdata.edit(2..3, "]]>").expect("can be")[0].replacement, "]]]]><![CDATA[>");
    let mixed = documents(&OLD.replace("<![CDATA[Th<r>ee]]>", "Th<![CDATA[<r>]]>ee"));
    let mixed = &mixed[1].target[0].text;
    assert_eq!(mixed.shown(), "Th<r>ee");
    assert!(mixed.edit(0..2, "&").is_none() && mixed.edit(0..2, "x").is_some());
}

#[test]
fn units_of_version_2() {
    let text = r#"<xliff version="2.1" srcLang="ko" trgLang="en"><file id="f"><unit id="u" xml:space="preserve"><notes><note>n</note></notes>
<segment id="a" state="final"><source>문</source><target>The <pc id="1">door</pc>, <ph id="2" equiv="{0}"/>  x<cp hex="0007"/> <ph id="3"/>, <mrk id="m" translate="no">KX</mrk></target></segment>
<ignorable><source> </source></ignorable><segment id="b" state="initial"><source>창</source><target>창</target></segment></unit></file></xliff>"#;
    let docs = documents(text);
    assert_eq!(links(&docs[0]), ["u/a: 문 -> The door, {0}  x\u{7} \u{fffc}, KX"]);
    let marks: Vec<_> = docs[0].target[0].text.marks().iter().map(|m| m.kind.clone()).collect();
    assert!(marks.contains(&MarkKind::NoTranslate) && marks.contains(&MarkKind::Placeholder), "{marks:?}");
    assert_eq!(docs[0].target_codes.len(), 3);
}

#[test]
fn codes_are_shown_only_where_they_stand_for_a_word() {
    let target = |inside: &str| {
        let text = format!(
            "<xliff><file><body><trans-unit id='1'><source>a</source><target>{inside}</target></trans-unit></body></file></xliff>"
        );
        documents(&text)[0].target[0].shown().to_owned()
    };
    assert_eq!(target("Hello <x id='1'/>, you"), "Hello \u{fffc}, you");
    assert_eq!(target("Click <x id='1'/>here<x id='2'/> now"), "Click here now");
    assert_eq!(target("<x id='1'/>Text.<x id='2'/>"), "Text.");
    assert_eq!(target("a<ph id='1'>&lt;br/&gt;</ph>b<ph id='2'>%s</ph><ph id='3'>&lt;b&gt;</ph>"), "a\nb%s");
    assert_eq!(target("\n    Two\n    lines <x id='1' ctype='bold'/>.\n"), "Two lines .");
}

#[test]
fn faults_are_named_and_what_stands_before_them_is_kept() {
    let (docs, done) =
        read_all(&OLD.replace("</source><target state=\"new\">", "</sauce><target state=\"new\">"));
    assert_eq!(links(&docs[0]).len(), 1);
    let error = done.expect_err("broken");
    assert_eq!(error.line(), Some(6), "{error}");
    assert!(error.to_string().contains("add `</source>` before it"), "{error}");
    for (text, line) in [("<tmx/>", 1), ("", 1), ("\nplain", 1), ("<xliff>\n<file>", 2)] {
        assert_eq!(read_all(text).1.expect_err(text).line(), Some(line), "{text}");
    }
}

#[test]
fn ignore_comments_cover_the_next_unit() {
    let text =
        OLD.replace("<trans-unit id=\"3\">", "<!-- mtlint-ignore omission: meant -->\n<trans-unit id=\"3\">");
    let docs = documents(&text);
    let ignore = &docs[0].ignores[0];
    assert!(text[ignore.covers.range()].starts_with("<trans-unit id=\"3\">"), "{ignore:?}");
    assert!(text[ignore.covers.range()].ends_with("</trans-unit>"));
}

proptest! {
    #[test]
    fn pieces_map_back(inside in "(<g id='1'>|</g>|<x id='2'/>|<ph id='3'>|</ph>|<mrk mtype='seg' mid='1'>|</mrk>|<!\\[CDATA\\[|\\]\\]>|&amp;|&#x4e1c;|[ a-z东,.\\n]|<!--|-->){0,24}") {
        let text = format!("<xliff><file><trans-unit id='1'><source>{inside}</source><target>{inside}</target></trans-unit></file></xliff>");
        for doc in read_all(&text).0 {
            check_pieces(&doc.file, &doc.target)?;
            check_pieces(&doc.file, &doc.source)?;
        }
    }

    #[test]
    fn hostile_files_never_panic(text in "(</?(xliff|file|unit|segment|source|target|trans-unit|mrk|g)( (id|mid|mtype|hex)='(seg|1|\\PC)')?/?>|[<>&'\"]|\\PC){0,40}") {
        let _ = read_all(&text);
        let _ = read_all(&format!("<xliff>{text}"));
    }
}
