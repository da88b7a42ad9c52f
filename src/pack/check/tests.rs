use crate::error::Error;
use crate::pack::Pack;

const HEAD: &str = "[pack]\nid = \"t\"\nversion = \"1\"\nsummary = \"a test\"\n";
const TESTS: &str = "flags = \"[[x]]\"\npasses = \"y\"\n";

/// The line under the head and the problem that a pack is refused with.
fn refused(body: &str) -> (u32, String) {
    match Pack::parse("t.toml", &format!("{HEAD}{body}")) {
        Err(Error::Config { line, problem, rendered, .. }) => {
            assert!(rendered.contains("t.toml") && rendered.contains(&problem), "{rendered}");
            (line - 4, problem)
        }
        other => panic!("{other:?}: {body}"),
    }
}

#[track_caller]
fn refuses(body: &str, line: u32, problem: &str) {
    let got = refused(body);
    assert!(got.0 == line && got.1.contains(problem), "{got:?}");
}

#[test]
fn unknown_and_misplaced_keys_are_refused() {
    refuses("[[term]]\npreferred = \"a\"\nprefered = \"b\"\n", 3, "unknown field `prefered`");
    refuses("[[term]]\npreferred = \"a\"\nregex = \"b\"\n", 3, "`regex` is no key of [[term]]");
    refuses("[[name]]\nid = \"a\"\n", 1, "has no `canonical`");
    refuses(
        "[[term]]\npreferred = \"a\"\nwrong = [{ text = \"b\", ruel = \"c\" }]\n",
        3,
        "unknown field `ruel`",
    );
    refuses("[[term]]\npreferred = \"a\"\nmax = \"b\"\n", 3, "invalid type");
    refuses("[[pair]]\nsource_regex = \"a\"\nphrases = \"b\"\n", 3, "`phrases` is no key of [[pair]]");
}

#[test]
fn what_can_never_match_is_refused() {
    let term =
        |wrong: &str| format!("[[term]]\npreferred = \"New Plan\"\nwrong = [\"one\", {wrong}]\n{TESTS}");
    refuses(&term("\"new plan\""), 3, "is a right form of this entry, too");
    refuses(&term("\"–\""), 3, "without words");
    let bare = "[[term]]\npreferred = \"a\"\nwrong_with_source = [\"b\"]\n";
    refuses(&format!("{bare}{TESTS}"), 3, "has no `source`");
    refuses(&format!("[[either]]\nid = \"a\"\nforms = [\"a\"]\n{TESTS}"), 1, "two or more");
    let both = "[[pattern]]\nid = \"a\"\nmessage = \"m\"\nregex = \"x\"\nphrases = \"x\"\n";
    refuses(&format!("{both}{TESTS}"), 1, "either `regex` or `phrases`");
}

#[test]
fn expressions_and_fixes_are_compiled() {
    let pattern = |rest: &str| format!("[[pattern]]\nid = \"a\"\nmessage = \"m\"\n{rest}{TESTS}");
    refuses(&pattern("regex = \"(x\"\n"), 4, "unclosed group");
    refuses(&pattern("regex = \"x?\"\n"), 4, "empty text");
    refuses(&pattern("regex = \"x\"\nunless = [\"a\", \"[b\"]\n"), 5, "unclosed character class");
    refuses(&pattern("regex = \"(x)\"\nfix = \"$2\"\n"), 5, "`$2` stands for a group");
    refuses(&pattern("phrases = \"x\"\nfix = \"$1\"\n"), 5, "needs a `regex`");
    assert!(Pack::parse("t.toml", &format!("{HEAD}{}", pattern("regex = \"(x)\"\nfix = \"$1\"\n"))).is_ok());
}

#[test]
fn ids_rules_and_tests_are_looked_up() {
    let term = "[[term]]\npreferred = \"a\"\nwrong = \"x\"\n";
    refuses(&format!("{term}{TESTS}{term}{TESTS}"), 6, "used twice");
    refuses(&format!("{term}rule = \"callque\"\n{TESTS}"), 4, "no rule `callque`");
    refuses(&format!("{term}passes = \"y\"\n"), 1, "no test");
    refuses(&format!("{term}flags = \"[[x]]\"\n"), 1, "no counter-test");
    refuses(&format!("{term}flags = \"x\"\npasses = \"y\"\n"), 4, "nothing is marked");
    refuses(&format!("{term}{TESTS}becomes = [\"a\", \"b\"]\n"), 6, "more texts");
    assert!(Pack::parse("t.toml", &format!("{HEAD}{term}rule = \"calque\"\n{TESTS}")).is_ok());
}

#[test]
fn pairs_that_cannot_work_are_refused() {
    let pair = |rest: &str| format!("[[pair]]\nid = \"a\"\nmessage = \"m\"\n{rest}\n{TESTS}");
    refuses(&pair("source_regex = '第(\\d+)号'"), 1, "`expects`, what it must have");
    refuses(&pair("source_regex = '('\nexpects = 'x'"), 4, "not a regular expression");
    refuses(&pair("source_regex = 'x*'\nexpects = 'x'"), 4, "matches the empty text");
    refuses(&pair("source_regex = '第(\\d+)号'\nexpects = 'No. \\2'"), 5, "`\\2` stands for a group");
    refuses(&pair("source_regex = '第(\\d+)号'\nexpects = '('"), 5, "not a regular expression");
    refuses(
        &pair("source_regex = '第(\\d+)号'\nregex = 'No. (\\1)0'\nfix = '$2'"),
        6,
        "`$2` stands for a group",
    );
}
