use proptest::prelude::*;

use super::{Pair, WordLinks};
use crate::analysis::Analysis;
use crate::config::Settings;
use crate::document::Document;
use crate::rule::testing::document;

fn links(doc: &Document, read: impl FnOnce(&WordLinks)) {
    let settings = Settings::default();
    read(Analysis::new(doc, &settings).word_links());
}

/// The word of the target that a word of the source is linked to best.
fn best(doc: &Document, pair: &Pair, word: &str) -> String {
    let shown = |at: crate::finding::Label| {
        doc.side(at.side)[at.segment as usize].shown()[at.start as usize..at.end as usize].to_owned()
    };
    let i = pair.source.iter().position(|w| shown(w.at) == word).expect("a word of the source");
    let j = (0..pair.target.len()).max_by(|&a, &b| pair.link(i, a).total_cmp(&pair.link(i, b)));
    shown(pair.target[j.expect("a word")].at)
}

#[test]
fn the_dictionary_links_words_of_a_single_sentence() {
    let doc = document("渔民修理灯塔。", "The lighthouse is repaired by fishermen.", ("zh", "en"));
    links(&doc, |links| {
        for (word, rendering) in [("渔民", "fishermen"), ("修理", "repaired"), ("灯塔", "lighthouse")] {
            assert_eq!(best(&doc, &links.pairs[0], word), rendering, "{word}");
        }
    });
}

#[test]
fn what_stands_together_again_and_again_is_linked() {
    let source = "渔民喜欢阿布鲁。\n阿布鲁来了。\n市长也认识阿布鲁。";
    let target = "Fishermen like porridge.\nPorridge came.\nThe mayor knows porridge, too.";
    let doc = document(source, target, ("zh", "en"));
    links(&doc, |links| {
        let pair = &links.pairs[2];
        let last = pair.target.len() - 2;
        let link: f32 = (0..pair.source.len()).map(|i| pair.link(i, last)).fold(0.0, f32::max);
        assert!(link > 0.2, "{link}");
    });
}

#[test]
fn each_copy_has_one_counterpart() {
    let doc = document(
        "港口旁边是灯塔，灯塔旁边是港口。",
        "By the harbour is a lighthouse, by the lighthouse a harbour.",
        ("zh", "en"),
    );
    links(&doc, |links| {
        let pair = &links.pairs[0];
        let sure = |i: usize| (0..pair.target.len()).filter(|&j| pair.link(i, j) > 0.3).count();
        assert!((0..pair.source.len()).all(|i| sure(i) <= 1));
    });
}

#[test]
fn japanese_and_korean_are_linked_by_their_characters_and_sounds() {
    let doc = document("市長は経済を語る。", "The mayor speaks of the economy.", ("ja", "en"));
    links(&doc, |links| assert_eq!(best(&doc, &links.pairs[0], "経済"), "economy"));
    let doc = document("경제 발전", "Development of the economy", ("ko", "en"));
    links(&doc, |links| assert_eq!(best(&doc, &links.pairs[0], "경제"), "economy"));
}

#[test]
fn other_languages_are_left_alone() {
    let doc = document("Der Leuchtturm.", "The lighthouse.", ("de", "en"));
    links(&doc, |links| assert!(links.pairs.is_empty()));
}

proptest! {
    #[test]
    fn links_are_likelihoods(source in "([一-龥]|[灯塔港口，。a1ア가]){1,30}", target in "([a-z]{1,8}[ ,.-]){1,20}") {
        let doc = document(&source, &target, ("zh", "en"));
        links(&doc, |links| {
            for pair in &links.pairs {
                for i in 0..pair.source.len() {
                    assert!((0..pair.target.len()).all(|j| (0.0..=1.0).contains(&pair.link(i, j))));
                }
            }
        });
    }
}
