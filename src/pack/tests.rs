use super::{OWN, Pack, PackSet, selftest};
use crate::config::Settings;
use crate::document::{Lang, Langs};
use crate::engine;
use crate::finding::{Placed, Severity};
use crate::rule::registry;
use proptest::prelude::*;

const HEAD: &str = "[pack]\nid = \"t\"\nversion = \"1\"\nsummary = \"a test\"\n";

fn settings(body: &str) -> Settings {
    // Entries of these tests have no tests of their own, which a pack that is loaded must have.
    let tests = "from = \"here\"\nflags = \"[[x]]\"\npasses = \"y\"\n";
    let body = body.replace("---\n", tests);
    let pack = Pack::parse("t.toml", &format!("{HEAD}{body}")).expect("a pack");
    Settings { packs: PackSet::of(pack), ..Settings::default() }
}

fn check(body: &str, target: &str, source: Option<&str>) -> Vec<Placed> {
    let mut found = engine::check(&selftest::document(target, source), &settings(body)).findings;
    found.retain(|f| f.entry.is_some());
    found
}

fn texts(body: &str, target: &str, source: Option<&str>) -> Vec<String> {
    check(body, target, source).into_iter().map(|f| f.at.text).collect()
}

const FORCES: &str = "[[term]]\nsource = [\"新质生产力\"]\npreferred = \"new quality productive forces\"\naccepted = \"NQPF\"\nwrong = [\"quality productive force\", \"new quality productivity\"]\nwrong_with_source = \"new power\"\n---\n";

#[test]
fn the_rules_of_packs_exist() {
    assert!(OWN.iter().all(|id| registry::meta(id).is_some()));
}

#[test]
fn a_wrong_form_inside_a_right_one_is_none() {
    assert_eq!(texts(FORCES, "Quality productive forces rise.", None), ["Quality productive forces"]);
    assert!(texts(FORCES, "New quality productive forces rise.", None).is_empty());
}

#[test]
fn a_finding_tells_all() {
    let found = check(FORCES, "It needs New Quality Productivity.", Some("需要新质生产力。"));
    let [f] = &found[..] else { panic!("{found:?}") };
    assert_eq!(f.rule, "nonstandard-term");
    assert_eq!(f.entry.as_deref(), Some("t/new-quality-productive-forces"));
    assert_eq!(f.message.to_string(), "`New Quality Productivity` is not how 新质生产力 is rendered");
    assert_eq!(f.help.as_deref(), Some("write `new quality productive forces`"));
    assert_eq!(f.related[0].at.text, "新质生产力");
    assert_eq!(f.fixes[0].edits[0].replacement, "New Quality Productive Forces");
    assert_eq!(f.severity, Severity::Warning);
}

#[test]
fn some_forms_are_wrong_beside_the_source_only() {
    let target = "A new power in the land.";
    assert_eq!(texts(FORCES, target, Some("新质生产力。")), ["new power"]);
    assert!(texts(FORCES, target, None).is_empty() && texts(FORCES, target, Some("新的力量。")).is_empty());
    // The source has it once, and so has the translation.
    assert!(texts(FORCES, "NQPF, a new power.", Some("新质生产力，一种新的力量。")).is_empty());
}

#[test]
fn conditions_hold() {
    let with = |condition: &str| {
        format!("[[pattern]]\nid = \"a\"\nmessage = \"m\"\nphrases = \"my country\"\n{condition}\n---\n")
    };
    let text = "In China my country \"my country\" my country.\nMy country.";
    let count = |condition: &str| texts(&with(condition), text, None).len();
    assert_eq!(count(""), 4);
    assert_eq!(count("max = 2"), 2);
    assert_eq!(count("scope = \"not-in-quotation\""), 3);
    assert_eq!(count("scope = \"last\""), 1);
    assert_eq!(count("scope = \"heading\""), 0);
    assert_eq!(count("unless = \"China\""), 1);
    assert_eq!(count("near = ['\\bChina\\b']"), 4);
    assert_eq!(count("near = \"Japan\""), 0);
    assert_eq!(count("files = \"docs/*.md\""), 0);
    assert_eq!(count("source = \"我国\""), 0);
}

#[test]
fn groups_stand_in_fixes() {
    let body = "[[pattern]]\nid = \"a\"\nmessage = \"`{text}` is odd\"\nregex = '(\\d+) pieces of (\\w+)'\nfix = \"$1 ${2}s\"\n---\n";
    let found = check(body, "He had 3 pieces of idea.", None);
    assert_eq!((found[0].rule.as_ref(), found[0].at.text.as_str()), ("t/a", "3 pieces of idea"));
    assert_eq!(found[0].fixes[0].edits[0].replacement, "3 ideas");
    assert_eq!(found[0].message.to_string(), "`3 pieces of idea` is odd");
}

#[test]
fn mixed_spellings_are_found() {
    let body = "[[either]]\nid = \"a\"\nforms = [[\"e-commerce\"], [\"ecommerce\"]]\n---\n";
    let found = check(body, "Ecommerce grows. Their e-commerce and e-commerce sell.", None);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].rule.as_ref(), found[0].at.text.as_str()), ("term-drift", "Ecommerce"));
    assert_eq!(found[0].related[0].at.text, "e-commerce");
    assert_eq!(found[0].fixes[0].edits[0].replacement, "E-commerce");
    assert!(texts(body, "Ecommerce, ecommerce.", None).is_empty());
}

#[test]
fn a_fact_without_origin_is_worth_a_look_only() {
    let body = FORCES.replace("---", "flags = \"[[x]]\"\npasses = \"y\"");
    assert_eq!(check(&body, "New quality productivity.", None)[0].severity, Severity::Info);
}

#[test]
fn phrases_of_chinese_stand_anywhere() {
    let body = "[[term]]\npreferred = \"软件\"\nwrong = [\"軟體\"]\n---\n";
    let mut doc = selftest::document("这个軟體很好。", None);
    doc.langs = Langs { source: Some(Lang::en()), target: Lang::parse("zh").expect("a tag") };
    let found = engine::check(&doc, &settings(body)).findings;
    assert!(found.iter().any(|f| f.at.text == "軟體" && f.rule == "nonstandard-term"), "{found:?}");
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "(\\PC|[a-c ’'\\n-]|new |quality |productivity|NQPF|东风){0,20}") {
        check(FORCES, &text, Some("新质生产力"));
        let set = Settings::default();
        engine::check(&selftest::document(&text, None), &set);
    }
}

const FILE_NUMBER: &str = r"[[pair]]
id = 'file-number'
source_regex = '第(\d+)号文件'
expects = '(?i)\bno\. ?\1\b'
regex = '\b[Ff]ile \1\b'
fix = 'Document No. \1'
message = '{source} is cited by its number'
---
";

#[test]
fn a_pair_tells_what_is_missing_and_what_is_wrong() {
    let found = check(FILE_NUMBER, "Under file 12 it is allowed.", Some("依据第12号文件，可以。"));
    let got: Vec<_> = found.iter().map(|f| (&*f.at.text, f.message.to_string())).collect();
    let message = "第12号文件 is cited by its number".to_owned();
    assert_eq!(got, [("file 12", message.clone()), ("第12号文件", message)]);
    assert_eq!(found[0].fixes[0].edits[0].replacement, "Document No. 12");
    assert_eq!(found[0].rule, "t/file-number");
    for (target, source) in [
        ("Under Document No. 12 it is allowed.", "依据第12号文件，可以。"),
        ("Under file 12 it is allowed.", "可以。"),
    ] {
        assert!(texts(FILE_NUMBER, target, Some(source)).is_empty(), "{target}");
    }
    assert!(texts(FILE_NUMBER, "Under file 12 it is allowed.", None).is_empty());
}
