use std::sync::Arc;

use super::{About, audit, unseen};
use crate::pack::{Pack, PackSet, Usage, selftest};

const TEXT: &str = r#"
[pack]
id = "t"
version = "1"
summary = "a test"
source_lang = "zh"
target_lang = "en"
[[name]]
canonical = "Hexing Motors"
source = "和兴"
wrong = ["Hesing Motors", "Hoxing Motors"]
from = "here"
flags = "a [[Hesing Motors]] car"
passes = "a Hexing Motors car"
[[name]]
canonical = "Hesing Motors"
source = "禾星"
[[term]]
id = "line"
preferred = "production line"
source = "和兴"
wrong = "making line"
from = "here"
flags = "a [[making line]]"
passes = "a production line"
[[term]]
id = "belt"
preferred = "belt"
wrong = "making line"
from = "here"
flags = "two [[making lines]]"
passes = "a belt"
"#;

#[test]
fn rivals_and_gaps_are_told_in_their_lines() {
    let pack = Arc::new(Pack::parse("t.toml", TEXT).expect("a pack"));
    let set = PackSet::of(Pack::parse("t.toml", TEXT).expect("a pack"));
    let exercised = selftest::run(&set, &pack).expect("runs").exercised;
    let (coverage, remarks) = audit(&set, &[Arc::clone(&pack)], &exercised).expect("reads");
    let got: Vec<_> = remarks.iter().map(|r| (r.about, r.line, &*r.detail)).collect();
    assert_eq!(
        got,
        [
            (About::Untested, 11, "no test brings up `Hoxing Motors`"),
            (About::Untested, 15, "no test brings it up: it has no `flags`"),
            (
                About::Shadowed,
                11,
                "`Hesing Motors` is right for t/hesing-motors, so that it is never reported"
            ),
            (
                About::Conflict,
                21,
                "`和兴` is to be `production line` here and `Hexing Motors` in t/hexing-motors"
            ),
            (About::Conflict, 29, "`making line` is to be `belt` here and `production line` in t/line"),
        ]
    );
    assert_eq!((coverage.entries, coverage.entries_tested), (4, 3));
    assert_eq!((coverage.forms, coverage.forms_tested), (4, 3));
    let all = unseen(&[pack], &Usage::default()).expect("reads");
    assert_eq!(all.len(), 4);
}
