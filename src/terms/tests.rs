use proptest::prelude::*;

use super::conflicts;
use crate::analysis::Analysis;
use crate::config::Settings;
use crate::finding::Severity;
use crate::rule::testing::document;

const SOURCE: &str = "灯塔基金今年成立。\n灯塔基金资助渔民。\n渔民感谢灯塔基金。";

/// The competing renderings of a Chinese text in English, the one that most mentions have first, with their class.
fn found(source: &str, target: &str) -> Vec<(String, String, &'static str, Severity)> {
    let doc = document(source, target, ("zh", "en"));
    let settings = Settings::default();
    let analysis = Analysis::new(&doc, &settings);
    let all = conflicts(&doc, analysis.word_links(), analysis.terms());
    all.iter().map(|c| (c.main.text.to_string(), c.other.text.to_string(), c.class.0, c.class.1)).collect()
}

#[test]
fn another_word_for_a_word_of_the_term_competes() {
    let target = "The lighthouse fund was set up this year.\nThe lighthouse fund supports fishermen.\n\
                  The fishermen thanked the beacon fund.";
    let all = found(SOURCE, target);
    assert_eq!(all.len(), 1, "{all:?}");
    assert_eq!((&*all[0].0, &*all[0].1), ("lighthouse fund", "beacon fund"));
}

#[test]
fn syntax_and_inflection_do_not() {
    let target = "The lighthouse fund was set up this year.\nThe Lighthouse Funds support fishermen.\n\
                  The fishermen thanked the fund for lighthouses.";
    assert!(found(SOURCE, target).is_empty());
}

#[test]
fn a_mention_that_is_left_out_or_short_does_not() {
    let target = "The lighthouse fund was set up this year.\nThe fund supports fishermen.\n\
                  The fishermen said thanks.";
    assert!(found(SOURCE, target).is_empty());
}

#[test]
fn words_that_stand_elsewhere_too_are_no_term() {
    let source = "很多渔民来了。\n很多渔民说好。\n很多人来了，很多船也来了。";
    let target = "Many fishermen came.\nA lot of fishermen agreed.\nMany people came, and many boats, too.";
    assert!(found(source, target).is_empty());
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(source in "([一-龥]|[灯塔基金，。\\n]){0,40}", target in "(lighthouse|fund|beacon|the|of|-|,|\\.|\\n| ){0,40}") {
        found(&source, &target);
    }
}
