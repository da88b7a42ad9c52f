//! For tests of rules, packs and settings.
//!
//! Two witnesses are better than one. Marks say beforehand what must be found; [`assert_marked`] holds a rule, pack or
//! entry to them. A [`Listing`] says everything that is found, the same on every machine, and is made for snapshots:
//!
//! ```
//! use mtlint::{Checker, testing};
//!
//! let checker = Checker::new().langs("zh", "en")?;
//! testing::assert_marked(&checker, "doubled-word", "a.en.md", "It is [[a a]] good plan.");
//! let listing = testing::listing(&checker, "a.en.md", "It is a a good plan.")?;
//! assert!(listing.to_string().starts_with("1:7-1:10 warning doubled-word\n  text a a\n"));
//! # Ok::<(), mtlint::error::Error>(())
//! ```
//!
//! With the crate `insta` that is `insta::assert_snapshot!(testing::listing(&checker, "a.en.md", text)?)`.

use crate::Checker;
use crate::config::Selection;
use crate::error::Error;
use crate::report::FindingReport;
pub use crate::snapshot::{Item, Listing};

/// Everything that is found in a text, for a snapshot.
///
/// # Errors
/// If no reader is known for the name, or the text breaks its format.
pub fn listing(checker: &Checker, name: &str, text: &str) -> Result<Listing, Error> {
    Ok(Listing::of(&checker.check_text(name, text)?))
}

/// Everything that is found in a translation and its source, each a name and a text, for a snapshot.
///
/// # Errors
/// If no reader is known for a name.
pub fn listing_of_pair(
    checker: &Checker,
    source: (&str, &str),
    target: (&str, &str),
) -> Result<Listing, Error> {
    Ok(Listing::of(&checker.check_pair(source, target)?))
}

/// A text without its `[[…]]` marks, and what was marked, each with its first byte.
pub fn unmark(marked: &str) -> (String, Vec<(usize, String)>) {
    let (mut text, mut spans, mut rest) = (String::new(), Vec::new(), marked);
    while let Some((before, tail)) = rest.split_once("[[") {
        let Some((inside, after)) = tail.split_once("]]") else { break };
        text.push_str(before);
        spans.push((text.len(), inside.to_owned()));
        text.push_str(inside);
        rest = after;
    }
    text.push_str(rest);
    (text, spans)
}

/// Asserts that what `selector` names (a rule, a pack, an entry) reports just what stands in `[[…]]`, span by span.
///
/// # Panics
/// If it reports anything else, with both.
#[track_caller]
pub fn assert_marked(checker: &Checker, selector: &str, name: &str, marked: &str) {
    let (text, want) = unmark(marked);
    let report = match checker.check_text(name, &text) {
        Ok(report) => report,
        Err(error) => panic!("{error}"),
    };
    let only = Selection { select: vec![selector.to_owned()], ..Selection::default() };
    let is_named = |f: &&FindingReport| only.names(&f.rule, f.entry.as_deref());
    let place = |f: &FindingReport| {
        let (start, end) = (f.span.start as usize, f.span.end as usize);
        (start, text.get(start..end).unwrap_or_default().to_owned())
    };
    let mut found: Vec<(usize, String)> = report.findings.iter().filter(is_named).map(place).collect();
    found.sort();
    assert_eq!(found, want, "{selector} (left: reported, right: marked) in: {marked}");
}

#[cfg(test)]
mod tests {
    use super::{Checker, assert_marked, unmark};

    #[test]
    fn marks_are_taken_out() {
        let (text, spans) = unmark("a [[b]] c [[d");
        assert_eq!((text.as_str(), spans), ("a b c [[d", vec![(2, "b".to_owned())]));
    }

    #[test]
    #[should_panic(expected = "doubled-word (left: reported, right: marked)")]
    fn what_is_not_marked_is_told() {
        assert_marked(&Checker::new(), "doubled-word", "a.en.md", "It is a a good plan.");
    }
}
