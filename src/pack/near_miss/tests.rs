use super::candidate::is_pinyin;
use crate::config::Settings;
use crate::engine;
use crate::finding::Severity;
use crate::pack::{Pack, PackSet};
use proptest::prelude::*;

const PACK: &str = r#"
[pack]
id = "t"
version = "1"
summary = "a test"
[[name]]
canonical = "Labubu"
source = ["拉布布"]
kind = "product"
from = "its maker"
[[name]]
canonical = "SiCarrier"
source = ["新凯来"]
kind = "org"
from = "its maker"
[[name]]
canonical = "Hisense"
source = ["海信"]
kind = "org"
from = "its maker"
[[name]]
canonical = "Morris Chang"
source = ["张忠谋"]
kind = "person"
from = "himself"
"#;

fn found(target: &str, source: Option<&str>) -> Vec<(String, Severity)> {
    let settings =
        Settings { packs: PackSet::of(Pack::parse("t.toml", PACK).expect("a pack")), ..Settings::default() };
    let doc = crate::pack::selftest::document(target, source);
    let checked = engine::check(&doc, &settings);
    checked.findings.into_iter().filter(|f| f.entry.is_some()).map(|f| (f.at.text, f.severity)).collect()
}

#[track_caller]
fn warns(target: &str, source: Option<&str>, text: &str) {
    assert_eq!(found(target, source), [(text.to_owned(), Severity::Warning)], "{target}");
}

#[test]
fn a_name_spelt_out_is_found() {
    warns("XinKailai’s machines sell.", None, "XinKailai");
    warns("He met Zhang Zhongmou.", Some("他见到张忠谋。"), "Zhang Zhongmou");
    warns("Haixin sells fridges.", Some("海信卖冰箱。"), "Haixin");
    assert_eq!(found("He met Zhang Zhongmou. Haixin sells.", None), []);
}

#[test]
fn slips_are_found_where_the_name_is_known_to_stand() {
    warns("Hisense is big. Hissense is small.", None, "Hissense");
    warns("A La Bulu doll.", Some("拉布布玩偶。"), "La Bulu");
    assert_eq!(found("A Hissense fridge.", None), [("Hissense".to_owned(), Severity::Info)]);
}

#[test]
fn spaces_and_capitals_are_seen() {
    warns("A Lab Ubu doll.", Some("拉布布玩偶。"), "Lab Ubu");
    assert_eq!(found("A LaBuBu doll.", Some("拉布布玩偶。")), [("LaBuBu".to_owned(), Severity::Info)]);
}

#[test]
fn other_names_and_derived_forms_are_left_alone() {
    for text in [
        "Hisense's fridges and other Hisenses.",
        "HISENSE and SICARRIER",
        "Hisense met Morris Chan.",
        "Sense and Science, Hissing",
    ] {
        assert_eq!(found(text, None), [], "{text}");
    }
}

#[test]
fn pinyin_is_told_by_its_syllables() {
    assert!(is_pinyin("xinkailai") && is_pinyin("labulu") && is_pinyin("huawai"));
    assert!(!is_pinyin("hissense") && !is_pinyin("facebok"));
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "(\\PC|[A-Z][a-z]{0,3}|[ ’'-]|Labu|Hisen){0,12}") {
        found(&text, None);
        is_pinyin(&text);
    }
}
