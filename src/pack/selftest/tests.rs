use super::Verdict::{Missing, Noisy, Wrong};
use super::run;
use crate::pack::check::check;
use crate::pack::file::parse;
use crate::pack::schema::Kind;
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
    assert_eq!(got, [(11, Missing), (11, Wrong), (11, Wrong), (12, Noisy)]);
    assert_eq!((outcome.tests, outcome.failed), (5, 4));
    let detail = &outcome.failures[1].detail;
    assert!(
        detail.starts_with("`the new powers` at 1:1 is marked, `new powers` at 1:5 is reported"),
        "{detail}"
    );
}

/// The verdicts on one text of `flags`, in a pack of two entries.
fn verdicts(flags: &str) -> Vec<(super::Verdict, String)> {
    let text = format!(
        r#"
[pack]
id = "t"
version = "1"
summary = "a test"
[[pattern]]
id = "a"
regex = "ab+"
message = "no"
from = "here"
flags = "{flags}"
passes = "a"
[[pattern]]
id = "b"
phrases = "cd"
message = "no"
from = "here"
flags = "[[cd]]"
passes = "c"
"#
    );
    let pack = Pack::parse("t.toml", &text).expect("a pack");
    let outcome = run(&PackSet::of(pack), &Pack::parse("t.toml", &text).expect("a pack")).expect("runs");
    outcome.failures.into_iter().map(|f| (f.verdict, f.detail)).collect()
}

#[test]
fn every_mark_and_every_finding_is_judged() {
    assert_eq!(verdicts("[[ab]] and [[abb]]"), []);
    let got = verdicts("[[ab]] and abb and [[x]] and [[cd]] and [[an abb]]");
    let kinds: Vec<_> = got.iter().map(|(verdict, _)| *verdict).collect();
    assert_eq!(kinds, [Missing, Wrong, Wrong, Noisy]);
    for (detail, part) in got.iter().map(|(_, detail)| detail).zip([
        "`x` at 1:16 is marked and not reported",
        "`cd` at 1:22 is marked and reported as t/b",
        "`an abb` at 1:29 is marked, `abb` at 1:32 is reported",
        "`abb` at 1:8 is reported and not marked",
    ]) {
        assert!(detail.starts_with(part), "{detail}");
    }
}
