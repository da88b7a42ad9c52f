use super::slips::difference;
use crate::rule::testing::assert_marked;

fn pair(source: &str, target: &str) {
    let line = format!("{{\"source\": \"{source}\", \"target\": \"{target}\"}}");
    assert_marked("url-mismatch", "a.jsonl", &line, ("zh", "en"));
}

#[test]
fn slips_are_told_from_other_pages() {
    assert!(difference("kiln.example/glaze/4471", "kiln.example/glaze/447").is_some());
    assert!(difference("kiln.example/glaze", "kiln.exemple/glaze").is_some());
    assert!(difference("kiln.example/v1.16/glaze", "kiln.example/v1.17/glaze").is_none());
    assert!(difference("kiln.example/glaze", "kiln.example").is_none());
    assert!(difference("kiln.example/glaze", "wheel.example/clay").is_none());
}

#[test]
fn links_in_units() {
    pair(
        "看 https://kiln.example/a 和 https://kiln.example/bench/17。",
        "See https://kiln.example/a and [[https://kiln.example/bemch/17]].",
    );
    pair("看 https://kiln.example/a（中文）。", "See https://kiln.example/a (in Chinese).");
    pair("看 https://zh.kiln.example/door。", "See https://en.kiln.example/door.");
    pair("看 https://kiln.example/door。", "See https://www.wheel.example/en/door-page.");
}

#[test]
fn one_link_in_the_place_of_another() {
    pair(
        "一 https://kiln.example/aaaa 二 https://kiln.example/wheel 三 https://kiln.example/cccc",
        "One https://kiln.example/aaaa two [[https://kiln.example/aaaa]] three https://kiln.example/cccc",
    );
}
