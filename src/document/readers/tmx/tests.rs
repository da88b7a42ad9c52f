use std::sync::Arc;

use proptest::prelude::*;

use super::read;
use crate::document::readers::Defaults;
use crate::document::readers::tests::check_pieces;
use crate::document::{Document, Lang};
use crate::error::Error;
use crate::source::SourceFile;

fn read_all(text: &str, target: Option<&str>) -> (Vec<Document>, Result<(), Error>) {
    let file = Arc::new(SourceFile::new("a.tmx", text));
    let defaults = Defaults { source: None, target: target.and_then(Lang::parse) };
    let mut out = Vec::new();
    let done = read(&file, &defaults, &mut |d| out.push(d));
    (out, done)
}

const MEMORY: &str = r#"<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="zh-CN" segtype="sentence"/><body>
<tu tuid="a"><note>n</note><tuv xml:lang="zh-CN"><seg>门 <bpt i="1">&lt;b&gt;</bpt>红<ept i="1">&lt;/b&gt;</ept></seg></tuv>
<tuv xml:lang="en"><prop type="x">p</prop><seg>The door is <bpt i="1">&lt;b&gt;</bpt>red<ept i="1">&lt;/b&gt;</ept> &#x2014; <ph x="1">{0}</ph></seg></tuv></tu>
<tu tuid="b"><tuv lang="zh"><seg>窗</seg></tuv><tuv lang="en-US"><seg/></tuv></tu>
</body></tmx>"#;

#[test]
fn variants_are_chosen_by_language() {
    let (docs, done) = read_all(MEMORY, None);
    done.expect("reads");
    let target = &docs[0].target[0];
    assert_eq!((target.shown(), target.unit.as_deref()), ("The door is red — {0}", Some("a")));
    assert_eq!(docs[0].source[0].shown(), "门 红");
    let names: Vec<_> = docs[0].target_codes.iter().map(|c| c.kind.clone()).collect();
    assert_eq!(names.len(), 3, "{names:?}");
    assert_eq!((docs[1].target.len(), docs[1].source.len(), docs[1].langs.target.tag()), (0, 1, "en-us"));
}

#[test]
fn of_many_languages_the_flags_choose() {
    let text = "<tmx><header srclang='zh'/><body>\n<tu><tuv xml:lang='zh'><seg>一</seg></tuv><tuv xml:lang='de'><seg>eins</seg></tuv><tuv xml:lang='fr'><seg>un</seg></tuv></tu></body></tmx>";
    let (docs, done) = read_all(text, None);
    assert!(docs.is_empty());
    let error = done.expect_err("which?").to_string();
    assert!(error.contains(":2: ") && error.contains("de, fr") && error.contains("--target-lang"), "{error}");
    let (docs, _) = read_all(text, Some("fr"));
    assert_eq!((docs[0].target[0].shown(), docs[0].source[0].shown()), ("un", "一"));
    let english = text.replace("'de'", "'en'");
    assert_eq!(read_all(&english, None).0[0].target[0].shown(), "eins");
    let any = text.replace("srclang='zh'", "srclang='*all*'");
    assert_eq!(read_all(&any, Some("fr")).0[0].source.len(), 0);
}

#[test]
fn faults_are_named_and_what_stands_before_them_is_kept() {
    let (docs, done) = read_all(&MEMORY.replace("<seg/>", "<seg>"), None);
    assert_eq!(docs.len(), 1);
    assert_eq!(done.expect_err("broken").line(), Some(5));
    assert!(read_all("<xliff/>", None).1.is_err() && read_all("", None).1.is_err());
}

proptest! {
    #[test]
    fn pieces_map_back(inside in "(<bpt i='1'>|</bpt>|<hi>|</hi>|<ph/>|<sub>|</sub>|<!\\[CDATA\\[|\\]\\]>|&lt;|&#65;|[ a-z东,.\\n]){0,24}") {
        let text = format!("<tmx><tu><tuv xml:lang='en'><seg>{inside}</seg></tuv></tu></tmx>");
        for doc in read_all(&text, None).0 {
            check_pieces(&doc.file, &doc.target)?;
        }
    }

    #[test]
    fn hostile_files_never_panic(text in "(</?(tmx|header|tu|tuv|seg|ph)( (xml:lang|x)='(en|zh|\\PC)')?/?>|[<>&'\"]|\\PC){0,40}") {
        let _ = read_all(&text, None);
        let _ = read_all(&format!("<tmx>{text}"), Some("en"));
    }
}
