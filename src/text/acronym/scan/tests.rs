use proptest::prelude::*;

use crate::text::acronym::{Acronyms, Part};
use crate::text::words;

fn read(text: &str) -> (Vec<String>, Vec<(String, Option<String>)>) {
    let words = words::words(text);
    let part = Part { segment: 0, text, words: &words, hidden: Vec::new() };
    let all = Acronyms::new(std::iter::once(part));
    let of = |r: std::ops::Range<u32>| text[r.start as usize..r.end as usize].to_owned();
    let uses = all.uses.iter().map(|u| of(u.range.clone())).collect();
    let introductions = all.introductions.iter().map(|i| (i.letters.to_string(), i.long().map(of))).collect();
    (uses, introductions)
}

#[test]
fn initialisms_are_told_from_words_in_capitals() {
    assert_eq!(read("The QRT's rules and two QRTs.").0, ["QRT", "QRT"]);
    assert!(read("BREAKING NEWS FROM QRT").0.is_empty());
    assert!(read("Louis XIV wrote to me@QRT.org of https://a.b/QRT").0.is_empty());
}

#[test]
fn long_forms_stand_before_brackets_or_in_them() {
    let one = |text: &str| read(text).1;
    let pair = |letters: &str, long: &str| (letters.to_owned(), Some(long.to_owned()));
    assert_eq!(one("Then the Quiet Rivers Trust (QRT) met."), [pair("QRT", "Quiet Rivers Trust")]);
    assert_eq!(one("The QRT (Quiet Rivers Trust) met."), [pair("QRT", "Quiet Rivers Trust")]);
    assert_eq!(
        one("the Quiet Rivers Trust (hereinafter referred to as “QRT”)"),
        [pair("QRT", "Quiet Rivers Trust")]
    );
    assert_eq!(one("A lake (see QRT) and the QRT (founded in May)."), []);
}

proptest! {
    #[test]
    fn places_are_in_the_text(text in "([A-Z]{1,4}|[a-zA-Z]{1,5}|[ (),.’“/-]|东|é){0,30}") {
        let words = words::words(&text);
        let part = Part { segment: 0, text: &text, words: &words, hidden: Vec::new() };
        for used in Acronyms::new(std::iter::once(part)).uses {
            prop_assert_eq!(&text[used.range.start as usize..used.range.end as usize], &*used.letters);
        }
    }
}
