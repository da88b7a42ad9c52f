//! Places found again: from bytes of a file to what a reader sees there, and back.

use std::sync::Arc;

use proptest::prelude::*;

use super::plan::documents;
use crate::config::Settings;
use crate::source::{SourceFile, Span};

fn shown_of(name: &str, text: &str, raw: &str) -> Vec<Option<String>> {
    let file = Arc::new(SourceFile::new(name, text));
    let start = text.find(raw).expect("there") as u32;
    let span = Span::new(start, start + raw.len() as u32);
    let documents = documents(&file, &Settings::default()).expect("readable");
    let segments = documents.iter().flat_map(|d| d.target.iter());
    segments
        .map(|s| s.text.shown_of(span).map(|r| s.shown()[r.start as usize..r.end as usize].to_owned()))
        .collect()
}

#[test]
fn a_stretch_of_the_file_is_found_in_the_text() {
    let found = |text: &str| Some(text.to_owned());
    assert_eq!(shown_of("a.html", "<p>a &amp; <b>b</b> c</p>", "&amp; <b>b"), [found("& b")]);
    assert_eq!(shown_of("a.html", "<p>a &amp; <b>b</b> c</p>", "amp"), [None]);
    assert_eq!(shown_of("a.txt", "one\ntwo", "two"), [None, found("two")]);
    let row = "{\"source\":\"x\",\"target\":\"say \\\"no\\\" now\",\"source_lang\":\"zh\",\"target_lang\":\"en\"}\n";
    assert_eq!(shown_of("a.jsonl", row, "\\\"no\\\""), [found("\"no\"")]);
}

proptest! {
    #[test]
    fn every_range_is_found_again(text in "[a-z&;<>*`_\\[\\]() \n东\\\\]{0,40}", a in 0_usize..40, b in 0_usize..40) {
        for name in ["a.md", "a.html", "a.txt"] {
            let file = Arc::new(SourceFile::new(name, &*text));
            for document in documents(&file, &Settings::default()).expect("articles are always read") {
                for segment in &document.target {
                    let ends: Vec<usize> = segment.shown().char_indices().map(|(i, _)| i).chain([segment.shown().len()]).collect();
                    let (a, b) = (a % ends.len(), b % ends.len());
                    let range = ends[a.min(b)] as u32..ends[a.max(b)] as u32;
                    let raw = segment.text.raw(range.clone());
                    // Part of an atom has no stretch of its own.
                    if let Some(back) = segment.text.shown_of(raw) {
                        prop_assert_eq!(segment.text.raw(back), raw);
                    } else {
                        prop_assert!(segment.text.edit(range, "x").is_none() || raw.is_empty());
                    }
                }
            }
        }
    }
}
